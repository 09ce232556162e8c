"""The dated lines of a time axis: committee meetings and events."""

from datetime import date

from charts.spec import Mark
from workstreams.view import Meeting, View


def marks(view: View, first: date, last: date) -> tuple[Mark, ...]:
    """Meetings and events between two dates, both included, oldest first.

    None that the view's meeting could not know of: no later event, and no meeting after the next.
    A meeting without a name of its own, or named just as the committee, is labelled with its
    month: the same name at every line would tell nothing.
    """
    meetings = [
        Mark(m.when, m.name if own_name(m, view) else f"{m.when:%b %Y}", "meeting")
        for m in view.meetings
        if first <= m.when <= min(last, view.next_meeting or view.reported_on)
    ]
    until = min(last, view.reported_on)
    events = [Mark(e.when, e.text, "event") for e in view.events if first <= e.when <= until]
    return tuple(sorted(meetings + events, key=lambda mark: mark.when))


def own_name(meeting: Meeting, view: View) -> bool:
    """Whether a meeting is called anything but the committee's name."""
    return bool(meeting.name) and meeting.name != view.plan.committee
