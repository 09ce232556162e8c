from datetime import UTC, date, datetime

import pandas as pd
import pytest

from store.said.belonging import holds_from
from workstreams.view import Meeting, Snapshot, no_judgements

FEBRUARY, MARCH, MEETING, JUNE = (
    *(date(2026, 2, 10), date(2026, 3, 10)),
    *(date(2026, 4, 1), date(2026, 6, 9)),
)


def snapshot(number: int, as_at: date, accepted: date, first: date | None = None) -> Snapshot:
    at, first_at = (
        datetime(one.year, one.month, one.day, tzinfo=UTC) for one in (accepted, first or accepted)
    )
    return Snapshot(number, as_at, "plan.xlsx", "a", at, "An officer", first_at=first_at)


def first(on: date, recorded: date, standing: list[Snapshot], met: date | None = None) -> date:
    """From which date on one thing counts that was recorded on a day about a day."""
    line = ["evidence", "1.1", {}, str(on), "An officer", str(recorded), str(on)]
    columns = no_judgements().dtypes.to_dict()
    judged = pd.DataFrame([line], columns=list(columns), index=[1]).astype(columns)
    looked_at = (FEBRUARY, met) if met else None
    found = holds_from(judged, standing, [Meeting(MEETING)], looked_at)
    day: pd.Timestamp = found.loc[1]
    return day.date()


BOTH = [snapshot(1, FEBRUARY, FEBRUARY), snapshot(2, JUNE, JUNE)]


@pytest.mark.parametrize(
    ("on", "recorded", "counts_from"),
    [
        # Recorded while February was the latest: it stays there, whatever came afterwards.
        (date(2026, 5, 20), date(2026, 5, 20), FEBRUARY),
        # Recorded after June's file, of a day before February's meeting: it is February's.
        (MEETING, date(2026, 7, 1), FEBRUARY),
        # Of a day after that meeting: February's page is what the meeting had.
        (date(2026, 5, 20), date(2026, 7, 1), JUNE),
        (date(2026, 7, 1), date(2026, 7, 1), JUNE),
    ],
)
def test_what_is_recorded_counts_from_the_snapshot_that_it_is_about(
    on: date, recorded: date, counts_from: date
) -> None:
    assert first(on, recorded, BOTH) == counts_from


def test_a_file_that_comes_late_takes_nothing_from_the_date_before() -> None:
    on, recorded = date(2026, 3, 20), date(2026, 7, 1)
    assert first(on, recorded, BOTH) == FEBRUARY
    assert first(on, recorded, [*BOTH, snapshot(3, MARCH, date(2026, 7, 2))]) == FEBRUARY
    # Once March's file is there, what is said of a day after it is March's.
    assert first(on, date(2026, 7, 3), [*BOTH, snapshot(3, MARCH, date(2026, 7, 2))]) == MARCH


def test_a_file_that_is_read_again_is_there_since_it_was_first_accepted() -> None:
    on, recorded = date(2026, 6, 20), date(2026, 6, 20)
    again = snapshot(3, JUNE, date(2026, 8, 1), first=JUNE)
    assert first(on, recorded, [BOTH[0], again]) == JUNE


def test_a_meeting_to_which_nothing_new_came_has_what_was_recorded_up_to_it() -> None:
    on, recorded = date(2026, 5, 20), date(2026, 7, 1)
    assert first(on, recorded, BOTH, met=date(2026, 5, 27)) == FEBRUARY


def test_without_a_snapshot_it_counts_from_its_own_day() -> None:
    assert first(MARCH, MARCH, []) == MARCH
