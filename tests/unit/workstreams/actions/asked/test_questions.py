"""Questions, disagreements and recommendations: each rule asks when it should, and only then."""

import pytest

from measures.actions.disagreements import colour
from measures.actions.recommendations import letter, named_in
from tests.made.actions import JAN, MAY, NOV, SEP, row, rows_over, seen
from workstreams.across.questions import ORDER, questions
from workstreams.actions.asked.questions import asked
from workstreams.actions.asked.rules import GONE, MOVED_TWICE, OVERDUE, UNANSWERED
from workstreams.actions.recommended.told import recommended
from workstreams.actions.records.tables import disagreements_table, orphans_table

FINE = rows_over(
    [MAY, SEP],
    "9",
    "Keep a register",
    owner="Practice manager",
    status="in progress",
    due_date="2022-12-31",
)
FINE = [line | {"update": f"As told on {line['as_at']}"} for line in FINE]


def raised(*rows: dict[str, str]) -> set[str]:
    """The rules that ask something of some rows beside one that is in order."""
    return set(asked(seen([*FINE, *rows])))


def test_a_plan_in_order_raises_no_question() -> None:
    assert raised() == set()


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        ("gone", [row(MAY, "1", owner="A", due_date="2022-12-31")]),
        ("unseen", [row(SEP, "1", status="complete")]),
        ("no_owner", [row(SEP, "1", due_date="2022-12-31")]),
        ("no_date", [row(SEP, "1", owner="A")]),
        ("overdue", [row(SEP, "1", owner="A", due_date="2021-08-31", status="in progress")]),
        ("green_and_overdue", [row(SEP, "1", owner="A", due_date="2021-08-31", rag="Green")]),
        (
            "reopened",
            [
                row(MAY, "1", owner="A", due_date="2022-12-31", status="complete"),
                row(SEP, "1", owner="A", due_date="2022-12-31", status="in progress"),
            ],
        ),
        (
            "moved",
            [
                row(MAY, "1", owner="A", due_date="2022-06-30"),
                row(SEP, "1", owner="A", due_date="2022-12-31"),
            ],
        ),
        (
            "moved_twice",
            [
                row(MAY, "1", owner="A", due_date="2021-03-31", revised_due_date="2021-06-30"),
                row(SEP, "1", owner="A", due_date="2021-03-31", revised_due_date="2021-11-23"),
            ],
        ),
        ("silent", rows_over([MAY, SEP], "1", owner="A", due_date="2021-04-30", update="Going")),
        ("one_day", [row(SEP, f"{n}", owner="A", due_date="2022-03-31") for n in range(1, 5)]),
        (
            "unanswered",
            [row(SEP, "Rec a", kind="recommendation", raised_date="2021-05-20", owner="A")],
        ),
        (
            "unexplained",
            [row(SEP, "Rec a", kind="recommendation", response="rejected", owner="A")],
        ),
        (
            "orphan",
            [row(SEP, "Rec a", kind="recommendation", response="accepted", owner="A")],
        ),
    ],
)
def test_a_rule_asks_when_its_condition_holds(rule: str, rows: list[dict[str, str]]) -> None:
    assert rule in raised(*rows)


def test_an_owner_who_left_is_asked_about() -> None:
    left = [("owner left", "practice  manager", MAY, {"text": ""})]
    view = seen(FINE, left)
    assert asked(view)["owner_left"].text == (
        "Who now answers for 9 (“Keep a register”)? The owner in the file (Practice manager) has "
        "left."
    )


def test_amber_is_asked_about_after_three_uploads_without_a_move() -> None:
    same = {"owner": "A", "due_date": "2022-12-31", "rag": "A", "status": "in progress"}
    still = rows_over([MAY, SEP, NOV], "1", **same)
    assert "amber" in asked(seen(still))
    assert "amber" not in asked(seen(still[1:]))
    assert "amber" not in asked(seen([*still[:2], still[2] | {"due_date": "2023-01-31"}]))
    assert "amber" not in asked(seen([*still[:2], still[2] | {"rag": "G"}]))


def test_the_top_three_are_of_different_subjects_in_the_printed_order() -> None:
    rows = [
        *FINE,
        row(MAY, "1", "Write to families", owner="A", due_date="2022-12-31"),
        row(SEP, "2", "Rewrite the procedure", status="complete"),
        row(SEP, "Rec a", "Train councillors", kind="recommendation", raised_date=MAY, owner="A"),
        row(SEP, "Rec b", "Note the report", kind="recommendation", response="accepted", owner="A"),
    ]
    found = questions(seen(rows))
    assert [q.rule.key for q in found[:3]] == ["unanswered", "gone", "unseen"]
    places = [ORDER.index(q.rule) for q in found[3:]]
    assert places == sorted(places)


def test_a_question_is_copied_with_its_rows() -> None:
    rows = [*FINE, row(MAY, "1", "Write to families", owner="Head of law", status="in progress")]
    question = asked(seen(rows))[GONE.key]
    assert question.copied == (
        "What happened to 1 (“Write to families”)? It was open when last listed on 20 May 2021, "
        "and is not in the file any more.\n"
        "- 1 Write to families; owner: Head of law; last reported status: In progress; last "
        "listed: 20\u00a0May\u00a02021"
    )
    assert len(question.records) == 1


def test_a_question_about_very_many_is_copied_with_the_first_of_them() -> None:
    rows = [row(SEP, f"{n}", due_date="2021-06-30", owner="A") for n in range(1, 41)]
    copied = asked(seen(rows))[OVERDUE.key].copied.splitlines()
    assert len(copied) == 1 + 25 + 1
    assert copied[-1] == "- and 15 more"


def test_a_question_about_many_names_three_and_counts_the_rest() -> None:
    moved = {"due_date": "2021-03-31", "owner": "A"}
    rows = [
        row(when, f"{n}", revised_due_date=due, **moved)
        for n in range(1, 7)
        for when, due in ((MAY, "2021-06-30"), (SEP, "2021-11-23"))
    ]
    text = asked(seen(rows))[MOVED_TWICE.key].text
    assert "and 3 more? They have had" in text
    assert "overdue or due by 23 November 2021" in text


def test_the_answer_clock_counts_from_the_day_a_recommendation_was_raised() -> None:
    asked_for = {"kind": "recommendation", "raised_date": SEP, "owner": "A"}
    on_time = rows_over([SEP, JAN], "Rec a", response="accepted", response_date="2021-11-06")
    late = rows_over([SEP, JAN], "Rec b", response="rejected", response_date="2021-11-08")
    silent = rows_over([SEP, JAN], "Rec c")
    undated = rows_over([SEP, JAN], "Rec d")
    rows = [line | asked_for for line in (*on_time, *late, *silent)]
    rows += [line | {"kind": "recommendation"} for line in undated]
    said = {one.letter: (one.answer, one.clock) for one in recommended(seen(rows))}
    assert said["Rec a"] == (
        "accepted",
        "Answered within the two months, which ended 6 November 2021.",
    )
    assert said["Rec b"][1] == "Answered 2 days after the two months ended on 6 November 2021."
    assert said["Rec c"] == (
        "none yet",
        "No answer yet, 80 days after the two months ended on 6 November 2021.",
    )
    assert said["Rec d"][1].endswith("so the two months cannot be told.")
    question = asked(seen(rows))[UNANSWERED.key]
    assert question.rows["Reference"].tolist() == ["Rec c"]
    assert question.text.endswith("Its two months ended 80 days ago.")
    assert question.rows["Two months from"].tolist() == ["7\u00a0Sep\u00a02021, raised"]
    given = [line | {"notice_date": "2021-09-20"} for line in rows]
    question = asked(seen(given))[UNANSWERED.key]
    assert question.text.endswith("Their two months ended up to 67 days ago.")
    assert question.rows["Two months from"].tolist() == ["20\u00a0Sep\u00a02021, notice given"] * 2


def test_actions_that_name_a_recommendation_deliver_it_and_orphans_are_listed_both_ways() -> None:
    rows = [
        row(SEP, "Rec a", kind="recommendation"),
        row(SEP, "Rec b", kind="recommendation"),
        row(SEP, "Q1", source="Recommendation a, 7 September 2021"),
        row(SEP, "Q2", source="Recommendation k, 7 September 2021"),
    ]
    view = seen(rows)
    named = {one.letter: [action.name for action in one.actions] for one in recommended(view)}
    assert named == {"Rec a": ["Q1"], "Rec b": []}
    assert orphans_table(view)["What is missing"].tolist() == [
        "No action names this recommendation",
        "Not in the plan: Recommendation k, 7 September 2021",
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Recommendation b, 7 September 2021", {"b"}),
        ("Recommendation 2, 12 November 2018", {"2"}),
        ("Recommendations b and c", {"b", "c"}),
        ("Recs 1, 2 & 4", {"1", "2", "4"}),
        ("as R3 asks", {"3"}),
        ("no recommendation here", set()),
        (None, set()),
    ],
)
def test_the_recommendations_a_text_names(text: str | None, named: set[str]) -> None:
    assert named_in(text) >= named
    assert not {"d", "7", "12"} & named_in(text)


@pytest.mark.parametrize(
    ("ref", "short"), [("Rec b", "b"), ("R3", "3"), ("Recommendation 4", "4"), ("(a)", "a")]
)
def test_a_recommendation_is_told_apart_by_its_letter(ref: str, short: str) -> None:
    assert letter(ref) == short


@pytest.mark.parametrize(
    ("cell", "found"),
    [("G", "green"), ("Green (on track)", "green"), ("AMBER", "amber"), ("r", "red"), ("4", "")],
)
def test_a_colour_is_read_from_letter_or_word(cell: str, found: str) -> None:
    assert colour(cell) == found


def test_every_disagreement_says_what_disagrees() -> None:
    rows = [
        row(SEP, "1", status="complete", percent_complete="0.9", evidence="Minute 4"),
        row(SEP, "2", status="in progress", percent_complete="0"),
        row(SEP, "3", status="in progress", percent_complete="0.5", rag="G", due_date=MAY),
    ]
    table = disagreements_table(seen(rows))
    assert table[["Reference", "What does not agree", "Overdue by"]].to_numpy().tolist() == [
        ["3", "Reported green, and past the due date", "110 days"],
        ["1", "Status better than the percentage complete", "–"],
        ["2", "Status better than the percentage complete", "–"],
    ]
