"""What officers write for a meeting, kept with it: each text a judgement that can be changed.

What is changed or taken back stays in the past and in the log, and a pack that was made before
says it as it stood.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import writing
from store.refused import Refused
from store.said import ledger
from store.said.judgements import judge_in
from store.said.ledger import Ledger
from workstreams.across.meeting_words import KIND, called
from workstreams.wording import day


@dataclass(frozen=True)
class Change:
    """One text as an officer leaves it; ``was`` is what stood when they began to write."""

    subject: str
    was: str
    text: str


def words_for(engine: sa.Engine, plan_id: int, meeting: date) -> dict[str, str]:
    """The texts that stand for a meeting, by their subjects."""
    require(Right.SEE_MEMBERS_FIGURES, plan_id)
    with engine.connect() as connection:
        return _texts(ledger.read(connection, plan_id), meeting)


def change_words(
    engine: sa.Engine, plan_id: int, meeting: date, changes: Iterable[Change], by: str
) -> None:
    """Keep some texts for a meeting, all of them or none; a blank one is taken back.

    Raises ``Refused`` where somebody changed one of them meanwhile, or there is no such meeting.
    """
    with writing(engine, Right.RECORD, plan_id) as connection:
        ledger.hold(connection, plan_id)
        stood = ledger.read(connection, plan_id)
        if meeting not in {line.on for line in stood.of("meeting")}:
            raise Refused(f"The plan has no meeting on {day(meeting)}.")
        texts = _texts(stood, meeting)
        for change in changes:
            now = texts.get(change.subject, "")
            if now != change.was:
                raise Refused(
                    f"Somebody changed {called(change.subject)} meanwhile. It says now: "
                    f"“{now or 'nothing'}”. Save again to put yours in its place."
                )
            before = [
                line.id
                for line in stood.of(KIND)
                if (line.subject, line.on) == (change.subject, meeting)
            ]
            ledger.end(connection, plan_id, before, by)
            if text := change.text.strip():
                judge_in(connection, plan_id, KIND, change.subject, {"text": text}, by, meeting)


def _texts(stood: Ledger, meeting: date) -> dict[str, str]:
    return {line.subject: line.value["text"] for line in stood.of(KIND) if line.on == meeting}
