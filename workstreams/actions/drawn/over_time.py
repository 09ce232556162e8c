"""Completion over time: the burn-up against both planned paths, and what stood open."""

from datetime import date

import pandas as pd

from charts.palette import Meaning
from charts.spec import Chart
from measures.actions.completion import over_time, planned_path
from measures.actions.counts import ids
from measures.figures import printed
from workstreams.actions.book import Book, book
from workstreams.actions.draft import chart, with_text
from workstreams.marks import marks
from workstreams.view import View
from workstreams.wording import are, counted, day, sentence, was

ALL = "In the plan"
CLAIMED = "Reported complete"
EVIDENCED = "With evidence"
ACCEPTED = "Accepted by the committee"
BY_FIRST = "Due by first dates"
BY_CURRENT = "Due by current dates"
BURN_UP = (ALL, BY_FIRST, BY_CURRENT, CLAIMED, EVIDENCED, ACCEPTED)
LATE, IN_TIME = "Overdue", "Open, not overdue"
MEANINGS: dict[str, Meaning] = {
    BY_FIRST: "before",
    BY_CURRENT: "planned",
    CLAIMED: "done",
    LATE: "attention",
    IN_TIME: "on course",
}


def burn_up(view: View) -> Chart | None:
    """How many are complete at each snapshot, against how many were to be by then."""
    found = book(view)
    if found.in_scope.empty:
        return None
    series = over_time(found.lives, found.stand)
    lines = [
        _line(series, "in_scope", ALL),
        _line(series, "complete", CLAIMED),
        _line(series, "evidenced", EVIDENCED),
        _line(series, "accepted", ACCEPTED),
        *_paths(found, series),
    ]
    data = with_text(pd.concat(lines, ignore_index=True))
    data["records"] = _reached(found, data)
    now = series.iloc[-1]
    return chart(
        found,
        "burn_up",
        "trend",
        _burn_up_finding(found, now),
        "Actions in the plan, complete, and due by each date",
        data,
        {"when": "As at", "series": "Line", "value": "Actions"},
        by_status=True,
        measure="complete",
        series_order=BURN_UP,
        meanings=MEANINGS,
        summary=_burn_up_summary(found, series),
        notes=[
            *_scope(series),
            *_gap(found),
            "After the as-at date the two “due by” lines are plans: they count today’s actions "
            "by their due dates.",
        ],
    )


def _line(series: pd.DataFrame, column: str, name: str) -> pd.DataFrame:
    return pd.DataFrame(
        {"when": series["when"], "series": name, "value": series[column].astype("float64")}
    )


def _paths(found: Book, series: pd.DataFrame) -> list[pd.DataFrame]:
    """Both planned paths: as they stood at each snapshot, then as they stand now, to the end."""
    lines = []
    for column, past, name in (
        ("first_due", "by_first", BY_FIRST),
        ("current_due", "by_current", BY_CURRENT),
    ):
        path = planned_path(found.now, column)
        if path.empty:
            continue
        ahead = path[path["when"] > pd.Timestamp(found.as_at)].assign(series=name)
        lines += [_line(series, past, name), ahead[["when", "series", "value"]]]
    return lines


def _reached(found: Book, data: pd.DataFrame) -> pd.Series:
    """The records behind each point from the view's date on; none behind the earlier ones."""
    now, shown = found.in_scope, found.in_scope["evidence_position"]
    counted_now = {
        ALL: now,
        CLAIMED: now[now["complete"]],
        EVIDENCED: now[shown.isin(("evidenced", "accepted"))],
        ACCEPTED: now[shown == "accepted"],
    }
    due = {BY_FIRST: "first_due", BY_CURRENT: "current_due"}
    behind = [
        ()
        if when < pd.Timestamp(found.as_at)
        else ids(now[now[due[name]] <= when] if name in due else counted_now[name])
        for when, name in zip(data["when"], data["series"], strict=True)
    ]
    return pd.Series(behind, index=data.index, dtype="object")


def _burn_up_finding(found: Book, now: pd.Series) -> str:
    done, scope = int(now["complete"]), int(now["in_scope"])
    said = f"{done} of {counted(scope, 'action')} {are(done)} reported complete"
    planned, moved = int(now["by_first"]), int(now["by_current"])
    if planned <= done:
        return f"{said}, at least as many as the first due dates asked for by now"
    if moved < planned:
        return f"{said}; {planned} were due by now at first, and {moved} after dates were moved"
    return f"{said}; {planned} were due by now"


def _burn_up_summary(found: Book, series: pd.DataFrame) -> str:
    first, last = series.iloc[0], series.iloc[-1]
    parts = [
        f"On {day(first['when'])} {int(first['complete'])} of "
        f"{counted(int(first['in_scope']), 'action')} were reported complete, on "
        f"{day(last['when'])} {int(last['complete'])} of {int(last['in_scope'])}; "
        f"{int(last['evidenced'])} of these have evidence and {int(last['accepted'])} are accepted."
    ]
    return " ".join([*parts, *_scope(series), *_gap(found)])


def _scope(series: pd.DataFrame) -> list[str]:
    """How many actions came into the plan after its first upload, and how many left it."""
    if len(series) < 2:
        return []
    added, dropped = int(series["added"].iloc[1:].sum()), int(series["dropped"].iloc[-1])
    return [
        f"Since {day(series['when'].iloc[0])} {counted(added, 'action')} {was(added)} added and "
        f"{dropped or 'none'} withdrawn or merged."
    ]


def _gap(found: Book) -> list[str]:
    """How far apart the two lines of due dates are, in days, on average."""
    dated = found.in_scope[found.in_scope["first_due"].notna()]
    slip = (dated["current_due"] - dated["first_due"]).dt.days
    if not slip.notna().any():
        return []
    days = float(slip.mean())
    apart = printed(abs(days), "days")
    way = "later" if days >= 0 else "earlier"
    return [f"On average the current due dates are {apart} {way} than the first ones."]


def open_over_time(view: View) -> Chart | None:
    """What was open at each snapshot, overdue or not."""
    found = book(view)
    series = over_time(found.lives, found.stand)
    if len(series) < 2:
        return None
    names = {
        LATE: series["overdue"],
        IN_TIME: series["open"] - series["overdue"],
    }
    data = pd.concat(
        [
            pd.DataFrame({"when": series["when"], "series": name, "value": values.astype(float)})
            for name, values in names.items()
        ],
        ignore_index=True,
    )
    behind = _behind(found)
    latest = data["when"] == data["when"].max()
    data["records"] = [
        behind[name] if now else () for name, now in zip(data["series"], latest, strict=True)
    ]
    before, after = int(series["overdue"].iloc[0]), int(series["overdue"].iloc[-1])
    first: date = series["when"].iloc[0].date()
    return chart(
        found,
        "open_over_time",
        "stacked trend",
        _overdue_finding(before, after, first),
        "Open actions at each upload, by whether they were overdue then",
        with_text(data),
        {"when": "As at", "series": "How they stand", "value": "Open actions"},
        of=found.open,
        measure="overdue",
        series_order=tuple(names),
        meanings=MEANINGS,
        focus=(LATE,),
        dated=marks(view, first, found.as_at),
    )


def _overdue_finding(before: int, after: int, first: date) -> str:
    said = f"{sentence(counted(after, 'action'))} {are(after)} overdue"
    if before == after:
        return f"{said}, as many as on {day(first)}"
    more = "more" if after > before else "fewer"
    return f"{said}, {abs(after - before)} {more} than on {day(first)}"


def _behind(found: Book) -> dict[str, tuple[int, ...]]:
    late = found.open["date_position"] == "overdue"
    return {LATE: ids(found.open[late]), IN_TIME: ids(found.open[~late])}
