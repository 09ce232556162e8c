"""Plain words that findings share: dates, counts and lists as people write them."""

from collections.abc import Sequence
from datetime import date

import pandas as pd


def day(when: date | pd.Timestamp) -> str:
    """A date as people write it: 7 September 2021."""
    return f"{when.day} {when:%B %Y}"


def short_day(when: date | pd.Timestamp) -> str:
    """A date for a table, which never breaks over two lines: 22 Nov 2022."""
    return f"{when.day}\u00a0{when:%b}\u00a0{when:%Y}"


def month(when: date | pd.Timestamp) -> str:
    """A month as people write it: September 2021."""
    return f"{when:%B %Y}"


SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(how_many: int) -> str:
    """A small number inside a sentence as a word, a larger one in figures: "three", "12"."""
    return SMALL[how_many] if how_many < len(SMALL) else f"{how_many}"


def counted(number: int, one: str, many: str = "") -> str:
    """How many of a thing: "1 post", "3 posts", "no posts"."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"


def listed(things: Sequence[str]) -> str:
    """Things in a row: "a", "a and b", "a, b and c"."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} and {things[-1]}"


def sentence(text: str) -> str:
    """The text with its first letter as a capital and the rest left alone."""
    return text[:1].upper() + text[1:]
