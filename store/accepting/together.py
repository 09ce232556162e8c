"""Several files accepted in one go, in the order of their dates; what needs an answer is set aside.

Where each file goes is worked out as if those before it were accepted already: the second file of a
source that the first one adds is the next one of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from loaders.outcome import Checked
from store.accepting.doubts import doubts_in, other_plans
from store.access.roles import Right
from store.database.engine import writing
from store.database.version import version_in
from store.refused import Refused
from store.said import ledger
from store.snapshots import Changed, accept_in, snapshots, snapshots_in
from store.sources.kept import Adds, Into
from store.sources.proposed import propose_in
from workstreams.view import Plan, Snapshot
from workstreams.wording import day


@dataclass(frozen=True)
class Given:
    """One file and the date it is true at; ``into`` is where it goes, where that was answered."""

    as_at: date
    checked: Checked
    into: Into | None = None


@dataclass(frozen=True)
class Placed:
    """Where a file goes, and what it needs before it can be accepted: sentences, none if ready.

    ``snapshot_id`` is the upload that it became, where it was accepted.
    """

    given: Given
    into: Into
    needs: tuple[str, ...]
    snapshot_id: int = 0

    @property
    def ready(self) -> bool:
        """Whether it can be accepted as it is."""
        return not self.needs


def in_order(files: Sequence[Given]) -> list[Given]:
    """Files by their dates; those of one date as they were given."""
    return sorted(files, key=lambda one: one.as_at)


def placed_together(engine: sa.Engine, plan_id: int, files: Sequence[Given]) -> list[Placed]:
    """Where each file would go and what it needs, by date; nothing is stored."""
    others = other_plans(engine, plan_id)
    with writing(engine, Right.UPLOAD, plan_id) as connection:
        ledger.hold(connection, plan_id)
        tried = connection.begin_nested()
        try:
            return _walked(connection, plan_id, files, "Not accepted yet", others)
        finally:
            tried.rollback()


def accept_together(
    engine: sa.Engine,
    plan_id: int,
    files: Sequence[Given],
    by: str,
    looked_at: str = "",
) -> tuple[tuple[Snapshot, ...], list[Placed]]:
    """Accept every file that needs no answer, by date; the uploads, and the files set aside.

    All of it is stored, or nothing. ``looked_at`` is as for ``accept_each``, and so is what is
    raised.
    """
    others = other_plans(engine, plan_id)
    with writing(engine, Right.UPLOAD, plan_id) as connection:
        ledger.hold(connection, plan_id)
        if looked_at and version_in(connection, plan_id) != looked_at:
            raise Changed("The plan was changed while you looked at these files.")
        found = _walked(connection, plan_id, files, by, others)
    ids = {one.snapshot_id for one in found if one.ready}
    stored = tuple(one for one in snapshots(engine, plan_id) if one.id in ids)
    return stored, [one for one in found if not one.ready]


def _walked(
    connection: sa.Connection,
    plan_id: int,
    files: Sequence[Given],
    by: str,
    others: Sequence[Plan],
) -> list[Placed]:
    """Each file by date, accepted in this transaction where it needs nothing."""
    found = []
    for one in in_order(files):
        into, needs = _needs(connection, plan_id, one, others)
        stored = 0
        if not needs:
            attempt = connection.begin_nested()
            try:
                uploads = [(one.as_at, one.checked)]
                (stored,) = accept_in(connection, plan_id, uploads, by, {}, (), into)
                attempt.commit()
            except Refused as why:
                attempt.rollback()
                needs = (str(why),)
        found.append(Placed(one, into, needs, stored))
    return found


def _needs(
    connection: sa.Connection, plan_id: int, file: Given, others: Sequence[Plan]
) -> tuple[Into, tuple[str, ...]]:
    """Where a file goes, and what must be answered first."""
    into = file.into
    if into is None:
        proposal = propose_in(connection, plan_id, file.checked)
        into = proposal.into
        if not proposal.sure:
            return into, (f"Say which file of the plan this is. {proposal.why}",)
    same = _same_date(connection, plan_id, file.as_at, into)
    odd = doubts_in(connection, plan_id, file.checked, file.as_at, into, others)
    return into, (*same, *(one.found for one in odd))


def _same_date(connection: sa.Connection, plan_id: int, as_at: date, into: Into) -> tuple[str, ...]:
    """That the source has a file of this date already: one of the two would not be seen."""
    if isinstance(into, Adds):
        return ()
    standing = snapshots_in(connection, plan_id, ledger.read(connection, plan_id))
    there = [one for one in standing if not one.withdrawn and one.source == into]
    same = next((one for one in reversed(there) if one.as_at == as_at), None)
    if same is None:
        return ()
    return (f"“{into.name}” has a file as at {day(as_at)} already: {same.file}.",)
