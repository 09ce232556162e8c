"""Lists of actions in a pack: what changed, and the committee's recommendations."""

from collections.abc import Sequence

import pandas as pd

from reports.content.blocks import Block, Heading, Paragraph, Table
from workstreams.actions.columns import ACTIONS
from workstreams.actions.followed.since import since_last_met
from workstreams.actions.recommended.answer import TWO_MONTHS
from workstreams.actions.recommended.told import finding, printed, recommended, report_table
from workstreams.actions.records.tables import orphans_table
from workstreams.view import View
from workstreams.wording import day

CELL = 160
MOST = 25
"""Rows of a list in a document; the workbook of data has the rest."""
CHANGES = ("completed", "moved", "date_taken", "reopened", "gone", "new", "silent")


def cut(text: str) -> str:
    """A cell's text, cut at a space where it would fill a page."""
    if len(text) <= CELL:
        return text
    return text[: CELL - 1].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def of_frame(
    frame: pd.DataFrame, caption: str, drop: Sequence[str] = (), *, whole: bool = False
) -> Table:
    """A frame of text cells as a table, without the columns dropped and those all blank.

    ``whole`` leaves out no row, shortens no cell and is set small.
    """
    kept = [
        name for name in frame.columns
        if name not in drop and (frame[name].isin(["", "–"]).sum() < len(frame) or not len(frame))
    ]  # fmt: skip
    most, told = (len(frame), str) if whole else (MOST, cut)
    cells = frame[kept].head(most)
    rows = tuple(
        tuple(told(str(cell)) for cell in row) for row in cells.itertuples(index=False, name=None)
    )
    more = f" The first {most} of {len(frame)} are here." if len(frame) > most else ""
    return Table(f"{caption}{more}", tuple(str(name) for name in kept), rows, small=whole)


def changes(view: View) -> list[Block]:
    """What changed since the meeting before, a table for each kind of change that happened."""
    found = since_last_met(view)
    if found is None:
        return []
    made: list[Block] = []
    for key in CHANGES:
        change = found[key]
        if len(change.rows):
            made.append(Heading(f"{change.name}: {change.figure}", 2))
            made.append(of_frame(change.rows, change.meaning, drop=("Then",)))
    quiet = [c for c in found.changes if c.key not in CHANGES and len(c.rows)]
    if quiet:
        rest = "; ".join(f"{c.name.lower()}: {c.figure}" for c in quiet)
        made.append(Paragraph(f"Also since {day(found.since)}: {rest}."))
    return made


def recommendations(view: View) -> list[Block]:
    """The committee's recommendations in its own words, the answers and what became of each."""
    found = recommended(view) if ACTIONS.key in view.history else ()
    if not found:
        return []
    table = printed(report_table(found))
    made: list[Block] = [
        Heading("Recommendations and their answers"),
        Paragraph(finding(found), "lead"),
        Paragraph(TWO_MONTHS),
        of_frame(table, "Each recommendation, its answer and what became of it.", whole=True),
    ]
    apart = orphans_table(view)
    if len(apart):
        made.append(of_frame(apart, "Recommendations and actions that do not meet."))
    return made
