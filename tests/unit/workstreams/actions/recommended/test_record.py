"""The record over plans: whose each is, its year, what is chosen, and a cell for every part."""

from dataclasses import replace
from datetime import date

import pytest

from tests.made.recommended.two_plans import HOUSING, SCHOOLS, the_record
from workstreams.actions.recommended.record import (
    HEADINGS,
    NO_YEAR,
    Chosen,
    cells,
    choices,
    in_several_plans,
    shown,
)

REFS = ("a", "b", "2", "1", "3")
"""In the record's order: by committee, the newest first, those without a day last."""


def refs(found) -> tuple[str, ...]:
    return tuple(one.told.letter for one in found)


def test_it_is_in_order_of_committee_and_of_meeting_the_newest_first() -> None:
    found = the_record()
    assert refs(found) == REFS
    assert [one.committee.casefold() for one in found] == [
        SCHOOLS.committee.casefold(),
        *[HOUSING.committee.casefold()] * 4,
    ]
    assert [one.plan.name for one in found] == [SCHOOLS.name] * 2 + [HOUSING.name] * 3


def test_a_municipal_year_ends_on_the_last_day_of_april() -> None:
    assert {one.told.letter: one.year for one in the_record()} == {
        "1": "2020/21",
        "2": "2021/22",
        "a": "2021/22",
        "b": "2021/22",
        "3": NO_YEAR,
    }


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (Chosen(), REFS),
        (Chosen(committee=HOUSING.committee), ("b", "2", "1", "3")),
        (Chosen(committee=SCHOOLS.committee), ("a",)),
        (Chosen(year="2021/22"), ("a", "b", "2")),
        (Chosen(year=NO_YEAR), ("3",)),
        (Chosen(answer="None yet"), ("a", "b")),
        (Chosen(outcome="Reported complete, with evidence given"), ("1",)),
        (Chosen(committee=HOUSING.committee, year="2021/22", answer="None yet"), ("b",)),
        (Chosen(answer="Rejected", year="2020/21"), ()),
    ],
)
def test_what_is_chosen_is_all_of_it(chosen: Chosen, left: tuple[str, ...]) -> None:
    assert refs(chosen.of(the_record())) == left


def test_a_committee_typed_otherwise_is_offered_once_and_what_is_not_there_never() -> None:
    offered = choices(the_record())
    assert len(offered["committee"]) == 2
    assert offered["year"] == ["2021/22", "2020/21", NO_YEAR]
    assert offered["answer"] == ["Accepted", "None yet", "Partly accepted", "Rejected"]
    assert offered["outcome"] == ["In progress", "Reported complete, with evidence given"]
    assert choices(()) == {"committee": [], "year": [], "answer": [], "outcome": []}


def test_every_part_of_one_has_a_cell_of_its_own_and_days_are_dates() -> None:
    rows = {one.told.letter: dict(zip(HEADINGS, cells(one), strict=True)) for one in the_record()}
    first = rows["1"]
    assert (first["Committee"], first["Plan"]) == (HOUSING.committee, HOUSING.name)
    assert (first["Raised"], first["Two months began"]) == (date(2021, 4, 30),) * 2
    assert (first["Answer due by"], first["Answered"]) == (date(2021, 6, 29), date(2021, 6, 29))
    assert first["Days to answer"] == 60
    assert first["Actions that deliver it"] == "H1 (in progress)"
    assert (first["Evidence"], first["As at"]) == ("Log of repairs", date(2022, 6, 30))
    late = rows["2"]
    assert late["Two months"] == (
        "Answered 14 days late. Ended 30\u00a0Jun\u00a02021, counted from the day it was raised."
    )
    assert late["Reason for the answer"] == "No reason is recorded."
    waits = rows["b"]
    assert waits["Two months began"] == date(2022, 5, 3)
    assert (waits["Answered"], waits["Days to answer"], waits["Reason for the answer"]) == (
        None,
        None,
        None,
    )
    assert rows["3"]["Raised"] is rows["3"]["Answer due by"] is None


def test_a_page_names_committee_and_plan_only_where_there_are_several() -> None:
    found = the_record()
    assert "Schools plan" in shown(found)["Raised"][0]
    assert shown(found[:1])["Raised"].to_list() == ["7 September 2021"]
    assert shown(Chosen(year=NO_YEAR).of(found))["Raised"].to_list() == [NO_YEAR]
    said = shown(found)["Answer and reason"].to_list()
    assert said[2] == "Partly accepted on 14 July 2021. No reason is recorded."
    assert said[0] == "None yet."


def test_what_stands_in_two_plans_in_the_same_words_is_said_to_count_twice() -> None:
    found = the_record()
    first = found[0]
    assert in_several_plans(found) == ""
    assert in_several_plans([*found, first]) == "", "a plan may say a thing twice"
    other = replace(first, plan=HOUSING, told=replace(first.told, words="REPORT absence each term"))
    assert in_several_plans([*found, other]) == (
        "1 recommendation stands in several plans in the same words, and counts once for each plan."
    )
    later = replace(other, told=replace(other.told, raised=date(2022, 9, 7)))
    assert in_several_plans([*found, later]) == ""
