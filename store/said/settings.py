"""A plan's own choices: one line of the ledger each, so that what stood can always be read."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import writing
from store.refused import Refused
from store.said import ledger
from store.said.ledger import Ledger
from workstreams.thresholds import BY_KEY

KIND = "setting"
SMALL_NUMBER = "small_number"
"""Counts of people from 1 up to this number are hidden in anything public."""
SMALLEST_SMALL_NUMBER = 5


def settings(engine: sa.Engine, plan_id: int, known_at: datetime | None = None) -> dict[str, Any]:
    """Every setting of a plan, now or as it stood at an earlier moment."""
    require(Right.SEE, plan_id)
    with engine.connect() as connection:
        return settings_of(ledger.read(connection, plan_id, known_at))


def setting(
    engine: sa.Engine, plan_id: int, name: str, known_at: datetime | None = None
) -> Any | None:
    """One setting, or None where the plan has made no such choice."""
    return settings(engine, plan_id, known_at).get(name)


def settings_of(lines: Ledger) -> dict[str, Any]:
    """The settings a ledger tells of."""
    return {line.subject: line.value for line in lines.of(KIND)}


def change_setting(engine: sa.Engine, plan_id: int, name: str, value: Any, by: str) -> None:
    """Make a choice for a plan; what stood before stays in the past."""
    change_settings(engine, plan_id, {name: value}, by)


def change_settings(engine: sa.Engine, plan_id: int, chosen: Mapping[str, Any], by: str) -> None:
    """Make several choices for a plan at once: all of them, or none."""
    with writing(engine, Right.SETTINGS, plan_id) as connection:
        ledger.hold(connection, plan_id)
        for name, value in chosen.items():
            change_setting_in(connection, plan_id, name, value, by)


def change_setting_in(
    connection: sa.Connection,
    plan_id: int,
    name: str,
    value: Any,
    by: str,
    snapshot_id: int | None = None,
) -> None:
    """Make a choice as part of a longer transaction; refuse what cannot be chosen."""
    threshold = BY_KEY.get(name)
    if threshold and not threshold.fits(value):
        raise Refused(f"Enter {threshold.allowed} for “{threshold.name}”.")
    if name == SMALL_NUMBER and not (type(value) is int and value >= SMALLEST_SMALL_NUMBER):
        raise Refused(
            f"Counts of 1 to {SMALLEST_SMALL_NUMBER} people are always hidden in public. "
            f"Enter {SMALLEST_SMALL_NUMBER} or a higher whole number."
        )
    stood = settings_of(ledger.read(connection, plan_id)).get(name)
    # Two copies, one made before and one after a lower limit, would give hidden counts back.
    if name == SMALL_NUMBER and isinstance(stood, int) and value < stood:
        raise Refused(
            f"Counts of 1 to {stood} people are hidden in what was published already, so the "
            f"limit can only be raised. Enter {stood} or a higher number."
        )
    ledger.replace(connection, plan_id, KIND, name, value, by, snapshot_id)
