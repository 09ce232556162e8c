"""The front of a pack: the one-page summary, and what changed since the committee last met."""

from collections.abc import Sequence

from reports.content import lists, words
from reports.content.blocks import Block, Heading, Line, NewPage, Paragraph, Points
from reports.content.figures import has_records, table
from reports.content.sections import sentences
from workstreams import WORKSTREAMS
from workstreams.across.brief import brief
from workstreams.across.compared import compared
from workstreams.across.moved import finding, moved
from workstreams.across.moved import table as moves_table
from workstreams.across.worst import worst
from workstreams.actions.followed.since import since_last_met
from workstreams.asking import Question
from workstreams.view import View

ASKED = 3
ROWS = 6
MOVES = 3
"""Figures that moved for the worse on the first page, which must stay one page."""


def summary(view: View, found: tuple[Line, ...], asked: Sequence[Question]) -> list[Block]:
    """One page that stands alone: the worst first, what changed, where each part stands."""
    changed = since_last_met(view)
    made: list[Block] = [Heading("Summary")]
    if view.plan.illustrative:
        made.append(Paragraph(view.plan.illustrative, "notice"))
    made += _first(view, asked)
    if changed is not None:
        lead = len(made) == 1 + bool(view.plan.illustrative)
        made.append(Paragraph(changed.finding, "lead" if lead else "body"))
    said = [workstream.finding(view) for workstream in WORKSTREAMS if has_records(workstream, view)]
    # The rest of each stands once in full, at the head of its part.
    made.append(Points(tuple(sentences(one)[0] for one in said if one)))
    heads = headlines(found)
    if heads:
        made.append(table(heads, view, "The headline figure of each part.", by_name=True))
    made += worse(view)
    if asked:
        made.append(Heading("Questions to ask", 2))
        made.append(Points(tuple(question.text for question in asked[:ASKED]), numbered=True))
    return made


def _first(view: View, asked: Sequence[Question]) -> list[Block]:
    """The worst thing in a sentence, what is done about it, and what the committee is asked."""
    found = worst(view)
    own = words.asked(view)
    if found is not None:
        ask = found.asked if asked and not own else ""
        return [Paragraph(found.said, "lead"), Paragraph(f"{found.done} {ask}".strip()), *own]
    told = next((one for one in brief(view) if not one.good), None)
    if told is None:
        return own
    to_ask = [Paragraph("The committee is asked to put the questions below.")] if asked else []
    return [Paragraph(told.text, "lead"), *(own or to_ask)]


def headlines(found: Sequence[Line]) -> tuple[Line, ...]:
    """The headline figure of each workstream: its first."""
    firsts = {line.workstream: line for line in reversed(found)}
    return tuple(firsts[w.title] for w in WORKSTREAMS if w.title in firsts)


def worse(view: View) -> list[Block]:
    """How many figures moved, and those that moved most for the worse."""
    found = moved(view)
    if not found:
        return []
    made: list[Block] = [Heading("Figures that moved", 2), Paragraph(finding(found, view))]
    first = worst(view)
    bad = sorted(
        # What happened to actions stands above, and is listed on the pages that follow.
        # The worst of all has been named.
        (
            one
            for one in found
            if one.change.verdict == "worse"
            and not one.workstream.rules
            and (first is None or one.now.name != first.moved.now.name)
        ),
        key=lambda one: one.weight,
        reverse=True,
    )
    if bad:
        most = f": the {MOVES} that weigh most of {len(bad)}" if len(bad) > MOVES else ""
        caption = f"What else got worse, actions left aside{most}."
        made.append(lists.of_frame(moves_table(bad[:MOVES], view), caption))
    return made


def since(view: View) -> list[Block]:
    """What changed between the two dates, and the rows behind the questions."""
    made: list[Block] = [NewPage(), Heading("Since the committee last met")]
    made.append(Paragraph(compared(view)))
    return [*made, *lists.changes(view)] if view.since else made


def behind_questions(asked: Sequence[Question]) -> list[Block]:
    """The rows behind the questions on the first page, and the further questions."""
    if not asked:
        return []
    made: list[Block] = [Heading("The questions and the rows behind them")]
    for place, question in enumerate(asked[:ASKED], 1):
        made += _question(f"Question {place}", question)
    further = tuple(question.text for question in asked[ASKED:])
    if further:
        made.append(Heading("Further questions", 2))
        made.append(Points(further))
    return made


def _question(name: str, question: Question) -> list[Block]:
    made: list[Block] = [Heading(name, 2), Paragraph(question.text)]
    if len(question.rows):
        first = question.rows.head(ROWS)
        more = f" The first {ROWS} of {len(question.rows)}." if len(question.rows) > ROWS else ""
        made.append(lists.of_frame(first, f"{question.rule.when}{more}"))
    return made
