"""Where the headings are and where a table ends, on sheets as people keep them."""

from datetime import date
from typing import Any

import pytest

from loaders.formats.grid import Grid
from loaders.sheets.find import Found, tables
from loaders.sheets.page import Page

HEADINGS: list[object] = ["Ref", "Action", "Owner", "Due date", "Status"]


def row(number: int, **more: object) -> list[object]:
    return [number, f"Do thing {number}", "Head of legal", date(2022, 3, number), "Open"]


def found(values: list[list[Any]], **more: Any) -> list[Found]:
    width = max(map(len, values))
    padded = [[*line, *[None] * (width - len(line))] for line in values]
    return tables(Page(Grid("Plan", padded, **more)))


def only(values: list[list[Any]], **more: Any) -> Found:
    (one,) = found(values, **more)
    return one


def test_headings_in_the_first_row() -> None:
    one = only([HEADINGS, row(1), row(2)])
    assert one.heading_rows == (0, 0)
    assert one.headings == tuple(HEADINGS)
    assert one.rows == (1, 2)


def test_a_title_a_block_of_names_and_notes_stand_before_the_headings() -> None:
    one = only(
        [
            ["Improvement plan"],
            ["Service:", "Legal", None, "As at:", date(2022, 3, 1)],
            ["Please update by the end of each month."],
            [],
            HEADINGS,
            row(1),
            row(2),
        ]
    )
    assert one.heading_rows == (4, 4)
    assert one.rows == (5, 6)


def test_a_form_that_nobody_has_filled_in_still_has_its_headings() -> None:
    one = only([["Risk register"], [], ["Risk ID", "Description", "Owner", "Status"]])
    assert one.headings == ("Risk ID", "Description", "Owner", "Status")
    assert one.rows == ()


def test_two_rows_of_headings_under_merged_groups() -> None:
    one = only(
        [
            ["Plan"],
            ["Ref", "Action", "Target dates", None, "Status"],
            [None, None, "First", "Revised", None],
            [1, "Do it", date(2022, 1, 1), date(2022, 2, 1), "Open"],
        ],
        merged=((1, 2, 1, 3), (1, 0, 2, 0), (1, 1, 2, 1), (1, 4, 2, 4)),
    )
    assert one.heading_rows == (1, 2)
    assert one.headings == ("Ref", "Action", "First", "Revised", "Status")
    assert one.groups == ("", "", "Target dates", "Target dates", "")
    assert one.rows == (3,)


def test_a_row_of_groups_above_the_headings_without_merged_cells() -> None:
    one = only(
        [
            ["Summary", None, "Resolution", None, None],
            ["ID", "Description", "Owner", "Due date", "Status"],
            row(1),
        ]
    )
    assert one.heading_rows == (0, 1)
    assert one.headings == ("ID", "Description", "Owner", "Due date", "Status")
    assert one.groups[3] == "Resolution"


def test_headings_merged_over_several_rows() -> None:
    merged = tuple((0, column, 2, column) for column in range(5))
    one = only([HEADINGS, [], [], row(1), row(2)], merged=merged)
    assert one.heading_rows == (0, 2)
    assert one.rows == (3, 4)


def test_blank_rows_do_not_end_a_table_but_notes_do() -> None:
    one = only([HEADINGS, row(1), [], row(2), [], ["* Dates are agreed by the board"]])
    assert one.rows == (1, 3)


def test_a_total_and_a_signature_under_a_gap_are_not_rows() -> None:
    one = only([HEADINGS, row(1), row(2), [], ["Total", None, None, None, 2], ["Signed:"]])
    assert one.rows == (1, 2)


def test_a_key_under_the_table_is_not_part_of_it() -> None:
    one = only([HEADINGS, row(1), row(2), [], ["R", "late"], ["G", "on course"]])
    assert one.rows == (1, 2)


def test_two_tables_one_under_the_other() -> None:
    first, second = found(
        [
            ["Actions"],
            HEADINGS,
            row(1),
            row(2),
            [],
            ["Posts"],
            ["Post number", "Job title", "FTE", "Position"],
            ["P1", "Solicitor", 1, "Filled"],
        ]
    )
    assert first.rows == (2, 3)
    assert second.headings == ("Post number", "Job title", "FTE", "Position")
    assert second.title == "Posts"


def test_the_same_headings_again_begin_the_next_part_of_the_table() -> None:
    first, second = found(
        [["Legal"], HEADINGS, row(1), row(2), [], ["Training"], HEADINGS, row(3), row(4)]
    )
    assert (first.title, second.title) == ("Legal", "Training")
    assert first.like == second.like
    assert second.repeats_headings


def test_two_tables_side_by_side() -> None:
    first, second = found(
        [
            [*HEADINGS, None, "Status", "Count"],
            [*row(1), None, "Open", 5],
            [*row(2), None, "Closed", 1],
            row(3),
            row(4),
            row(5),
        ]
    )
    assert first.headings == tuple(HEADINGS)
    assert second.headings == ("Status", "Count")
    assert second.rows == (1, 2)


def test_weeks_across_are_no_headings() -> None:
    one = only(
        [
            ["Task", "Owner", "Start", "End", 1, 2, 3, 4, 5],
            ["Write", "Head of legal", 1, 3, "x", "x", "x"],
            ["Check", "Head of legal", 3, 5, None, None, "x", "x", "x"],
        ]
    )
    assert one.headings == ("Task", "Owner", "Start", "End")
    assert [column for column, _ in one.across] == [4, 5, 6, 7, 8]


def test_headings_merged_over_many_narrow_columns() -> None:
    merged = ((1, 0, 1, 2), (1, 3, 1, 9), (1, 10, 1, 12), (2, 0, 2, 2), (2, 3, 2, 9))
    line = [None] * 13
    head, body = list(line), list(line)
    head[0], head[3], head[10] = "ID", "Description", "Owner"
    body[0], body[3], body[10] = "1", "Do it", "Director"
    one = only([["Issue log"], head, body], merged=merged)
    assert one.headings == ("ID", "Description", "Owner")
    assert one.ends == (2, 9, 12)


def test_section_titles_stay_in_the_table() -> None:
    one = only([HEADINGS, ["1 CHILDREN IN NEED"], row(1), row(2), ["2 WORKFORCE"], row(3)])
    assert one.rows == (1, 2, 3, 4, 5)


def test_a_sheet_of_prose_holds_no_table() -> None:
    assert found([["Read me"], ["This workbook holds the plan."], ["Ask legal services."]]) == []


def test_a_sheet_with_nothing_on_it_holds_no_table() -> None:
    assert tables(Page(Grid("Plan", []))) == []
    assert tables(Page(Grid("Plan", [[None, " "], ["  ", None]]))) == []


def test_values_that_look_like_headings_do_not_pass_for_them() -> None:
    one = only([["Name", "Level"], *[["Risk", "High"], ["Issue", "Low"], ["Action", "High"]] * 3])
    assert one.heading_rows == (0, 0)
    assert len(one.rows) == 9


@pytest.mark.parametrize(
    "groups",
    [
        ["What", None, "Who and when", None, "Progress", None, None],
        ["What", None, None, "Who", None, None, None],
        ["Action", None, None, None, None, "Position", None],
        [None, "Task", None, "Lead", None, "Progress", None],
    ],
)
@pytest.mark.parametrize("titles", [0, 2])
def test_groups_that_are_not_merged_stand_above_the_headings(
    groups: list[str | None], titles: int
) -> None:
    headings = ["Ref", "Due date", "Committee", "Action", "Status", "Workstream", "Owner"]
    rows = [
        [str(n), f"{n} May 2025", "Cabinet", f"Write policy {n}", "Open", "Legal", "Director"]
        for n in range(1, 7)
    ]
    above = [["Improvement plan", *[None] * 6], [None] * 7][:titles]
    (found,) = tables(Page(Grid("Plan", [*above, groups, headings, *rows])))
    assert found.heading_rows[1] == titles + 1
    assert found.headings == tuple(headings)


def test_rows_are_judged_once_however_many_tables_stand_on_the_sheet(monkeypatch) -> None:
    from loaders.sheets import find

    judged: list[int] = []
    likeness = find.likeness

    def counting(page, header, bottom):
        judged.append(header.first)
        return likeness(page, header, bottom)

    monkeypatch.setattr(find, "likeness", counting)
    counts = []
    for blocks in (20, 40):
        judged.clear()
        rows: list[list[object]] = []
        for block in range(blocks):
            rows += [["Ref", "Action", "Owner", "Due date"]]
            rows += [[f"{block}.{n}", f"Train team {block}{n}", "Head", "May"] for n in range(3)]
            rows += [[None] * 4]
        assert len(find.tables(find.Page(Grid("Plan", rows)))) == blocks
        counts.append(len(judged))
    assert counts[1] <= 2 * counts[0]
