"""The XML spreadsheets of Excel 2003: values, looks, what is hidden, what is merged."""

from datetime import date

import pytest

from loaders.cells.readers import shown
from loaders.formats.workbook import CannotRead, grids

HEAD = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
)
STYLES = (
    '<Styles><Style ss:ID="Default"/><Style ss:ID="h"><Font ss:Bold="1"/></Style>'
    '<Style ss:ID="red"><Interior ss:Color="#ff0000" ss:Pattern="Solid"/></Style>'
    '<Style ss:ID="gone" ss:Parent="red"><Font ss:StrikeThrough="1"/></Style>'
    '<Style ss:ID="share"><NumberFormat ss:Format="0%"/></Style></Styles>'
)
ROWS = (
    '<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">Improvement plan</Data></Cell></Row>'
    '<Row ss:Index="3" ss:StyleID="h"><Cell><Data ss:Type="String">Ref</Data></Cell>'
    '<Cell><Data ss:Type="String">Action</Data></Cell>'
    '<Cell><Data ss:Type="String">Due</Data></Cell>'
    '<Cell ss:Index="5"><Data ss:Type="String">Done</Data></Cell></Row>'
    '<Row ss:Hidden="1"><Cell><Data ss:Type="Number">1</Data></Cell>'
    '<Cell ss:StyleID="gone"><Data ss:Type="String">Train<B> all</B>&#10;staff</Data></Cell>'
    '<Cell><Data ss:Type="DateTime">2024-03-31T00:00:00.000</Data></Cell>'
    '<Cell ss:Index="5" ss:StyleID="share"><Data ss:Type="Number">0.5</Data></Cell></Row>'
    '<Row><Cell><Data ss:Type="Error">#N/A</Data></Cell>'
    '<Cell><Data ss:Type="Boolean">1</Data></Cell></Row>'
)


def made(rows: str = ROWS, more: str = "", styles: str = STYLES) -> str:
    columns = '<Column/><Column ss:Index="4" ss:Hidden="1"/>'
    table = f'<Worksheet ss:Name="Plan"><Table>{columns}{rows}</Table>{more}</Worksheet>'
    return f"{HEAD}{styles}{table}</Workbook>"


def test_values_come_with_their_types_and_looks() -> None:
    (grid,) = grids(made().encode(), "plan.xls")
    assert grid.sheet == "Plan"
    assert grid.values == [
        ["Improvement plan", None, None, None, None],
        [None] * 5,
        ["Ref", "Action", "Due", None, "Done"],
        [1.0, "Train all\nstaff", date(2024, 3, 31), None, 0.5],
        ["#N/A", True, None, None, None],
    ]
    assert shown(grid.values[3][4]) == "50%"
    assert grid.merged == ((0, 0, 0, 2),)
    assert grid.bold == {(2, 0), (2, 1), (2, 2), (2, 4)}
    assert (grid.fills, grid.struck) == ({(3, 1): "FF0000"}, {(3, 1)})
    assert (grid.hidden_rows, grid.filtered_rows, grid.hidden_columns) == ({3}, set(), {3})


def test_a_filter_and_a_hidden_sheet_are_told() -> None:
    more = (
        '<AutoFilter x:Range="R3C1:R5C5" xmlns="urn:schemas-microsoft-com:office:excel">'
        '<AutoFilterColumn x:Type="NonBlanks"/></AutoFilter>'
        '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">'
        "<Visible>SheetHidden</Visible></WorksheetOptions>"
    )
    (grid,) = grids(made(more=more).encode("utf-16"), "plan.xml")
    assert (grid.filtered_rows, grid.hidden) == ({3}, True)


@pytest.mark.parametrize(
    "spoilt",
    [
        made()[:-40],
        made().replace('ss:Index="3"', 'ss:Index="0"'),
        made().replace('ss:Index="3"', 'ss:Index="99999999"'),
        made().replace(">0.5<", ">half<"),
        made().replace(
            '<?mso-application progid="Excel.Sheet"?>', "<!DOCTYPE x [<!ENTITY a 'a'>]>"
        ),
        made(
            '<Row ss:Index="1000000"><Cell ss:Index="16000"><Data ss:Type="Number">1</Data>'
            "</Cell></Row>"
        ),
    ],
)
def test_what_is_damaged_or_beyond_all_measure_ends_in_a_sentence(spoilt: str) -> None:
    with pytest.raises(CannotRead, match=r"plan\.xls"):
        grids(spoilt.encode(), "plan.xls")
