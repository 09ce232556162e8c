"""The columns of a table: each has room for its longest word, whatever letters that has."""

import pytest

from reports.content.blocks import SMALL_LETTERS, Table

ARIAL = {"U": 0.72, "W": 0.94, "M": 0.83, "m": 0.83, "w": 0.72, "k": 0.5, "i": 0.22, "l": 0.22}
"""The width of some letters, in ems; of most others it is 0.56."""
EM_OF_A_LETTER = 0.5
BESIDE = 1.5
"""Letters that the edges of a cell take."""
LONG = "Several words that need a good many lines of the page however wide the column is made. " * 3


@pytest.mark.parametrize(
    "word", ["Unknown", "Wumwum", "Complete", "illiteral", "MMMMM", "22 Nov 2022"]
)
def test_a_word_is_never_broken(word: str) -> None:
    made = Table("One", ("A", "B", "C"), ((LONG, LONG, word), (LONG, LONG, word)), small=True)
    needed = sum(ARIAL.get(letter, 0.56) for letter in word) / EM_OF_A_LETTER + BESIDE
    assert made.shares[-1] * SMALL_LETTERS >= needed
    assert sum(made.shares) == pytest.approx(1)
