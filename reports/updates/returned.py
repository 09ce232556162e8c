"""Returns in: what came back for a meeting, as a draft of the next of each of the plan's files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reports.updates.asking import bracketed, vocabulary
from reports.updates.messages import CHASING, draft, filled
from reports.zipped import zipped
from store.database.engine import Engine
from store.said.as_read import readings
from store.said.ledger import now
from store.said.remembered import remembered, secret
from store.said.updates import asked_of, returned_of
from store.snapshots import snapshots
from store.sources.kept import sources
from store.views import view
from workstreams import TABLES
from workstreams.actions.updates import sheets
from workstreams.actions.updates.applied import Applied, Change, applied
from workstreams.actions.updates.by_source import by_source, only
from workstreams.actions.updates.collected import Cell, Collected, Returned, collected
from workstreams.actions.updates.layout import (
    FILE,
    Drafted,
    drafted,
    files_of,
    has_revised,
    of_actions,
)
from workstreams.actions.updates.owners import Owner
from workstreams.view import Source, View
from workstreams.wording import day, month


@dataclass(frozen=True)
class Part:
    """The next file of one source: what was said of its actions, and the records with it.

    ``book`` is the workbook of them, and ``file`` what that is called.
    """

    source: Source
    found: Collected
    made: Applied
    book: Drafted
    file: str


@dataclass(frozen=True)
class Draft:
    """What came back, and a part for each source that it says something of.

    A plan that is kept in one file has one part, also where nothing was said. ``alone`` is whether
    it is.
    """

    found: Collected
    parts: tuple[Part, ...]
    alone: bool

    @property
    def changes(self) -> tuple[Change, ...]:
        """The cells that differ from the plan as it stands, of every part."""
        changes = (change for part in self.parts for change in part.made.changes)
        return tuple(sorted(changes, key=lambda one: (one.named, one.heading)))


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
    kept_in = sources(engine, plan_id)
    alone = len(kept_in) == 1
    parts = {kept_in[0]: found} if alone else by_source(seen, found, kept_in)
    named = [FILE] if alone else files_of(list(parts))
    return Draft(
        found,
        tuple(
            _part(engine, seen, source, own, statuses, file)
            for (source, own), file in zip(parts.items(), named, strict=True)
        ),
        alone,
    )


def _part(
    engine: Engine,
    seen: View,
    source: Source,
    found: Collected,
    statuses: Mapping[str, str],
    file: str,
) -> Part:
    """One source's part; ``statuses`` are the words of the whole plan, from which owners chose."""
    last = _last_reading(engine, seen, source)
    made = only(applied(seen, found, statuses, has_revised(last)), source)
    own = vocabulary(engine, seen, source)
    choices = remembered(engine, seen.plan.id)
    book = drafted(made, last, own, TABLES, choices, month(now()))
    return Part(source, found, made, book, file)


def chasing(engine: Engine, plan_id: int, found: Collected) -> bytes:
    """A zip of a draft message to each owner who has not returned."""
    seen = view(engine, plan_id)
    asked = {sheet.owner: len(sheet.actions) for sheet in found.asked.sheets}
    people = [Owner(name, ()) for name in found.missing]
    made: dict[str, bytes] = {}
    for owner, file in zip(people, sheets.files(found.missing), strict=True):
        values = bracketed(found.asked, seen.plan.name, owner.name, asked[owner.name])
        subject = f"Reminder: update for the meeting on {day(found.asked.meeting)} ({owner.name})"
        made[f"{file}.eml"] = draft(subject, filled(CHASING, values))
    return zipped(made, now())


def _last_reading(engine: Engine, seen: View, source: Source) -> list[Mapping[str, object]]:
    """How the last file with actions of a source was read."""
    stood = [one for one in snapshots(engine, seen.plan.id) if one.source.id == source.id]
    for snapshot in reversed(stood):
        if found := of_actions(readings(engine, snapshot.id)):
            return found
    return []
