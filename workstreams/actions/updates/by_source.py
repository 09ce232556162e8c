"""What came back, taken apart by the files that the plan is kept in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.updates.applied import Applied
from workstreams.actions.updates.collected import Collected
from workstreams.actions.updates.owners import lives_of
from workstreams.view import Source, View


def by_source(
    view: View, found: Collected, sources: Sequence[Source]
) -> Mapping[Source, Collected]:
    """For each source with something that was taken, what was said of its actions alone.

    ``sources`` are those of the plan, by their own names. An owner has returned with every source
    that their sheet says something of; one who said nothing at all, with the first.
    """
    of_action = _sources(view, found)
    held = {of_action[action] for action, _ in found.taken}
    spoke = {one.owner.casefold() for one in found.said}
    parts: dict[Source, Collected] = {}
    for at, source in enumerate([one for one in sources if one.id in held]):
        said = tuple(one for one in found.said if of_action[one.action] == source.id)
        here = {one.owner.casefold() for one in said}
        parts[source] = replace(
            found,
            said=said,
            taken={
                cell: value
                for cell, value in found.taken.items()
                if of_action[cell[0]] == source.id
            },
            returned=tuple(
                owner
                for owner in found.returned
                if owner.casefold() in here or (at == 0 and owner.casefold() not in spoke)
            ),
        )
    return parts


def only(made: Applied, source: Source) -> Applied:
    """The records of one source alone: the rows of its next file."""
    return replace(made, rows=made.rows[made.rows["source_id"] == source.id])


def _sources(view: View, found: Collected) -> dict[str, int]:
    """The source of each action that something was said of."""
    known = book(view)
    lives = lives_of(known.lives)
    rows: pd.Series = view.now(ACTIONS.key)["source_id"]
    return {
        one.action: int(rows.loc[known.now["record_id"].loc[lives[one.action]]])
        for one in found.said
    }
