"""Colours told apart by lightness, pattern or label, and words that can be read on them."""

from itertools import pairwise

import pytest

from charts import palette, theme

LIGHTEST = 4.5


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_colours_next_to_each_other_in_order_stand_three_to_one_apart():
    for one, other in pairwise(theme.COLOURS):
        assert contrast(one, other) >= 3


def test_series_whose_colours_do_not_have_different_patterns():
    for place, one in enumerate(theme.COLOURS):
        for further, other in enumerate(theme.COLOURS[:place]):
            if contrast(one, other) < 3:
                assert palette.PATTERNS[place] != palette.PATTERNS[further]


def test_every_colour_of_a_shape_stands_three_to_one_off_the_page():
    for colour in (*theme.COLOURS, palette.QUIET):
        assert contrast(colour, palette.PAPER) >= 3


@pytest.mark.parametrize("fill", [*theme.COLOURS, *palette.SHADES])
def test_words_can_be_read_on_every_fill(fill):
    assert contrast(palette.ink_on(fill), fill) >= LIGHTEST


@pytest.mark.parametrize("fill", palette.BADGES.values())
def test_white_letters_can_be_read_on_every_mark_of_a_run_chart(fill):
    assert contrast(palette.PAPER, fill) >= LIGHTEST


@pytest.mark.parametrize("ink", [palette.INK, palette.SOFT_INK, palette.QUIET])
def test_words_can_be_read_on_the_page(ink):
    assert contrast(ink, palette.PAPER) >= LIGHTEST


def test_lines_differ_by_dash_and_marker_as_well_as_colour():
    assert len(set(theme.DASHES)) == len(set(theme.SYMBOLS)) == len(theme.COLOURS)


def test_margins_are_never_left_to_the_library():
    layout = theme.TEMPLATE["layout"]
    assert layout["xaxis"]["automargin"] is False
    assert layout["yaxis"]["automargin"] is False
    assert layout["uniformtext"]["mode"] is False
