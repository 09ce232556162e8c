"""A whole file: its sheets, its tables in order, its date, and nothing personal."""

import cProfile
import json
import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loaders.__main__ import main
from loaders.cells.people import SpoiltKey, kept_secret, person_key
from loaders.check import check, check_grids
from loaders.choices import LEAVE_OUT, READ, Choices
from loaders.formats.grid import Grid
from loaders.outcome import Checked
from loaders.personal.signs import sign_of_a_person
from tests.made import workbooks
from workstreams import TABLES

SECRET = b"a secret of this installation"
PLAN = [
    ["Ref", "Action", "Owner", "Due date", "Status"],
    ["1", "Write the plan", "Director", "31/03/2022", "Open"],
    ["2", "Share the plan", "Head of legal", "30/04/2022", "Closed"],
]


def grid(rows: list[list[Any]], name: str = "Plan", **more: Any) -> Grid:
    width = max(map(len, rows))
    return Grid(name, [[*line, *[None] * (width - len(line))] for line in rows], **more)


def checked(*grids: Grid, choices: Choices | None = None) -> Checked:
    return check_grids(grids, "plan.xlsx", "", TABLES, choices or Choices())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plan.xlsx", workbooks.of_rows(PLAN)),
        ("plan.xls", workbooks.xls(PLAN)),
        ("plan.xlsb", workbooks.xlsb(PLAN)),
        ("plan.ods", workbooks.ods_of_rows(PLAN)),
        ("plan.csv", "\n".join(",".join(line) for line in PLAN).encode()),
        ("plan.csv", "\n".join(";".join(line) for line in PLAN).encode("utf-16")),
    ],
    ids=["xlsx", "xls", "xlsb", "ods", "csv", "csv of Excel in Unicode"],
)
def test_every_format_gives_the_same_records(name: str, data: bytes) -> None:
    frame = check(data, name, TABLES).frames["actions"]
    assert frame["ref"].tolist() == ["1", "2"]
    assert frame["due_date"].dt.day.tolist() == [31, 30]
    assert frame["status"].tolist() == ["in progress", "complete"]
    assert frame["row"].tolist() == [2, 3]


def test_the_best_table_comes_first_and_lists_of_choices_are_no_plan() -> None:
    lists = grid([["Status", "Priority", "Category"], ["Open", "High", "Legal"]], "Lists")
    read = checked(lists, grid(PLAN), choices=Choices(as_table="actions"))
    assert [(r.table, r.sheet) for r in read.readings] == [("actions", "Plan"), ("", "Lists")]
    assert len(read.frames["actions"]) == 2


def test_original_and_revised_under_when_are_the_two_due_dates() -> None:
    rows = [
        ["NOS", "What?", "Who?", "When?", None],
        [None, None, None, "Original", "Revised"],
        ["1", "Write the plan", "Director", "31/03/2022", "30/06/2022"],
        ["2", "Share the plan", "Head of legal", "30/04/2022", None],
    ]
    merged = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4))
    fields = checked(grid(rows, merged=merged)).readings[0].fields
    assert fields["due_date"] == "Original"
    assert fields["revised_due_date"] == "Revised"


def test_a_sheet_can_be_left_out_or_said_to_be_something() -> None:
    left = checked(grid(PLAN), choices=Choices(sheets={"Plan": LEAVE_OUT}))
    assert left.readings == ()
    assert left.left_out[0].why == "left out as you chose"
    odd = grid([["Thing", "Whose"], ["Write the plan", "Director"]], "Odd")
    assert checked(odd).frames == {}
    said = checked(odd, choices=Choices(sheets={"Odd": "actions"}))
    assert said.frames["actions"]["title"].tolist() == ["Write the plan"]


def test_a_hidden_sheet_is_left_out_and_said_to_be() -> None:
    read = checked(grid(PLAN), grid(PLAN, "Old", hidden=True))
    assert [out.sheet for out in read.left_out] == ["Old"]
    assert len(read.frames["actions"]) == 2
    other = [PLAN[0], ["8", "Train the team", *PLAN[1][2:]]]
    both = checked(grid(PLAN), grid(other, "Old", hidden=True), choices=Choices(hidden=READ))
    assert len(both.frames["actions"]) == 3


@pytest.mark.parametrize(
    ("hidden", "level"), [("", "warning"), (LEAVE_OUT, "note")], ids=["nobody said", "said"]
)
def test_the_records_of_a_hidden_sheet_are_in_the_file_and_asked_about(
    hidden: str, level: str
) -> None:
    carried_on = [PLAN[0], ["8", "Train the team", *PLAN[1][2:]], ["9", "Buy it", *PLAN[1][2:]]]
    lists = [["Status"], ["Open"], ["Closed"]]
    read = checked(
        grid(PLAN),
        grid(carried_on, "Carried on", hidden=True),
        grid(lists, "Lists", hidden=True),
        choices=Choices(hidden=hidden),
    )
    assert len(read.frames["actions"]) == 2
    assert read.frames["actions"]["theme"].isna().all()
    (unseen,) = (one for one in read.readings if one.sheet == "Carried on")
    assert [(one.row, one.known_by["ref"]) for one in unseen.unread] == [(2, "8"), (3, "9")]
    told = [(p.level, p.sheet) for p in read.problems if "sheet is hidden" in p.advice]
    assert told == [(level, "Carried on")]


def test_a_hidden_sheet_alone_is_not_read_and_says_so() -> None:
    read = checked(grid(PLAN, "Old", hidden=True))
    assert not any(len(frame) for frame in read.frames.values())
    assert [p.advice for p in read.problems] == [
        "This sheet is hidden in the file, so its 2 rows were left out. Say whether to read hidden "
        "sheets and rows."
    ]


@pytest.mark.parametrize(
    ("above", "day"),
    [
        (["Plan as at 31 October 2003"], date(2003, 10, 31)),
        (["As at", date(2022, 3, 1)], date(2022, 3, 1)),
        (["Reporting month:", "March 2022"], date(2022, 3, 31)),
        (["Last updated: 7 September 2021 by the board"], date(2021, 9, 7)),
        (["Version 9"], None),
        (["Date of inspection", date(2022, 3, 1)], None),
    ],
)
def test_the_date_a_file_is_true_at_is_found_above_the_table(
    above: list[Any], day: date | None
) -> None:
    assert checked(grid([above, [], *PLAN])).as_at == day


def test_a_date_within_the_table_is_not_the_date_of_the_file() -> None:
    assert checked(grid(PLAN)).as_at is None


def test_what_was_read_can_be_sent_to_another_process() -> None:
    read = checked(grid(PLAN))
    again = pickle.loads(pickle.dumps(read))
    assert again.frames["actions"].equals(read.frames["actions"])


def test_the_order_of_sheets_does_not_change_what_is_read() -> None:
    other = grid([PLAN[0], ["3", "Test the plan", "Director", None, "Open"]], "More")
    first, second = checked(grid(PLAN), other), checked(other, grid(PLAN))
    assert set(first.frames["actions"]["ref"]) == set(second.frames["actions"]["ref"])


CASES = [
    ["Case ref", "Mother's name", "Stage", "Date opened", "NHS number", "Theme"],
    ["HRA-A", "Secret Name", "Notified", "01/03/2021", "943 476 5919", "Delay"],
]
STAFF = [
    ["Name", "Job title", "Course", "Status"],
    ["Secret Name", "Social worker", "Human Rights Act", "Trained"],
    ["secret  name", "Social worker", "Section 20", "Booked"],
    ["Other Name", "Social worker", "Section 20", "No"],
]


def test_nothing_of_a_refused_column_is_kept_and_its_heading_is_named() -> None:
    read = checked(grid(CASES, "HRA cases"))
    assert read.readings[0].refused == ("Mother's name", "NHS number")
    assert "Secret Name" not in repr(read)
    assert "943" not in repr(read)
    told = [p for p in read.problems if p.heading == "Mother's name"]
    assert "It was not read" in told[0].advice


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Drift, see a.person@example.org", "an e-mail address"),
        ("Moved to HR1 2AB in May", "a postcode"),
        ("NHS 943 476 5919", "an NHS number"),
        ("ZW21C00123", "a court's case number"),
        ("child born in May", "a date of birth"),
    ],
)
def test_a_case_with_words_that_point_to_somebody_is_kept_out_and_not_repeated(
    text: str, what: str
) -> None:
    rows = [
        ["Case ref", "Stage", "Date opened", "Theme"],
        ["HRA-A", "Notified", "01/03/2021", text],
        ["HRA-B", "Notified", "01/03/2021", "Delay of 12 months in 2021"],
    ]
    read = checked(grid(rows, "HRA cases"))
    assert read.frames["hra_cases"]["case"].tolist() == ["HRA-B"]
    (problem,) = [p for p in read.problems if p.level == "error"]
    assert (problem.cell, problem.found) == ("D2", "")
    assert what in problem.advice


def test_a_number_without_the_check_digit_is_no_nhs_number() -> None:
    assert sign_of_a_person("943 476 5918") == ""
    assert sign_of_a_person("1,234 5678 hours") == ""


def test_a_person_is_kept_as_a_key_that_is_the_same_in_every_upload() -> None:
    choices = Choices(secret=SECRET)
    read = checked(grid(STAFF, "Training record"), choices=choices)
    people = read.frames["trained"]["person"].tolist()
    assert people[0] == people[1] == person_key("Secret Name", SECRET)
    assert people[2] != people[0]
    assert "secret name" not in repr(read).casefold()
    again = checked(grid(STAFF, "Training record"), choices=choices)
    assert again.frames["trained"]["person"].tolist() == people
    other = checked(grid(STAFF, "Training record"), choices=Choices(secret=b"another"))
    assert not set(other.frames["trained"]["person"]) & set(people)


def test_without_a_secret_keys_hold_for_one_reading_only() -> None:
    one, two = (checked(grid(STAFF, "Training record")).frames["trained"] for _ in range(2))
    assert not set(one["person"]) & set(two["person"])


def test_the_secret_is_made_once_and_kept_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "data" / "secret"
    made = kept_secret(path)
    assert kept_secret(path) == made
    assert len(made) == 32
    assert path.stat().st_mode & 0o077 == 0
    assert [other.name for other in path.parent.iterdir()] == ["secret"]


@pytest.mark.parametrize("left", [b"", b"short", b"x" * 31])
def test_a_secret_that_was_emptied_or_cut_short_is_not_taken_for_one(
    tmp_path: Path, left: bytes
) -> None:
    path = tmp_path / "secret"
    made = kept_secret(path)
    path.chmod(0o644)
    assert kept_secret(path) == made
    assert path.stat().st_mode & 0o077 == 0
    path.write_bytes(left)
    with pytest.raises(SpoiltKey):
        kept_secret(path)
    assert path.read_bytes() == left


def test_the_command_prints_what_a_program_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(workbooks.of_rows(PLAN))
    assert main([str(path), "--json", "--as", "actions"]) == 0
    said = json.loads(capsys.readouterr().out)
    (table,) = said["tables"]
    assert set(said) == {"file", "sha256", "as_at", "tables", "left_out", "problems"}
    assert table["heading_rows"] == [1, 1]
    assert table["headings"] == PLAN[0]
    assert (table["first_row"], table["last_row"], table["rows"]) == (2, 3, 2)
    assert table["workstream"] == "actions"
    assert table["fields"]["due_date"] == "Due date"
    assert all(
        set(problem) == {"level", "cell", "field", "found", "advice"}
        for problem in table["problems"]
    )


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("nothing.xlsx", None, "cannot be opened"),
        ("empty.xlsx", b"", "empty"),
        ("words.xlsx", b"not a workbook at all", "words.xlsx"),
    ],
)
def test_the_command_ends_with_two_and_one_plain_line_where_it_cannot_read(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: bytes | None,
    words: str,
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert main([str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert words in said.err


def test_the_command_knows_no_other_workstream(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "plan.xlsx"), "--as", "housing"]) == 2
    assert "Choose one of: actions" in capsys.readouterr().err


def _calls(tables: int) -> int:
    """How many calls it takes to check a sheet of so many tables of eight rows each."""
    rows: list[list[object]] = []
    for number in range(tables):
        rows += [[f"Theme {number}"], ["Ref", "Action", "Owner", "Due date", "Status"]]
        for at in range(8):
            action = f"Review the arrangements {number} for point {at} with partners"
            rows.append([f"{number}.{at}", action, f"Head {at}", f"{at + 1}/03/2024", "Open"])
        rows.append([])
    values = [row + [None] * (5 - len(row)) for row in rows]
    profile = cProfile.Profile()
    checked = profile.runcall(
        check_grids, [Grid("Plan", values)], "plan.xlsx", "", TABLES, Choices()
    )
    assert len(checked.readings) == tables
    return sum(entry.callcount for entry in profile.getstats())


def test_twice_as_many_tables_on_a_sheet_take_at_most_twice_the_work() -> None:
    _calls(5)
    assert _calls(40) <= 2.2 * _calls(20)


def _cases(theme: object, case: object = "HRA-A") -> Checked:
    rows = [
        ["Case ref", "Stage", "Date opened", "Theme"],
        [case, "With counsel", "01/03/2021", theme],
        ["HRA-B", "Notified", "01/03/2021", "Delay of 12 months in 2021"],
    ]
    return checked(grid(rows, "HRA cases"))


@pytest.mark.parametrize(
    ("theme", "case", "cell"),
    [
        ("Kayleigh Smith", "HRA-A", "D2"),
        ("Delay", "Smith", "A2"),
        ("Delay, and brother", "HRA-A", "D2"),
        (9434765919, "HRA-A", "D2"),
        ("Delay", "07700 900123", "A2"),
    ],
)
def test_a_name_number_or_relation_in_a_list_of_cases_keeps_its_row_out(
    theme: object, case: object, cell: str
) -> None:
    read = _cases(theme, case)
    assert read.frames["hra_cases"]["case"].tolist() == ["HRA-B"]
    told = [p for p in read.problems if p.level == "error" and p.cell == cell]
    assert [(p.found, p.advice.endswith("Take it out and choose the file again.")) for p in told]
    assert all(p.found == "" for p in told)


def test_a_word_that_may_be_a_rare_name_is_asked_about_by_cell_and_not_repeated() -> None:
    rows = [
        ["Case ref", "Stage", "Date opened", "Theme"],
        ["HRA-A", "Notified", "01/03/2021", "Wasilewska"],
        ["HRA-B", "Notified", "01/03/2021", "Care planning"],
    ]
    read = checked(grid(rows, "HRA cases"))
    assert read.frames["hra_cases"]["case"].tolist() == ["HRA-A", "HRA-B"]
    (problem,) = [p for p in read.problems if p.level == "warning"]
    assert (problem.cell, problem.found, problem.reasoned) == ("D2", "", True)
    assert "may be somebody’s name" in problem.advice
    assert "Wasilewska" not in repr(problem)


@pytest.mark.parametrize("heading", ["Progress", "Progress October", "Comments"])
def test_a_number_of_one_person_is_pointed_out_in_any_other_list(heading: str) -> None:
    head = ["Ref", "Action", "Owner", "Due date", "Status", heading, "Progress December"]
    rows = [
        ["1", "Write the plan", "Director, 01432 260123", "31/03/2022", "Open", "NHS 943 476 5919"],
        [
            "2",
            "Share the plan",
            "Head of legal",
            "30/04/2022",
            "Open",
            "Drafted, ref 2021/00123456",
        ],
    ]
    read = checked(grid([head, *rows]))
    told = [p for p in read.problems if "an NHS number" in p.advice]
    assert [(p.level, p.cell, p.found) for p in told] == [("warning", "F2", "")]
    assert not [p for p in read.problems if "telephone" in p.advice]
    assert len(read.frames["actions"]) == 2
