"""Run charts and XmR charts: is a series changing, or only varying?

Limits, rules and marks are those of NHS England's "Making Data Count", as the R package
NHSRplotthedots computes them. Under twelve points a series has its median and no limits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from measures.figures import Better

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Side = Literal["", "high", "low"]

LIMIT = 2.66
"""Mean moving ranges from the mean to a limit: 3 sigma, a moving range being 1.128 sigma."""
NEAR = 2 * LIMIT / 3
"""To a near limit: two thirds of the way."""
SCREEN = 3.267
"""A moving range this many times the mean one is left out when outliers are screened."""
RUN = 7
"""Points in a row that make a shift or a trend."""
POINTS_NEEDED = 12
"""Points from which limits are drawn."""


@dataclass(frozen=True)
class Step:
    """A change of level set by hand: the first date after it, and the reason to print."""

    when: date
    reason: str


@dataclass(frozen=True)
class Sign:
    """A mark beside a chart: its word, letter and shape, so that colour is never alone.

    ``kind`` is what the colour says: "improvement", "concern", "change" or "none".
    """

    word: str
    letter: str
    shape: str
    kind: Literal["improvement", "concern", "change", "none"]


LEAST_STEPS = 2
"""So many steps from figure to figure show how often a series is kept."""
MOST_SKIPPED = 20
"""A series with more gaps than this is not kept every month."""


@dataclass(frozen=True)
class RunChart:
    """A series with its centre, limits and signals.

    ``points``, in date order: ``when``, ``value``, ``phase`` (0, then 1 after the first step),
    ``centre``, ``lower``, ``upper`` (missing under twelve points), ``rule`` ("", "outside",
    "trend", "2 of 3" or "shift"), ``side`` ("", "high", "low") and ``signal`` ("",
    "improvement", "concern", "change").
    """

    points: pd.DataFrame
    better: Better
    target: float | None
    steps: tuple[Step, ...]
    screened: bool

    @property
    def latest(self) -> pd.Series | None:
        """The last point that has a value."""
        known = self.points[self.points["value"].notna()]
        return known.iloc[-1] if len(known) else None

    @property
    def counted(self) -> int:
        """Points with a value since the last step."""
        latest = self.latest
        if latest is None:
            return 0
        phase = self.points[self.points["phase"] == latest["phase"]]
        return int(phase["value"].notna().sum())

    @property
    def has_limits(self) -> bool:
        """Whether the latest points have limits."""
        return self.counted >= POINTS_NEEDED

    @property
    def progress(self) -> str:
        """How far the series is from having limits: "7 of 12 points"; "" once it has them."""
        return "" if self.has_limits else f"{self.counted} of {POINTS_NEEDED} points"

    @property
    def variation(self) -> Sign | None:
        """What the latest point says; None under twelve points."""
        latest = self.latest
        if latest is None or not self.has_limits:
            return None
        side, signal = latest["side"], latest["signal"]
        if not side:
            return Sign("within the usual ups and downs", "", "●", "none")
        letter, shape = ("H", "▲") if side == "high" else ("L", "▼")
        word = {
            "improvement": "better, by more than the usual ups and downs",
            "concern": "worse, by more than the usual ups and downs",
        }.get(signal, "changed by more than the usual ups and downs")
        return Sign(word, letter, shape, signal)

    @property
    def assurance(self) -> Sign | None:
        """Whether the latest limits clear the target; None without limits, target or direction.

        With better = higher a target above the upper limit will consistently be missed and one
        below the lower limit consistently met; the reverse with better = lower.
        """
        latest = self.latest
        if latest is None or not self.has_limits or self.target is None:
            return None
        if self.better == "neutral":
            return None
        higher = self.better == "higher"
        if self.target > latest["upper"]:
            return FAILS if higher else PASSES
        if self.target < latest["lower"]:
            return PASSES if higher else FAILS
        return Sign("may meet the target one time and miss it the next", "?", "◆", "none")


PASSES = Sign("expected to keep meeting the target", "P", "▲", "improvement")
FAILS = Sign("expected to keep missing the target", "F", "▼", "concern")


def run_chart(
    when: Sequence[date] | pd.Series,
    values: Sequence[float] | pd.Series,
    better: Better = "neutral",
    target: float | None = None,
    steps: Sequence[Step] = (),
    screened: bool = False,
) -> RunChart:
    """The run chart of a series, one value a date; a missing value is skipped, not bridged over.

    Limits are never moved by themselves: only a step, set by hand, starts a new phase. With
    ``screened`` the moving ranges of ``SCREEN`` times their mean or more are left out and the mean
    taken again (the R package's choice; the NHS Excel tool's, and ours, is not to).
    """
    points = pd.DataFrame(
        {
            "when": pd.Series(pd.to_datetime(pd.Series(list(when))), dtype="datetime64[s]"),
            "value": pd.Series(list(values), dtype="float64"),
        }
    ).sort_values("when", ignore_index=True)
    starts = sorted(pd.Timestamp(step.when) for step in steps)
    points["phase"] = sum(((points["when"] >= start).astype(int) for start in starts), 0)
    for name in ("centre", "lower", "upper"):
        points[name] = np.nan
    for name in ("rule", "side", "signal"):
        points[name] = pd.Series("", index=points.index, dtype="str")
    for _, phase in points.groupby("phase"):
        _fill(points, phase.index, better, screened)
    return RunChart(points, better, target, tuple(steps), screened)


def skipped(when: Sequence[date] | pd.Series) -> list[date]:
    """The months that a monthly series has no figure for, each by its last day, in date order.

    The quarters of a quarterly one. None of a series that keeps to no such time.
    """
    months = sorted({stamp.year * 12 + stamp.month - 1 for stamp in pd.to_datetime(list(when))})
    steps = np.diff(months)
    if len(steps) < LEAST_STEPS:
        return []
    usual = int(np.median(steps))
    if usual not in (1, 3) or any(steps % usual):
        return []
    missed = [one for one in range(months[0], months[-1], usual) if one not in {*months}]
    return [
        (pd.Timestamp(one // 12, one % 12 + 1, 1) + pd.offsets.MonthEnd(0)).date()
        for one in (missed if len(missed) <= MOST_SKIPPED else [])
    ]


def limits(values: Floats, screened: bool = False) -> tuple[float, float, float]:
    """Mean, lower and upper limit: mean ± 2.66 × mean moving range."""
    ranges = np.abs(np.diff(values))
    mean = float(values.mean())
    if screened and ranges.size:
        ranges = ranges[ranges < SCREEN * ranges.mean()]
    spread = LIMIT * float(ranges.mean()) if ranges.size else 0.0
    return mean, mean - spread, mean + spread


def _fill(points: pd.DataFrame, index: pd.Index, better: Better, screened: bool) -> None:
    """Write one phase's centre, limits and signals into ``points``."""
    known = points.loc[index, "value"].dropna()
    if known.empty:
        return
    if len(known) < POINTS_NEEDED:
        points.loc[index, "centre"] = float(known.median())
        return
    values = known.to_numpy(dtype="float64")
    mean, lower, upper = limits(values, screened)
    points.loc[index, ["centre", "lower", "upper"]] = mean, lower, upper
    rules, sides = signals(values, mean, lower, upper)
    points.loc[known.index, "rule"] = rules
    points.loc[known.index, "side"] = sides
    points.loc[known.index, "signal"] = [_signal(side, better) for side in sides]


def signals(values: Floats, mean: float, lower: float, upper: float) -> tuple[list[str], list[str]]:
    """The rule each point meets ("" for none), and the side it stands for.

    A point that meets several is named in the order outside, trend, 2 of 3, shift.
    """
    # A sum of equal decimals is often off in its last bit, which must not look like a shift.
    level = np.isclose(values, mean, rtol=1e-9, atol=1e-12)
    on_limit = np.isclose(values, lower, rtol=1e-9, atol=1e-12) | np.isclose(
        values, upper, rtol=1e-9, atol=1e-12
    )
    side = np.where(level, 0, np.sign(values - mean))
    outside = ((values < lower) | (values > upper)) & ~on_limit
    near = (upper - mean) * NEAR / LIMIT
    close = ~outside & (np.abs(values - mean) > near) & ~level
    shift = _in_runs(side > 0, RUN) | _in_runs(side < 0, RUN)
    two_of_three = _two_of_three(close, side)
    trend = _trends(values)

    rules = np.select(
        [outside, trend != 0, two_of_three, shift],
        ["outside", "trend", "2 of 3", "shift"],
        "",
    )
    direction = np.where((rules == "trend"), trend, side)
    sides = np.select([rules == "", direction > 0], ["", "high"], "low")
    return rules.tolist(), sides.tolist()


def _in_runs(flags: Flags, length: int) -> Flags:
    """Which flags stand in an unbroken run of at least ``length``."""
    run_of = np.cumsum(np.diff(flags, prepend=False))
    sizes = np.bincount(run_of, minlength=1)
    found: Flags = flags & (sizes[run_of] >= length)
    return found


def _trends(values: Floats) -> npt.NDArray[np.int64]:
    """1 for a point of a rising trend, -1 of a falling one, else 0.

    A trend is seven points, each higher (or each lower) than the one before: six steps. The point
    where a rise turns into a fall belongs to the fall.
    """
    steps = np.sign(np.diff(values))
    steps[np.isclose(values[1:], values[:-1], rtol=1e-12, atol=0)] = 0
    rising, falling = (_in_runs(steps == sign, RUN - 1) for sign in (1, -1))
    rises_next = np.append(rising, False)
    in_rise = rises_next | np.append(False, rising)
    in_fall = np.append(falling, False) | np.append(False, falling)
    return np.select([in_fall & ~rises_next, in_rise], [-1, 1], 0)


def _two_of_three(close: Flags, side: Floats) -> Flags:
    """Close points of three in a row on one side of the mean, of which two or more are close."""
    found = np.zeros(close.size, dtype=bool)
    for first in range(close.size - 2):
        three = slice(first, first + 3)
        if close[three].sum() >= 2 and abs(side[three].sum()) == 3:
            found[three] |= close[three]
    return found


def _signal(side: str, better: Better) -> str:
    """What a signal on one side means, given which way is better."""
    if not side:
        return ""
    if better == "neutral":
        return "change"
    return "improvement" if (side == "high") == (better == "higher") else "concern"
