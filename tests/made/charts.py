"""Charts of every kind, easy and nasty, for tests that draw them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from charts.spec import Badge, Chart, Kind, Mark

LONG = "Assistant Director, Safeguarding and Family Support, Children and Families Directorate"
MEETINGS = tuple(
    Mark(day, "Children and Young People Scrutiny Committee")
    for day in (
        date(2021, 5, 20), date(2021, 9, 7), date(2021, 11, 23), date(2022, 1, 25),
        date(2022, 3, 22), date(2022, 5, 24), date(2022, 7, 19), date(2022, 9, 20),
        date(2022, 11, 22),
    )
)  # fmt: skip
UPLOADS = [pd.Timestamp(meeting.when) for meeting in MEETINGS]
EVENTS = (
    Mark(date(2022, 2, 14), "New head of legal", "event"),
    Mark(date(2022, 6, 1), "The team moved to a new case system and lost a fortnight", "event"),
)
MONTHS = list(pd.date_range("2018-01-31", periods=60, freq="ME"))
NONE = float("nan")
POSITIONS = ("Overdue", "Due by next meeting", "Not due", "No date", "Complete")


def chart(key: str, kind: Kind, finding: str, data: Mapping[str, Any], **more: Any) -> Chart:
    """A chart with everything that is not at issue filled in."""
    frame = pd.DataFrame(dict(data))
    if "text" not in frame:
        frame["text"] = ["" if value != value else f"{value:g}" for value in frame["value"]]
    given: dict[str, Any] = {
        "subtitle": "Actions in the improvement plan, 34 actions, as at 22 November 2022",
        "unit": "count",
        "as_at": date(2022, 11, 22),
        "headings": {},
        "notes": ("Illustrative: made up.", "1 open action is no longer in the file."),
        "source": "2022-11-22.xlsx, sheet Plan",
    }
    return Chart(key=key, kind=kind, finding=finding, data=frame, **(given | more))


def _crossed(labels: list[str], series: list[str], values: list[list[float]]) -> dict[str, Any]:
    pairs = [(a, b, v) for a, row in zip(labels, values, strict=True)
             for b, v in zip(series, row, strict=True)]  # fmt: skip
    return {
        "label": [a for a, _, _ in pairs],
        "series": [b for _, b, _ in pairs],
        "value": [v for *_, v in pairs],
        "text": ["c" if v != v else f"{v:g}" for *_, v in pairs],
    }


def _over_time(days: list[pd.Timestamp], lines: Mapping[str, list[float]]) -> dict[str, Any]:
    return {
        "when": days * len(lines),
        "series": [name for name in lines for _ in days],
        "value": [value for values in lines.values() for value in values],
    }


STAGES = [f"{i} of 22" for i in range(25)]
DATES = {"when": "First due", "end": "Due now"}
CHARTS: tuple[Chart, ...] = (
    chart("bars.few", "bars", "The head of legal services owns 9 of the 14 overdue actions", {
        "label": ["Head of legal services", "Court team", LONG, "Social work", "No owner"],
        "value": [9, 3, 1, 0, NONE],
        "text": ["9", "3", "1", "0", "no figure: the column was blank"],
    }),
    chart("bars.below_zero", "bars",
          "A finding far longer than ten words, because the officer who wrote its rule wanted to "
          "say everything at once: <b>22 November</b> & 5 < 6 for $5 and $6", {
        "label": [f"{place} {LONG} {LONG}" for place in range(9)],
        "value": [123456, 0, -5000, 1, 2, 3, 4, 5, 6],
        "text": ["123,456", "0", "-5,000", "1", "2", "3", "4", "5", "6"],
    }),
    chart("bars.one", "bars", "One action is overdue", {"label": ["Overdue"], "value": [1.0]}),
    chart("bars.forty", "bars", "Forty owners have actions", {
        "label": [f"Role {place}" for place in range(40)], "value": list(range(40, 0, -1)),
    }, focus=("Role 3",)),
    chart("stacked.one", "stacked bars", "14 of 34 actions are overdue and 3 have no date",
          _crossed(["All actions"], list(POSITIONS), [[14, 2, 6, 3, 9]]), series_order=POSITIONS),
    chart("stacked.uneven", "stacked bars", "Court work has the most overdue actions", _crossed(
        ["Court work and pre-proceedings", "Advice", LONG, "Recruitment", "Training"],
        list(POSITIONS),
        [[8, 1, 2, 1, 4], [1, 0, 1, 0, 0], [3, 1, 20, 30, 1], [2, NONE, 2, 1, 3], [0] * 5],
    ), series_order=POSITIONS),
    chart("trend.rates", "trend", "The vacancy rate has doubled since 2021", _over_time(
        [pd.Timestamp(year, 9, 30) for year in range(2017, 2026)],
        {
            "Herefordshire": [0.12, 0.11, NONE, 0.13, 0.14, 0.2, 0.24, 0.26, 0.29],
            "West Midlands": [0.15, 0.16, 0.16, 0.17, 0.18, 0.18, 0.19, 0.195, 0.2],
            "England": [0.16, 0.16, 0.17, 0.17, 0.18, 0.18, 0.19, 0.19, 0.19],
        },
    ) | {"text": ["29%"] * 27}, unit="percent", value_title="Vacant posts, share of all"),
    chart("trend.uploads", "trend", "Completed actions have fallen behind the plan", _over_time(
        UPLOADS,
        {
            "Due by first dates": [2, 6, 10, 14, 20, 26, 30, 33, 34],
            "Due by current dates": [2, 4, 8, 10, 13, 17, 20, 25, 28],
            "Reported complete": [1, 3, 4, 6, 8, 9, 9, 10, 11],
            "Accepted by the committee": [0, 0, 0, 1, 1, 2, 3, 3, 3],
        },
    ), marks=MEETINGS + EVENTS, value_title="Actions"),
    chart("trend.one", "trend", "One upload so far: 4 complete",
          _over_time(UPLOADS[:1], {"Complete": [4]}), marks=MEETINGS[:1]),
    chart("trend.sixty", "trend", "Sixty months of six series", _over_time(
        MONTHS, {f"Series {n}": [n * 10 + place % 7 for place in range(60)] for n in range(6)},
    ), marks=tuple(Mark(day.date(), "Meeting") for day in MONTHS[::2])),
    chart("trend.together", "trend", "Five series end at the same figure", _over_time(
        UPLOADS, {f"Series {n}": [n, n, n, n, n, n, n, n, 5] for n in range(5)})),
    chart("columns.uploads", "stacked trend", "Overdue actions have grown at each meeting",
          _over_time(UPLOADS, {
              "Overdue": [0, 1, 2, 3, 4, 5, 6, 7, 8], "Due by next meeting": [2] * 9,
              "Not due": list(range(20, 2, -2)), "Complete": list(range(2, 11)),
          }), marks=MEETINGS, value_title="Actions"),
    chart("columns.one", "stacked trend", "Only one upload", _over_time(
        UPLOADS[:1], {"Permanent": [4.6], "Agency cover": [2], "Uncovered": [1.4]}), unit="fte"),
    chart("columns.sixty", "stacked trend", "Sixty uploads", _over_time(
        MONTHS, {"Before issue": [4.0] * 60, "Issued": [3.0] * 60, "Concluded": [0.0] * 60})),
    chart("dates.moved", "dumbbell", "Six actions have moved, by 118 days on average", {
        "label": ["1 Publish the scheme of delegation", f"2 {LONG}", "3 Recruit", "4 Not moved",
                  "5 Brought forward", "6 No date now"],
        "when": pd.to_datetime(["2021-09-30", "2021-12-31", "2022-01-31", "2022-03-31",
                                "2022-12-01", "2022-06-01"]),
        "end": pd.to_datetime(["2022-12-31", "2022-09-30", "2022-07-31", "2022-03-31",
                               "2022-08-01", None]),
        "value": [1.0] * 6,
        "text": ["457 days later, moved 3 times", "273 days later, moved twice", "181 days later",
                 "not moved", "123 days earlier", "date taken out"],
    }, marks=MEETINGS, headings=DATES),
    chart("dates.forty", "dumbbell", "Forty actions have moved", {
        "label": [f"{place}.1 An action with words enough for two lines" for place in range(40)],
        "when": [pd.Timestamp(2021, 9, 30)] * 40,
        "end": [pd.Timestamp(2022, 1, 1) + pd.Timedelta(days=9 * p) for p in range(40)],
        "value": [1.0] * 40, "text": [f"{9 * place + 93} days later" for place in range(40)],
    }, marks=MEETINGS, headings=DATES),
    chart("bridge", "bridge", "Open actions rose from 21 to 23", {
        "label": ["Open at 20 September 2022", "New", "Reopened", "Completed",
                  "No longer listed", "Open at 22 November 2022"],
        "series": ["total", "up", "up", "down", "down", "total"],
        "value": [21, 5, 1, -3, -1, 23], "text": ["21", "+5", "+1", "−3", "−1", "23"],
    }),
    chart("run.limits", "run chart", "Advice on time has been below its mean for seven months", {
        "when": MONTHS[:18],
        "value": [0.84, 0.79, 0.8, 0.78, 0.76, 0.79, 0.81, 0.89, 0.8, 0.87, 0.89, 0.8, 0.88, 0.84,
                  0.78, 0.82, 0.8, 0.79],
        "text": ["80%"] * 18,
        "centre": [0.8] * 10 + [0.7] * 8, "lower": [0.66] * 10 + [0.58] * 8,
        "upper": [0.94] * 10 + [0.82] * 8, "target": [0.95] * 18,
        "signal": [""] * 9 + ["improvement"] * 2 + ["concern"] * 5 + ["change", ""],
    }, unit="percent", headings={"centre": "Mean"},
        marks=(Mark(date(2018, 11, 1), "New system", "step"),), badges=(
            Badge("Variation", "better, by more than the usual ups and downs", "H", "▲",
                  "improvement"),
            Badge("Against the target", "expected to keep missing the target", "F", "▼",
                  "concern"),
            Badge("Variation", "changed by more than the usual ups and downs", "L", "▼", "change"),
            Badge("Variation", "within the usual ups and downs", "", "●", "none"),
            Badge("Against the target", "may meet the target one time and miss it the next",
                  "?", "◆", "none"),
        )),
    chart("run.short", "run chart", "7 of 12 points so far: no limits yet", {
        "when": MONTHS[:7], "value": [3, 5, 4, 6, 5, NONE, 8],
        "text": ["3", "5", "4", "6", "5", "x", "8"], "centre": [5.0] * 7, "lower": [NONE] * 7,
        "upper": [NONE] * 7, "target": [NONE] * 7, "signal": [""] * 7,
    }, headings={"centre": "Median"}),
    chart("posts", "posts", "Three of nine posts in the team have nobody in them", _crossed(
        ["Senior solicitors", "Solicitors", "Paralegals"],
        ["Permanent", "Agency cover", "Uncovered"], [[1, 1, 1], [2.6, 0, 1], [2, 0, 0.4]])),
    chart("grid.percent", "grid", "Middle managers are the least trained", _crossed(
        ["Social workers", "Middle managers", "Senior officers", "Councillors", "New starters"],
        ["Human Rights Act workshop", "Section 20", "Pre-proceedings", "Court statements"],
        [[0.1 * (row + column) for column in range(4)] for row in range(5)],
    ) | {"text": STAGES[:20]}, unit="percent"),
    chart("grid.wide", "grid", "Cases by stage at each meeting", _crossed(
        ["Potential claim identified", "Notified", "Under investigation", "Issued"],
        [f"{day.day} {day:%b %Y}" for day in UPLOADS], [[1, 2, NONE, 0, 3, 1, 2, 2, 1]] * 4)),
)  # fmt: skip
