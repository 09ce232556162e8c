"""A plan's days as a calendar file (RFC 5545), for Outlook and others.

Each thing has an identifier that stays its own from file to file, so that a new file changes what
an old one brought and adds nothing twice. What is over by then is cancelled.
"""

import hashlib
import hmac
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from store.database.engine import Engine
from store.said.remembered import secret
from store.views import view
from workstreams.actions.updates.due import DAYS, Due, due, soon, told
from workstreams.view import View
from workstreams.wording import day

CATEGORIES = {"meeting": "Meeting", "answer": "Answer due", "action": "Action due"}


def written(engine: Engine, plan_id: int, owner: str = "") -> bytes:
    """The .ics of a plan as it stands, or of one owner's actions beside the meetings."""
    seen = view(engine, plan_id)
    standing = [one for one in seen.snapshots if not one.withdrawn]
    # A later file must say that it is later; ids of uploads only grow.
    revision = max((one.id for one in standing), default=0)
    at = max((one.accepted_at for one in standing), default=datetime.now(UTC))
    calendar = Calendar()
    calendar.add("prodid", "-//Improvement plan dashboard//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{seen.plan.name}, {owner}" if owner else seen.plan.name)
    key = secret()
    for one in due(seen, owner):
        calendar.add_component(_event(seen, one, revision, at, key))
    made: bytes = calendar.to_ical()
    return made


def coming(engine: Engine, plan_id: int, today: date, owner: str = "", days: int = DAYS) -> str:
    """What is due in the days from ``today`` on, as plain text."""
    return soon(view(engine, plan_id), today, owner, days)


def _event(seen: View, one: Due, revision: int, at: datetime, key: bytes) -> Event:
    event = Event()
    event.add("uid", _identifier(seen.plan.id, one, key))
    event.add("dtstamp", at)
    event.add("last-modified", at)
    event.add("sequence", revision)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", told(one))
    event.add("categories", [CATEGORIES[one.kind]])
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if one.over else "CONFIRMED")
    about = (
        seen.plan.name,
        seen.plan.committee,
        f"Owner: {', '.join(one.owners)}" if one.owners else "",
        f"From the plan as at {day(seen.as_at)}.",
        seen.plan.illustrative,
    )
    event.add("description", "\n".join(line for line in about if line))
    return event


def _identifier(plan_id: int, one: Due, key: bytes) -> str:
    """The same for one thing of one plan in every file, and of no other installation's."""
    plain = f"calendar {plan_id} {one.kind} {one.key}"
    return f"{hmac.new(key, plain.encode(), hashlib.sha256).hexdigest()[:32]}@improvement-plan"
