"""What stands below the charts of actions: the outlook, what is overdue and what falls due next."""

from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.followed.outlook import outlook
from workstreams.actions.listings import days, lengths, listing, numbers
from workstreams.sections import Section
from workstreams.view import View
from workstreams.wording import counted, day


def likely(view: View) -> Section | None:
    """What the pace so far makes likely, under a heading."""
    words = tuple(outlook(view))
    return Section("What the pace so far makes likely", words) if words else None


def likely_unheaded(view: View) -> Section | None:
    """The same, right below the charts of a pack."""
    found = likely(view)
    return Section("", found.words) if found else None


def overdue(view: View) -> Section:
    """The open actions past their current due date, longest overdue first."""
    found = book(view).now
    late = found[found["date_position"] == "overdue"].sort_values("days_overdue", ascending=False)
    if late.empty:
        return Section("Overdue", ("No open action is past its due date.",))
    more = {
        "First due": days(late["first_due"]),
        "Due now": days(late["current_due"]),
        "Overdue by": lengths(late["days_overdue"]),
        "Moves": numbers(late["moves"]),
    }
    caption = f"Open actions past their due date, {counted(len(late), 'action')}."
    return Section("Overdue", (), listing(late, more), caption, ACTIONS.key)


def due_next(view: View) -> Section | None:
    """The open actions that fall due before the next meeting, soonest first."""
    found = book(view).now
    soon = found[found["date_position"] == "due by next meeting"].sort_values("current_due")
    if soon.empty or view.next_meeting is None:
        return None
    return Section(
        f"Due by the next meeting, {day(view.next_meeting)}",
        (),
        listing(soon, {"Due": days(soon["current_due"])}),
        "Open actions that fall due before then, soonest first.",
        ACTIONS.key,
    )
