"""The data behind the charts of cases: exact counts for members, bands for the public."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pandas as pd

from charts.palette import Meaning
from charts.spec import Chart, Kind
from measures.small_numbers.disclosure import NOT_GIVEN, note
from workstreams.drawn import chart
from workstreams.hra_cases.columns import HRA_CASES
from workstreams.hra_cases.listed import CaseList
from workstreams.marks import marks
from workstreams.source import source
from workstreams.view import View
from workstreams.wording import counted

LEAST, MOST = "Least", "Most"
DATES = 8
"""How many dates a grid has room for."""
MEANINGS: dict[str, Meaning] = {
    "Concluded": "done",
    "No longer listed": "not known",
    "Learning closed": "done",
    "Learning still open": "on course",
}
EXEMPT = "Exempt: not for publication."

Row = tuple[str, str, float, str, tuple[int, ...]]


def short(when: date) -> str:
    """A list's date as a column heading: 7 Sep 2021."""
    return f"{when.day} {when:%b %Y}"


def places(listed: CaseList, first: int) -> range:
    """Where the dates of a grid stand among all dates."""
    return range(max(first, len(listed.tallies) - DATES), len(listed.tallies))


def table(rows: Sequence[Row]) -> pd.DataFrame:
    """Tidy data of labels, series, values, texts and records."""
    frame = pd.DataFrame(list(rows), columns=["label", "series", "value", "text", "records"])
    return frame.astype({"label": "str", "series": "str", "value": "float64", "text": "str"})


def stage_grid(listed: CaseList, stages: Sequence[str]) -> pd.DataFrame:
    """Stages down, dates across, and in each cell how many cases; members only."""
    rows: list[Row] = []
    for stage in stages:
        for place in places(listed, 0):
            then = listed.at(listed.tallies[place].when)
            ids = tuple(then.index[then["stage"] == stage])
            name = stage[:1].upper() + stage[1:]
            rows.append(
                (name, short(listed.tallies[place].when), float(len(ids)), str(len(ids)), ids)
            )
    return table(rows)


def band_lines(listed: CaseList, cell: str) -> pd.DataFrame:
    """A band at each date as its two ends, so that what is drawn says no more than the band."""
    rows = []
    for place, tally in enumerate(listed.tallies):
        within = listed.band(place, cell)
        for series in (MOST, LEAST):
            value, text = float("nan"), NOT_GIVEN
            if within is not None:
                end = within.high if series == MOST else within.low
                value, text = float(end), str(end)
            rows.append((pd.Timestamp(tally.when), series, value, text, ()))
    return _timed(rows)


def bands_differ(listed: CaseList, cell: str) -> bool:
    """Whether the bands of a count differ from date to date; else a picture says nothing."""
    bands = (listed.band(place, cell) for place in range(len(listed.tallies)))
    return len({within for within in bands if within is not None}) > 1


def over_time(listed: CaseList, names: Mapping[str, str], first: int = 0) -> pd.DataFrame:
    """Exact counts at each date, one series a count; members only."""
    rows = []
    for place, tally in enumerate(listed.tallies):
        if place < first:
            continue
        then = listed.at(tally.when)
        before = listed.at(listed.tallies[place - 1].when) if place else then.iloc[0:0]
        for cell, name in names.items():
            ids = tuple(WHICH[cell](then, before).index)
            rows.append((pd.Timestamp(tally.when), name, float(len(ids)), str(len(ids)), ids))
    return _timed(rows)


def _timed(rows: Sequence[tuple[pd.Timestamp, str, float, str, tuple[int, ...]]]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=["when", "series", "value", "text", "records"])
    return frame.astype(
        {"when": "datetime64[s]", "series": "str", "value": "float64", "text": "str"}
    )


Picked = Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]


def _unlisted(then: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    return then[~then["key"].isin(other["key"])]


def _also(then: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    return then[then["key"].isin(other["key"])]


def _over(then: pd.DataFrame) -> pd.DataFrame:
    return then[then["concluded"]]


WHICH: dict[str, Picked] = {
    "before_issue": lambda then, _: then[~then["concluded"] & then["step"].eq("before issue")],
    "issued": lambda then, _: then[~then["concluded"] & then["step"].eq("issued")],
    "learning_closed": lambda then, _: then[then["concluded"] & then["learning_closed"]],
    "learning_open": lambda then, _: then[then["concluded"] & ~then["learning_closed"]],
    "new": _unlisted,
    "newly_concluded": lambda then, before: _unlisted(_over(then), _over(before)),
    "dropped": lambda then, before: _unlisted(before, then),
    "reopened": lambda then, before: _also(then[~then["concluded"]], _over(before)),
}
"""The cases behind each count at one date, given the list of the date before."""


SIZES = {
    "open": "open cases",
    "new": "new cases",
    "learning_open": "concluded cases with learning open",
}


def how_many(listed: CaseList, of: str) -> str:
    """How many cases a chart is about: those listed; in public a band, or that it is hidden."""
    if not listed.public:
        return f"{counted(len(listed.now), 'case')} listed, {listed.tallies[-1].open} of them open"
    within = listed.band(-1, of)
    if within is None:
        return f"number of {SIZES[of]} hidden"
    return f"{'no' if within.words == 'none' else within.words} {SIZES[of]}"


def base(
    view: View,
    listed: CaseList,
    key: str,
    kind: Kind,
    finding: str,
    data: pd.DataFrame,
    *,
    what: str,
    of: str,
    measure: str = "",
    notes: tuple[str, ...] = (),
    summary: str = "",
    heading: str = "",
) -> Chart:
    """A chart of this workstream with what all of them carry. Its series stand as in the data.

    ``what`` says what is counted, ``of`` names the count that is told as its size in public, and
    is the chart's measure where no other is given.
    """
    file = source(view, listed.now)
    series = "As at" if kind == "grid" else "Counted"
    return chart(
        view,
        f"hra_cases.{key}",
        kind,
        finding,
        (f"Human Rights Act cases, {what}", how_many(listed, of)),
        data,
        {"label": heading, "when": "As at", "series": series, "value": "Cases", "text": "Cases"},
        as_at=listed.as_at,
        measure=f"hra_cases.{measure or of}",
        series_order=tuple(data["series"].unique()) if "series" in data else (),
        meanings=MEANINGS,
        dated=marks(view, listed.tallies[0].when, listed.as_at) if "when" in data else (),
        summary=summary,
        notes=(note(listed.limit) if listed.public else EXEMPT, *notes, view.plan.illustrative),
        source=", ".join(part for part in (file, HRA_CASES.sheet) if part),
        sensitive=not listed.public,
    )
