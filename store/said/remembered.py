"""How a plan's files were read before, so that the next one of the same layout needs no choice."""

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from loaders.cells.people import SpoiltKey, kept_secret, key_mark
from loaders.choices import Choices
from loaders.outcome import Checked
from loaders.sheets.spelling import normal
from store.access.roles import Right
from store.database.engine import DATA, writing
from store.database.tables import PLANS
from store.refused import Refused
from store.said import ledger
from store.said.settings import change_setting_in, settings, settings_of
from workstreams import TABLES

KIND_OF_CHOICE = ("sheets", "fields", "colours", "rows", "words")
"""What is remembered of an officer's choices, each a mapping."""
IN_A_WORD = ("hidden", "struck", "copies")
"""What is remembered of rows out of sight and of several copies of a list, each one word."""
READ_BEFORE = "read_before"
"""How the last file was read, which takes the place of how the one before was."""
FORGOTTEN = ""
"""What stores of earlier versions keep for a heading that a file had dropped."""
NOT_YET: Mapping[str, Mapping[str, str]] = {table.key: {} for table in TABLES}
"""What ``Choices.read_before`` says of a source that no file was read of."""


def remembered(
    engine: sa.Engine, plan_id: int | None = None, source_id: int | None = None
) -> Choices:
    """The choices made for a plan so far, with the secret that stands names into keys.

    How its last file was read is told of one source, where that is known: a file of another is
    laid out otherwise.
    """
    kept = settings(engine, plan_id) if plan_id else {}
    chosen = {name: kept.get(_setting(name), {}) for name in KIND_OF_CHOICE}
    chosen["fields"] = {
        table: {heading: field for heading, field in headings.items() if field != FORGOTTEN}
        for table, headings in chosen["fields"].items()
    }
    chosen |= {name: str(kept.get(_setting(name), "")) for name in IN_A_WORD}
    before = _of_source(kept.get(_setting(READ_BEFORE), {}), source_id)
    return Choices(**chosen, read_before=before, secret=secret())


def remember(
    engine: sa.Engine,
    plan_id: int,
    choices: Choices,
    by: str,
    source_id: int | None = None,
    snapshot_id: int | None = None,
) -> None:
    """Keep an officer's choices with the plan, beside those made before.

    ``source_id`` is the source whose file was read so, ``snapshot_id`` the upload that it became:
    when that is withdrawn, what is remembered of it goes with it.
    """
    with writing(engine, Right.SETTINGS, plan_id) as connection:
        ledger.hold(connection, plan_id)
        kept = settings_of(ledger.read(connection, plan_id))
        stood = kept.get(_setting(READ_BEFORE), {})
        own = {**_of_source(stood, source_id), **choices.read_before}
        before = {**stood, **own} if source_id is None else {**stood, str(source_id): own}
        said = {
            **{name: merged(kept.get(_setting(name), {}), getattr(choices, name))
               for name in KIND_OF_CHOICE},
            READ_BEFORE: before,
            **{name: getattr(choices, name) or kept.get(_setting(name), "") for name in IN_A_WORD},
        }  # fmt: skip
        for name, value in said.items():
            if value != kept.get(_setting(name), "" if name in IN_A_WORD else {}):
                change_setting_in(connection, plan_id, _setting(name), value, by, snapshot_id)


SPOILT = (
    "The key that stands for people is damaged: “data/person-key.secret” is empty or cut short. "
    "Put it back from the backup that it is kept with (README, “For the council’s IT”). Until then "
    "no file is read, for every person in it would be taken for somebody else."
)
EXCHANGED = (
    "The key that stands for people is not the one that this plan’s training records were kept "
    "with, so every person would be counted twice. Put “data/person-key.secret”, or "
    "PERSON_KEY_SECRET, back as it was (README, “For the council’s IT”)."
)
MARK = "person_key"
"""The setting that tells which secret a plan's people were kept with."""


def secret() -> bytes:
    """The installation's secret: PERSON_KEY_SECRET, or a file of its own in the data folder.

    Servers that share a database must be given the same one, or a person would have two keys.
    Raises ``Refused`` where the file was emptied or cut short.
    """
    given = os.environ.get("PERSON_KEY_SECRET", "").strip()
    try:
        return given.encode() if given else kept_secret(DATA / "person-key.secret")
    except SpoiltKey as why:
        raise Refused(SPOILT) from why


def hold_key(connection: sa.Connection, plan_id: int, by: str) -> None:
    """Keep with a plan which secret its people are kept with; refuse another one later."""
    mark = key_mark(secret())
    stood = settings_of(ledger.read(connection, plan_id)).get(MARK)
    if stood is None:
        change_setting_in(connection, plan_id, MARK, mark, by)
    elif stood != mark:
        raise Refused(EXCHANGED)


def wrong_with_key(engine: sa.Engine) -> str:
    """What is wrong with the secret that the store's people were kept with; "" where nothing is."""
    try:
        mark = key_mark(secret())
    except Refused as why:
        return str(why)
    with engine.connect() as connection:
        ids = connection.execute(sa.select(PLANS.c.id)).scalars().all()
        kept = [settings_of(ledger.read(connection, plan_id)).get(MARK) for plan_id in ids]
    return EXCHANGED if any(one not in (None, mark) for one in kept) else ""


def is_laid_out_anew(checked: Checked, before: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether a file lacks a heading of the last one, as it was read ``before``: by table, heading
    to field."""
    here: dict[str, set[str]] = {}
    for reading in checked.readings:
        here.setdefault(reading.table, set()).update(map(normal, reading.headings))
    return any(
        normal(heading) not in here[table]
        for table, headings in before.items()
        if table in here
        for heading in headings
    )


def with_chosen(known: Choices, said: Choices) -> Choices:
    """What was chosen, over what a plan knows already."""
    chosen = {
        **{name: merged(getattr(known, name), getattr(said, name)) for name in KIND_OF_CHOICE},
        **{name: getattr(said, name) or getattr(known, name) for name in IN_A_WORD},
    }
    return replace(known, **chosen)


def _of_source(
    before: Mapping[str, Mapping[str, Any]], source_id: int | None
) -> Mapping[str, Mapping[str, Any]]:
    """How a source's last file was read, by table; what is kept of no source goes for each."""
    plain = {table: headings for table, headings in before.items() if not table.isdigit()}
    return {**plain, **before.get(str(source_id), {})}


def _setting(name: str) -> str:
    return f"reading: {name}"


def merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """The new choices over the old, one level down where a choice is itself a mapping."""
    return dict(old) | {
        key: dict(old.get(key, {})) | dict(value) if isinstance(value, Mapping) else value
        for key, value in new.items()
    }
