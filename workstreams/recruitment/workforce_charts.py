"""Charts of the Department for Education's published figures: the area, its region and England."""

from collections.abc import Callable

import pandas as pd

from charts.palette import Meaning
from charts.spec import Chart
from measures import workforce
from measures.figures import MARKS, plain
from workstreams import drawn
from workstreams.recruitment import figures
from workstreams.view import View
from workstreams.wording import counted, listed

SOURCE = (
    "Department for Education, children's social work workforce. "
    "Contains public sector information licensed under the Open Government Licence v3.0."
)
STATES = ("vacant, not covered", "vacant, covered by agency", "own staff in post")
MEANINGS: dict[str, Meaning] = dict(zip(STATES, ("attention", "on course", "done"), strict=True))


def shown(area: str) -> str:
    """An area's name in a sentence: "Herefordshire, County of" is Herefordshire."""
    for ending in (", County of", ", City of"):
        area = area.removesuffix(ending)
    return area


def areas(view: View) -> dict[str, list[workforce.Row]]:
    """The rows of the areas to draw, own area first, by each area's name on screen."""
    area = figures.own_area(view)
    region = workforce.region_of(figures.published(view), area) if area else ""
    rows = {
        name: figures.censuses(view, name) for name in (area, region, workforce.ENGLAND) if name
    }
    return {shown(name): years for name, years in rows.items() if years}


def trend(rate: workforce.Rate, what: str) -> Callable[[View], Chart | None]:
    """The chart of one rate for the area, its region and England; ``what`` says what is counted."""

    def chart(view: View) -> Chart | None:
        rows = areas(view)
        if not rows:
            return None
        data = workforce.series(rate, rows)
        names = list(rows)
        return drawn.chart(
            view,
            f"recruitment.{rate.field}",
            "trend",
            trend_finding(rate, data, names),
            (
                f"{what}, {listed(names)}, {_each_census(data)}",
                counted(len(data), "published figure"),
            ),
            data.drop(columns="apart"),
            {"when": "Census", "series": "Area", "value": rate.name, "text": rate.name},
            unit=rate.unit,
            as_at=data["when"].max().date(),
            measure=f"recruitment.{rate.field}",
            series_order=tuple(names),
            focus=tuple(names[:1]),
            summary=peak(data, names[0]),
            notes=(*_marks_used(data), *_not_by_parts(data)),
            source=SOURCE,
        )

    return chart


def trend_finding(rate: workforce.Rate, data: pd.DataFrame, names: list[str]) -> str:
    """The first area's latest figure, how it moved in the year, and England's beside it."""
    own, what = names[0], rate.name.lower()
    mine = data[data["series"] == own]
    last = mine.iloc[-1]
    year = last["when"].year
    if pd.isna(last["value"]):
        why = MARKS.get(last["text"], "not in the table")
        return f"{own}'s {what} for {year} is missing: {why}"
    others = data[(data["when"] == last["when"]) & (data["series"] == workforce.ENGLAND)]
    beside = ""
    if own != workforce.ENGLAND and others["value"].notna().any():
        beside = f"; England's is {others['text'].iloc[-1]}"
    before = mine.iloc[-2] if len(mine) > 1 else None
    if before is None or pd.isna(before["value"]):
        return f"{own}'s {what} was {last['text']} in {year}{beside}"
    if last["text"] == before["text"]:
        return f"{own}'s {what} stayed at {last['text']} in {year}{beside}"
    word = "rose" if last["value"] > before["value"] else "fell"
    moved = f"{word} from {before['text']} to {last['text']}"
    return f"{own}'s {what} {moved} in the year to {year}{beside}"


def peak(data: pd.DataFrame, own: str) -> str:
    """When the first area's figure was highest and lowest, for those who cannot see the line."""
    mine = data[data["series"].eq(own) & data["value"].notna()]
    if len(mine) < 3:
        return ""
    ordered = mine.sort_values("value", kind="stable")
    low, high = ordered.iloc[0], ordered.iloc[-1]
    return (
        f"In {own} it was highest at {high['text']} in {high['when'].year} "
        f"and lowest at {low['text']} in {low['when'].year}."
    )


def staff(view: View) -> Chart | None:
    """The area's own staff in post and vacancies (FTE), year by year."""
    area = figures.own_area(view)
    years = figures.censuses(view, area) if area else []
    if not years:
        return None
    found = [
        (row["census"], state, figure.value, str(figure), figure.records)
        for row in years
        for state, figure in (
            (STATES[0], workforce.uncovered(row)),
            (STATES[1], workforce.number("", row, "agency_cover_fte")),
            (STATES[2], workforce.number("", row, "in_post_fte")),
        )
    ]
    data = pd.DataFrame(found, columns=["when", "series", "value", "text", "records"])
    data = data.astype(
        {"when": "datetime64[s]", "series": "str", "value": "float64", "text": "str"}
    )
    return drawn.chart(
        view,
        "recruitment.staff",
        "stacked trend",
        staff_finding(years[-1], shown(area)),
        (
            f"Posts of social workers (FTE), {shown(area)}, {_each_census(data)}",
            counted(len(years), "census", "censuses"),
        ),
        data,
        {"when": "Census", "series": "Who is in them", "value": "FTE", "text": "FTE"},
        unit="fte",
        as_at=data["when"].max().date(),
        measure="recruitment.uncovered",
        series_order=STATES,
        meanings=MEANINGS,
        focus=STATES[:1],
        notes=_marks_used(data),
        source=SOURCE,
    )


def staff_finding(row: workforce.Row, area: str) -> str:
    """How many posts stood vacant in the latest census, and how many of them uncovered."""
    year, gap = row["census"].year, workforce.uncovered(row)
    vacant = workforce.number("", row, "vacancy_fte")
    if vacant.value is None:
        return f"{area}'s vacancies in {year} are missing: {vacant.why_missing}"
    total = vacant.value + float(row["in_post_fte"])
    start = f"{plain(vacant.value)} of {area}'s {plain(total)} FTE posts were vacant in {year}"
    if gap.value is None:
        return start
    if not gap.value:
        return f"{start}, all covered by agency staff"
    return f"{start}, {plain(gap.value)} of them with nobody covering"


def _each_census(data: pd.DataFrame) -> str:
    """Which years' censuses are drawn."""
    first, last = data["when"].min().year, data["when"].max().year
    return f"at each census from {first} to {last}" if first < last else f"at the census of {last}"


def _marks_used(data: pd.DataFrame) -> tuple[str, ...]:
    """What each mark in the chart's data means, as a note."""
    used = sorted(set(data.loc[data["value"].isna(), "text"]) & set(MARKS))
    return tuple(f"{mark} means {MARKS[mark]}." for mark in used)


def _not_by_parts(data: pd.DataFrame) -> tuple[str, ...]:
    """Points that the printed parts do not give, said in a note."""
    apart = data[data["apart"]]
    named = [
        f"{name} {when.year}" for name, when in zip(apart["series"], apart["when"], strict=True)
    ]
    if not named:
        return ()
    return (
        f"{listed(sorted(named))}: the published rate leaves out authorities whose numbers are "
        "not reliable or not available.",
    )
