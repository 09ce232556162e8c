"""Golden files: one CSV holds a question and its answer, so that anyone can check it in Excel.

Each row is a record. Columns:

- ``case`` names the question; rows of one case belong together.
- ``as_at`` is the snapshot's date of that row (YYYY-MM-DD). A case with several dates is a history.
- every other column is a field of the workstream's table, written plainly (dates YYYY-MM-DD,
  percentages as a share of 1; the field ``case`` is written ``case_``), but for
- ``answer`` and columns that begin ``answer_``: what the measure must say. An answer for the whole
  case stands on its first row; an answer for each record stands on its own row.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from loaders.declared import Table
from tests.made.views import history_of, view_of
from workstreams.view import Audience, View

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One question of a golden file: its records in the shape of ``View.history``, its answers."""

    name: str
    table: str
    history: pd.DataFrame
    answers: pd.DataFrame

    @property
    def as_at(self) -> date:
        """The latest as-at date of the case."""
        day: date = self.history["as_at"].max().date()
        return day

    @property
    def records(self) -> pd.DataFrame:
        """The records of the latest as-at date."""
        return self.history[self.history["as_at"] == self.history["as_at"].max()]

    def answer(self, column: str = "answer") -> str:
        """The answer for the whole case, as written on its first row; "" where there is none."""
        return str(self.answers[column].iloc[0])

    def view(self, meetings: Sequence[str] = (), audience: Audience = "public") -> View:
        """The case as a view, with committee dates given as YYYY-MM-DD."""
        return view_of({self.table: self.history}, meetings=meetings, audience=audience)


def cases(path: str, table: Table) -> list[Case]:
    """Every case of a golden file, in the order of the file."""
    with (HERE / path).open(encoding="utf-8", newline="") as lines:
        rows = pd.DataFrame(list(csv.DictReader(lines)), dtype="str")
    return [
        Case(
            str(name),
            table.key,
            history_of(table, group),
            group.filter(regex=r"^answer(_|$)").reset_index(drop=True),
        )
        for name, group in rows.groupby("case", sort=False)
    ]
