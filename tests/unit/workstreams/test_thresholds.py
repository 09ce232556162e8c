"""Thresholds of a plan: amber counted by meetings, and each number in the rules and their words."""

from datetime import date

import pytest

from measures.periods import stood_at
from tests.made.actions import JAN, MAY, NOV, SEP, row, rows_over, seen
from workstreams.across.questions import ORDER, questions, rules_of
from workstreams.actions.asked.questions import asked
from workstreams.actions.records.tables import disagreements_table
from workstreams.thresholds import AMBER_MEETINGS, DATE_MOVES, SAME_DAY, THRESHOLDS

OCT = "2021-10-05"
STILL = {"owner": "A", "due_date": "2022-12-31", "rag": "A", "status": "in progress"}
DAYS = [date.fromisoformat(when) for when in (MAY, SEP, NOV, JAN)]


def days(*texts: str) -> list[date]:
    return [date.fromisoformat(text) for text in texts]


@pytest.mark.parametrize(
    ("dates", "as_at", "found"),
    [
        ((MAY, SEP, NOV), NOV, (0, 1, 2)),
        # Two uploads between two meetings count once: the later stood at the second of them.
        ((MAY, SEP, OCT, NOV), NOV, (0, 1, 3)),
        ((MAY, SEP, "2021-10-01", OCT), OCT, (0, 1, 3)),
        ((SEP, OCT, NOV), NOV, ()),
        # At the September meeting no new upload was there: that of May still stood.
        ((MAY, NOV), NOV, (0, 0, 1)),
        # An upload before a meeting goes to it; one after the last goes to the next to come.
        (("2021-05-10", "2021-08-31", "2021-11-16"), "2021-11-16", (0, 1, 2)),
        ((SEP, NOV, JAN, "2022-03-01"), "2022-03-01", (1, 2, 3)),
        ((MAY, SEP), SEP, ()),
        ((), NOV, ()),
    ],
)
def test_the_uploads_that_stood_at_the_last_three_meetings(dates, as_at, found) -> None:
    assert stood_at(days(*dates), date.fromisoformat(as_at), DAYS, 3) == found


def test_without_meetings_every_upload_counts_as_one() -> None:
    dates = days(MAY, SEP, OCT, NOV)
    assert stood_at(dates, date.fromisoformat(NOV), [], 3) == (1, 2, 3)
    assert stood_at(dates, date.fromisoformat(OCT), [], 3) == (0, 1, 2)
    assert stood_at(dates, date.fromisoformat(SEP), [], 3) == ()


def test_amber_counts_meetings_and_not_the_uploads_between_them() -> None:
    between = seen(rows_over([SEP, OCT, NOV], "1", **STILL))
    at_three = seen(rows_over([MAY, SEP, OCT, NOV], "1", **STILL))
    assert "amber" not in asked(between)
    found = asked(at_three)["amber"]
    assert "been amber at three meetings running, with no change" in found.text
    assert found.rule.when == (
        "An action has been amber at three meetings running, with the same status and due date."
    )


def test_what_only_an_upload_between_two_meetings_says_does_not_break_the_run() -> None:
    rows = rows_over([MAY, SEP, OCT, NOV], "1", **STILL)
    assert "amber" in asked(seen([*rows[:2], rows[2] | {"rag": "G"}, rows[3]]))
    assert "amber" not in asked(seen([rows[0], rows[1] | {"rag": "G"}, *rows[2:]]))


def test_a_plan_without_meetings_counts_uploads_and_says_so() -> None:
    view = seen(rows_over([SEP, OCT, NOV], "1", **STILL), meetings=())
    found = asked(view)["amber"]
    assert "amber in three uploads running" in found.text
    assert "amber in three uploads running" in found.rule.when
    assert "Amber in three uploads running, with no move" in set(
        disagreements_table(view)["What does not agree"]
    )


def test_an_amber_action_without_a_date_has_not_moved_either() -> None:
    assert "amber" in asked(seen(rows_over([MAY, SEP, NOV], "1", **STILL | {"due_date": ""})))


def test_the_meetings_at_amber_are_the_plans_own() -> None:
    rows = rows_over([MAY, SEP, NOV], "1", **STILL)
    two = seen(rows[1:], settings={AMBER_MEETINGS.key: 2})
    four = seen(rows, settings={AMBER_MEETINGS.key: 4})
    assert "amber at two meetings running" in asked(two)["amber"].rule.when
    assert set(disagreements_table(two)["What does not agree"]) == {
        "Amber at two meetings running, with no move"
    }
    assert "amber" not in asked(four)
    assert disagreements_table(four).empty


def test_the_moves_asked_about_are_the_plans_own() -> None:
    dates = {"owner": "A", "due_date": "2021-03-31"}
    rows = [
        row(MAY, "1", revised_due_date="2021-06-30", **dates),
        row(SEP, "1", revised_due_date="2021-11-23", **dates),
    ]
    usual = asked(seen(rows))["moved_twice"]
    assert "the due date moved twice or more, and" in usual.text
    assert "has moved twice or more, and" in usual.rule.when
    assert "moved_twice" not in asked(seen(rows, settings={DATE_MOVES.key: 3}))
    once = seen([rows[0], rows[1] | {"revised_due_date": "2021-06-30"}], settings={"date_moves": 1})
    assert "has moved at least once, and" in asked(once)["moved_twice"].rule.when


def test_the_share_due_on_one_day_is_the_plans_own() -> None:
    rows = [row(SEP, f"{n}", owner="A", due_date="2022-03-31") for n in range(4)]
    rows += [row(SEP, f"{n}", owner="A", due_date=f"2022-05-{n}") for n in range(10, 16)]
    assert "at least four in ten" in asked(seen(rows))["one_day"].rule.when
    assert "one_day" not in asked(seen(rows, settings={SAME_DAY.key: 5}))
    three = [*rows, *(row(SEP, f"{n}", owner="A", due_date=f"2022-06-{n}") for n in (20, 21, 22))]
    assert "one_day" not in asked(seen(three))
    found = asked(seen(three, settings={SAME_DAY.key: 3}))["one_day"]
    assert "at least three in ten of those with a date" in found.rule.when


@pytest.mark.parametrize("kept", [0, 13, 2.5, True, "3", None])
def test_what_cannot_be_a_threshold_leaves_the_usual_one(kept: object) -> None:
    assert [one.of({one.key: kept}) for one in THRESHOLDS] == [2, 3, 4]


def test_every_rule_is_told_in_whole_sentences() -> None:
    told = rules_of({}, has_meetings=True)
    assert [rule.key for rule in told] == [rule.key for rule in ORDER]
    assert not [rule.when for rule in told if "{" in rule.when or not rule.when.endswith(".")]
    view = seen(rows_over([MAY, SEP, NOV], "1", **STILL))
    assert {q.rule for q in questions(view)} <= set(told)
