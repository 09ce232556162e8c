"""What all charts of training carry: their data typed, their notes, their source."""

import pandas as pd

from charts.spec import Chart, Kind
from measures.figures import Unit
from workstreams.marks import marks
from workstreams.training.coverage import Training
from workstreams.view import View
from workstreams.wording import counted, subtitle


def tidy(rows: list[list[object]], first: str) -> pd.DataFrame:
    """Rows of ``first`` ("label" or "when"), series, value, text and record ids, as typed data."""
    frame = pd.DataFrame(rows, columns=[first, "series", "value", "text", "records"])
    start = "datetime64[s]" if first == "when" else "str"
    return frame.astype({first: start, "series": "str", "value": "float64", "text": "str"})


def source(view: View, rows: pd.DataFrame) -> str:
    """The file that the latest rows came from."""
    latest = rows["as_at"].max()
    return next((s.file for s in view.snapshots if pd.Timestamp(s.as_at) == latest), "")


def chart(
    view: View,
    found: Training,
    key: str,
    kind: Kind,
    finding: str,
    data: pd.DataFrame,
    *,
    unit: Unit,
    measure: str,
    headings: dict[str, str],
    series_order: tuple[str, ...] = (),
    what: str = "people in date of those in scope, by staff group and course",
    summary: str = "",
    focus: tuple[str, ...] = (),
    timed: bool = False,
) -> Chart:
    """A chart of coverage with what all of them carry."""
    total = found.total(found.now)
    size = counted(round(total["in_scope"]), "training need")
    wrong = int((~found.now["adds_up"]).sum())
    notes = []
    if wrong:
        notes.append(f"{counted(wrong, 'row')} left out: the parts add to more than are in role.")
    if found.hidden:
        notes.append(f"Staff groups of 1 to {found.limit} people are left out.")
    if view.plan.illustrative:
        notes.append(view.plan.illustrative)
    return Chart(
        key=f"training.{key}",
        kind=kind,
        finding=finding,
        subtitle=subtitle(
            f"Training, {what}",
            size if found.totals else "number of training needs hidden",
            view.plan,
            found.as_at,
        ),
        data=data,
        unit=unit,
        as_at=found.as_at,
        headings=headings,
        measure=measure,
        series_order=series_order,
        focus=focus,
        marks=marks(view, found.dates[0], found.as_at) if timed else (),
        value_title=headings["value"],
        summary=summary,
        notes=tuple(notes),
        source=source(view, found.frame),
    )
