"""A pack for a meeting from the store, the same again whenever it is asked for.

The first pack made for a meeting fixes the moment it is made from: what the store knew then. A
later upload, a withdrawn one or a changed setting does not alter it. ``fresh`` fixes it anew, with
a reason. Every issue is kept by the store, and is printed in the pack.
"""

from collections.abc import Sequence
from datetime import date, datetime

from reports.content.blocks import Pack
from reports.content.uploads import behind
from reports.pack import PARTS, pack
from store.database.engine import Engine
from store.said import ledger, packs
from store.snapshots import snapshots
from store.views import view
from workstreams.view import Audience, Snapshot
from workstreams.wording import day

BY = "Committee pack"
ANEW = "Asked for from the command line"


class NothingToReport(Exception):
    """There is no pack to make; the message says why and what to do."""


def pack_for(
    engine: Engine,
    plan_id: int,
    meeting: date,
    audience: Audience = "public",
    *,
    parts: Sequence[str] = PARTS,
    known_at: datetime | None = None,
) -> Pack:
    """The pack of a plan for a meeting: as it was first made, or as at ``known_at``."""
    moment = known_at or made_from(engine, plan_id, meeting) or ledger.now()
    reports(engine, plan_id, meeting, moment)
    found = view(
        engine, plan_id, as_at=meeting, audience=audience, known_at=moment, meeting=meeting
    )
    accepted, left_out = behind(engine, found)
    issue = _issue(engine, plan_id, meeting, moment)
    return pack(
        found, meeting, moment, accepted=accepted, left_out=left_out, parts=parts, issue=issue
    )


def reports(
    engine: Engine, plan_id: int, meeting: date, moment: datetime | None = None
) -> Snapshot:
    """The snapshot that a meeting's pack reports: the last one up to the meeting's date."""
    found = snapshots(engine, plan_id, known_at=moment)
    at = [one for one in found if one.as_at <= meeting]
    if not at:
        raise NothingToReport(
            f"There is no upload for a date up to {day(meeting)}. Upload the workbook that goes to "
            "that meeting, or choose a later one."
        )
    return at[-1]


def made_from(engine: Engine, plan_id: int, meeting: date) -> datetime | None:
    """The moment that the meeting's pack is made from; None while none has been made."""
    issued = packs.issues(engine, plan_id, meeting)
    return issued[-1].known_at if issued else None


def fix(
    engine: Engine,
    plan_id: int,
    meeting: date,
    *,
    fresh: bool = False,
    by: str = BY,
    reason: str = ANEW,
) -> datetime:
    """Fix the moment that the meeting's pack is made from, unless it is fixed already.

    ``fresh`` fixes it anew, from what the store knows now. Every issue is kept with who and when.
    """
    if fresh and packs.issues(engine, plan_id, meeting):
        return packs.issue_anew(engine, plan_id, meeting, by, reason).known_at
    return packs.issue(engine, plan_id, meeting, by).known_at


def _issue(engine: Engine, plan_id: int, meeting: date, moment: datetime) -> list[tuple[str, str]]:
    """What a pack says of its own issue; nothing while it is a draft."""
    for issue in packs.issues(engine, plan_id, meeting):
        if issue.known_at == moment:
            why = f", made anew: {issue.reason}" if issue.reason else ""
            return [("Issue", f"{issue.number}{why}")]
    return []
