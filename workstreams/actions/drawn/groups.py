"""Whose actions they are and what they are about: by owner and by theme."""

import pandas as pd

from charts.palette import Meaning
from charts.spec import Chart
from measures.actions import counts
from workstreams.actions.book import Book, book
from workstreams.actions.draft import chart, shortened, shortened_apart, with_text
from workstreams.view import View
from workstreams.wording import counted, has, listed

SERIES = {"overdue": "Overdue", "open": "Open, not overdue", "complete": "Reported complete"}
MEANINGS: dict[str, Meaning] = {
    SERIES["overdue"]: "attention",
    SERIES["open"]: "on course",
    SERIES["complete"]: "done",
}
MOST = 12
"""Owners or themes drawn; the rest are counted together."""


def by_owner(view: View) -> Chart | None:
    """Each owner's actions: overdue, open and complete."""
    return _by(book(view), "owner", "Owner", "No owner given")


def by_theme(view: View) -> Chart | None:
    """Each theme's actions: overdue, open and complete."""
    found = book(view)
    if found.in_scope["theme"].isna().all():
        return None
    return _by(found, "theme", "Theme", "No theme given")


def _by(found: Book, column: str, heading: str, blank: str) -> Chart | None:
    if found.in_scope.empty:
        return None
    data = counts.by_group(found.in_scope, column, blank, MOST)
    drawn = data["label"].nunique()
    notes = []
    if drawn > MOST:
        rest = data["label"].iloc[-1]
        notes = [f"The {MOST} with most overdue are drawn; “{rest}” are the rest together."]
    return chart(
        found,
        f"by_{column}",
        "stacked bars",
        _finding(data, column, blank),
        f"Actions by {column}, those with most overdue first",
        with_text(
            data.assign(
                series=data["series"].map(SERIES),
                label=shortened_apart(data["label"].to_list(), 60),
            )
        ),
        {"label": heading, "series": "How they stand", "value": "Actions"},
        notes=notes,
        by_status=True,
        measure="overdue",
        series_order=tuple(SERIES.values()),
        meanings=MEANINGS,
        focus=(SERIES["overdue"],),
    )


def _finding(data: pd.DataFrame, column: str, blank: str) -> str:
    """Who or what has most overdue, or most open where nothing is."""
    sums = data.pivot_table(index="label", columns="series", values="value", sort=False)
    late = int(sums["overdue"].sum())
    top = str(sums.index[0])
    who = shortened(top, 60)
    if not late:
        if len(sums) == 1:
            return f"Nothing is overdue; one {column} has all the plan’s actions"
        return f"Nothing is overdue; {len(sums)} {column}s share the plan’s actions"
    most = int(sums["overdue"].iloc[0])
    if top == blank:
        return f"{most} of {late} overdue actions {has(most)} no {column}"
    if most == late:
        what = "the only overdue action" if late == 1 else f"all {late} overdue actions"
        return f"{who} has {what}"
    ties = [str(name) for name in sums.index[sums["overdue"] == most] if name != blank]
    if len(ties) > 1:
        names = listed(ties) if len(ties) < 4 else f"{len(ties)} {column}s"
        return f"{names} have {counted(most, 'overdue action')} each, the most of any {column}"
    return f"{who} has {most} of {late} overdue actions, the most of any {column}"
