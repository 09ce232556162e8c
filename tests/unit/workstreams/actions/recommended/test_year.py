"""A municipal year for the annual scrutiny report: what is counted, and how it is said."""

from dataclasses import replace
from datetime import date

import pytest

from tests.made.recommended.two_plans import HOUSING, SCHOOLS, the_record
from workstreams.actions.recommended.record import Entry
from workstreams.actions.recommended.told import begins, named
from workstreams.actions.recommended.year import (
    COUNTS,
    by_committee,
    counts,
    doubtful,
    how_quickly,
    quickness,
    what_changed,
    what_is_open,
    year_of,
    years_between,
)


def refs(found) -> list[str]:
    return [one.told.letter for one in found]


@pytest.mark.parametrize(
    ("when", "name"),
    [
        (date(2021, 4, 30), "2020/21"),
        (date(2021, 5, 1), "2021/22"),
        (date(2021, 12, 31), "2021/22"),
        (date(2022, 1, 1), "2021/22"),
        (date(1999, 5, 20), "1999/00"),
        (date(2000, 4, 1), "1999/00"),
        (date(2009, 9, 9), "2009/10"),
    ],
)
def test_a_day_is_of_the_year_that_began_in_may(when: date, name: str) -> None:
    assert named(begins(when)) == name


def test_a_year_holds_what_was_raised_in_it_the_oldest_first_and_what_is_open_from_before() -> None:
    year = year_of(the_record(), "2021/22")
    assert refs(year.made) == ["a", "2", "b"]
    assert refs(year.answered) == ["2"]
    assert (refs(year.changed), refs(year.open)) == ([], ["a", "2", "b"])
    assert (refs(year.earlier), refs(year.undated)) == ([], ["3"])
    before = year_of(the_record(), "2020/21")
    assert (refs(before.made), refs(before.changed), refs(before.open)) == (["1"], ["1"], [])
    after = year_of(the_record(), "2022/23")
    assert (refs(after.made), refs(after.earlier)) == ([], ["a", "2", "b"])


def test_a_year_of_one_committee_leaves_out_the_others() -> None:
    assert refs(year_of(the_record(), "2021/22", SCHOOLS.committee).made) == ["a"]
    assert refs(year_of(the_record(), "2021/22", "housing scrutiny panel").made) == ["2", "b"]


def test_the_figures_of_each_committee_add_up_to_those_of_all() -> None:
    rows = by_committee(year_of(the_record(), "2021/22").made)
    assert [name.casefold() for name, _ in rows] == [
        SCHOOLS.committee.casefold(),
        HOUSING.committee.casefold(),
        "all committees",
    ]
    *each, (_, every) = rows
    assert every == tuple(map(sum, zip(*(numbers for _, numbers in each), strict=True)))
    assert dict(zip(COUNTS, every, strict=True)) == {
        "Made": 3,
        "Accepted": 0,
        "Partly accepted": 1,
        "Rejected": 0,
        "No answer yet": 2,
        "Answered in time": 0,
        "Answered late": 1,
        "Complete": 0,
        "Open": 3,
    }
    assert len(by_committee(year_of(the_record(), "2020/21").made)) == 1


def test_a_rejected_one_is_not_open_though_the_file_says_that_it_is_in_progress() -> None:
    assert counts(year_of(the_record(), "2020/21").undated)[-1] == 0


def test_what_was_answered_on_a_day_that_is_not_given_is_neither_in_time_nor_late() -> None:
    (third,) = year_of(the_record(), "2020/21").undated
    assert quickness([third]) == (0, 0, 1)
    assert quickness(year_of(the_record(), "2020/21").made) == (1, 0, 0)


def test_the_sentences_of_a_year() -> None:
    year = year_of(the_record(), "2021/22")
    assert how_quickly(year) == (
        "1 of 3 recommendations was answered, after the two months had ended. The answer came "
        "after 74 days. 1 of the 2 without an answer is past the two months."
    )
    assert what_changed(year) == "None of 3 recommendations is reported complete."
    assert what_is_open(year) == (
        "All 3 recommendations are open: neither reported complete nor withdrawn, and not rejected."
    )
    before = year_of(the_record(), "2020/21")
    assert how_quickly(before) == (
        "The one recommendation was answered, within the two months. The answer came after 60 days."
    )
    assert what_changed(before) == (
        "The one recommendation is reported complete, with evidence given."
    )
    assert what_is_open(before) == "The one recommendation is not open."
    assert what_is_open(year_of(the_record(), "2022/23")) == (
        "3 recommendations of earlier years are open still."
    )


def test_what_was_raised_in_may_may_be_of_the_year_before_and_both_years_say_so() -> None:
    own, before = (doubtful(year_of(the_record(), name)) for name in ("2021/22", "2020/21"))
    assert own == (
        "1 recommendation was raised in May 2021: where that was before the annual meeting of the "
        "council, it belongs to 2020/21."
    )
    assert before == (
        "1 recommendation raised in May 2021 is counted in 2021/22: where that was before the "
        "annual meeting, it belongs here."
    )
    assert doubtful(year_of(the_record(), "2022/23")) == ""


def answered_after(*days: int) -> tuple[Entry, ...]:
    first = year_of(the_record(), "2020/21").made[0]
    start = first.told.received or date.min
    return tuple(
        replace(
            first, told=replace(first.told, answered=date.fromordinal(start.toordinal() + number))
        )
        for number in days
    )


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ((10, 20, 30), "Half of the answers came within 20 days, the slowest after 30 days."),
        ((1, 2, 3, 4), "Half of the answers came within 2 days, the slowest after 4 days."),
        ((7, 7), "Each answer came after 7 days."),
        ((1,), "The answer came after 1 day."),
        ((0, 0), "Each answer came on the same day."),
        ((0, 0, 9), "Half of the answers came on the same day, the slowest after 9 days."),
        ((-3, 5), "The answer came after 5 days."),
    ],
)
def test_how_quickly_half_of_the_answers_came(days: tuple[int, ...], says: str) -> None:
    year = replace(year_of(the_record(), "2020/21"), made=answered_after(*days))
    assert how_quickly(year).endswith(says)


def test_a_year_without_any_can_be_asked_for_and_a_record_without_days_has_one_year() -> None:
    assert years_between(the_record(), date(2023, 6, 1)) == [
        *("2023/24", "2022/23", "2021/22", "2020/21"),
    ]
    assert years_between(the_record(), date(2019, 6, 1)) == ["2021/22", "2020/21"]
    assert years_between((), date(2023, 4, 1)) == ["2022/23"]
