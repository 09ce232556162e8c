"""Parts left out of a pack are left out of every form of it."""

from io import BytesIO

import openpyxl
import pytest

from reports.content.blocks import Pack, Table
from reports.excel import document as excel
from reports.forms import pictures, wanted
from reports.pack import PARTS, pack
from reports.web import document
from tests.made.packs import MOMENT, drawings, looked_at, made
from workstreams import WORKSTREAMS
from workstreams.hra_cases import HRA_CASES_WORKSTREAM

ACTIONS, CASES = WORKSTREAMS[0], HRA_CASES_WORKSTREAM


def of(*parts: str) -> Pack:
    """The members' pack of the first plan with these parts."""
    return pack(looked_at(0, "members"), made().meeting, MOMENT, parts=parts)


def strands(given: Pack) -> set[str]:
    return {sheet.chart.key.split(".")[0] for sheet in given.sheets}


def defined(given: Pack) -> set[str]:
    tables = [b for b in given.blocks if isinstance(b, Table) and b.headings[0] == "Measure"]
    return {row[0] for table in tables if len(table.headings) == 2 for row in table.rows}


def test_charts_of_a_part_left_out_are_not_drawn_nor_in_the_workbook():
    given = of("actions", "honesty")
    assert strands(given) == {"actions"}
    assert {chart.key.split(".")[0] for chart, _ in wanted(given, ["pictures"])} == {"actions"}
    assert not any("hra" in name for name in pictures(given, drawings(given)))
    book = openpyxl.load_workbook(BytesIO(excel.write(given)))
    assert book.sheetnames == [
        "About", "Figures", "Tables", *(sheet.name for sheet in given.sheets), "Source rows"
    ]  # fmt: skip
    figures = list(book["Figures"].iter_rows(values_only=True))
    assert {row[0] for row in figures[4:]} == {ACTIONS.title}
    sheets = {row[2] for row in book["Source rows"].iter_rows(values_only=True) if row[2]}
    assert not sheets & {t.sheet for t in CASES.tables}


def test_what_is_defined_is_what_is_printed():
    names = {measure.name for measure in ACTIONS.measures}
    assert defined(of("actions", "definitions")) == names
    heads = {w.measures[0].name for w in WORKSTREAMS}
    assert defined(of("summary", "actions", "definitions")) == names | heads
    assert defined(of("summary", "definitions")) == heads


def test_of_a_part_left_out_the_summary_gives_the_headline_and_no_more():
    given = of("summary", "actions")
    others = [line.measure for line in given.lines if line.workstream != ACTIONS.title]
    assert others == [w.measures[0] for w in WORKSTREAMS if w is not ACTIONS]
    assert CASES.measures[1].name not in document.write(given).decode()


@pytest.mark.parametrize("part", PARTS)
def test_every_part_can_go_alone(part):
    given = of(part)
    assert strands(given) <= {part}
    assert excel.write(given)
    assert document.write(given)


def test_all_parts_hold_every_figure_and_chart():
    assert of(*PARTS).lines == made(0, "members").lines
    assert strands(of(*PARTS)) == {w.key for w in WORKSTREAMS}
