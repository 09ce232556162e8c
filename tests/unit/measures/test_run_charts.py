"""Limits and rules, from golden files, by hand, and beside an independent package."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from measures.run_charts import POINTS_NEEDED, Step, limits, run_chart, signals, skipped
from tests.golden.golden import Case, cases
from workstreams.indicators.columns import INDICATORS

MONTHS = pd.date_range("2020-01-31", periods=60, freq="ME")
EVEN = [1, 2] * 9


@pytest.mark.parametrize(
    "case", cases("run_charts/limits_and_rules.csv", INDICATORS), ids=lambda c: c.name
)
def test_the_golden_file_gives_the_same_limits_and_signals(case: Case) -> None:
    records = case.records
    chart = run_chart(records["period"], records["value"], records["better"].iloc[0])
    for name in ("centre", "lower", "upper"):
        answer = case.answer(f"answer_{name}")
        if answer:
            assert chart.points[name].to_numpy() == pytest.approx(float(answer), abs=5e-5)
        else:
            assert chart.points[name].isna().all()
    assert chart.points["rule"].tolist() == case.answers["answer_rule"].tolist()
    assert chart.points["signal"].tolist() == case.answers["answer_signal"].tolist()


def test_the_published_example_agrees_with_and_without_screening() -> None:
    values = [1, 2, 1, 2, 10] + [1, 2] * 6 + [1]
    plain = run_chart(MONTHS[:18], values).latest
    screened = run_chart(MONTHS[:18], values, screened=True).latest
    assert plain is not None
    assert screened is not None
    assert [round(plain[c], 2) for c in ("centre", "lower", "upper")] == [1.94, -3.06, 6.95]
    assert [round(screened[c], 2) for c in ("centre", "lower", "upper")] == [1.94, -0.72, 4.6]


@pytest.mark.parametrize(
    ("values", "mean", "lower", "upper"),
    [
        # NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rates of ten batches.
        # Its limits are 3 / 1.128 mean moving ranges from the mean, ours 2.66.
        (
            [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1],
            50.81,
            45.8159,
            55.8041,
        ),
        # D. C. Montgomery, Introduction to Statistical Quality Control: viscosity of paint primer.
        (
            [33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00,
             33.54, 33.12, 33.84],
            33.52,
            32.24,
            34.80,
        ),
    ],
    ids=["NIST flow rates", "Montgomery viscosity"],
)  # fmt: skip
def test_published_worked_examples_have_the_same_limits(
    values: list[float], mean: float, lower: float, upper: float
) -> None:
    found = limits(np.array(values))
    assert found == pytest.approx((mean, lower, upper), abs=0.006)
    # In neither does the text find a point outside the limits.
    rules, _ = signals(np.array(values), *found)
    assert "outside" not in rules


def test_under_twelve_points_there_is_a_median_and_the_count_is_said() -> None:
    chart = run_chart(MONTHS[:7], [3, 1, 4, 1, 5, 9, 2], "higher", 4)
    assert chart.points["centre"].tolist() == [3.0] * 7
    assert chart.points["upper"].isna().all()
    assert chart.progress == "7 of 12 points"
    assert chart.variation is None
    assert chart.assurance is None


def test_twelve_points_have_limits() -> None:
    chart = run_chart(MONTHS[:12], EVEN[:12])
    assert chart.has_limits
    assert chart.progress == ""


def test_a_missing_value_is_not_counted_and_keeps_its_place() -> None:
    chart = run_chart(MONTHS[:12], [*EVEN[:11], float("nan")])
    assert chart.progress == "11 of 12 points"
    assert len(chart.points) == 12
    latest = chart.latest
    assert latest is not None
    assert latest["when"] == MONTHS[10]


def test_no_points_at_all_is_no_chart_and_no_error() -> None:
    chart = run_chart([], [])
    assert chart.latest is None
    assert chart.progress == "0 of 12 points"


def test_points_are_put_in_date_order() -> None:
    chart = run_chart(list(MONTHS[:3][::-1]), [3, 2, 1])
    assert chart.points["value"].tolist() == [1, 2, 3]


def test_a_point_on_the_limit_is_inside() -> None:
    values = np.array([0.0, 2.0] * 6 + [3.66])
    rules, _ = signals(values, 1.0, -1.66, 3.66)
    assert rules[-1] != "outside"


def test_a_point_on_the_mean_breaks_a_shift() -> None:
    six_then_mean = np.array([11.0] * 6 + [10.0] + [11.0] * 6)
    assert signals(six_then_mean, 10, 0, 20)[0] == [""] * 13
    assert signals(np.array([11.0] * 7), 10, 0, 20)[0] == ["shift"] * 7


def test_a_tie_breaks_a_trend_and_seven_points_make_one() -> None:
    tie = np.array([1.0, 2, 3, 3, 4, 5, 6])
    assert "trend" not in signals(tie, 3.5, -50, 50)[0]
    assert signals(np.arange(7.0), 3, -50, 50)[0] == ["trend"] * 7
    assert "trend" not in signals(np.arange(6.0), 3, -50, 50)[0]


def test_a_turning_point_belongs_to_the_later_trend() -> None:
    up_then_down = np.array([0.0, 1, 2, 3, 4, 5, 6, 5.5, 4.5, 3.5, 2.5, 1.5, 0.5])
    rules, sides = signals(up_then_down, 3, -50, 50)
    assert rules == ["trend"] * 13
    assert sides == ["high"] * 6 + ["low"] * 7


def test_two_of_three_needs_one_side_and_flags_only_the_close_points() -> None:
    near_upper = 10 + 2 / 3 * 9
    close = near_upper + 1
    assert signals(np.array([close, 11, close]), 10, 1, 19)[0] == ["2 of 3", "", "2 of 3"]
    assert signals(np.array([close, 9, close]), 10, 1, 19)[0] == [""] * 3


def test_outside_is_named_before_trend_before_shift() -> None:
    rules, _ = signals(np.arange(20.0, 28.0), 10, 0, 26.5)
    assert rules == ["trend"] * 7 + ["outside"]


def test_a_level_series_of_decimals_has_no_signal() -> None:
    assert run_chart(MONTHS[:14], [0.1] * 14).points["rule"].tolist() == [""] * 14


def test_a_step_starts_new_limits_and_runs_do_not_cross_it() -> None:
    before, after = [10, 11] * 6, [20, 21] * 2
    step = Step(date(2021, 1, 1), "The team doubled")
    chart = run_chart(MONTHS[:16], before + after, steps=[step])
    assert chart.points["phase"].tolist() == [0] * 12 + [1] * 4
    assert chart.points["upper"].notna().tolist() == [True] * 12 + [False] * 4
    assert chart.points["centre"].iloc[-1] == 20.5
    assert chart.progress == "4 of 12 points"
    assert set(chart.points["rule"]) == {""}


def test_limits_never_move_without_a_step() -> None:
    chart = run_chart(MONTHS[:40], [10, 11] * 10 + [20, 21] * 10)
    assert len(set(chart.points["upper"])) == 1


@pytest.mark.parametrize(
    ("last", "better", "word", "letter"),
    [
        (9, "higher", "better, by more than the usual ups and downs", "H"),
        (9, "lower", "worse, by more than the usual ups and downs", "H"),
        (9, "neutral", "changed by more than the usual ups and downs", "H"),
        (-9, "higher", "worse, by more than the usual ups and downs", "L"),
        (-9, "lower", "better, by more than the usual ups and downs", "L"),
        (1, "higher", "within the usual ups and downs", ""),
    ],
)
def test_the_variation_mark_speaks_of_the_latest_point(
    last: float, better: str, word: str, letter: str
) -> None:
    mark = run_chart(MONTHS[:19], [*EVEN, last], better).variation  # type: ignore[arg-type]
    assert mark is not None
    assert (mark.word, mark.letter) == (word, letter)


@pytest.mark.parametrize(
    ("target", "better", "letter"),
    [
        (9, "higher", "F"),
        (9, "lower", "P"),
        (-9, "higher", "P"),
        (-9, "lower", "F"),
        (1.5, "higher", "?"),
    ],
)
def test_the_assurance_mark_compares_the_target_with_the_limits(
    target: float, better: str, letter: str
) -> None:
    mark = run_chart(MONTHS[:18], EVEN, better, target).assurance  # type: ignore[arg-type]
    assert mark is not None
    assert mark.letter == letter


def test_there_is_no_assurance_without_a_target_or_a_direction() -> None:
    assert run_chart(MONTHS[:18], EVEN, "higher").assurance is None
    assert run_chart(MONTHS[:18], EVEN, "neutral", 1.5).assurance is None


@settings(deadline=None)
@given(
    arrays("float64", st.integers(12, 50), elements=st.floats(-1e4, 1e4).map(lambda x: round(x, 2)))
)
def test_the_mirror_of_a_series_has_mirrored_signals(values: np.ndarray) -> None:
    there = run_chart(MONTHS[: len(values)], values).points
    back = run_chart(MONTHS[: len(values)], -values).points
    swap = {"high": "low", "low": "high", "": ""}
    assert there["rule"].tolist() == back["rule"].tolist()
    assert there["side"].map(swap).tolist() == back["side"].tolist()


@pytest.mark.parametrize("seed", range(25))
def test_pyqicharts_finds_the_same_limits_and_signals(seed: int) -> None:
    pyqicharts = pytest.importorskip(
        "pyqicharts", reason="pyqicharts is a check, not needed to run"
    )
    random = np.random.default_rng(seed)
    # Whole-number drift makes shifts and trends; the noise keeps ties and points on the mean away,
    # where that package leaves a run unbroken and the NHS rules do not.
    level = np.cumsum(random.choice([-1, 0, 0, 1], 36))
    values = level + random.normal(0, 1, 36)
    table = pyqicharts.qic_table(
        pd.DataFrame({"x": MONTHS[:36], "y": values}),
        "x",
        "y",
        chart="i",
        improvement="high is good",
        shift_points=7,
        trend_points=7,
    )
    mean, lower, upper = limits(values)
    # The package takes 3 / 1.128 where the NHS takes 2.66.
    assert mean == pytest.approx(table["centre"].iloc[0])
    assert upper - mean == pytest.approx(table["ucl"].iloc[0] - mean, rel=3e-4)
    assert lower - mean == pytest.approx(table["lcl"].iloc[0] - mean, rel=3e-4)
    theirs = pyqicharts.xmr_signals(
        pd.Series(values),
        mean,
        lower,
        upper,
        "high is good",
        pyqicharts.xmr_rules.XmrRuleConfig(7, 7),
    )
    rules, sides = signals(values, mean, lower, upper)
    found = pd.Series(rules)
    outside = theirs["outside_ucl"] | theirs["outside_lcl"]
    assert (found == "outside").tolist() == outside.tolist()
    assert (found == "trend").tolist() == (theirs["trend"] & ~outside).tolist()
    # That package lets a point beyond the limits count as one of the two near them.
    assert (
        found[~theirs["two_sigma"] & ~theirs["trend"] & ~outside] == "shift"
    ).tolist() == theirs["shift"][~theirs["two_sigma"] & ~theirs["trend"] & ~outside].tolist()
    assert theirs["two_sigma"][found == "2 of 3"].all()
    if not outside.any():
        near = theirs["two_sigma"] & ~theirs["trend"]
        assert (found == "2 of 3").tolist() == near.tolist()
    ours = pd.Series(sides)[(found != "") & (found != "trend")]
    assert ours.tolist() == np.where(values[ours.index] > mean, "high", "low").tolist()
    assert POINTS_NEEDED == 12


def test_the_oracle_series_meet_every_rule_somewhere() -> None:
    met: set[str] = set()
    for seed in range(25):
        random = np.random.default_rng(seed)
        values = np.cumsum(random.choice([-1, 0, 0, 1], 36)) + random.normal(0, 1, 36)
        met |= set(signals(values, *limits(values))[0])
    assert met >= {"", "outside", "trend", "2 of 3", "shift"}


@pytest.mark.parametrize(
    ("when", "missed"),
    [
        (["2024-04-30", "2024-05-31", "2024-07-31", "2024-08-31"], ["2024-06-30"]),
        (["2023-11-30", "2023-12-31", "2024-02-01", "2024-03-01"], ["2024-01-31"]),
        (["2024-03-31", "2024-06-30", "2024-12-31", "2025-03-31"], ["2024-09-30"]),
        (["2024-04-30", "2024-05-31", "2024-06-30"], []),
        (["2024-04-30", "2024-06-30"], []),
        (["2021-05-20", "2021-09-07", "2021-11-23", "2022-01-25"], []),
        (["2024-08-31", "2024-05-31", "2024-04-30", "2024-06-30"], ["2024-07-31"]),
        ([], []),
    ],
)
def test_the_months_that_a_regular_series_skips(when: list[str], missed: list[str]) -> None:
    found = skipped([date.fromisoformat(day) for day in when])
    assert [day.isoformat() for day in found] == missed
