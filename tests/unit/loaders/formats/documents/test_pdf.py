"""Ruled tables of PDFs as grids."""

import pytest

from loaders.formats import limits
from loaders.formats.workbook import CannotRead, grids
from tests.made.documents import HEADINGS, actions, pdf, pdf_table

ROWS = [HEADINGS, *actions(1, 3)]


def test_a_ruled_table_is_read_with_the_lines_above_it() -> None:
    (grid,) = grids(pdf(f"= Improvement plan\nAs at 31 March 2024\n{pdf_table(ROWS)}"), "plan.pdf")
    assert [row[0] for row in grid.values[:2]] == ["Improvement plan", "As at 31 March 2024"]
    assert grid.values[2:] == [list(row) for row in ROWS]
    assert grid.places[2:4] == (("Page 1", 1), ("Page 1", 2))


def test_a_table_is_joined_over_pages_and_its_headings_said_once() -> None:
    head = "#set page(header: [Report to committee], footer: context counter(page).display())\n"
    (grid,) = grids(pdf(head + pdf_table([HEADINGS, *actions(1, 40)])), "plan.pdf")
    table = grid.values[-41:]
    assert table == [list(row) for row in [HEADINGS, *actions(1, 40)]]
    pages = [place[0] for place in grid.places[-41:]]
    assert (pages[0], pages[-1]) == ("Page 1", f"Page {len(set(pages))}")
    first = grid.places[-41:][pages.index("Page 2")]
    # The headings are printed on each page: they are its first row.
    assert first == ("Page 2", 2)
    assert grid.sheet == f"Pages 1 to {len(set(pages))}"


def test_fills_and_merged_cells_are_seen() -> None:
    body = (
        "#table(columns: 3, [*Ref*], [*Action*], [*RAG*], [A1], table.cell(rowspan: 2)[Do it], "
        'table.cell(fill: rgb("#00b050"))[], [A2], [x], table.cell(colspan: 2)[Wide], [y])'
    )
    (grid,) = grids(pdf(body), "plan.pdf")
    assert grid.values == [
        ["Ref", "Action", "RAG"],
        ["A1", "Do it", None],
        ["A2", None, "x"],
        ["Wide", None, "y"],
    ]
    assert set(grid.merged) == {(1, 1, 2, 1), (3, 0, 3, 1)}
    assert list(grid.fills) == [(1, 2)]


def test_two_tables_of_one_page_have_rows_of_their_own() -> None:
    body = pdf_table([("Version", "Date"), ("1", "March")]) + "Actions\n" + pdf_table(ROWS)
    first, second = grids(pdf(body), "plan.pdf")
    assert (first.sheet, second.sheet) == ("Page 1", "Page 1, table 2")
    assert second.places[-1] == ("Page 1", 6)


@pytest.mark.parametrize(
    "body", ["Only words, as a scan has none.", pdf_table(ROWS, "stroke: none, "), "#rect[A box]"]
)
def test_a_pdf_without_a_ruled_table_says_so_in_one_sentence(body: str) -> None:
    with pytest.raises(CannotRead, match="No table with ruled lines was found in plan"):
        grids(pdf(body), "plan.pdf")


def test_a_damaged_pdf_is_refused() -> None:
    whole = pdf(pdf_table(ROWS))
    for data in (b"%PDF-1.7 ...", whole[:200], whole[: len(whole) // 2]):
        with pytest.raises(CannotRead) as refusal:
            grids(data, "plan.pdf")
        assert str(refusal.value).endswith("that it was made from.")


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch) -> None:
    assert limits.MAX_PAGES == 100
    monkeypatch.setattr("loaders.formats.documents.pdf.MAX_PAGES", 1)
    with pytest.raises(CannotRead, match="has 2 pages and at most 1 are read"):
        grids(pdf("a #pagebreak() b"), "plan.pdf")


def test_what_the_page_broke_is_put_together_and_what_is_struck_out_is_seen() -> None:
    text = "Review the arrangement with all of the partners and write to the committee about it"
    rows = [f"[{at}], [{text}], [02/02/202 \\ {at}], [Respon \\ sibility]" for at in range(1, 7)]
    last = "[#strike[7]], [#strike[Old words]], [#strike[x]], [#underline[Kept]]"
    columns = "#table(columns: (40pt, 90pt, 56pt, 60pt), "
    head = "table.header([*Ref*], [*Action*], [*Due*], [*Owner*]), "
    small = "#set page(width: 420pt, height: 260pt, margin: 40pt)\n"
    body = f"{small}{columns}{head}{', '.join([*rows, last])})"
    (grid,) = grids(pdf(body), "plan.pdf")
    said = [[" ".join(str(value).split()) for value in row] for row in grid.values]
    assert said[1:7] == [[str(at), text, f"02/02/202{at}", "Respon sibility"] for at in range(1, 7)]
    assert said[7] == ["7", "Old words", "x", "Kept"]
    assert grid.struck == {(7, 0), (7, 1), (7, 2)}
    assert grid.notes[0].startswith("The last row of page 1, ")


def test_a_row_without_a_reference_stays_its_own_where_others_lack_theirs_too() -> None:
    rows = [("" if at % 2 else f"A{at}", f"Train team {at}", "Head") for at in range(40)]
    (grid,) = grids(pdf(pdf_table([HEADINGS[:3], *rows])), "plan.pdf")
    assert len(grid.values) == 41
    assert grid.notes == ()
