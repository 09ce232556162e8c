"""Training in the sample plan, by staff group and course, and the sessions held. All made up.

The five groups are those of the minutes of 7 September 2021: social workers, middle managers,
senior officers, councillors, new starters.
"""

from collections.abc import Mapping
from typing import Any

from sample_data.legal_dates import MEETINGS
from sample_data.story import day

RIGHTS = "Human Rights Act workshop"
LEGAL = "When to ask for legal advice"
CALL_IN = "The call-in procedure"
ESCALATION = "Escalation and second opinion"
INDUCTION = "Legal planning induction"

COUNTED = ("In role", "In date", "Expired", "Booked")
COHORTS: dict[tuple[str, str], dict[str, tuple[int, ...]]] = {
    # One number a meeting, up to the last; the rest of those in role were never trained.
    ("Social workers", RIGHTS): {
        "In role": (96, 98, 97, 94, 92, 90, 91, 93, 95),
        "In date": (0, 14, 43, 58, 64, 66, 75, 80, 78),
        "Expired": (0, 0, 0, 0, 0, 0, 0, 2, 8),
        "Booked": (0, 20, 12, 10, 0, 14, 10, 6, 4),
    },
    ("Social workers", LEGAL): {
        "In role": (96, 98, 97, 94, 92, 90, 91, 93, 95),
        "In date": (31, 44, 52, 55, 58, 57, 60, 66, 67),
        "Expired": (6, 6, 7, 8, 8, 9, 10, 11, 12),
        "Booked": (0, 8, 0, 6, 0, 0, 8, 0, 6),
    },
    # The group that the committee asked about, and that nobody trained.
    ("Middle managers", LEGAL): {
        "In role": (24, 24, 23, 23, 22, 22, 23, 23, 24),
        "In date": (0, 0, 0, 4, 4, 3, 3, 3, 3),
        "Expired": (0, 0, 0, 0, 0, 0, 0, 0, 0),
        "Booked": (0, 0, 6, 0, 0, 0, 0, 8, 8),
    },
    ("Middle managers", RIGHTS): {
        "In role": (24, 23, 23, 22, 22, 23, 23, 24),
        "In date": (0, 0, 0, 0, 0, 0, 0, 0),
        "Expired": (0, 0, 0, 0, 0, 0, 0, 0),
        "Booked": (0, 0, 0, 0, 0, 0, 0, 0),
    },
    ("Senior officers", ESCALATION): {
        "In role": (9, 9, 9, 9, 8, 9, 9),
        "In date": (0, 6, 8, 8, 8, 8, 9),
        "Expired": (0, 0, 0, 0, 0, 0, 0),
        "Booked": (9, 3, 0, 0, 0, 1, 0),
    },
    ("Councillors", CALL_IN): {
        "In role": (53, 53, 53, 53, 53, 53, 53),
        "In date": (0, 0, 0, 0, 0, 6, 13),
        "Expired": (0, 0, 0, 0, 0, 0, 0),
        "Booked": (0, 0, 0, 0, 18, 12, 9),
    },
    ("New starters", INDUCTION): {
        "In role": (11, 13, 10, 8, 9, 12, 14, 12),
        "In date": (2, 9, 9, 8, 8, 10, 13, 11),
        "Expired": (0, 0, 0, 0, 0, 0, 0, 0),
        "Booked": (5, 4, 1, 0, 1, 2, 1, 1),
    },
}
COHORT_WIDTHS = {
    "Staff group": 20,
    "Course": 34,
    "In role": 10,
    "In date": 10,
    "Expired": 10,
    "Booked": 10,
    "Never trained": 10,
    "Exempt": 10,
}


def cohort(group: str, course: str, counts: Mapping[str, int]) -> dict[str, Any]:
    """One staff group and course in a workbook; whoever is not counted was never trained."""
    never = 2 * counts["In role"] - sum(counts.values())
    told = {"Staff group": group, "Course": course}
    return told | counts | {"Never trained": never, "Exempt": 0}


def cohorts(when: str) -> list[dict[str, Any]]:
    """The counts by staff group and course that one workbook reports."""
    back = MEETINGS.index(when) - len(MEETINGS)
    return [
        cohort(group, course, {name: told[back] for name, told in counts.items()})
        for (group, course), counts in COHORTS.items()
        if len(counts["In role"]) >= -back
    ]


EVENTS = tuple(
    {
        "Date held": day(held),
        "Course": course,
        "Staff group": group,
        "Attended": attended,
    }
    for held, course, group, attended in (
        ("16/06/2021", LEGAL, "Social workers", 15),
        ("13/07/2021", RIGHTS, "Social workers", 14),
        ("05/10/2021", RIGHTS, "Social workers", 16),
        ("02/11/2021", RIGHTS, "Social workers", 15),
        ("09/12/2021", ESCALATION, "Senior officers", 6),
        ("14/12/2021", RIGHTS, "Social workers", 17),
        ("18/01/2022", LEGAL, "Middle managers", 4),
        ("15/02/2022", RIGHTS, "Social workers", 9),
        ("08/03/2022", ESCALATION, "Senior officers", 2),
        ("14/06/2022", RIGHTS, "Social workers", 13),
        ("06/09/2022", RIGHTS, "Social workers", 8),
        ("13/09/2022", CALL_IN, "Councillors", 6),
        ("18/10/2022", CALL_IN, "Councillors", 7),
        ("08/11/2022", LEGAL, "Social workers", 11),
    )
)
EVENT_WIDTHS = {"Date held": 14, "Course": 34, "Staff group": 20, "Attended": 10}
