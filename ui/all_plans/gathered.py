"""Every plan in short, from what is kept; what is not, or not any more, is worked out and kept."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from store.database.engine import DatabaseFault, open_store
from store.database.version import versions
from store.worked_out import in_short as store_of
from ui.shell.made_from import made_from
from ui.shell.opened import latest
from workstreams.across.in_short import InShort, in_short
from workstreams.view import Audience, Plan

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Line:
    """One plan as a list of plans shows it; ``short`` is None where it has no data yet."""

    plan: Plan
    audience: Audience
    short: InShort | None
    version: str = ""


def gathered(
    wanted: Sequence[tuple[Plan, Audience]],
    along: Callable[[int, int], None] = lambda done, of: None,
) -> list[Line]:
    """The wanted plans in short, each as its audience may see it, in the same order.

    ``along`` is told how many of those that are not kept have been worked out.
    """
    now = versions(open_store())
    audiences = {plan.id: audience for plan, audience in wanted}
    sources = {plan_id: made_from(now[plan_id]) for plan_id in audiences}
    found: Mapping[int, InShort | None] = store_of.kept(open_store(), audiences, sources)
    missing = [(plan, audience) for plan, audience in wanted if plan.id not in found]
    made = {}
    for place, (plan, audience) in enumerate(missing):
        along(place, len(missing))
        made[plan.id] = work_out(plan, audience, now[plan.id])
    found = {**found, **made}
    return [Line(plan, audience, found[plan.id], now[plan.id]) for plan, audience in wanted]


def work_out(plan: Plan, audience: Audience, version: str) -> InShort | None:
    """The plan in short at its latest date, kept for whoever asks next; None without data."""
    opened = latest(plan, version, audience)
    if not opened:
        return None
    made = opened[0].of(in_short)
    try:
        store_of.keep(open_store(), plan.id, audience, made_from(version), made)
    except DatabaseFault as why:
        # A store that takes nothing, or another server that kept it first: it is shown all the
        # same, and worked out again by the next who needs it.
        log.debug("A plan in short was not kept: %s", type(why).__name__)
    return made
