"""The worst thing that the figures of a view say: what it is, what is done, what is asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from charts.spec import stopped
from measures.change import change
from measures.figures import Figure, printed
from workstreams import WORKSTREAMS
from workstreams.across.meeting_words import done_about
from workstreams.across.moved import Moved, compared_figures, standing
from workstreams.across.notes import notes
from workstreams.base import Workstream
from workstreams.view import View
from workstreams.wording import lower, month, number

NO_NOTE = "No officer has written what is being done about it."
LEAST = 1.0
"""What a figure has to weigh to be told before what happened to actions."""
OFTEN = 3
"""Figures in a row that missed the target, from which on it is said."""


@dataclass(frozen=True)
class Worst:
    """``said`` is the figure in a sentence; ``done`` what an officer wrote of it, else that nobody
    has; ``asked`` what the committee is asked to do."""

    moved: Moved
    said: str
    done: str
    asked: str


def worst(view: View) -> Worst | None:
    """The figure that weighs most of those worse than before, or missing a target that is due.

    None where no figure is either, or all are light.
    """
    return view.once("worst", lambda: _worst(view))


def _worst(view: View) -> Worst | None:
    found = max(_candidates(view), key=lambda one: one.weight, default=None)
    if found is None or found.weight < LEAST:
        return None
    done = _done(found, view)
    if done:
        asked = "The committee is asked whether that is enough, and to put the questions below."
    else:
        asked = "The committee is asked to find out, and to put the questions below."
    return Worst(found, _said(found), done or NO_NOTE, asked)


def _done(found: Moved, view: View) -> str:
    """What officers wrote for the meeting, else beside the chart; "" where they wrote nothing."""
    lines = done_about(view, found.workstream, found.now.name)
    if lines:
        return f"What is being done: {' '.join(map(stopped, lines))}"
    written = [note for note in notes(view) if note.chart in found.stands.charts]
    if not written:
        return ""
    return f"{stopped(' '.join(written[-1].text.split()))} (Note by {written[-1].signed}.)"


def _candidates(view: View) -> Iterator[Moved]:
    # One that asks questions of its own, as actions do, tells what happened by its own sentences.
    for workstream in (one for one in WORKSTREAMS if not one.rules):
        if not all(table.key in view.history for table in workstream.tables):
            continue
        for now, before in compared_figures(workstream, view):
            one = _candidate(workstream, now, before, view)
            if one is not None:
                yield one


def _candidate(
    workstream: Workstream, now: Figure, before: Figure | None, view: View
) -> Moved | None:
    lists = {measure.name for measure in workstream.measures if measure.of_a_list}
    move = change(now, before, now.better, of_a_list=now.name in lists)
    if before is None or move is None or move.verdict == "better":
        return None
    one = Moved(workstream, now, before, move, standing(workstream, now, view))
    return one if move.verdict == "worse" or one.misses else None


def _said(one: Moved) -> str:
    now, before = one.now, one.before
    assert now.value is not None
    assert before.value is not None
    when = f" in {month(now.as_at)}" if now.as_at else ""
    # An indicator's name says all; a measure's is short, as its page says the rest.
    name = now.name if one.workstream.compared else f"{one.workstream.title}: {lower(now.name)}"
    if str(now) == str(before):
        said = f"{name} stayed at {now}{when}"
    else:
        word = "rose" if now.value > before.value else "fell"
        said = f"{name} {word} from {before} to {now}{when}"
    if one.misses and one.stands.target is not None:
        short = "short of" if now.better == "higher" else "above"
        said += f", {short} the target of {printed(one.stands.target, now.unit)}"
        if one.stands.missed >= OFTEN:
            said += f", which it has missed {number(one.stands.missed)} times in a row"
    return f"{said}."
