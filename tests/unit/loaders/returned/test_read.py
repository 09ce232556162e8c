"""A return sheet is read however it comes back, and what is wrong with it ends in a sentence."""

import io
from collections.abc import Callable
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from loaders.formats.cannot import CannotRead
from loaders.returned import safely
from loaders.returned.form import Line, Sheet
from loaders.returned.read import Returned, read
from loaders.returned.write import written
from tests.made.updates.returned import COLUMN, as_csv, edited, filled, with_macros
from tests.made.workbooks import Rows, ods, ods_of_rows, xls

KEYS = ("ud-1-2-0-r1-0123456789abcdef0123", "ud-1-2-0-r2-0123456789abcdef0123")
LINES = tuple(
    Line(key, f"1.{n}0", f"Action {n}", date(2022, 3, 31), "Ongoing", "Begun.", "")
    for n, key in enumerate(KEYS, start=1)
)
BLANK = written(Sheet(("Update", "For: Clerk"), LINES, ("Ongoing", "Done, all of it")))
FULL = {
    "status": "Done, all of it",
    "progress": "- Met the board\nand agreed",
    "evidence": "Minute 5",
    "new_date": datetime(2022, 6, 30),  # noqa: DTZ001
    "reason": "Funding",
}
DATA = filled(BLANK, FULL, {"progress": "Begun"})


def taken(found: Returned) -> list[tuple[str, dict[str, str], date | None]]:
    return [(row.key, dict(row.answers), row.new_date) for row in found.rows]


WHOLE = [
    (
        KEYS[0],
        {
            "status": "Done, all of it",
            "progress": "- Met the board and agreed",
            "evidence": "Minute 5",
            "reason": "Funding",
        },
        date(2022, 6, 30),
    ),
    (KEYS[1], {"progress": "Begun"}, None),
]


def test_a_sheet_comes_back_with_what_was_filled_in() -> None:
    found = read(DATA, "Re (3) copy.xlsx")
    assert taken(found) == WHOLE
    assert not found.told
    assert [(row.ref, row.words) for row in found.rows] == [
        ("1.10", "Action 1"),
        ("1.20", "Action 2"),
    ]


def test_it_is_read_in_a_process_of_its_own_to_the_same_answer() -> None:
    assert safely.read(DATA, "a.xlsx") == read(DATA, "a.xlsx")


def test_as_csv_it_says_the_same() -> None:
    assert taken(read(as_csv(DATA), "a.csv")) == WHOLE


@pytest.mark.parametrize("make", [ods_of_rows, xls])
def test_saved_in_another_form_it_says_the_same(make: Callable[[Rows], bytes]) -> None:
    page = load_workbook(io.BytesIO(DATA))["Update"]
    rows = [["" if v is None else _typed(v) for v in row] for row in page.values]
    assert taken(read(make(rows), "a copy")) == WHOLE


def _typed(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, datetime) else str(value)


def test_an_ods_with_a_formula_is_refused_whole() -> None:
    cell = '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>'
    data = ods(
        f'<table:table table:name="Update"><table:table-row>{cell}</table:table-row></table:table>'
    )
    with pytest.raises(CannotRead, match="holds formulas"):
        safely.read(data, "a.ods")


def test_sorted_rows_keep_their_keys_and_a_column_put_first_does_no_harm() -> None:
    def turned(page: Worksheet, head: int) -> None:
        one, two = ([c.value for c in page[head + n]] for n in (1, 2))
        for column, (a, b) in enumerate(zip(one, two, strict=True), start=1):
            page.cell(head + 1, column).value, page.cell(head + 2, column).value = b, a
        page.insert_cols(1)
        page.insert_rows(1, 3)

    assert taken(read(edited(DATA, turned), "a.xlsx")) == WHOLE[::-1]


def put(answer: str, value: object, row: int = 1) -> Callable[[Worksheet, int], None]:
    def change(page: Worksheet, head: int) -> None:
        page.cell(head + row, COLUMN[answer]).value = value  # type: ignore[assignment]

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (put("progress", '=HYPERLINK("http://x")'), "(Progress since then): it holds a formula"),
        (put("status", "=1+1"), "(New status): it holds a formula"),
        (put("new_date", "soon"), "(New date): found “soon”, which is no day."),
        (put("new_date", "tbc"), "(New date): found “tbc”"),
        (put("evidence", "x" * 4_001), "longer than 4,000 letters"),
        (
            lambda page, head: page.cell(head, COLUMN["evidence"]).__setattr__("value", "Proof"),
            "has no column “New evidence”",
        ),
        (
            lambda page, head: page.cell(head + 1, 2).__setattr__("value", KEYS[1]),
            "it has the keys of two actions",
        ),
    ],
)
def test_what_cannot_be_taken_is_told_and_the_rest_is_taken(
    change: Callable[[Worksheet, int], None], says: str
) -> None:
    found = read(edited(DATA, change), "a.xlsx")
    assert len(found.told) == 1
    assert says in found.told[0]
    assert WHOLE[1] in taken(found)


def test_a_row_whose_key_was_deleted_keeps_its_answers_apart() -> None:
    found = read(
        edited(DATA, lambda page, head: page.cell(head + 1, 1).__setattr__("value", None)), "a"
    )
    assert [row.key for row in found.rows] == ["", KEYS[1]]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (with_macros(DATA), "holds macros"),
        (b"Reference,Action,Status\n1,Write it,Done\n", "is no return sheet"),
        (b"", "is empty"),
        (DATA[: len(DATA) // 2], "is missing"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 400, "picture"),
    ],
)
def test_what_is_no_return_sheet_ends_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(CannotRead, match=says):
        safely.read(data, "a.xlsx")


def test_many_faults_are_counted_and_not_all_listed() -> None:
    lines = tuple(
        Line(f"{KEYS[0][:-3]}{n:03}", str(n), f"Action {n}", None, "", "", "") for n in range(40)
    )
    blank = written(Sheet(("Update",), lines, ("Done",)))
    found = read(filled(blank, *({"new_date": "soon"} for _ in lines)), "a.xlsx")
    assert len(found.told) == 13
    assert found.told[-1] == "And 28 more like these."


def test_the_file_is_known_again_by_its_bytes() -> None:
    assert read(DATA, "a.xlsx").sha256 == read(io.BytesIO(DATA).getvalue(), "b.xlsx").sha256
