"""What can be looked for: in one plan with its past, in each of many as at its latest upload."""

import logging
from collections.abc import Callable, Sequence
from functools import lru_cache

from measures.finding.index import Entry, Index
from store.access.visitor import require
from store.database.engine import DatabaseFault, open_store
from store.database.version import versions
from store.worked_out import to_find as store_of
from ui.defined import parts
from ui.shell import look
from ui.shell.look import Look
from ui.shell.made_from import made_from
from ui.shell.opened import Opened, latest
from workstreams.across.to_find import to_find
from workstreams.view import Audience, Plan

log = logging.getLogger(__name__)
Wanted = tuple[Plan, Audience]


def defined(opened: Opened | None) -> Index:
    """The definitions, with the plan's own thresholds in their words."""
    return Index(parts.entries(parts.parts(opened)))


def of_one(opened: Opened) -> Index:
    """All of a plan up to the date that is looked at. Asks whether the visitor may look at it."""
    look.require_seeing(opened.look)
    return _of_one(opened.look)


@lru_cache(maxsize=6)
def _of_one(at: Look) -> Index:
    return Index(to_find(look.view(at)))


def of_each(
    wanted: Sequence[Wanted], along: Callable[[int, int], None] = lambda done, of: None
) -> list[Index]:
    """Each plan at its latest upload, from what is kept of it; no history is read for it.

    Raises ``NotAllowed`` where the visitor may not see one of them so. ``along`` is told how far
    it has come.
    """
    now = versions(open_store())
    found = []
    for place, (plan, audience) in enumerate(wanted):
        require(*look.seeing(plan.id, audience))
        along(place, len(wanted))
        found.append(_in_short(look.store_name(), plan, audience, now[plan.id]))
    return found


@lru_cache(maxsize=500)
def _in_short(store: str, plan: Plan, audience: Audience, version: str) -> Index:
    return Index(keep_ready(plan, audience, version))


def keep_ready(plan: Plan, audience: Audience, version: str) -> tuple[Entry, ...]:
    """What can be found of a plan at its latest upload: as kept, else worked out and kept."""
    source = made_from(version)
    found = store_of.kept(open_store(), {plan.id: audience}, {plan.id: source})
    if plan.id in found:
        return found[plan.id]
    opened = latest(plan, version, audience)
    made = to_find(opened[0].view, past=False) if opened else ()
    try:
        store_of.keep(open_store(), plan.id, audience, source, made)
    except DatabaseFault as why:
        # A store that takes nothing, or another server that kept it first.
        log.debug("What can be found of a plan was not kept: %s", type(why).__name__)
    return made
