"""What stands round a picture in a document: its finding, its notes and its figures as a table.

A reader who cannot see the picture has all that it says in the same document. Where it could not
be drawn the rest stands all the same, and the reason is given once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil

import pandas as pd

from charts.draw import Width, notes
from charts.kinds.points import day_words, points
from charts.spec import Chart, stopped
from charts.table import table
from reports.content.blocks import Block, Paragraph, Picture, Table
from reports.content.lists import cut
from reports.pictures import Drawings

SIZE: Width = "page"
"""The size that documents draw pictures at: the words round it are text of their own."""
UNDER = "The figures in the picture above."
ROWS = 12
"""Rows of a chart over time that a page has room for."""
MOST = 40
"""Rows of any other: more than a picture has room for."""
ACROSS = 8
"""Columns of figures beside the first; more are set in tables one under another."""
AHEAD = 3
"""Rows of a chart over time that may be of dates still to come, beside the last."""
OVER_TIME = ("trend", "stacked trend", "run chart")
"""The kinds of chart whose last rows are the latest."""


def told(blocks: Sequence[Block], drawings: Drawings) -> tuple[Block, ...]:
    """The blocks with finding, notes and figures round each picture, each note said once.

    A picture that could not be drawn is left out, the first of them with the reason.
    """
    made: list[Block] = []
    why = drawings.missing
    said = {block.text for block in blocks if isinstance(block, Paragraph)}
    for block in blocks:
        if not isinstance(block, Picture):
            made.append(block)
            continue
        chart = block.chart
        fresh = [note for note in (*chart.remarks, *_own(block, drawings)) if note not in said]
        said |= set(fresh)
        shown = replace(block, notes=(*fresh, *_source(chart)))
        if _drawn(block, drawings):
            made += [
                Paragraph(chart.finding, "finding"),
                Paragraph(stopped(chart.subtitle), "small"),
            ]
            made.append(shown)
        else:
            if why:
                made.append(Paragraph(why, "notice"))
                why = ""
            made.append(Paragraph(chart.finding, "finding"))
            made.append(Paragraph(f"{stopped(chart.subtitle)} {shown.caption}", "small"))
        made += tables(block)
    return tuple(made)


def _drawn(block: Picture, drawings: Drawings) -> bool:
    return drawings.get(block.chart.key, SIZE) is not None


def _own(block: Picture, drawings: Drawings) -> tuple[str, ...]:
    """What only the drawing knows: its letters, its dotted lines; nothing of one not drawn."""
    return notes(block.chart, SIZE) if _drawn(block, drawings) else ()


def _source(chart: Chart) -> tuple[str, ...]:
    return (stopped(f"Source: {chart.source.removeprefix('Source: ')}"),) if chart.source else ()


def tables(picture: Picture) -> tuple[Table, ...]:
    """Every figure that the picture prints, in as many tables as its columns need.

    Of a chart over time the latest dates and the last one, which is where lines are labelled.
    """
    cells = table(picture.chart)
    shown = _rows(picture.chart, cells)
    more = ""
    if len(shown) < len(cells):
        more = f" {len(shown)} of {len(cells)} rows: the rest is in the workbook of data."
    head, *rest = (str(name) for name in shown.columns)
    parts = max(1, ceil(len(rest) / ACROSS))
    each = max(1, ceil(len(rest) / parts))
    made = []
    for part in range(parts):
        names = rest[part * each : (part + 1) * each]
        rows = tuple(
            tuple(cut(str(cell)) for cell in row)
            for row in shown[[head, *names]].itertuples(index=False, name=None)
        )
        of = f" Part {part + 1} of {parts}." if parts > 1 else ""
        made.append(Table(f"{UNDER}{of}{more}", (head, *names), rows, small=True))
    return tuple(made)


def _rows(chart: Chart, cells: pd.DataFrame) -> pd.DataFrame:
    """The rows there is room for."""
    if chart.kind not in OVER_TIME:
        return cells.head(MOST)
    if len(cells) <= ROWS:
        return cells
    # A planned path goes on for years: what has happened by the as-at date matters more.
    ahead = _ahead(chart, cells.iloc[:, 0])
    if ahead <= AHEAD:
        return cells.tail(ROWS)
    upto = len(cells) - ahead + AHEAD
    return pd.concat([cells.iloc[max(upto - ROWS + 1, 0) : upto], cells.tail(1)])


def _ahead(chart: Chart, days: Iterable[str]) -> int:
    """How many rows of a table are of dates after the chart's own."""
    named = {day_words(mark.when): mark.when.date() for mark in points(chart) if mark.when}
    return sum(named.get(day, chart.as_at) > chart.as_at for day in days)
