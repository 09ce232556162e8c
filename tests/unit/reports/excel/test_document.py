"""The workbook of data: what each chart's sheet holds, and the way back to the officers' cells."""

import re
from datetime import datetime

import pytest

from charts.kinds.points import day_words, points
from reports.content.blocks import Sheet, Table
from reports.content.sources import cells, measure_of, records, runs
from tests.made.packs import looked_at, made
from tests.made.sheets import EVERY, PLANS, keys
from tests.made.written import book
from workstreams import WORKSTREAMS


def rows(place: int, audience: str, sheet: Sheet) -> list[list[object]]:
    """The sheet's rows without the blank cells at their ends."""
    found = []
    for row in book(place, audience)[sheet.name].iter_rows(values_only=True):
        cells_ = list(row)
        while cells_ and cells_[-1] is None:
            cells_.pop()
        found.append(cells_)
    return found


def table(found: list[list[object]], title: str) -> list[list[object]]:
    """The table under a line of its own, with its headings."""
    start = found.index([title]) + 1
    blank = [at for at, row in enumerate(found) if at > start and not row]
    return found[start : blank[0] if blank else len(found)]


def expanded(text: str) -> set[int]:
    """The numbers that "1 to 4, 7" stands for."""
    made_: set[int] = set()
    for part in filter(None, (text or "").split(", ")):
        ends = [int(end) for end in part.split(" to ")]
        made_ |= set(range(ends[0], ends[-1] + 1))
    return made_


@pytest.mark.parametrize(("place", "audience", "key"), EVERY)
def test_every_charts_sheet_defines_its_measure(place, audience, sheet):
    measure = measure_of(sheet.chart)
    assert measure is not None
    texts = {cell for row in rows(place, audience, sheet) for cell in row}
    assert f"{measure.name}: {measure.definition}" in texts
    assert f"Worked out as: {measure.formula}" in texts


@pytest.mark.parametrize(("place", "audience", "key"), EVERY)
def test_every_charts_sheet_leads_back_to_cells_or_says_what_it_was_made_from(
    place, audience, sheet
):
    given, found = made(place, audience), rows(place, audience, sheet)
    behind = [set(ids) for ids in records(sheet.chart)]
    if any(behind):
        head, *read = table(found, "Where they were read")
        assert head == ["Record", "File", "Sheet", "Row", "Cells"]
        places = {row[0]: row[1:] for row in read}
        assert len(places) == len(set().union(*behind))
        in_files = {(s.file, s.sheet, s.row) for s in given.sources.values()}
        for file, name, row, told in places.values():
            assert (file, name, row) in in_files
            assert re.fullmatch(rf"[A-Z]+{row}(, [A-Z]+{row})*", told)
        heads, *numbers = table(found, "Numbers drawn")
        at = heads.index("Records (below)")
        for ids, row in zip(behind, numbers, strict=True):
            assert len(expanded(row[at] if len(row) > at else "")) == len(ids)
    marks = zip(points(sheet.chart), behind, strict=True)
    if any(mark.value and not ids for mark, ids in marks):
        assert sheet.unlisted
    if sheet.unlisted:
        assert [sheet.unlisted] in found


@pytest.mark.parametrize(("place", "audience", "key"), EVERY)
def test_dates_of_every_chart_are_dates(place, audience, sheet):
    found = rows(place, audience, sheet)
    days = {day for mark in points(sheet.chart) for day in (mark.when, mark.end) if day}
    tables = found[[not row for row in found].index(True) :]
    held = {cell for row in tables for cell in row if isinstance(cell, datetime)}
    assert held == {day.to_pydatetime() for day in days}
    words = {day_words(day) for day in days}
    assert not words & {cell for row in tables for cell in row}


@pytest.mark.parametrize(("place", "audience", "key"), EVERY)
def test_the_columns_a_chart_is_read_from_are_those_of_its_tables(place, audience, sheet):
    workstream = next(w for w in WORKSTREAMS if w.key == sheet.chart.key.split(".")[0])
    declared = {column.field for one in workstream.tables for column in one.columns}
    assert workstream.fields(sheet.chart.key)
    assert set(workstream.fields(sheet.chart.key)) <= declared


@pytest.mark.parametrize(("place", "audience"), PLANS)
def test_every_chart_of_a_pack_is_looked_at(place, audience):
    assert tuple(sheet.chart.key for sheet in made(place, audience).sheets) == keys(place, audience)


def test_no_column_is_named_for_a_chart_that_is_not_there():
    drawn = {sheet.chart.key for place, audience in PLANS for sheet in made(place, audience).sheets}
    named = {f"{w.key}.{name}" for w in WORKSTREAMS for name in w.read_from if name}
    assert named <= drawn


def test_a_count_of_actions_leads_to_as_many_rows():
    for place in (0, 1):
        for sheet in made(place).sheets:
            if sheet.chart.key in ("actions.burn_up", "actions.by_status", "actions.by_owner"):
                for mark, ids in zip(points(sheet.chart), records(sheet.chart), strict=True):
                    assert not ids or mark.value == len(ids)


def test_cells_are_those_of_the_letters_the_file_was_read_with():
    given = made()
    sheet = next(s for s in given.sheets if s.chart.key == "actions.dates")
    record = next(iter(records(sheet.chart)))[0]
    source = given.sources[record]
    letters = next(
        t.letters for s in looked_at().snapshots if s.file == source.file for t in s.tables
        if t.table == "actions"
    )  # fmt: skip
    wanted = f"{letters['due_date']}{source.row}, {letters['revised_due_date']}{source.row}"
    assert cells(sheet.chart, source) == wanted
    assert cells(sheet.chart, source._replace(letters={})) == ""


def test_a_public_workbook_says_nothing_of_the_rows_about_children():
    for sheet in made().sheets:
        if sheet.chart.key.startswith("hra_cases."):
            assert "for members only" in sheet.unlisted
            assert not any(records(sheet.chart))


def test_numbers_in_a_row_are_joined():
    assert runs([3, 1, 2, 7, 9, 8, 2]) == "1 to 3, 7 to 9"
    assert runs([]) == ""


@pytest.mark.parametrize(("place", "audience"), PLANS)
def test_a_printed_count_is_a_number_that_can_be_added_up(place, audience):
    texts = [
        cell
        for sheet in made(place, audience).sheets
        for cell in printed(rows(place, audience, sheet))
    ]
    assert len([cell for cell in texts if isinstance(cell, int)]) > 30
    assert not [cell for cell in texts if isinstance(cell, str) and re.fullmatch(r"\d+", cell)]


def printed(found: list[list[object]]) -> list[object]:
    """The cells of a sheet's first table, which prints what the page does."""
    start = found.index([]) + 1
    return [cell for row in found[start : found.index([], start)] for cell in row]


@pytest.mark.parametrize(("place", "audience"), PLANS)
def test_a_row_is_as_high_as_its_longest_text(place, audience):
    for page in book(place, audience).worksheets:
        widths = {
            column: held.width
            for held in page.column_dimensions.values()
            for column in range(held.min, held.max + 1)
        }
        for row in page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.alignment.wrap_text:
                    lines = len(cell.value) / widths[cell.column]
                    high = page.row_dimensions[cell.row].height or 15
                    assert high >= 15 * int(lines), f"{page.title}, {cell.coordinate}"


@pytest.mark.parametrize(("place", "audience"), PLANS)
def test_every_table_of_the_documents_is_there_cell_by_cell(place, audience):
    found = [
        [str(cell) for cell in row if cell is not None]
        for row in book(place, audience)["Tables"].iter_rows(values_only=True)
    ]
    tables = [block for block in made(place, audience).blocks if isinstance(block, Table)]
    assert len(tables) > 15
    for one in tables:
        at = next(n for n, row in enumerate(found) if row and row[0].endswith(f". {one.caption}"))
        assert found[at + 1] == list(one.headings)
        rows_ = [[cell for cell in row if cell] for row in one.rows]
        assert found[at + 2 : at + 2 + len(rows_)] == rows_
