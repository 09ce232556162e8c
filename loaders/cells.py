"""What a single cell may hold: numbers, dates, words, references; anything else is Unreadable."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from loaders.columns import Kind


class Unreadable(ValueError):
    """The cell cannot be read; the message is what the officer should do."""


@dataclass(frozen=True)
class Noted:
    """A value that was read in a way the officer should see ("read as 31 December 2016")."""

    value: Any
    advice: str
    level: str = "note"


def _text(value: Any) -> str:
    return " ".join(str(value).split())


text = Kind("text", _text, "str", "text")
ref = Kind("reference", _text, "str", "the reference as printed, for example 1.10 or Q7", "Q7")
number = Kind("number", float, "float64", "a number, for example 36.5", 36.5)
whole = Kind("whole number", float, "float64", "a whole number, for example 12", 12)
percent = Kind("percentage", float, "float64", "a percentage, for example 75%", 0.75)
"""Clean value: a share of 1."""
money = Kind("money", float, "float64", "an amount in pounds, for example £1,200", 1200)
day = Kind("date", _text, "datetime64[s]", "a date, for example 31/03/2022")
"""A month or quarter alone is its last day, and noted."""
first_day = Kind("start date", _text, "datetime64[s]", "a date, for example 01/04/2022")
"""As ``day``, but a month or quarter alone is its first day."""


def one_of(words: Mapping[str, tuple[str, ...]], name: str = "choice") -> Kind:
    """One of the given words, each with the other words it goes by."""
    return Kind(name, _text, "str", "one of " + ", ".join(words), next(iter(words)), tuple(words))


yes_no = one_of({"yes": ("y", "true"), "no": ("n", "false")}, "yes or no")
