"""Files made to be awkward, kind by kind: each ends in tables or in one plain sentence, quickly."""

import io
import time
import zipfile

import pytest
import xlsxwriter

from loaders.check import check
from loaders.formats.cannot import CannotRead
from loaders.outcome import Checked
from tests.made import documents, workbooks
from workstreams import TABLES

TEXT = "Ref,Action,Lead,Due,Status\n" + "".join(
    f"{n},Train team {n},Head of law,{n}/6/2025,Open\n" for n in range(1, 9)
)
BOOK = workbooks.of_rows([line.split(",") for line in TEXT.splitlines()])
GOOD = {
    "xlsx": BOOK,
    "xls": workbooks.xls(),
    "xlsb": workbooks.xlsb(),
    "ods": workbooks.ods_of_rows(),
    "csv": TEXT.encode(),
    "docx": documents.word(lambda made: documents.table(made, documents.actions(1, 6))),
    "pdf": documents.pdf(documents.pdf_table(documents.actions(1, 6))),
    "html": b"<table><tr><th>Ref<th>Action<tr><td>1<td>Train</table>",
}


def ended(data: bytes, name: str) -> Checked | str:
    """What became of a file: read, or refused with a sentence that names it; in five seconds."""
    began = time.process_time()
    found: Checked | str
    try:
        found = check(data, name, TABLES)
    except CannotRead as refusal:
        found = str(refusal)
        assert name in found
        assert found.endswith(".")
        assert "\n" not in found
    assert time.process_time() - began < 5
    return found


@pytest.mark.parametrize("kind", GOOD)
def test_a_file_cut_short_anywhere(kind: str) -> None:
    data = GOOD[kind]
    for tenth in range(11):
        ended(data[: len(data) * tenth // 10], f"plan.{kind}")


@pytest.mark.parametrize("kind", GOOD)
def test_a_file_under_the_ending_of_another(kind: str) -> None:
    for other in GOOD:
        ended(GOOD[kind], f"plan.{other}")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
@pytest.mark.parametrize("kind", ["csv", "txt", "xlsx"])
def test_text_in_wide_letters_is_read(encoding: str, kind: str) -> None:
    found = ended(TEXT.encode(encoding), f"plan.{kind}")
    assert isinstance(found, Checked)
    assert len(found.frames["actions"]) == 8


@pytest.mark.parametrize("where", [(1_048_575, 16_383), (1_048_575, 0), (0, 16_383)])
def test_a_stray_cell_far_away_hides_no_row(where: tuple[int, int]) -> None:
    found = ended(book(stray=where), "plan.xlsx")
    assert isinstance(found, Checked)
    assert len(found.frames["actions"]) == 8


def test_cells_merged_thousands_of_rows_deep_are_read() -> None:
    found = ended(book(merged=[(0, 6, 1_000_000, 9), (9, 0, 900_000, 0)]), "plan.xlsx")
    assert isinstance(found, Checked)
    assert len(found.frames["actions"]) == 8


def test_more_formats_than_excel_takes_cost_no_minute() -> None:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    styles = parts["xl/styles.xml"]
    parts["xl/styles.xml"] = styles.replace(
        b"</cellXfs>", b'<xf numFmtId="0" fontId="0" fillId="0"/>' * 200_000 + b"</cellXfs>"
    )
    found = ended(workbooks.zipped(parts), "plan.xlsx")
    assert isinstance(found, Checked)
    assert len(found.frames["actions"]) == 8


def test_formulas_without_their_values_are_said() -> None:
    found = ended(book(formulas=True), "plan.xlsx")
    assert isinstance(found, Checked)
    assert len(found.frames["actions"]) == 8
    assert any("formula" in problem.advice for problem in found.problems)


def test_a_locked_file_is_told_to_be_locked() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    locked += "EncryptedPackage".encode("utf-16-le") + bytes(1000)
    assert isinstance(ended(locked, "plan.xlsx"), str)


def book(
    stray: tuple[int, int] | None = None,
    merged: list[tuple[int, int, int, int]] | None = None,
    *,
    formulas: bool = False,
) -> bytes:
    """The text above as a workbook, with what is odd about it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Plan")
        for row, line in enumerate(TEXT.splitlines()):
            for column, cell in enumerate(line.split(",")):
                sheet.write_string(row, column, cell)
            if formulas and row:
                sheet.write_formula(row, 3, "=TODAY()+1", None, "")
        if stray:
            sheet.write_string(*stray, "x")
        for area in merged or []:
            sheet.merge_range(*area, "")
    return out.getvalue()
