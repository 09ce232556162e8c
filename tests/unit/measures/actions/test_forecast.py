"""The forecast: a range from the pace so far, the same every time, and none on too little."""

from datetime import date

import pandas as pd
import pytest

from measures.actions.forecast import forecast, throughput
from measures.periods import answer_due, latest_by, months_after
from tests.made.actions import MAY, NOV, SEP, row, seen
from workstreams.actions.followed.outlook import forecast_sentence, likely, outlook

AS_AT, NEXT = date(2022, 3, 31), date(2022, 5, 31)


def series(complete: list[int], scope: int = 20) -> pd.DataFrame:
    """Snapshots 60 days apart, with so many actions complete at each."""
    when = pd.date_range(end=AS_AT, periods=len(complete), freq="60D")
    return pd.DataFrame(
        {"when": when, "complete": complete, "open": [scope - done for done in complete]}
    )


def test_a_steady_pace_gives_a_narrow_range() -> None:
    found = forecast(series([0, 2, 4, 6, 8]), AS_AT, NEXT)
    assert found.by_next == (10, 11)  # 2 more in 60 days, and the meeting is in 61
    assert found.finish == (date(2023, 3, 26), date(2023, 3, 26))  # 12 open, 2 in 60 days


def test_an_uneven_pace_gives_a_wider_range_that_holds_the_steady_one() -> None:
    found = forecast(series([0, 0, 6, 6, 8]), AS_AT, NEXT)
    assert found.by_next is not None
    assert found.finish is not None
    low, high = found.by_next
    assert low <= 10 <= high
    assert high - low > 1
    assert found.finish[0] < date(2023, 3, 26) < found.finish[1]


def test_the_same_plan_always_gives_the_same_forecast() -> None:
    uneven = series([0, 1, 6, 6, 8, 9])
    assert forecast(uneven, AS_AT, NEXT) == forecast(uneven, AS_AT, NEXT)


def test_nothing_is_forecast_under_four_periods() -> None:
    found = forecast(series([0, 2, 4, 6]), AS_AT, NEXT)
    assert found.finish is None
    assert found.why_missing == "a forecast needs 4 periods between uploads, and there are 3"


@pytest.mark.parametrize(
    ("complete", "why"),
    [
        ([3, 3, 3, 3, 3], "nothing has been completed in any period so far"),
        ([0, 5, 10, 15, 20], "no action is open"),
    ],
)
def test_no_forecast_says_why(complete: list[int], why: str) -> None:
    assert forecast(series(complete), AS_AT, NEXT).why_missing == why


def test_a_period_that_went_backwards_counts_as_none_done() -> None:
    assert throughput(series([0, 4, 2, 3]))["done"].tolist() == [4, 0, 1]


def test_a_finish_more_than_ten_years_off_is_not_a_date() -> None:
    found = forecast(series([0, 1, 1, 1, 1], scope=4000), AS_AT, NEXT)
    assert found.finish == (None, None)
    assert "more than ten years" in forecast_sentence(found)


def test_the_sentence_says_how_little_it_rests_on() -> None:
    said = forecast_sentence(forecast(series([0, 2, 4, 6, 8]), AS_AT, NEXT))
    assert said == (
        "At the pace so far, 10 to 11 actions are likely to be complete by the next meeting on "
        "31 May 2022 (8 are now). All 12 open actions would be complete in about March 2023. This "
        "is a rough guide: it takes the pace of the last 240 days (4 periods between uploads) to "
        "go on, and would be wrong about one time in five."
    )


def test_a_view_with_three_uploads_says_why_there_is_no_forecast() -> None:
    view = seen([row(when, "1", status="in progress") for when in (MAY, SEP, NOV)])
    assert likely(view).why_missing
    assert outlook(view) == (
        "No forecast: a forecast needs 4 periods between uploads, and there are 2.",
    )


def test_the_gap_and_a_pile_of_dates_are_pointed_out() -> None:
    rows = [row(SEP, f"{n}", status="in progress", due_date="2021-08-31") for n in range(1, 6)]
    said = outlook(seen([*rows, row(SEP, "9", status="complete", due_date="2021-06-30")]))
    assert said[1:] == (
        "1 of the actions with a date is complete. The first due dates asked for more than that "
        "from 31 August 2021 on, so the work is 7 days behind them.",
        "5 of 5 open actions with a date are due on one day, 31 August 2021.",
    )


def test_two_months_beginning_with_a_day_end_on_the_day_before() -> None:
    assert answer_due(date(2021, 9, 7)) == date(2021, 11, 6)
    assert answer_due(date(2021, 12, 31)) == date(2022, 2, 27)


def test_a_month_without_such_a_day_ends_on_its_last() -> None:
    assert months_after(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_after(date(2021, 11, 15), 3) == date(2022, 2, 15)


def test_the_latest_meeting_is_on_or_before() -> None:
    meetings = [date(2021, 9, 7), date(2021, 11, 23)]
    assert latest_by(date(2021, 9, 7), meetings) == date(2021, 9, 7)
