"""The series the sample plan is judged by. All made up.

Each is a list of values from April 2021 on, by month or by meeting; a workbook reports those
whose period had ended.
"""

from datetime import date
from typing import Any

from sample_data.legal_posts import MONTHS
from sample_data.story import day

ADVICE = "Legal advice given within the agreed time"
AFTER = "Meetings held after court proceedings ended"
WEEKS = "Care proceedings finished within 26 weeks"
KNOWLEDGE = "Managers who know when to ask for legal advice"
ESCALATIONS = "Disagreements escalated to a senior officer"
CALL_INS = "Decisions called in by councillors"

# (number in time, out of) each month: better after the agreement, worse while cases rose.
ADVICE_ON_TIME = (
    *((41, 66), (43, 70), (45, 69), (40, 64), (38, 61), (47, 71)),
    *((50, 70), (55, 71), (52, 63), (57, 70), (51, 70), (50, 74)),
    *((52, 75), (56, 73), (60, 72), (61, 70), (55, 62), (60, 68), (63, 69)),
)
# Worse: fewer cases end in time while court and council both wait.
IN_26_WEEKS = (
    *((5, 9), (4, 8), (5, 9), (4, 7), (3, 6), (5, 10)),
    *((4, 9), (4, 9), (3, 7), (3, 8), (3, 9), (2, 8)),
    *((2, 9), (2, 8), (2, 9), (2, 8), (2, 7), (2, 9), (1, 8)),
)
MEETINGS_AFTER = (
    *((1, 9), (2, 8), (2, 9), (2, 7), (1, 6), (3, 10)),
    *((3, 9), (4, 9), (3, 7), (4, 8), (6, 9), (7, 8)),
    *((6, 9), (3, 8), (4, 9), (5, 8), (4, 6), (6, 9), (7, 9)),
)
ESCALATED = (3, 2, 4, 1, 2, 3, 5, 4, 2, 3, 6, 7, 5, 3, 2, 3, 1, 2, 3)
SURVEYS = (("31/12/2021", 22, 41), ("30/06/2022", 25, 40), ("31/10/2022", 31, 42))
QUARTERS = (
    *(("30/06/2021", 0), ("30/09/2021", 0), ("31/12/2021", 1), ("31/03/2022", 0)),
    *(("30/06/2022", 1), ("30/09/2022", 2)),
)


def share(
    name: str, when: date, number: int, base: int, target: float, note: str = ""
) -> dict[str, Any]:
    """A percentage in one period, from the two numbers it is made of."""
    return {
        "Indicator": name,
        "Period": when,
        "Value": number / base,
        "Number": number,
        "Out of": base,
        "Unit": "percent",
        "Target": target,
        "Better when": "higher",
        "Note": note,
    }


def monthly(
    name: str, counts: tuple[tuple[int, int], ...], target: float, note: str = ""
) -> list[dict[str, Any]]:
    """A percentage for each month."""
    found = zip(MONTHS, counts, strict=True)
    return [share(name, month, number, base, target, note) for month, (number, base) in found]


def counted(name: str, when: date, value: int, better: str, note: str = "") -> dict[str, Any]:
    """One count in one period, with no target."""
    row: dict[str, Any] = {"Indicator": name, "Period": when, "Value": value, "Unit": "count"}
    return row | {"Better when": better, "Note": note}


INDICATORS = (
    *monthly(ADVICE, ADVICE_ON_TIME, 0.9, "Service level agreement signed on 15 November 2021."),
    *monthly(AFTER, MEETINGS_AFTER, 1, "Required since March 2022."),
    *monthly(WEEKS, IN_26_WEEKS, 0.6),
    *(
        share(KNOWLEDGE, day(when), yes, asked, 0.9, "Survey of team and service managers.")
        for when, yes, asked in SURVEYS
    ),
    *(
        counted(ESCALATIONS, month, value, "neutral")
        for month, value in zip(MONTHS, ESCALATED, strict=True)
    ),
    *(counted(CALL_INS, day(when), value, "neutral") for when, value in QUARTERS),
)
INDICATOR_WIDTHS = {
    "Indicator": 44,
    "Period": 14,
    "Value": 10,
    "Number": 10,
    "Out of": 10,
    "Unit": 10,
    "Target": 10,
    "Better when": 12,
    "Note": 40,
}
