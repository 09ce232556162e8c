"""The front of a pack: the one-page summary, and what changed since the committee last met."""

from collections.abc import Sequence

from reports.content import lists
from reports.content.blocks import Block, Heading, Line, NewPage, Paragraph, Points
from reports.content.figures import has_records, table
from workstreams import WORKSTREAMS
from workstreams.across.compared import compared
from workstreams.across.moved import finding, moved
from workstreams.across.moved import table as moves_table
from workstreams.actions.followed.since import since_last_met
from workstreams.asking import Question
from workstreams.view import View

ASKED = 3
ROWS = 6
MOVES = 3
"""Figures that moved for the worse on the first page, which must stay one page."""


def summary(view: View, found: tuple[Line, ...], asked: Sequence[Question]) -> list[Block]:
    """One page that stands alone: what changed, where each part stands, what to ask."""
    changed = since_last_met(view)
    made: list[Block] = [Heading("Summary")]
    if view.plan.illustrative:
        made.append(Paragraph(view.plan.illustrative, "notice"))
    if changed is not None:
        made.append(Paragraph(changed.finding, "lead"))
    said = [workstream.finding(view) for workstream in WORKSTREAMS if has_records(workstream, view)]
    made.append(Points(tuple(sentence for sentence in said if sentence)))
    heads = headlines(found)
    if heads:
        made.append(table(heads, view, "The headline figure of each part.", by_name=True))
    made += worse(view)
    if asked:
        made.append(Heading("Questions to ask", 2))
        made.append(Points(tuple(question.text for question in asked[:ASKED]), numbered=True))
    return made


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
    bad = sorted(
        (one for one in found if one.change.verdict == "worse"),
        key=lambda one: one.weight,
        reverse=True,
    )
    if bad:
        most = f", the {MOVES} largest changes of {len(bad)}" if len(bad) > MOVES else ""
        made.append(
            lists.of_frame(moves_table(bad[:MOVES], view), f"Figures that are worse{most}.")
        )
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
