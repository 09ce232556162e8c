"""What a chair is told of the return sheets: who returned, and what they say nothing about."""

from collections.abc import Sequence

from workstreams.actions.book import book
from workstreams.actions.updates.asked import Asked
from workstreams.actions.updates.owners import lives_of
from workstreams.view import SentBack, View, reports_to
from workstreams.wording import counted, day, listed

NAMED = 6
"""Up to so many owners are named; of more only the first."""


def asked_for(view: View, asked: Sequence[Asked], is_latest: bool) -> Asked | None:
    """The asking that concerns whoever looks at a view; None where there is none.

    It is that for the view's own meeting. At the plan's latest date it is what was asked last for
    that meeting or one after it.
    """
    this = view.meeting or reports_to(view.as_at, view.meetings)
    found = [
        one
        for one in asked
        if one.stands and (one.meeting == this or (is_latest and one.meeting > this))
    ]
    return found[-1] if found else None


def heard(view: View, asked: Asked, returns: Sequence[SentBack]) -> str:
    """How many owners returned before the meeting, and whose actions nothing was said about."""
    own = [one for one in returns if one.meeting == asked.meeting]
    in_time = [one for one in own if (one.came or one.as_at) <= asked.meeting]
    owners = {sheet.owner.casefold() for sheet in asked.sheets}
    before = {one.owner.casefold() for one in in_time} & owners
    after = ({one.owner.casefold() for one in own} & owners) - before
    late = f", and {len(after)} after it" if after else ""
    return (
        f"{len(before)} of {counted(len(owners), 'owner')} returned their sheets before the "
        f"meeting on {day(asked.meeting)}{late}. {_silent(view, asked, in_time)}"
    )


def _silent(view: View, asked: Asked, returns: Sequence[SentBack]) -> str:
    lives = lives_of(book(view).lives)
    said = {lives.get(name, name) for one in returns for name in one.actions}
    left = {
        sheet.owner: silent
        for sheet in asked.sheets
        if (silent := {lives.get(name, name) for name, _, _ in sheet.actions} - said)
    }
    if not left:
        return "They say something about every action that was asked about."
    actions = len(set().union(*left.values()))
    named = [f"{owner} ({len(silent)})" for owner, silent in list(left.items())[:NAMED]]
    if len(left) > NAMED:
        named.append(counted(len(left) - NAMED, "other owner"))
    return f"Nothing came back about {counted(actions, 'action')}: {listed(named)}."
