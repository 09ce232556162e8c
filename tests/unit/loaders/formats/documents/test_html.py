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
