"""What stands around a table gives its months their year, and its figures their month."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Checked
from workstreams import TABLES

HEAD = ["Indicator", "Good is", "Target"]
ROWS = [["Advice in time", "High", 90, 81, 82, 83], ["Complaints", "Low", 5, 3, 2, 4]]


def read(rows: list[list[Any]], sheet: str = "KPIs", as_at: date | None = None) -> Checked:
    width = max(map(len, rows))
    filled = [[*row, *[None] * (width - len(row))] for row in rows]
    return check_grids([Grid(sheet, filled)], "k.xlsx", "", TABLES, Choices(as_at=as_at))


def periods(checked: Checked) -> list[str]:
    frame = checked.frames["indicators"]
    one = frame[frame["indicator"] == "Advice in time"]
    return [str(day.date()) for day in one["period"]]


SPRING = ["2024-04-30", "2024-05-31", "2024-06-30"]
WINTER = ["2024-11-30", "2024-12-31", "2025-01-31"]


@pytest.mark.parametrize(
    ("above", "sheet", "months", "days"),
    [
        (["Scorecard 2024/25"], "KPIs", ["Apr", "May", "Jun"], SPRING),
        (["Scorecard 2024-25"], "KPIs", ["April", "May", "June"], SPRING),
        (["Scorecard 2024-2025"], "KPIs", ["APR", "MAY", "JUN"], SPRING),
        (["Scorecard 24/25"], "KPIs", ["Apr.", "May", "Jun."], SPRING),
        (["Scorecard FY 2024/25"], "KPIs", ["Apr", "May", "Jun"], SPRING),
        (["Scorecard 2024"], "KPIs", ["Apr", "May", "Jun"], SPRING),
        ([2024], "KPIs", ["Apr", "May", "Jun"], SPRING),
        ([], "2024-25", ["Apr", "May", "Jun"], SPRING),
        ([], "KPIs 2024", ["Apr", "May", "Jun"], SPRING),
        (["Scorecard 2024/25"], "KPIs", ["Nov", "Dec", "Jan"], WINTER),
        (["Scorecard 2024"], "KPIs", ["Nov", "Dec", "Jan"], WINTER),
        ([], "2024-25", ["November", "December", "January"], WINTER),
        (["Scorecard 2024/25"], "Sheet1", ["Sept", "Oct", "Nov"], None),
    ],
)
def test_months_take_their_year_from_the_title_or_the_sheet(
    above: list[Any], sheet: str, months: list[str], days: list[str] | None
) -> None:
    rows = [*([above, []] if above else []), [*HEAD, *months], *ROWS]
    found = read(rows, sheet)
    assert periods(found) == (days or ["2024-09-30", "2024-10-31", "2024-11-30"])
    assert found.readings[0].headings[3:] == (*months,)


@pytest.mark.parametrize("years", [(2024, 2025), ("2024", "2025"), ("FY 2024", "2025")])
def test_or_from_the_row_of_years_above_them(years: tuple[Any, Any]) -> None:
    rows = [
        ["Indicator", "Good is", "Target", years[0], None, years[1]],
        [None, None, None, "Nov", "Dec", "Jan"],
        *ROWS,
    ]
    assert periods(read(rows)) == WINTER


def test_where_nothing_says_the_year_it_is_asked_at_the_heading() -> None:
    found = read([[*HEAD, "Apr", "May", "Jun"], *ROWS])
    errors = [p for p in found.problems if p.level == "error"]
    assert [p.cell for p in errors] == ["D1", "E1", "F1"]
    assert all(p.advice.startswith("Add the year") for p in errors)


@pytest.mark.parametrize(
    ("months", "as_at", "days"),
    [
        (["Apr", "May", "Jun"], date(2024, 6, 30), SPRING),
        (["Apr", "May", "Jun"], date(2024, 7, 12), SPRING),
        (["Nov", "Dec", "Jan"], date(2025, 2, 3), WINTER),
        (["Jun", "May", "Apr"], date(2024, 6, 30), SPRING[::-1]),
    ],
)
def test_and_goes_back_from_the_date_that_an_officer_gives(
    months: list[str], as_at: date, days: list[str]
) -> None:
    assert periods(read([[*HEAD, *months], *ROWS], as_at=as_at)) == days


KPIS = [
    ["KPI", "Target", "Actual", "RAG"],
    ["Advice in time", "90%", "84%", "A"],
    ["Complaints answered in 10 days", "95%", "97%", "G"],
]


@pytest.mark.parametrize(
    ("above", "sheet", "day"),
    [
        (["Legal services KPIs - June 2024"], "KPIs", "2024-06-30"),
        (["Month: June 2024"], "KPIs", "2024-06-30"),
        (["Position at 30 June 2024"], "KPIs", "2024-06-30"),
        (["Reporting period", date(2024, 6, 30)], "KPIs", "2024-06-30"),
        (["Quarter 1 2024/25"], "KPIs", "2024-06-30"),
        ([], "June 2024", "2024-06-30"),
        ([], "KPIs Jun-24", "2024-06-30"),
    ],
)
def test_figures_without_a_column_for_their_month_are_of_the_month_above_them(
    above: list[Any], sheet: str, day: str
) -> None:
    found = read([*([above, []] if above else []), *KPIS], sheet)
    frame = found.frames["indicators"]
    assert [str(one.date()) for one in frame["period"]] == [day, day]
    assert frame["value"].to_list() == [0.84, 0.97]
    assert set(frame["unit"]) == {"percent"}
    (said,) = [p for p in found.problems if p.field == "period"]
    assert said.level == "note"
    (warned,) = [p for p in found.problems if p.field == "better"]
    assert not warned.reasoned


def test_or_of_the_date_that_the_file_is_true_at_or_asked() -> None:
    frame = read(KPIS, as_at=date(2024, 6, 28)).frames["indicators"]
    assert {str(one.date()) for one in frame["period"]} == {"2024-06-28"}
    found = read(KPIS)
    (error,) = [p for p in found.problems if p.level == "error"]
    assert "Nothing says which month these figures are of" in error.advice
    assert found.frames["indicators"].empty


@pytest.mark.parametrize(
    ("target", "number", "better"),
    [
        (">= 90", 90, "higher"),
        ("≥90", 90, "higher"),
        ("> 90", 90, "higher"),
        ("at least 90", 90, "higher"),
        ("Minimum 90", 90, "higher"),
        ("90 or more", 90, "higher"),
        ("90+", 90, "higher"),
        ("<= 10", 10, "lower"),
        ("≤10", 10, "lower"),
        ("< 10", 10, "lower"),
        ("no more than 10", 10, "lower"),
        ("at most 10", 10, "lower"),
        ("max 10", 10, "lower"),
        ("under 10", 10, "lower"),
        ("10 or fewer", 10, "lower"),
    ],
)
def test_a_target_may_say_which_way_is_better(target: str, number: int, better: str) -> None:
    rows = [
        ["Indicator", "Target", "Apr 2024", "May 2024"],
        ["Advice in time", target, 81, 82],
        ["Reviews held", target, 81, 82],
    ]
    frame = read(rows).frames["indicators"]
    assert set(frame["target"]) == {number}
    assert set(frame["better"]) == {better}
