"""What is due and when: open actions, awaited answers and meetings, each known again later."""

from datetime import date

from tests.made.actions import MAY, NOV, SEP, row, seen
from workstreams.actions.updates.due import Due, due, soon

ROWS = [
    row(SEP, "Q1", "Write it", owner="Clerk", due_date="2021-11-30"),
    row(SEP, "Q2", "Read it", owner="Clerk; Head of service", due_date="2021-08-31"),
    row(SEP, "Q3", "Done early", owner="Clerk", due_date="2021-12-31", status="complete"),
    row(SEP, "Q4", "Done before", owner="Clerk", due_date="2021-05-31", status="complete"),
    row(SEP, "Q5", "No day", owner="Clerk"),
    row(
        SEP,
        "Rec a",
        "Publish it",
        kind="recommendation",
        raised_date="2021-09-07",
        response="none yet",
    ),
]
MEETINGS = (MAY, SEP, NOV)


def days(found: tuple[Due, ...]) -> list[tuple[str, str, str, bool]]:
    return [(str(one.day), one.kind, one.words, one.over) for one in found]


def test_everything_with_a_day_stands_in_order_and_what_is_over_says_so() -> None:
    assert days(due(seen(ROWS, meetings=MEETINGS))) == [
        ("2021-08-31", "action", "Q2 Read it", False),
        ("2021-09-07", "meeting", "A committee", False),
        ("2021-11-06", "answer", "Rec a Publish it", False),
        ("2021-11-23", "meeting", "A committee", False),
        ("2021-11-30", "action", "Q1 Write it", False),
        ("2021-12-31", "action", "Q3 Done early", True),
    ]


def test_an_owner_has_their_own_actions_beside_the_meetings() -> None:
    found = due(seen(ROWS, meetings=MEETINGS), "head of SERVICE")
    assert [one.words for one in found] == ["Q2 Read it", "A committee", "A committee"]


def test_a_date_that_moved_and_words_that_changed_leave_the_key_as_it_was() -> None:
    later = [
        row(NOV, "7.1", "Write it", owner="Clerk", due_date="2021-11-30", revised_due_date=NOV),
        row(NOV, "Q2", "Read it again", owner="Clerk", due_date="2022-01-31"),
    ]
    first = {one.words: one.key for one in due(seen(ROWS))}
    then = {one.words: one.key for one in due(seen([*ROWS, *later]))}
    assert then["7.1 Write it"] == first["Q1 Write it"]
    assert then["Q2 Read it again"] == first["Q2 Read it"]
    assert len(set(first.values())) == len(first)


def test_the_next_fortnight_is_told_with_what_is_overdue() -> None:
    text = soon(seen(ROWS, meetings=MEETINGS), date(2021, 11, 20))
    assert text.splitlines() == [
        "A plan: due from 20 November 2021 to 4 December 2021",
        "",
        "23 November 2021: Meeting: A committee",
        "30 November 2021: Due: Q1 Write it (Clerk)",
        "",
        "1 open action is overdue already:",
        "Q2 Read it, due 31 August 2021",
        "",
        "From the plan as at 7 September 2021.",
    ]


def test_where_nothing_is_due_that_is_said() -> None:
    text = soon(seen(ROWS, meetings=()), date(2030, 1, 1), "Nobody here")
    assert "Nothing is due." in text
    assert "overdue" not in text
