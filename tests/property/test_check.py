"""Whatever is on a sheet, it is read or left out, never lost and never a crash."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from workstreams import TABLES
from workstreams.actions.columns import ACTIONS

CELL = st.one_of(
    st.none(),
    st.none(),
    st.sampled_from(["Action", "Owner", "Due date", "Status", "Ref", "RAG", "Total", "c", " "]),
    st.sampled_from(["Open", "Closed", "March 2022", "31/02/2022", "G", "75%", "<Select>", "1.10"]),
    st.text(max_size=12),
    st.integers(-5, 60_000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.datetimes(datetime(1890, 1, 1), datetime(2300, 1, 1)),  # noqa: DTZ001
)
GRIDS = st.integers(1, 8).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), max_size=14)
)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(GRIDS, st.booleans())
def test_any_sheet_is_read_without_a_crash(values: list[list[Any]], forced: bool) -> None:
    choices = Choices(as_table="actions" if forced else "")
    tables = (ACTIONS,) if forced else TABLES
    read = check_grids([Grid("Sheet", values)], "x.xlsx", "", tables, choices)
    for reading in read.readings:
        assert reading.rows >= len(set(reading.frame.get("row", [])))
        assert all(1 <= row <= len(values) for row, _ in reading.left_out)
    for problem in read.problems:
        assert problem.advice.endswith(".")
        assert "None" not in problem.advice


@SLOW
@given(GRIDS)
@example([[None, None], ["Action", "Action"]])
def test_merged_cells_anywhere_do_no_harm(values: list[list[Any]]) -> None:
    merged = ((0, 0, 0, 3), (1, 0, 3, 0), (2, 1, 2, 2))
    check_grids([Grid("Sheet", values, merged)], "x.xlsx", "", TABLES, Choices())


ACTION = st.tuples(
    st.sampled_from(["Write the plan", "Share the plan", "Test it again", "Ask families"]),
    st.sampled_from(["Director", "Head of legal", "Service manager"]),
    st.dates(date(2020, 1, 1), date(2024, 1, 1)),
    st.sampled_from(["Open", "Closed", "On hold"]),
)


@SLOW
@given(st.lists(ACTION, min_size=1, max_size=12), st.randoms())
def test_the_order_of_rows_never_matters(actions: list[Any], random: Any) -> None:
    rows = [
        [f"A{place}", title, owner, datetime(day.year, day.month, day.day, tzinfo=UTC), status]
        for place, (title, owner, day, status) in enumerate(actions)
    ]
    shuffled = list(rows)
    random.shuffle(shuffled)
    frames = []
    for order in (rows, shuffled):
        values = [["Ref", "Action", "Owner", "Due date", "Status"], *order]
        grids = [Grid("Plan", values)]
        frame = check_grids(grids, "x.xlsx", "", TABLES, Choices()).frames["actions"]
        frames.append(
            frame.drop(columns=["row", "update_history", "due_date_history"]).sort_values("ref")
        )
    assert frames[0].reset_index(drop=True).equals(frames[1].reset_index(drop=True))
    assert len(frames[0]) == len(actions)
