"""Dates in all the forms that plans hold them."""

from datetime import date

import pytest

from loaders.cells import dates, no_dates

READ = {  # as typed -> first and last day it stands for, as a due date is read
    "31 March 2023": (date(2023, 3, 31), date(2023, 3, 31)),
    "9.12.16": (date(2016, 12, 9), date(2016, 12, 9)),
    "13/12/12": (date(2012, 12, 13), date(2012, 12, 13)),
    "12.10.2021": (date(2021, 10, 12), date(2021, 10, 12)),
    "2021-10-12": (date(2021, 10, 12), date(2021, 10, 12)),
    "2021-10-12 09:30:00": (date(2021, 10, 12), date(2021, 10, 12)),
    "2024-06-30T23:30:00Z": (date(2024, 7, 1), date(2024, 7, 1)),
    "2024-12-31T23:30:00Z": (date(2024, 12, 31), date(2024, 12, 31)),
    "2024-06-30 23:00:00.000 UTC": (date(2024, 7, 1), date(2024, 7, 1)),
    "2024-07-01T00:30:00+05:30": (date(2024, 6, 30), date(2024, 6, 30)),
    "2024-07-01T00:30:00+01:00": (date(2024, 7, 1), date(2024, 7, 1)),
    "2024-06-30T23:30:00": (date(2024, 6, 30), date(2024, 6, 30)),
    "30/06/2024 23:15:00Z": (date(2024, 7, 1), date(2024, 7, 1)),
    "1st October 2021": (date(2021, 10, 1), date(2021, 10, 1)),
    "Friday 1 October 2021": (date(2021, 10, 1), date(2021, 10, 1)),
    "October 1, 2021": (date(2021, 10, 1), date(2021, 10, 1)),
    "Dec 2016": (date(2016, 12, 1), date(2016, 12, 31)),
    "Oct-21": (date(2021, 10, 1), date(2021, 10, 31)),
    "03/2022": (date(2022, 3, 1), date(2022, 3, 31)),
    "end Sept 21": (date(2021, 9, 1), date(2021, 9, 30)),
    "End Oct 03": (date(2003, 10, 1), date(2003, 10, 31)),
    "From Oct 03": (date(2003, 10, 1), date(2003, 10, 31)),
    "By end of March 2022": (date(2022, 3, 1), date(2022, 3, 31)),
    "Q3 2021/22": (date(2021, 10, 1), date(2021, 12, 31)),
    "Q4 (2021-22)": (date(2022, 1, 1), date(2022, 3, 31)),
    "Q3 2021": (date(2021, 7, 1), date(2021, 9, 30)),
    "2022 Q1": (date(2022, 1, 1), date(2022, 3, 31)),
    "2021/22": (date(2021, 4, 1), date(2022, 3, 31)),
    "2021": (date(2021, 1, 1), date(2021, 12, 31)),
    "Jan 2022 - Mar 2022": (date(2022, 1, 1), date(2022, 3, 31)),
    "February 2024": (date(2024, 2, 1), date(2024, 2, 29)),
    # Quarters, halves and years.
    "2024-25 Q3": (date(2024, 10, 1), date(2024, 12, 31)),
    "Quarter 3 24-25": (date(2024, 10, 1), date(2024, 12, 31)),
    "Qtr. 3 2024/2025": (date(2024, 10, 1), date(2024, 12, 31)),
    "3rd quarter of 2024/25": (date(2024, 10, 1), date(2024, 12, 31)),
    "third quarter 2024/25": (date(2024, 10, 1), date(2024, 12, 31)),
    "FY22/23 Q3": (date(2022, 10, 1), date(2022, 12, 31)),
    "Q1 FY24/25": (date(2024, 4, 1), date(2024, 6, 30)),
    "end of Q2 24/25": (date(2024, 7, 1), date(2024, 9, 30)),
    "End Q2 24/25": (date(2024, 7, 1), date(2024, 9, 30)),
    "by end of Q3 2024/25": (date(2024, 10, 1), date(2024, 12, 31)),
    "Q3 (Oct-Dec) 2025": (date(2025, 10, 1), date(2025, 12, 31)),
    "Q4 (Jan to Mar) 2025/26": (date(2026, 1, 1), date(2026, 3, 31)),
    "2025Q01": (date(2025, 1, 1), date(2025, 3, 31)),
    "2025-Q3": (date(2025, 7, 1), date(2025, 9, 30)),
    "H1 2024/25": (date(2024, 4, 1), date(2024, 9, 30)),
    "H2 24/25": (date(2024, 10, 1), date(2025, 3, 31)),
    "first half of 2025": (date(2025, 1, 1), date(2025, 6, 30)),
    "FY24/25": (date(2024, 4, 1), date(2025, 3, 31)),
    "Financial year 2024-25": (date(2024, 4, 1), date(2025, 3, 31)),
    "Year end 2024/25": (date(2024, 4, 1), date(2025, 3, 31)),
    "2024/2025": (date(2024, 4, 1), date(2025, 3, 31)),
    "Apr-Jun 2024": (date(2024, 4, 1), date(2024, 6, 30)),
    "January to March 2024/25": (date(2025, 1, 1), date(2025, 3, 31)),
    # With a weekday, a footnote or a time.
    "2025-01-13 (Monday)": (date(2025, 1, 13), date(2025, 1, 13)),
    "13/01/2025 Mon": (date(2025, 1, 13), date(2025, 1, 13)),
    "13th January, 2025 (Monday)": (date(2025, 1, 13), date(2025, 1, 13)),
    "31/3/25*": (date(2025, 3, 31), date(2025, 3, 31)),
    "20240628": (date(2024, 6, 28), date(2024, 6, 28)),
    "28/06/2024 17:00": (date(2024, 6, 28), date(2024, 6, 28)),
}


@pytest.mark.parametrize("typed", READ)
def test_a_typed_date_is_read_day_first(typed: str) -> None:
    span = dates.span(typed)
    assert span is not None
    assert (span.first, span.last) == READ[typed]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2024-06-30T23:30:00Z", date(2024, 7, 1)),
        ("2025-06-29T23:00:00Z", date(2025, 6, 30)),
        ("2025-06-29T22:59:59Z", date(2025, 6, 29)),
        ("2024-12-31T23:59:00Z", date(2024, 12, 31)),
        ("2025-03-30T22:00:00+00:00", date(2025, 3, 30)),
        ("2025-03-30T23:30:00+0000", date(2025, 3, 31)),
        ("2024-06-30 23:30:00.0000000Z", date(2024, 7, 1)),
        ("2024-06-30T23:30:00+01:00", date(2024, 6, 30)),
        ("2024-07-01T00:30:00+02:00", date(2024, 6, 30)),
        ("2024-06-30T20:00:00-05:00", date(2024, 7, 1)),
        ("30/06/2024 23:30 UTC", date(2024, 7, 1)),
        ("30/06/2024 23:30 BST", date(2024, 6, 30)),
        ("2024-06-30T23:30:00", date(2024, 6, 30)),
    ],
)
def test_a_time_is_the_day_it_was_in_the_united_kingdom(typed: str, day: date) -> None:
    span = dates.span(typed)
    assert span is not None
    assert (span.first, span.last) == (day, day)
    assert bool(span.note) == (str(day) not in typed and day.strftime("%d/%m/%Y") not in typed)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("Q3 2025", date(2025, 12, 31)),
        ("2025Q01", date(2025, 6, 30)),
        ("Quarter 4 2025", date(2026, 3, 31)),
        ("H1 2025", date(2025, 9, 30)),
        ("Q3 '24", date(2024, 12, 31)),
        ("Q4 (Jan-Mar) 2025", date(2026, 3, 31)),
    ],
)
def test_a_quarter_of_one_year_may_be_of_the_financial_year_too(typed: str, other: date) -> None:
    span = dates.span(typed)
    assert span is not None
    assert span.other is not None
    assert span.other.last == other


@pytest.mark.parametrize(
    "typed",
    [
        *("31/02/2022", "9/21/2022", "Q3", "March", "Ongoing", "soon", "2021/23", "Q5 2021"),
        *("Q3 FY22", "Q3 (Jan-Mar) 2025", "Q3 2021/23", "Week 23 2025", "Autumn term 2024"),
        *("2024-06-31", "30 June", "24 Dec", "3 months", "Q3 5"),
        *("Phase 2", "12", "1.10", "32 March 2022", "March 20222", ""),
        *("2024-13-30T23:30:00Z", "9999-12-31T23:30:00-05:00"),
    ],
)
def test_what_is_not_a_date_is_never_guessed(typed: str) -> None:
    assert dates.span(typed) is None


@pytest.mark.parametrize(
    ("typed", "due", "start"),
    [
        ("March 2022", date(2022, 3, 31), date(2022, 3, 1)),
        ("early March 2022", date(2022, 3, 1), date(2022, 3, 1)),
        ("mid March 2022", date(2022, 3, 16), date(2022, 3, 16)),
        ("end March 2022", date(2022, 3, 31), date(2022, 3, 31)),
        ("from March 2022", date(2022, 3, 1), date(2022, 3, 1)),
        ("Q1 2022/23", date(2022, 6, 30), date(2022, 4, 1)),
    ],
)
def test_a_month_is_its_last_day_for_a_due_date_and_its_first_for_a_start(
    typed: str, due: date, start: date
) -> None:
    span = dates.span(typed)
    assert span is not None
    assert dates.chosen(span, first=False) == due
    assert dates.chosen(span, first=True) == start


def test_only_a_single_day_is_exact() -> None:
    exact, month, edge = (
        dates.span("1 May 2022"),
        dates.span("May 2022"),
        dates.span("by 1 May 2022"),
    )
    assert exact is not None
    assert exact.exact
    assert month is not None
    assert not month.exact
    assert edge is not None
    assert not edge.exact


def test_a_date_that_can_only_be_month_first_is_known_as_such() -> None:
    assert dates.month_first("9/21/2022") == date(2022, 9, 21)
    assert dates.month_first("9/11/2022") is None
    assert dates.span("9/11/2022") == dates.Span(date(2022, 11, 9), date(2022, 11, 9))


def test_excel_numbers_are_dates_only_within_this_century_and_the_last() -> None:
    assert dates.from_serial(44500) == date(2021, 10, 31)
    assert dates.from_serial(44500.75) == date(2021, 10, 31)
    assert dates.from_serial(12) is None
    assert dates.from_serial(250000) is None


@pytest.mark.parametrize(
    "typed",
    ["Q3", "March", "end Q2", "31 March", "March 31", "end of June", "30th of June", "by end Q4"],
)
def test_a_date_that_lacks_only_its_year_is_known_as_such(typed: str) -> None:
    assert no_dates.without_year(typed)


@pytest.mark.parametrize("typed", ["Ongoing", "March 2022", "Team 3", "3 of them"])
def test_other_words_are_not_taken_for_a_date_without_a_year(typed: str) -> None:
    assert not no_dates.without_year(typed)
