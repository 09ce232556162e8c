"""The measures of actions, with the words that explain them."""

from collections.abc import Callable

import pandas as pd

from measures.actions import counts
from measures.figures import Better, Figure, Unit, missing
from measures.following.minuted import is_minuted
from measures.following.together import originals
from workstreams.actions.book import Book, book
from workstreams.actions.columns import ACTIONS
from workstreams.base import Measure
from workstreams.view import View

SCOPE = (
    "Actions withdrawn or merged do not count. An action that is no longer listed still counts "
    "until an officer records why."
)
OVERDUE_RULE = (
    "An action is overdue when its current due date is before the as-at date and it is neither "
    "complete nor withdrawn. The current due date is the revised due date where one is given, "
    "else the due date. An action whose date was taken away is not overdue: it counts under “No "
    "due date”, and as moved."
)


def _completion(key: str, name: str, reached: str, definition: str, formula: str) -> Measure:
    def figure(view: View) -> Figure:
        if reached == "evidenced" and (why := _no_evidence(book(view))):
            return missing(name, "percent", why, view.as_at)
        return counts.completion(book(view).now, reached, name, view.as_at)

    said = f"{definition} {SCOPE}"
    return Measure(key, name, said, formula, "percent", "higher", figure, of_a_list=True)


def _count(
    key: str,
    name: str,
    definition: str,
    formula: str,
    chosen: Callable[[Book], pd.Series],
    better: Better = "lower",
    why_missing: Callable[[Book], str] = lambda book: "",
) -> Measure:
    def figure(view: View) -> Figure:
        found = book(view)
        why = why_missing(found)
        if why:
            return missing(name, "count", why, view.as_at)
        return counts.counted(found.now, chosen(found), name, view.as_at, better)

    return Measure(key, name, definition, formula, "count", better, figure)


def _other(
    key: str,
    name: str,
    definition: str,
    formula: str,
    unit: Unit,
    better: Better,
    worked_out: Callable[[pd.DataFrame, str, View], Figure],
) -> Measure:
    def figure(view: View) -> Figure:
        return worked_out(book(view).now, name, view)

    return Measure(key, name, definition, formula, unit, better, figure)


def _without(words: str, *fields: str) -> Callable[[Book], str]:
    """Why a figure is missing where no file of actions has any of some columns; "" if one."""

    def why(found: Book) -> str:
        if found.now.empty or any(found.view.reports(ACTIONS.key, one) for one in fields):
            return ""
        return f"no file of actions has a column for {words}"

    return why


_undated = _without("a due date", "due_date", "revised_due_date")

FIRST_FILE = "no file of these actions came before, so there is nothing to compare with"
"""Why a change is missing while each of the plan's files has come once."""


def _first(found: Book) -> str:
    """Why a figure of changes is missing where no file of actions has come twice; "" if one."""
    records = found.view.history[ACTIONS.key]
    own = records[~is_minuted(records.index)]
    came = own.groupby("source_id")["snapshot_id"].nunique() if "source_id" in own else None
    several = own["snapshot_id"].nunique() if came is None else came.max()
    return FIRST_FILE if len(own) and several < 2 else ""


def _unmoved(found: Book) -> str:
    """Why a figure of moved dates is missing: no dates, or nothing that could show a move."""
    if why := _undated(found):
        return why
    told = (found.now["moves"] > 0).any() or found.view.reports(ACTIONS.key, "revised_due_date")
    return "" if told else _first(found)


def _never(column: str) -> Callable[[Book], str]:
    """Why a count of what a file seldom tells by itself is missing, unless this one does."""
    return lambda found: "" if (found.now[column] > 0).any() else _first(found)


def _no_evidence(found: Book) -> str:
    """As ``_without``, unless evidence was recorded or accepted: the figure is then of that."""
    known = found.now["evidence_position"].isin(["evidenced", "accepted"]).any()
    return "" if known else _without("evidence, and none was recorded", "evidence")(found)


def _average_move(now: pd.DataFrame, name: str, view: View) -> Figure:
    """As ``counts.average_move``; missing where nothing could show a move."""
    why = _unmoved(book(view))
    moved = counts.average_move(now, name, view.as_at)
    return missing(name, "days", why, view.as_at) if why and moved.value is not None else moved


def no_update(found: Book) -> pd.Series:
    """Open actions whose update has no new text since the date compared with, or none at all."""
    now = found.now
    silent = now["updated_at"].isna()
    since = found.view.since
    if since is not None and found.before is not None:
        # What stands as it stood then, in a file that has not come again, is not silent.
        stood = originals(found.before["record_id"])
        came = ~originals(now["record_id"]).isin(stood)
        silent |= (now["updated_at"] <= pd.Timestamp(since)) & came
    # A row that was not read may well say something.
    return now["open"] & now["listed"] & silent & (now["record_id"] >= 0)


COMPLETE = _completion(
    "actions.complete",
    "Actions reported complete",
    "claimed",
    "The share of actions that their owners report as complete, or that an officer recorded as "
    "completed after they were no longer listed, whether or not evidence has been given or the "
    "committee has accepted it.",
    "(Actions with the reported status “complete” + actions no longer listed and recorded as "
    "completed) ÷ actions in the plan.",
)
EVIDENCED = _completion(
    "actions.evidenced",
    "Actions complete with evidence",
    "evidenced",
    "The share of actions that are reported complete and have evidence, in the file or recorded "
    "by an officer. Those the committee has accepted are included.",
    "Actions reported complete with evidence given ÷ actions in the plan.",
)
ACCEPTED = _completion(
    "actions.accepted",
    "Actions accepted by the committee",
    "accepted",
    "The share of actions that are reported complete and that the committee has accepted at a "
    "meeting, as recorded by an officer.",
    "Actions reported complete and accepted ÷ actions in the plan.",
)
OPEN = _count(
    "actions.open",
    "Open actions",
    f"Actions that are neither complete nor withdrawn. {SCOPE}",
    "Actions in the plan less those reported complete.",
    lambda found: found.now["open"],
)
OVERDUE = _count(
    "actions.overdue",
    "Overdue actions",
    OVERDUE_RULE,
    "Open actions whose current due date is before the as-at date.",
    lambda found: found.now["date_position"] == "overdue",
    why_missing=_undated,
)
LONGEST = _other(
    "actions.longest_overdue",
    "Longest overdue",
    f"How long the action that is longest overdue has been so. {OVERDUE_RULE}",
    "As-at date less the earliest current due date of the overdue actions.",
    "days",
    "lower",
    lambda now, name, view: counts.longest_overdue(now, name, view.as_at),
)
DUE_NEXT = _count(
    "actions.due_next",
    "Due before the next meeting",
    "Open actions, not yet overdue, whose current due date comes no later than the next meeting.",
    "Open actions with as-at date ≤ current due date ≤ next meeting.",
    lambda found: found.now["date_position"] == "due by next meeting",
    "neutral",
    lambda found: (
        _undated(found) if found.view.next_meeting else "no later meeting has been entered"
    ),
)
MOVED = _count(
    "actions.moved",
    "Actions whose date has moved",
    "Actions in the plan, complete or not, whose due date has been changed or taken away at least "
    "once since it was first given. The first date is kept even where the file overwrites it.",
    "Actions with one or more changes of current due date, a date taken away being one.",
    lambda found: found.now["in_scope"] & (found.now["moves"] > 0),
    why_missing=_unmoved,
)
MOVED_DAYS = _other(
    "actions.days_moved",
    "Average move of due dates",
    "How many days later, on average, the current due dates are than the first ones. It is the "
    "distance between the two planned paths of the completion chart. Actions whose date was taken "
    "away have no current one, and are not in it.",
    "Sum of (current due date less first due date) ÷ actions in the plan with a due date.",
    "days",
    "lower",
    _average_move,
)
ON_TIME = _other(
    "actions.on_time",
    "Complete by the first due date",
    "Of the complete actions that were ever given a due date, the share that was complete by the "
    "first one. Without a date of completion in the file, the first upload that showed it "
    "complete counts as the day where that is by the due date; where it is later, the day is not "
    "known and the action is left out.",
    "Actions complete on or before their first due date ÷ complete actions with a due date and a "
    "known day of completion.",
    "percent",
    "higher",
    lambda now, name, view: counts.on_time(now, name, view.as_at),
)
REOPENED = _count(
    "actions.reopened",
    "Actions reopened",
    "Actions in the plan that were once reported complete or withdrawn and were open again later.",
    "Actions with one or more changes from complete or withdrawn back to open.",
    lambda found: found.now["in_scope"] & (found.now["reopenings"] > 0),
    why_missing=_never("reopenings"),
)
UNLISTED = _count(
    "actions.no_longer_listed",
    "No longer listed",
    "Open actions that an earlier file had and the latest does not, where no officer has recorded "
    "why. They stay in the plan's counts.",
    "Open actions missing from the latest file.",
    lambda found: found.now["open"] & ~found.now["listed"],
    why_missing=_first,
)
NO_UPDATE = _count(
    "actions.no_update",
    "No update",
    "Open actions in the latest file whose update says nothing new since the meeting before, or "
    "that have none. An action that is new since then counts only if it has no update at all.",
    "Open, listed actions whose update text is blank or as it was at the date compared with.",
    no_update,
    why_missing=_without("an update", "update"),
)
NO_OWNER = _count(
    "actions.no_owner",
    "No owner",
    "Open actions whose owner is blank.",
    "Open actions with no owner.",
    lambda found: found.now["open"] & found.now["owner"].isna(),
    why_missing=_without("the owner", "owner"),
)
NO_DATE = _count(
    "actions.no_date",
    "No due date",
    "Open actions that have neither a due date nor a revised due date, also where they once had "
    "one. They can never be overdue.",
    "Open actions with no due date.",
    lambda found: found.now["date_position"] == "no date",
    why_missing=_undated,
)
MEASURES = (
    COMPLETE,
    EVIDENCED,
    ACCEPTED,
    OPEN,
    OVERDUE,
    LONGEST,
    DUE_NEXT,
    MOVED,
    MOVED_DAYS,
    ON_TIME,
    REOPENED,
    UNLISTED,
    NO_UPDATE,
    NO_OWNER,
    NO_DATE,
)
