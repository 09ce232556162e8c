"""What stands in a document where a picture could not be drawn: its finding and its table."""

from collections.abc import Iterable, Sequence

from charts.kinds.points import day_words, points
from charts.spec import Chart
from charts.table import table
from reports.content.blocks import Block, Paragraph, Picture, Table
from reports.content.lists import of_frame
from reports.content.sections import UNDER
from reports.pictures import Drawings

ROWS = 12
ACROSS = 9
"""Rows and columns of a chart's table that a page has room for."""
AHEAD = 3
"""Rows of them that may be of dates still to come."""
OVER_TIME = ("trend", "stacked trend", "run chart")
"""The kinds of chart whose last rows are the latest."""


def told(blocks: Sequence[Block], drawings: Drawings) -> tuple[Block, ...]:
    """The blocks with words in place of each picture that there is not; once with the reason."""
    made: list[Block] = []
    why = drawings.missing
    instead = False
    for block in blocks:
        if isinstance(block, Picture) and drawings.get(block.chart.key, "report") is None:
            if why:
                made.append(Paragraph(why, "notice"))
                why = ""
            made += [Paragraph(block.chart.finding, "lead"), *in_words(block)]
            instead = True
        elif not (instead and isinstance(block, Table) and block.caption == UNDER):
            # The table that would have stood under the picture is part of what stands for it.
            made.append(block)
            instead = False
    return tuple(made)


def in_words(block: Picture) -> list[Block]:
    """The table under a chart, as much of it as a page has room for, and the chart's notes."""
    chart = block.chart
    cells = table(chart)
    late = chart.kind in OVER_TIME
    # A planned path goes on for years: what has happened by the as-at date matters more.
    ahead = max(_ahead(chart, cells.iloc[:, 0]) - AHEAD, 0) if len(cells) > ROWS else 0
    shown = cells.iloc[: len(cells) - ahead].tail(ROWS) if late else cells.head(ROWS)
    if len(cells.columns) > ACROSS:
        shown = shown[[cells.columns[0], *cells.columns[1 - ACROSS :]]]
    said = f"{chart.subtitle.rstrip('.')}."
    rows, columns = len(cells), len(cells.columns)
    if len(shown) < rows:
        which = "The latest" if late else "The first"
        which = f"Up to {str(shown.iloc[-1, 0])}," if ahead else which
        said += f" {which} {len(shown)} of {rows} rows."
    if len(shown.columns) < columns:
        said += f" The last {len(shown.columns) - 1} of {columns - 1} columns of figures."
    rest = "The rest is" if shown.shape != cells.shape else "Its data is"
    said += f" {rest} in the workbook of data, sheet “{block.sheet}”."
    source = f"Source: {chart.source.removeprefix('Source: ')}" if chart.source else ""
    made: list[Block] = [of_frame(shown, said)]
    notes = " ".join(text for text in (*chart.notes, source) if text)
    return [*made, Paragraph(notes, "small")] if notes else made


def _ahead(chart: Chart, days: Iterable[str]) -> int:
    """How many rows of a table are of dates after the chart's own."""
    named = {day_words(mark.when): mark.when.date() for mark in points(chart) if mark.when}
    return sum(named.get(day, chart.as_at) > chart.as_at for day in days)
