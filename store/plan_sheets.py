"""What a workbook's own sheets say of the plan: About, Meetings, Targets, Events, Key and so on."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import sqlalchemy as sa

from measures.following.keys import wording_key
from measures.small_numbers.disclosure import limit_of
from store import plans
from store.database.tables import SNAPSHOTS
from store.said import judgements, ledger, settings
from workstreams.plan.columns import HIDDEN
from workstreams.thresholds import THRESHOLDS
from workstreams.view import Event, Meeting, Target
from workstreams.wording import day

ABOUT = {
    "committee": "committee",
    "council": "council",
    "area": "area",
    "authority": "area",
    "illustrative": "illustrative",
}
"""Facts of the About sheet that are facts of the plan, by the words they go by."""
KEY = "colour_key"
"""The setting that holds the key: a list of ``found``, ``means`` and ``status``."""


def say(
    connection: sa.Connection,
    plan_id: int,
    frames: Mapping[str, pd.DataFrame],
    by: str,
    snapshot_id: int,
    latest: bool,
    legend: Mapping[str, str] | None = None,
) -> None:
    """Keep what the sheets of an accepted upload say, as part of accepting it.

    ``legend`` is the key that stands beside a table: a colour, letter or word -> what it means.

    Meetings and the rest are added, and changed where the upload is the plan's ``latest``; what a
    sheet no longer lists stays, since a sheet often lists only what is to come.
    """
    said: list[plans.Said] = [*_meetings(frames), *_targets(frames), *_events(frames)]
    plans.say(connection, plan_id, said, by, snapshot_id, only_new=not latest)
    _owners_left(connection, plan_id, frames, by, snapshot_id)
    if not latest:
        return
    about = {
        ABOUT[fact.strip().lower()]: answer
        for fact, answer in _rows(frames, "about", "fact", "answer")
        if fact.strip().lower() in ABOUT and answer
    }
    if about:
        plans.change_plan_in(connection, plan_id, by, about, snapshot_id)
    key = [
        {"found": found, "means": means, "status": status}
        for found, means, status in _rows(frames, "key", "found", "means", "status")
    ] or _with_legend(connection, plan_id, legend or {})
    if key:
        ledger.replace(connection, plan_id, settings.KIND, KEY, key, by, snapshot_id)
    _thresholds(connection, plan_id, frames, by, snapshot_id)


def _with_legend(
    connection: sa.Connection, plan_id: int, legend: Mapping[str, str]
) -> list[dict[str, str]]:
    """The plan's key with the words of a file's own for what they are of; none without those."""
    if not legend:
        return []
    stood = settings.settings_of(ledger.read(connection, plan_id)).get(KEY, [])
    kept = {line["found"]: line for line in stood}
    said = {
        found: {"found": found, "means": means, "status": kept.get(found, {}).get("status", "")}
        for found, means in legend.items()
    }
    return list({**kept, **said}.values())


def _thresholds(
    connection: sa.Connection,
    plan_id: int,
    frames: Mapping[str, pd.DataFrame],
    by: str,
    snapshot_id: int,
) -> None:
    said = dict(_rows(frames, "thresholds", "threshold", "value"))
    for one in THRESHOLDS:
        if one.name in said:
            value = int(said[one.name])
            settings.change_setting_in(connection, plan_id, one.key, value, by, snapshot_id)
    stood = settings.settings_of(ledger.read(connection, plan_id)).get(settings.SMALL_NUMBER)
    if limit_of(said.get(HIDDEN)) > limit_of(stood):
        # Not tied to the upload: withdrawing it must not lower a limit that was published with.
        query = sa.select(SNAPSHOTS.c.as_at).where(SNAPSHOTS.c.id == snapshot_id)
        as_at = connection.execute(query).scalar_one()
        who = f"{ledger.named(by)[:150]}, from the upload of {day(as_at)}"
        raised = limit_of(said[HIDDEN])
        settings.change_setting_in(connection, plan_id, settings.SMALL_NUMBER, raised, who)


def _owners_left(
    connection: sa.Connection,
    plan_id: int,
    frames: Mapping[str, pd.DataFrame],
    by: str,
    snapshot_id: int,
) -> None:
    """Mark owners as left who are not marked already, each once."""
    standing = ledger.read(connection, plan_id).of("owner left")
    marked = {wording_key(line.subject) for line in standing}
    for owner, when in _rows(frames, "owners_left", "owner", "left_on"):
        if wording_key(owner) not in marked:
            marked.add(wording_key(owner))
            judgements.judge_in(
                connection, plan_id, "owner left", owner, {"text": ""}, by, when.date(), snapshot_id
            )


def _meetings(frames: Mapping[str, pd.DataFrame]) -> list[Meeting]:
    return [Meeting(when.date(), name) for when, name in _rows(frames, "meetings", "when", "name")]


def _targets(frames: Mapping[str, pd.DataFrame]) -> list[Target]:
    return [
        Target(measure, value, by.date() if by else None, series)
        for measure, series, value, by in _rows(
            frames, "targets", "measure", "series", "value", "by"
        )
    ]


def _events(frames: Mapping[str, pd.DataFrame]) -> list[Event]:
    return [Event(when.date(), text) for when, text in _rows(frames, "events", "when", "text")]


def _rows(frames: Mapping[str, pd.DataFrame], table: str, *fields: str) -> list[tuple[Any, ...]]:
    """The rows of one sheet as tuples of values, "" where a cell is blank."""
    if table not in frames:
        return []
    frame = frames[table]
    columns = [frame[field].astype("object").where(frame[field].notna(), "") for field in fields]
    return list(zip(*columns, strict=True))
