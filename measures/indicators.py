"""Indicators: any series a plan is judged by, with its target and which way is better.

``records`` is a frame of indicator records (``indicator``, ``period``, ``value`` and its mark,
``numerator``, ``denominator``, ``unit``, ``target``, ``better``, ``counts``, ``as_at``), indexed by
record id.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd

from measures.figures import MARKS, Better, Figure, Unit, missing

UNITS: dict[str, Unit] = {
    "percent": "percent",
    "count": "count",
    "days": "days",
    "pounds": "pounds",
}
Counted = Literal["children", "staff", "things"]
Move = Literal["better", "worse", "changed", "same", "no new figure", "first figure", "not shown"]
TYPED_AS_POINTS = 10
"""A percentage indicator whose figures above 1 have a median under this holds small percentages
(0.8 is 0.8%); above it, a figure up to 1 was typed as a share (0.8 is 80%)."""


@dataclass(frozen=True)
class Series:
    """One indicator over time.

    ``points`` in date order, one a period: ``period``, ``value`` (a share of 1 for a percentage),
    ``mark``, ``why`` (why there is no value, in words), ``numerator``, ``denominator``,
    ``withheld`` (whether a public copy leaves the value out); indexed by record id. ``target`` is
    the latest given, in the same unit. ``doubts`` are what a reader should know about the figures.
    ``counts`` is what its latest file says it counts, None where it does not say.
    ``guarded`` where they are those of a public copy and may differ from the officer's.
    """

    name: str
    unit: Unit
    better: Better
    points: pd.DataFrame
    target: float | None
    doubts: tuple[str, ...] = ()
    counts: Counted | None = None
    guarded: bool = False

    @property
    def known(self) -> pd.DataFrame:
        """The points that have a value."""
        return self.points[self.points["value"].notna()]

    @property
    def latest(self) -> Figure:
        """The figure of the latest period, missing with its reason where it has none."""
        if self.points.empty:
            return missing(self.name, self.unit, "no period is given")
        return self.at(-1)

    def at(self, position: int) -> Figure:
        """The figure of one period, by its place in ``points``."""
        row = self.points.iloc[position]
        when: date = row["period"].date()
        if pd.isna(row["value"]):
            mark = "" if pd.isna(row["mark"]) else str(row["mark"])
            return missing(self.name, self.unit, str(row["why"]), when, mark)
        part, whole = (
            None if pd.isna(row[name]) else float(row[name])
            for name in ("numerator", "denominator")
        )
        return Figure(
            self.name,
            float(row["value"]),
            self.unit,
            when,
            part,
            whole,
            records=() if self.guarded else (int(self.points.index[position]),),
            better=self.better,
        )

    def met(self, value: float) -> bool | None:
        """Whether a value meets the target; None without a target or a direction."""
        if self.target is None or self.better == "neutral":
            return None
        slack = 1e-9
        if self.better == "higher":
            return value >= self.target - slack
        return value <= self.target + slack

    def before(self, since: date | None) -> Figure | None:
        """The figure to set beside the latest: the last known by a date, else the one before."""
        period = self.points["period"]
        told = self.points["value"].notna() | self.points["withheld"]
        known = (told & (period < period.max())).to_numpy()
        by_then = known if since is None else known & (period <= pd.Timestamp(since)).to_numpy()
        chosen = by_then if by_then.any() else known
        return self.at(int(np.flatnonzero(chosen)[-1])) if chosen.any() else None

    def move(self, since: date | None) -> Move:
        """How the latest figure stands against the one known at an earlier date."""
        latest, earlier = self.latest, self.before(since)
        withheld = not self.points.empty and bool(self.points["withheld"].iloc[-1])
        if latest.as_at is None or (latest.value is None and not withheld):
            return "no new figure"
        if since is not None and latest.as_at <= since:
            return "no new figure"
        if earlier is None:
            return "first figure"
        if latest.value is None or earlier.value is None:
            return "not shown"
        if str(latest) == str(earlier):
            return "same"
        if self.better == "neutral":
            return "changed"
        return "better" if (latest.value > earlier.value) == (self.better == "higher") else "worse"


def all_series(records: pd.DataFrame) -> tuple[Series, ...]:
    """Every indicator, in the order of the latest file, those it no longer holds last.

    A period reported more than once counts as last reported. A name is one name whatever its
    capitals and spaces.
    """
    named = records[records["indicator"].notna() & records["period"].notna()]
    named = named.sort_values("as_at", kind="stable")
    key = named["indicator"].str.casefold().str.split().str.join(" ")
    last = named.assign(key=key).drop_duplicates(["key", "period"], keep="last")
    latest_file = key[named["as_at"] == named["as_at"].max()]
    order = list(dict.fromkeys([*latest_file, *key]))
    groups = dict(tuple(last.groupby("key", sort=False)))
    return tuple(_series(groups[name]) for name in order)


def _series(rows: pd.DataFrame) -> Series:
    newest = rows.iloc[rows["as_at"].to_numpy().argmax()]
    rows = rows.sort_values("period", kind="stable")
    latest = rows.iloc[-1]
    parts = rows["numerator"] / rows["denominator"].where(rows["denominator"] != 0)
    unit = _unit(rows, parts)
    given, doubts = _scaled(rows["value"], unit)
    better = latest["better"]
    target = rows["target"].dropna()
    return Series(
        name=str(newest["indicator"]),
        unit=unit,
        better="neutral" if pd.isna(better) else better,
        points=pd.DataFrame(
            {
                "period": rows["period"],
                "value": parts.fillna(given) if unit == "percent" else given.fillna(parts),
                "mark": rows["value_mark"],
                "why": rows["value_mark"].map(MARKS).fillna("left blank").astype("str"),
                "numerator": rows["numerator"],
                "denominator": rows["denominator"],
                "withheld": False,
            }
        ),
        target=in_unit(float(target.iloc[-1]), unit) if len(target) else None,
        doubts=(*doubts, *_apart(given, parts, unit)),
        counts=counts_of(rows.loc[rows["as_at"] == newest["as_at"], "counts"]),
    )


def counts_of(cells: pd.Series) -> Counted | None:
    """What one file says that an indicator counts; None where it does not say.

    Where its rows say two things, the one that is guarded most is taken: children, then staff.
    """
    said = {*cells.dropna()}
    kinds: tuple[Counted, ...] = ("children", "staff", "things")
    return next((kind for kind in kinds if kind in said), None)


def _unit(rows: pd.DataFrame, parts: pd.Series) -> Unit:
    """The unit given; where none is, a percentage if the figures come as number and base."""
    given = rows["unit"].dropna()
    if len(given):
        return UNITS.get(str(given.iloc[-1]), "number")
    return "percent" if parts.notna().any() and (parts.dropna() <= 1).all() else "number"


def in_unit(value: float, unit: Unit) -> float:
    """A target as the figures are kept: a percentage above 1 was typed out of 100."""
    return value / 100 if unit == "percent" and abs(value) > 1 else value


def _scaled(values: pd.Series, unit: Unit) -> tuple[pd.Series, tuple[str, ...]]:
    """Figures as kept, percentages as a share of 1, with what a reader should know of it.

    A cell formatted as a percentage holds 0.75 and one typed without the sign holds 75.
    """
    large = values[values.abs() > 1]
    if unit != "percent" or large.empty:
        return values, ()
    small = values[(values.abs() <= 1) & (values != 0)]
    if small.empty:
        return values / 100, ()
    if float(large.abs().median()) < TYPED_AS_POINTS:
        return values / 100, ("Figures of 1 or less were read as 1% or less.",)
    shares = values.where(values.abs() <= 1, values / 100)
    return shares, ("Figures of 1 or less were read as shares: 0.8 as 80%.",)


def _apart(given: pd.Series, parts: pd.Series, unit: Unit) -> tuple[str, ...]:
    """Whether a percentage typed in differs from the two numbers beside it."""
    if unit != "percent":
        return ()
    differ = int(((given - parts).abs() > 0.0051).sum())
    if not differ:
        return ()
    rows = "1 percentage differs" if differ == 1 else f"{differ} percentages differ"
    return (f"{rows} from the two numbers beside it; the numbers are used.",)


def counted(
    name: str, chosen: Sequence[Series], of: Sequence[Series], as_at: date, better: Better
) -> Figure:
    """How many indicators meet a condition, out of those it can be asked of."""
    if not of:
        return missing(name, "count", "no indicator has what this needs", as_at)
    records = tuple(int(s.points.index[-1]) for s in chosen if not s.guarded)
    return Figure(
        name, len(chosen), "count", as_at, len(chosen), len(of), records=records, better=better
    )
