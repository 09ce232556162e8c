"""Words and rows that the layout of a page broke."""

from typing import Any

import pytest

from loaders.formats.documents.broken import one_word, whole_rows
from loaders.formats.documents.laid import Part, TableCell

WIDTH = 5.0


def letters(lines: list[str]) -> list[Any]:
    """Letters as wide as each other, lines of them ten points under each other."""
    return [
        {
            "text": letter,
            "x0": 2 + WIDTH * at,
            "x1": 2 + WIDTH * (at + 1),
            "top": 10.0 * number,
            "height": 10.0,
            "width": WIDTH,
        }
        for number, line in enumerate(lines)
        for at, letter in enumerate(line)
    ]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["02/02/202", "4"], "02/02/2024"),
        (["02/02/", "2024"], "02/02/\n2024"),
        (["Responsib", "ility of"], "Responsibility of"),
        (["Completed", "Then"], "Completed\nThen"),
        (["Work ", "began"], "Work\nbegan"),
        (["In partne", "rs"], "In partne\nrs"),
        (["Complete ", "by"], "Complete\nby"),
        (["Confident", "iality ag", "reed"], "Confidentiality ag\nreed"),
    ],
)
def test_a_word_is_put_together_only_where_its_line_was_full(lines: list[str], whole: str) -> None:
    text = "\n".join(line.strip() for line in lines)
    assert one_word(text, (0, 0, 4 + 9 * WIDTH, 50), letters(lines)) == whole


def part(page: int, rows: list[list[str]]) -> Part:
    return Part(
        [[TableCell(text) for text in row] for row in rows],
        [(f"Page {page}", at + 1) for at in range(len(rows))],
    )


HEAD = ["Ref", "Action", "Due"]


def test_the_rest_of_a_row_joins_it_over_one_page_or_two() -> None:
    first = part(1, [HEAD, ["1", "Train", "1/2/2024"], ["2", "Ask the", "1/2/202"]])
    second = part(2, [HEAD, ["", "heads of", "4"]])
    third = part(3, [HEAD, ["", "service", ""], ["3", "Write", "2/2/2024"], ["4", "Post", "x"]])
    kept, notes = whole_rows([first, second, third])
    said = [[cell.text for cell in row] for one in kept for row in one.rows if row[0].text != "Ref"]
    assert said == [
        ["1", "Train", "1/2/2024"],
        ["2", "Ask the\nheads of\nservice", "1/2/2024"],
        ["3", "Write", "2/2/2024"],
        ["4", "Post", "x"],
    ]
    assert notes == ("The last row of page 1 goes on over the page: its parts were put together.",)


@pytest.mark.parametrize(
    "begins", [["9", "Train", "1/2/2024"], ["", "Train", "1/2/2024"], ["", "", ""]]
)
def test_a_row_that_may_be_one_of_its_own_is_left(begins: list[str]) -> None:
    first = part(1, [HEAD, ["1", "Train", ""], ["2", "Ask", ""], ["3", "Ask", ""]])
    kept, notes = whole_rows([first, part(2, [HEAD, begins])])
    assert len(kept[1].rows) == 2
    assert notes == ()
