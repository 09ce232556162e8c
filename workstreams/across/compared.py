"""What two dates are compared, in the words that the screen and the pack share."""

from dataclasses import dataclass
from datetime import date

from workstreams.view import View
from workstreams.wording import day


@dataclass(frozen=True)
class Dates:
    """The dates that stand round a view's own, and what is said of the two compared."""

    since: date | None
    next_meeting: date | None
    heading: str
    compared: str


def dates(view: View) -> Dates:
    """The date compared with, the next meeting, and the words about them."""
    return Dates(view.since, view.next_meeting, heading(view), compared(view))


def heading(view: View) -> str:
    """What stands over the changes: when the committee last met, or the date picked."""
    if view.since is None or view.since_met:
        met = view.since_met or view.last_met
        return f"Since you last met, on {day(met)}" if met else "Since you last met"
    return f"What changed since {day(view.since)}"


def compared(view: View) -> str:
    """Which two dates are compared and what the earlier one stood for; or why none are."""
    if view.since is None:
        if view.nothing_new and view.last_met:
            return (
                f"Nothing has been uploaded since the committee met on {day(view.last_met)}. "
                "These are the figures that it had then."
            )
        return "This is the first upload, so there is nothing to compare it with yet."
    stood = ""
    if view.since_met:
        same = view.since_met == view.since
        stood = f", {'the day of' if same else 'which stood at'} the meeting before"
        if not same:
            stood += f", on {day(view.since_met)}"
    return (
        f"The plan as at {day(view.as_at)} is compared with the plan as at "
        f"{day(view.since)}{stood}."
    )
