"""A percentage with words around it is read, and noted."""

import pytest

from loaders.cells.percentages import percent
from loaders.cells.readers import Noted, Unreadable


@pytest.mark.parametrize(
    ("cell", "share"),
    [
        ("75% complete", 0.75),
        ("75 % done", 0.75),
        ("c. 50%", 0.5),
        ("approx 60%", 0.6),
        ("approx. 60%", 0.6),
        ("approximately 60%", 0.6),
        ("about 40%", 0.4),
        ("circa 40%", 0.4),
        ("around 40% complete", 0.4),
        ("~40%", 0.4),
    ],
)
def test_words_around_a_percentage_do_not_spoil_it(cell: str, share: float) -> None:
    read = percent.read(cell)
    assert isinstance(read, Noted)
    assert read.value == pytest.approx(share)


@pytest.mark.parametrize(
    "cell", ["25-50%", "half", "complete", "about half", "150%", "more than 5%"]
)
def test_what_is_no_one_percentage_is_not_guessed(cell: str) -> None:
    with pytest.raises(Unreadable):
        percent.read(cell)
