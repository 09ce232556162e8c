"""What tells one look at a plan from another, and the live plan behind it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import streamlit as st

from store import plans
from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import open_store
from store.database.version import version
from store.snapshots import snapshots
from store.views import view as read_view
from ui.shell.moments import Moment, moments
from workstreams.view import Audience, Source, View

KEPT = 12
"""How many views are kept: a plan of 300 actions and 60 snapshots takes about 10 MB."""


@dataclass(frozen=True)
class Look:
    """What tells one look at a plan from another. ``version`` changes when anything of it does."""

    store: str
    plan_id: int
    version: str
    as_at: date | None
    since: date | None
    audience: Audience
    meeting: date | None = None


def store_name() -> str:
    """Which store is open, so that two stores never share a cached answer."""
    return str(open_store().url)


def plan_version(plan_id: int) -> str:
    """Changes whenever anything of the plan does."""
    return version(open_store(), plan_id)


def seeing(plan_id: int, audience: Audience) -> tuple[Right, int]:
    """The right to see a plan's figures as an audience does, and the plan."""
    return Right.SEE_MEMBERS_FIGURES if audience == "members" else Right.SEE, plan_id


def require_seeing(look: Look) -> None:
    """Goes on where this visitor may look at it so. Raises ``NotAllowed`` where not."""
    require(*seeing(look.plan_id, look.audience))


def view(look: Look) -> View:
    """The plan as it is looked at: one for every visitor who may, never changed.

    What one answer works out of it, the next need not.
    """
    require_seeing(look)
    return _view(repr(look), look)


@st.cache_resource(show_spinner=False, max_entries=KEPT)  # noqa: TID251, shared: never changed
def _view(key: str, _look: Look) -> View:
    """Read once, however many ask for it at the same moment: the others wait for the first."""
    return read_view(
        open_store(),
        _look.plan_id,
        as_at=_look.as_at,
        since=_look.since,
        audience=_look.audience,
        meeting=_look.meeting,
    )


def choices(plan_id: int, version: str) -> tuple[Moment, ...]:
    """The dates at which a plan can be looked at, newest first, as of a version of it."""
    return _choices(store_name(), plan_id, version)


@lru_cache(maxsize=200)
def _choices(store: str, plan_id: int, version: str) -> tuple[Moment, ...]:
    """Kept as they are: nobody can change a moment."""
    engine = open_store()
    return moments(snapshots(engine, plan_id), plans.meetings(engine, plan_id))


def standing_of(plan_id: int, as_at: date, source: Source | None) -> View | None:
    """As ``standing``, what one source alone holds; None is a source that has no file yet."""
    found = standing(plan_id, as_at)
    return found.of_source(source) if found else None


def standing(plan_id: int, as_at: date) -> View | None:
    """The plan as it stands at a date, before an upload; None where it has nothing by then."""
    now = plan_version(plan_id)
    if not any(moment.as_at <= as_at for moment in choices(plan_id, now)):
        return None
    return view(Look(store_name(), plan_id, now, as_at, None, "members"))
