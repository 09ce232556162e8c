"""Which rows are records: told by their form, wherever they stand and in whatever words."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from workstreams import TABLES

HEADINGS = ["Ref", "Action", "Owner", "Due date", "Status"]
TASKS = (
    *("Write the duty rota", "Recruit two solicitors", "Agree the court timetable"),
    *("Train the new starters", "Publish the forward plan", "Audit twenty case files"),
)


def records(count: int = 6, start: int = 0) -> list[list[Any]]:
    return [
        [
            f"A{start + n + 1}",
            TASKS[n % len(TASKS)],
            "Head of Legal" if n % 2 else "Practice manager",
            date(2025, 3, 1 + n),
            "In progress" if n % 3 else "Not started",
        ]
        for n in range(count)
    ]


def read(rows: list[list[Any]], headings: list[str] | None = None, **more: Any) -> Reading:
    lines = [headings or HEADINGS, *rows]
    width = max(map(len, lines))
    values = [[*line, *[None] * (width - len(line))] for line in lines]
    grid = Grid("Plan", values, **more)
    return check_grids([grid], "plan.xlsx", "", TABLES, Choices()).readings[0]


def titles(reading: Reading) -> list[str]:
    return reading.frame["title"].tolist()


GUIDANCE = [
    ["Unique number", "What will be done", "Person leading", "Date it ends", "Where it has got to"],
    ["Text", "Text", "Text", "Date", "Not started, In progress, Complete"],
    ["Auto-number", "One sentence", "Job title only", "dd/mm/yyyy", "Pick from the list"],
    ["Running no.", "The step we shall take", "Post holder", "Last day", "Position at month end"],
    ["(number)", "(free text)", "(job title)", "(date)", "(drop-down)"],
    ["Do not alter", "Keep it brief", "Ask if unsure", "Must be agreed", "Choose from the list"],
    [None, "SMART wording", "Role", "Agreed with the board", "One of the words in the key"],
    ["Column A is filled for you", "Plain English", "Who answers for it", "By when", "Drop-down"],
]


@pytest.mark.parametrize("line", GUIDANCE, ids=lambda line: str(line[1]))
@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (1, 2, 3, 4, 0), (3, 0, 4, 2, 1)])
def test_a_row_that_explains_the_columns_is_no_record(
    line: list[Any], order: tuple[int, ...]
) -> None:
    turned = [[row[at] for at in order] for row in (line, *records())]
    reading = read(turned, [HEADINGS[at] for at in order])
    assert titles(reading) == [row[1] for row in records()]
    assert [row for row, _ in reading.left_out] == [2]


IN_BRACKETS = [
    [None, "(start with a verb)", "(AD or above)", None, None],
    [None, "[one line each]", "[post, not person]", None, None],
    [None, "<what and for whom>", "<one post>", None, "as in the key"],
    ["", "(SMART please)", "(never a team)", None, "(see the key)"],
]


@pytest.mark.parametrize("line", IN_BRACKETS, ids=lambda line: str(line[1]))
@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (1, 2, 3, 4, 0), (3, 2, 1, 4, 0)])
def test_words_in_brackets_under_columns_of_words_explain_them(
    line: list[Any], order: tuple[int, ...]
) -> None:
    turned = [[row[at] for at in order] for row in (line, *records())]
    reading = read(turned, [HEADINGS[at] for at in order])
    assert titles(reading) == [row[1] for row in records()]
    assert [row for row, _ in reading.left_out] == [2]


def test_a_record_with_a_word_in_brackets_or_among_others_like_it_is_a_record() -> None:
    one = ["A0", "Recruit (two posts)", "(vacant)", date(2025, 2, 1), "In progress"]
    assert titles(read([one, *records()]))[0] == one[1]
    others = [[row[0], f"({row[1]})", "(to be named)", *row[3:]] for row in records()]
    assert len(titles(read(others))) == len(others)


@pytest.mark.parametrize("line", GUIDANCE[:4], ids=lambda line: str(line[1]))
def test_two_rows_of_guidance_and_an_example_leave_only_the_records(line: list[Any]) -> None:
    example = ["EX1", "Example: write a policy", "Head of Service", date(2025, 1, 1), "Not started"]
    reading = read([GUIDANCE[1], line, example, *records(4)])
    assert titles(reading) == [row[1] for row in records(4)]
    assert [row for row, _ in reading.left_out] == [2, 3, 4]


@pytest.mark.parametrize(
    "line",
    [
        [0, "Example of how to complete >", "Head of Service", date(2025, 1, 1), "In progress"],
        ["Example", "Recruit a manager", "HR lead", date(2025, 1, 1), "In progress"],
        ["e.g.", "Recruit a manager", "HR lead", date(2025, 1, 1), "In progress"],
        ["EXAMPLE ROW", "Recruit a manager", "HR lead", date(2025, 1, 1), "Complete"],
        ["Ex.", "Recruit a manager", "HR lead", date(2025, 1, 1), "Complete"],
        [None, "Sample: hold a workshop", "HR lead", date(2025, 1, 1), "Complete"],
        ["A0", "E.g. hold a workshop", "HR lead", date(2025, 1, 1), "Complete"],
        [None, "For example, hold a workshop", "HR lead", date(2025, 1, 1), "Complete"],
        ["0.0", "Worked example of an action", "HR lead", date(2025, 1, 1), "Complete"],
        ["Dummy entry", "Hold a workshop", "HR lead", date(2025, 1, 1), "Complete"],
    ],
    ids=lambda line: f"{line[0]} {line[1]}",
)
def test_the_example_of_a_form_is_no_record(line: list[Any]) -> None:
    reading = read([line, *records()])
    assert titles(reading) == [row[1] for row in records()]
    assert reading.left_out == ((2, "the form's example"),)


@pytest.mark.parametrize("word", ["END", "end", "***", "End of table", "xxx", "STOP", "N/A"])
@pytest.mark.parametrize("gap", [True, False])
def test_a_word_in_every_cell_is_no_record(word: str, gap: bool) -> None:
    reading = read([*records(), *([[None] * 5] if gap else []), [word] * 5])
    assert len(reading.frame) == 6
    assert [row for row, _ in reading.left_out] == [8 + gap]


@pytest.mark.parametrize(
    "line",
    [
        ["A7", "Please select an option", "Please select", None, "Please select an option"],
        ["A7", "<enter action>", "<owner>", None, "Not started"],
        ["A7", "[Action]", "[Owner]", None, None],
        ["A7", "Click here", "Click here", None, "Click here"],
        ["A7", "To fill in", "To fill in", None, "Not started"],
    ],
    ids=lambda line: str(line[1]),
)
@pytest.mark.parametrize("times", [1, 2, 5])
def test_a_row_of_placeholders_is_no_record(line: list[Any], times: int) -> None:
    waiting = [[f"A{7 + n}", *line[1:]] for n in range(times)]
    reading = read([*records(), *waiting])
    assert len(reading.frame) == 6
    assert len(reading.left_out) == times


def test_last_rows_the_same_in_every_cell_are_left_out_and_said_but_two_alike_are_read() -> None:
    same = [[None, "New action", "Owner", None, "Not started"] for _ in range(4)]
    reading = read([*records(), *same])
    assert len(reading.frame) == 6
    assert [row for row, _ in reading.left_out] == [8, 9, 10, 11]
    said = [problem.advice for problem in reading.problems if problem.level == "warning"]
    assert any(one.startswith("4 rows are the same in every cell") for one in said)
    assert len(read([*records(), *same[:2]]).frame) == 8


def test_last_rows_the_same_but_for_their_reference_are_read_and_pointed_out_once() -> None:
    same = [[f"A{7 + n}", "New action", "Owner", None, "Not started"] for n in range(4)]
    reading = read([*records(), *same])
    assert len(reading.frame) == 10
    said = [problem.advice for problem in reading.problems if problem.level == "warning"]
    assert sum(one.startswith("4 rows are the same but for the reference") for one in said) == 1


RECORDS = [
    ["A7", "Publish an example letter", "Legal", date(2025, 4, 1), "Not started"],
    ["A7", "Example letters go on the website", "Legal", date(2025, 4, 1), "Not started"],
    ["A7", "Provide training", "(vacant)", None, None],
    ["A7", "Note the annual report", "Head of Legal", None, None],
    [None, "Source new agency staff", "HR", None, None],
    [None, "Source a supplier", "HR", None, None],
    ["A7", "Total the spend on counsel", "Finance", date(2025, 4, 1), "Not started"],
    ["A7", "Average the waiting times", "Finance", None, "Not started"],
    ["A7", "Enter cases on the system within a day", "Business support", None, "Not started"],
    ["A7", "Who leads on urgent cases to be agreed", "Director", "When funded", "New"],
    ["A7", "Key workers to be named for each child", "Director", "Ongoing", None],
    ["A7", "Describe the pathway for families", "Director", "TBC", "Not started"],
    [None, "Update the website", None, None, None],
    [None, "Select a new case system", None, None, None],
    ["A7", "List the cases on hold", "TBC", "TBC", "TBC"],
    ["A7", "Page the duty solicitor at night", None, None, None],
    ["A7", "End the use of agency staff", None, None, None],
    ["A7", "Version control for policies", "Director", None, None],
    ["A7", "Prepared statements for hearings", None, None, None],
    ["A7", "Sample twenty files a month", "Head of Legal", date(2025, 4, 1), "Not started"],
    ["A7", "Legend plates for the court rooms", None, None, None],
]


@pytest.mark.parametrize("line", RECORDS, ids=lambda line: str(line[1]))
@pytest.mark.parametrize("at", [0, 1, 3, 6])
def test_what_looks_like_the_rows_around_it_is_a_record(line: list[Any], at: int) -> None:
    rows = records()
    rows.insert(at, line)
    reading = read(rows)
    assert titles(reading) == [row[1] for row in rows]
    assert reading.left_out == ()


@pytest.mark.parametrize("line", RECORDS, ids=lambda line: str(line[1]))
def test_so_it_is_without_references(line: list[Any]) -> None:
    rows = records()
    rows.insert(3, line)
    reading = read([row[1:] for row in rows], HEADINGS[1:])
    assert titles(reading) == [row[1] for row in rows]


@pytest.mark.parametrize("lone", [1, 2, 5, 6, 8, 20])
@pytest.mark.parametrize(
    ("place", "headings"),
    [
        *((place, HEADINGS) for place in ("first", "middle", "last", "all")),
        # Lone texts in the first column under an empty form may be notes on it.
        *((place, HEADINGS[1:]) for place in ("first", "middle", "last")),
    ],
)
def test_rows_that_hold_only_the_action_are_records(
    lone: int, place: str, headings: list[str]
) -> None:
    only = [[None, f"Agree policy number {n} with partners", None, None, None] for n in range(lone)]
    parts = {
        "first": [*only, *records()],
        "middle": [*records(3), *only, *records(3, 3)],
        "last": [*records(), *only],
        "all": only,
    }[place]
    rows = parts if headings is HEADINGS else [row[1:] for row in parts]
    reading = read(rows, headings)
    assert titles(reading) == [row[1] for row in parts]


KPI = ["Indicator", "Period", "Value", "Target", "Unit", "Better when"]


@pytest.mark.parametrize(
    "name",
    [
        *("Average caseload per social worker", "Total number of agency staff"),
        *("Total children in care", "Overall average days to decide", "Total complaints received"),
        *("Sum paid in compensation", "Mean days to first hearing", "Subtotal of late cases"),
        *("Grand total of open cases", "Average"),
    ],
)
@pytest.mark.parametrize("at", [0, 1, 3])
def test_an_indicator_may_be_called_total_or_average(name: str, at: int) -> None:
    rows: list[list[Any]] = [
        ["Advice in time", date(2025, 1, 31), 80, 90, "%", "higher"],
        ["Vacancies filled", date(2025, 1, 31), 12, 20, "posts", "higher"],
        ["Files audited", date(2025, 1, 31), 41, 40, "files", "higher"],
    ]
    rows.insert(at, [name, date(2025, 1, 31), 21.5, 18, "count", "lower"])
    assert read(rows, KPI).frame["indicator"].tolist() == [row[0] for row in rows]


@pytest.mark.parametrize("label", ["Total", "TOTALS", "Grand total", "Sub-total", "All teams", "="])
@pytest.mark.parametrize("gap", [True, False])
def test_the_sum_of_the_rows_above_is_no_record(label: str, gap: bool) -> None:
    rows: list[list[Any]] = [
        ["Solicitor", "Legal", 10, 8, "Open"],
        ["Paralegal", "Legal", 5, 5, "Open"],
        ["Social worker", "Care", 20, 14, "Open"],
    ]
    total = [label, None, 35, 27, None]
    reading = read(
        [*rows, *([[None] * 5] if gap else []), total],
        ["Post title", "Team", "Establishment (FTE)", "In post (FTE)", "Status"],
    )
    assert reading.rows == 3
    assert [row for row, _ in reading.left_out] == [5 + gap]


@pytest.mark.parametrize(
    "said",
    ["None", "n/a", "Nil", "No action", "No further action required", "None needed", "(none)"],
)
@pytest.mark.parametrize("at", [0, 2, 6])
def test_a_row_beside_which_nothing_is_to_be_done_is_left_out_and_said(said: str, at: int) -> None:
    rows = records()
    rows.insert(at, [f"B{at}", said, "Head of Legal", None, None])
    reading = read(rows)
    assert titles(reading) == [row[1] for row in records()]
    assert [row for row, _ in reading.left_out] == [at + 2]
    kept = read([*records(), ["B9", "None of the rooms is free: find one", "Clerk", None, None]])
    assert len(kept.frame) == 7


@pytest.mark.parametrize(
    "said",
    [
        *("Update 3 May: sent to legal", "Progress update - first draft", "3 May 2026: signed off"),
        *("03/05/2026 - with the board", "May 2026: two have started", "Note: the post is frozen"),
    ],
)
def test_news_under_a_record_is_read_and_pointed_out(said: str) -> None:
    rows = records()
    rows.insert(2, [None, said, None, None, None])
    told = [p.cell for p in read(rows).problems if "an update on the row above" in p.advice]
    assert told == ["A4"]
    kept = read([*records(), [None, "Update the website", "Clerk", date(2025, 4, 1), "Open"]])
    assert kept.problems == ()


@pytest.mark.parametrize("label", ["Subtotal", "Subtotal for care", "TOTAL", "Total children's"])
def test_a_total_under_one_row_or_across_groups_is_no_record(label: str) -> None:
    rows: list[list[Any]] = [
        ["Care"],
        ["C1", "Reduce agency staff", "Director", 500, 120, "Open"],
        [label, None, None, 500, 120, None],
        ["Adults"],
        ["A1", "Review the packages", "Head of Adults", 600, 600, "Open"],
        ["A2", "Open two homes", "Head of Adults", 800, 10, "Open"],
        [label, None, None, 1900, 730, None],
    ]
    reading = read(rows, ["Ref", "Action", "Owner", "Target £000", "Delivered £000", "Status"])
    assert titles(reading) == [row[1] for row in rows if len(row) > 1 and row[1]]
    assert {(4, "a total"), (8, "a total")} <= set(reading.left_out)


def test_a_doubtful_row_is_read_and_pointed_out() -> None:
    rows = [["Example letters go online", "Legal", date(2025, 4, 1), "Open"]]
    reading = read([*rows, *(row[1:] for row in records())], HEADINGS[1:])
    assert len(reading.frame) == 7
    told = [p for p in reading.problems if p.level == "warning"]
    assert [p.cell for p in told] == ["A2"]
    assert "may be the form's example" in told[0].advice


ABOUT_THE_LIST = [
    ["Number of actions", 7, None, None, None],
    [None, "Number of actions", 7, None, None],
    [None, "Number of actions:", None, None, 7],
    [None, "Open actions", None, None, 3],
    ["Open", 3, None, None, None],
    [None, "Percentage complete", "29%", None, None],
    ["Actions closed this month", "12", None, None, None],
    [None, "How many are late", None, 4, None],
    ["Count", 20, None, None, None],
    [None, "Add new rows above this line", None, None, None],
    [None, "Insert new actions above this row", None, None, None],
    ["XX", "Type the action here", None, None, "Choose one"],
    ["<ref>", "[Insert action]", "<owner>", None, "Select"],
]


@pytest.mark.parametrize("line", ABOUT_THE_LIST, ids=lambda line: str(line[0] or line[1]))
@pytest.mark.parametrize("at", [0, 4, 6])
def test_a_figure_about_the_list_or_a_row_to_be_filled_in_is_no_record(
    line: list[Any], at: int
) -> None:
    rows = records()
    rows.insert(at, line)
    reading = read(rows)
    assert titles(reading) == [row[1] for row in rows if row is not line]
    assert [row for row, _ in reading.left_out] == [at + 2]


def test_letters_or_colours_and_what_they_mean_are_no_records() -> None:
    keys = [["R", "Off track"], ["A", "At risk"], ["G", "On track"]]
    rows = [*records(), *([*key, None, None, None] for key in keys)]
    reading = read(rows)
    assert titles(reading) == [row[1] for row in records()]
    assert {why for _, why in reading.left_out} == {"a key to letters or colours"}
    lone = read([*records(), ["R", "Recruit to the panel", None, None, None]])
    assert "Recruit to the panel" in titles(lone)


@pytest.mark.parametrize("lines", [("A", "B"), ("G", "R"), ("A.", "B."), ("a)", "b)")])
@pytest.mark.parametrize("shape", [str.upper, str.title, str.lower])
def test_lettered_headings_with_records_between_them_are_themes_and_no_key(
    lines: tuple[str, str], shape: Callable[[str], str]
) -> None:
    first, second = (
        [line, shape(word), None, None, None]
        for line, word in zip(lines, ("workforce", "cases"), strict=True)
    )
    rows = [[f"{n}", *row[1:]] for n, row in enumerate(records(), 1)]
    reading = read([first, *rows[:3], second, *rows[3:]])
    assert titles(reading) == [row[1] for row in rows]
    assert {why for _, why in reading.left_out} == {"the title of a section"}
    themes = reading.frame["theme"].to_list()
    assert [one.split()[-1].casefold() for one in themes] == (
        ["workforce"] * 3 + ["cases"] * (len(rows) - 3)
    )


def test_records_known_by_letters_are_no_headings() -> None:
    rows = [[letter, *row[1:]] for letter, row in zip("ABCDEFGH", records(), strict=False)]
    bare = ["C", "Write the new protocol", None, None, None]
    reading = read([*rows[:2], bare, *rows[2:]])
    assert "Write the new protocol" in titles(reading)


@pytest.mark.parametrize("said", ["e.g. an example row - delete", "Example: hold a meeting"])
def test_an_example_further_down_is_never_silent(said: str) -> None:
    reading = read([*records(), [None, said, "Name of lead", "01/01/2022", "Open"], *records()])
    pointed = [problem for problem in reading.problems if "the form's example" in str(problem)]
    assert pointed or said not in titles(reading)
    kept = read([*records(), ["Z1", "Example letters to be sent", "Lead", "01/01/2022", "Open"]])
    assert "Example letters to be sent" in titles(kept)
    assert not [problem for problem in kept.problems if "example" in str(problem)]


def test_the_first_line_of_a_key_above_a_gap_is_pointed_out() -> None:
    reading = read([*records(), ["R", "Off track", None, None, None]])
    assert any("a key to letters or colours" in str(one) for one in reading.problems)
