"""Rows and columns under known headings: records, and what is said about the rest."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from loaders.check import check_grids
from loaders.choices import LEAVE_OUT, READ, Choices
from loaders.formats.grid import Grid
from loaders.formats.number_format import Formatted
from loaders.outcome import Reading
from workstreams.actions.columns import ACTIONS
from workstreams.indicators.columns import INDICATORS
from workstreams.recruitment.columns import WORKFORCE

HEADINGS: list[Any] = ["Ref", "Action", "Owner", "Due date", "Status"]


def reading(
    rows: list[list[Any]], choices: Choices | None = None, table: Any = ACTIONS, **more: Any
) -> Reading:
    width = max(map(len, rows))
    padded = [[*line, *[None] * (width - len(line))] for line in rows]
    checked = check_grids(
        [Grid("Plan", padded, **more)], "plan.xlsx", "", (table,), choices or Choices()
    )
    return checked.readings[0]


def plan(*rows: list[Any], **more: Any) -> Reading:
    return reading([HEADINGS, *rows], **more)


def said(read: Reading, level: str) -> list[tuple[str, str]]:
    return [(p.cell, p.advice) for p in read.problems if p.level == level]


def test_every_record_keeps_its_sheet_and_row() -> None:
    read = reading([["Plan"], [], HEADINGS, ["1", "Do it", "Director", None, "Open"]])
    assert read.frame[["sheet", "row"]].to_numpy().tolist() == [["Plan", 4]]
    assert (read.first_row, read.last_row, read.rows) == (4, 4, 1)


def test_the_frame_has_every_declared_column_and_kind() -> None:
    frame = plan(["1", "Do it", "Director", date(2022, 3, 1), "Open"]).frame
    pd.testing.assert_series_equal(frame.dtypes, ACTIONS.empty().dtypes)


def test_a_blank_is_blank_and_never_nought() -> None:
    frame = plan(["1", "Do it", None, None, "Open"]).frame
    assert frame["owner"].isna().all()
    assert frame["due_date"].isna().all()
    assert frame["percent_complete"].isna().all()


def test_an_error_keeps_only_its_own_row_out() -> None:
    read = plan(["1", "Do it", "A", None, "Open"], ["2", None, "B", None, "Open"])
    assert read.frame["ref"].tolist() == ["1"]
    assert read.stopped == (3,)
    assert said(read, "error") == [("B3", "Fill in Action. The cell is blank but is needed.")]


def test_one_message_serves_all_cells_with_the_same_trouble() -> None:
    read = plan(*[[str(n), "Do it", "A", "soon", "Open"] for n in range(1, 41)])
    assert [cell for cell, _ in said(read, "warning")] == ["D2 to D41"]
    (problem,) = [p for p in read.problems if p.level == "warning"]
    assert problem.cells[:2] == ("D2", "D3")
    assert len(problem.cells) == 40


def test_many_different_values_with_the_same_trouble_are_one_message() -> None:
    read = plan(*[[str(n), "Do it", "A", f"soon {n} days", "Open"] for n in range(1, 41)])
    (problem,) = [p for p in read.problems if p.level == "warning"]
    assert "and 37 other values" in problem.found
    assert len(problem.cells) == 40


def test_a_cell_that_cannot_be_read_is_left_blank_where_it_is_not_needed() -> None:
    read = plan(["1", "Do it", "A", "31/02/2022", "Open"])
    assert len(read.frame) == 1
    assert read.frame["due_date"].isna().all()
    assert said(read, "warning")[0][0] == "D2"


def test_rows_sharing_a_reference_are_told_of() -> None:
    read = plan(*[["1", f"Do {n}", "A", None, "Open"] for n in range(3)])
    assert said(read, "warning")[0][0] == "A2 to A4"
    assert len(read.frame) == 3


def test_hidden_and_struck_rows_are_left_out_unless_asked_for() -> None:
    rows = [[str(n), f"Do {n}", "A", None, "Open"] for n in range(1, 4)]
    struck = frozenset((2, column) for column in range(5))
    read = plan(*rows, hidden_rows=frozenset({1}), struck=struck)
    assert read.frame["ref"].tolist() == ["3"]
    assert read.left_out == ((2, "hidden in the file"), (3, "struck out in the file"))
    assert read.rows == 3
    everything = Choices(hidden=READ, struck=READ)
    read = plan(*rows, hidden_rows=frozenset({1}), struck=struck, choices=everything)
    assert len(read.frame) == 3


def test_rows_numbered_in_advance_are_no_records() -> None:
    waiting = [[str(n), None, None, None, "Not started"] for n in range(3, 20)]
    read = plan(["1", "Do it", "A", None, "Open"], ["2", "Do more", "B", None, "Open"], *waiting)
    assert read.rows == 2
    assert {why for _, why in read.left_out} == {"prepared for use but not filled in"}


def test_a_total_row_is_no_record() -> None:
    read = plan(["1", "Do it", "A", None, "Open"], ["Total", None, None, None, "1"])
    assert read.rows == 1
    assert read.left_out == ((3, "below the table: “Total 1”"),)


def test_a_line_that_carries_on_a_text_is_added_to_the_row_above() -> None:
    read = reading(
        [
            ["Action", "Owner", "Progress update"],
            ["Do it", "A", "First the policy was written"],
            [None, None, "and then it was agreed"],
            ["Do more", "B", "Nothing yet to report here"],
        ]
    )
    assert read.frame["update"].tolist() == [
        "First the policy was written and then it was agreed",
        "Nothing yet to report here",
    ]


def test_a_column_without_a_heading_is_said_not_to_be_read() -> None:
    read = reading([["Action", None, "Owner"], *[["Do it", "x", "A"], ["Do more", "y", "B"]] * 2])
    assert said(read, "warning")[0][0] == "B1"


def test_a_formula_without_a_result_is_told_of() -> None:
    read = plan(["1", "Do it", "A", None, "Open"], uncomputed=frozenset({(1, 3)}))
    assert said(read, "warning")[0][0] == "D2"
    assert "save it" in said(read, "warning")[0][1]


def test_a_hidden_column_is_read_and_said_to_be_hidden() -> None:
    read = plan(["1", "Do it", "A", None, "Open"], hidden_columns=frozenset({2}))
    assert read.frame["owner"].tolist() == ["A"]
    assert ("C1", "This column is hidden in the file. It was read all the same.") in said(
        read, "note"
    )


def test_a_choice_of_columns_is_heeded_and_a_missing_one_is_told_of() -> None:
    chosen = {"Who leads": "owner", "Ref": LEAVE_OUT, "By when": "due_date"}
    read = reading(
        [["Ref", "Action", "Who leads", "Status"], ["1", "Do it", "A", "Open"]],
        Choices(fields={"actions": chosen}),
    )
    assert read.fields["owner"] == "Who leads"
    assert "ref" not in read.fields
    assert read.confidence["owner"] == 1
    assert "“By when” was read as Due date" in said(read, "warning")[0][1]


@pytest.mark.parametrize(("typed", "mark"), [("c", "c"), ("U", "u"), ("x", "x"), (":", "x")])
def test_a_mark_is_kept_as_a_mark_and_the_value_is_missing(typed: str, mark: str) -> None:
    read = reading(
        [
            ["time_period", "geographic_level", "la_name", "vacancy_fte"],
            [2025, "Local authority", "Herefordshire, County of", typed],
            [2024, "Local authority", "Herefordshire, County of", 0],
        ],
        table=WORKFORCE,
    )
    assert read.frame["vacancy_fte_mark"].tolist()[0] == mark
    assert pd.isna(read.frame["vacancy_fte"][0])
    assert read.frame["vacancy_fte"][1] == 0


def test_a_letter_is_asked_about_once_and_then_read() -> None:
    rows = [["Action", "Owner", "RAG"], *[["Do it", "A", "G"], ["Do more", "B", "R"]]]
    read = reading(rows)
    assert read.colours == {"G": 1, "R": 1}
    assert read.frame["status"].isna().all()
    assert "G in 1 row, R in 1 row" in said(read, "warning")[0][1]
    chosen = Choices(colours={"G": "complete", "r": "in progress"})
    read = reading(rows, chosen)
    assert read.frame["status"].tolist() == ["complete", "in progress"]
    assert said(read, "warning") == []
    assert read.colours == {"G": 1, "R": 1}


def test_a_fill_stands_for_a_status_only_where_there_is_no_word() -> None:
    rows = [["Action", "Owner", "Status"], *[["Do it", "A", None], ["Do more", "B", "Open"]]]
    read = reading(rows, fills={(1, 2): "00B050", (2, 2): "FF0000"})
    assert read.colours == {"green": 1}
    assert read.frame["status"].tolist()[1] == "in progress"


def test_a_column_that_is_needed_and_missing_keeps_every_row_out() -> None:
    read = reading(
        [["time_period", "la_name", "vacancy_fte", "agency_fte"], [2025, "Here", 1, 2]],
        Choices(as_table="workforce"),
        WORKFORCE,
    )
    assert read.frame.empty
    assert read.stopped == (2,)
    (advice,) = [advice for _, advice in said(read, "error")]
    assert advice.startswith("There is no column for “Geographic level”.")


FAILED = "A formula failed in this cell, so it holds nothing. Mend the formula or type the value."


@pytest.mark.parametrize("shown", ["#N/A", "#REF!", "#DIV/0!", "#NAME?", "#n/a ", "Err:502"])
def test_a_formula_that_failed_is_a_problem_at_its_cell_and_never_a_word(shown: str) -> None:
    read = plan(
        ["1", "Do it", "Director", "1/5/2022", "Open"],
        ["2", shown, shown, shown, "Open"],
        ["3", "Do more", shown, shown, shown],
    )
    assert read.frame["title"].tolist() == ["Do it", "Do more"]
    assert read.frame[["owner", "due_date", "status"]].iloc[1].isna().all()
    assert said(read, "error") == [("B3", FAILED)]
    failed = [cell for cell, advice in said(read, "warning") if advice == FAILED]
    assert failed == ["C3 to C4", "D3 to D4", "E4"]
    assert read.stopped == (3,)


def test_a_formula_that_failed_in_a_column_of_progress_is_told_and_not_kept() -> None:
    read = reading(
        [
            [*HEADINGS, "Progress May 2022", "Progress June 2022"],
            ["1", "Do it", "A", None, "Open", "It began", "#REF!"],
        ]
    )
    assert read.frame["update"].tolist() == ["It began"]
    assert [heading for *_, heading in read.frame["update_history"][0]] == ["It began"]
    assert ("G2", FAILED) in said(read, "warning")


def test_a_heading_or_a_reference_that_only_begins_like_an_error_is_a_word() -> None:
    frame = plan(["#12", "#N/A cells are to be mended", "A", None, "Open"]).frame
    assert frame[["ref", "title"]].iloc[0].tolist() == ["#12", "#N/A cells are to be mended"]


def indicators(*rows: list[Any]) -> Reading:
    headings = ["Indicator", "Period", "Value", "Target", "Unit", "Better when"]
    return reading([headings, *rows], table=INDICATORS)


@pytest.mark.parametrize(
    ("value", "target", "unit", "read_as"),
    [
        (Formatted(0.88, "88.0%", True), Formatted(0.9, "90.0%", True), None, "percent"),
        ("88%", "90%", None, "percent"),
        (0.88, "90%", None, "percent"),
        (Formatted(0.88, "0.88"), 0.9, None, None),
        (14, 10, None, None),
        (Formatted(0.88, "88.0%", True), 0.9, "days", "days"),
    ],
)
def test_a_figure_shown_in_per_cent_is_in_per_cent(
    value: object, target: object, unit: str | None, read_as: str | None
) -> None:
    frame = indicators(["Advice in time", "May 2022", value, target, unit, "higher"]).frame
    found = frame["unit"].tolist()[0]
    assert (None if pd.isna(found) else found) == read_as
    assert frame["value"].tolist() == [0.88 if value != 14 else 14]


def test_one_and_a_hundred_per_cent_are_told_apart_in_one_column() -> None:
    frame = reading(
        [
            ["Action", "Owner", "Status", "% complete"],
            ["Do it", "A", "Open", 1],
            ["Do more", "B", "Open", Formatted(1.0, "100%", True)],
            ["Do most", "C", "Open", 50],
            ["Do well", "C", "Open", True],
        ]
    ).frame
    assert frame["percent_complete"].tolist()[:3] == [0.01, 1.0, 0.5]
    assert pd.isna(frame["percent_complete"][3])


def test_a_reference_is_kept_as_its_cell_shows_it() -> None:
    read = plan(
        [1.1, "Do it", "A", None, "Open"],
        [Formatted(1.1, "1.10"), "Do more", "A", None, "Open"],
        [Formatted(7.0, "007"), "Do most", "A", None, "Open"],
    )
    assert read.frame["ref"].tolist() == ["1.1", "1.10", "007"]
    assert not [advice for _, advice in said(read, "warning") if "this reference" in advice]
