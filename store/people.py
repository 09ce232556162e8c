"""People: who is what to which plan, kept by an administrator and never without one's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from store.access.roles import Right, Role, strongest
from store.access.visitor import require
from store.database.engine import GIVING, alone, writing
from store.database.tables import PEOPLE
from store.refused import Refused
from store.said.ledger import named, now


@dataclass(frozen=True)
class Person:
    """One role of one person. ``plan_id`` is None where it holds in every plan."""

    id: int
    address: str
    role: Role
    plan_id: int | None
    by: str
    at: datetime


def people(engine: sa.Engine) -> tuple[Person, ...]:
    """Everybody who holds a role now, by address. For those who may say who may do what."""
    require(Right.PEOPLE)
    with engine.connect() as connection:
        rows = connection.execute(sa.select(PEOPLE).where(PEOPLE.c.ended_at.is_(None))).all()
    found = (
        Person(row.id, row.address, Role(row.role), row.plan_id, row.by, row.at) for row in rows
    )
    # Not by the database: each puts letters and signs in an order of its own.
    return tuple(sorted(found, key=lambda one: (one.address, one.id)))


def roles_of(engine: sa.Engine, address: str) -> Mapping[int | None, Role]:
    """The roles that an address holds now: plan id -> role; under None, in every plan."""
    with engine.connect() as connection:
        rows = connection.execute(
            sa.select(PEOPLE.c.plan_id, PEOPLE.c.role).where(
                PEOPLE.c.address == _plain(address), PEOPLE.c.ended_at.is_(None)
            )
        ).all()
    held: dict[int | None, list[Role]] = {}
    for plan_id, role in rows:
        held.setdefault(plan_id, []).append(Role(role))
    return {plan_id: best for plan_id, own in held.items() if (best := strongest(own))}


def give(engine: sa.Engine, address: str, role: Role, plan_id: int | None, by: str) -> None:
    """Give somebody a role in a plan, or in every plan, in place of the one held there.

    Raises ``Refused`` where the address is none, ``NotAllowed`` where the visitor may not.
    """
    plain = _plain(address)
    if plain.count("@") != 1 or plain.startswith("@") or plain.endswith("@") or " " in plain:
        raise Refused(f"“{address.strip()}” is not an e-mail address. Enter one like a@b.gov.uk.")
    with writing(engine, Right.PEOPLE) as connection:
        alone(connection, GIVING)
        _end(connection, _same(plain, plan_id), by)
        connection.execute(
            PEOPLE.insert().values(
                address=plain[:320], role=role.value, plan_id=plan_id, by=named(by), at=now()
            )
        )


def take_away(engine: sa.Engine, person_id: int, by: str) -> None:
    """Take a role away; it stays in the past, with whoever took it away."""
    with writing(engine, Right.PEOPLE) as connection:
        if not _end(connection, PEOPLE.c.id == person_id, by):
            raise Refused(
                "That role is not held any more: somebody may have taken it away already."
            )


def _same(address: str, plan_id: int | None) -> sa.ColumnElement[bool]:
    where = PEOPLE.c.plan_id.is_(None) if plan_id is None else PEOPLE.c.plan_id == plan_id
    return sa.and_(PEOPLE.c.address == address, where)


def _end(connection: sa.Connection, which: sa.ColumnElement[bool], by: str) -> int:
    """Ends the roles that stand, and says how many did."""
    done = connection.execute(
        PEOPLE.update()
        .where(which, PEOPLE.c.ended_at.is_(None))
        .values(ended_by=named(by), ended_at=now())
    )
    return done.rowcount


def _plain(address: str) -> str:
    return address.strip().casefold()
