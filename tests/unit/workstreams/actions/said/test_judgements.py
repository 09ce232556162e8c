"""What officers record beside the workbook, and what it does to where an action stands."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from measures.actions.completion import over_time
from tests.made.actions import JAN, MAY, NOV, SEP, row, rows_over, seen
from workstreams.actions.book import book
from workstreams.actions.drawn.positions import by_status
from workstreams.actions.followed.links import CONFIRMED, links_of
from workstreams.actions.followed.since import since_last_met
from workstreams.actions.measures import ACCEPTED, COMPLETE, EVIDENCED, OPEN, UNLISTED
from workstreams.actions.records.one_action import recordable
from workstreams.actions.records.tables import life_table
from workstreams.actions.records.vanished import UNSAID, vanished_table
from workstreams.source import places

OTHER = rows_over([MAY, SEP, NOV], "9", status="in progress", update="Going")
DONE = rows_over([MAY, SEP, NOV], "1", status="complete")
GONE = [row(MAY, "1", status="in progress")]
Said = tuple[str, str, str, Mapping[str, Any]]
MEETING = {"meeting": SEP, "text": "Accepted."}


def stands(view: object, ref: str) -> str:
    now = book(view).now  # type: ignore[arg-type]
    return str(now.set_index("ref").loc[ref, "evidence_position"])


def test_evidence_recorded_by_an_officer_counts_from_its_date() -> None:
    view = seen([*DONE, *OTHER], [("evidence", "1", SEP, {"text": "Minute 4", "link": ""})])
    assert stands(view, "1") == "evidenced"
    assert EVIDENCED.figure(view).numerator == 1
    assert "none was recorded" in EVIDENCED.figure(view.back_to(view.dates[0])).why_missing


def test_acceptance_by_the_committee_is_the_highest_position() -> None:
    view = seen([*DONE, *OTHER], [("acceptance", "1", SEP, MEETING)])
    assert stands(view, "1") == "accepted"
    values = [measure.figure(view).numerator for measure in (COMPLETE, EVIDENCED, ACCEPTED)]
    assert values == [1, 1, 1]


def test_acceptance_does_not_make_an_open_action_complete() -> None:
    view = seen(OTHER, [("acceptance", "9", SEP, MEETING)])
    assert stands(view, "9") == "nothing yet"
    assert ACCEPTED.figure(view).numerator == 0


def test_acceptance_before_an_action_was_reopened_no_longer_counts() -> None:
    rows = [
        row(MAY, "1", status="complete"),
        row(SEP, "1", status="in progress"),
        row(NOV, "1", status="complete"),
    ]
    accepted_in_may = seen([*rows, *OTHER], [("acceptance", "1", MAY, MEETING)])
    accepted_again = seen([*rows, *OTHER], [("acceptance", "1", NOV, MEETING)])
    assert stands(accepted_in_may, "1") == "claimed"
    assert stands(accepted_again, "1") == "accepted"


def test_a_row_that_is_not_in_the_file_stays_in_the_counts() -> None:
    view = seen([*GONE, *OTHER])
    assert OPEN.figure(view).value == 2
    assert UNLISTED.figure(view).value == 1
    assert COMPLETE.figure(view).denominator == 2
    assert book(view).now.set_index("ref").loc["1", "shown_status"] == "no longer listed"


@pytest.mark.parametrize(
    ("reason", "complete", "scope"),
    [
        ("completed", 1, 2),
        ("merged into another action", 0, 1),
        ("withdrawn by decision", 0, 1),
    ],
)
def test_a_recorded_reason_takes_a_vanished_row_out_of_the_open_ones(
    reason: str, complete: int, scope: int
) -> None:
    judged = [("no longer listed", "1", SEP, {"reason": reason, "into": "", "text": "Minute 5"})]
    view = seen([*GONE, *OTHER], judged)
    figure = COMPLETE.figure(view)
    assert (figure.numerator, figure.denominator) == (complete, scope)
    assert UNLISTED.figure(view).value == 0
    assert OPEN.figure(view).value == 1


def why(reason: str, on: str = SEP, ref: str = "1", text: str = "", into: str = "") -> Said:
    return ("no longer listed", ref, on, {"reason": reason, "into": into, "text": text})


@pytest.mark.parametrize(
    ("first", "second", "complete", "scope"),
    [
        ("completed", "withdrawn by decision", 0, 1),
        ("completed", "merged into another action", 0, 1),
        ("withdrawn by decision", "completed", 1, 2),
        ("merged into another action", "withdrawn by decision", 0, 1),
    ],
)
@pytest.mark.parametrize("later", [SEP, NOV], ids=["on the same day", "later"])
def test_of_two_reasons_for_one_row_the_latest_counts(
    first: str, second: str, complete: int, scope: int, later: str
) -> None:
    view = seen([*GONE, *OTHER], [why(first), why(second, later)])
    figure = COMPLETE.figure(view)
    assert (figure.numerator, figure.denominator) == (complete, scope)
    assert (OPEN.figure(view).value, UNLISTED.figure(view).value) == (1, 0)
    last = over_time(book(view).lives, book(view).stand).iloc[-1]
    assert last["in_scope"] == last["open"] + last["complete"] == scope


def test_the_first_reason_counts_until_the_second_is_true() -> None:
    view = seen([*GONE, *OTHER], [why("completed"), why("withdrawn by decision", NOV)])
    series = over_time(book(view).lives, book(view).stand)
    assert series["complete"].tolist() == [0, 1, 0]
    assert series["dropped"].tolist() == [0, 0, 1]
    assert series["in_scope"].tolist() == [2, 2, 1]


def test_reasons_out_of_order_count_by_their_day() -> None:
    view = seen([*GONE, *OTHER], [why("withdrawn by decision", NOV), why("completed")])
    assert COMPLETE.figure(view).denominator == 1


def test_a_row_that_came_back_and_went_again_needs_a_new_reason() -> None:
    back = row(NOV, "1", status="in progress")
    rows = [*GONE, back, *rows_over([MAY, SEP, NOV, JAN], "9", status="in progress")]
    assert UNLISTED.figure(seen(rows, [why("completed")])).value == 1
    assert UNLISTED.figure(seen(rows, [why("completed"), why("completed", JAN)])).value == 0


def test_what_an_owner_last_reported_stays_whatever_an_officer_records() -> None:
    for reason in ("completed", "withdrawn by decision"):
        view = seen([*GONE, *OTHER], [why(reason, text="Board, May")])
        now = book(view).now.set_index("ref").loc["1"]
        assert now["reported_status"] == "in progress"
        assert now["status"] == ("complete" if reason == "completed" else "withdrawn")
        assert vanished_table(view)["Last reported status"].tolist() == ["In progress"]


def test_the_picture_of_what_owners_report_is_not_changed_by_what_officers_record() -> None:
    before, after = (by_status(seen([*GONE, *OTHER], said)) for said in ([], [why("completed")]))
    assert before is not None
    assert after is not None
    counts = [dict(zip(c.data["label"], c.data["value"], strict=True)) for c in (before, after)]
    assert [count["Complete"] for count in counts] == [0, 0]
    assert counts[0]["No longer listed"] == 1
    assert counts[1]["No longer listed, and an officer recorded why"] == 1
    assert after.finding == before.finding
    assert sum(counts[1].values()) == 2


def test_what_is_complete_by_an_officers_word_is_in_the_definition() -> None:
    assert "that an officer recorded as completed" in COMPLETE.definition
    assert COMPLETE.figure(seen([*GONE, *OTHER], [why("completed")])).numerator == 1


def test_a_vanished_row_says_what_it_was_merged_into_and_in_whose_words() -> None:
    merged = why("merged into another action", text="Board, 3 October 2021", into="4.2")
    view = seen([*GONE, *OTHER], [merged])
    table = vanished_table(view)
    assert table["Why"].tolist() == ["Merged into 4.2: Board, 3 October 2021"]
    found = recordable(view, int(table.index[0]))
    assert found is not None
    assert "Reported status: in progress when last listed on 20\u00a0May\u00a02021." in found.stands
    assert found.stands.endswith(
        "No longer in the file, because it was merged into 4.2: Board, 3 October 2021."
    )
    assert found.recorded["Says"].tolist() == table["Why"].tolist()
    life = life_table(view, int(table.index[0])).set_index("What happened")["Reason"]
    assert life["No longer listed"] == table["Why"].iloc[0]


def test_nobody_having_said_why_is_said() -> None:
    table = vanished_table(seen([*GONE, *OTHER]))
    assert table["Why"].tolist() == [UNSAID]
    found = recordable(seen([*GONE, *OTHER]), int(table.index[0]))
    assert found is not None
    assert found.stands.endswith("No longer in the file, and nobody has recorded why.")
    assert (found.gone, found.gone_by) == ("", ())


def test_a_new_reason_takes_the_place_of_those_about_the_same_absence() -> None:
    back = row(NOV, "1", status="in progress")
    rows = [*GONE, back, *rows_over([MAY, SEP, NOV, JAN], "9", status="in progress")]
    said = [why("completed"), why("completed", JAN), why("withdrawn by decision", JAN)]
    view = seen(rows, said)
    found = recordable(view, int(vanished_table(view).index[0]))
    assert found is not None
    assert (found.gone, found.gone_by) == ("withdrawn by decision", (1, 2))


def test_a_percentage_is_set_beside_what_the_owner_reported() -> None:
    rows = [row(MAY, "1", status="in progress", percent_complete="0.4"), *OTHER]
    found = book(seen(rows, [why("completed")])).disagreements
    assert "status better than percentage" not in found["rule"].tolist()


def test_a_reason_recorded_too_soon_waits_until_the_row_is_gone() -> None:
    judged = [("no longer listed", "9", MAY, {"reason": "completed", "into": "", "text": ""})]
    assert OPEN.figure(seen(OTHER, judged)).value == 1


def test_a_judgement_that_fits_no_action_changes_nothing_and_is_listed() -> None:
    view = seen(OTHER, [("evidence", "99", SEP, {"text": "Minute", "link": ""})])
    assert book(view).unplaced["subject"].tolist() == ["99"]
    assert "none was recorded" in EVIDENCED.figure(view).why_missing


def test_a_judgement_finds_an_action_by_the_reference_of_its_day() -> None:
    rows = [
        row(MAY, "3", "Write the guide for managers", status="complete"),
        row(SEP, "4", "Write the guide for managers", status="complete"),
        row(SEP, "3", "Recruit a principal lawyer", status="complete"),
    ]
    assert stands(seen(rows, [("acceptance", "3", MAY, MEETING)]), "4") == "accepted"
    assert stands(seen(rows, [("acceptance", "3", SEP, MEETING)]), "3") == "accepted"


def test_a_confirmed_link_is_followed_and_a_split_one_is_not() -> None:
    rows = [
        row(MAY, "Q19", "Move all open files to the new system", due_date="2021-06-30"),
        row(SEP, "Q31", "Transfer every open case file to a new system", due_date="2021-12-31"),
    ]
    value = {"was": "Q19", "answer": "same"}
    same = seen(rows, [("same action", "Q31", NOV, value)])
    split = seen(rows, [("same action", "Q31", NOV, value | {"answer": "different"})])
    assert book(same).now["moves"].tolist() == [1]
    assert [link.taken for link in links_of(same)[0]] == [CONFIRMED]
    assert len(book(split).now) == 2
    assert links_of(split) == ((), ())


def test_a_recorded_reason_for_a_move_goes_before_what_the_update_said() -> None:
    rows = [
        row(MAY, "1", due_date="2021-06-30", update="Going"),
        row(SEP, "1", due_date="2021-12-31", update="Still going"),
        row(MAY, "2", due_date="2021-06-30", update="Going"),
        row(SEP, "2", due_date="2021-12-31", update="The court was closed"),
    ]
    view = seen(rows, [("move reason", "1", SEP, {"reason": "Nobody applied"})])
    found = since_last_met(view)
    assert found is not None
    told = found["moved"].rows.set_index("Reference")["Reason, or the update with it"]
    assert told.to_dict() == {"1": "Nobody applied", "2": "The court was closed"}


def test_a_life_is_told_in_order_with_its_meeting() -> None:
    view = seen(
        [
            row(MAY, "1", status="in progress", due_date="2021-06-30"),
            row("2021-08-31", "1", status="complete", due_date="2021-09-30", evidence="Minute 4"),
            row(NOV, "2", status="in progress"),
            row(JAN, "1", status="in progress", due_date="2021-09-30", evidence="Minute 4"),
        ]
    )
    table = life_table(view, int(view.now("actions").index[0])).replace("\u00a0", " ", regex=True)
    told = table[["As at", "Meeting", "What happened"]].to_numpy().tolist()
    assert told == [
        ["20 May 2021", "20 May 2021", "First listed"],
        ["31 Aug 2021", "7 Sep 2021", "Due date moved"],
        ["31 Aug 2021", "7 Sep 2021", "Reported complete"],
        ["31 Aug 2021", "7 Sep 2021", "Evidence given"],
        ["23 Nov 2021", "23 Nov 2021", "No longer listed"],
        ["25 Jan 2022", "25 Jan 2022", "Reopened"],
        ["25 Jan 2022", "25 Jan 2022", "Listed again"],
    ]
    moved = table[table["What happened"] == "Due date moved"].iloc[0]
    assert moved[["From", "To", "Later by"]].tolist() == ["30 Jun 2021", "30 Sep 2021", "92 days"]


def test_a_life_begins_with_the_first_due_date() -> None:
    rows = [
        row(MAY, "1", "Write the guide.", due_date="2021-03-31", revised_due_date="2021-06-30"),
        row(MAY, "2", "Hold the meeting"),
        row(SEP, "2", "Hold the meeting", due_date="2021-12-31"),
    ]
    view = seen(rows)
    told = [life_table(view, record)["To"].tolist() for record in view.history["actions"].index]
    assert told[0] == [
        "Write the guide. First due 31\u00a0Mar\u00a02021",
        "30\u00a0Jun\u00a02021",
        "–",
    ]
    assert told[1] == ["Hold the meeting. No due date", "31\u00a0Dec\u00a02021"]


def test_the_reason_for_a_move_stands_beside_that_move() -> None:
    rows = [
        row(MAY, "1", due_date="2021-06-30"),
        row(SEP, "1", due_date="2021-09-30"),
        row(NOV, "1", due_date="2021-12-31"),
        row(JAN, "1", due_date="2022-03-31"),
    ]
    said = [
        ("move reason", "1", SEP, {"reason": "Nobody applied."}),
        ("move reason", "1", "2021-12-01", {"reason": "The post was frozen."}),
        ("move reason", "1", MAY, {"reason": "About no move."}),
    ]
    view = seen(rows, said)
    table = life_table(view, int(view.now("actions").index[0]))
    assert table["Reason"].tolist() == ["–", "Nobody applied.", "The post was frozen.", "–"]


def test_a_record_of_an_earlier_file_is_placed_with_that_files_name() -> None:
    view = seen([row(MAY, "14"), row(MAY, "15"), row(SEP, "15")])
    history = view.history["actions"].assign(sheet="Actions", row=19)
    view = replace(view, history={"actions": history})
    assert places(view, "actions", history) == [
        "2021-05-20.xlsx, Actions, row\u00a019",
        "2021-05-20.xlsx, Actions, row\u00a019",
        "Actions, row\u00a019",
    ]
    assert places(view, "actions", history.reindex([99])) == ["–"]
