"""Plans, and what is said of them: committee, meetings, targets and events."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import current, require
from store.database.engine import NAMING, alone, writing
from store.database.tables import PLANS
from store.refused import Refused
from store.said import ledger
from store.said.ledger import ARCHIVED, Ledger
from workstreams import WORKSTREAMS
from workstreams.names import folded
from workstreams.view import Event, Meeting, Plan, Target

NOTHING = Ledger((), frozenset())
FACTS = ("name", "committee", "council", "illustrative", "area")
Said = Meeting | Target | Event


def plans(engine: sa.Engine, archived: bool | None = False) -> list[Plan]:
    """Every plan that the visitor may see, in the order they were added.

    ``archived``: those in use, those put away, or, with None, both.
    """
    visitor = current()
    with engine.connect() as connection:
        ids = connection.execute(sa.select(PLANS.c.id).order_by(PLANS.c.id)).scalars().all()
        told = ledger.read_all(connection, "plan", ARCHIVED)
    stood = {one: told.get(one, NOTHING) for one in ids if visitor.may(Right.SEE, one)}
    return [
        plan_of(plan_id, lines)
        for plan_id, lines in stood.items()
        if archived in (None, bool(lines.of(ARCHIVED)))
    ]


def plan(engine: sa.Engine, plan_id: int, known_at: datetime | None = None) -> Plan:
    """One plan, now or as it stood at an earlier moment."""
    require(Right.SEE, plan_id)
    with engine.connect() as connection:
        return plan_of(plan_id, ledger.read(connection, plan_id, known_at))


def plan_of(plan_id: int, lines: Ledger) -> Plan:
    """The plan that a ledger tells of."""
    facts = {line.subject: line.value for line in lines.of("plan")}
    if "name" not in facts:
        raise Refused("There is no such plan in this store.")
    return Plan(id=plan_id, **{name: facts.get(name, "") for name in FACTS})


def add_plan(
    engine: sa.Engine,
    name: str,
    committee: str,
    council: str = "",
    area: str = "",
    illustrative: str = "",
    by: str = "",
) -> Plan:
    """Add a plan; its name must be new."""
    with writing(engine, Right.PLANS) as connection:
        plan_id = add_plan_in(connection, name, committee, council, area, illustrative, by)
    return plan(engine, plan_id)


def add_plan_in(
    connection: sa.Connection,
    name: str,
    committee: str,
    council: str,
    area: str,
    illustrative: str,
    by: str,
) -> int:
    """Add a plan as part of a longer transaction, and return its id."""
    _check_name(connection, name)
    row = PLANS.insert().values(name=name.strip(), by=ledger.named(by), at=ledger.now())
    try:
        done = connection.execute(row)
    except sa.exc.IntegrityError as same:
        # Somebody else's was added between the look and ours.
        raise Refused(_same_name(name)) from same
    (plan_id,) = done.inserted_primary_key or (0,)
    facts = asdict(Plan(0, name.strip(), committee, council, illustrative, area))
    for fact in FACTS:
        ledger.write(connection, plan_id, "plan", fact, facts[fact], by)
    return int(plan_id)


def change_plan(engine: sa.Engine, plan_id: int, by: str, **facts: str) -> Plan:
    """Change a plan's name, committee, council, area or illustrative note; the past is kept."""
    right = Right.PLANS if "name" in facts else Right.SETTINGS
    with writing(engine, right, plan_id) as connection:
        ledger.hold(connection, plan_id)
        change_plan_in(connection, plan_id, by, facts)
    return plan(engine, plan_id)


def change_plan_in(
    connection: sa.Connection,
    plan_id: int,
    by: str,
    facts: Mapping[str, str],
    snapshot_id: int | None = None,
) -> None:
    """Change facts of a plan as part of a longer transaction."""
    stood = plan_of(plan_id, ledger.read(connection, plan_id))
    name = facts.get("name", stood.name).strip()
    if name != stood.name:
        _check_name(connection, name, plan_id)
        try:
            connection.execute(PLANS.update().where(PLANS.c.id == plan_id).values(name=name))
        except sa.exc.IntegrityError as same:
            raise Refused(_same_name(name)) from same
    for fact, value in facts.items():
        if fact not in FACTS:
            raise Refused(f"A plan has no fact called “{fact}”.")
        ledger.replace(connection, plan_id, "plan", fact, value.strip(), by, snapshot_id)


def meetings(
    engine: sa.Engine, plan_id: int, known_at: datetime | None = None
) -> tuple[Meeting, ...]:
    """The plan's meetings in date order."""
    return meetings_of(_lines(engine, plan_id, known_at))


def targets(
    engine: sa.Engine, plan_id: int, known_at: datetime | None = None
) -> tuple[Target, ...]:
    """The plan's targets, by measure."""
    return targets_of(_lines(engine, plan_id, known_at))


def events(engine: sa.Engine, plan_id: int, known_at: datetime | None = None) -> tuple[Event, ...]:
    """The plan's events in date order."""
    return events_of(_lines(engine, plan_id, known_at))


def meetings_of(lines: Ledger) -> tuple[Meeting, ...]:
    """The meetings a ledger tells of, one a date."""
    found = {line.on: Meeting(line.on, line.subject) for line in lines.of("meeting") if line.on}
    return tuple(sorted(found.values(), key=lambda meeting: meeting.when))


def targets_of(lines: Ledger) -> tuple[Target, ...]:
    """The targets a ledger tells of, one a measure, series and date.

    Officers name a measure as the screen does; the target carries the measure's key.
    """
    found = {}
    for line in lines.of("target"):
        measure = _measure(line.subject)
        value, series = line.value["value"], line.value["series"]
        found[measure, series, line.on] = Target(measure, value, line.on, series)
    return tuple(sorted(found.values(), key=lambda t: (t.measure, t.series, str(t.by or ""))))


def events_of(lines: Ledger) -> tuple[Event, ...]:
    """The events a ledger tells of."""
    found = {Event(line.on, line.subject) for line in lines.of("event") if line.on}
    return tuple(sorted(found, key=lambda event: (event.when, event.text)))


def add(engine: sa.Engine, plan_id: int, new: Iterable[Said], by: str) -> None:
    """Add meetings, targets or events, each in the place of what stands about the same thing.

    A meeting is about its date, a target about its measure, series and date.
    """
    with writing(engine, Right.SETTINGS, plan_id) as connection:
        ledger.hold(connection, plan_id)
        say(connection, plan_id, new, by)


def remove(engine: sa.Engine, plan_id: int, old: Iterable[Said], by: str) -> None:
    """Take meetings, targets or events away; they stay in the past."""
    with writing(engine, Right.SETTINGS, plan_id) as connection:
        ledger.hold(connection, plan_id)
        gone = {_identity(*_line(one)) for one in old}
        lines = ledger.read(connection, plan_id).of("meeting", "target", "event")
        ids = [x.id for x in lines if _identity(x.kind, x.subject, x.value, x.on) in gone]
        ledger.end(connection, plan_id, ids, by)


def say(
    connection: sa.Connection,
    plan_id: int,
    said: Iterable[Said],
    by: str,
    snapshot_id: int | None = None,
    only_new: bool = False,
) -> None:
    """Write what is said, ending what it takes the place of, as part of a longer transaction.

    What stands already is not written again. ``only_new``: what contradicts a line that stands
    is left unsaid, as when an older file is uploaded after a newer one.
    """
    standing = {
        _identity(line.kind, line.subject, line.value, line.on): line
        for line in ledger.read(connection, plan_id).of("meeting", "target", "event")
    }
    for one in said:
        kind, subject, value, on = _line(one)
        stood = standing.get(_identity(kind, subject, value, on))
        if stood:
            if only_new or (stood.subject, stood.value) == (subject, value):
                continue
            ledger.end(connection, plan_id, [stood.id], by, snapshot_id)
        ledger.write(connection, plan_id, kind, subject, value, by, on, snapshot_id)


def _lines(engine: sa.Engine, plan_id: int, known_at: datetime | None) -> Ledger:
    require(Right.SEE, plan_id)
    with engine.connect() as connection:
        return ledger.read(connection, plan_id, known_at)


def _line(said: Said) -> tuple[str, str, Any, date | None]:
    """A meeting, target or event as the kind, subject, value and date of a line."""
    match said:
        case Meeting(when, name):
            return "meeting", name, None, when
        case Target(measure, value, by, series):
            return "target", measure, {"value": value, "series": series}, by
        case Event(when, text):
            return "event", text, None, when


def _identity(kind: str, subject: str, value: Any, on: date | None) -> tuple[object, ...]:
    """What makes two lines about the same thing: a meeting is its date, whatever its name."""
    match kind:
        case "meeting":
            return kind, on
        case "target":
            return kind, _measure(subject), value["series"], on
        case _:
            return kind, subject, on


def _measure(named: str) -> str:
    """A measure's key, whether it is named by that or as the screen does; else the name."""
    keys: dict[str, str] = {}
    for one in (measure for workstream in WORKSTREAMS for measure in workstream.measures):
        keys.setdefault(folded(one.name), one.key)  # the first in menu order, should two share it
    return keys.get(folded(named), named.strip())


def _check_name(connection: sa.Connection, name: str, plan_id: int = 0) -> None:
    if not name.strip():
        raise Refused("Give the plan a name.")
    # Two that are given at the same moment: the second looks once the first is stored.
    alone(connection, NAMING)
    others = connection.execute(sa.select(PLANS.c.name).where(PLANS.c.id != plan_id)).scalars()
    if folded(name) in map(folded, others):
        raise Refused(_same_name(name))


def _same_name(name: str) -> str:
    return f"There is already a plan called “{name.strip()}”. Choose another name."
