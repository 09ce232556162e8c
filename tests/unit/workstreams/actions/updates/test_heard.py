"""A chair is told who returned before the meeting, and whose actions nothing came back about."""

from datetime import date

import pytest

from tests.made.actions import MAY, row, seen
from workstreams.actions.updates.asked import Asked, AskedSheet
from workstreams.actions.updates.heard import asked_for, heard
from workstreams.actions.updates.owners import owners
from workstreams.view import SentBack, reports_to

MEETING, LATER = date(2022, 1, 25), date(2022, 3, 22)
VIEW = seen([row(MAY, f"Q{n}", owner=("Clerk", "Head of service")[n % 2]) for n in range(4)])
SHEETS = tuple(
    AskedSheet(one.name, tuple((a.subject, a.ref, a.words) for a in one.actions))
    for one in owners(VIEW)
)
ASKED = Asked(MEETING, VIEW.as_at, None, SHEETS, 7)
CLERKS = frozenset(name for name, _, _ in SHEETS[0].actions)
ONE = frozenset(sorted(CLERKS)[:1])
BEFORE, AFTER = date(2022, 1, 20), date(2022, 1, 26)


def sent(owner: str, meeting: date, came: date, actions: frozenset[str]) -> SentBack:
    said = tuple((action, "progress", "Under way") for action in sorted(actions))
    return SentBack(owner, meeting, MAY, came, said)


@pytest.mark.parametrize(
    ("returns", "says"),
    [
        ([], "0 of 2 owners returned their sheets before the meeting on 25 January 2022. Nothing "
             "came back about 4 actions: Clerk (2) and Head of service (2)."),
        ([sent("Clerk", MEETING, BEFORE, CLERKS)], "1 of 2 owners returned their sheets before "
         "the meeting on 25 January 2022. Nothing came back about 2 actions: Head of service (2)."),
        ([sent("CLERK", MEETING, BEFORE, ONE), sent("Clerk", MEETING, BEFORE, frozenset())],
         "1 of 2 owners returned their sheets before the meeting on 25 January 2022. Nothing came "
         "back about 3 actions: Clerk (1) and Head of service (2)."),
        ([sent("Clerk", MEETING, AFTER, CLERKS)], "0 of 2 owners returned their sheets before "
         "the meeting on 25 January 2022, and 1 after it. Nothing came back about 4 actions: "
         "Clerk (2) and Head of service (2)."),
        ([sent("Clerk", MEETING, BEFORE, ONE), sent("Clerk", MEETING, AFTER, CLERKS)],
         "1 of 2 owners returned their sheets before the meeting on 25 January 2022. Nothing came "
         "back about 3 actions: Clerk (1) and Head of service (2)."),
        ([sent("Clerk", LATER, BEFORE, CLERKS), sent("Somebody else", MEETING, BEFORE, CLERKS)],
         "0 of 2 owners returned their sheets before the meeting on 25 January 2022. Nothing came "
         "back about 2 actions: Head of service (2)."),
        ([sent(one.owner, MEETING, BEFORE, frozenset(n for n, _, _ in one.actions))
          for one in SHEETS],
         "2 of 2 owners returned their sheets before the meeting on 25 January 2022. They say "
         "something about every action that was asked about."),
    ],
)  # fmt: skip
def test_who_returned_and_what_nothing_came_back_about(returns: list[SentBack], says: str) -> None:
    assert heard(VIEW, ASKED, returns) == says


def test_of_many_owners_the_first_are_named() -> None:
    view = seen([row(MAY, f"Q{n}", owner=f"Team {n}") for n in range(9)])
    asked = Asked(
        MEETING,
        view.as_at,
        None,
        tuple(
            AskedSheet(one.name, tuple((a.subject, a.ref, a.words) for a in one.actions))
            for one in owners(view)
        ),
    )
    assert heard(view, asked, []).endswith("Team 5 (1) and 3 other owners.")


def test_it_is_of_the_meeting_that_is_looked_at_and_at_the_latest_date_of_the_next() -> None:
    this = Asked(reports_to(VIEW.as_at, VIEW.meetings), VIEW.as_at, None, SHEETS, 6)
    gone = Asked(date(2020, 1, 1), VIEW.as_at, None, SHEETS, 5)
    unstood = Asked(LATER, VIEW.as_at, None, SHEETS, 8, stands=False)
    assert asked_for(VIEW, [gone], is_latest=True) is None
    assert asked_for(VIEW, [ASKED, unstood], is_latest=True) == ASKED
    assert asked_for(VIEW, [ASKED], is_latest=False) is None
    assert asked_for(VIEW, [gone, this], is_latest=True) == this
    assert asked_for(VIEW, [this, ASKED], is_latest=True) == ASKED
    assert asked_for(VIEW, [this, ASKED], is_latest=False) == this
