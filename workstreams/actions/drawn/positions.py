"""Where actions stand: by reported status, date position, evidence position, age and due month."""

import pandas as pd

from charts.spec import Chart
from measures.actions import counts
from measures.following.lives import CLOSED
from measures.following.standing import DATES, EVIDENCE
from workstreams.actions.book import Book, book
from workstreams.actions.draft import chart, with_text
from workstreams.view import View
from workstreams.wording import are, counted, day, listed, month, of_all, sentence

SETTLED = "no longer listed, and an officer recorded why"
SHOWN = (
    "not started",
    "in progress",
    "paused",
    "unknown",
    "no longer listed",
    SETTLED,
    "complete",
    "withdrawn",
)
ALWAYS = ("not started", "in progress", "complete")
MONTHS = 14
"""A list of months longer than this is put together by quarter."""


def _capital(data: pd.DataFrame) -> pd.DataFrame:
    return with_text(data.assign(label=data["label"].map(sentence)))


def by_status(view: View) -> Chart | None:
    """How many actions have each reported status."""
    found = book(view)
    if found.now.empty:
        return None
    data = counts.by_word(found.now.assign(said=_reported(found.now)), "said", SHOWN)
    data = data[(data["value"] > 0) | data["label"].isin(ALWAYS)]
    values = dict(zip(data["label"], data["value"].astype(int), strict=True))
    return chart(
        found,
        "by_status",
        "bars",
        _status_finding(found, values),
        "Actions by the status their owners report",
        _capital(data),
        {"label": "Reported status", "value": "Actions"},
        of=found.now,
        by_status=True,
        measure="complete",
        focus=("Complete",),
        meanings={"Complete": "done"},
    )


def _status_finding(found: Book, values: dict[str, int]) -> str:
    """How many are complete, of those in the plan; then those under way, and those that left."""
    scope = len(found.in_scope)
    done = int((found.in_scope["reported_status"] == "complete").sum())
    others = [(values[word], word) for word in ("in progress", "not started") if values[word]]
    if not scope:
        said = "No action is left in the plan"
    elif scope == 1 and others:
        said = f"The one action is {others[0][1]}"
    else:
        said = f"{of_all(done, scope, 'action')} reported complete"
        rest = listed([f"{number} {are(number)} {word}" for number, word in others])
        said = "; ".join(part for part in (said, rest) if part)
    gone = len(found.now) - scope
    return f"{said}; {gone} {are(gone)} withdrawn or merged" if gone else said


def _reported(now: pd.DataFrame) -> pd.Series:
    """The owner's word; of an action no longer listed that was open then, that it is not."""
    went = ~now["listed"] & ~now["reported_status"].isin(CLOSED)
    return (
        now["reported_status"].mask(went, "no longer listed").mask(went & now["explained"], SETTLED)
    )


def date_position(view: View) -> Chart | None:
    """Where open actions stand against their current due dates."""
    found = book(view)
    if found.open.empty:
        return None
    data = counts.by_word(found.open, "date_position", DATES)
    if view.next_meeting is None:
        data = data[data["label"] != "due by next meeting"]
    values = dict(zip(data["label"], data["value"].astype(int), strict=True))
    late, soon = values["overdue"], values.get("due by next meeting", 0)
    said = f"{of_all(late, len(found.open), 'open action')} overdue"
    if values["no date"] == len(found.open):
        one = len(found.open) == 1
        said = "The one open action has no due date" if one else "No open action has a due date"
    if soon and view.next_meeting:
        more = "it" if len(found.open) == 1 else f"{soon} more" if late else f"{soon}"
        said += f"; {more} {_falls(soon)} due by {day(view.next_meeting)}"
    return chart(
        found,
        "date_position",
        "bars",
        said,
        "Open actions by their current due date",
        _capital(data),
        {"label": "When they are due", "value": "Open actions"},
        of=found.open,
        measure="overdue",
        focus=("Overdue",),
        meanings={"Overdue": "attention"},
    )


def evidence(view: View) -> Chart | None:
    """How far actions have got towards the committee's acceptance."""
    found = book(view)
    if found.in_scope.empty:
        return None
    data = counts.by_word(found.in_scope, "evidence_position", EVIDENCE[::-1])
    values = dict(zip(data["label"], data["value"].astype(int), strict=True))
    done = sum(values[word] for word in ("claimed", "evidenced", "accepted"))
    if done:
        parts = [
            f"{values['accepted'] or 'none'} accepted by the committee",
            f"{values['evidenced'] or 'none'} with evidence",
            f"{values['claimed'] or 'none'} with nothing given that shows it",
        ]
        said = f"{counted(done, 'action')} {are(done)} called complete: {listed(parts)}"
        if done == 1:
            how = next(part for part in parts if part.startswith("1 "))
            said = f"1 action is called complete, {how.removeprefix('1 ')}"
    else:
        said = f"{of_all(0, len(found.in_scope), 'action')} called complete"
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
        {"label": "How far it is shown", "value": "Actions"},
        by_status=True,
        measure="evidenced",
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
        with_text(counts.by_age(found.now)),
        {"label": "How long overdue", "value": "Overdue actions"},
        of=late,
        measure="longest_overdue",
        focus=("Over 180 days",),
        meanings={"Over 180 days": "attention"},
    )


def due_months(view: View) -> Chart | None:
    """When the open actions are due, so that a pile on one day is seen."""
    found = book(view)
    dated = found.open[found.open["current_due"].notna()]
    if dated.empty:
        return None
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
        notes = [f"{counted(undated, 'open action')} without a due date {are(undated)} not here."]
    return chart(
        found,
        "due_months",
        "bars",
        _due_finding(found, dated["current_due"]),
        "Open actions by the month of their current due date",
        with_text(counts.tally(groups)),
        {"label": "Due", "value": "Open actions"},
        of=dated,
        notes=notes,
        measure="open",
    )


def _due_finding(found: Book, due: pd.Series) -> str:
    """When open actions are due, those whose date has passed apart from those still to come."""
    today = pd.Timestamp(found.as_at)
    pile = found.one_day
    if pile:
        verb = "were" if pd.Timestamp(pile.when) < today else "are"
        return (
            f"{pile.actions} of {pile.of} open actions with a date {verb} due on {day(pile.when)}"
        )
    past, ahead = due[due < today], due[due >= today]
    if past.empty:
        when = f"on {day(due.min())}"
        if due.min() < due.max():
            when = f"between {day(due.min())} and {day(due.max())}"
        return f"{counted(len(due), 'open action')} {_falls(len(due))} due {when}"
    if len(past) == 1:
        said = f"1 open action was due on {day(past.min())}"
    else:
        said = f"{len(past)} open actions were due before {day(today)}, "
        said += f"the first on {day(past.min())}"
    if ahead.empty:
        return said
    return f"{said}; {len(ahead)} more {_falls(len(ahead))} due by {day(ahead.max())}"


def _falls(number: int) -> str:
    return "falls" if number == 1 else "fall"
