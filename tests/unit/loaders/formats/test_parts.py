"""A zip made to do harm, or damaged: no part of it is more than its name and its bytes."""

import io
import zipfile
from pathlib import Path

import pytest

from loaders.formats.grid import Grid
from loaders.formats.workbook import CannotRead, grids
from tests.made import workbooks
from tests.made.workbooks import PLAN, SHEET

ROWS = [list(row) for row in PLAN]


def only(data: bytes, name: str = "plan.xlsx") -> Grid:
    (grid,) = grids(data, name)
    return grid


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'


def test_entities_are_refused_wherever_they_are_declared() -> None:
    data = workbooks.changed(workbooks.of_rows(), "xl/styles.xml", lambda xml: BOMB + xml)
    with pytest.raises(CannotRead, match="not safe to open"):
        grids(data, "plan.xlsx")
    declared = workbooks.changed(
        workbooks.ods_of_rows(),
        "content.xml",
        lambda xml: BOMB + xml.partition(b"?>")[2],
    )
    with pytest.raises(CannotRead, match="not safe to open"):
        grids(declared, "plan.ods")


def test_a_part_that_is_longer_than_it_says_is_refused() -> None:
    data = bytearray(workbooks.of_rows([["x" * 50]] * 500))
    # The size that the zip's directory gives for the sheet, made smaller.
    entry = data.rfind(b"PK\x01\x02", 0, data.rfind(SHEET.encode()))
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    with pytest.raises(CannotRead, match="damaged"):
        grids(bytes(data), "plan.xlsx")


def test_a_link_to_another_workbook_is_never_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "secret.xml"
    elsewhere.write_text("secret")
    data = workbooks.changed(
        workbooks.of_rows(),
        "xl/_rels/workbook.xml.rels",
        lambda xml: xml.replace(
            b"</Relationships>",
            f'<Relationship Id="rId99" Type="x/theme" TargetMode="External" '
            f'Target="file://{elsewhere}"/></Relationships>'.encode(),
        ),
    )
    assert only(data).values == ROWS


def test_a_path_in_a_name_is_only_a_name(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    workbook = load_workbook_parts(workbooks.of_rows()) | {"../../../escaped.txt": b"x"}
    assert only(workbooks.zipped(workbook), "../../etc/plan.xlsx").values == ROWS
    assert list(tmp_path.iterdir()) == []


def load_workbook_parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
