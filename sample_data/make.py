"""Writes the sample plans' workbooks. Run: python -m sample_data.make

Each folder of workbooks is one plan; each workbook is what officers would have sent for one
meeting, named by its as-at date. ``recorded.json`` beside them is what officers recorded in the
dashboard itself. The same content always gives the same files.
"""

import csv
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sample_data import (
    legal_actions,
    legal_cases,
    legal_dates,
    legal_indicators,
    legal_posts,
    legal_training,
    recorded,
    section_20,
)
from sample_data.sheets import Sheet, write
from sample_data.story import day, rows_at

FOLDER = Path(__file__).parent
LICENCE = (
    "Source: Department for Education, Children's social work workforce 2017 to 2025. "
    "Open Government Licence v3.0."
)
COMMITTEE = "Children and Young People Scrutiny Committee"
ABOUT_LEGAL = {
    "Plan": "Children's Legal Team Improvement Plan",
    "Committee": COMMITTEE,
    "Council": "Herefordshire Council",
    "Area": "Herefordshire, County of",
    "Illustrative": (
        "Illustrative: made up to show the dashboard. Only recommendations a to f and the two "
        "actions of 7 September 2021 are real (shortened), and the Department for Education's "
        "workforce figures."
    ),
    "Based on": "Committee minutes, 7 September 2021, item 30 (Herefordshire Council)",
}
ABOUT_SECTION_20 = {
    "Plan": "Section 20 review",
    "Committee": COMMITTEE,
    "Council": "Herefordshire Council",
    "Area": "Herefordshire, County of",
    "Illustrative": (
        "Illustrative: made up to show the dashboard. Real are the report of 12 November 2018, "
        "its seven recommendations' acceptance in January 2019 (not their wording), and the "
        "Department for Education's workforce figures."
    ),
    "Based on": "Committee minutes, 12 November 2018, item 37 (Herefordshire Council)",
}
LEGAL_MEETINGS = (
    *("20/05/2021", "07/09/2021", "23/11/2021", "25/01/2022", "22/03/2022", "24/05/2022"),
    *("19/07/2022", "20/09/2022", "22/11/2022", "24/01/2023", "21/03/2023"),
)
SECTION_20_MEETINGS = (
    *("12/11/2018", "12/03/2019", "16/07/2019", "17/03/2020", "15/03/2022", "19/03/2024"),
    *("17/03/2026", "16/03/2027"),
)
LEGAL_EVENTS = (
    ("16/04/2021", "Judgment published and plan agreed"),
    ("15/11/2021", "Service level agreement signed"),
    ("07/03/2022", "Permanent head of children's legal started"),
    ("12/08/2022", "Principal lawyer left"),
)
SECTION_20_EVENTS = (
    ("18/01/2019", "Executive answered the seven recommendations"),
    ("16/04/2021", "Judgment published on the children's legal team"),
)
LEGAL_TARGETS = (
    ("Training coverage", "Social workers", 1, "31/12/2022"),
    ("Training coverage", "Middle managers", 0.9, "31/12/2022"),
    ("Uncovered gap", "", 0, "31/12/2022"),
    ("Actions reported complete", "", 1, "31/03/2023"),
)
SECTION_20_TARGETS = (("Vacancy rate", "", 0.15, "30/09/2026"),)


def main() -> None:
    """Write every workbook of both plans."""
    legal = FOLDER / "childrens_legal_team"
    for when in legal_dates.MEETINGS:
        write_one(legal, when, ABOUT_LEGAL, legal_sheets(when))
    record(legal, recorded.LEGAL)
    review = FOLDER / "section_20_review"
    for when in section_20.MEETINGS:
        write_one(review, when, ABOUT_SECTION_20, section_20_sheets(when))
    record(review, recorded.SECTION_20)


def write_one(folder: Path, when: str, about: dict[str, str], sheets: Sequence[Sheet]) -> None:
    """Write the workbook of one meeting."""
    facts = [{"Fact": fact, "Answer": answer} for fact, answer in about.items()]
    first = Sheet("About", {"Fact": 16, "Answer": 90}, facts)
    path = folder / f"{when}.xlsx"
    as_at = date.fromisoformat(when)
    write(path, about["Plan"], as_at, about["Illustrative"], [first, *sheets])


def record(folder: Path, lines: Iterable[recorded.Recorded]) -> None:
    """Write what officers recorded, one judgement a line."""
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (folder / "recorded.jsonl").write_text(text, encoding="utf-8", newline="\n")


def legal_sheets(when: str) -> list[Sheet]:
    """The sheets of the legal team's plan at a date."""
    return [
        Sheet("Actions", legal_actions.WIDTHS, rows_at(legal_actions.ACTIONS, when)),
        Sheet("Posts", legal_posts.POST_WIDTHS, rows_at(legal_posts.POSTS, when)),
        Sheet("Capacity", legal_posts.CAPACITY_WIDTHS, ended(legal_posts.CAPACITY, "Month", when)),
        workforce(when),
        Sheet("Human Rights Act cases", legal_cases.CASE_WIDTHS, rows_at(legal_cases.CASES, when)),
        Sheet("Training by group", legal_training.COHORT_WIDTHS, legal_training.cohorts(when)),
        Sheet(
            "Training events",
            legal_training.EVENT_WIDTHS,
            ended(legal_training.EVENTS, "Date held", when),
        ),
        Sheet(
            "Indicators",
            legal_indicators.INDICATOR_WIDTHS,
            ended(legal_indicators.INDICATORS, "Period", when),
        ),
        *plan_sheets(when, LEGAL_MEETINGS, LEGAL_TARGETS, LEGAL_EVENTS),
        Sheet("Key", {"In this file": 14, "Means": 40, "Read as": 16}, legal_actions.KEY),
    ]


def section_20_sheets(when: str) -> list[Sheet]:
    """The sheets of the section 20 review at a date; those without rows are not there."""
    unused = {"Theme", "RAG", "% complete", "Success measure"}
    widths = {name: width for name, width in legal_actions.WIDTHS.items() if name not in unused}
    sheets = [
        Sheet("Actions", widths, rows_at(section_20.ACTIONS, when)),
        workforce(when),
        Sheet("Training by group", legal_training.COHORT_WIDTHS, section_20.cohorts(when)),
        Sheet(
            "Indicators",
            legal_indicators.INDICATOR_WIDTHS,
            ended(section_20.AUDITS, "Period", when),
        ),
        *plan_sheets(when, SECTION_20_MEETINGS, SECTION_20_TARGETS, SECTION_20_EVENTS),
    ]
    return [sheet for sheet in sheets if sheet.rows]


def plan_sheets(
    when: str,
    meetings: Iterable[str],
    targets: Iterable[tuple[str, str, float, str]],
    events: Iterable[tuple[str, str]],
) -> list[Sheet]:
    """Meetings, targets and the events there had been."""
    held = [{"Date": day(on), "Event": text} for on, text in events]
    return [
        Sheet(
            "Meetings",
            {"Meeting date": 16, "Meeting": 50},
            [{"Meeting date": day(on), "Meeting": COMMITTEE} for on in meetings],
        ),
        Sheet(
            "Targets",
            {"Measure": 30, "For": 24, "Target": 10, "By": 14},
            [
                {"Measure": measure, "For": series, "Target": value, "By": day(by)}
                for measure, series, value, by in targets
            ],
        ),
        Sheet("Events", {"Date": 14, "Event": 50}, ended(held, "Date", when)),
    ]


def ended(rows: Iterable[dict[str, Any]], field: str, when: str) -> list[dict[str, Any]]:
    """The rows whose date had come."""
    return [row for row in rows if row[field] <= date.fromisoformat(when)]


def workforce(when: str) -> Sheet:
    """The Department's figures that were out by a date, under its own headings.

    The count is on 30 September; figures come out at the end of the February after.
    """
    with (FOLDER / "workforce.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            {heading: number(cell) for heading, cell in row.items()}
            for row in csv.DictReader(file)
            if date(int(row["time_period"]) + 1, 2, 28) <= date.fromisoformat(when)
        ]
    widths = dict.fromkeys(rows[0], 12) if rows else {}
    return Sheet("Workforce", widths, rows, notes=(LICENCE,))


def number(cell: str) -> Any:
    """A cell of the Department's file: a number where it is one."""
    try:
        return float(cell)
    except ValueError:
        return cell


if __name__ == "__main__":
    main()
