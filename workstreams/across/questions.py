"""The questions to ask at the meeting: rules in order of weight, at most one a subject at the top.

The order is fixed and printed on the definitions page. The first three questions are the first
ones found whose subjects differ; all others follow, in the same order.
"""

from collections.abc import Mapping, Sequence

from workstreams import WORKSTREAMS
from workstreams.across.moved import moved
from workstreams.across.moved import table as moves_table
from workstreams.asking import Question, Rule
from workstreams.thresholds import words
from workstreams.view import View
from workstreams.wording import day

TOP = 3
WORSE = Rule(
    "worse",
    "figures",
    "A figure outside the action plan has become worse since the meeting before. The one that "
    "weighs most is asked about: how far it is from a target that is due, how large the change is "
    "beside its usual ups and downs, whether it is about children, staff or things, and how long.",
    rank=60,
)
ORDER = tuple(
    sorted((WORSE, *(rule for one in WORKSTREAMS for rule in one.rules)), key=lambda r: r.rank)
)
CHOICE = (
    "The rules are tried in the order given. The first three questions are about different "
    "subjects; the rest follow."
)


def rules_of(settings: Mapping[str, object], has_meetings: bool) -> tuple[Rule, ...]:
    """The rules in order, in the words that hold for a plan with these settings."""
    said = words(settings, has_meetings)
    return tuple(rule.told(said) for rule in ORDER)


def questions(view: View) -> tuple[Question, ...]:
    """Every question the view raises, the three to ask first at the front."""
    found: dict[str, Question] = {}
    for workstream in WORKSTREAMS:
        if workstream.rules and all(table.key in view.history for table in workstream.tables):
            found |= workstream.asked(view)
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
    """The figures that have become worse, the largest change first.

    A workstream that asks questions of its own is asked about by those.
    """
    found = [
        one for one in moved(view) if one.change.verdict == "worse" and not one.workstream.rules
    ]
    if not found or view.since is None:
        return None
    found.sort(key=lambda one: one.weight, reverse=True)
    first = found[0]
    text = (
        f"What is being done about {first.workstream.title.lower()}? “{first.now.name}” went from "
        f"{first.before} on {day(view.since)} to {first.now}, which is worse."
    )
    behind = tuple(record for one in found for record in one.now.records)
    return Question(WORSE, first.workstream.key, text, moves_table(found, view), behind)
