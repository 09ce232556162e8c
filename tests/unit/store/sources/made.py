"""A plan kept in three files: the action plan, the committee's log and the posts tracker."""

from collections.abc import Mapping, Sequence
from datetime import date

from loaders.check import check
from loaders.outcome import Checked
from tests.made.workbooks import Rows, of_rows
from workstreams import TABLES

OCTOBER, NOVEMBER, DECEMBER, FEBRUARY = (
    date(2025, 10, 14), date(2025, 11, 6), date(2025, 12, 9), date(2026, 2, 10),
)  # fmt: skip
NAMES = {"plan": "Improvement plan", "log": "Scrutiny action log", "posts": "Posts tracker"}
"""What each file is called in the plan, as it is proposed."""
PLAN_HEADINGS = ("Ref", "Action", "Owner", "Due date", "Status", "Progress")
LOG_HEADINGS = ("No", "Action agreed at the meeting", "By whom", "By when", "Position", "Meeting")
POSTS_HEADINGS = ("Post", "Job title", "Team", "FTE", "Status")
THINGS = (
    "Publish the duty rota", "Recruit two solicitors", "Train every manager in supervision",
    "Write to families about their views", "Agree a protocol with the courts",
    "Audit case files each quarter", "Review the escalation procedure",
    "Replace the case management system",
)  # fmt: skip
ASKED = (
    "Bring the vacancy figures to the next meeting", "Invite the family court judge to speak",
    "Circulate the staff survey to members", "Report on complaints of young people",
)  # fmt: skip


def plan(*, done: int = 0, said: str = "", without: int = 0, due: int = 2026) -> Rows:
    """Eight actions, the first ``done`` of them complete, the last ``without`` not there."""
    rows = [
        (f"{at}.1", thing, f"Head of team {at % 3}", date(due, at, 28),
         "Complete" if at <= done else "In progress", f"{said}, number {at}" if said else None)
        for at, thing in enumerate(THINGS[: len(THINGS) - without], start=1)
    ]  # fmt: skip
    return (PLAN_HEADINGS, *rows)


def log(*, closed: int = 0) -> Rows:
    """Four committee actions, the first ``closed`` of them complete."""
    rows = [
        (at + 26, thing, "Director", date(2026, 1, at), "Closed" if at <= closed else "Open",
         date(2025, 9, 9))
        for at, thing in enumerate(ASKED, start=1)
    ]  # fmt: skip
    return (LOG_HEADINGS, *rows)


def posts(*, vacant: int = 2) -> Rows:
    """Six posts, the first ``vacant`` of them with nobody in them."""
    rows = [
        (f"P{at}", "Solicitor", "Legal", 1.0, "Vacant" if at <= vacant else "Permanent")
        for at in range(1, 7)
    ]
    return (POSTS_HEADINGS, *rows)


def read(rows: Rows, name: str) -> Checked:
    """The file of these rows, read and checked."""
    return check(of_rows(rows), name, TABLES)


def files() -> dict[str, list[tuple[date, Checked]]]:
    """What comes of each source, oldest first; nothing vanishes from any."""
    return {
        "plan": [
            (OCTOBER, read(plan(done=1, said="Begun"), "Improvement plan 2025-10-14.xlsx")),
            (DECEMBER, read(plan(done=3, said="Going on"), "Improvement plan 9 Dec 2025.xlsx")),
            (FEBRUARY, read(plan(done=4, said="Nearly"), "Improvement_plan_Feb26 v2.xlsx")),
        ],
        "log": [
            (NOVEMBER, read(log(closed=1), "Scrutiny action log Nov 2025.xlsx")),
            (FEBRUARY, read(log(closed=2), "Scrutiny action log Feb 2026.xlsx")),
        ],
        "posts": [
            (OCTOBER, read(posts(vacant=3), "Posts tracker Oct.xlsx")),
            (DECEMBER, read(posts(vacant=2), "Posts tracker Dec.xlsx")),
        ],
    }


def by_date(
    came: Mapping[str, Sequence[tuple[date, Checked]]] | None = None,
) -> list[tuple[str, date, Checked]]:
    """All of them: source, date and file, in order of their dates."""
    found = [(name, *one) for name, uploads in (came or files()).items() for one in uploads]
    return sorted(found, key=lambda one: one[1])
