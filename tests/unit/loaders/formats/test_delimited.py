"""Text parted by commas and the like: encodings, and numbers with a decimal comma."""

import pytest

from loaders.check import check
from loaders.formats.delimited import grids
from loaders.formats.grid import Grid
from loaders.formats.number_format import Formatted
from workstreams import TABLES


def only(text: str) -> Grid:
    (grid,) = grids(text.encode(), "figures.csv")
    return grid


def cells(*values: str, by: str = ";") -> list[object]:
    """What the second of two columns holds under its heading."""
    quoted = (f'"{value}"' if by == "," else value for value in values)
    grid = only("\n".join([f"Name{by}Value", *(f"a{by}{value}" for value in quoted)]))
    return [row[1] for row in grid.values[1:]]


@pytest.mark.parametrize(
    ("text", "number", "percent"),
    [
        ("1,0", 1.0, False),
        ("81,5", 81.5, False),
        ("-0,25", -0.25, False),
        ("−3,75", -3.75, False),
        ("1.234,5", 1234.5, False),
        ("1.234.567,89", 1234567.89, False),
        ("£ 12,50", 12.5, False),
        ("12,50 €", 12.5, False),
        ("50,5%", 0.505, True),
        ("50,5 %", 0.505, True),
        ("0,125", 0.125, False),
        ("3,14159", 3.14159, False),
    ],
)
def test_a_decimal_comma_beside_semicolons_is_a_number_that_keeps_its_text(
    text: str, number: float, percent: bool
) -> None:
    (value,) = cells(text)
    assert isinstance(value, Formatted)
    assert (float(value), value.text, value.percent) == (pytest.approx(number), text, percent)


def test_whole_numbers_and_words_beside_them_stay_as_typed() -> None:
    assert cells("81,5", "80", "n/a", "90,25") == [81.5, "80", "n/a", 90.25]


@pytest.mark.parametrize(
    "values",
    [
        ("1,234", "2,500"),
        ("1,234.5", "81,5"),
        ("0.25", "1,5"),
        ("1,234,567", "12,5"),
        ("80", "90"),
        ("late, by a week", "no"),
        ("1,5 or so", "two, at most", "2,5"),
    ],
)
def test_what_may_be_something_else_stays_as_typed(values: tuple[str, ...]) -> None:
    assert cells(*values) == list(values)


def test_three_decimals_are_read_where_another_column_leaves_no_doubt() -> None:
    grid = only("Name;Rate;Score\na;1,234;0,5\nb;2,500;1,5")
    assert grid.values[1:] == [["a", 1.234, 0.5], ["b", 2.5, 1.5]]
    assert grid.notes == ("Numbers such as “0,5” in columns B, C were read with a decimal comma.",)


def test_beside_commas_one_cell_is_not_enough_and_thousands_stay_thousands() -> None:
    assert cells("81,5", "70,25", by=",") == [81.5, 70.25]
    assert cells("81,5", "70", by=",") == ["81,5", "70"]
    assert cells("1,234", "2,500", by=",") == ["1,234", "2,500"]


@pytest.mark.parametrize("first", ["", "sep=;\n"])
def test_figures_of_such_a_file_are_read_and_it_is_said(first: str) -> None:
    text = (
        f"{first}Indicator;Period;Value;Target\n"
        "Visits in time;31/01/2026;81,5;90,0\nPlans in time;31/01/2026;70,2;80\n"
    )
    checked = check(text.encode(), "figures.csv", TABLES)
    frame = checked.frames["indicators"]
    assert frame["value"].tolist() == [81.5, 70.2]
    assert frame["target"].tolist() == [90.0, 80.0]
    assert "decimal comma" in checked.notes[0]


def test_references_that_look_like_numbers_keep_their_commas() -> None:
    text = "Ref;Action;Owner;% complete\n1,10;Write it;Legal;50,5%\n1,2;Train them;HR;100%\n"
    frame = check(text.encode(), "plan.csv", TABLES).frames["actions"]
    assert frame["ref"].tolist() == ["1,10", "1,2"]
    assert frame["percent_complete"].tolist() == pytest.approx([0.505, 1.0])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_csv_in_any_usual_encoding_and_delimiter(encoding: str, delimiter: str) -> None:
    text = f'Ref{delimiter}Action{delimiter}Paid\n1.10{delimiter}"Café, a\nb ""c"""{delimiter}£5\n'
    assert grids(text.encode(encoding), "plan.csv")[0].values == [
        ["Ref", "Action", "Paid"],
        ["1.10", 'Café, a\nb "c"', "£5"],
    ]


def test_excels_own_line_that_names_the_delimiter_is_followed() -> None:
    assert only("sep=;\r\na,b;c\r\n").values == [["a,b", "c"]]


def test_a_csv_of_one_column_and_short_rows_are_padded() -> None:
    assert only("Action\nTrain\n").values == [["Action"], ["Train"]]
    assert only("a,b,c\nd\n").values == [["a", "b", "c"], ["d", None, None]]
