"""Charts of the indicators: how each stood against its target, and a run chart of each."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from charts.spec import Chart
from measures.figures import Figure, printed
from measures.indicators import Series
from workstreams.drawn import chart
from workstreams.indicators.series import Tracked, chart_key, tracked
from workstreams.run_charts import drawn
from workstreams.source import source
from workstreams.view import View
from workstreams.wording import counted, day, listed, month

BEFORE, LATEST, TARGET = "Before", "Latest", "Target"
MOST = 40
"""Run charts a page can hold; indicators beyond it stand in the first chart and the records."""


def against_target(view: View) -> Chart | None:
    """Every indicator's latest figure beside that of the last meeting and its target."""
    series = [t.series for t in tracked(view) if len(t.series.points)]
    if not series:
        return None
    cells = [
        (s.name, column, value, text, records)
        for s in series
        for column, value, text, records in (
            (BEFORE, *_cell(s, s.before(view.since))),
            (LATEST, *_cell(s, s.latest)),
            (TARGET, 0.0, "none" if s.target is None else printed(s.target, s.unit), ()),
        )
    ]
    data = pd.DataFrame(cells, columns=["label", "series", "value", "text", "records"])
    since = f" beside those known on {day(view.since)}" if view.since else ""
    return chart(
        view,
        "indicators.against_target",
        "grid",
        target_finding(series),
        (
            f"The latest figures{since}; a cell in full colour met its target",
            counted(len(series), "indicator"),
        ),
        data.astype({"label": "str", "series": "str", "text": "str", "value": "float64"}),
        {"label": "Indicator", "series": "When", "text": "Figure"},
        unit="percent",
        as_at=max(s.points["period"].iloc[-1] for s in series).date(),
        measure="indicators.meeting_target",
        series_order=(BEFORE, LATEST, TARGET),
        notes=(*_withheld(series), *_notes(view)),
        source=source(view, view.history["indicators"]),
    )


def _withheld(series: list[Series]) -> tuple[str, ...]:
    """Why some cells have words in place of a figure, where they have."""
    if not any(one.points["withheld"].any() for one in series):
        return ()
    return (
        "Where an indicator counts children, or does not say what it counts, small counts and "
        "shares made from them are left out of public copies.",
    )


def _cell(series: Series, figure: Figure | None) -> tuple[float, str, tuple[int, ...]]:
    """A cell's shade (1 met, 0 not), its words and its records."""
    if figure is None:
        return np.nan, "none yet", ()
    if figure.value is None:
        return np.nan, figure.mark or figure.why_missing, ()
    met = series.met(figure.value)
    word = {True: " met", False: " missed", None: ""}[met]
    return float(bool(met)), f"{figure}{word}", figure.records


def target_finding(series: list[Series]) -> str:
    """How many indicators meet their target, naming those that do not."""
    judged = [(s, s.met(s.latest.value)) for s in series if s.latest.value is not None]
    asked = [(s, met) for s, met in judged if met is not None]
    withheld = any(s.points["withheld"].iloc[-1] for s in series)
    if not asked and withheld:
        return "No indicator with a target has a figure that may be shown in public"
    if not asked:
        if len(series) == 1:
            return "The one indicator has no target to be judged by"
        return f"None of the {len(series)} indicators has a target to be judged by"
    return _met_of(asked, " and a figure shown" if withheld else "")


def _met_of(asked: list[tuple[Series, bool]], shown: str) -> str:
    """How many of the judged indicators meet their target; ``shown`` limits them in words."""
    missed = [s.name for s, met in asked if not met]
    many = len(asked)
    if not missed:
        few = {1: "The one indicator {} meets", 2: "Both indicators {} meet"}
        return (
            few.get(many, f"All {many} indicators {{}} meet").format(f"with a target{shown}")
            + " it"
        )
    if many == 1:
        return f"The one indicator with a target{shown} misses it: {missed[0]}"
    if len(missed) == many:
        none = "Neither" if many == 2 else "None"
        return f"{none} of the {many} indicators with a target{shown} meets it"
    start = f"{len(missed)} of {counted(len(asked), 'indicator')} with a target{shown} "
    start += "misses it" if len(missed) == 1 else "miss it"
    return f"{start}: {listed(missed)}" if len(missed) < 3 else start


@dataclass(frozen=True)
class NthRunChart:
    """The run chart of the indicator at one place of the file, where there is one."""

    place: int

    def __call__(self, view: View) -> Chart | None:
        """The chart, or None where there are fewer indicators."""
        found = tracked(view)
        if self.place >= len(found):
            return None
        series = found[self.place].series
        # A line of nothing but figures that are left out says no more than the first chart does.
        if series.points.empty or (series.points["withheld"].any() and series.known.empty):
            return None
        return run(view, found[self.place])


RUN_CHARTS: tuple[Callable[[View], Chart | None], ...] = tuple(map(NthRunChart, range(MOST)))


def run(view: View, indicator: Tracked) -> Chart:
    """One indicator over time with its median or limits, its target and its signals."""
    series = indicator.series
    return drawn(
        indicator.chart,
        [series.at(i) for i in range(len(series.points))],
        view,
        key=chart_key(view, series.name),
        measure="indicators.signals",
        finding=run_finding(series, view),
        source=source(view, view.history["indicators"].loc[series.points.index]),
        notes=(*series.doubts, *_notes(view)),
        regular=True,
    )


def run_finding(series: Series, view: View) -> str:
    """The latest figure, how it moved since the committee last met, and its target."""
    latest = series.latest
    assert latest.as_at is not None
    when = month(latest.as_at)
    if latest.value is None and series.points["withheld"].iloc[-1]:
        return f"{series.name}: {latest.mark} in {when}"
    if latest.value is None:
        return f"{series.name}: no figure for {when} ({latest.why_missing})"
    against = _against(series, latest.value)
    before = series.before(view.since)
    if before is None or before.value is None or before.as_at is None:
        return f"{series.name}: {latest} in {when}{against}"
    if str(before) == str(latest):
        still = "is still printed as" if series.guarded else "stayed at"
        return f"{series.name} {still} {latest} in {when}{against}"
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


def _notes(view: View) -> tuple[str, ...]:
    return (view.plan.illustrative,) if view.plan.illustrative else ()
