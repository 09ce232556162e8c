"""What a single cell may hold: numbers, dates, words, references; anything else is Unreadable."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from loaders.cells.answers import (
    NO_DATE,
    NOT_YET,
    Noted,
    Unreadable,
    plain,
    shown,
    value_of,
)
from loaders.cells.days import day_of
from loaders.cells.said_words import begins_with, share, slip, word
from loaders.declared import Kind
from loaders.formats.number_format import Formatted

__all__ = [
    "NO_DATE",
    "MARKS",
    "NOT_YET",
    "Noted",
    "Unreadable",
    "day",
    "first_day",
    "in_percent",
    "money",
    "number",
    "number_of",
    "one_of",
    "past_day",
    "plain",
    "plain_number",
    "ref",
    "shown",
    "text",
    "value_of",
    "who",
    "whole",
    "yes_no",
]

MARKS = {
    "c": "c",
    "u": "u",
    "x": "x",
    "z": "z",
    "low": "low",
    "k": "low",
    "*": "c",
    ":": "x",
    "..": "x",
    **dict.fromkeys(("n/a", "na", "not applicable", "does not apply"), "z"),
    **dict.fromkeys(("n/k", "not known", "not available", "not yet available", "no data"), "x"),
    **dict.fromkeys(("tbc", "tba", "to be confirmed", "awaited", "not yet run"), "x"),
}
"""What stands for a figure that is not there, in official statistics and as officers type it, as
the mark it is kept as."""


def _ref(value: Any) -> str:
    if isinstance(value, date):
        raise Unreadable(
            "Excel has turned this reference into a date. Set the cell's format to text and type "
            "the reference again, for example 1.10."
        )
    return shown(value)


_NUMBER = re.compile(
    r"^([-−+]?)£?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)"
    r"( ?%| ?per ?cent| ?[km](?:illion)?\b|)\s*(fte|wte|days?|people|posts?|cases?|staff|months?|)$"
)
_JOINED = re.compile(r";(?=\S)")
_TIMES = {"k": 1e3, "m": 1e6, "%": 0.01, "p": 0.01, "": 1.0}


def _parsed(text: str) -> tuple[float, str] | None:
    """A number typed as text, and what stood behind it ("%", "FTE" or "")."""
    found = _NUMBER.match(" ".join(text.casefold().replace("£ ", "£").split()))
    if not found:
        return None
    times = _TIMES[found[3].strip()[:1]]
    plain = float(found[2].replace(",", ""))
    value = plain / 100 if times == 0.01 else plain * times
    return (-value if found[1] in {"-", "−"} else value), found[3].strip() or found[4]


def plain_number(value: object) -> float | None:
    """The number that a cell holds or that is typed in it, where no sign or word goes with it."""
    if isinstance(value, Formatted):
        return None if value.percent else float(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    found = _parsed(value) if isinstance(value, str) else None
    return found[0] if found and not found[1] else None


def in_percent(value: object) -> bool:
    """Whether a cell shows its number with a percent sign, or says "per cent"."""
    if isinstance(value, Formatted):
        return value.percent
    found = _parsed(value) if isinstance(value, str) else None
    return found is not None and found[1].replace(" ", "") in {"%", "percent"}


def number_of(value: Any, says: str) -> float | Noted:
    """The number of a cell; raises ``Unreadable``, which asks for what it ``says``."""
    if isinstance(value, bool | date):
        raise Unreadable(f"Enter {says}.")
    if isinstance(value, int | float):
        return float(value)
    if value.strip().casefold() in NOT_YET | {"none"}:
        return Noted(None, "There is no number here, so none is counted.")
    found = _parsed(value)
    if found is None:
        raise Unreadable(f"Enter {says}, with no other words in the cell.")
    if found[1] and found[1] not in {"%", "k", "m"}:
        return Noted(found[0], f"Read as the number {shown(found[0])}.")
    return found[0]


def _who(value: Any) -> str:
    return _JOINED.sub("; ", shown(value))


def _number(value: Any) -> float | Noted:
    return number_of(value, "a number, for example 36.5")


def _whole(value: Any) -> float | Noted:
    read = number_of(value, "a whole number, for example 12")
    number = plain(read)
    if number is not None and not float(number).is_integer():
        raise Unreadable("Enter a whole number, for example 12.")
    return read


def _money(value: Any) -> float | Noted:
    return number_of(value, "an amount in pounds, for example £1,200")


def _day(value: Any) -> date | Noted:
    return day_of(value, first=False)


def _first_day(value: Any) -> date | Noted:
    return day_of(value, first=True)


def _past_day(value: Any) -> date | Noted:
    read = day_of(value, first=False)
    day = plain(read)
    if day is not None and day > datetime.now().astimezone().date():
        raise Unreadable("This day has not come yet. Enter a date up to today.")
    return read


text = Kind("text", shown, "str", "text")
who = Kind("text", _who, "str", "text")
"""As ``text``, with names that a tool wrote "A;B" set apart."""
ref = Kind("reference", _ref, "str", "the reference as printed, for example 1.10 or Q7", "Q7")
number = Kind("number", _number, "float64", "a number, for example 36.5", 36.5)
whole = Kind("whole number", _whole, "float64", "a whole number, for example 12", 12)
money = Kind("money", _money, "float64", "an amount in pounds, for example £1,200", 1200)
day = Kind("date", _day, "datetime64[s]", "a date, for example 31/03/2022")
"""A month or quarter alone is its last day, and noted."""
past_day = Kind("date", _past_day, "datetime64[s]", "a date up to today, for example 31/03/2022")
"""As ``day``, but never a day to come."""
first_day = Kind("start date", _first_day, "datetime64[s]", "a date, for example 01/04/2022")
"""As ``day``, but a month or quarter alone is its first day."""


def one_of(
    words: Mapping[str, tuple[str, ...]],
    name: str = "choice",
    ends: tuple[str, ...] = (),
    by_share: tuple[str, str] = ("", ""),
) -> Kind:
    """One of the given words, each with the other words it goes by.

    A cell that starts with such a word and goes on, set apart ("Open - waiting for data"), is read
    as that word, and noted. ``ends`` are the words that end a matter: they are read only where
    nothing behind them may undo them. ``by_share`` are the words for a share of none, and of some.
    """
    known = {word(other): plain for plain, others in words.items() for other in (plain, *others)}
    listed = list(words)
    comma = "; " if any("," in plain for plain in listed) else ", "
    choices = f"{comma.join(listed[:-1])} or {listed[-1]}" if len(listed) > 1 else "".join(listed)
    advice = f"Choose one of these words: {choices}."

    # A partial, not a function inside this one, so that a table can be sent to another process.
    read = partial(_choice, known=known, advice=advice, ends=ends, by_share=by_share)
    return Kind(name, read, "str", f"one of {choices}", listed[0], tuple(listed), ends=ends)


def _choice(
    value: Any,
    known: Mapping[str, str],
    advice: str,
    ends: tuple[str, ...],
    by_share: tuple[str, str],
) -> str | Noted:
    typed = shown(value)
    plain = known.get(word(typed).strip(" !*"))
    if plain is not None:
        return plain
    if typed.casefold() in NOT_YET:
        return Noted(None, "There is no answer here, so none is counted.")
    plain = begins_with(typed, known, ends)
    if plain is not None:
        return Noted(plain, f"Read as “{plain}”.")
    part = value if isinstance(value, float) and 0 < value < 1 else share(typed)
    if by_share[1] and part is not None and part < 1:
        plain = by_share[1] if part else by_share[0]
        return Noted(plain, f"Read as “{plain}”, from the share that is done.")
    plain = slip(typed, known)
    if plain is None:
        raise Unreadable(advice)
    return Noted(plain, f"Read as “{plain}”, taken for a slip of typing.")


yes_no = one_of({"yes": ("y", "true", "✓", "✔"), "no": ("n", "false", "✗", "✘")}, "yes or no")
