"""The indicators of a view, read once, each with its run chart."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from measures.indicators import Counted, Series, all_series, in_unit
from measures.run_charts import RunChart, run_chart
from measures.small_numbers.disclosure import limit_of
from measures.small_numbers.guarded import counted_in, guarded
from workstreams.run_charts import steps
from workstreams.view import View

COUNTS = "indicators_count"
"""The plan's setting: what an indicator counts, by its name without case and spaces."""


@dataclass(frozen=True)
class Tracked:
    """One indicator with its run chart."""

    series: Series
    chart: RunChart

    @property
    def name(self) -> str:
        """The indicator's name, as the officer writes it."""
        return self.series.name


def step_subject(name: str) -> str:
    """What a step change of an indicator is recorded under."""
    return f"indicators.signals: {name}"


def chart_key(view: View, name: str) -> str:
    """What the run chart of an indicator is known by among all of the view's charts.

    Its letters and figures; where another indicator has the same ("< 20 miles", "> 20 miles"), a
    sum of the whole name too.
    """
    plain = _plain(name)
    if view.once("indicators: plain names", lambda: _plain_names(view))[plain] > 1:
        plain = f"{plain}_{sha256(named(name).encode()).hexdigest()[:12]}"
    return f"indicators.{plain}"


def _plain_names(view: View) -> Counter[str]:
    return Counter(_plain(one.name) for one in tracked(view))


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_") or "indicator"


def named(name: str) -> str:
    """A name as one indicator is told from another by it: without case and spaces."""
    return " ".join(name.casefold().split())


def tracked(view: View) -> tuple[Tracked, ...]:
    """Every indicator known by the view's date, in the order of the latest file."""
    return view.once(
        "indicators: series",
        lambda: tuple(_tracked(view, series) for series in all_series(view.history["indicators"])),
    )


def names(view: View) -> tuple[str, ...]:
    """The name of every indicator known by the view's date."""
    return tuple(one.name for one in tracked(view))


def _tracked(view: View, series: Series) -> Tracked:
    if series.target is None:
        series = replace(series, target=_target(view, series))
    if view.audience == "public" and counts(view.settings, series) not in {"staff", "things"}:
        series = guarded(series, limit_of(view.settings.get("small_number")))
    points = series.points
    chart = run_chart(
        points["period"],
        points["value"],
        series.better,
        series.target,
        steps(view, step_subject(series.name)),
    )
    return Tracked(series, chart)


def counts(settings: Mapping[str, Any], series: Series) -> Counted | None:
    """What an indicator counts: as its file says, as an officer said, else as its name says.

    None for unknown, which is guarded like children.
    """
    said = settings.get(COUNTS)
    kept = said.get(named(series.name)) if isinstance(said, dict) else None
    return series.counts or kept or counted_in(series.name)


def _target(view: View, series: Series) -> float | None:
    """The target set for the plan under the indicator's name, where the rows give none."""
    name = series.name.casefold()
    found = [t for t in view.targets if name in {t.series.casefold(), t.measure.casefold()}]
    if not found:
        return None
    chosen = view.target(found[0].measure, found[0].series)
    return None if chosen is None else in_unit(chosen.value, series.unit)
