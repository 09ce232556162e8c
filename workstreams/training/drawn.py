"""What all charts of training carry: their data typed, their notes, their source."""

from itertools import chain

import pandas as pd

from charts.palette import Meaning
from charts.spec import Chart, Kind
from measures.figures import Unit
from measures.training import PARTS
from workstreams.drawn import chart
from workstreams.marks import marks
from workstreams.source import source_of_records
from workstreams.training.columns import COHORTS, PERSON
from workstreams.training.coverage import Training
from workstreams.training.wording import pieces
from workstreams.view import View
from workstreams.wording import counted

MEANINGS: dict[str, Meaning] = {
    PARTS["in_date"]: "done",
    PARTS["expired"]: "attention",
    PARTS["booked"]: "planned",
    PARTS["never"]: "attention",
    PARTS["unsplit"]: "not known",
}


def tidy(rows: list[list[object]], first: str) -> pd.DataFrame:
    """Rows of ``first`` ("label" or "when"), series, value, text and record ids, as typed data."""
    frame = pd.DataFrame(rows, columns=[first, "series", "value", "text", "records"])
    start = "datetime64[s]" if first == "when" else "str"
    return frame.astype({first: start, "series": "str", "value": "float64", "text": "str"})


def coverage_chart(
    view: View,
    found: Training,
    key: str,
    kind: Kind,
    finding: str,
    data: pd.DataFrame,
    *,
    unit: Unit = "percent",
    measure: str = "training.coverage",
    headings: dict[str, str],
    series_order: tuple[str, ...] = (),
    what: str = "people in date of those in scope, by staff group and course",
    summary: str = "",
    focus: tuple[str, ...] = (),
) -> Chart:
    """A chart of coverage with what all of them carry. Its series stand as in the data."""
    needs = pieces(round(found.total(found.now)["in_scope"]))
    drawn = found.frame if "when" in data else found.now
    wrong = int((~found.now["adds_up"]).sum())
    return chart(
        view,
        f"training.{key}",
        kind,
        finding,
        (f"Training, {what}", needs if found.totals else "number of pieces of training hidden"),
        data,
        headings,
        unit=unit,
        as_at=found.as_at,
        measure=measure,
        meanings=MEANINGS,
        series_order=series_order or tuple(data.get("series", pd.Series(dtype="str")).unique()),
        focus=focus,
        dated=marks(view, found.dates[0], found.as_at) if "when" in data else (),
        summary=summary,
        notes=(
            f"{counted(wrong, 'row')} left out: the parts add to more than are in role."
            if wrong
            else "",
            f"Staff groups of 1 to {found.limit} people are left out." if found.hidden else "",
            view.plan.illustrative,
        ),
        source=source_of_records(
            view, (PERSON.key, COHORTS.key), chain.from_iterable(drawn["records"])
        ),
    )
