"""Returns in: what came back for a meeting, as one draft of the plan's next upload."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reports.updates.asking import bracketed, vocabulary
from reports.updates.messages import CHASING, draft, filled
from reports.zipped import zipped
from store.database.engine import Engine
from store.said.ledger import now
from store.said.remembered import remembered, secret
from store.said.updates import asked_of, returned_of
from store.snapshots import readings
from store.views import view
from workstreams import TABLES
from workstreams.actions.updates import sheets
from workstreams.actions.updates.applied import Applied, applied
from workstreams.actions.updates.collected import Cell, Collected, Returned, collected
from workstreams.actions.updates.layout import Drafted, drafted, has_revised, of_actions
from workstreams.actions.updates.owners import Owner
from workstreams.view import View
from workstreams.wording import day, month


@dataclass(frozen=True)
class Draft:
    """What came back, the records with it, and the workbook of them."""

    found: Collected
    made: Applied
    book: Drafted


def take(
    engine: Engine,
    plan_id: int,
    meeting: date,
    files: Sequence[Returned],
    chosen: Mapping[Cell, str] | None = None,
) -> Draft:
    """The draft of all files, in whatever order they came; nothing is stored.

    ``chosen`` says which value an officer takes where owners differ.
    """
    seen = view(engine, plan_id)
    statuses = vocabulary(engine, seen)
    found = collected(
        seen,
        asked_of(engine, plan_id),
        meeting,
        files,
        statuses,
        secret(),
        chosen,
        returned_of(engine, plan_id, meeting),
    )
    last = _last_reading(engine, seen)
    made = applied(seen, found, statuses, has_revised(last))
    choices = remembered(engine, plan_id)
    book = drafted(made, last, statuses, TABLES, choices, month(now()))
    return Draft(found, made, book)


def chasing(engine: Engine, plan_id: int, found: Collected) -> bytes:
    """A zip of a draft message to each owner who has not returned."""
    seen = view(engine, plan_id)
    asked = {sheet.owner: len(sheet.actions) for sheet in found.asked.sheets}
    people = [Owner(name, ()) for name in found.missing]
    made: dict[str, bytes] = {}
    for owner, file in zip(people, sheets.files(people), strict=True):
        values = bracketed(found.asked, seen.plan.name, owner.name, asked[owner.name])
        subject = f"Reminder: update for the meeting on {day(found.asked.meeting)} ({owner.name})"
        made[f"{file}.eml"] = draft(subject, filled(CHASING, values))
    return zipped(made, now())


def _last_reading(engine: Engine, seen: View) -> list[Mapping[str, object]]:
    """How the last file with actions was read."""
    for snapshot in reversed([one for one in seen.snapshots if not one.withdrawn]):
        if found := of_actions(readings(engine, snapshot.id)):
            return found
    return []
