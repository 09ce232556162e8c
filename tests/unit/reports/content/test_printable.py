"""What documents can set: no character that a page cannot hold, and no date that breaks."""

from datetime import date

import pytest

from reports.content.blocks import Table
from reports.content.printable import printable
from reports.pdf.document import quoted
from workstreams.wording import short_day

DAY = short_day(date(2023, 3, 31))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\x0bb\x07", "a b "),
        ("two\nlines", "two\nlines"),
        (DAY, DAY),
        ("1\u202f000", "1\u202f000"),
        ("a\u2028b", "a b"),
        ("café – “x”", "café – “x”"),
    ],
)
def test_only_what_no_page_can_hold_is_taken_out(text: str, said: str) -> None:
    assert printable(text) == said


def test_a_date_is_typeset_in_one_piece() -> None:
    assert DAY in quoted(f"100% by {DAY}")


def test_a_column_has_room_for_a_date_inside_longer_words() -> None:
    """The date is as wide as a word of its letters, not as its longest part."""
    rows = ((f"100% by {DAY}", "x " * 400),)
    narrow = tuple((cells[0].replace("\u00a0", " "), cells[1]) for cells in rows)
    shares = [Table("Targets", ("Target", "Why"), given).shares[0] for given in (rows, narrow)]
    assert shares[0] > shares[1]
