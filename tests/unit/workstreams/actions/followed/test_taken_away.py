"""A date, an owner or evidence that a later file leaves blank: it leaves a trace everywhere."""

import pandas as pd
import pytest

from charts.table import table
from measures.actions.history import events
from tests.made.actions import MAY, NOV, SEP, row, rows_over, seen
from workstreams.actions.asked.questions import asked
from workstreams.actions.book import book
from workstreams.actions.drawn.changes import dates
from workstreams.actions.followed.since import since_last_met
from workstreams.actions.measures import MOVED, NO_DATE, OVERDUE
from workstreams.actions.records.one_action import recordable
from workstreams.actions.records.tables import life_table

BEFORE = {"owner": "Head of law", "due_date": "2021-06-30", "evidence": "Minute 4"}
OTHER = rows_over([MAY, SEP], "9", status="in progress", due_date="2021-12-31", owner="Lawyer")
BLANKED = [row(MAY, "1", status="in progress", **BEFORE), row(SEP, "1", status="in progress")]


def happened(rows: list[dict[str, str]], ref: str = "1") -> list[tuple[str, str, str]]:
    """What happened to an action after it was first listed: event, from, to."""
    found = book(seen(rows))
    told = events(found.lives)
    own = told[told["life"].isin(found.now.index[found.now["ref"] == ref])]
    return [tuple(line) for line in own[["event", "was", "now"]].to_numpy().tolist()[1:]]


def test_what_is_blanked_is_an_event_with_what_stood_there() -> None:
    assert happened([*BLANKED, *OTHER])[1:] == [
        ("date taken away", "2021-06-30", ""),
        ("owner taken away", "Head of law", ""),
        ("evidence taken away", "Minute 4", ""),
    ]


def test_a_date_given_back_as_it_was_is_told_and_not_counted_again() -> None:
    rows = [*BLANKED, row(NOV, "1", status="in progress", due_date="2021-06-30")]
    assert ("date given back", "", "2021-06-30") in happened(rows)
    assert book(seen(rows)).now["moves"].tolist() == [1]


def test_another_date_after_it_is_a_move_from_the_date_last_known() -> None:
    rows = [*BLANKED, row(NOV, "1", status="in progress", due_date="2021-12-31")]
    assert ("date moved", "2021-06-30", "2021-12-31") in happened(rows)
    assert book(seen(rows)).now["moves"].tolist() == [2]


def test_a_date_taken_away_counts_as_moved_and_as_no_date_and_keeps_its_first_due() -> None:
    view = seen([*BLANKED, *OTHER])
    figures = [measure.figure(view).value for measure in (MOVED, NO_DATE, OVERDUE)]
    assert figures == [1, 1, 0]
    (lost,) = book(view).now.query("ref == '1'").to_dict("records")
    assert lost["first_due"] == pd.Timestamp("2021-06-30")
    assert pd.isna(lost["current_due"])


@pytest.mark.parametrize(
    ("key", "name", "heading", "old"),
    [
        ("date_taken", "Date taken away", "Due then", "30\u00a0Jun\u00a02021"),
        ("owner_taken", "Owner taken away", "Owner then", "Head of law"),
        ("evidence_taken", "Evidence taken away", "Evidence then", "Minute 4"),
    ],
)
def test_the_overview_lists_it_with_what_stood_there(
    key: str, name: str, heading: str, old: str
) -> None:
    found = since_last_met(seen([*BLANKED, *OTHER]))
    assert found is not None
    change = found[key]
    assert (change.name, change.figure.value) == (name, 1)
    assert change.rows[heading].tolist() == [old]
    assert f"1 with the {name.lower()}" in found.finding


def test_a_date_taken_away_is_not_among_the_dates_moved() -> None:
    found = since_last_met(seen([*BLANKED, *OTHER]))
    assert found is not None
    assert found["moved"].rows.empty


def test_the_chair_asks_why_it_was_taken_away() -> None:
    question = asked(seen([*BLANKED, *OTHER]))["moved"]
    assert "been taken away since 20 May 2021?" in question.text
    assert question.rows["Due then"].tolist() == ["30\u00a0Jun\u00a02021"]
    moved = [row(MAY, "2", due_date="2021-06-30"), row(SEP, "2", due_date="2021-12-31")]
    both = asked(seen([*BLANKED, *moved]))["moved"]
    assert both.text == "Why has the date of 1 and 2 been moved or taken away since 20 May 2021?"


def test_the_picture_of_moved_dates_has_it_first_with_its_first_date() -> None:
    moved = [row(MAY, "2", due_date="2021-06-30"), row(SEP, "2", due_date="2021-12-31")]
    chart = dates(seen([*BLANKED, *moved]))
    assert chart is not None
    assert chart.finding == "Both actions have had the due date moved; 1 has no date any more"
    assert chart.data["text"].tolist() == ["taken away", "184 days later, moved once"]
    assert table(chart).iloc[0].tolist()[1] == "30 June 2021"
    alone = dates(seen(BLANKED))
    assert alone is not None
    assert alone.data["end"].isna().all()


def test_a_reason_can_be_recorded_for_it_and_stands_beside_it() -> None:
    said = [("move reason", "1", SEP, {"reason": "The court has not said when."})]
    view = seen([*BLANKED, *OTHER], said)
    record = int(view.now("actions").query("ref == '1'").index[0])
    found = recordable(view, record)
    assert found is not None
    assert [move.words for move in found.moves] == [
        "30\u00a0Jun\u00a02021 taken away, reported 7\u00a0Sep\u00a02021"
    ]
    life = life_table(view, record).set_index("What happened")
    assert life.loc["Due date taken away", "From"] == "30\u00a0Jun\u00a02021"
    assert life.loc["Due date taken away", "Reason"] == "The court has not said when."
    listed = since_last_met(view)
    assert listed is not None
    (reason,) = listed["date_taken"].rows["Reason, or the update with it"]
    assert reason == "The court has not said when."
