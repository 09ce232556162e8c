"""The indicators of a view, read once, each with its run chart."""

from dataclasses import dataclass, replace

from measures.indicators import Series, all_series, in_unit
from measures.run_charts import RunChart, run_chart
from workstreams.run_charts import steps
from workstreams.view import View


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


def tracked(view: View) -> tuple[Tracked, ...]:
    """Every indicator known by the view's date, in the order of the latest file."""
    return view.once(
        "indicators: series",
        lambda: tuple(_tracked(view, series) for series in all_series(view.history["indicators"])),
    )


def _tracked(view: View, series: Series) -> Tracked:
    if series.target is None:
        series = replace(series, target=_target(view, series))
    points = series.points
    chart = run_chart(
        points["period"],
        points["value"],
        series.better,
        series.target,
        steps(view, step_subject(series.name)),
    )
    return Tracked(series, chart)


def _target(view: View, series: Series) -> float | None:
    """The target set for the plan under the indicator's name, where the rows give none."""
    name = series.name.casefold()
    found = [t for t in view.targets if name in {t.series.casefold(), t.measure.casefold()}]
    if not found:
        return None
    chosen = view.target(found[0].measure, found[0].series)
    return None if chosen is None else in_unit(chosen.value, series.unit)
