"""Good workbooks damaged at random: each ends in tables or in one plain sentence, and quickly."""

import io
import random
import time
import zipfile
from collections.abc import Callable

import pytest

from loaders.formats import workbook
from loaders.formats.cannot import CannotRead
from loaders.guarded import safely
from loaders.outcome import Checked
from tests.made import documents, workbooks
from workstreams import TABLES

Change = Callable[[bytes, random.Random], bytes]

GOOD = {
    "plan.xlsx": workbooks.of_rows([*workbooks.PLAN, *[["2", "x", "y", 3.5]] * 20]),
    "plan.ods": workbooks.ods_of_rows(),
    "plan.xls": workbooks.xls(),
    "plan.xlsb": workbooks.xlsb(),
    "plan.csv": b'Ref,Action\r\n1.10,"Train, the\nteam"\r\n' * 20,
}
NASTY = (
    *(b"-1", b"0", b"999999999999", b"NaN", b"1e400", b"XFD1048576", b"A0", b"\xff\xfe", b"\0"),
    *(b"<", b"]]>", b"&x;", b"<!DOCTYPE x [<!ENTITY a 'aa'>]>", b"../../x", b"=1+1", b""),
)


def flipped(data: bytes, dice: random.Random) -> bytes:
    """A few bytes changed."""
    out = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        out[dice.randrange(len(out))] = dice.randrange(256)
    return bytes(out)


def cut(data: bytes, dice: random.Random) -> bytes:
    """A stretch taken out."""
    first, last = sorted(dice.randrange(len(data)) for _ in range(2))
    return data[:first] + data[last:]


def doubled(data: bytes, dice: random.Random) -> bytes:
    """A stretch said many times."""
    first = dice.randrange(len(data))
    return data[:first] + data[first : first + 200] * dice.randint(2, 200) + data[first:]


def spoilt(data: bytes, dice: random.Random) -> bytes:
    """Something odd written where a value was."""
    first = dice.randrange(len(data))
    return data[:first] + dice.choice(NASTY) + data[first + dice.randint(0, 12) :]


CHANGES = (flipped, cut, doubled, spoilt)


def damaged(data: bytes, dice: random.Random) -> bytes:
    """A file changed at random: inside one of its parts, when it has parts."""
    change: Change = dice.choice(CHANGES)
    if not data.startswith(b"PK") or dice.random() < 0.2:
        return change(data, dice)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part = dice.choice([name for name in parts if parts[name]])
    return workbooks.zipped(parts | {part: change(parts[part], dice)})


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_workbook_ends_in_tables_or_in_one_plain_sentence(name: str, seed: int) -> None:
    data = damaged(GOOD[name], random.Random(f"{name}{seed}"))
    began = time.monotonic()
    found: Checked | str
    try:
        found = safely.check(data, name, TABLES)
    except CannotRead as refusal:
        found = str(refusal)
    assert time.monotonic() - began < 20
    if isinstance(found, str):
        assert name in found
        assert found.endswith(".")
        assert "\n" not in found
    else:
        assert found.file == name


OTHERS = {
    "plan.docx": documents.word(lambda made: documents.table(made, documents.actions(1, 6))),
    "plan.pdf": documents.pdf(documents.pdf_table(documents.actions(1, 6))),
    "plan.html": b"<p>Plan<table><tr><th>Ref<th>Action<tr><td bgcolor=red>1<td><s>Do</s></table>",
    "plan.xml": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        b'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Plan"><Table>'
        + b'<Row ss:Hidden="1"><Cell ss:Index="2" ss:MergeAcross="1"><Data ss:Type="Number">1'
        b'</Data></Cell><Cell><Data ss:Type="DateTime">2024-03-31T00:00:00</Data></Cell></Row>'
        * 9
        + b"</Table></Worksheet></Workbook>"
    ),
    "plan.fods": (
        b'<?xml version="1.0"?><office:document office:mimetype="application/'
        b'vnd.oasis.opendocument.spreadsheet"><table:table table:name="Plan">'
        + b'<table:table-row table:visibility="filter"><table:table-cell '
        b'office:value-type="float" office:value="0.5"><text:p>50%</text:p></table:table-cell>'
        b"</table:table-row>" * 9 + b"</table:table></office:document>"
    ),
    "plan.txt": b'Ref\tAction\n1\t"Say ""yes""\nthen go"\n2\t"Stay\n' * 9,
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_damaged_files_end_in_grids_or_in_one_plain_sentence(name: str) -> None:
    read = 0
    refused = []
    began = time.process_time()
    for seed in range(40):
        data = damaged(OTHERS[name], random.Random(f"{name}{seed}"))
        try:
            read += bool(workbook.grids(data, name))
        except CannotRead as refusal:
            refused.append(str(refusal))
    assert read
    assert all(name in sentence and sentence.endswith(".") for sentence in refused)
    assert time.process_time() - began < 20
