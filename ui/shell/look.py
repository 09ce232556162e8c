"""What a page looks at, and the live plan behind it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from store.database.engine import open_store
from store.views import view as read_view
from workstreams.view import Audience, Plan, View


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


@dataclass(frozen=True)
class Opened:
    """What a page looks at. ``as_at`` is None where the plan has no snapshot yet.

    ``meeting`` is the meeting that was picked; None where a snapshot was.
    """

    plan: Plan
    version: str
    as_at: date | None
    since: date | None
    audience: Audience
    meeting: date | None = None

    @property
    def look(self) -> Look:
        """The key under which everything worked out for this page is kept."""
        return Look(
            store_name(),
            self.plan.id,
            self.version,
            self.as_at,
            self.since,
            self.audience,
            self.meeting,
        )


def store_name() -> str:
    """Which store is open, so that two stores never share a cached answer."""
    return str(open_store().url)


@lru_cache(maxsize=6)
def view(look: Look) -> View:
    """The plan as it is looked at: one for every visitor who looks at it so, never changed.

    What one answer works out of it, the next need not.
    """
    return read_view(
        open_store(),
        look.plan_id,
        as_at=look.as_at,
        since=look.since,
        audience=look.audience,
        meeting=look.meeting,
    )
