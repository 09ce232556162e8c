"""Percentages are told by their sign, and where there is none by their column."""

import pytest

from loaders.cells.percentages import percent
from loaders.cells.readers import Noted, Unreadable
from loaders.formats.number_format import Formatted


def read(column: list[object]) -> list[object]:
    """A column's values, a note's value for a note."""
    assert percent.fitted
    reader = percent.fitted(column)
    found = map(reader, column)
    return [one.value if isinstance(one, Noted) else one for one in found]


@pytest.mark.parametrize(
    ("column", "shares"),
    [
        ([100, 50, 1, 0], [1, 0.5, 0.01, 0]),
        (["100", "50", "1", "0"], [1, 0.5, 0.01, 0]),
        ([0.25, 1, 0.5], [0.25, 1, 0.5]),
        (["0.25", "1"], [0.25, 1]),
        ([1, 5, 12.5], [0.01, 0.05, 0.125]),
        (["75%", "1%", 1.0, 20], [0.75, 0.01, 0.01, 0.2]),
        ([Formatted(1.0, "100%", True), 1, 50], [1, 0.01, 0.5]),
        ([Formatted(0.01, "1%", True), Formatted(1.0, "100%", True)], [0.01, 1]),
        ([Formatted(1.0, "1.0"), Formatted(50.0, "50.0")], [0.01, 0.5]),
        (["1 per cent", "100 percent", "50"], [0.01, 1, 0.5]),
        ([1, 0, 1], [1, 0, 1]),
    ],
)
def test_numbers_without_a_sign_keep_to_the_scale_of_their_column(
    column: list[object], shares: list[float]
) -> None:
    assert read(column) == pytest.approx(shares)


def test_a_fraction_among_numbers_out_of_100_is_read_and_pointed_out() -> None:
    assert percent.fitted
    reader = percent.fitted([85, 0.4, 1, 50])
    assert (reader(85), reader(50)) == (0.85, 0.5)
    fraction, one = reader(0.4), reader(1)
    assert (fraction.value, fraction.level) == (0.4, "warning")
    assert fraction.advice.startswith("Read as 40%, though other cells of this column are out of 1")
    assert (one.value, one.level) == (0.01, "warning")
    assert one.advice.startswith("Read as 1%")


def test_a_column_of_nothing_but_ones_and_noughts_says_how_it_was_read() -> None:
    assert percent.fitted
    assert percent.fitted([1, 0])(1) == Noted(1.0, "Read as 100%.")


def test_more_than_a_hundred_is_no_share() -> None:
    assert percent.fitted
    for value in (Formatted(1.2, "120%", True), 120, "120%"):
        with pytest.raises(Unreadable, match="from 0% to 100%"):
            percent.fitted([value, 50])(value)
