"""The second sample plan: what became of the section 20 review's recommendations.

Public facts (Herefordshire Council): the Children and Young People Scrutiny Committee agreed its
task and finish group's report on 12 November 2018; on 18 January 2019 the executive answered its
seven recommendations, all proposed for acceptance; audits and a report to the audit and
governance committee were planned. The recommendations' wording is not in the minutes: theirs
here, and everything told of them, is made up.
"""

from typing import Any

from sample_data.legal_indicators import share
from sample_data.legal_training import COUNTED, cohort
from sample_data.story import GONE, Row, day

JAN19, JUL19, MAR20 = "2019-01-18", "2019-07-16", "2020-03-17"
MAR22, MAR24, MAR26 = "2022-03-15", "2024-03-19", "2026-03-17"
MEETINGS = (JAN19, JUL19, MAR20, MAR22, MAR24, MAR26)

DIRECTOR = "Director for children and families"
COURT = "Head of service, court team"
WORKER = "Principal social worker"
REVIEWING = "Independent reviewing officer manager"
WORKFORCE = "Workforce development manager"
SOLICITOR = "Solicitor to the council"
DEMOCRATIC = "Democratic services manager"

Story = dict[str, dict[str, Any] | None]


def recommendation(
    number: int, words: str, owner: str, due: str, story: Story, reason: str = ""
) -> Row:
    """One of the seven recommendations, accepted on 18 January 2019, with or without a reason."""
    start = {"Reference": f"R{number}", "Action": words, "Kind": "recommendation", "Owner": owner}
    start |= {"Source": "Section 20 task and finish group, 12 November 2018"}
    start |= {"Date raised": day("12/11/2018"), "Due date": day(due)}
    # The day of notice is not in public, so none is made up: the clock runs from the meeting.
    start |= {"Executive's answer": "Accepted", "Date answered": day("18/01/2019")}
    start |= {"Reason for the answer": reason}
    return Row(start, story)


def action(ref: str, source: str, words: str, owner: str, due: str, story: Story) -> Row:
    """One action that answers a recommendation."""
    start = {"Reference": ref, "Action": words, "Kind": "plan action", "Owner": owner}
    start |= {"Source": source, "Date raised": day("18/01/2019"), "Due date": day(due)}
    return Row(start, story)


def going(update: str, until: str = "") -> dict[str, Any]:
    """In progress, with a revised date where one is given."""
    told: dict[str, Any] = {"Status": "In progress", "Latest update": update}
    told |= {"Date completed": None}
    return told | ({"Revised due date": day(until)} if until else {})


def done(on: str, update: str, evidence: str = "") -> dict[str, Any]:
    """Called complete."""
    told = {"Status": "Complete", "Latest update": update, "Date completed": day(on)}
    return told | {"Evidence": evidence}


TO_START = {"Status": "Not started"}
DECIDED = {"Kind": "committee action", "Date raised": day("12/11/2018"), "Due date": None}
"""Of what the committee decided for itself, which set no date."""

ACTIONS = (
    recommendation(
        1,
        "Audit every child looked after under section 20 and report what is found",
        WORKER,
        "31/03/2019",
        {
            JAN19: going("First audit being planned."),
            JUL19: done("29/03/2019", "First audit reported.", "Audit report, March 2019"),
        },
        "Only an audit of every file can show how many arrangements are in doubt.",
    ),
    recommendation(
        2,
        "Report the audits to the audit and governance committee each year",
        DIRECTOR,
        "30/09/2019",
        {
            JAN19: TO_START,
            JUL19: going("First report in September."),
            MAR20: done("24/09/2019", "First report made.", "Committee papers, September 2019"),
            MAR22: going("No report was made in 2021.", "30/09/2022"),
            MAR24: done("27/09/2022", "Reported each September.", "Committee papers"),
        },
    ),
    recommendation(
        3,
        "Have a senior manager agree to every section 20 arrangement and look at it again "
        "after three months",
        COURT,
        "30/06/2019",
        {
            JAN19: going("Panel's terms being rewritten."),
            JUL19: done("28/06/2019", "The threshold of care panel does this."),
            MAR20: {"Evidence": "Panel's record, January to March 2020"},
        },
        "It makes plain which senior manager answers for each arrangement.",
    ),
    recommendation(
        4,
        "Make sure that parents understand what they agree to, in writing and in their language",
        WORKER,
        "30/09/2019",
        {
            JAN19: TO_START,
            JUL19: going("Form drafted with parents."),
            MAR20: going("Form on trial.", "31/07/2020"),
            MAR22: done("30/11/2020", "Form used by every team.", "Form S20, version 2"),
        },
        "Consent that a parent did not understand is no consent.",
    ),
    recommendation(
        5,
        "Train social workers and reviewing officers in the lawful use of section 20",
        WORKFORCE,
        "31/12/2019",
        {
            JAN19: TO_START,
            JUL19: going("Course written."),
            MAR20: going("Two in three trained.", "31/12/2020"),
            MAR22: going("New staff still to be trained.", "31/12/2022"),
            MAR24: going("New staff still to be trained.", "31/12/2024"),
        },
        "It will be part of induction, so that new staff have it too.",
    ),
    recommendation(
        6,
        "Keep and recruit enough social workers to do this well",
        DIRECTOR,
        "31/03/2020",
        {
            JAN19: going("Recruitment campaign under way."),
            MAR20: going("Vacancies fell a little.", "31/03/2021"),
            MAR22: going("Half of the social workers left in the year.", "31/03/2023"),
            MAR24: going("Agency staff fewer; vacancies still many.", "31/03/2025"),
            MAR26: going("Vacancies fell again, and are still twice the region's rate."),
        },
        "Agreed in full, though it depends on who applies as well as on the council.",
    ),
    recommendation(
        7,
        "Report to this committee in a year on what these recommendations changed",
        DIRECTOR,
        "31/01/2020",
        {
            JAN19: TO_START,
            MAR20: going("Report delayed to the autumn.", "30/10/2020"),
            MAR22: going("Not reported in 2020 or 2021.", "31/03/2022"),
            MAR24: {"Latest update": "Not reported in 2020 or 2021."},
            MAR26: done("17/03/2026", "This report."),
        },
    ),
    action(
        "Act 1",
        "Section 20 task and finish group, 12 November 2018",
        "Send the report and recommendations of the task and finish group to the executive",
        DEMOCRATIC,
        "18/01/2019",
        {JAN19: done("18/01/2019", "Sent and answered.", "Executive's decision") | DECIDED},
    ),
    action(
        "S1",
        "Recommendation 1",
        "Draw a sample of files for audit twice a year",
        WORKER,
        "28/02/2019",
        {
            JAN19: going("Method agreed."),
            JUL19: done("28/02/2019", "First sample drawn.", "Audit report, March 2019"),
        },
    ),
    action(
        "S2",
        "Recommendation 1",
        "Put right every file where consent was not clear",
        COURT,
        "31/05/2019",
        {
            JAN19: TO_START,
            JUL19: going("Six of nine put right.", "30/09/2019"),
            MAR20: done("30/09/2019", "All put right."),
        },
    ),
    action(
        "S3",
        "Recommendation 3",
        "Add section 20 to the threshold of care panel's terms",
        COURT,
        "31/03/2019",
        {
            JAN19: going("Draft with panel."),
            JUL19: done("26/03/2019", "Terms agreed.", "Panel's terms, March 2019"),
        },
    ),
    action(
        "S4",
        "Recommendation 4",
        "Write the agreement form with a group of parents",
        WORKER,
        "30/06/2019",
        {
            JAN19: TO_START,
            JUL19: done("30/06/2019", "Form written.", "Form S20, version 1"),
        },
    ),
    action(
        "S5",
        "Recommendation 5",
        "Run the section 20 course every quarter",
        WORKFORCE,
        "31/12/2019",
        {
            JAN19: TO_START,
            MAR20: going("Three of four courses run."),
            MAR22: {"Status": "Paused", "Latest update": "No trainer since 2020."},
            MAR24: going("Restarted in January 2024.", "31/12/2024"),
        },
    ),
    action(
        "S6",
        "Recommendation 6",
        "Offer every student on placement an interview",
        WORKFORCE,
        "30/09/2019",
        {
            JAN19: TO_START,
            JUL19: going("Offered to this year's students."),
            MAR20: done("30/09/2019", "Offered to all.", "Recruitment record"),
        },
    ),
    action(
        "S7",
        "Recommendation 6",
        "Review the pay supplement for posts that are hard to fill",
        DIRECTOR,
        "31/12/2019",
        {
            JAN19: TO_START,
            MAR20: going("With the pay panel.", "30/06/2020"),
            MAR22: {"Status": "Withdrawn", "Latest update": "Replaced by the new pay policy."},
        },
    ),
    action(
        "S8",
        "",
        "Share the new arrangements with other councils that ask",
        REVIEWING,
        "31/12/2019",
        {
            JAN19: going("Shared with one council."),
            MAR20: done("31/12/2019", "Shared with two councils."),
            MAR24: GONE,
        },
    ),
)

AUDITS = tuple(
    share(
        "Section 20 files audited with clear written consent",
        *(day(when), clear, files, 1),
        "Audit of a sample of files; made up.",
    )
    for when, clear, files in (
        ("31/03/2018", 17, 30),
        ("28/02/2019", 21, 30),
        ("30/09/2019", 26, 31),
        ("29/02/2020", 27, 30),
        ("31/03/2021", 28, 30),
        ("28/02/2022", 25, 32),
        ("31/03/2023", 29, 31),
        ("29/02/2024", 28, 29),
        ("31/03/2025", 29, 31),
        ("28/02/2026", 30, 31),
    )
)
COURSE = "Section 20 in practice"
COHORTS: dict[str, tuple[tuple[str, int, int, int, int], ...]] = {
    # staff group, in role, in date, expired, booked
    JUL19: (("Social workers", 94, 12, 0, 20), ("Reviewing officers", 9, 0, 0, 9)),
    MAR20: (("Social workers", 97, 63, 0, 10), ("Reviewing officers", 9, 9, 0, 0)),
    MAR22: (("Social workers", 80, 31, 18, 0), ("Reviewing officers", 8, 2, 6, 0)),
    MAR24: (("Social workers", 92, 24, 30, 12), ("Reviewing officers", 8, 5, 3, 0)),
    MAR26: (("Social workers", 118, 88, 6, 14), ("Reviewing officers", 9, 9, 0, 0)),
}


def cohorts(when: str) -> list[dict[str, Any]]:
    """The counts by staff group that one workbook reports."""
    return [
        cohort(group, COURSE, dict(zip(COUNTED, counts, strict=True)))
        for group, *counts in COHORTS.get(when, ())
    ]
