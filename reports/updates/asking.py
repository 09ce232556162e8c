"""Asking for updates: the sheets of all owners with a message for each, as one zip."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from reports.updates.messages import WORDS, draft, filled
from reports.zipped import zipped
from store.database.engine import Engine
from store.plans import plan
from store.said.as_read import readings
from store.said.remembered import secret
from store.said.settings import setting
from store.said.updates import WORDS as KEPT_WORDS
from store.said.updates import ask, asked_of
from store.snapshots import snapshots
from store.views import view
from workstreams.actions.updates import sheets
from workstreams.actions.updates.asked import Asked, AskedSheet
from workstreams.actions.updates.owners import Owner, owners
from workstreams.actions.updates.statuses import own_words
from workstreams.view import Source, View
from workstreams.wording import counted, day


@dataclass(frozen=True)
class Prepared:
    """What was asked, with one zip of the sheets and the messages that they go out with."""

    asked: Asked
    name: str
    zip: bytes


def covering_words(engine: Engine, plan_id: int) -> str:
    """The plan's own words for the message to owners, else ours."""
    return str(setting(engine, plan_id, KEPT_WORDS) or WORDS)


def prepare(
    engine: Engine,
    plan_id: int,
    meeting: date,
    reply_by: date | None,
    words: str,
    by: str,
) -> Prepared:
    """Ask every owner of an open action for the meeting, and keep that they were asked.

    ``words`` are the covering words, in which what ``messages.BRACKETS`` names is put in. Raises
    ``Refused`` where nobody is to be asked.
    """
    seen = view(engine, plan_id)
    asked = Asked(
        meeting,
        seen.as_at,
        reply_by,
        tuple(
            AskedSheet(owner.name, tuple((a.subject, a.ref, a.words) for a in owner.actions))
            for owner in owners(seen)
        ),
    )
    return _made(engine, ask(engine, plan_id, asked, words.strip() or WORDS, by), seen)


def again(engine: Engine, plan_id: int, asking_id: int) -> Prepared | None:
    """The same zip of an asking that stands; None where the plan has moved on from it."""
    asked = next((one for one in asked_of(engine, plan_id) if one.id == asking_id), None)
    if asked is None or not asked.stands:
        return None
    seen = view(engine, plan_id)
    return _made(engine, asked, seen) if seen.as_at == asked.as_at else None


def vocabulary(engine: Engine, seen: View, source: Source | None = None) -> dict[str, str]:
    """The plan's own words for statuses, those of its latest files first.

    Where a ``source`` is given, the words of its files come before those of others.
    """
    latest = list(reversed(snapshots(engine, seen.plan.id)))
    latest.sort(key=lambda one: one.source != source)
    read = [reading for one in latest for reading in readings(engine, one.id)]
    return own_words(read)


def bracketed(asked: Asked, plan_name: str, owner: str, actions: int) -> Mapping[str, str]:
    """What is put into covering words for one owner."""
    return {
        "owner": owner,
        "plan": plan_name,
        "meeting": day(asked.meeting),
        "reply by": day(asked.reply_by or asked.meeting),
        "open actions": counted(actions, "open action"),
    }


def _made(engine: Engine, asked: Asked, seen: View) -> Prepared:
    known = {action.subject: action for owner in owners(seen) for action in owner.actions}
    asking = sheets.Asking(
        asked.id, plan(engine, seen.plan.id), asked.meeting, asked.as_at, asked.reply_by
    )
    people = [
        Owner(one.owner, tuple(known[name] for name, _, _ in one.actions if name in known))
        for one in asked.sheets
    ]
    statuses, key = vocabulary(engine, seen), secret()
    words = covering_words(engine, seen.plan.id)
    files: dict[str, bytes] = {}
    named = sheets.files([one.name for one in people])
    for number, (owner, file) in enumerate(zip(people, named, strict=True)):
        name = f"{file}.xlsx"
        files[f"Return sheets/{name}"] = data = sheets.workbook(
            asking, number, owner, statuses, key
        )
        values = bracketed(asked, seen.plan.name, owner.name, len(owner.actions))
        subject = f"Update for the meeting on {values['meeting']}: {seen.plan.name}"
        body = filled(words, values)
        files[f"Messages/{file}.eml"] = draft(f"{subject} ({owner.name})", body, {name: data})
    at = asked.at or datetime.now(UTC)
    return Prepared(asked, f"Return sheets for {asked.meeting.isoformat()}.zip", zipped(files, at))
