"""What changed in the actions, in short sentences; and what the owners' colours did."""

import pytest

from tests.made.actions import MAY, SEP, row, rows_over, seen
from workstreams.actions.followed.colours_then_now import colours_then_and_now
from workstreams.actions.followed.in_brief import actions_in_brief
from workstreams.actions.late import late

OPEN, DONE = {"status": "in progress"}, {"status": "complete"}
KEPT = rows_over([MAY, SEP], "9", status="in progress", due_date="2022-12-31", update="As it was.")


def sentences(*rows: dict[str, str]) -> dict[str, str]:
    return {one.key: one.text for one in actions_in_brief(seen([*rows, *KEPT]))}


def twice(ref: str, then: dict[str, str], now: dict[str, str]) -> list[dict[str, str]]:
    return [row(MAY, ref, **then), row(SEP, ref, **now)]


@pytest.mark.parametrize(
    ("then", "now", "key", "text"),
    [
        (OPEN, DONE, "completed", "1 was called complete, without evidence."),
        (
            OPEN,
            DONE | {"evidence": "Minute 4"},
            "completed",
            "1 was called complete, with evidence.",
        ),
        (DONE, OPEN, "reopened", "1 was called complete or withdrawn, and is open again."),
        (OPEN, {"status": "withdrawn"}, "dropped", "1 was withdrawn or merged."),
        (
            OPEN | {"due_date": "2021-08-01"},
            OPEN | {"due_date": "2021-08-01"},
            "late",
            "1 has become late.",
        ),
        (
            OPEN | {"due_date": "2021-05-01"},
            OPEN | {"due_date": "2022-05-01"},
            "met by moving",
            "1 is no longer late only because its date was moved or taken away.",
        ),
        (
            OPEN | {"due_date": "2021-05-01"},
            OPEN,
            "met by moving",
            "1 is no longer late only because its date was moved or taken away.",
        ),
        (
            OPEN | {"due_date": "2022-05-01"},
            OPEN | {"due_date": "2022-06-01"},
            "moved",
            "The due date of 1 was moved.",
        ),
        (
            OPEN | {"due_date": "2022-05-01"},
            OPEN,
            "date_taken",
            "The due date of 1 was taken away.",
        ),
        (OPEN | {"owner": "Lawyer"}, OPEN, "owner_taken", "1 no longer has an owner."),
        (
            OPEN | {"owner": "Lawyer"},
            OPEN | {"owner": "Head"},
            "owner_changed",
            "1 has another owner.",
        ),
    ],
)
def test_a_change_is_one_short_sentence(then, now, key: str, text: str) -> None:
    assert sentences(*twice("1", then, now))[key] == text


def test_what_was_late_and_is_done_is_not_said_to_be_met_by_moving() -> None:
    told = sentences(*twice("1", OPEN | {"due_date": "2021-05-01"}, DONE))
    assert "met by moving" not in told
    assert "completed" in told


def test_what_vanished_and_what_is_new_are_told_and_the_worst_stands_first() -> None:
    rows = [row(MAY, "1", **OPEN), row(SEP, "2", title="Quite another thing", **OPEN)]
    told = actions_in_brief(seen([*rows, *KEPT]))
    assert [one.key for one in told][0] == "gone"
    assert [one.key for one in told][-1] == "new"
    assert told[0].text == "1 has vanished from the file, and nobody has said why."


def test_many_are_counted_and_not_named() -> None:
    many = [line for ref in "12345" for line in twice(ref, OPEN, DONE)]
    assert sentences(*many)["completed"] == "Five actions were called complete, none with evidence."


def test_no_earlier_file_gives_no_sentence() -> None:
    assert actions_in_brief(seen([row(MAY, "1", **OPEN)])) == ()


def test_what_would_be_late_by_its_first_date_is_said_where_none_is_late() -> None:
    found = late(
        seen(twice("1", OPEN | {"due_date": "2021-05-01"}, OPEN | {"due_date": "2022-05-01"}))
    )
    assert found is not None
    assert found.overdue.empty
    assert found.first_dates == (
        "None is late, but one would be late by its first date: the date was moved."
    )


def test_colours_are_told_as_the_file_writes_them() -> None:
    given = [
        *twice("1", OPEN | {"rag": "Amber"}, OPEN | {"rag": "Red"}),
        *twice("2", OPEN | {"rag": "Green"}, OPEN | {"rag": "green "}),
        *twice("3", OPEN | {"rag": "At risk"}, OPEN),
    ]
    found = colours_then_and_now(seen([*given, *KEPT]))
    assert found is not None
    assert found.words == (
        "On 20 May 2021 the file had 1 Amber, 1 At risk, 1 Green and 1 action without a colour.",
        "On 7 September 2021 the file has 1 green, 1 Red and 2 actions without a colour.",
    )
    assert found.rows[["Reference", "RAG then", "RAG now"]].to_numpy().tolist() == [
        ["1", "Amber", "Red"],
        ["3", "At risk", "None given"],
    ]


def test_a_plan_without_colours_says_nothing_of_them() -> None:
    assert colours_then_and_now(seen(KEPT)) is None
