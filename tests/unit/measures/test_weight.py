"""What a chair hears of first: distance from target, size of change, who is affected, how long."""

from dataclasses import replace
from itertools import pairwise

import pytest

from measures.figures import Better, Figure, Unit
from measures.weight import LONGEST, Stands, misses, weight


def figure(
    value: float | None,
    unit: Unit = "percent",
    better: Better = "higher",
    part: float | None = None,
) -> Figure:
    why = "" if value is not None else "none was given"
    return Figure("x", value, unit, None, part, None, why, better=better)


CARE = figure(0.286), figure(0.125)
AT_60 = Stands(0.6, 0.3, 19, "children")


def test_care_proceedings_far_from_their_target_outweigh_a_change_from_no_post_to_one() -> None:
    posts = [
        (figure(0, "count", "lower"), figure(1, "count", "lower")),
        (figure(0, "fte", "lower"), figure(1, "fte", "lower")),
        (figure(0.0, better="lower", part=0), figure(0.114, better="lower", part=1)),
    ]
    heavy = weight(CARE[1], CARE[0], AT_60)
    for before, now in posts:
        assert 0 < weight(now, before, Stands(affects="staff")) < heavy / 5


def test_each_of_the_four_adds_weight_and_none_takes_any() -> None:
    before, now = CARE
    bare = Stands(None, 0.3, 0, "things")
    steps = [
        bare,
        replace(bare, target=0.2),
        replace(bare, target=0.6),
        replace(bare, target=0.6, usual=0.2),
        replace(bare, target=0.6, usual=0.2, affects="staff"),
        replace(bare, target=0.6, usual=0.2, affects="children"),
        replace(bare, target=0.6, usual=0.2, affects="children", missed=6),
        replace(bare, target=0.6, usual=0.2, affects="children", missed=LONGEST),
    ]
    weights = [weight(now, before, stands) for stands in steps]
    assert all(one < other for one, other in pairwise(weights))
    assert weight(now, before, replace(steps[-1], missed=99)) == weights[-1]
    assert weights[-1] <= 12


def test_worked_out_by_hand() -> None:
    # 3 people × (0.475 of 0.6 missing + 0.161 of a usual swing of 0.3) × double for a year and more
    assert weight(CARE[1], CARE[0], AT_60) == pytest.approx(3 * (0.475 / 0.6 + 0.161 / 0.3) * 2)


@pytest.mark.parametrize(
    ("value", "better", "missed"),
    [(0.5, "higher", True), (0.6, "higher", False), (0.7, "higher", False),
     (0.7, "lower", True), (0.6, "lower", False), (0.5, "neutral", False), (None, "lower", False)],
)  # fmt: skip
def test_which_side_of_a_target_is_missed(
    value: float | None, better: Better, missed: bool
) -> None:
    assert misses(value, 0.6, better) == missed
    assert not misses(value, None, better)


@pytest.mark.parametrize("better", ["higher", "lower"])
def test_what_got_better_and_meets_its_target_weighs_nothing(better: Better) -> None:
    low, high = figure(0.2, better=better), figure(0.8, better=better)
    before, now = (low, high) if better == "higher" else (high, low)
    assert weight(now, before, Stands(0.5, 0.1, 0, "children")) == 0
    assert weight(before, now, Stands(0.5, 0.1, 0, "children")) > 0


def test_a_target_of_nought_and_a_figure_that_is_not_there_are_weighed() -> None:
    assert weight(figure(0, better="lower"), None, Stands(0.0)) == 0
    assert weight(figure(3, "count", "lower"), None, Stands(0.0)) == 1
    assert weight(figure(None), figure(0.5), AT_60) == 0
    assert weight(figure(0.1, better="neutral"), figure(0.5), AT_60) == 0
