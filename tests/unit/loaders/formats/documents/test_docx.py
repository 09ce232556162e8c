"""Tables of Word documents as grids."""

import time
from contextlib import suppress
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from loaders.formats.workbook import CannotRead, grids
from tests.made import workbooks
from tests.made.documents import HEADINGS, actions, on, shaded, table, word

ROWS = [HEADINGS, *actions(1, 3)]


def values(rows: list[tuple[str, ...]]) -> list[list[str]]:
    return [list(row) for row in rows]


def test_a_table_is_read_with_the_text_above_it_as_title_rows() -> None:
    def fill_in(document: Any) -> None:
        document.add_heading("Improvement plan")
        document.add_paragraph("As at 31 March 2024")
        table(document, ROWS)
        document.add_paragraph("A note below")

    (grid,) = grids(word(fill_in), "plan.docx")
    assert [row[0] for row in grid.values[:2]] == ["Improvement plan", "As at 31 March 2024"]
    assert grid.values[2:] == values(ROWS)
    assert grid.places[2:] == (("Table 1", 1), ("Table 1", 2), ("Table 1", 3), ("Table 1", 4))
    assert grid.sheet == "Table 1"


def test_looks_and_merged_cells_are_as_in_a_sheet() -> None:
    def fill_in(document: Any) -> None:
        made = table(document, ROWS)
        shaded(made.cell(1, 4), "00B050")
        made.cell(1, 2).merge(made.cell(3, 2))
        made.cell(2, 3).merge(made.cell(2, 4))
        for run in made.cell(3, 1).paragraphs[0].runs:
            run.font.strike = True
        for cell in made.rows[0].cells:
            cell.paragraphs[0].runs[0].font.bold = True

    (grid,) = grids(word(fill_in), "plan.docx")
    assert grid.fills == {(1, 4): "00B050"}
    assert set(grid.merged) == {(1, 2, 3, 2), (2, 3, 2, 4)}
    assert [row[2] for row in grid.values[2:]] == [None, None]
    assert grid.struck == {(3, 1)}
    assert grid.bold == {(0, at) for at in range(5)}


def test_tables_of_the_same_headings_are_one_and_each_row_says_where_it_stands() -> None:
    def fill_in(document: Any) -> None:
        for first in (1, 4):
            table(document, [HEADINGS, *actions(first, first + 2)])
            document.add_paragraph("")

    (grid,) = grids(word(fill_in), "plan.docx")
    assert grid.values == values([HEADINGS, *actions(1, 6)])
    assert grid.places[-1] == ("Table 2", 4)


def test_a_table_that_goes_on_without_headings_is_the_same_table() -> None:
    def fill_in(document: Any) -> None:
        table(document, ROWS)
        document.add_paragraph("")
        table(document, actions(4, 6))

    (grid,) = grids(word(fill_in), "plan.docx")
    assert grid.values == values([HEADINGS, *actions(1, 6)])
    assert grid.places[-1] == ("Table 2", 3)


def test_headings_repeated_inside_a_table_are_said_once() -> None:
    rows = [HEADINGS, *actions(1, 2), HEADINGS, *actions(3, 4)]
    (grid,) = grids(word(lambda document: table(document, rows)), "plan.docx")
    assert grid.values == values([HEADINGS, *actions(1, 4)])
    assert grid.places[-1] == ("Table 1", 6)


def test_a_table_of_other_columns_stands_alone() -> None:
    def fill_in(document: Any) -> None:
        table(document, [("Version", "Date"), ("1", "March")])
        document.add_paragraph("")
        table(document, ROWS)

    assert [grid.sheet for grid in grids(word(fill_in), "plan.docx")] == ["Table 1", "Table 2"]


def test_sections_under_headings_of_their_own_keep_their_titles_between_them() -> None:
    def fill_in(document: Any) -> None:
        for at, title in enumerate(("Workforce", "Practice")):
            document.add_heading(title)
            table(document, [HEADINGS, *actions(3 * at + 1, 3 * at + 3)])

    (grid,) = grids(word(fill_in), "plan.docx")
    assert [row[0] for row in grid.values if row[0] and row[1] is None] == ["Workforce", "Practice"]


def test_a_row_deleted_in_tracked_changes_counts_as_struck_out() -> None:
    def fill_in(document: Any) -> None:
        made = table(document, ROWS)
        on(made.rows[2]._tr.get_or_add_trPr(), "w:del")

    (grid,) = grids(word(fill_in), "plan.docx")
    assert grid.struck == {(2, at) for at in range(5)}


def test_hidden_text_is_not_read_and_line_breaks_are() -> None:
    def fill_in(document: Any) -> None:
        made = table(document, ROWS)
        cell = made.cell(1, 1).paragraphs[0]
        cell.add_run(" secret").font.hidden = True
        cell.add_run("\nand write it up")

    (grid,) = grids(word(fill_in), "plan.docx")
    assert grid.values[1][1] == "Train team number 1 of the service\nand write it up"


def test_a_document_without_a_table_says_so() -> None:
    with pytest.raises(CannotRead, match="is a Word document without a table"):
        grids(word(lambda document: document.add_paragraph("Nothing here")), "plan.docx")


def test_entities_and_bombs_are_refused() -> None:
    data = word(lambda document: table(document, ROWS))
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    declared = workbooks.changed(
        data, "word/document.xml", lambda xml: bomb + xml.partition(b"?>")[2]
    )
    with pytest.raises(CannotRead, match="not safe to open"):
        grids(declared, "plan.docx")
    cut = workbooks.changed(data, "word/document.xml", lambda xml: xml[: len(xml) // 2])
    with pytest.raises(CannotRead, match="let Word repair it"):
        grids(cut, "plan.docx")


def test_a_table_in_a_text_box_or_in_one_that_lays_out_the_page_is_read() -> None:
    def boxed(document: Any) -> None:
        made = table(document, ROWS)._tbl
        whole = made.xml[made.xml.index("<w:tbl") :]
        box = f"<w:txbxContent>{whole}</w:txbxContent>"
        made.addprevious(
            parse_xml(
                f"<w:p {nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-"
                f"compatibility/2006'><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
                f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
            )
        )
        made.getparent().remove(made)

    def laid_out(document: Any) -> None:
        inner = document.add_table(1, 1).cell(0, 0).add_table(0, len(HEADINGS))
        for row in ROWS:
            for cell, text in zip(inner.add_row().cells, row, strict=True):
                cell.text = text

    for fill_in in (boxed, laid_out):
        (grid,) = grids(word(fill_in), "plan.docx")
        assert grid.values == values(ROWS)


def test_a_small_table_within_a_cell_is_text_of_that_cell() -> None:
    def fill_in(document: Any) -> None:
        inner = table(document, ROWS).cell(1, 4).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "1 May", "half done"

    (grid,) = grids(word(fill_in), "plan.docx")
    assert grid.values[1][4] == "Ongoing\n1 May\nhalf done"


def test_ticks_and_what_stands_for_newer_programs_are_read() -> None:
    def fill_in(document: Any) -> None:
        cell = table(document, ROWS).cell(1, 4)
        cell.text = ""
        cell.paragraphs[0]._p.append(
            parse_xml(
                f"<w:r {nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-"
                "compatibility/2006'><w:sym w:font='Wingdings' w:char='F0FC'/>"
                "<mc:AlternateContent><mc:Choice><w:t>met</w:t></mc:Choice>"
                "<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>"
            )
        )

    (grid,) = grids(word(fill_in), "plan.docx")
    assert grid.values[1][4] == "✓met"


@pytest.mark.parametrize("deep", [30, 3_000])
def test_tables_within_tables_beyond_all_measure_end_in_a_grid_or_a_sentence(deep: int) -> None:
    def fill_in(document: Any) -> None:
        document.add_table(1, 1)

    start, end = b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"
    body = start * deep + b"<w:p/>" + end * deep + b"</w:body>"
    data = workbooks.changed(
        word(fill_in), "word/document.xml", lambda xml: xml.replace(b"</w:body>", body)
    )
    began = time.process_time()
    with suppress(CannotRead):
        grids(data, "plan.docx")
    assert time.process_time() - began < 3
