"""Moments of other time zones as clocks in the United Kingdom showed them."""

from datetime import datetime
from zoneinfo import ZoneInfo

_UK = ZoneInfo("Europe/London")


def in_uk(moment: datetime) -> datetime:
    """The moment by UK clocks, without its zone; one that names no zone stays as it is."""
    if moment.tzinfo is None:
        return moment
    try:
        return moment.astimezone(_UK).replace(tzinfo=None)
    except OverflowError:
        return moment.replace(tzinfo=None)
