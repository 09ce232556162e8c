"""What the actions page lists beside its records, worked out from a view in one go."""

from dataclasses import dataclass, field

import pandas as pd

from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.followed.links import Link, links_of
from workstreams.actions.records.tables import disagreements_table, orphans_table
from workstreams.actions.records.unplaced import unplaced_table
from workstreams.actions.records.vanished import vanished_table
from workstreams.view import View


@dataclass(frozen=True)
class ActionLists:
    """Tables hold text cells under on-screen headings and are indexed by record id.

    ``recommendations`` is how many the plan has. ``links`` and ``reworded`` are as
    ``followed.links_of`` gives them; ``unplaced`` is indexed by judgement id.
    """

    recommendations: int = 0
    orphans: pd.DataFrame = field(default_factory=pd.DataFrame)
    disagreements: pd.DataFrame = field(default_factory=pd.DataFrame)
    vanished: pd.DataFrame = field(default_factory=pd.DataFrame)
    links: tuple[Link, ...] = ()
    reworded: tuple[Link, ...] = ()
    unplaced: pd.DataFrame = field(default_factory=pd.DataFrame)


def action_lists(view: View) -> ActionLists:
    """The lists of a view; empty ones where it has no actions."""
    if view.history[ACTIONS.key].empty:
        return ActionLists()
    found = book(view)
    return ActionLists(
        int((found.now["kind"] == "recommendation").sum()),
        orphans_table(view),
        disagreements_table(view),
        vanished_table(view),
        *links_of(view),
        unplaced_table(view),
    )
