"""Reads tables: a row that names a count of cases, with dates over its cells or beside them."""

from collections.abc import Iterator, Sequence
from datetime import date

from tests.attacker.held import Grid, Row
from tests.attacker.said import MANY, Said, day, number

TITLE = "Human Rights Act cases"
COUNTS = {
    "Cases open": "open",
    "New cases": "new",
    "Cases concluded": "newly_concluded",
    "Open 12 months or more": "from_12",
    "Learning still open": "learning_open",
    "Learning closed": "learning_closed",
    "Learning tied to a plan action": "learning_linked",
    "Total paid": "paid",
    "Before issue": "before_issue",
    "Issued": "issued",
    "Under 12 months": "under_12",
    "Open under 12 months": "under_12",
    "12 months or more": "from_12",
    "Under 6 months": "under_6",
    "6 to 11 months": "from_6",
    "No date opened": "no_date",
    "Potential claim identified": "stage 1",
    "Notified": "stage 2",
    "Under investigation": "stage 3",
    "Negotiation": "stage 4",
    "Settled, awaiting approval": "stage 6",
}
"""Names that only counts of cases have."""
OURS_ONLY = {
    "New": "new",
    "Concluded": "newly_concluded",
    "Reopened": "reopened",
    "No longer listed": "dropped",
}
"""Names that other tables have too: read only where the table is about cases."""
ENDS = {"Most": "most", "Least": "least"}


def statements(grid: Grid, now: date | None) -> Iterator[Said]:
    """What a table says of cases, row by row under the headings that stood last."""
    ours = TITLE in grid.about
    over: Sequence[date | None] = ()
    lines: Sequence[str] = ()
    for row in grid.rows:
        dates = [day(cell) for cell in row]
        counted = _named(row, ours=True) or any(cell in ENDS or number(cell) for cell in row)
        if any(dates) and not counted:
            over = dates
            continue
        if set(ENDS) <= set(row):
            lines = row
            continue
        yield from _row(row, over, ours, now)
        if ours:
            yield from _ends(row, lines, grid.about)


def _named(row: Row, *, ours: bool) -> str:
    names = COUNTS | OURS_ONLY if ours else COUNTS
    return next((names[cell.strip()] for cell in row if cell.strip() in names), "")


def _row(row: Row, over: Sequence[date | None], ours: bool, now: date | None) -> Iterator[Said]:
    cell = _named(row, ours=ours or TITLE in row)
    if not cell:
        return
    beside = [when for text in row if (when := day(text))]
    for place, text in enumerate(row):
        ends = number(text)
        above = over[place] if place < len(over) else None
        when = beside[0] if beside else above or now
        if ends and when:
            yield Said(cell, when, *ends, " | ".join(row)[:120])


def _ends(row: Row, lines: Sequence[str], about: str) -> Iterator[Said]:
    """A band's two ends, on one row under their names or on a row each that is named for it."""
    told = f"{about} {' '.join(lines)}".casefold()
    cell = "learning_open" if "learning still open" in told else "open"
    when = next((found for text in row if (found := day(text))), None)
    if when is None:
        return
    words = " | ".join(row)[:120]
    named = next((ENDS[text] for text in row if text in ENDS), "")
    for place, text in enumerate(row):
        ends = number(text)
        end = named or (ENDS.get(lines[place], "") if place < len(lines) else "")
        if ends is None or not end:
            continue
        if end == "most":
            yield Said(cell, when, 0, ends[1], words)
        else:
            yield Said(cell, when, ends[0], MANY, words)
