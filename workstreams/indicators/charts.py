"""Charts of the indicators: how each stood against its target, and a run chart of each."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from charts.spec import Chart, Mark
from measures.figures import printed
from measures.indicators import Series
from measures.run_charts import RunChart
from workstreams.indicators.series import Tracked, tracked
from workstreams.marks import marks
from workstreams.source import source
from workstreams.view import View
from workstreams.wording import counted, day, listed, month

PERIODS = 6
MOST = 40
"""Run charts a page can hold; indicators beyond it stand in the first chart and the records."""
RULES = {
    "outside": "the latest figure is {side} the {limit} limit",
    "trend": "the latest figure is part of a run of seven, each {direction} than the one before",
    "2 of 3": "two of three figures in a row are close to a limit",
    "shift": "seven or more figures in a row are {side} the average",
}


def against_target(view: View) -> Chart | None:
    """The latest periods of every indicator, each figure with the word met or missed."""
    series = [t.series for t in tracked(view) if len(t.series.points)]
    if not series:
        return None
    every = pd.concat(
        s.points.assign(label=s.name, place=i, record=s.points.index) for i, s in enumerate(series)
    )
    shown = sorted(every["period"].unique())[-PERIODS:]
    cells = every[every["period"].isin(shown)].sort_values(["place", "period"], kind="stable")
    met = [
        None if pd.isna(v) else series[i].met(v)
        for i, v in zip(cells["place"], cells["value"], strict=True)
    ]
    data = pd.DataFrame(
        {
            "label": cells["label"].astype("str"),
            "series": [f"{when:%b %Y}" for when in cells["period"]],
            "value": pd.Series([np.nan if m is None else float(m) for m in met], cells.index),
            "text": [
                _cell(series[i], v, mark, m)
                for i, v, mark, m in zip(
                    cells["place"], cells["value"], cells["mark"], met, strict=True
                )
            ],
            "records": pd.Series([(int(r),) for r in cells["record"]], cells.index),
        }
    ).reset_index(drop=True)
    last = max(shown).date()
    return Chart(
        key="indicators.against_target",
        kind="grid",
        finding=target_finding(series),
        subtitle=(
            f"{view.plan.council or view.plan.name}: {counted(len(series), 'indicator')}, "
            f"{counted(len(shown), 'period')} to {day(last)}; a dark cell met its target"
        ),
        data=data,
        unit="percent",
        as_at=last,
        headings={"label": "Indicator", "series": "Period", "text": "Figure"},
        measure="indicators.meeting_target",
        series_order=tuple(dict.fromkeys(f"{when:%b %Y}" for when in shown)),
        notes=_notes(view),
        source=source(view, view.history["indicators"]),
    )


def _cell(series: Series, value: float, mark: object, met: bool | None) -> str:
    if pd.isna(value):
        return "left blank" if pd.isna(mark) else str(mark)
    word = {True: " met", False: " missed", None: ""}[met]
    return f"{printed(value, series.unit)}{word}"


def target_finding(series: list[Series]) -> str:
    """How many indicators meet their target, naming those that do not."""
    judged = [(s, s.met(s.latest.value)) for s in series if s.latest.value is not None]
    asked = [(s, met) for s, met in judged if met is not None]
    if not asked:
        return f"None of the {counted(len(series), 'indicator')} has a target to be judged by"
    missed = [s.name for s, met in asked if not met]
    many = len(asked)
    if not missed:
        few = {1: "The one indicator with a target meets", 2: "Both indicators with a target meet"}
        return f"{few.get(many, f'All {many} indicators with a target meet')} it"
    if many == 1:
        return f"The one indicator with a target misses it: {missed[0]}"
    if len(missed) == many:
        none = "Neither" if many == 2 else "None"
        return f"{none} of the {many} indicators with a target meets it"
    start = f"{len(missed)} of {counted(len(asked), 'indicator')} with a target "
    start += "misses it" if len(missed) == 1 else "miss it"
    return f"{start}: {listed(missed)}" if len(missed) < 3 else start


@dataclass(frozen=True)
class NthRunChart:
    """The run chart of the indicator at one place of the file, where there is one."""

    place: int

    def __call__(self, view: View) -> Chart | None:
        """The chart, or None where there are fewer indicators."""
        found = tracked(view)
        if self.place >= len(found) or found[self.place].series.points.empty:
            return None
        return run(view, found[self.place])


RUN_CHARTS: tuple[Callable[[View], Chart | None], ...] = tuple(map(NthRunChart, range(MOST)))


def run(view: View, indicator: Tracked) -> Chart:
    """One indicator over time with its median or limits, its target and its signals."""
    series, chart = indicator.series, indicator.chart
    points = chart.points
    first, last = points["when"].iloc[0].date(), points["when"].iloc[-1].date()
    figures = [series.at(i) for i in range(len(points))]
    data = points[["when", "value", "centre", "lower", "upper", "signal"]].assign(
        target=np.nan if series.target is None else series.target,
        text=[str(f) if f.value is not None else f.mark or f.why_missing for f in figures],
        records=pd.Series([(int(r),) for r in series.points.index], index=points.index),
    )
    records = view.history["indicators"].loc[series.points.index]
    stepped = [Mark(step.when, step.reason, "step") for step in chart.steps]
    return Chart(
        key=f"indicators.{slug(series.name)}",
        kind="run chart",
        finding=run_finding(series, view),
        subtitle=run_subtitle(series, chart),
        data=data,
        unit=series.unit,
        as_at=last,
        headings={
            "when": "Period",
            "value": "Figure",
            "text": "Figure",
            "centre": "Average" if chart.has_limits else "Median",
            "lower": "Lower limit",
            "upper": "Upper limit",
            "target": "Target",
            "signal": "Signal",
        },
        measure="indicators.signals",
        marks=(*marks(view, first, last), *stepped),
        value_title=series.name,
        summary=run_summary(chart),
        notes=(*_notes(view), *signs(chart), *step_notes(chart), *series.doubts),
        source=source(view, records),
    )


def run_finding(series: Series, view: View) -> str:
    """The latest figure, how it moved since the committee last met, and its target."""
    latest = series.latest
    assert latest.as_at is not None
    when = month(latest.as_at)
    if latest.value is None:
        return f"{series.name} has no figure for {when}: {latest.why_missing}"
    against = _against(series, latest.value)
    before = series.before(view.since)
    if before is None or before.value is None or before.as_at is None:
        return f"{series.name} was {latest} in {when}{against}"
    if str(before) == str(latest):
        return f"{series.name} stayed at {latest} in {when}{against}"
    word = "rose" if latest.value > before.value else "fell"
    return f"{series.name} {word} from {before} to {latest} in {when}{against}"


def _against(series: Series, value: float) -> str:
    if series.target is None:
        return ""
    target = printed(series.target, series.unit)
    met = series.met(value)
    if met is None:
        return f", against a target of {target}"
    if met:
        return f", meeting the target of {target}"
    missed = "short of" if series.better == "higher" else "above"
    return f", {missed} the target of {target}"


def run_subtitle(series: Series, chart: RunChart) -> str:
    """What is drawn: how many figures, to when, made of what, and which lines."""
    known = len(series.known)
    span = f"{counted(known, 'figure')} to {day(series.points['period'].iloc[-1])}"
    parts = series.latest.parts
    latest = f"; the latest is {parts}" if parts else ""
    if chart.has_limits:
        return f"{span}{latest}; line at the average, limits where chance alone would keep it"
    if chart.steps and chart.counted < known:
        return f"{span}{latest}; {chart.progress} since the step, so a median and no limits"
    return f"{span}{latest}; {chart.progress}, so the line is the median and has no limits"


def run_summary(chart: RunChart) -> str:
    """For those who cannot see the picture: what the latest point says."""
    latest, sign = chart.latest, chart.variation
    if latest is None or sign is None:
        return f"There are {chart.progress} needed to tell a change from chance."
    if not sign.letter:
        return "The latest figure is within what chance alone would give."
    high = latest["side"] == "high"
    rule = RULES[latest["rule"]].format(
        direction="higher" if high else "lower",
        side="above" if high else "below",
        limit="upper" if high else "lower",
    )
    way = {"improvement": " for the better", "concern": " for the worse"}.get(sign.kind, "")
    return f"A sign of change{way}: {rule}."


def signs(chart: RunChart) -> tuple[str, ...]:
    """The variation and assurance marks as words, each with its letter and shape."""
    found = [sign for sign in (chart.variation, chart.assurance) if sign]
    return tuple(" ".join(p for p in (s.shape, s.letter, s.word) if p) for s in found)


def step_notes(chart: RunChart) -> tuple[str, ...]:
    """Each step change with the reason an officer gave for it."""
    return tuple(f"New level from {day(step.when)}: {step.reason}" for step in chart.steps)


def slug(name: str) -> str:
    """A name as part of a key: small letters, digits and underscores."""
    return re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_") or "indicator"


def _notes(view: View) -> tuple[str, ...]:
    return (view.plan.illustrative,) if view.plan.illustrative else ()
