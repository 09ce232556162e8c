"""An indicator has one figure a period: a number, its base and the rate on a row each are one."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Checked
from workstreams import TABLES

FIGURES = {"n": (41, 44, 50), "d": (50, 52, 55), "%": (0.82, 0.846, 0.909)}
MONTHS = ("Apr 2024", "May 2024", "Jun 2024")
DAYS = (date(2024, 4, 30), date(2024, 5, 31), date(2024, 6, 30))


def read(rows: list[list[Any]]) -> Checked:
    return check_grids([Grid("Indicators", rows)], "kpis.xlsx", "", TABLES, Choices())


def wide(words: dict[str, str], heading: str = "Measure", order: str = "nd%") -> list[list[Any]]:
    head = ["Indicator", heading, "Better when", *MONTHS]
    return [head, *(["Advice in time", words[p], "higher", *FIGURES[p]] for p in order)]


def tall(words: dict[str, str], heading: str = "Measure", order: str = "nd%") -> list[list[Any]]:
    head = ["Indicator", "Month", heading, "Actual", "Better when"]
    rows = [
        ["Advice in time", day, words[p], FIGURES[p][place], "higher"]
        for place, day in enumerate(DAYS)
        for p in order
    ]
    return [head, *rows]


def figures(checked: Checked) -> list[tuple[str, date, Any, Any, Any]]:
    frame = checked.frames["indicators"]
    fields = ["indicator", "period", "value", "numerator", "denominator"]
    rows = frame[fields].astype("object").where(frame[fields].notna(), None)
    return [(a, b.date(), c, d, e) for a, b, c, d, e in rows.itertuples(index=False)]


WHOLE = [
    ("Advice in time", DAYS[0], 0.82, 41, 50),
    ("Advice in time", DAYS[1], 0.846, 44, 52),
    ("Advice in time", DAYS[2], 0.909, 50, 55),
]
WORDS = [
    {"n": "Numerator", "d": "Denominator", "%": "%"},
    {"n": "numerator", "d": "denominator", "%": "Rate"},
    {"n": "Num", "d": "Den", "%": "Percentage"},
    {"n": "Num.", "d": "Denom.", "%": "Per cent"},
    {"n": "Number", "d": "Base", "%": "%"},
    {"n": "Count", "d": "Total", "%": "pct"},
    {"n": "No.", "d": "Out of", "%": "Result"},
    {"n": "N", "d": "D", "%": "%"},
    {"n": "Achieved", "d": "Cohort", "%": "Performance"},
    {"n": "Met", "d": "Eligible", "%": "Score"},
]


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("order", ["nd%", "%nd", "dn%"])
@pytest.mark.parametrize("form", [wide, tall])
def test_a_column_that_says_which_is_which_makes_them_one(
    form: Any, order: str, words: dict[str, str]
) -> None:
    found = read(form(words, order=order))
    assert figures(found) == WHOLE
    assert set(found.frames["indicators"]["unit"]) == {"percent"}
    assert not [p for p in found.problems if p.level != "note"]
    (reading,) = found.readings
    assert len(reading.left_out) == (2 if form is wide else 6)
    assert "as one figure" in reading.left_out[0][1]
    assert reading.stopped == ()


@pytest.mark.parametrize("heading", ["Type", "Value type", "Part", "Row", "What it is"])
def test_whatever_that_column_is_called(heading: str) -> None:
    assert figures(read(wide(WORDS[0], heading))) == WHOLE


def test_the_name_may_stand_in_the_first_of_the_rows_alone() -> None:
    rows = wide(WORDS[0])
    rows[2][0] = rows[3][0] = None
    rows += [["Reviews held", *row[1:]] for row in wide(WORDS[0])[1:]]
    rows[5][0] = rows[6][0] = None
    found = figures(read(rows))
    assert found[:3] == WHOLE
    assert [one[0] for one in found[3:]] == ["Reviews held"] * 3


@pytest.mark.parametrize(
    ("n", "d", "rate"),
    [
        ("Advice in time (numerator)", "Advice in time (denominator)", "Advice in time (%)"),
        ("Advice in time - numerator", "Advice in time - denominator", "Advice in time"),
        ("Advice in time: Num", "Advice in time: Denom", "Advice in time rate"),
        ("Numerator: Advice in time", "Denominator: Advice in time", "Advice in time"),
        ("Numerator for Advice in time", "Denominator for Advice in time", "Advice in time %"),
        ("Advice in time numerator", "Advice in time denominator", "Advice in time percentage"),
    ],
)
def test_or_the_names_say_it(n: str, d: str, rate: str) -> None:
    rows: list[list[Any]] = [["Indicator", "Better when", *MONTHS]]
    rows += [[name, "higher", *FIGURES[p]] for name, p in ((n, "n"), (d, "d"), (rate, "%"))]
    assert figures(read(rows)) == WHOLE


def test_without_the_rate_the_two_numbers_are_kept() -> None:
    found = figures(read(wide(WORDS[0], order="nd")))
    assert found == [(name, day, None, n, d) for name, day, _, n, d in WHOLE]


def test_a_month_with_the_number_alone_is_no_figure_of_its_own() -> None:
    rows = wide(WORDS[0])
    rows[2][5] = rows[3][5] = None
    found = sorted(figures(read(rows)), key=lambda one: one[1])
    assert found[:2] == WHOLE[:2]
    assert found[2] == ("Advice in time", DAYS[2], None, 50, None)


def test_one_row_an_indicator_stays_what_it_is_whatever_its_measure() -> None:
    head = ["Indicator", "Measure", "Better when", *MONTHS]
    rows = [
        head,
        ["Complaints", "Number", "lower", 4, 5, 6],
        ["Advice in time", "%", "higher", 82, 84, 91],
    ]
    found = figures(read(rows))
    assert [one[2] for one in found] == [4, 5, 6, 82, 84, 91]
    assert all(one[3] is None for one in found)


def test_rows_of_one_name_that_a_column_tells_apart_are_named_by_it_and_said() -> None:
    head = ["Indicator", "Team", "Better when", *MONTHS]
    rows = [
        head,
        ["Advice in time", "Court", "higher", 82, 84, 91],
        ["Advice in time", "Advice line", "higher", 70, 71, 72],
        ["Complaints", "Court", "lower", 2, 1, 0],
    ]
    found = read(rows)
    names = dict.fromkeys(one[0] for one in figures(found))
    assert [*names] == ["Advice in time – Court", "Advice in time – Advice line", "Complaints"]
    told = [p for p in found.problems if p.level == "warning" and p.field == "indicator"]
    assert told
    assert "told apart by “Team”" in told[0].advice


def test_where_nothing_tells_them_apart_that_is_a_warning_at_their_cells() -> None:
    head = ["Indicator", "Better when", *MONTHS]
    rows = [head, *(["Advice in time", "higher", *FIGURES[p]] for p in "nd%")]
    (told,) = [p for p in read(rows).problems if p.level == "warning" and "30/04/2024" in p.advice]
    assert told.cells == ("A2", "A3", "A4")
    assert "3 rows give a figure of this name for 30/04/2024: 41, 50, 0.82" in told.advice


@pytest.mark.parametrize("table", [table.key for table in TABLES])
def test_whatever_a_sheet_is_said_to_hold_it_is_read_to_its_end(table: str) -> None:
    sheets = [
        [["A", "B", "C"], ["x", 1, "y"], ["z", 2, "w"]],
        [["Name", "Numerator", "Type"], ["x", 1, "Number"], ["x", 2, "%"]],
        [["Ref", "Action", "Owner"], ["1", "Write the plan", "Head"], ["2", "Read it", "Head"]],
        [["Who", "Apr", "May", "Jun"], ["x", 1, 2, 3], ["y", 4, 5, 6]],
    ]
    for rows in sheets:
        choices = Choices(sheets={"S": table}, as_at=DAYS[0])
        (reading, *_) = check_grids([Grid("S", rows)], "s.xlsx", "", TABLES, choices).readings
        assert reading.sheet == "S"
