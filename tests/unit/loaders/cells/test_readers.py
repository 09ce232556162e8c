"""What single cells are read as, and what an officer is told where they cannot be."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from loaders.cells import percentages, readers
from loaders.declared import Kind

STATUS = readers.one_of(
    {
        "not started": ("to start",),
        "in progress": ("ongoing", "open"),
        "complete": ("done", "closed"),
    }
)


def value(kind: Kind, typed: Any) -> Any:
    read = kind.read(typed)
    return read.value if isinstance(read, readers.Noted) else read


def advice(kind: Kind, typed: Any) -> str:
    with pytest.raises(readers.Unreadable) as refused:
        kind.read(typed)
    return str(refused.value)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1.10", "1.10"),
        (1.1, "1.1"),
        (7.0, "7"),
        (7, "7"),
        ("1.", "1."),
        ("1..1", "1..1"),
        (" SR (25/26)  01 ", "SR (25/26) 01"),
        ("4/20//FE", "4/20//FE"),
        ("007", "007"),
    ],
)
def test_a_reference_stays_as_printed(typed: Any, read: str) -> None:
    assert readers.ref.read(typed) == read


def test_a_reference_that_excel_made_a_date_is_not_guessed_back() -> None:
    assert "Set the cell's format to text" in advice(readers.ref, datetime(2022, 2, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (36.5, 36.5),
        (3, 3.0),
        ("36.5", 36.5),
        ("1,200", 1200.0),
        ("£1,200", 1200.0),
        ("£1.2m", 1_200_000.0),
        ("20k", 20_000.0),
        ("75%", 0.75),
        ("-3", -3.0),
        ("5.5 FTE", 5.5),
        ("n/a", None),
        ("TBC", None),
    ],
)
def test_a_number_is_read_however_it_is_typed(typed: Any, read: float | None) -> None:
    assert value(readers.number, typed) == read


@pytest.mark.parametrize(
    "typed", ["about 5", "forty", "1,20", "5 or 6", True, datetime(2022, 1, 1, tzinfo=UTC)]
)
def test_what_is_not_a_number_is_refused_with_an_example(typed: Any) -> None:
    assert "for example 36.5" in advice(readers.number, typed)


def test_a_zero_is_a_number_and_not_a_blank() -> None:
    assert readers.number.read(0) == 0.0
    assert readers.whole.read("0") == 0.0


def test_half_a_person_is_no_whole_number() -> None:
    assert advice(readers.whole, 12.5) == "Enter a whole number, for example 12."


@pytest.mark.parametrize(
    ("typed", "read"),
    [(0.75, 0.75), (75, 0.75), ("75%", 0.75), ("75 %", 0.75), ("0.5%", 0.005), (1, 1.0), (0, 0)],
)
def test_a_percentage_is_a_share_of_one(typed: Any, read: float) -> None:
    assert value(percentages.percent, typed) == pytest.approx(read)


@pytest.mark.parametrize("typed", ["150%", 250, -0.1])
def test_a_percentage_outside_nought_to_a_hundred_is_refused(typed: Any) -> None:
    assert "from 0% to 100%" in advice(percentages.percent, typed)


def test_a_day_alone_says_nothing_and_a_month_alone_says_how_it_was_read() -> None:
    assert readers.day.read("31/03/2022") == date(2022, 3, 31)
    assert readers.day.read(datetime(2022, 3, 31, 17, tzinfo=UTC)) == date(2022, 3, 31)
    assert readers.day.read("March 2022") == readers.Noted(
        date(2022, 3, 31), "Read as 31 March 2022."
    )
    assert value(readers.first_day, "March 2022") == date(2022, 3, 1)
    assert value(readers.day, 44500) == date(2021, 10, 31)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        *((season, "A season, term or holiday") for season in ("Autumn term 2024", "Spring 2025")),
        *((season, "A season, term or holiday") for season in ("Christmas 2024", "Summer term")),
        *((week, "Weeks are numbered") for week in ("Week 23 2025", "wk 4")),
        *((long, "a length of time") for long in ("3 months", "within 6 weeks", "two years")),
    ],
)
def test_a_time_without_a_day_is_asked_for(typed: str, told: str) -> None:
    assert told in advice(readers.day, typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("1900-12-30", "30/12/1899", "00/01/1900", "01/01/1900", "01/01/0001", "31/12/9999"),
        *("0000-00-00", "1900-01-01T00:00:00", "1899-12-31 00:00:00", "01/01/1753", "01.01.1970"),
        *("31/12/2099", "2999-12-31", "1904-01-01", "4501-01-01"),
        *(date(1900, 12, 30), datetime(1899, 12, 30, tzinfo=UTC), date(9999, 12, 31)),
        *(date(1, 1, 1), date(1970, 1, 1)),
    ],
)
def test_what_a_database_writes_where_there_is_no_date_is_none(typed: Any) -> None:
    read = readers.day.read(typed)
    assert isinstance(read, readers.Noted)
    assert read.value is None
    assert "no date" in read.advice


@pytest.mark.parametrize("typed", ["01/01/2001", "31/12/2024", "30/12/2100", date(1999, 12, 31)])
def test_other_days_are_dates(typed: Any) -> None:
    assert isinstance(readers.day.read(typed), date)


def test_a_date_that_can_only_be_month_first_is_read_so_with_a_warning() -> None:
    read = readers.day.read("9/21/2022")
    assert isinstance(read, readers.Noted)
    assert (read.value, read.level) == (date(2022, 9, 21), "warning")
    assert "21/09/2022" in read.advice


def test_a_quarter_of_one_year_names_both_readings() -> None:
    read = readers.day.read("Q3 2025")
    assert isinstance(read, readers.Noted)
    assert (read.value, read.level) == (date(2025, 9, 30), "warning")
    assert "30 September 2025" in read.advice
    assert "31 December 2025" in read.advice


def test_ongoing_is_no_date_and_is_said_to_be_none() -> None:
    read = readers.day.read("Ongoing")
    assert isinstance(read, readers.Noted)
    assert read.value is None
    assert "no date" in read.advice


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31/06/2024", "June has 30 days. Enter the day that is meant, for example 30/06/2024."),
        (
            "31st April 2024",
            "April has 30 days. Enter the day that is meant, for example 30/04/2024.",
        ),
        (
            "2024-09-31",
            "September has 30 days. Enter the day that is meant, for example 30/09/2024.",
        ),
        (
            "29/02/2023",
            "February 2023 has 28 days. Enter the day that is meant, for example 28/02/2023.",
        ),
        (
            "13/13/2024",
            "There is no month 13. Enter a date with the day first, for example 31/03/2022.",
        ),
        (
            "Q3 FY22",
            "This may be of the financial year 2021/22 or 2022/23. Write the year in full, for "
            "example Q3 2021/22.",
        ),
        (
            "31/03/2024\n30/06/2024",
            "This cell holds 31 March 2024 and 30 June 2024, and does not say which one holds. "
            "If the date was moved, write 30/06/2024 (was 31/03/2024).",
        ),
        ("Q3", "Add the year, for example 31/03/2022, March 2022 or Q4 2021/22."),
        (5.0, "Enter a date with the day first, for example 31/03/2022."),
        (True, "Enter a date with the day first, for example 31/03/2022."),
    ],
)
def test_a_date_that_cannot_be_read_is_told_with_what_to_type(typed: Any, told: str) -> None:
    assert advice(readers.day, typed) == told


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Complete", "complete"),
        ("DONE", "complete"),
        ("On-going", "in progress"),
        ("COMPLETED", "complete"),
        ("Done - report to March board", "complete"),
        ("Closed 12/3/21", "complete"),
        ("Open (waiting for data)", "in progress"),
    ],
)
def test_a_word_is_known_by_its_other_names_and_by_how_a_sentence_starts(
    typed: str, read: str | None
) -> None:
    if read is None:
        advice(STATUS, typed)
    else:
        assert value(STATUS, typed) == read


@pytest.mark.parametrize("typed", ["Not complete", "Phase 1 done", "Nearly there", "Done by March"])
def test_a_sentence_that_might_mean_something_else_is_not_guessed(typed: str) -> None:
    assert advice(STATUS, typed) == (
        "Choose one of these words: not started, in progress or complete."
    )


def test_true_and_one_are_not_the_same_cell() -> None:
    assert readers.shown(True) == "TRUE"
    assert readers.shown(1.0) == "1"
    assert readers.yes_no.read(True) == "yes"
