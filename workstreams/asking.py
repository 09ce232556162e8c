"""What a question to ask at the meeting is, and how the rules behind questions are declared."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

BLANK = "–"
COPIED = 25
"""Rows of a question that its text to copy holds; the page has the rest."""
Subject = Literal["answers", "missing rows", "dates", "proof", "figures", "people"]


@dataclass(frozen=True)
class Rule:
    """When a question is asked, in words a chair can read. ``key`` names it in links.

    ``rank`` is its place among the rules of all workstreams: the lower is asked first.
    ``when`` may leave a place for a threshold of the plan, by its key: "moved {date_moves}".
    """

    key: str
    subject: Subject
    when: str
    rank: int = 1000

    def told(self, words: Mapping[str, str]) -> "Rule":
        """The same rule with the plan's own thresholds in its words."""
        return replace(self, when=self.when.format_map(words))


@dataclass(frozen=True)
class Question:
    """A question for the meeting, made by a rule, with the rows it is about.

    ``workstream`` is the key of the page that shows more. ``rows`` are text cells under on-screen
    headings; ``records`` are the record ids behind them. ``rows_of`` is the key of the table whose
    records the rows are, by record id; "" where they are none.
    """

    rule: Rule
    workstream: str
    text: str
    rows: pd.DataFrame
    records: tuple[int, ...] = ()
    rows_of: str = ""

    @property
    def copied(self) -> str:
        """The question and its first rows as plain text, for a report or a letter."""
        more = len(self.rows) - COPIED
        rest = [f"- and {more} more"] if more > 0 else []
        return "\n".join([self.text, *lines(self.rows.head(COPIED)), *rest])


def lines(rows: pd.DataFrame) -> list[str]:
    """A table as plain text: one line a row, further cells after semicolons, blanks left out."""
    heads = [str(name) for name in rows.columns]
    made = []
    for cells in rows.itertuples(index=False, name=None):
        lead = " ".join(str(cell) for cell in cells[:2] if cell != BLANK)
        further = zip(heads[2:], cells[2:], strict=True)
        rest = [f"{head[:1].lower()}{head[1:]}: {cell}" for head, cell in further if cell != BLANK]
        made.append("- " + "; ".join([lead, *rest]))
    return made
