"""Moves that a record tells of itself, counted once over all snapshots."""

from typing import Any

import pandas as pd
import pytest

from measures.actions.history import events, moves
from measures.following.lives import lives
from workstreams.actions.columns import ACTIONS

MARCH, JUNE, SEPTEMBER, DECEMBER = "2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"


def told(*days: str, reasons: tuple[str, ...] = ()) -> list[list[str]]:
    said = ["", *reasons, *[""] * len(days)]
    return [[day, "Revised date", said[at]] for at, day in enumerate(days)]


def history(*records: dict[str, Any]) -> pd.DataFrame:
    """One action over several snapshots, a month apart."""
    names = ("due_date", "revised_due_date", "due_date_history")
    values: dict[str, list[Any]] = {
        name: [record.get(name, [] if name.endswith("history") else None) for record in records]
        for name in names
    }
    frame = ACTIONS.frame(
        values
        | {"ref": ["1"] * len(records), "title": ["Write a protocol"] * len(records)}
        | {"row": [2] * len(records), "sheet": ["Plan"] * len(records)}
    )
    frame["as_at"] = pd.date_range("2024-01-31", periods=len(records), freq="ME").astype(
        "datetime64[s]"
    )
    frame["snapshot_id"] = range(1, len(records) + 1)
    frame.index = pd.Index(range(1, len(records) + 1), name="record_id")
    return frame


def dated(*days: str) -> dict[str, Any]:
    """A record with its first date and every later one."""
    more = {"revised_due_date": days[-1], "due_date_history": told(*days)} if days[1:] else {}
    return {"due_date": days[0], **more}


@pytest.mark.parametrize(
    ("records", "counted"),
    [
        ([dated(MARCH)], [0]),
        ([dated(MARCH, JUNE)], [1]),
        ([dated(MARCH, JUNE, SEPTEMBER)], [2]),
        ([dated(MARCH), dated(MARCH, JUNE, SEPTEMBER)], [0, 2]),
        ([dated(MARCH, JUNE), dated(MARCH, JUNE, SEPTEMBER)], [1, 2]),
        ([dated(MARCH, JUNE), dated(MARCH, JUNE)], [1, 1]),
        ([dated(MARCH, JUNE), dated(MARCH, JUNE, SEPTEMBER, DECEMBER)], [1, 3]),
        # The file told of one date more between: the date known before still is the one to go from.
        ([dated(MARCH, SEPTEMBER), dated(MARCH, JUNE, SEPTEMBER)], [1, 1]),
        # The date known before is in the file no more: one move, from it to the current one.
        ([dated(JUNE), dated(MARCH, SEPTEMBER)], [0, 1]),
        # Back to a date it had before.
        ([dated(MARCH, JUNE), dated(MARCH, JUNE, MARCH)], [1, 2]),
        # Files that do not tell, as those kept before they could.
        ([{"due_date": MARCH, "revised_due_date": JUNE}], [1]),
        ([{"due_date": MARCH, "revised_due_date": JUNE}, dated(MARCH, JUNE, SEPTEMBER)], [1, 2]),
        # One cell: "30/06/2024 (was 31/03/2024)".
        ([{"due_date": JUNE, "due_date_history": told(MARCH, JUNE)}], [1]),
    ],
)
def test_each_move_counts_once(records: list[dict[str, Any]], counted: list[int]) -> None:
    known = lives(history(*records))
    assert known.records["moves"].tolist() == counted
    assert len(moves(known)) == counted[-1]
    assert int((events(known)["event"] == "date moved").sum()) == counted[-1]


def test_the_moves_are_told_one_by_one_with_their_reasons() -> None:
    days = told(MARCH, JUNE, SEPTEMBER, reasons=("Vacancy",))
    known = lives(
        history({"due_date": MARCH, "revised_due_date": SEPTEMBER, "due_date_history": days})
    )
    found = moves(known)
    was_now = found[["was", "now"]].astype(str).to_numpy().tolist()
    assert was_now == [[MARCH, JUNE], [JUNE, SEPTEMBER]]
    assert found["days"].tolist() == [91, 92]
    assert found["reason"].fillna("").tolist() == ["Vacancy", ""]


def test_the_date_first_given_is_the_first_that_is_told() -> None:
    known = lives(history({"due_date": JUNE, "due_date_history": told(MARCH, JUNE)}))
    assert known.records["first_due"].astype(str).tolist() == [MARCH]
    assert known.records["current_due"].astype(str).tolist() == [JUNE]
