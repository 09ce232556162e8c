"""The recommendations of two plans and two committees over three municipal years."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from tests.made.actions import row, seen
from workstreams.actions.recommended.record import Entry, entries, in_order
from workstreams.view import Audience, Meeting, Plan, View

HOUSING = Plan(1, "Housing repairs plan", "Housing Scrutiny Panel", "Somewhere Council")
SCHOOLS = Plan(2, "Schools plan", "Children's Scrutiny Committee", "Somewhere Council")
WHEN = "2022-06-30"
MEETINGS = {
    HOUSING.id: (Meeting(date(2021, 4, 30), HOUSING.committee), Meeting(date(2021, 5, 1))),
    SCHOOLS.id: (
        Meeting(date(2021, 9, 7), SCHOOLS.committee),
        Meeting(date(2022, 4, 12), "Housing  scrutiny panel"),
    ),
}
"""The last is a meeting of the other plan's committee, its name typed otherwise."""


def told(ref: str, title: str, raised: str, **cells: str) -> Mapping[str, str]:
    """One recommendation as a file has it."""
    given = {"kind": "recommendation", "raised_date": raised, "status": "in progress"} | cells
    return row(WHEN, ref, title, **given)


def answered(answer: str, when: str, reason: str = "") -> dict[str, str]:
    return {"response": answer, "response_date": when, "response_reason": reason}


def housing(audience: Audience = "public") -> View:
    """Three recommendations: one on the last day of a municipal year, one on the first of the next.

    The third has no day.
    """
    rows = [
        told("1", "Mend lifts within a day", "2021-04-30", **answered("accepted", "2021-06-29"),
             status="complete", evidence="Log of repairs"),
        told("2", "Tell tenants why 3 children were moved", "2021-05-01",
             **answered("partly accepted", "2021-07-14")),
        told("3", "Publish waiting times", "", **answered("rejected", "2021-07-01", "=SUM(A1:A9)")),
        row(WHEN, "H1", "Lift contract", source="Recommendation 1", status="in progress"),
    ]  # fmt: skip
    view = seen(rows, meetings=(), audience=audience)
    return replace(view, plan=HOUSING, meetings=MEETINGS[HOUSING.id])


def schools() -> View:
    """Two recommendations of two committees, neither answered: one is past its two months."""
    rows = [
        told("a", "Report absence each term", "2021-09-07"),
        told("b", "Look at the heating of schools", "2022-04-12", notice_date="2022-05-03"),
    ]
    view = seen(rows, meetings=())
    return replace(view, plan=SCHOOLS, meetings=MEETINGS[SCHOOLS.id])


@cache
def the_record() -> tuple[Entry, ...]:
    """Both plans' recommendations in the record's order."""
    return in_order([*entries(schools()), *entries(housing())])
