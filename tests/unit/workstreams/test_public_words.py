"""A public view holds no small number of children in anybody's words; members' views hold all."""

from dataclasses import replace
from datetime import date

import pandas as pd

from tests.made.views import history_of, view_of
from workstreams import TABLES
from workstreams.actions.columns import ACTIONS
from workstreams.public_words import TEXTS_CLEARED, found, public, sum_of
from workstreams.view import Event, View

UPDATE = "Done but for 4 cases"


def view(settings: dict[str, object] | None = None) -> View:
    frame = pd.DataFrame(
        {
            "ref": ["A1", "A2"],
            "title": ["Write to 3 families", "Train 3 solicitors"],
            "status": "in progress",
            "update": [UPDATE, "2 courses held"],
            "as_at": "2021-09-07",
        },
        dtype="str",
    )
    history = {table.key: history_of(table, frame[["as_at"]].iloc[:0]) for table in TABLES}
    seen = view_of(history | {"actions": history_of(ACTIONS, frame)}, settings=settings)
    judged = seen.judgements.astype("object")
    note = {"kind": "commentary", "subject": "actions.late", "value": {"text": "2 children wait"}}
    judged.loc[0] = pd.Series(note, judged.columns, dtype="object")
    return replace(seen, judgements=judged, events=(Event(date(2021, 6, 1), "Five cases found"),))


def test_words_are_changed_wherever_they_stand_and_nothing_else_is() -> None:
    before = view()
    after = public(before, TABLES)
    actions = after.history["actions"]
    assert list(actions["title"]) == ["Write to 1 to 5 families", "Train 3 solicitors"]
    assert list(actions["update"]) == ["Done but for 1 to 5 cases", "2 courses held"]
    assert after.judgements["value"].iloc[0] == {"text": "1 to 5 children wait"}
    assert after.events[0].text == "1 to 5 cases found"
    same = actions.columns.difference(["title", "update"])
    pd.testing.assert_frame_equal(actions[same], before.history["actions"][same])
    assert before.history["actions"]["update"].iloc[0] == UPDATE


def test_a_text_that_an_officer_cleared_stands_as_it_was_written() -> None:
    after = public(view({TEXTS_CLEARED: [sum_of(UPDATE)]}), TABLES)
    assert after.history["actions"]["update"].iloc[0] == UPDATE
    assert after.history["actions"]["title"].iloc[0] == "Write to 1 to 5 families"


def test_what_will_be_changed_is_found_by_row() -> None:
    told = found(view().history, TABLES, {})
    assert [(one.table, one.field, one.text) for one in told] == [
        ("actions", "title", "Write to 3 families"),
        ("actions", "update", UPDATE),
    ]
    assert all(one.row > 0 for one in told)
    assert not found(view().history, TABLES, {TEXTS_CLEARED: [sum_of(one.text) for one in told]})
