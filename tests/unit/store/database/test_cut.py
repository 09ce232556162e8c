"""A connection cut at any statement of an upload: nothing half stored, no row in any log."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from loaders.outcome import Checked
from store import snapshots
from store.database.engine import DatabaseFault
from store.plans import add, meetings
from store.said.judgements import judge
from store.views import view
from tests.made.stores import BY, MAY, SEPTEMBER, a_plan, a_warning, accepted, reading, upload
from ui.door import faults
from workstreams.actions.columns import ACTIONS
from workstreams.view import Meeting

PLANTED = ("Quokka", "zebra rota", "Wombat street")
ROW = {"ref": "Q1", "title": "Write to Quokka", "owner": "zebra rota", "update": "Wombat street"}


def file(number: int) -> Checked:
    problems = (a_warning(PLANTED[2]),)
    read = reading(ACTIONS, ROW, {"title": f"Another {PLANTED[1]}"}, problems=problems)
    return upload(read, sha256=f"{number}" * 64)


@contextmanager
def cut_at(store: sa.Engine, last: int | None) -> Iterator[list[str]]:
    """The connection is lost at statement ``last``, counted from 0; every statement by its text."""
    seen: list[str] = []
    lost = store.dialect.loaded_dbapi.OperationalError

    def execute(cursor: object, statement: str, parameters: object, context: object) -> None:
        seen.append(statement)
        if len(seen) - 1 == last:
            raise lost("server closed the connection unexpectedly")

    names = ("do_execute", "do_executemany")
    for name in names:
        sa.event.listen(store, name, execute)
    try:
        yield seen
    finally:
        for name in names:
            sa.event.remove(store, name, execute)


def test_a_connection_cut_at_any_statement_stores_nothing_and_no_log_holds_a_row(
    store: sa.Engine, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = a_plan(store)
    add(store, plan.id, [Meeting(MAY)], BY)
    with cut_at(store, None) as seen:
        accepted(store, plan, MAY, file(1))
        judge(store, plan.id, "evidence", "Q1", {"text": PLANTED[0]}, BY, MAY)
    before = snapshots.snapshots(store, plan.id)
    assert len(seen) > 15
    caplog.set_level(logging.DEBUG)
    log = logging.getLogger("cut")
    cuts = 0
    for last in range(len(seen)):
        try:
            with cut_at(store, last):
                accepted(store, plan, SEPTEMBER, file(2))
        except DatabaseFault as fault:
            cuts += 1
            # What a page and a log would make of it, cause and all.
            log.exception(faults.said(fault))
        # Cut after the last write all of it is there: what failed is looking at it once more.
        if snapshots.snapshots(store, plan.id) != before:
            break
    assert cuts > 10
    stored = view(store, plan.id, audience="members")
    assert [one.as_at for one in stored.snapshots] == [MAY, SEPTEMBER]
    assert len(stored.now("actions")) == len(stored.before("actions")) == 2
    assert meetings(store, plan.id) == (Meeting(MAY),)
    told = caplog.text + "".join(capsys.readouterr())
    assert "server closed the connection" in told
    assert not [word for word in PLANTED if word in told]
