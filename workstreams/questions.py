"""The questions to ask at the meeting: rules in order of weight, at most one a subject at the top.

The order is fixed and printed on the definitions page. The first three questions are the first
ones found whose subjects differ; all others follow, in the same order.
"""

from collections.abc import Sequence

import pandas as pd

from measures.figures import Figure
from workstreams import WORKSTREAMS
from workstreams.actions import rules
from workstreams.actions.questions import asked
from workstreams.asking import Question, Rule
from workstreams.base import Measure, Workstream
from workstreams.view import View
from workstreams.wording import day

TOP = 3
WORSE = Rule(
    "worse",
    "figures",
    "A figure outside the action plan has become worse since the meeting before. The one that "
    "changed most for its size is asked about.",
)
ORDER: tuple[Rule, ...] = (
    rules.UNANSWERED,
    rules.GONE,
    rules.MOVED_TWICE,
    rules.UNSEEN,
    rules.UNEXPLAINED,
    WORSE,
    rules.REOPENED,
    rules.OWNER_LEFT,
    rules.GREEN,
    rules.SILENT,
    rules.MOVED,
    rules.ONE_DAY,
    rules.AMBER,
    rules.NO_OWNER,
    rules.ORPHAN,
    rules.OVERDUE,
    rules.NO_DATE,
)
CHOICE = (
    "The rules are tried in the order given. The first three questions are about different "
    "subjects; the rest follow."
)


def questions(view: View) -> tuple[Question, ...]:
    """Every question the view raises, the three to ask first at the front."""
    if "actions" not in view.history:
        return ()
    found = asked(view)
    worsened = worse(view)
    if worsened is not None:
        found[WORSE.key] = worsened
    in_order = [found[rule.key] for rule in ORDER if rule.key in found]
    return tuple(_varied(in_order))


def _varied(in_order: Sequence[Question]) -> list[Question]:
    """The first ones of different subjects to the front, up to three; nothing else moves."""
    top: list[Question] = []
    for question in in_order:
        if len(top) < TOP and question.rule.subject not in {q.rule.subject for q in top}:
            top.append(question)
    return top + [question for question in in_order if question not in top]


def worse(view: View) -> Question | None:
    """The figures of other workstreams that have become worse, the largest change first."""
    if view.since is None:
        return None
    before = view.back_to(view.since)
    # Two public counts of children side by side could be subtracted from each other.
    public = view.audience == "public"
    changes = [
        (workstream, measure, now, then)
        for workstream in WORKSTREAMS
        if workstream.key != "actions" and all(t.key in view.history for t in workstream.tables)
        for measure in workstream.measures
        if measure.better != "neutral" and not (public and measure.counts_children)
        for now, then in [(measure.figure(view), measure.figure(before))]
        if _worse(measure, now, then)
    ]
    if not changes:
        return None
    changes.sort(key=lambda change: -_size(change[2], change[3]))
    workstream, measure, now, then = changes[0]
    text = (
        f"What is being done about {workstream.title.lower()}? “{measure.name}” went from {then} "
        f"on {day(view.since)} to {now}, which is worse."
    )
    behind = tuple(record for _, _, figure, _ in changes for record in figure.records)
    return Question(WORSE, workstream.key, text, _rows(changes), behind)


def _worse(measure: Measure, now: Figure, then: Figure) -> bool:
    if now.value is None or then.value is None or str(now) == str(then):
        return False
    return (now.value < then.value) == (measure.better == "higher")


def _size(now: Figure, then: Figure) -> float:
    """How large a change is beside the larger of the two figures."""
    assert now.value is not None
    assert then.value is not None
    return abs(now.value - then.value) / max(abs(now.value), abs(then.value))


def _rows(changes: Sequence[tuple[Workstream, Measure, Figure, Figure]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Workstream": [workstream.title for workstream, _, _, _ in changes],
            "Measure": [measure.name for _, measure, _, _ in changes],
            "Then": [str(then) for _, _, _, then in changes],
            "Now": [str(now) for _, _, now, _ in changes],
        },
        dtype="str",
    )
