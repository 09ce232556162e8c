"""How an indicator weighs among all figures, and so which run charts a document prints."""

from measures.figures import Figure
from measures.weight import Stands, weight
from workstreams.indicators.series import Tracked, chart_key, counts, tracked
from workstreams.view import View

PRINTED = 3
"""Run charts that a document holds at most."""


def stands(view: View, figure: Figure) -> Stands:
    """How the indicator of this name stands beside its target and its usual swing."""
    found = next((one for one in tracked(view) if one.name == figure.name), None)
    return Stands() if found is None else _stands(view, found)


def prints(view: View) -> tuple[str, ...]:
    """All of them beside their targets, then the run charts that say something.

    Those with a signal or a missed target, the heaviest first; by their chart's name.
    """
    told = [one for one in tracked(view) if _signal(one) or _missed(one)]
    told.sort(key=lambda one: _weight(view, one), reverse=True)
    names = (chart_key(view, one.name).removeprefix("indicators.") for one in told[:PRINTED])
    return ("against_target", *names)


def _stands(view: View, one: Tracked) -> Stands:
    latest = one.chart.latest
    limits = latest is not None and one.chart.has_limits
    return Stands(
        one.series.target,
        float(latest["upper"] - latest["centre"]) if latest is not None and limits else None,
        _missed(one),
        counts(view.settings, one.series) or "things",
        (chart_key(view, one.name),),
    )


def _weight(view: View, one: Tracked) -> float:
    return weight(one.series.latest, one.series.before(view.since), _stands(view, one))


def _signal(one: Tracked) -> bool:
    return one.chart.variation is not None and one.chart.variation.kind != "none"


def _missed(one: Tracked) -> int:
    """How many of its latest figures in a row missed the target."""
    found = 0
    for value in reversed(one.series.known["value"].tolist()):
        if one.series.met(value) is not False:
            break
        found += 1
    return found
