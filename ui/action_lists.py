"""Everything the pages list about actions, worked out from a view in one go."""

from dataclasses import dataclass, field

import pandas as pd

from ui.late import Late, late
from workstreams.actions.book import book
from workstreams.actions.followed import Link, links_of
from workstreams.actions.outlook import outlook
from workstreams.actions.since import Since, since_last_met
from workstreams.actions.tables import (
    disagreements_table,
    orphans_table,
)
from workstreams.actions.unplaced import unplaced_table
from workstreams.actions.vanished import vanished_table
from workstreams.view import View


@dataclass(frozen=True)
class ActionLists:
    """Tables hold text cells under on-screen headings and are indexed by record id.

    ``recommendations`` is how many the plan has. ``links`` and ``reworded`` are as
    ``followed.links_of`` gives them; ``unplaced`` is indexed by judgement id.
    """

    since: Since | None = None
    late: Late | None = None
    outlook: tuple[str, ...] = ()
    recommendations: int = 0
    orphans: pd.DataFrame = field(default_factory=pd.DataFrame)
    disagreements: pd.DataFrame = field(default_factory=pd.DataFrame)
    vanished: pd.DataFrame = field(default_factory=pd.DataFrame)
    links: tuple[Link, ...] = ()
    reworded: tuple[Link, ...] = ()
    unplaced: pd.DataFrame = field(default_factory=pd.DataFrame)


def action_lists_of(view: View) -> ActionLists:
    """The lists of a view; empty ones where it has no actions."""
    if view.history["actions"].empty:
        return ActionLists()
    found = book(view)
    return ActionLists(
        since_last_met(view),
        late(found),
        outlook(view),
        int((found.now["kind"] == "recommendation").sum()),
        orphans_table(view),
        disagreements_table(view),
        vanished_table(view),
        *links_of(view),
        unplaced_table(view),
    )
