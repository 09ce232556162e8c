"""A plan as at one date, ready for pages and packs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial

import pandas as pd
import sqlalchemy as sa

from store import plans
from store.access.roles import Right
from store.access.visitor import require
from store.file_names import in_public
from store.history import history_in
from store.said import ledger, public_copies
from store.said.belonging import holds_from
from store.said.judgements import judgements_of
from store.said.settings import settings_of
from store.said.updates import sent_back_in
from store.snapshots import snapshots_in
from workstreams import TABLES, public_words
from workstreams.view import Audience, Meeting, View, reports_to


def view(
    engine: sa.Engine,
    plan_id: int,
    as_at: date | None = None,
    since: date | None = None,
    audience: Audience = "public",
    known_at: datetime | None = None,
    meeting: date | None = None,
) -> View:
    """One plan as at its latest snapshot up to ``as_at``, compared with the one up to ``since``.

    Without ``as_at``: the latest snapshot. Without ``meeting``: the one that this snapshot reports
    to. Without ``since``: the snapshot that stood at the meeting before that one. With
    ``known_at``: as the store knew it at that moment, whatever was uploaded, withdrawn or changed
    afterwards. In public a file is named only where an officer allowed it. A plan without
    snapshots gives a view with no records. Raises ``NotAllowed`` where the visitor may not see
    that.
    """
    require(Right.SEE_MEMBERS_FIGURES if audience == "members" else Right.SEE, plan_id)
    with engine.connect() as connection:
        lines = ledger.read(connection, plan_id, known_at)
        stood = snapshots_in(connection, plan_id, lines, known_at)
        standing = tuple(one for one in stood if not one.withdrawn)
        dates = sorted({one.as_at for one in standing})
        day = latest(dates, as_at) or as_at or (known_at or ledger.now()).date()
        if later := {one.id for one in stood if one.as_at > day}:
            lines = ledger.read(connection, plan_id, known_at, not_yet=later)
        meetings = plans.meetings_of(lines)
        before = (
            latest([when for when in dates if when < day], since)
            if since
            else compared_with(dates, day, meetings, meeting)
        )
        judged = judgements_of(lines)
        judged = judged.assign(holds_from=holds_from(judged, standing, meetings, (day, meeting)))
        if dates:
            judged = judged[judged["holds_from"] <= pd.Timestamp(day)]
        chosen = settings_of(lines)
        found = View(
            plan=plans.plan_of(plan_id, lines),
            as_at=day,
            since=before,
            snapshots=standing if audience == "members" else in_public(standing, chosen),
            meetings=meetings,
            targets=plans.targets_of(lines),
            events=plans.events_of(lines),
            history=history_in(connection, plan_id, TABLES, lines, known_at, until=day),
            settings=chosen,
            audience=audience,
            judgements=judged,
            meeting=meeting,
            sent_back=sent_back_in(connection, plan_id, lines) if audience == "members" else (),
        )
    if audience == "members":
        return found
    said = public_copies.in_print(engine, plan_id, known_at, partial(_at, engine, plan_id))
    return public_words.public(replace(found, in_print=said), TABLES)


def _at(engine: sa.Engine, plan_id: int, known_at: datetime) -> View:
    """The public view of a plan as it was known at a moment."""
    return view(engine, plan_id, known_at=known_at)


def latest(dates: Sequence[date], until: date | None = None) -> date | None:
    """The last of some dates, up to a date where one is given."""
    return max((when for when in dates if until is None or when <= until), default=None)


def compared_with(
    dates: Sequence[date], as_at: date, meetings: Sequence[Meeting], meeting: date | None = None
) -> date | None:
    """The as-at date to compare with: what stood at the meeting before, else the snapshot before.

    The meeting before is the last one before ``meeting``, which is the one that the snapshot
    reports to where none is given. None where that meeting had this snapshot already.
    """
    earlier = [when for when in dates if when < as_at]
    this = meeting or reports_to(as_at, meetings)
    before = latest([one.when for one in meetings if one.when < this])
    if before and as_at <= before:
        return None
    return (latest(earlier, before) if before else None) or latest(earlier)
