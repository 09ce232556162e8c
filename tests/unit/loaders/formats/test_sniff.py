"""What a file is, told by its bytes."""

import re

import pytest

from loaders.formats.sniff import kind, wide
from loaders.formats.workbook import CannotRead, grids
from tests.made import workbooks

CYRILLIC = "Ref,Action\r\n1,Обучить юристов отдела\r\n2,Проверить список\r\n"
PLAIN = "Ref,Action\r\n1,Train the café team\r\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"],
)
@pytest.mark.parametrize("text", [PLAIN, CYRILLIC])
def test_text_in_any_width_is_read(text: str, encoding: str) -> None:
    (grid,) = grids(text.encode(encoding), "plan.csv")
    assert grid.values == [line.split(",") for line in text.split("\r\n")[:-1]]


@pytest.mark.parametrize(
    "data",
    [b"Ref,Action\n1,Do it\n", b"\x00\x01\x02\x03" * 50, b"\0" * 40 + b"x", bytes(range(256)) * 4],
)
def test_what_is_not_wide_text_is_not_taken_for_it(data: bytes) -> None:
    assert wide(data) == ""


def test_excels_lock_file_is_told_for_what_it_is() -> None:
    owner = b"\x07J Smith" + b" " * 47 + b"\x07\0J\0 \0S\0m\0i\0t\0h\0" + b" \0" * 48
    with pytest.raises(CannotRead, match=r"only marks that plan\.xlsx is open"):
        kind(owner, "~$plan.xlsx")


def test_a_table_that_is_merely_named_like_a_lock_file_is_read() -> None:
    assert kind(b"Ref,Action\n" + b"1,Do it\n" * 200, "~$plan.csv") == "csv"


WHOLE = workbooks.of_rows()
PAGE = "<html><table><tr><th>Ref</th><th>Action</th></tr><tr><td>1</td><td>Do it</td></tr></table>"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("plan.xlsx", WHOLE[: len(WHOLE) // 2], "not copied or downloaded as a whole"),
        ("plan.xlsx", WHOLE[:-30], "not copied or downloaded as a whole"),
        ("plan.xlsx", b"", "is empty"),
        ("plan.xlsx", b"\0" * 20_000, "is empty"),
        ("plan.xlsx", b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\1\2" * 500, "is a picture"),
        ("plan.xlsx", b"RIFF\x24\0\0\0WEBPVP8 " + b"\0" * 50, "is a picture"),
        ("plan.xlsx", b"\0\0\0\x18ftypheic" + b"\0" * 50, "is a picture"),
        ("plan.xlsx", b"BM\x36\1\0\0\0\0\0\0" + b"\x80" * 50, "is a picture"),
        ("plan.lnk", b"L\0\0\0\1\x14\2\0" + b"\0" * 80, "is a shortcut to a file, not the file"),
        ("plan.url", b"[InternetShortcut]\r\nURL=https://example.org/plan.xlsx", "a shortcut"),
        ("plan.gsheet", b'{"url": "https://docs.google.com/open?id=1"}', "link to a Google sheet"),
        ("plan.json", b'[{"Ref": 1}]', "is not a workbook"),
        ("plan.slk", b'ID;PWXL;N;E\r\nC;Y1;X1;K"Ref"', "an old form of exchange: open it, save"),
        ("plan.dif", b'TABLE\r\n0,1\r\n"EXCEL"', "an old form of exchange: open it, save"),
        (
            "plan.mht",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related",
            "is a web page: open",
        ),
        (
            "plan.fodt",
            b"<?xml version='1.0'?><office:document office:mimetype='x.text'>",
            "a document",
        ),
        ("plan.zip", workbooks.zipped({"plan.xlsx": WHOLE}), "is a compressed folder"),
        (
            "plan.numbers",
            workbooks.zipped({"Index/Document.iwa": b"1"}),
            "is a Numbers spreadsheet",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_true_reason(
    name: str, data: bytes, why: str
) -> None:
    with pytest.raises(CannotRead, match=re.escape(why)):
        kind(data, name)


def test_a_zip_whose_parts_need_a_password_says_so() -> None:
    data = bytearray(WHOLE)
    for start, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(start)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(start, at + 1)
    with pytest.raises(CannotRead, match="protected with a password"):
        kind(bytes(data), "plan.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_web_page_named_like_a_workbook_is_read_in_any_width(encoding: str) -> None:
    (grid,) = grids(PAGE.encode(encoding), "plan.xls")
    assert grid.values == [["Ref", "Action"], ["1", "Do it"]]
