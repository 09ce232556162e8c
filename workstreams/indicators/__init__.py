"""Indicators: any other series a plan is judged by, each with its target and run chart."""

import pandas as pd

from measures.figures import Better, Figure, missing
from measures.following.together import stands_again
from measures.indicators import Series, counted
from measures.run_charts import POINTS_NEEDED
from workstreams.base import Measure, Workstream
from workstreams.indicators.charts import RUN_CHARTS, against_target, target_finding
from workstreams.indicators.columns import INDICATORS
from workstreams.indicators.series import Tracked, names, tracked
from workstreams.indicators.weighed import prints, stands
from workstreams.view import View
from workstreams.wording import counted as how_many
from workstreams.wording import day, has

NHS = "NHS England, Making Data Count: XmR charts"
NONE = "there are no indicators in the plan's files"


def compared(view: View) -> tuple[tuple[Figure, Figure | None], ...]:
    """Every indicator that has a new figure, with the one known at the date compared with."""
    untold = {"no new figure", "not shown"}
    fresh = [t.series for t in tracked(view) if t.series.move(view.since) not in untold]
    return tuple((series.latest, series.before(view.since)) for series in fresh)


def _count(view: View, name: str, better: Better, of: list[Series], chosen: list[Series]) -> Figure:
    if not tracked(view):
        return missing(name, "count", NONE, view.as_at)
    return counted(name, chosen, of, view.as_at, better)


def _with_target(view: View) -> list[tuple[Series, bool]]:
    """The indicators whose latest figure can be judged, each with whether it meets its target."""
    latest = [(s, s.latest.value) for s in (t.series for t in tracked(view))]
    judged = [(s, s.met(value)) for s, value in latest if value is not None]
    return [(s, met) for s, met in judged if met is not None]


def meeting_target(view: View) -> Figure:
    """Indicators whose latest figure meets their target."""
    judged = _with_target(view)
    met = [s for s, ok in judged if ok]
    return _count(view, "Indicators meeting their target", "higher", [s for s, _ in judged], met)


def missing_target(view: View) -> Figure:
    """Indicators whose latest figure misses their target."""
    judged = _with_target(view)
    missed = [s for s, ok in judged if not ok]
    return _count(view, "Indicators missing their target", "lower", [s for s, _ in judged], missed)


def _moved(view: View, name: str, better: Better, moves: set[str]) -> Figure:
    every = [t.series for t in tracked(view)]
    # Of one that does not say which way is better nobody can say that it got worse.
    found = [(s, s.move(view.since)) for s in every if s.better != "neutral"]
    untold = {"first figure", "no new figure", "not shown"}
    compared = [s for s, move in found if move not in untold]
    return _count(view, name, better, compared, [s for s, move in found if move in moves])


def getting_worse(view: View) -> Figure:
    """Indicators whose latest figure is worse than when the committee last met."""
    return _moved(view, "Indicators getting worse", "lower", {"worse"})


def getting_better(view: View) -> Figure:
    """Indicators whose latest figure is better than when the committee last met."""
    return _moved(view, "Indicators getting better", "higher", {"better"})


def no_new_figure(view: View) -> Figure:
    """Indicators with no figure for a period since the committee last met."""
    series = [t.series for t in tracked(view)]
    since, records = view.since, view.history[INDICATORS.key]
    own = records[~stands_again(records.index)]
    if since and len(own) and own["as_at"].max() <= pd.Timestamp(since):
        why = f"no file of indicators has come since {day(since)}"
        return missing("Indicators with no new figure", "count", why, view.as_at)
    stale = [s for s in series if s.move(view.since) == "no new figure"]
    return _count(view, "Indicators with no new figure", "lower", series, stale)


def _charted(view: View) -> list[Tracked]:
    return [t for t in tracked(view) if t.chart.has_limits and t.series.better != "neutral"]


def signals(view: View) -> Figure:
    """Indicators whose latest figure is worse by more than chance."""
    name = "Indicators worse by more than chance"
    charted = _charted(view)
    if tracked(view) and not charted:
        why = f"no indicator has the {POINTS_NEEDED} figures this needs"
        return missing(name, "count", why, view.as_at)
    worse = [t.series for t in charted if t.chart.variation and t.chart.variation.kind == "concern"]
    return _count(view, name, "lower", [t.series for t in charted], worse)


def finding(view: View) -> str:
    """The sentence at the top of the page: targets met, then what is getting worse."""
    series = [t.series for t in tracked(view) if len(t.series.points)]
    if not series:
        return "There are no indicators yet."
    moved = [
        f" {how_many(int(figure.value), 'indicator')} {has(int(figure.value))} "
        f"got {word} {_since(view)}."
        for figure, word in ((getting_worse(view), "worse"), (getting_better(view), "better"))
        if figure.value
    ]
    return f"{target_finding(series)}.{''.join(moved[:1])}"


def _since(view: View) -> str:
    """Since when figures are compared: "since the committee last met", where it did."""
    if view.since_met is not None:
        return "since the committee last met"
    return f"since {day(view.since)}" if view.since else "since the figure before"


def closed_because(view: View) -> str:
    """The rows hold the exact counts that the figures of a guarded indicator leave out."""
    guarded = INDICATORS.key in view.history and any(t.series.guarded for t in tracked(view))
    return "small counts of children are left out" if guarded else ""


SINCE = "since the upload that stood at the previous meeting (else since the figure before)"
MEASURES = (
    Measure(
        key="indicators.meeting_target",
        name="Indicators meeting their target",
        definition=(
            "Indicators whose latest figure is at least as good as their target, out of those "
            "with a figure, a target and a direction."
        ),
        formula="count of indicators where the latest figure meets the target",
        unit="count",
        better="higher",
        figure=meeting_target,
    ),
    Measure(
        key="indicators.missing_target",
        name="Indicators missing their target",
        definition=(
            "Indicators whose latest figure is worse than their target, out of those with a "
            "figure, a target and a direction."
        ),
        formula="count of indicators where the latest figure misses the target",
        unit="count",
        better="lower",
        figure=missing_target,
    ),
    Measure(
        key="indicators.getting_worse",
        name="Indicators getting worse",
        definition=f"Indicators whose latest figure, as printed, is worse {SINCE}.",
        formula="count of indicators that moved away from what is better",
        unit="count",
        better="lower",
        figure=getting_worse,
    ),
    Measure(
        key="indicators.getting_better",
        name="Indicators getting better",
        definition=f"Indicators whose latest figure, as printed, is better {SINCE}.",
        formula="count of indicators that moved towards what is better",
        unit="count",
        better="higher",
        figure=getting_better,
    ),
    Measure(
        key="indicators.no_new_figure",
        name="Indicators with no new figure",
        definition=(
            "Indicators with no figure for any period after the date compared with: nobody has "
            "reported since."
        ),
        formula="count of indicators whose last period is not after the date compared with",
        unit="count",
        better="lower",
        figure=no_new_figure,
    ),
    Measure(
        key="indicators.signals",
        name="Indicators worse by more than chance",
        definition=(
            "Indicators whose latest figure is a sign of real change for the worse: outside the "
            "limits; one of seven in a row on one side of the average; one of seven each higher, "
            "or each lower, than the one before; or one of two in three close to a limit. Limits "
            f"are drawn from {POINTS_NEEDED} figures on and move only where an officer sets a step "
            "with a reason; before that a chart has its median."
        ),
        formula="limits = average ± 2.66 × average difference between neighbouring figures",
        unit="count",
        better="lower",
        figure=signals,
        source=NHS,
    ),
)

INDICATORS_WORKSTREAM = Workstream(
    key="indicators",
    title="Indicators",
    about="The other figures the plan is judged by, each with its target and its run chart.",
    tables=(INDICATORS,),
    measures=MEASURES,
    charts=(against_target, *RUN_CHARTS),
    finding=finding,
    empty=(
        "Upload a workbook with a sheet of indicators: one row an indicator and period, with its "
        "figure, its target and which way is better. The template has one."
    ),
    compared=compared,
    series=names,
    stands=stands,
    prints=prints,
    closed_because=closed_because,
    rest="How has each indicator moved?",
    read_from={"": ("period", "value", "numerator", "denominator", "target")},
)
