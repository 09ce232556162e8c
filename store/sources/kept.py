"""A plan's sources: the files that it is kept in, each as it comes again and again."""

from dataclasses import dataclass

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.tables import SNAPSHOTS, SOURCES
from store.refused import Refused
from store.said import ledger
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
        return sources_in(connection, plan_id, ledger.read(connection, plan_id).withdrawn)


def sources_in(
    connection: sa.Connection, plan_id: int, withdrawn: frozenset[int] = frozenset()
) -> tuple[Source, ...]:
    """As ``sources``, within a transaction, where these snapshots are ``withdrawn``."""
    rows = connection.execute(
        sa.select(SOURCES.c.id, SOURCES.c.name, SNAPSHOTS.c.id.label("snapshot"))
        .join(SNAPSHOTS, SNAPSHOTS.c.source_id == SOURCES.c.id)
        .where(SOURCES.c.plan_id == plan_id)
        .order_by(SOURCES.c.id)
    )
    return tuple(dict.fromkeys(Source(r.id, r.name) for r in rows if r.snapshot not in withdrawn))


def named(connection: sa.Connection, plan_id: int, name: str) -> Source | None:
    """The plan's source of a name, however it is cased and spaced, also one all withdrawn."""
    rows = connection.execute(
        sa.select(SOURCES.c.id, SOURCES.c.name)
        .where(SOURCES.c.plan_id == plan_id)
        .order_by(SOURCES.c.id)
    )
    found = (Source(row.id, row.name) for row in rows if _plain(row.name) == _plain(name))
    return next(found, None)


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
        withdrawn = ledger.read(connection, plan_id).withdrawn
        if same in sources_in(connection, plan_id, withdrawn):
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


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
