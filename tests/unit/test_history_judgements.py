"""What officers record beside the workbook, and what it does to where an action stands."""

import pytest

from tests.unit.actions_made import JAN, MAY, NOV, SEP, row, rows_over, seen
from workstreams.actions.book import book
from workstreams.actions.followed import CONFIRMED, links_of
from workstreams.actions.measures import ACCEPTED, COMPLETE, EVIDENCED, OPEN, UNLISTED
from workstreams.actions.since import since_last_met
from workstreams.actions.tables import life_table

OTHER = rows_over([MAY, SEP, NOV], "9", status="in progress", update="Going")
DONE = rows_over([MAY, SEP, NOV], "1", status="complete")
GONE = [row(MAY, "1", status="in progress")]
MEETING = {"meeting": SEP, "text": "Accepted."}


def stands(view: object, ref: str) -> str:
    now = book(view).now  # type: ignore[arg-type]
    return str(now.set_index("ref").loc[ref, "evidence_position"])


def test_evidence_recorded_by_an_officer_counts_from_its_date() -> None:
    view = seen([*DONE, *OTHER], [("evidence", "1", SEP, {"text": "Minute 4", "link": ""})])
    assert stands(view, "1") == "evidenced"
    assert EVIDENCED.figure(view).numerator == 1
    assert EVIDENCED.figure(view.back_to(view.dates[0])).numerator == 0


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


def test_a_reason_recorded_too_soon_waits_until_the_row_is_gone() -> None:
    judged = [("no longer listed", "9", MAY, {"reason": "completed", "into": "", "text": ""})]
    assert OPEN.figure(seen(OTHER, judged)).value == 1


def test_a_judgement_that_fits_no_action_changes_nothing_and_is_listed() -> None:
    view = seen(OTHER, [("evidence", "99", SEP, {"text": "Minute", "link": ""})])
    assert book(view).unplaced["subject"].tolist() == ["99"]
    assert EVIDENCED.figure(view).numerator == 0


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
    table = life_table(view, int(view.now("actions").index[0]))
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
