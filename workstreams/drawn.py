"""What every chart carries besides its own data: the line under its finding, and dated lines."""

from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from charts.palette import Meaning
from charts.spec import Chart, Kind, Mark
from measures.figures import Unit
from workstreams.marks import marks
from workstreams.view import View
from workstreams.wording import subtitle


def chart(
    view: View,
    key: str,
    kind: Kind,
    finding: str,
    counts: tuple[str, str],
    data: pd.DataFrame,
    headings: Mapping[str, str],
    *,
    as_at: date,
    unit: Unit = "count",
    measure: str,
    series_order: tuple[str, ...] = (),
    meanings: Mapping[str, Meaning] | None = None,
    focus: tuple[str, ...] = (),
    summary: str = "",
    notes: Iterable[str] = (),
    source: str,
    dated: tuple[Mark, ...] | None = None,
    sensitive: bool = False,
) -> Chart:
    """A chart of the view's plan. ``counts`` is what it counts, and how many there are in it.

    The value's heading stands on its axis too. ``dated`` are its dated lines: where none are given,
    those between the first and the last date of the data. Empty ``notes`` are left out.
    """
    return Chart(
        key=key,
        kind=kind,
        finding=finding,
        subtitle=subtitle(*counts, view.plan, as_at),
        data=data,
        unit=unit,
        as_at=as_at,
        headings=headings,
        measure=measure,
        series_order=series_order,
        meanings=meanings or {},
        focus=focus,
        marks=_within(view, data) if dated is None else dated,
        value_title=headings.get("value", ""),
        summary=summary,
        notes=tuple(note for note in notes if note),
        source=source,
        sensitive=sensitive,
    )


def _within(view: View, data: pd.DataFrame) -> tuple[Mark, ...]:
    if "when" not in data:
        return ()
    dates = data.filter(["when", "end"])
    return marks(view, dates.min().min().date(), dates.max().max().date())
