"""The one day that a cell stands for, and what is said of how it was read."""

import re
from datetime import date, datetime
from typing import Any

from loaders.cells import dates, moved_dates, no_dates
from loaders.cells.answers import NO_DATE, Noted, Unreadable, shown
from loaders.formats.number_format import Formatted, unformatted

_NO_DATE_HERE = "so the row counts as having no date here."


def day_of(value: Any, first: bool) -> date | Noted:
    """The one day a cell stands for: the first of its month or quarter, or the last."""
    if isinstance(value, date):
        found = value.date() if isinstance(value, datetime) else value
        return _empty(shown(found)) if no_dates.empty(found) else found
    text = unformatted(value) if isinstance(value, Formatted) else shown(value)
    serial = None if isinstance(value, bool) or not _DIGITS.match(text) else float(text)
    if serial is not None and (day := dates.from_serial(serial)):
        return Noted(day, f"Read as {dates.said(day)}, from Excel's number for that day.")
    if text.casefold() in NO_DATE:
        return Noted(None, f"This is not a date, {_NO_DATE_HERE}")
    if no_dates.empty(text):
        return _empty(text)
    span = dates.span(text)
    if span is not None:
        return _spanned(span, first)
    if turned := dates.month_first(text):
        advice = (
            f"Read month first, as {dates.said(turned)}, since there is no other way to read it. "
            f"Write the day first: {shown(turned)}."
        )
        return Noted(turned, advice, "warning")
    return _several(text, first)


def _empty(text: str) -> Noted:
    said = f"A database writes {text} where there is no date, {_NO_DATE_HERE}"
    return Noted(None, said)


def _spanned(span: dates.Span, first: bool) -> date | Noted:
    day = dates.chosen(span, first)
    if span.other:
        other = dates.chosen(span.other, first)
        advice = (
            f"Read as {dates.said(day)}, of the calendar year. If it is of the financial year it "
            f"is {dates.said(other)}: write the year in full then, for example Q3 2021/22."
        )
        return Noted(day, advice, "warning")
    if span.note:
        return Noted(day, span.note)
    return day if span.exact else Noted(day, f"Read as {dates.said(day)}.")


def _several(text: str, first: bool) -> Noted:
    """A text with more than a date: a date that was moved, or one with words beside it."""
    found = moved_dates.path(text)
    if found is None:
        days = [dates.chosen(span, first) for span in moved_dates.dated(text)]
        if len(days) > 1:
            raise Unreadable(
                f"This cell holds {moved_dates.listed(days)}, and does not say which one holds. "
                f"If the date was moved, write {shown(days[-1])} (was {shown(days[0])})."
            )
        raise Unreadable(no_dates.advice(text))
    *earlier, day = [dates.chosen(span, first) for span in found.days]
    if not earlier:
        advice = f"Read as {dates.said(day)}. The words beside it, “{found.beside}”, were not used."
        return Noted(day, advice, "warning")
    moved = f"Read as {dates.said(day)}, moved from {moved_dates.listed(earlier)}."
    return Noted(day, moved, earlier=tuple(earlier))


_DIGITS = re.compile(r"^\d{4,5}(\.\d+)?$")
