"""A record of a document says the table or page and the row that it stands in."""

import pytest

from loaders.check import check
from loaders.reading.places import rows_named
from tests.made.documents import HEADINGS, actions, pdf, pdf_table, table, word
from workstreams.actions.columns import ACTIONS


def bad_date(rows: list[tuple[str, ...]], at: int) -> list[tuple[str, ...]]:
    """The rows with words for the date of one."""
    return [(*row[:3], "soon", row[4]) if n == at else row for n, row in enumerate(rows)]


def test_records_and_problems_of_a_word_document_are_in_a_row_of_a_table() -> None:
    def fill_in(document: object) -> None:
        document.add_heading("Improvement plan")  # type: ignore[attr-defined]
        table(document, [HEADINGS, *actions(1, 3)])
        document.add_paragraph("")  # type: ignore[attr-defined]
        table(document, bad_date(actions(4, 6), 1))

    checked = check(word(fill_in), "plan.docx", (ACTIONS,))
    (reading,) = checked.readings
    assert reading.frame["ref"].tolist() == [f"A{at}" for at in range(1, 7)]
    places = list(zip(reading.frame["sheet"], reading.frame["row"], strict=True))
    assert (places[0], places[-1]) == (("Table 1", 2), ("Table 2", 3))
    assert [str(p) for p in checked.problems if p.found == "soon"] == [
        "Table 2, row 2, Due date: found “soon”. "
        "Enter a date with the day first, for example 31/03/2022."
    ]
    assert reading.letters == {}
    assert reading.heading_rows == (1, 1)


def test_a_problem_on_two_pages_is_told_once_for_each() -> None:
    rows = [
        (*row[:3], "soon" if row[0] in {"A2", "A3", "A30"} else row[3], row[4])
        for row in actions(1, 30)
    ]
    checked = check(pdf(pdf_table([HEADINGS, *rows])), "plan.pdf", (ACTIONS,))
    told = [(p.sheet, p.cell) for p in checked.problems if p.found == "soon"]
    assert len(checked.frames["actions"]) == 30
    assert told[0] == ("Page 1", "rows 3 to 4")
    assert told[1][0] == "Page 2"


def test_a_table_without_a_name_lends_its_title_as_theme_and_never_its_number() -> None:
    def fill_in(document: object) -> None:
        for at, title in enumerate(("Workforce", "Practice")):
            document.add_heading(title)  # type: ignore[attr-defined]
            table(document, [HEADINGS, *actions(3 * at + 1, 3 * at + 3)])

    frame = check(word(fill_in), "plan.docx", (ACTIONS,)).frames["actions"]
    assert set(frame["theme"]) == {"Workforce", "Practice"}
    assert len(frame) == 6


@pytest.mark.parametrize(
    ("rows", "said"),
    [([4], "row 4"), ([9, 4, 10, 11], "rows 4, 9 to 11"), ([4, 5], "rows 4 to 5")],
)
def test_rows_are_named_with_runs_joined(rows: list[int], said: str) -> None:
    assert rows_named(rows) == said
