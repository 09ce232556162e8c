"""The ledger: everything said about a plan outside its records, who said it and when.

Plan facts, meetings, targets, events, settings, judgements and withdrawals are all lines of it.
A line is never changed: it is ended, and another is written. So the plan can be read as it stood
at any moment, and a pack made last year can be made again.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from loaders.formats.fit import fit_all
from store.access.visitor import current
from store.database.tables import LEDGER, PLANS, PUBLIC_COPIES, SNAPSHOTS
from store.refused import Refused

WITHDRAWAL = "withdrawal"
ARCHIVED = "archived"
"""The kind of the line that stands while a plan is put away."""
RENAMED = "source name"
"""The kind of the line that says what a source is called from then on."""
TICK = timedelta(microseconds=1)
"""The least that the databases tell two moments apart by."""


@dataclass(frozen=True)
class Line:
    """One line that stands. ``on`` is the date it is about; ``by`` and ``at`` who wrote it when."""

    id: int
    kind: str
    subject: str
    value: Any
    on: date | None
    by: str
    at: datetime


@dataclass(frozen=True)
class Ledger:
    """The lines of one plan that stand, oldest first, and the snapshots withdrawn."""

    lines: tuple[Line, ...]
    withdrawn: frozenset[int]

    def of(self, *kinds: str) -> tuple[Line, ...]:
        """The lines of some kinds."""
        return tuple(line for line in self.lines if line.kind in kinds)


def line_of(row: Any) -> Line:
    """A row of the ledger's table as a line."""
    return Line(row.id, row.kind, row.subject, json.loads(row.value), row.on, row.by, row.at)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def stamp(connection: sa.Connection, plan_id: int) -> datetime:
    """The moment to write beside what is said of a plan: after everything said of it before.

    It is this machine's clock, unless something stands that bears a later moment: a clock was put
    back, or another server's is ahead. Then it is the moment after that. So moments are in the
    order of the database's own ids, and a plan "as it stood" at one never lacks what was said
    before. Call it within ``hold``: nobody else writes of the plan meanwhile.
    """
    marks = (
        sa.select(sa.func.max(column)).where(table.c.plan_id == plan_id).scalar_subquery()
        for table, column in (
            (LEDGER, LEDGER.c.at),
            (LEDGER, LEDGER.c.ended_at),
            (SNAPSHOTS, SNAPSHOTS.c.at),
            (PUBLIC_COPIES, PUBLIC_COPIES.c.at),
        )
    )
    last = max(filter(None, connection.execute(sa.select(*marks)).one()), default=None)
    return max(now(), last + TICK) if last else now()


def read(
    connection: sa.Connection,
    plan_id: int,
    known_at: datetime | None = None,
    not_yet: Collection[int] = (),
) -> Ledger:
    """What stands for a plan, now or as it stood at an earlier moment.

    What stands now is told by what was written, never by a clock: another server's may be ahead,
    and this one's may have been put back.

    What a withdrawn upload's own sheets said (its meetings, targets, events, key) does not stand,
    and what those sheets ended stands again. So it is with what the uploads said that were ``not
    yet`` there at the date looked at.
    """
    query = sa.select(LEDGER).where(LEDGER.c.plan_id == plan_id).order_by(LEDGER.c.id)
    if known_at:
        query = query.where(LEDGER.c.at <= known_at)
    return _standing(connection.execute(query).all(), known_at, not_yet)


def read_all(connection: sa.Connection, *kinds: str) -> dict[int, Ledger]:
    """Of every plan, by its id, the lines of some kinds that stand now: from one query."""
    query = sa.select(LEDGER).where(LEDGER.c.kind.in_((*kinds, WITHDRAWAL))).order_by(LEDGER.c.id)
    rows: dict[int, list[Any]] = {}
    for row in connection.execute(query):
        rows.setdefault(row.plan_id, []).append(row)
    return {plan_id: _standing(of_it, None) for plan_id, of_it in rows.items()}


def _standing(
    rows: Sequence[Any], known_at: datetime | None, not_yet: Collection[int] = ()
) -> Ledger:
    """What stands of one plan's rows, at a moment or now, without what some uploads said."""

    def ended(row: Any) -> bool:
        return row.ended_at is not None and (known_at is None or row.ended_at <= known_at)

    withdrawn = frozenset(
        int(row.subject) for row in rows if row.kind == WITHDRAWAL and not ended(row)
    )
    silent = withdrawn.union(not_yet)
    standing = tuple(
        line_of(row)
        for row in rows
        if row.snapshot_id not in silent and (not ended(row) or row.ended_snapshot_id in silent)
    )
    return Ledger(standing, withdrawn)


def write(
    connection: sa.Connection,
    plan_id: int,
    kind: str,
    subject: str,
    value: Any,
    by: str,
    on: date | None = None,
    snapshot_id: int | None = None,
) -> int:
    """Write one line and return its id. ``value`` is anything JSON can hold."""
    done = connection.execute(
        LEDGER.insert().values(
            plan_id=plan_id,
            kind=kind,
            subject=subject,
            value=json.dumps(fit_all(value)),
            on=on,
            snapshot_id=snapshot_id,
            by=named(by),
            at=stamp(connection, plan_id),
        )
    )
    (line_id,) = done.inserted_primary_key or (0,)
    return int(line_id)


def end(
    connection: sa.Connection,
    plan_id: int,
    line_ids: Iterable[int],
    by: str,
    snapshot_id: int | None = None,
) -> None:
    """End lines that stand; a line that has ended keeps its first end."""
    connection.execute(
        LEDGER.update()
        .where(
            LEDGER.c.plan_id == plan_id,
            LEDGER.c.id.in_(list(line_ids)),
            LEDGER.c.ended_at.is_(None),
        )
        .values(
            ended_by=named(by), ended_at=stamp(connection, plan_id), ended_snapshot_id=snapshot_id
        )
    )


def replace(
    connection: sa.Connection,
    plan_id: int,
    kind: str,
    subject: str,
    value: Any,
    by: str,
    snapshot_id: int | None = None,
) -> None:
    """Say something afresh: end what stood on the subject and write the new value."""
    stood = [x for x in read(connection, plan_id).of(kind) if x.subject == subject]
    if stood and stood[-1].value == value:
        return
    end(connection, plan_id, [line.id for line in stood], by, snapshot_id)
    write(connection, plan_id, kind, subject, value, by, snapshot_id=snapshot_id)


def hold(connection: sa.Connection, plan_id: int) -> None:
    """Keep a plan to ourselves until the transaction ends; refuse where there is no such plan."""
    found = connection.execute(
        sa.select(PLANS.c.id).where(PLANS.c.id == plan_id).with_for_update()
    ).first()
    if found is None:
        raise Refused("There is no such plan in this store.")


def named(by: str) -> str:
    """Who is doing it: the name signed in with, and no other; else the one that was given.

    Nothing is stored without a name.
    """
    by = current().name or by
    if not by.strip():
        raise Refused("Say who is doing this: enter your name or your job title.")
    return by.strip()[:200]
