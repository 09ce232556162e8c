"""Training in the sample plan, by staff group and course, and the sessions held. All made up.

The five groups are those of the minutes of 7 September 2021: social workers, middle managers,
senior officers, councillors, new starters.
"""

from typing import Any

from sample_data.legal_actions import (
    JAN22,
    JUL22,
    MAR22,
    MAY21,
    MAY22,
    NOV21,
    NOV22,
    SEP21,
    SEP22,
)
from sample_data.story import day

MEETINGS = (MAY21, SEP21, NOV21, JAN22, MAR22, MAY22, JUL22, SEP22, NOV22)
Counts = tuple[int, int, int, int]
RIGHTS = "Human Rights Act workshop"
LEGAL = "When to ask for legal advice"
CALL_IN = "The call-in procedure"
ESCALATION = "Escalation and second opinion"
INDUCTION = "Legal planning induction"

COHORTS: dict[tuple[str, str], tuple[Counts | None, ...]] = {
    # One entry a meeting: in role, in date, expired, booked; the rest were never trained.
    ("Social workers", RIGHTS): (
        (96, 0, 0, 0),
        (98, 14, 0, 20),
        (97, 43, 0, 12),
        (94, 58, 0, 10),
        (92, 64, 0, 0),
        (90, 66, 0, 14),
        (91, 75, 0, 10),
        (93, 80, 2, 6),
        (95, 78, 8, 4),
    ),
    ("Social workers", LEGAL): (
        (96, 31, 6, 0),
        (98, 44, 6, 8),
        (97, 52, 7, 0),
        (94, 55, 8, 6),
        (92, 58, 8, 0),
        (90, 57, 9, 0),
        (91, 60, 10, 8),
        (93, 66, 11, 0),
        (95, 67, 12, 6),
    ),
    # The group that the committee asked about, and that nobody trained.
    ("Middle managers", LEGAL): (
        (24, 0, 0, 0),
        (24, 0, 0, 0),
        (23, 0, 0, 6),
        (23, 4, 0, 0),
        (22, 4, 0, 0),
        (22, 3, 0, 0),
        (23, 3, 0, 0),
        (23, 3, 0, 8),
        (24, 3, 0, 8),
    ),
    ("Middle managers", RIGHTS): (
        None,
        (24, 0, 0, 0),
        (23, 0, 0, 0),
        (23, 0, 0, 0),
        (22, 0, 0, 0),
        (22, 0, 0, 0),
        (23, 0, 0, 0),
        (23, 0, 0, 0),
        (24, 0, 0, 0),
    ),
    ("Senior officers", ESCALATION): (
        None,
        None,
        (9, 0, 0, 9),
        (9, 6, 0, 3),
        (9, 8, 0, 0),
        (9, 8, 0, 0),
        (8, 8, 0, 0),
        (9, 8, 0, 1),
        (9, 9, 0, 0),
    ),
    ("Councillors", CALL_IN): (
        None,
        None,
        (53, 0, 0, 0),
        (53, 0, 0, 0),
        (53, 0, 0, 0),
        (53, 0, 0, 0),
        (53, 0, 0, 18),
        (53, 6, 0, 12),
        (53, 13, 0, 9),
    ),
    ("New starters", INDUCTION): (
        None,
        (11, 2, 0, 5),
        (13, 9, 0, 4),
        (10, 9, 0, 1),
        (8, 8, 0, 0),
        (9, 8, 0, 1),
        (12, 10, 0, 2),
        (14, 13, 0, 1),
        (12, 11, 0, 1),
    ),
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


def cohorts(when: str) -> list[dict[str, Any]]:
    """The counts by staff group and course that one workbook reports."""
    rows = []
    for (group, course), counts in COHORTS.items():
        now = counts[MEETINGS.index(when)]
        if now:
            in_role, in_date, expired, booked = now
            never = in_role - in_date - expired - booked
            row: dict[str, Any] = {"Staff group": group, "Course": course, "In role": in_role}
            row |= {"In date": in_date, "Expired": expired, "Booked": booked}
            rows.append(row | {"Never trained": never, "Exempt": 0})
    return rows


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
