"""Colours, letters and words that stand for a status: found and named, never interpreted."""

import colorsys
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from loaders.cells.readers import shown
from loaders.columns.key_text import WORDS, pairs
from loaders.sheets.page import Page, is_text

TRAFFIC = {"red", "amber", "yellow", "green"}
CODE = re.compile(r"^([rags bykwp]|br?ag|[1-5](\.0)?|a/g|g/a|r/a|a/r|amber e)$|^$", re.IGNORECASE)
MOST_MEANING = 200


def hue(colour: str) -> str:
    """The name of a fill ("FF0000" is red); "" for white and greys too pale to mean a thing."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    angle, strength, value = colorsys.rgb_to_hsv(red, green, blue)
    if value < 0.2:
        return "black"
    if strength < 0.12:
        return "grey" if value < 0.8 else ""
    degrees = angle * 360
    for limit, name in ((14, "red"), (50, "amber"), (67, "yellow"), (170, "green"), (262, "blue")):
        if degrees < limit:
            return name
    return "purple" if degrees < 338 else "red"


def is_code(value: object) -> bool:
    """Whether a cell holds a colour's name or letter, or a grade from 1 to 5."""
    text = "" if value is None else shown(value).casefold()
    return bool(text) and (text in WORDS or CODE.match(text) is not None)


def filled(page: Page, rows: Sequence[int], column: int) -> list[str | None]:
    """The name of the fill of each row's cell in a column; None where there is none."""
    fills = page.grid.fills
    return [hue(fills[row, column]) or None if (row, column) in fills else None for row in rows]


_GRADED = re.compile(
    r"\b(?:severity|priorit\w*|risk|likelihood|impact|probability|urgency|urgent|importance|"
    r"criticality|critical|grade|score|rating of risk|exposure|consequence|complexity|level|size|"
    r"effort|moscow)\b",
    re.IGNORECASE,
)


def is_graded(heading: str) -> bool:
    """Whether a column says how bad or how urgent a thing is: its colours are of that."""
    return _GRADED.search(heading) is not None


def repeats(page: Page, rows: Sequence[int], column: int) -> bool:
    """Whether a column's fills only repeat its few words: each word has one colour of its own."""
    names: dict[str, set[str]] = {}
    for row, fill in zip(rows, filled(page, rows, column), strict=True):
        value = page.at(row, column)
        if fill and value is not None:
            names.setdefault(shown(value).casefold(), set()).add(fill)
    few = 2 <= len(names) <= max(2, len(rows) // 2)
    return few and all(len(colours) == 1 for colours in names.values())


def coloured_column(page: Page, rows: Sequence[int], columns: Sequence[int]) -> int | None:
    """The column whose fills look like a status: traffic-light colours over most records."""
    if not page.grid.fills or len(rows) < 2:
        return None
    best, most = None, 0.5 * len(rows)
    for column in columns:
        names = Counter(filter(None, filled(page, rows, column)))
        if len(TRAFFIC & set(names)) >= 2 and sum(names.values()) > most:
            best, most = column, sum(names.values())
    return best


def key_in(page: Page, taken: set[int]) -> dict[str, str]:
    """What a key on the sheet says that colours and letters mean, outside the tables' own rows.

    Read are "G = on target", a letter or colour with its meaning in the next cell, and a coloured
    blank cell with its meaning in the next.
    """
    found: dict[str, str] = {}
    for row in range(page.height):
        if row in taken or not page.counts[row]:
            continue
        cells = page.cells(row)
        for place, (column, value) in enumerate(cells):
            if not isinstance(value, str):
                continue
            told = pairs(value)
            if told:
                for name, meant in told:
                    found.setdefault(_name(name), meant)
            elif is_code(value) and place + 1 < len(cells):
                after, meaning = cells[place + 1]
                if after - column <= 3 and is_text(meaning) and not is_code(meaning):
                    found.setdefault(_name(value), shown(meaning))
            elif is_text(value) and 3 <= len(value) < MOST_MEANING and column > 0:
                colour = page.grid.fills.get((row, column - 1))
                if colour and page.at(row, column - 1) is None and hue(colour):
                    found.setdefault(hue(colour), shown(value))
    return found if len(found) >= 2 else {}


def _name(text: str) -> str:
    plain = shown(text)
    return plain.upper() if len(plain) == 1 else plain.casefold()


def named(value: object) -> str:
    """A colour or letter as it is counted and asked about: "G", "green", "2"."""
    return _name(shown(value))


def meaning(value: str, colours: Mapping[str, str]) -> str | None:
    """What an officer said a colour, letter or word means, or None."""
    chosen = {_name(name): status for name, status in colours.items()}
    return chosen.get(_name(value))
