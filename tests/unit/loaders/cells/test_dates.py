"""Dates in all the forms that plans hold them."""

from datetime import date

import pytest

from loaders.cells import dates

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
}


@pytest.mark.parametrize("typed", READ)
def test_a_typed_date_is_read_day_first(typed: str) -> None:
    span = dates.span(typed)
    assert span is not None
    assert (span.first, span.last) == READ[typed]


@pytest.mark.parametrize(
    "typed",
    [
        *("31/02/2022", "9/21/2022", "Q3", "March", "Ongoing", "soon", "2021/23", "Q5 2021"),
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


def test_a_date_that_can_only_be_month_first_is_said_but_not_read() -> None:
    assert dates.month_first("9/21/2022") == date(2022, 9, 21)
    assert dates.month_first("9/11/2022") is None
    assert dates.span("9/11/2022") == dates.Span(date(2022, 11, 9), date(2022, 11, 9))


def test_excel_numbers_are_dates_only_within_this_century_and_the_last() -> None:
    assert dates.from_serial(44500) == date(2021, 10, 31)
    assert dates.from_serial(44500.75) == date(2021, 10, 31)
    assert dates.from_serial(12) is None
    assert dates.from_serial(250000) is None


@pytest.mark.parametrize("typed", ["Q3", "March", "end Q2", "31 March", "March 31"])
def test_a_date_that_lacks_only_its_year_is_known_as_such(typed: str) -> None:
    assert dates.without_year(typed)


@pytest.mark.parametrize("typed", ["Ongoing", "March 2022", "Team 3", "3 of them"])
def test_other_words_are_not_taken_for_a_date_without_a_year(typed: str) -> None:
    assert not dates.without_year(typed)
