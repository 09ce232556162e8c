"""Run charts of any series: one indicator's figures, or a measure at each snapshot."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain

import numpy as np
import pandas as pd

from charts.spec import Badge, Chart, Mark, stopped
from measures.figures import NO_FIGURE, Figure, Unit, printed
from measures.run_charts import POINTS_NEEDED, RunChart, Step, run_chart, skipped
from workstreams.base import Measure
from workstreams.marks import marks
from workstreams.source import source_of_dates, source_of_records
from workstreams.view import View
from workstreams.wording import are, counted, day, listed, month, subtitle

RULES = {
    "outside": "the latest figure is {side} the {limit} limit",
    "trend": "the latest figure is part of a run of seven, each {direction} than the one before",
    "2 of 3": "two of three figures in a row are close to the {limit} limit",
    "shift": "seven or more figures in a row are {side} the average",
}
NAMED = 6
"""So many months without a figure are named in a note."""
VARIATION, ASSURANCE = "Variation", "Against the target"
VALUE_TITLES: dict[Unit, str] = {
    "percent": "Per cent",
    "count": "Number",
    "days": "Days",
    "months": "Months",
    "pounds": "Pounds",
    "fte": "FTE",
    "cases": "Cases",
    "number": "",
}


def steps(view: View, subject: str) -> tuple[Step, ...]:
    """The step changes that an officer set for a series, each with its reason."""
    judged = view.judged("step change")
    wanted = judged[judged["subject"].str.casefold() == subject.casefold()]
    return tuple(
        Step(on.date(), str(value["reason"]))
        for on, value in zip(wanted["on"], wanted["value"], strict=True)
    )


def drawn(
    run: RunChart,
    figures: Sequence[Figure],
    view: View,
    *,
    key: str,
    measure: str,
    finding: str,
    source: str = "",
    notes: Sequence[str] = (),
    regular: bool = False,
) -> Chart:
    """The chart of a series with its median or limits, its target, signals, steps and marks.

    ``figures`` are those of the run chart's points, in the same order. The line of a ``regular``
    series breaks at each month that has no figure, and a note names it.
    """
    unit, points = figures[-1].unit, run.points
    first, last = points["when"].iloc[0].date(), points["when"].iloc[-1].date()
    data = points[["when", "value", "centre", "lower", "upper", "signal"]].assign(
        target=np.nan if run.target is None else run.target,
        text=[str(f) if f.value is not None else f.mark or f.why_missing for f in figures],
        records=pd.Series([f.records for f in figures], index=points.index, dtype="object"),
    )
    missed = skipped(points["when"]) if regular else []
    data, unreachable = possible(_with_gaps(data, missed), unit)
    stepped = [Mark(step.when, step.reason, "step") for step in run.steps]
    return Chart(
        key=key,
        kind="run chart",
        finding=finding,
        subtitle=subtitle(
            lines(run, figures), counted(len(_known(figures)), "figure"), view.plan, last
        ),
        data=data,
        unit=unit,
        as_at=last,
        headings={
            "when": "Period",
            "value": "Figure",
            "text": "Figure",
            "centre": "Average" if run.has_limits else "Median",
            "lower": "Lower limit",
            "upper": "Upper limit",
            "target": "Target",
            "signal": "Signal",
        },
        measure=measure,
        marks=(*marks(view, first, last), *stepped),
        value_title=VALUE_TITLES[unit],
        summary=summary(run),
        notes=(*unreachable, *step_notes(run), *_not_there(missed), *notes),
        source=source,
        badges=badges(run),
    )


def _with_gaps(data: pd.DataFrame, missed: Sequence[date]) -> pd.DataFrame:
    """The data with a row without a value for each month that is missing."""
    if not missed:
        return data
    gaps = pd.DataFrame({"when": pd.Series(pd.to_datetime(list(missed)), dtype="datetime64[s]")})
    gaps = gaps.assign(value=np.nan, signal="", text=NO_FIGURE)
    gaps["records"] = pd.Series([() for _ in missed], index=gaps.index, dtype="object")
    whole = pd.concat([data, gaps], ignore_index=True).sort_values("when", ignore_index=True)
    levels = ["centre", "lower", "upper", "target"]
    return whole.assign(**{name: whole[name].ffill() for name in levels})


def _not_there(missed: Sequence[date]) -> tuple[str, ...]:
    """A note of the months without a figure, where the line breaks."""
    if not missed:
        return ()
    named = [month(one) for one in missed[:NAMED]]
    more = len(missed) - len(named)
    return (f"No figure for {listed([*named, counted(more, 'more', 'more')] if more else named)}.",)


def possible(data: pd.DataFrame, unit: Unit) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """The data without limits that no figure could reach, and the note that says so.

    A number of things is never below nought, nor a share above 100%, though the sum may be.
    """
    notes = []
    if (data["lower"] < 0).any() and not (data["value"] < 0).any():
        data = data.assign(lower=data["lower"].where(data["lower"] >= 0))
        notes.append("The lower limit is below nought and not drawn.")
    if unit == "percent" and (data["upper"] > 1).any() and not (data["value"] > 1).any():
        data = data.assign(upper=data["upper"].where(data["upper"] <= 1))
        notes.append("The upper limit is above 100% and not drawn.")
    return data, tuple(notes)


def lines(run: RunChart, figures: Sequence[Figure]) -> str:
    """What is drawn: which lines and why, and what the latest figure is made of."""
    parts = f"; the latest figure is {figures[-1].parts}" if figures[-1].parts else ""
    if run.has_limits:
        return f"Line at the average, with limits around the usual ups and downs{parts}"
    if run.steps and run.counted < len(_known(figures)):
        return f"{run.progress} since the step, so a median and no limits{parts}"
    return f"{run.progress}, so the line is the median and has no limits{parts}"


def _known(figures: Sequence[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure.value is not None]


def summary(run: RunChart) -> str:
    """For those who cannot see the picture: what the latest point says, and the target's mark."""
    against = f" {ASSURANCE}: {run.assurance.word}." if run.assurance else ""
    return f"{_variation(run)}{against}"


def _variation(run: RunChart) -> str:
    latest, sign = run.latest, run.variation
    if latest is None or sign is None:
        needed = f"the {POINTS_NEEDED} points needed to tell a change from the usual ups and downs"
        return f"{run.counted} of {needed} {are(run.counted)} there so far."
    if not sign.letter:
        return "The latest figure is within the usual ups and downs."
    high = latest["side"] == "high"
    rule = RULES[latest["rule"]].format(
        direction="higher" if high else "lower",
        side="above" if high else "below",
        limit="upper" if high else "lower",
    )
    way = {"improvement": " for the better", "concern": " for the worse"}.get(sign.kind, "")
    return f"A sign of change{way}: {rule}."


def badges(run: RunChart) -> tuple[Badge, ...]:
    """The variation and assurance marks, each with its shape, letter, words and colour."""
    found = ((VARIATION, run.variation), (ASSURANCE, run.assurance))
    return tuple(
        Badge(label, sign.word, sign.letter, sign.shape, sign.kind) for label, sign in found if sign
    )


def step_notes(run: RunChart) -> tuple[str, ...]:
    """Each step change with the reason an officer gave for it."""
    return tuple(stopped(f"New level from {day(step.when)}: {step.reason}") for step in run.steps)


def run_key(measure: Measure) -> str:
    """What the run chart of a measure is called."""
    return f"{measure.key}.run"


def of_measure(view: View, measure: Measure) -> Chart | None:
    """A measure at every snapshot up to the view's date, as a run chart; None without a figure.

    A measure that counts children is never drawn for the public: its figures are hidden one by
    one, and a line through them could give them back.
    """
    if measure.counts_children and view.audience == "public":
        return None
    found = _reported({when: measure.figure(view.back_to(when)) for when in view.dates})
    if not any(figure.value is not None for figure in found.values()):
        return None
    target = view.target(measure.key) or view.target(measure.name)
    run = run_chart(
        list(found),
        [np.nan if f.value is None else f.value for f in found.values()],
        measure.better,
        None if target is None else target.value,
        steps(view, measure.key),
    )
    illustrative = (view.plan.illustrative,) if view.plan.illustrative else ()
    return drawn(
        run,
        list(found.values()),
        view,
        key=run_key(measure),
        measure=measure.key,
        finding=measure_finding(measure, list(found.values())[-1], list(found.values())[:-1]),
        source=source_of_records(
            view, view.history, chain.from_iterable(f.records for f in found.values())
        )
        or source_of_dates(view, [when for when, f in found.items() if f.value is not None]),
        notes=illustrative,
    )


def _reported(found: Mapping[date, Figure]) -> dict[date, Figure]:
    """The figures without those that only repeat the one before, as an older snapshot's do."""
    kept: dict[date, Figure] = {}
    last: Figure | None = None
    for when, figure in found.items():
        if last is None or figure.as_at is None or not _same(figure, last):
            kept[when] = last = figure
    return kept


def _same(one: Figure, other: Figure) -> bool:
    return (one.as_at, one.value, one.why_missing) == (other.as_at, other.value, other.why_missing)


def measure_finding(measure: Measure, latest: Figure, earlier: Sequence[Figure]) -> str:
    """The latest figure of a measure and how it moved since the snapshot before."""
    name = measure.name
    if latest.value is None:
        return f"{name}: no figure ({latest.why_missing})"
    when = "" if latest.as_at is None else f" in {month(latest.as_at)}"
    before = next((f for f in reversed(earlier) if f.value is not None), None)
    if before is None or before.value is None:
        return f"{name}: {latest}{when}"
    if str(before) == str(latest):
        return f"{name}: {latest}{when}, as before"
    word = "up" if latest.value > before.value else "down"
    before_text = printed(before.value, before.unit)
    return f"{name}: {latest}{when}, {word} from {before_text}"
