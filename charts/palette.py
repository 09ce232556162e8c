"""Every colour of the product and what each means; no other file names one.

A meaning has one colour wherever it is shown: on cards, in charts and tables, on badges, in Word,
PDF and slides. What needs attention is loud, what is well is quiet. A pattern is added only where
two colours that stand in one chart would be one grey in print. What has no meaning of its own, such
as one area beside another, takes its colour by its place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import Template
from typing import Literal

Meaning = Literal["attention", "on course", "done", "planned", "not known", "before"]

INK = "#0B0C0C"
SOFT_INK = "#4A5157"
FOOT_INK = "#3D3D3D"
"""Words of captions and small print in documents."""
PAPER = "#FFFFFF"
BLUE = "#12436D"
"""The figure itself, and the product's own colour: headings, links, the one bar of a chart."""
QUIET = "#6F777B"
"""Lines and words that are not in focus: 4.5 to 1 on white."""
PALE = "#D6D6D6"
FAINT = "#EDEDED"
PANEL = "#E8EDF2"
"""Behind the headings of a table."""
HALO = "#FFDD00"
"""Round what the keyboard is at, beyond a line of ink: one of the two is seen on any ground."""

FILLS: dict[Meaning, str] = {
    "attention": "#BF4E0E",
    "on course": "#28A197",
    "done": "#0B5A5A",
    "planned": "#801650",
    "not known": "#8A9296",
    "before": QUIET,
}
"""Areas, lines and points of a meaning: each 3 to 1 on white."""
BADGES = {
    "improvement": FILLS["done"],
    "concern": FILLS["attention"],
    "change": BLUE,
    "none": "#595F63",
}
"""What a run chart's marks are filled with, by what they say; white words are read on each."""
STEPS = {"total": BLUE, "up": "#A285D1", "down": FILLS["done"]}
"""The bars of a bridge: totals, what came, what was done with."""
SERIES = (BLUE, "#A285D1", "#3D3D3D", "#5995CB", "#4A3C12", "#8A9A5B")
"""Series without a meaning, by their place: each 3 to 1 beside the next, and none is loud."""
SHADES = ("#F2F6FA", "#D5E6F5", "#ADD1F1", "#6BACE6", "#2073BC", BLUE)
"""Light to dark, for the cells of a grid."""
PATTERNS = ("", "/", "\\", ".", "x")
GREYS_APART = 1.5
"""The least contrast at which two fills are told apart in grey print."""

TAGS: dict[Meaning, str] = {
    "attention": "orange",
    "on course": "green",
    "done": "green",
    "planned": "violet",
    "not known": "gray",
    "before": "gray",
}

IN_THE_DARK = {
    PAPER: "#14181C",
    INK: "#F1F3F5",
    SOFT_INK: "#BAC2CA",
    FOOT_INK: "#C6CCD2",
    BLUE: "#A9CDF0",
    QUIET: "#98A1A8",
    PALE: "#3A4249",
    FAINT: "#262D33",
    PANEL: "#232B33",
    FILLS["attention"]: "#F0935A",
    FILLS["on course"]: "#1C7A72",
    FILLS["done"]: "#7CC7C0",
    FILLS["planned"]: "#E79AC3",
    FILLS["not known"]: "#5F676C",
    BADGES["none"]: "#AAB2B8",
    "#A285D1": "#7A5FB0",
    "#5995CB": "#2C6AA2",
    "#4A3C12": "#D9C58A",
    "#8A9A5B": "#5F6C38",
    "#F2F6FA": "#1C2630",
    "#D5E6F5": "#223A51",
    "#ADD1F1": "#294C6E",
    "#6BACE6": "#32628E",
    "#2073BC": "#74ADE0",
}
"""What each colour becomes where the page is dark.

A fill that bears white words becomes one that bears dark words, so that words made for one are read
on the other.
"""


NAMED = {
    "ink": INK,
    "foot": FOOT_INK,
    "paper": PAPER,
    "blue": BLUE,
    "quiet": QUIET,
    "pale": PALE,
    "panel": PANEL,
    "halo": HALO,
    "night": IN_THE_DARK[PAPER],
}
"""What a style sheet calls a colour."""


@dataclass(frozen=True)
class Look:
    """How a series is told from the others of its chart: its colour and its pattern."""

    fill: str
    pattern: str = ""


def looks(names: Sequence[str], meanings: Mapping[str, Meaning]) -> tuple[Look, ...]:
    """The look of each series: its meaning's, else its place's among those without one.

    A series whose colour would be one grey with that of an earlier one has a pattern.
    """
    made: list[Look] = []
    place = 0
    for name in names:
        if name in meanings:
            fill = FILLS[meanings[name]]
        else:
            fill, place = SERIES[place % len(SERIES)], place + 1
        taken = {one.pattern for one in made if contrast(one.fill, fill) < GREYS_APART}
        free = (pattern for pattern in PATTERNS if pattern not in taken)
        made.append(Look(fill, next(free, PATTERNS[-1])))
    return tuple(made)


def coloured(sheet: str) -> str:
    """A style sheet whose colours stand in it as "$blue"; KeyError where there is no such one."""
    return Template(sheet).substitute(NAMED)


def tag(meaning: Meaning | None = None) -> str:
    """What Streamlit calls the colour of words and badges of a meaning; grey where there is none.

    What is well has one name, whether it is done or on course: its words say which.
    """
    return TAGS[meaning] if meaning else "gray"


def bar(label: str, meanings: Mapping[str, Meaning]) -> str:
    """The colour of one bar among others that are told apart by their labels."""
    return FILLS[meanings[label]] if label in meanings else BLUE


def ink_on(fill: str) -> str:
    """The colour of words on a fill: white or near black, whichever is read more easily."""
    return max((PAPER, INK), key=lambda ink: contrast(ink, fill))


def lightness(colour: str) -> float:
    """How light a colour is as a grey: 0 is black, 1 is white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart: 1 where they are one grey, at most 21."""
    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)
