"""One map from meaning to colour: read in light and dark, apart in grey, named nowhere else."""

import re
import tomllib
from itertools import combinations, pairwise
from pathlib import Path
from typing import get_args

import pytest

from charts import palette
from charts.palette import FILLS, IN_THE_DARK, PAPER, Meaning, contrast, ink_on, looks

READ, SEEN = 4.5, 3.0
"""Contrast at which words are read, and at which a shape is seen."""
TOP = Path(__file__).parents[3]
THE_MAP = "charts/palette.py"
OF_FILES = ("loaders/", "sample_data/", "benchmarks/", "tests/", "workstreams/colour_names.py")
"""What speaks of the colours in officers' own files, not of ours."""
LITERAL = re.compile(
    r"#(?:[0-9a-f]{3}){1,2}\b(?![\w-])|\"[0-9A-F]{6}\"|rgba?\(\s*(?!0,0,0,0)\d", re.I
)
TAG = re.compile(r":(?:red|orange|yellow|blue|green|violet|gr[ae]y|rainbow)(?:-background)?\[")
FILLED = (*FILLS.values(), *palette.SERIES, *palette.BADGES.values(), *palette.STEPS.values())


def test_every_meaning_has_a_colour_and_a_name_on_screen() -> None:
    assert set(get_args(Meaning)) == set(FILLS) == set(palette.TAGS)
    assert palette.tag("attention") not in {palette.tag(m) for m in FILLS if m != "attention"}


@pytest.mark.parametrize("fill", sorted({*FILLED, *palette.SHADES}))
def test_words_are_read_on_every_fill_in_light_and_in_the_dark(fill: str) -> None:
    assert contrast(ink_on(fill), fill) >= READ
    assert contrast(IN_THE_DARK[ink_on(fill)], IN_THE_DARK[fill]) >= READ


@pytest.mark.parametrize("fill", sorted(set(FILLED)))
def test_every_shape_is_seen_on_the_page_in_light_and_in_the_dark(fill: str) -> None:
    assert contrast(fill, PAPER) >= SEEN
    assert contrast(IN_THE_DARK[fill], IN_THE_DARK[PAPER]) >= SEEN


@pytest.mark.parametrize("ink", [palette.INK, palette.SOFT_INK, palette.FOOT_INK, palette.QUIET])
def test_words_are_read_on_the_page_in_light_and_in_the_dark(ink: str) -> None:
    assert contrast(ink, PAPER) >= READ
    assert contrast(IN_THE_DARK[ink], IN_THE_DARK[PAPER]) >= READ


@pytest.mark.parametrize("fill", palette.BADGES.values())
def test_white_letters_are_read_on_every_mark_of_a_run_chart(fill: str) -> None:
    assert ink_on(fill) == PAPER


def test_series_beside_each_other_stand_three_to_one_apart() -> None:
    for one, other in pairwise(palette.SERIES):
        assert contrast(one, other) >= SEEN


def test_no_colour_of_a_meaning_is_taken_by_place() -> None:
    assert not {*FILLS.values()} & {*palette.SERIES, *palette.SHADES}


@pytest.mark.parametrize("several", [*combinations(FILLS, 2), *combinations(FILLS, 3)])
def test_meanings_of_one_chart_are_told_apart_in_grey_print(several: tuple[Meaning, ...]) -> None:
    made = looks(several, {name: name for name in several})
    for one, other in combinations(made, 2):
        assert contrast(one.fill, other.fill) >= palette.GREYS_APART or one.pattern != other.pattern


def test_a_pattern_stands_only_where_grey_print_needs_it() -> None:
    assert [one.pattern for one in looks(("a", "b"), {"a": "attention", "b": "done"})] == ["", ""]
    twice = looks(("a", "b"), {"a": "attention", "b": "attention"})
    assert [one.pattern for one in twice] == ["", "/"]
    assert len({one.fill for one in twice}) == 1


def test_a_meaning_has_one_colour_whatever_stands_beside_it() -> None:
    (alone,) = looks(("late",), {"late": "attention"})
    among = looks(("x", "y", "late"), {"late": "attention"})
    assert alone.fill == among[2].fill == FILLS["attention"]
    assert [one.fill for one in among[:2]] == list(palette.SERIES[:2])


def test_a_style_sheet_names_only_colours_of_the_map() -> None:
    assert palette.coloured("a { color: $blue; }") == f"a {{ color: {palette.BLUE}; }}"
    with pytest.raises(KeyError):
        palette.coloured("a { color: $mauve; }")


def written() -> list[tuple[str, str]]:
    """Each file of the product that may not name a colour: its path and its text."""
    found = []
    for path in sorted(TOP.rglob("*")):
        name = path.relative_to(TOP).as_posix()
        if name.startswith((".", "data/", *OF_FILES)) or name == THE_MAP:
            continue
        if path.suffix in (".py", ".css", ".js", ".html", ".typ", ".toml"):
            found.append((name, path.read_text(encoding="utf-8")))
    return found


def test_no_other_file_names_a_colour() -> None:
    assert len(written()) > 300
    named = [
        f"{name}: {found[0]}"
        for name, text in written()
        for pattern in (LITERAL, TAG)
        for found in pattern.finditer(text)
    ]
    assert named == []


@pytest.mark.parametrize(
    "line",
    ['ink = "#12436D"', "a { color: #fff; }", 'fill("E8EDF2")', "rgb(1, 2, 3)", 'x = ":red[late]"'],
)
def test_a_colour_that_is_named_is_found(line: str) -> None:
    assert LITERAL.search(line) or TAG.search(line)


@pytest.mark.parametrize(
    "line", ["#chart", "issue #12", 'f"#{quoted}"', "#figure(", 'rgb("{BLUE}")']
)
def test_what_is_no_colour_is_not_taken_for_one(line: str) -> None:
    assert not LITERAL.search(line)
    assert not TAG.search(line)


def test_the_browser_tabs_picture_is_in_the_products_colour() -> None:
    """An SVG that a browser reads as it is cannot take its colour from the map."""
    shown = (TOP / "ui/shell/mark.svg").read_text(encoding="utf-8")
    assert set(LITERAL.findall(shown)) == {palette.BLUE, "#fff"}


@pytest.mark.parametrize("light", [True, False], ids=["light", "dark"])
def test_pages_take_their_colours_from_the_map_and_their_words_are_read(light: bool) -> None:
    """Streamlit reads its settings from a file that cannot ask the map, so both are compared."""
    read = tomllib.loads((TOP / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    assert "base" not in read, "one look for all would not follow the visitor's system"
    own = read["light" if light else "dark"]
    ours = {
        "backgroundColor": PAPER,
        "textColor": palette.INK,
        "primaryColor": palette.BLUE,
        "linkColor": palette.BLUE,
        "blueTextColor": palette.BLUE,
        "greenTextColor": FILLS["done"],
        "violetTextColor": FILLS["planned"],
        "grayTextColor": palette.SOFT_INK,
    }
    shown = {option: own[option] for option in ours}
    assert shown == {o: c if light else IN_THE_DARK[c] for o, c in ours.items()}
    grounds = (own["backgroundColor"], own["secondaryBackgroundColor"])
    for name in ("blue", "orange", "green", "violet", "gray"):
        ground = own[f"{name}BackgroundColor"]
        assert contrast(own["textColor"], ground) >= READ
        assert min(contrast(own[f"{name}TextColor"], one) for one in (ground, *grounds)) >= READ
