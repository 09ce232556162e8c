"""What changed since the committee last met, in five sentences at most, the worst first."""

from dataclasses import dataclass

import pandas as pd

from workstreams.across.moved import Moved, moved
from workstreams.across.moved import table as moves_table
from workstreams.across.worst import worst
from workstreams.actions.columns import ACTIONS
from workstreams.actions.followed.in_brief import DONE, actions_in_brief
from workstreams.view import View
from workstreams.wording import lower, number

MOST = 5
PARTS = 2
"""Parts of the plan whose figures may take a sentence before the actions have had theirs."""
LEADING = 0
"""The place of the figure that is worst of all, where it misses its target."""
WORSE = 40
"""The place of a figure that is worse, among the places of what happened to actions."""
FURTHER = 65
BETTER = min(DONE.values()) + 1
ACTIONS_PART = "actions"


@dataclass(frozen=True)
class Told:
    """One sentence and what is behind it.

    ``rows`` are text cells; ``rows_of`` is the key of the table whose record ids they are indexed
    by, "" where they are figures. ``part`` is the key of the workstream that shows more.
    """

    key: str
    text: str
    rows: pd.DataFrame
    rows_of: str
    part: str
    rank: int

    @property
    def good(self) -> bool:
        """Whether it tells of what is done or better, and not of what needs asking about."""
        return self.rank >= min(DONE.values())


def brief(view: View) -> tuple[Told, ...]:
    """At most five sentences, the worst first; the last is kept for what is done, if anything is.

    None where there is no earlier date, or nothing changed.
    """
    if view.since is None:
        return ()
    said = [
        Told(one.key, one.text, one.rows, ACTIONS.key, ACTIONS_PART, one.rank)
        for one in (actions_in_brief(view) if ACTIONS.key in view.history else ())
    ]
    said += _figures(view, "worse") + _figures(view, "better")
    said.sort(key=lambda one: one.rank)
    bad = [one for one in said if not one.good]
    good = [one for one in said if one.good]
    kept = bad[: MOST - bool(good)]
    return tuple(kept + good[: MOST - len(kept)])


def _figures(view: View, verdict: str) -> list[Told]:
    """A sentence a part of the plan about the figure that weighs most there.

    What happened to the actions themselves is told by their own sentences.
    """
    parts: dict[str, list[Moved]] = {}
    for one in moved(view):
        if one.change.verdict == verdict and one.workstream.key != ACTIONS_PART:
            parts.setdefault(one.workstream.key, []).append(one)
    for found in parts.values():
        found.sort(key=lambda one: one.weight, reverse=True)
    in_order = sorted(parts.items(), key=lambda part: part[1][0].weight, reverse=True)
    first = BETTER if verdict == "better" else WORSE
    leads = _leads(view) if verdict == "worse" else ""
    return [
        Told(
            f"{verdict}_{key}",
            _said(found),
            moves_table(found, view),
            "",
            key,
            LEADING if key == leads else first if place < PARTS or verdict == "better" else FURTHER,
        )
        for place, (key, found) in enumerate(in_order)
    ]


def _leads(view: View) -> str:
    """The part whose figure is told before anything else: the worst, where it misses its target."""
    found = worst(view)
    return found.moved.workstream.key if found is not None and found.moved.misses else ""


def _said(found: list[Moved]) -> str:
    first, more = found[0], len(found) - 1
    verdict = first.change.verdict
    text = (
        f"{first.workstream.title}: {lower(first.now.name)} went from {first.before} to "
        f"{first.now}: {verdict}"
    )
    others = "as is one other figure" if more == 1 else f"as are {number(more)} other figures"
    return f"{text}, {others}." if more else f"{text}."
