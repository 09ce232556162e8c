"""A source called otherwise from now on; what was printed before keeps the name of then."""

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import writing
from store.refused import Refused
from store.said import ledger
from store.said.ledger import RENAMED
from store.sources.kept import LONGEST, named
from workstreams.view import Source


def rename(engine: sa.Engine, plan_id: int, source: Source, name: str, by: str) -> Source:
    """Rename a source of a plan. Raises ``Refused`` where the name is blank or another's."""
    require(Right.SETTINGS, plan_id)
    new = " ".join(name.split())[:LONGEST]
    if not new:
        raise Refused("Give the source a name, such as “Action plan” or “Scrutiny log”.")
    with writing(engine, Right.SETTINGS, plan_id) as connection:
        ledger.hold(connection, plan_id)
        same = named(connection, plan_id, new)
        if same is not None and same.id != source.id:
            raise Refused(f"This plan has a source called “{same.name}” already.")
        ledger.replace(connection, plan_id, RENAMED, str(source.id), new, by)
    return Source(source.id, new)
