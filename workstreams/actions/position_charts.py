"""Where actions stand: by reported status, date position, evidence position, age and due month."""

import pandas as pd

from charts.spec import Chart
from measures import actions
from measures.standing import DATES, EVIDENCE
from workstreams.actions.book import book
from workstreams.actions.draft import chart, with_text
from workstreams.view import View
from workstreams.wording import counted, day, listed, month, sentence

SHOWN = (
    "not started",
    "in progress",
    "paused",
    "unknown",
    "no longer listed",
    "complete",
    "withdrawn",
)
ALWAYS = ("not started", "in progress", "complete")
MONTHS = 14
"""A list of months longer than this is put together by quarter."""


def _capital(data: pd.DataFrame) -> pd.DataFrame:
    return with_text(data.assign(label=data["label"].map(sentence)))


def _verb(number: int) -> str:
    return "is" if number == 1 else "are"


def by_status(view: View) -> Chart | None:
    """How many actions have each reported status."""
    found = book(view)
    if found.now.empty:
        return None
    data = actions.by_word(found.now, "shown_status", SHOWN)
    data = data[(data["value"] > 0) | data["label"].isin(ALWAYS)]
    values = dict(zip(data["label"], data["value"].astype(int), strict=True))
    done, going, waiting = (values[word] for word in ("complete", "in progress", "not started"))
    return chart(
        found,
        "by_status",
        "bars",
        f"{done} of {counted(len(found.now), 'action')} {_verb(done)} reported complete, "
        f"{going or 'none'} in progress and {waiting or 'none'} not started",
        "Actions by the status their owners report",
        _capital(data),
        {"label": "Reported status", "value": "Actions"},
        of=found.now,
        by_status=True,
        measure="actions.complete",
        value_title="Actions",
        focus=("Complete",),
    )


def date_position(view: View) -> Chart | None:
    """Where open actions stand against their current due dates."""
    found = book(view)
    if found.open.empty:
        return None
    data = actions.by_word(found.open, "date_position", DATES)
    if view.next_meeting is None:
        data = data[data["label"] != "due by next meeting"]
    values = dict(zip(data["label"], data["value"].astype(int), strict=True))
    late, soon = values["overdue"], values.get("due by next meeting", 0)
    said = f"{late} of {counted(len(found.open), 'open action')} {_verb(late)} overdue"
    if not late:
        said = f"None of {counted(len(found.open), 'open action')} is overdue"
    if soon and view.next_meeting:
        more = " more" if late else ""
        said += f"; {soon}{more} {'falls' if soon == 1 else 'fall'} due by {day(view.next_meeting)}"
    return chart(
        found,
        "date_position",
        "bars",
        said,
        "Open actions by their current due date",
        _capital(data),
        {"label": "Date position", "value": "Open actions"},
        of=found.open,
        measure="actions.overdue",
        value_title="Open actions",
        focus=("Overdue",),
    )


def evidence(view: View) -> Chart | None:
    """How far actions have got towards the committee's acceptance."""
    found = book(view)
    if found.in_scope.empty:
        return None
    data = actions.by_word(found.in_scope, "evidence_position", EVIDENCE[::-1])
    values = dict(zip(data["label"], data["value"].astype(int), strict=True))
    done = sum(values[word] for word in ("claimed", "evidenced", "accepted"))
    if done:
        parts = [
            f"{values['accepted'] or 'none'} accepted by the committee",
            f"{values['evidenced'] or 'none'} with evidence",
            f"{values['claimed'] or 'none'} on the owner’s word alone",
        ]
        said = f"{counted(done, 'action')} {_verb(done)} called complete: {listed(parts)}"
    else:
        said = f"None of {counted(len(found.in_scope), 'action')} is called complete"
    labels = {
        "accepted": "Accepted by the committee",
        "evidenced": "Complete, evidence given",
        "claimed": "Complete, no evidence yet",
        "nothing yet": "Not complete",
    }
    return chart(
        found,
        "evidence",
        "bars",
        said,
        "Actions by how far completion has been shown",
        with_text(data.assign(label=data["label"].map(labels))),
        {"label": "Evidence position", "value": "Actions"},
        by_status=True,
        measure="actions.evidenced",
        value_title="Actions",
        focus=(labels["claimed"],),
    )


def overdue_age(view: View) -> Chart | None:
    """How long the overdue actions have been overdue."""
    found = book(view)
    late = found.now[found.now["date_position"] == "overdue"]
    if late.empty:
        return None
    longest = int(late["days_overdue"].max())
    days = counted(longest, "day")
    said = (
        f"1 action is overdue, by {days}"
        if len(late) == 1
        else f"{len(late)} actions are overdue, the longest by {days}"
    )
    return chart(
        found,
        "overdue_age",
        "bars",
        said,
        "Overdue actions by days since their current due date",
        with_text(actions.by_age(found.now)),
        {"label": "How long overdue", "value": "Overdue actions"},
        of=late,
        measure="actions.longest_overdue",
        value_title="Overdue actions",
        focus=("Over 180 days",),
    )


def due_months(view: View) -> Chart | None:
    """When the open actions are due, so that a pile on one day is seen."""
    found = book(view)
    dated = found.open[found.open["current_due"].notna()]
    if dated.empty:
        return None
    pile = found.one_day
    periods = dated["current_due"].dt.to_period("M")
    name = month
    if periods.nunique() > MONTHS:
        periods = dated["current_due"].dt.to_period("Q")

        def name(when: pd.Timestamp) -> str:  # type: ignore[misc]
            return f"{month(when - pd.DateOffset(months=2))} to {month(when)}"

    groups = [(name(when.end_time), rows) for when, rows in dated.groupby(periods)]
    undated = len(found.open) - len(dated)
    notes = []
    if undated:
        notes = [f"{counted(undated, 'open action')} without a due date {_verb(undated)} not here."]
    first, last = dated["current_due"].min(), dated["current_due"].max()
    said = (
        f"{pile.actions} of {pile.of} open actions with a date are all due on {day(pile.when)}"
        if pile
        else f"Open actions fall due between {day(first)} and {day(last)}"
        if first < last
        else f"{counted(len(dated), 'open action')} {_verb(len(dated))} due on {day(first)}"
    )
    return chart(
        found,
        "due_months",
        "bars",
        said,
        "Open actions by the month of their current due date",
        with_text(actions.tally(groups)),
        {"label": "Due", "value": "Open actions"},
        of=dated,
        notes=notes,
        measure="actions.open",
        value_title="Open actions",
    )
