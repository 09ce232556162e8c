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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd

from loaders.declared import Table
from workstreams.view import Audience, Event, Meeting, Plan, Snapshot, Target, View

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


def history_of(table: Table, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of text (fields as columns, "" for a blank, and ``as_at``) as a history frame."""
    fields = [c for c in rows if c not in {"case", "as_at"} and not str(c).startswith("answer")]
    given: dict[str, object] = {
        str(field).removesuffix("_"): [value or None for value in rows[field]] for field in fields
    }
    numbers = {c.field for c in table.columns if c.kind.dtype == "float64"}
    for field in numbers & set(given):
        given[field] = [None if v is None else float(v) for v in given[field]]  # type: ignore[attr-defined]
    if "row" not in given:
        given["row"] = list(range(2, len(rows) + 2))
    given["row"] = [int(str(v)) for v in given["row"]]  # type: ignore[attr-defined]
    frame = table.frame(given)  # type: ignore[arg-type]
    unknown = set(given) - set(frame)
    assert not unknown, f"{table.key} has no column {sorted(unknown)}"
    frame["as_at"] = pd.Series(pd.to_datetime(rows["as_at"].to_numpy()), dtype="datetime64[s]")
    order = sorted(frame["as_at"].unique())
    frame["snapshot_id"] = frame["as_at"].map({d: i for i, d in enumerate(order, 1)}).astype(int)
    frame.index = pd.Index(range(1, len(frame) + 1), name="record_id")
    return frame


def view_of(
    history: Mapping[str, pd.DataFrame],
    *,
    meetings: Sequence[str] = (),
    targets: Sequence[Target] = (),
    events: Sequence[Event] = (),
    settings: Mapping[str, object] | None = None,
    as_at: str = "",
    since: str | None = None,
    audience: Audience = "public",
) -> View:
    """A view of histories made by ``history_of``.

    ``as_at`` defaults to the latest date found and ``since`` to the one before it; ``since=""``
    is a view with nothing to compare with.
    """
    found = sorted({d.date() for frame in history.values() for d in frame["as_at"]})
    today = date.fromisoformat(as_at) if as_at else found[-1]
    earlier = [d for d in found if d < today]
    compared = date.fromisoformat(since) if since else None
    if since is None and earlier:
        compared = earlier[-1]
    return View(
        plan=Plan(1, "A plan", "A committee"),
        as_at=today,
        since=compared,
        snapshots=tuple(
            Snapshot(i, day, f"{day}.xlsx", f"{i}", datetime(2022, 1, 1, tzinfo=UTC), "An officer")
            for i, day in enumerate(found, 1)
        ),
        meetings=tuple(Meeting(date.fromisoformat(when)) for when in meetings),
        targets=tuple(targets),
        events=tuple(events),
        history={
            key: frame[frame["as_at"] <= pd.Timestamp(today)] for key, frame in history.items()
        },
        settings=settings or {},
        audience=audience,
    )
