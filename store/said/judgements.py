"""What officers record beside the workbook: evidence, the committee's word, reasons, notes.

Every judgement has one shape, whatever it is about:

| kind | subject | value | on |
| --- | --- | --- | --- |
| evidence | the action's reference | ``text``, ``link`` | the date it was given |
| acceptance | the action's reference | ``meeting`` (ISO date), ``text`` | the meeting |
| no longer listed | the action's reference | ``reason`` (see ``GONE``), ``into``, ``text`` | when |
| same action | the later reference | ``was`` (the earlier), ``answer`` (see ``SAME``) | when |
| commentary | the chart's key | ``text`` | the snapshot it was written for |
| step change | the measure's key, or "key: series" | ``reason`` | the first date after |
| move reason | the action's reference | ``reason`` | the snapshot that moved the date |
| answer reason | the recommendation's reference | ``reason`` | the day of the answer |
| owner left | the owner as the file says it | ``text`` | the date they left |
| meeting words | see workstreams/across/meeting_words.py | ``text`` | the meeting |

A judgement is never changed: it is ended, and another is recorded. "Same action" is about the two
rows as they stood at the snapshot of its date; of two answers about them the later stands. One that
was given with an upload does not stand while the upload is withdrawn.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import pandas as pd
import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import writing
from store.refused import Refused
from store.said import ledger
from store.said.ledger import Ledger
from workstreams.across.meeting_words import known
from workstreams.view import no_judgements

KINDS = (
    "evidence",
    "acceptance",
    "no longer listed",
    "same action",
    "commentary",
    "step change",
    "move reason",
    "answer reason",
    "owner left",
    "meeting words",
)
GONE = ("completed", "merged into another action", "withdrawn by decision")
"""Why an action may no longer be in the file."""

SAME = ("same", "different")
"""What an officer may answer to "was 3.2, now 4.1": the same action, or two different ones."""


def judge(
    engine: sa.Engine,
    plan_id: int,
    kind: str,
    subject: str,
    value: Mapping[str, Any],
    by: str,
    on: date | None = None,
    instead_of: Iterable[int] = (),
) -> int:
    """Record a judgement, true from ``on`` (today if not given), and return its id.

    ``instead_of`` are judgements of the same kind that it takes the place of: they are ended.
    """
    with writing(engine, Right.RECORD, plan_id) as connection:
        ledger.hold(connection, plan_id)
        new = judge_in(connection, plan_id, kind, subject, value, by, on)
        stood = {line.id for line in ledger.read(connection, plan_id).of(kind)}
        ledger.end(connection, plan_id, stood & set(instead_of), by)
        return new


def judge_in(
    connection: sa.Connection,
    plan_id: int,
    kind: str,
    subject: str,
    value: Mapping[str, Any],
    by: str,
    on: date | None = None,
    snapshot_id: int | None = None,
) -> int:
    """Record a judgement as part of a longer transaction, one that accepts a snapshot or not."""
    if kind not in KINDS:
        raise Refused(f"“{kind}” is not something the dashboard keeps. It keeps: {_list(KINDS)}.")
    if not subject.strip():
        raise Refused("Say what this is about: enter the action's reference or the chart.")
    if kind == "no longer listed" and value.get("reason") not in GONE:
        raise Refused(f"Say why the action is no longer listed: {_list(GONE)}.")
    if kind == "same action" and value.get("answer") not in SAME:
        raise Refused("Say whether the two are the same action or different ones.")
    if kind == "meeting words" and not (known(subject) and str(value.get("text", "")).strip()):
        raise Refused("Say what the words are about, and what they are.")
    if kind == "step change" and not str(value.get("reason", "")).strip():
        raise Refused("Say why the level changed; a step is never drawn without its reason.")
    on = on or ledger.now().date()
    subject = subject.strip()
    return ledger.write(connection, plan_id, kind, subject, dict(value), by, on, snapshot_id)


def end_judgement(engine: sa.Engine, plan_id: int, judgement_id: int, by: str) -> None:
    """Take a judgement back; it stays in the past."""
    with writing(engine, Right.RECORD, plan_id) as connection:
        ledger.hold(connection, plan_id)
        standing = ledger.read(connection, plan_id).of(*KINDS)
        if judgement_id not in {line.id for line in standing}:
            raise Refused("That is not there any more: somebody may have taken it back already.")
        ledger.end(connection, plan_id, [judgement_id], by)


def judgements(engine: sa.Engine, plan_id: int, known_at: datetime | None = None) -> pd.DataFrame:
    """Every judgement that stands, as ``View.judgements`` describes."""
    require(Right.SEE, plan_id)
    with engine.connect() as connection:
        return judgements_of(ledger.read(connection, plan_id, known_at))


def judgements_of(lines: Ledger) -> pd.DataFrame:
    """The judgements a ledger tells of, oldest first."""
    found = lines.of(*KINDS)
    empty = no_judgements()
    if not found:
        return empty
    frame = pd.DataFrame(
        {
            "kind": [line.kind for line in found],
            "subject": [line.subject for line in found],
            "value": [line.value for line in found],
            "on": [pd.Timestamp(line.on or line.at.date()) for line in found],
            "by": [line.by for line in found],
            "at": [pd.Timestamp(line.at).tz_localize(None) for line in found],
            "holds_from": [pd.Timestamp(line.on or line.at.date()) for line in found],
        },
        index=pd.Index([line.id for line in found], name=empty.index.name),
    )
    return frame.astype(empty.dtypes.to_dict()).sort_values("on", kind="stable")


def _list(words: tuple[str, ...]) -> str:
    return ", ".join(words[:-1]) + " or " + words[-1]
