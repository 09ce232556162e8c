"""Workbooks that calamine gives up on are read all the same, and what is missing is said."""

import re

import pytest
from openpyxl import Workbook

from loaders.formats.workbook import CannotRead, grids
from loaders.formats.xlsx import book
from tests.made import workbooks
from tests.made.workbooks import PLAN

RELATIONS = "xl/_rels/workbook.xml.rels"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
MACROS = b"http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet"
ABSENT = ("The sheet “Other” was not read: the file does not hold its cells.",)


def two_sheets(first: str = "Plan") -> bytes:
    made = Workbook()
    for title in ("Plan", "Other") if first == "Plan" else ("Other", "Plan"):
        sheet = made.create_sheet(title)
        for row in PLAN if title == "Plan" else [["x"]]:
            sheet.append(list(row))
    made.remove(made.worksheets[0])
    return workbooks.saved(made)


def without_relation(data: bytes, number: int) -> bytes:
    target = rf"<Relationship [^>]*sheet{number}\.xml[^>]*/>".encode()
    return workbooks.changed(data, RELATIONS, lambda xml: re.sub(target, b"", xml))


def macros(data: bytes) -> bytes:
    def change(xml: bytes) -> bytes:
        return re.sub(
            rb"<Relationship [^>]*sheet2\.xml[^>]*/>",
            lambda found: found[0].replace(OFFICE, MACROS),
            xml,
        )

    return workbooks.changed(data, RELATIONS, change)


@pytest.mark.parametrize(
    ("data", "notes"),
    [
        (without_relation(two_sheets(), 2), ABSENT),
        (without_relation(two_sheets("Other"), 1), ABSENT),
        (
            workbooks.changed(
                two_sheets(), "xl/workbook.xml", lambda xml: xml.replace(b' r:id="rId2"', b"")
            ),
            ABSENT,
        ),
        (
            macros(two_sheets()),
            ("The sheet “Other” was not read: it holds Excel 4 macros.",),
        ),
    ],
    ids=["no relation", "no relation of the first", "no id", "macros"],
)
def test_a_workbook_with_an_odd_sheet_is_read_without_it(
    data: bytes, notes: tuple[str, ...]
) -> None:
    (grid,) = grids(data, "plan.xlsx")
    assert (grid.sheet, grid.values) == ("Plan", [list(row) for row in PLAN])
    assert grid.notes == notes


def test_where_calamine_gives_up_openpyxl_reads_the_same(monkeypatch) -> None:
    def fill_in(sheet) -> None:
        for row in PLAN:
            sheet.append(list(row))
        sheet.append([1.1, 0.88, True, "#N/A"])
        sheet["A4"].number_format = "0.00"
        sheet["B4"].number_format = "0%"
        sheet.merge_cells("A2:A3")

    data = workbooks.xlsx(fill_in)
    usual = grids(data, "plan.xlsx")

    def give_up(*_: object) -> None:
        raise book.CalamineError("no")

    monkeypatch.setattr(book.CalamineWorkbook, "from_filelike", give_up, raising=False)
    assert grids(data, "plan.xlsx") == usual


def test_what_openpyxl_cannot_read_either_is_damaged() -> None:
    data = workbooks.changed(
        two_sheets(), "xl/workbook.xml", lambda xml: xml[:200] + b"</workbook>"
    )
    with pytest.raises(CannotRead, match="is damaged or incomplete"):
        grids(data, "plan.xlsx")


def test_a_workbook_whose_sheets_are_all_odd_says_that_there_is_none() -> None:
    data = without_relation(without_relation(two_sheets(), 2), 1)
    with pytest.raises(CannotRead):
        grids(data, "plan.xlsx")


def test_a_sheet_that_no_library_opens_is_named_beside_those_that_are_read() -> None:
    made = Workbook()
    made.active.append(["Ref", "Action"])
    made.create_sheet("Second").append(["Ref", 1])
    beyond = re.compile(rb'(<c r="A1")[^>]*>.*?</c>')
    spoilt = workbooks.changed(
        workbooks.saved(made),
        "xl/worksheets/sheet2.xml",
        lambda xml: beyond.sub(rb'\1 t="s"><v>99999999</v></c>', xml),
    )
    (grid,) = grids(spoilt, "plan.xlsx")
    assert grid.values == [["Ref", "Action"]]
    assert grid.notes == (
        "The sheet “Second” is damaged and was not read: open the file in Excel, save it as .xlsx "
        "and choose the saved file.",
    )
