"""The dated lines of a time axis: committee meetings and events."""

from datetime import date

from charts.spec import Mark
from workstreams.view import View


def marks(view: View, first: date, last: date) -> tuple[Mark, ...]:
    """Meetings and events between two dates, both included, oldest first.

    A meeting without a name of its own is labelled with its month.
    """
    meetings = [
        Mark(m.when, m.name or f"Meeting {m.when:%b %Y}", "meeting")
        for m in view.meetings
        if first <= m.when <= last
    ]
    events = [Mark(e.when, e.text, "event") for e in view.events if first <= e.when <= last]
    return tuple(sorted(meetings + events, key=lambda mark: mark.when))
