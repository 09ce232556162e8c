"""How a figure's move is put into words."""

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
