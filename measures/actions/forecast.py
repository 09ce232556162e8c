"""When the plan is likely to be finished, as a range, from the pace of past periods."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

FEWEST = 4
"""Periods needed before anything is forecast."""
DRAWS = 2_000
LOW, HIGH = 0.1, 0.9
FURTHEST = 10 * 365
"""A finish more than ten years off is not given as a date."""


@dataclass(frozen=True)
class Forecast:
    """What the pace of past periods makes likely: 8 of 10 draws fall inside each range.

    ``complete`` actions are so now, ``by_next`` of them by ``next_meeting``. ``finish`` is when
    all of today's open actions are complete; its later end is None where more than one draw in ten
    never gets there within ten years. ``why_missing`` says why there is no forecast.
    """

    periods: int
    days: int
    open: int
    next_meeting: date | None = None
    by_next: tuple[int, int] | None = None
    finish: tuple[date | None, date | None] | None = None
    why_missing: str = ""
    complete: int = 0


def throughput(over_time: pd.DataFrame) -> pd.DataFrame:
    """Each period between snapshots: ``days`` and ``done``, the net number completed in it.

    Net: completed less reopened, never under 0. Actions added do not count as pace.
    """
    days = over_time["when"].diff().dt.days.iloc[1:]
    done = over_time["complete"].diff().iloc[1:].clip(lower=0)
    return pd.DataFrame({"days": days.to_numpy(), "done": done.to_numpy()})


def forecast(
    over_time: pd.DataFrame, as_at: date, next_meeting: date | None = None, seed: int = 1
) -> Forecast:
    """A range from a bootstrap: periods drawn again and again, with their own lengths.

    ``over_time`` is the result of ``completion.over_time``. The draws are seeded, so the same
    plan always gives the same forecast.
    """
    pace = throughput(over_time)
    periods, open_ = len(pace), int(over_time["open"].iloc[-1]) if len(over_time) else 0
    total = int(pace["days"].sum()) if periods else 0
    if periods < FEWEST:
        why = f"a forecast needs {FEWEST} periods between uploads, and there are {periods}"
        return Forecast(periods, total, open_, next_meeting, why_missing=why)
    if not pace["done"].sum():
        why = "nothing has been completed in any period so far"
        return Forecast(periods, total, open_, next_meeting, why_missing=why)
    if not open_:
        return Forecast(periods, total, 0, next_meeting, why_missing="no action is open")
    rates = _rates(pace, seed)
    complete = int(over_time["complete"].iloc[-1])
    by_next = None
    if next_meeting is not None:
        ahead = np.minimum(rates.next_period * (next_meeting - as_at).days, open_)
        low, high = np.quantile(complete + ahead, [LOW, HIGH])
        by_next = (int(np.floor(low)), int(np.ceil(high)))
    with np.errstate(divide="ignore"):
        days = open_ / rates.long_run
    finish = tuple(_day(as_at, q) for q in np.quantile(days, [LOW, HIGH], method="nearest"))
    return Forecast(
        periods,
        total,
        open_,
        next_meeting,
        by_next,
        (finish[0], finish[1]),
        complete=complete,
    )


@dataclass(frozen=True)
class _Rates:
    next_period: np.ndarray
    long_run: np.ndarray


def _rates(pace: pd.DataFrame, seed: int) -> _Rates:
    """Actions a day in each draw: of one past period, and of as many as there have been."""
    draw = np.random.default_rng(seed)
    chosen = draw.integers(0, len(pace), size=(DRAWS, len(pace)))
    done, days = pace["done"].to_numpy(), pace["days"].to_numpy()
    return _Rates(
        done[chosen[:, 0]] / days[chosen[:, 0]], done[chosen].sum(axis=1) / days[chosen].sum(axis=1)
    )


def _day(as_at: date, days: float) -> date | None:
    return as_at + timedelta(days=int(np.ceil(days))) if days <= FURTHEST else None
