"""The dated lines of charts: a past pack knows nothing of its future."""

from datetime import date

import pytest

from tests.made.packs import looked_at, made

MET = [date(2021, 5, 20), date(2021, 9, 7), date(2022, 3, 22)]
EVENTS = {
    "Service level agreement signed": date(2021, 11, 15),
    "Permanent head of children's legal started": date(2022, 3, 7),
}


@pytest.mark.parametrize("meeting", MET)
def test_the_pack_of_a_past_meeting_marks_nothing_that_came_after_it(meeting: date) -> None:
    given = made(0, "public", meeting)
    marks = [mark for sheet in given.sheets for mark in sheet.chart.marks]
    assert all(mark.when <= meeting for mark in marks if mark.kind == "event")
    after = {mark.when for mark in marks if mark.when > meeting}
    # The next meeting is known; those after it are not.
    assert len(after) <= 1
    said = repr(given.blocks)
    for event, when in EVENTS.items():
        assert (event in said) == (when <= meeting), event


def test_what_is_marked_of_a_past_meeting_is_known_to_the_latest_as_well() -> None:
    latest = {mark for sheet in made().sheets for mark in sheet.chart.marks}
    past = {mark for sheet in made(0, "public", MET[1]).sheets for mark in sheet.chart.marks}
    assert {mark for mark in past if mark.kind == "event"} <= latest
    assert {event.text for event in looked_at().events} >= set(EVENTS)
