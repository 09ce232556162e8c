"""What every command reads on its command line."""

from argparse import ArgumentTypeError
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from store.commands import day, moment

HALF_PAST_SIX = datetime(2021, 9, 7, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2021-09-07", "07/09/2021", "7/9/2021"])
def test_a_day_has_two_writings(text: str) -> None:
    assert day(text) == date(2021, 9, 7)


@pytest.mark.parametrize("text", ["", "last week", "2021-13-01", "09/07/21", "2021-09-07T18:30"])
def test_what_is_no_day_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="is not a date. Write it as 2021-09-07"):
        day(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2021-09-07T18:30:00.000000Z", HALF_PAST_SIX),
        ("2021-09-07T18:30:00", HALF_PAST_SIX),
        ("2021-09-07 18:30", HALF_PAST_SIX),
        ("2021-09-07T19:30:00+01:00", HALF_PAST_SIX),
        ("2021-09-07", HALF_PAST_SIX - timedelta(hours=18, minutes=30)),
    ],
)
def test_a_moment_is_in_utc_where_it_names_no_other_zone(text: str, meant: datetime) -> None:
    assert moment(text) == meant
    assert moment(text).tzinfo in (UTC, timezone(timedelta(hours=1)))


@pytest.mark.parametrize("text", ["", "now", "7 September 2021 at 18:30 UTC", "2021-09-07T25:00"])
def test_what_is_no_moment_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="Write it as the document does: 2021-09-07T18:30"):
        moment(text)
