"""Whether an upload can be a snapshot of a plan at a date at all."""

from datetime import date, datetime

import sqlalchemy as sa

from loaders.outcome import Checked
from store.database.tables import SNAPSHOTS
from store.refused import Refused
from store.said.ledger import Ledger

EARLIEST = date(1990, 1, 1)


def check(
    connection: sa.Connection, plan_id: int, as_at: date, checked: Checked, stood: Ledger
) -> None:
    """Refuse what cannot be a snapshot."""
    if as_at > datetime.now().astimezone().date():
        raise Refused(
            f"{_day(as_at)} has not come yet. Enter the date on which the figures were true."
        )
    if as_at < EARLIEST:
        raise Refused(f"{_day(as_at)} is too long ago to be right. Check the year.")
    if not any(len(frame) for frame in checked.frames.values()):
        raise Refused(
            "There is nothing to accept: no row of this file could be read without an error."
        )
    same = connection.execute(
        sa.select(SNAPSHOTS.c.id, SNAPSHOTS.c.at).where(
            SNAPSHOTS.c.plan_id == plan_id,
            SNAPSHOTS.c.as_at == as_at,
            SNAPSHOTS.c.fingerprint == checked.sha256,
        )
    )
    for snapshot_id, at in same:
        if snapshot_id not in stood.withdrawn:
            raise Refused(
                f"This very file was already accepted for {_day(as_at)}, on {_day(at)}. "
                "Nothing has changed, so nothing was stored."
            )


def is_latest(connection: sa.Connection, plan_id: int, as_at: date, stood: Ledger) -> bool:
    """Whether no standing snapshot is of a later date."""
    later = connection.execute(
        sa.select(SNAPSHOTS.c.id).where(SNAPSHOTS.c.plan_id == plan_id, SNAPSHOTS.c.as_at > as_at)
    ).scalars()
    return all(snapshot_id in stood.withdrawn for snapshot_id in later)


def _day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"
