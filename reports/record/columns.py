"""Tables of recommendations in documents: which columns, and what each is called there."""

from collections.abc import Callable, Sequence

from reports.content.blocks import Table
from workstreams.actions.recommended.record import Entry, answered
from workstreams.actions.recommended.told import delivered_by, whole
from workstreams.asking import BLANK
from workstreams.wording import day

Column = tuple[str, Callable[[Entry], str]]
"""A heading, and the cell of an entry under it."""
WORDS: Column = ("In the committee’s words", lambda one: whole(one.told))
ANSWER: Column = ("Answer and reason", lambda one: answered(one.told))
TWO: Column = ("Two months", lambda one: one.told.in_short)
ACTIONS: Column = ("Actions that deliver it", lambda one: delivered_by(one.told) or "No action")
OUTCOME: Column = ("What became of it", lambda one: one.outcome)


def table(caption: str, found: Sequence[Entry], *columns: Column) -> Table:
    """Entries under the columns that say anything of them, nothing shortened.

    The plan is named once where all are of one, else beside each.
    """
    plans = {one.plan.id: one.plan.name for one in found}
    several = len(plans) > 1
    rows = [(_reference(one, several), *(of(one) for _, of in columns)) for one in found]
    headings = ("Reference", *(name for name, _ in columns))
    kept = [at for at in range(len(headings)) if any(row[at] != BLANK for row in rows)]
    whose = "" if several else "".join(f", {name}" for name in plans.values())
    return Table(
        f"{caption}{whose}.",
        tuple(headings[at] for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        small=True,
    )


def _reference(one: Entry, several: bool) -> str:
    """What it is called, the day it was raised and, among several, of which plan."""
    when = day(one.told.raised) if one.told.raised else ""
    parts = (one.told.letter, when, one.plan.name if several else "")
    return ", ".join(part for part in parts if part) or BLANK
