"""Tables of web pages, and of what Excel, Word and browsers put on the clipboard."""

import pytest

from loaders.formats.workbook import CannotRead, grids

EXCEL = """Version:1.0\r\nStartHTML:0000000\r\n<html xmlns:x="urn:schemas-microsoft-com:excel">
<head><style><!--
.xl65 {background:#FF0000; mso-pattern:black none;}
.xl66 {text-decoration:line-through;}
--></style></head><body><!--StartFragment--><table>
<col width=64><tr><td>Ref</td><td colspan=2>Action</td></tr>
<tr><td rowspan=2 class=xl65>1.10</td><td class=xl66>Train<br>  the team</td><td>&nbsp;</td></tr>
<tr><td>Review &amp; agree</td><td style='background:rgb(0, 176, 80)'></td></tr>
</table><!--EndFragment--></body></html>"""


def test_a_table_from_the_clipboard_keeps_its_looks() -> None:
    (grid,) = grids(EXCEL.encode(), "Pasted table.txt")
    assert grid.values == [
        ["Ref", "Action", None],
        ["1.10", "Train\nthe team", None],
        [None, "Review & agree", None],
    ]
    assert set(grid.merged) == {(0, 1, 0, 2), (1, 0, 2, 0)}
    assert grid.fills == {(1, 0): "FF0000", (2, 2): "00B050"}
    assert grid.struck == {(1, 1)}
    assert grid.places[1] == ("Table 1", 2)


def test_a_saved_page_is_read_whatever_it_is_called() -> None:
    table = "<table><tr><th>Ref<th>Action<tr><td>1<td>Do it</table>"
    page = f"<!DOCTYPE html><html><body><h1>Plan</h1>{table}"
    (grid,) = grids(page.encode(), "export.xls")
    assert grid.values == [["Plan", None], ["Ref", "Action"], ["1", "Do it"]]
    assert grid.bold == {(1, 0), (1, 1)}


@pytest.mark.parametrize(
    ("text", "struck"),
    [("<s>Do it</s>", True), ("<s>Do <b>it</b></s>", True), ("<s><span>Do</span> it</s>", True)]
    + [("<del>Do</del> it", False), ("Do it", False)]
    + [("<span style='text-decoration: line-through'>Do it</span>", True)],
)
def test_words_are_struck_only_where_all_are(text: str, struck: bool) -> None:
    page = f"<table><tr><td>Action</td><td>x</td></tr><tr><td>{text}</td><td>y</td></tr></table>"
    (grid,) = grids(page.encode(), "plan.html")
    assert grid.struck == ({(1, 0)} if struck else frozenset())
    assert grid.values[1] == ["Do it", "y"]


def test_a_page_without_a_table_says_so() -> None:
    with pytest.raises(CannotRead, match="is a web page without a table"):
        grids(b"<html><body>Sign in</body></html>", "plan.xls")


def test_tab_separated_text_keeps_line_breaks_within_a_cell() -> None:
    text = 'Ref\tAction\n1.10\t"Train\nthe ""team"""\n007\tReview it, and agree\n'
    (grid,) = grids(text.encode(), "Pasted table.txt")
    assert grid.values == [
        ["Ref", "Action"],
        ["1.10", 'Train\nthe "team"'],
        ["007", "Review it, and agree"],
    ]


SHEETS = """<google-sheets-html-origin><style type="text/css"><!--td {border: 1px;}--></style>
<table xmlns="http://www.w3.org/1999/xhtml" data-sheets-root="1"><colgroup>
<col width="100"/></colgroup>
<tbody><tr><td style="font-weight:bold;">Ref</td><td style="font-weight:bold;">Action</td></tr>
<tr><td data-sheets-value="{&quot;1&quot;:3}" style="background-color:#ff0000;">1.10</td>
<td style="text-decoration:line-through;">Train<br/>them</td></tr></tbody></table>"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p {margin:0} -->
</style></head><body lang=EN-GB><!--StartFragment--><table class=MsoTableGrid border=1><tr>
<td width=60><p class=MsoNormal><b>Ref<o:p></o:p></b></p></td>
<td><p><b>Action<o:p></o:p></b></p></td>
</tr><tr><td style='background:red;mso-shading:white'><p class=MsoNormal>1.10<o:p></o:p></p></td>
<td><p class=MsoNormal><s>Train</s></p><p class=MsoNormal><s>them</s></p></td></tr>
<![if !supportMisalignedColumns]><tr height=0><td width=60></td><td></td></tr><![endif]></table>
<!--EndFragment--></body></html>"""
PAGE = """<div class="wiki"><p>Plan</p></div><div><table><thead><tr><th>Ref</th><th>Action</th></tr>
</thead><tbody><tr><td bgcolor="#FF0000">1.10</td><td><del>Train<br>them</del></td></tr>
</tbody></table></div>"""


@pytest.mark.parametrize(
    "copied", [SHEETS, WORD, PAGE], ids=["Google Sheets", "Word", "a web page"]
)
def test_what_programs_put_on_the_clipboard_is_the_same_table(copied: str) -> None:
    (grid,) = grids(copied.encode(), "Pasted table.txt")
    rows = [row for row in grid.values if any(row) and row[0] != "Plan"]
    assert rows == [["Ref", "Action"], ["1.10", "Train\nthem"]]
    (row,) = [at for at, line in enumerate(grid.values) if line[0] == "1.10"]
    assert grid.fills == {(row, 0): "FF0000"}
    assert grid.struck == {(row, 1)}
    assert grid.bold == {(row - 1, 0), (row - 1, 1)}


@pytest.mark.parametrize(
    "text",
    [
        'Ref\tAction\tOwner\n1\t"Say ""yes""\nthen go"\tHead\n2\tB\t\n',
        'Ref\tAction\tOwner\r\n1\t"Say ""yes""\nthen go"\tHead\r\n2\tB\t',
        '\ufeffRef\tAction\tOwner\r\n1\t"Say ""yes""\nthen go"\tHead\r\n2\tB\t\r\n\r\n',
    ],
)
def test_text_from_a_sheet_keeps_quotes_and_line_breaks(text: str) -> None:
    (grid,) = grids(text.encode(), "Pasted table.txt")
    assert grid.values == [
        ["Ref", "Action", "Owner"],
        ["1", 'Say "yes"\nthen go', "Head"],
        ["2", "B", None],
    ]


def test_a_quote_that_only_stands_in_a_text_spoils_nothing() -> None:
    text = 'Ref\tAction\tOwner\n1\tThe 6" rule\tHead\n2\tSaid "go" twice\tHead\n3\t"Go" now\tHead\n'
    (grid,) = grids(text.encode(), "Pasted table.txt")
    assert [row[1] for row in grid.values[1:]] == ['The 6" rule', 'Said "go" twice', "Go now"]


@pytest.mark.parametrize("between", ["\t", ",", ";", "|"])
def test_a_quote_that_nothing_closes_takes_no_rows_below_it(between: str) -> None:
    rows = [["Ref", "Action"], ["1", '"Quality first'], ["2", "B"], ["3", '"Stay near'], ["4", "D"]]
    text = "\n".join(between.join(row) for row in [*rows, ["5", '"Last']])
    (grid,) = grids(text.encode(), "Pasted table.txt")
    assert [row[0] for row in grid.values] == ["Ref", "1", "2", "3", "4", "5"]
    text = "\n".join(between.join(row) for row in rows[:3])
    (grid,) = grids(text.encode(), "Pasted table.txt")
    assert grid.values == [["Ref", "Action"], ["1", '"Quality first'], ["2", "B"]]
