"""The dates a plan can be looked at."""

from datetime import UTC, date, datetime

from ui.shell.moments import chosen, earlier, moments
from workstreams.view import Meeting, Snapshot

MAY, SEPTEMBER, NOVEMBER = date(2021, 5, 20), date(2021, 9, 7), date(2021, 11, 23)


def snapshot(as_at: date, withdrawn: bool = False) -> Snapshot:
    return Snapshot(
        1, as_at, "a.xlsx", "f", datetime(2022, 1, 1, tzinfo=UTC), "Officer", (), withdrawn
    )


def test_dates_come_newest_first_and_say_which_is_a_meeting() -> None:
    found = moments([snapshot(MAY), snapshot(NOVEMBER)], [Meeting(NOVEMBER)])
    assert [m.on for m in found] == [NOVEMBER, MAY]
    assert [m.label.replace("\u00a0", " ") for m in found] == [
        "23 Nov 2021 (meeting)",
        "20 May 2021",
    ]


def test_a_meeting_without_its_own_snapshot_shows_the_one_that_stood_then() -> None:
    found = moments([snapshot(MAY), snapshot(NOVEMBER)], [Meeting(SEPTEMBER)])
    meeting = next(m for m in found if m.on == SEPTEMBER)
    assert meeting.as_at == MAY
    assert "data as at" in meeting.label


def test_a_meeting_before_the_first_snapshot_or_after_the_last_is_no_choice() -> None:
    found = moments([snapshot(SEPTEMBER)], [Meeting(MAY), Meeting(NOVEMBER)])
    assert [m.on for m in found] == [SEPTEMBER]


def test_a_withdrawn_snapshot_is_no_choice() -> None:
    found = moments([snapshot(MAY), snapshot(SEPTEMBER, withdrawn=True)], [])
    assert [m.on for m in found] == [MAY]


def test_only_older_data_can_be_compared_with() -> None:
    found = moments([snapshot(MAY), snapshot(SEPTEMBER)], [])
    assert [m.on for m in earlier(found, SEPTEMBER)] == [MAY]
    assert earlier(found, MAY) == ()


def test_a_link_names_a_choice_by_its_date() -> None:
    found = moments([snapshot(MAY)], [])
    assert chosen(found, "2021-05-20") == found[0]
    assert chosen(found, "yesterday") is None
