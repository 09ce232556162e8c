"""The charts of training."""

import pandas as pd

from charts.spec import Chart
from measures.training import PARTS, coverage, words
from workstreams.drawn import chart
from workstreams.source import source
from workstreams.training import wording
from workstreams.training.coverage import Training, attended, training
from workstreams.training.drawn import coverage_chart, tidy
from workstreams.training.figures import since, worst
from workstreams.view import View
from workstreams.wording import counted, day, sentence

ROWS = 12
"""How many groups and courses a bar chart has room for."""
LINES = 5
"""How many staff groups are drawn as lines of their own."""
EVERYONE = "All staff in scope"
REPEAT = "Attendances, people may repeat: not divided by staff."


def grid(view: View) -> Chart | None:
    """Coverage of each staff group in each course, as n of N."""
    found = training(view)
    rows = worst(found, found.now) if len(found.frame) else found.frame
    if rows.empty:
        return None
    order = coverage(found.shown(found.now), ["cohort"]).sort_values("share", kind="stable")
    courses = sorted(rows["course"].unique())
    at = {(row["cohort"], row["course"]): row for _, row in rows.iterrows()}
    data = [
        _cell(found, str(cohort), course, at.get((cohort, course)))
        for cohort in order["cohort"]
        for course in courses
    ]
    return coverage_chart(
        view,
        found,
        "grid",
        "grid",
        wording.lowest(found),
        tidy(data, "label"),
        headings={"label": "Staff group", "series": "Course", "value": "In date"},
        summary="Each cell gives how many of the people in scope are in date.",
    )


def _cell(found: Training, cohort: str, course: str, row: pd.Series | None) -> list[object]:
    if row is None:
        return [cohort, course, float("nan"), "none in scope", ()]
    now = found.now
    ids = now[now["cohort"].eq(cohort) & now["course"].eq(course)]["records"].iloc[0]
    return [cohort, course, float(row["share"]), words(row), ids]


def parts(view: View) -> Chart | None:
    """People in date, expired, booked and never trained, by group and course."""
    found = training(view)
    rows = worst(found, found.now) if len(found.frame) else found.frame
    if rows.empty:
        return None
    several = len(set(rows["course"])) > 1
    drawn = rows.head(ROWS)
    names = _used(drawn)
    now = found.now.set_index(["cohort", "course"])["records"]
    data = []
    for _, row in drawn.iterrows():
        label = f"{row['cohort']}: {row['course']}" if several else str(row["cohort"])
        ids = now[(row["cohort"], row["course"])]
        for part, name in names.items():
            data.append([label, name, float(row[part]), f"{row[part]:.0f}", ids])
    left = f", the {ROWS} with the lowest coverage of {len(rows)}" if len(rows) > ROWS else ""
    return coverage_chart(
        view,
        found,
        "parts",
        "stacked bars",
        wording.not_in_date(found),
        tidy(data, "label"),
        unit="count",
        headings={"label": "Staff group", "series": "How it stands", "value": "People"},
        what=f"by staff group{' and course' if several else ''}{left}",
        summary=wording.lowest(found) + ".",
    )


def over_time(view: View) -> Chart | None:
    """Coverage at each date, for everybody and for the staff groups with the lowest coverage."""
    found = training(view)
    if len(found.frame) == 0:
        return None
    shown = found.shown(found.frame)
    now = coverage(found.shown(found.now), ["cohort"]).sort_values("share", kind="stable")
    drawn = [str(cohort) for cohort in now["cohort"].head(LINES)]
    by_group = coverage(shown[shown["cohort"].isin(drawn)], ["as_at", "cohort"])
    ids = shown.groupby(["as_at", "cohort"])["records"].sum()
    data = [
        [row["as_at"], row["cohort"], *_share(row), ids[(row["as_at"], row["cohort"])]]
        for _, row in by_group.iterrows()
    ]
    if found.totals:
        totals = coverage(found.frame, ["as_at"])
        data += [
            [row["as_at"], EVERYONE, *_share(row), _behind(found, row["as_at"])]
            for _, row in totals.iterrows()
        ]
        drawn.append(EVERYONE)
    left = f", the {LINES} groups with the lowest coverage" if len(now) > LINES else ""
    return coverage_chart(
        view,
        found,
        "over_time",
        "trend",
        wording.headline(found),
        tidy(data, "when"),
        series_order=tuple(drawn),
        headings={"when": "As at", "series": "Staff group", "value": "In date"},
        what=f"share in date by staff group{left}",
        focus=tuple(drawn[:1]),
    )


def _share(row: pd.Series) -> tuple[float, str]:
    if pd.isna(row["share"]):
        return float("nan"), "none in scope"
    return float(row["share"]), f"{wording.share(row)} ({words(row)})"


def both_numbers(view: View) -> Chart | None:
    """How many pieces of training there are at each date, and which part each falls in."""
    found = training(view)
    if len(found.frame) == 0 or not found.totals:
        return None
    totals = coverage(found.frame, ["as_at"])
    names = _used(totals)
    data = [
        [
            row["as_at"],
            name,
            float(row[part]),
            f"{row[part]:.0f}",
            _behind(found, row["as_at"], part),
        ]
        for _, row in totals.iterrows()
        for part, name in names.items()
    ]
    total = found.total(found.now)
    moved = wording.both_sides(found)
    plain = f"{words(total)} pieces of training are in date"
    return coverage_chart(
        view,
        found,
        "both_numbers",
        "stacked trend",
        moved or plain,
        tidy(data, "when"),
        unit="count",
        measure="training.in_scope",
        headings={"when": "As at", "series": "How it stands", "value": "Pieces of training"},
        what="pieces of training by how they stand",
        summary=f"{plain}." if moved else "",
    )


def _behind(found: Training, when: pd.Timestamp, part: str = "in_scope") -> tuple[int, ...]:
    """The records behind a total at a date: those of the groups that have anybody in a part."""
    rows = found.shown(found.frame)
    rows = rows[(rows["as_at"] == when) & rows["adds_up"] & (rows[part] > 0)]
    return tuple(sorted(record for ids in rows["records"] for record in ids))


def untrained(view: View) -> Chart | None:
    """How many people were never trained, by group and course, the most first."""
    found = training(view)
    rows = found.shown(found.now) if len(found.frame) else found.frame
    if rows.empty:
        return None
    rows = rows[rows["adds_up"] & (rows["never"] > 0)]
    if rows.empty:
        return None
    rows = rows.sort_values("never", ascending=False, kind="stable").head(ROWS)
    several = len(set(found.now["course"])) > 1
    data = [
        [
            f"{row['cohort']}: {row['course']}" if several else row["cohort"],
            "",
            float(row["never"]),
            f"{row['never']:.0f} of {row['in_scope']:.0f}",
            row["records"],
        ]
        for _, row in rows.iterrows()
    ]
    return coverage_chart(
        view,
        found,
        "untrained",
        "bars",
        wording.untrained(found),
        tidy(data, "label").drop(columns="series"),
        unit="count",
        measure="training.never",
        headings={"label": "Staff group", "value": "Never trained"},
        what="people never trained, of those in scope",
    )


def events(view: View) -> Chart | None:
    """How many attended each of the latest events; never divided by staff."""
    held = attended(view)
    if held.empty:
        return None
    recent = since(view, held)
    people = round(recent["attended"].sum())
    listed = held["as_at"].max().date()
    old = view.since is not None and listed <= view.since
    if old:
        recent, people = held, round(held["attended"].sum())
    compared = view.since if not old else None
    until = f"since {day(compared)}" if compared else f"up to {day(listed)}"
    if compared and listed < view.as_at:
        until += f", on the list as at {day(listed)}"
    finding = (
        f"{counted(people, 'attendance')} at {counted(len(recent), 'event')} {until}"
        if len(recent)
        else f"No training event {'has been' if compared else 'was'} held {until}"
    )
    data = []
    for record, row in held.tail(ROWS).iterrows():
        group = "" if pd.isna(row["cohort"]) else f" ({row['cohort']})"
        label = f"{row['held_date'].day} {row['held_date']:%b %Y}: {row['course']}{group}"
        seats = row["attended"]
        text = "not given" if pd.isna(seats) else f"{seats:.0f}"
        data.append([label, "", float(seats), text, (record,)])
    left = f", the latest {ROWS} of {len(held)}" if len(held) > ROWS else ""
    return chart(
        view,
        "training.events",
        "bars",
        sentence(finding),
        (f"Attendances at training events{left}", counted(len(held), "event")),
        tidy(data, "label").drop(columns="series"),
        {"label": "Event", "value": "Attendances"},
        as_at=listed,
        measure="training.attendances",
        notes=(REPEAT, view.plan.illustrative),
        source=source(view, held),
    )


def _used(rows: pd.DataFrame) -> dict[str, str]:
    """The four parts, and the fifth only where some people's position was not given."""
    return {part: PARTS[part] for part in PARTS if part != "unsplit" or rows[part].sum() > 0}


CHARTS = (grid, parts, over_time, both_numbers, untrained, events)
