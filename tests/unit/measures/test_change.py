"""How a figure's move is put into words."""

from datetime import date

import pytest

from measures.change import change
from measures.figures import Figure, missing


def percent(value: float) -> Figure:
    return Figure("Rate", value, "percent")


@pytest.mark.parametrize(
    ("now", "before", "better", "words"),
    [
        (0.562, 0.531, "higher", "Up 3.1 percentage points: better"),
        (0.562, 0.531, "lower", "Up 3.1 percentage points: worse"),
        (0.50, 0.51, "higher", "Down 1 percentage point: worse"),
        (0.50, 0.51, "neutral", "Down 1 percentage point"),
        (0.5, 0.5, "higher", "No change"),
    ],
)
def test_a_rate_moves_in_percentage_points(now, before, better, words) -> None:
    assert str(change(percent(now), percent(before), better)) == words


def test_the_move_is_the_difference_of_the_figures_as_printed() -> None:
    # 10.04% and 10.16% print as 10% and 10.2%: a reader who does the sum gets 0.2.
    moved = change(percent(0.1016), percent(0.1004), "higher")
    assert moved is not None
    assert moved.amount == "0.2 percentage points"


def test_a_count_and_a_sum_keep_their_units() -> None:
    assert str(change(Figure("n", 5, "count"), Figure("n", 8, "count"), "lower")) == (
        "Down 3: better"
    )
    paid = change(Figure("paid", 1500, "pounds"), Figure("paid", 500, "pounds"), "neutral")
    assert str(paid) == "Up £1,000"


def test_nothing_is_said_where_either_figure_is_missing() -> None:
    assert change(percent(0.5), None, "higher") is None
    assert change(percent(0.5), missing("Rate", "percent", "no rows"), "higher") is None
    assert change(missing("Rate", "percent", "no rows"), percent(0.5), "higher") is None


def of_a_list(part: float, whole: float) -> Figure:
    return Figure("Rate", part / whole, "percent", numerator=part, denominator=whole)


@pytest.mark.parametrize(
    ("before", "now", "better", "said"),
    [
        ((18, 39), (18, 41), "higher", "Down 2.3 percentage points: the total grew"),
        ((18, 39), (19, 50), "higher", "Down 8.2 percentage points: the total grew"),
        ((18, 39), (17, 41), "higher", "Down 4.7 percentage points: worse"),
        ((18, 39), (17, 39), "higher", "Down 2.6 percentage points: worse"),
        ((18, 41), (18, 39), "higher", "Up 2.3 percentage points: the total shrank"),
        ((18, 41), (19, 39), "higher", "Up 4.8 percentage points: better"),
        ((18, 41), (20, 45), "higher", "Up 0.5 percentage points: better"),
    ],
)
def test_what_a_growing_list_alone_moved_is_neither_better_nor_worse(before, now, better, said):
    moved = change(of_a_list(*now), of_a_list(*before), better, of_a_list=True)
    assert str(moved) == said


def test_a_rate_of_new_events_is_judged_though_its_total_grew() -> None:
    moved = change(of_a_list(1, 8), of_a_list(1, 4), "higher")
    assert str(moved) == "Down 12.5 percentage points: worse"


@pytest.mark.parametrize(("days", "verdict"), [(326, ""), (325, "worse"), (327, "worse")])
def test_days_that_grew_by_the_days_that_passed_are_not_worse(days: int, verdict: str) -> None:
    before = Figure("Longest overdue", 263, "days", date(2022, 9, 20))
    now = Figure("Longest overdue", days, "days", date(2022, 11, 22))
    moved = change(now, before, "lower")
    assert moved is not None
    assert moved.verdict == verdict
    assert bool(moved.because) == (not verdict)


def test_a_figure_looked_at_again_is_not_said_to_have_stayed_the_same() -> None:
    october, december = date(2025, 10, 31), date(2025, 12, 9)
    old = Figure("n", 3, "count", october)
    assert change(old, old, "lower") is None
    assert str(change(Figure("n", 3, "count", december), old, "lower")) == "No change"
