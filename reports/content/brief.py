"""The chair's brief: what a chair needs on one side of paper, ten minutes before a meeting."""

from collections.abc import Sequence

import pandas as pd

from reports.content import lists
from reports.content.one_side import Asked, Brief, Rows
from workstreams.across.brief import brief as told
from workstreams.across.compared import compared, heading
from workstreams.across.headlines import headlines
from workstreams.across.meeting_words import said
from workstreams.across.questions import TOP
from workstreams.actions.columns import ACTIONS
from workstreams.actions.late import Late, late
from workstreams.asking import Question, lines
from workstreams.view import View
from workstreams.wording import are, counted, day, sentence

MOST = 8
"""Rows of a list that a brief has at most."""
MOST_ASKED = 3
"""Rows under a question."""
UNTOLD = ("Reported",)
"""Columns of the lists on screen that one side of paper has no room for."""


def brief(view: View, asked: Sequence[Question]) -> Brief:
    """The brief of a view; ``asked`` are its questions, those to ask first at the front."""
    listed = late(view) if ACTIONS.key in view.history else None
    return Brief(
        compared(view),
        view.plan.illustrative,
        headlines(view),
        heading(view),
        tuple(one.text for one in told(view)) or _nothing(view),
        _late(view, listed),
        _unseen(listed),
        tuple(
            Asked(question.text, _lines(question.rows.head(MOST_ASKED)), len(question.rows))
            for question in asked[:TOP]
        ),
        said(view).asked,
    )


def _lines(rows: pd.DataFrame) -> tuple[str, ...]:
    return tuple(line.removeprefix("- ") for line in lines(rows.map(lists.cut)))


def _nothing(view: View) -> tuple[str, ...]:
    return ("Nothing changed.",) if view.since else ()


def _late(view: View, found: Late | None) -> Rows:
    """What is late and was late before; before the first comparison, what is late."""
    if found is None:
        return Rows("Late now: none", "The plan has no actions.")
    if view.since is None:
        return _rows("Late now", "", found.overdue)
    many = len(found.overdue)
    said = f"{sentence(counted(many, 'action'))} {are(many)} late in all."
    said += f" {found.first_dates}" if many and found.first_dates else ""
    then = f"Late now, and late on {day(view.since)} already"
    return _rows(then, said if many else found.first_dates, found.overdue_before)


def _unseen(found: Late | None) -> Rows:
    """What is called complete with nothing that shows it."""
    what = "Called complete, and nothing shows it"
    return _rows(what, "", found.not_shown) if found is not None else Rows(f"{what}: none")


def _rows(what: str, said: str, rows: pd.DataFrame) -> Rows:
    if rows.empty:
        return Rows(f"{what}: none", said)
    first = lists.of_frame(rows.head(MOST), "", drop=UNTOLD)
    return Rows(f"{what}: {len(rows)}", said, first.headings, first.rows, len(rows))
