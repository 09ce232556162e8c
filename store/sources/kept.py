"""A plan's sources: the files that it is kept in, each as it comes again and again."""

from dataclasses import dataclass

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.tables import SNAPSHOTS, SOURCES
from store.refused import Refused
from store.said import ledger
from store.said.ledger import RENAMED, Ledger
from workstreams.names import folded
from workstreams.view import Source

LONGEST = 200
"""Characters of a name."""


@dataclass(frozen=True)
class Adds:
    """That an upload adds a source of this name to the plan."""

    name: str


Into = Source | Adds
"""Where an upload goes: it continues a source of the plan, or adds one."""


def sources(engine: sa.Engine, plan_id: int) -> tuple[Source, ...]:
    """The plan's sources that have an upload which stands, in the order they were added."""
    require(Right.SEE, plan_id)
    with engine.connect() as connection:
        return sources_in(connection, plan_id, ledger.read(connection, plan_id))


def renamed(lines: Ledger) -> dict[int, str]:
    """What each source that was renamed is called, by its id."""
    return {int(line.subject): line.value for line in lines.of(RENAMED)}


def sources_in(connection: sa.Connection, plan_id: int, lines: Ledger) -> tuple[Source, ...]:
    """As ``sources``, within a transaction, as a ledger tells."""
    names = renamed(lines)
    rows = connection.execute(
        sa.select(SOURCES.c.id, SOURCES.c.name, SNAPSHOTS.c.id.label("snapshot"))
        .join(SNAPSHOTS, SNAPSHOTS.c.source_id == SOURCES.c.id)
        .where(SOURCES.c.plan_id == plan_id)
        .order_by(SOURCES.c.id)
    )
    return tuple(
        dict.fromkeys(
            Source(row.id, names.get(row.id, row.name))
            for row in rows
            if row.snapshot not in lines.withdrawn
        )
    )


def named(connection: sa.Connection, plan_id: int, name: str) -> Source | None:
    """The plan's source of a name, however it is cased and spaced, also one all withdrawn."""
    rows = connection.execute(
        sa.select(SOURCES.c.id, SOURCES.c.name)
        .where(SOURCES.c.plan_id == plan_id)
        .order_by(SOURCES.c.id)
    )
    names = renamed(ledger.read(connection, plan_id))
    found = (Source(row.id, names.get(row.id, row.name)) for row in rows)
    return next((one for one in found if folded(one.name) == folded(name)), None)


def settled(connection: sa.Connection, plan_id: int, into: Into, by: str) -> int:
    """The id of the source that an upload goes to, added where it adds one.

    A name whose uploads were all withdrawn is taken up again. Raises ``Refused`` where a name is
    blank or another source has it, or the source is of another plan.
    """
    if isinstance(into, Source):
        of_plan = sa.select(SOURCES.c.id).where(
            SOURCES.c.plan_id == plan_id, SOURCES.c.id == into.id
        )
        if connection.execute(of_plan).first() is None:
            raise Refused(f"This plan has no source called “{into.name}”.")
        return into.id
    name = " ".join(into.name.split())[:LONGEST]
    if not name:
        raise Refused("Give the source a name, such as “Action plan” or “Scrutiny log”.")
    same = named(connection, plan_id, name)
    if same is not None:
        if same in sources_in(connection, plan_id, ledger.read(connection, plan_id)):
            raise Refused(f"This plan has a source called “{same.name}” already.")
        return same.id
    done = connection.execute(
        SOURCES.insert().values(
            plan_id=plan_id,
            name=name,
            by=ledger.named(by),
            at=ledger.stamp(connection, plan_id),
        )
    )
    (source_id,) = done.inserted_primary_key or (0,)
    return int(source_id)
