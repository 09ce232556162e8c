"""Records kept by an earlier version, whose declaration had fewer columns."""

import json
from datetime import date

import pandas as pd

from measures.following.lives import lives
from store.database.records import frame_of, lines
from workstreams.actions.columns import ACTIONS

KEPT = {
    "ref": "1.10",
    "title": "Write a protocol",
    "due_date": "2024-03-31",
    "revised_due_date": "2024-06-30",
    "status": "in progress",
    "update_history": [["2024-03-31", "Progress March", "Begun"]],
}


def test_a_record_without_its_dates_history_opens_with_nothing_lost() -> None:
    found = frame_of(ACTIONS, [1], [1], {1: date(2024, 5, 1)}, ["Plan"], [2], [json.dumps(KEPT)])
    assert found["due_date_history"].tolist() == [[]]
    assert json.loads(lines(found[ACTIONS.empty().columns])[0]) == KEPT
    known = lives(found).records.iloc[0]
    assert known["moves"] == 1
    assert known["first_due"] == pd.Timestamp("2024-03-31")
    assert known["current_due"] == pd.Timestamp("2024-06-30")


def test_a_history_of_dates_reads_back_as_it_was_kept() -> None:
    told = [["2024-03-31", "Due date", ""], ["2024-06-30", "1st revised date", "Vacancy – “one”"]]
    line = json.dumps(KEPT | {"due_date_history": told}, ensure_ascii=False)
    found = frame_of(ACTIONS, [1], [1], {1: date(2024, 5, 1)}, ["Plan"], [2], [line])
    assert found["due_date_history"].tolist() == [told]
    assert json.loads(lines(found[ACTIONS.empty().columns])[0]) == json.loads(line)
