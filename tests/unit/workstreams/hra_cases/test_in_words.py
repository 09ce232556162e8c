"""What the public reads of cases in words: bands, how they compare, and why no more is said."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import pytest

from measures.small_numbers.disclosure import Band
from tests.made.views import history_of, view_of
from workstreams.base import Workstream
from workstreams.hra_cases import HRA_CASES_WORKSTREAM
from workstreams.hra_cases.columns import HRA_CASES
from workstreams.hra_cases.in_words import COUNTS, compared, list_by_list, now_and_before
from workstreams.hra_cases.listed import case_list
from workstreams.sections import Section, Topic
from workstreams.view import View

DATES = ("2021-09-07", "2021-11-23", "2022-01-25", "2022-03-22")


def view(*lists: Mapping[str, int], opened: str = "2021-03-01") -> View:
    """A public view of lists that hold so many cases at each stage."""
    rows = [
        {"as_at": when, "case_": f"{stage} {n}", "stage": stage, "opened_date": opened}
        for when, stages in zip(DATES, lists, strict=False)
        for stage, many in stages.items()
        for n in range(many)
    ]
    frame = history_of(HRA_CASES, pd.DataFrame(rows, dtype="str"))
    return replace(view_of({"hra_cases": frame}), audience="public")


def cells(section: Section | None) -> dict[str, list[str]]:
    assert section is not None
    assert section.table is not None
    return {str(row[0]): list(row[1:]) for row in section.table.itertuples(index=False)}


def test_the_latest_list_stands_beside_the_one_before_and_bands_are_compared() -> None:
    found = cells(now_and_before(view({"notified": 3}, {"notified": 8})))
    assert found["Cases open"] == ["6 to 10", "1 to 5", "More"]
    assert found["Before issue"] == ["6 to 10", "1 to 5", "More"]
    assert found["New cases"] == ["1 to 5", "–", "–"]


def test_steps_without_a_case_are_not_listed() -> None:
    found = cells(now_and_before(view({"notified": 3}, {"notified": 8})))
    assert not {"Issued", "Reopened"} & set(found)
    assert found["No longer listed"][0] == "none"


def test_the_first_list_stands_alone() -> None:
    section = now_and_before(view({"notified": 8}))
    assert section is not None
    assert section.table is not None
    assert list(section.table) == ["Count", "7\u00a0Sep\u00a02021"]
    assert cells(section)["Cases open"] == ["6 to 10"]


@pytest.mark.parametrize(
    ("before", "now", "says"),
    [
        (Band(1, 5), Band(1, 5), "The same band"),
        (Band(0, 0), Band(0, 0), "None on both"),
        (Band(1, 5), Band(6, 10), "More"),
        (Band(0, 0), Band(1, 5), "More"),
        (Band(11, 15), Band(6, 10), "Fewer"),
        (Band(1, 5), Band(0, 0), "Fewer"),
        (None, Band(1, 5), "–"),
        (Band(1, 5), None, "–"),
        (None, None, "–"),
    ],
)
def test_two_bands_are_compared_as_far_as_bands_can(
    before: Band | None, now: Band | None, says: str
) -> None:
    assert compared(before, now) == says


def test_the_sentences_compare_steps_where_their_bands_differ() -> None:
    section = now_and_before(view({"notified": 8}))
    assert section is not None
    assert section.words[0] == "Human Rights Act cases: 6 to 10 before issue and none issued."
    assert section.words[-1].startswith("Why no more is said: each case is about a child")


@pytest.mark.parametrize(
    ("stages", "ends"),
    [
        ({"notified": 30, "issued": 8}, ", so more are before issue than issued."),
        ({"notified": 8, "issued": 30}, ", so fewer are before issue than issued."),
        ({"notified": 8, "issued": 8}, "6 to 10 issued."),
    ],
)
def test_which_step_has_more_is_said_only_of_bands_that_differ(
    stages: Mapping[str, int], ends: str
) -> None:
    section = now_and_before(view(stages))
    assert section is not None
    # Where the rule leaves the steps out, nothing is compared.
    left_out = "are left out, because they would give a small number away."
    shown = case_list(view(stages)).band(-1, "issued")
    assert section.words[0].endswith(ends if shown else left_out)


def test_earlier_lists_stand_under_a_question_only_where_there_are_some() -> None:
    assert list_by_list(view({"notified": 8}, {"notified": 9})) is None
    found = cells(list_by_list(view({"notified": 3}, {"notified": 8}, {"notified": 12})))
    assert found["Cases open"] == ["1 to 5", "6 to 10", "11 to 15"]


LISTS: Sequence[Sequence[Mapping[str, int]]] = (
    ({"notified": 1},),
    ({"notified": 3}, {"notified": 3}),
    ({"notified": 3}, {"notified": 8}, {"issued": 8}),
    ({"notified": 4, "concluded": 4}, {"issued": 2, "concluded": 9}, {"concluded": 12}),
    ({"notified": 7, "issued": 7}, {"notified": 7, "issued": 6}, {"notified": 6, "issued": 8}),
    ({"learning closed": 4}, {"learning closed": 4, "potential claim identified": 1}),
)


@pytest.mark.parametrize("lists", LISTS)
def test_every_cell_is_a_band_in_print_or_says_that_it_is_not_given(
    lists: Sequence[Mapping[str, int]],
) -> None:
    of = view(*lists)
    cases = case_list(of)
    names = {name: cell for cell, name in COUNTS.items()}
    for section, places in (
        (now_and_before(of), [-1, -2][: len(lists)]),
        (list_by_list(of), list(range(len(lists)))),
    ):
        for name, printed in cells(section).items() if section else ():
            for place, text in zip(places, printed, strict=False):
                within = cases.band(place, names[name])
                allowed = {within.words} if within else {"not given", "–"}
                assert text in allowed, (name, place)


@pytest.mark.parametrize("lists", LISTS)
def test_no_public_chart_is_two_flat_lines_or_a_grid(lists: Sequence[Mapping[str, int]]) -> None:
    for chart in HRA_CASES_WORKSTREAM.drawn(view(*lists)):
        assert chart.kind == "trend"
        assert len(set(chart.data.dropna(subset="value").groupby("when")["value"].max())) > 1
        assert "c" not in set(chart.data["text"])


def test_members_read_the_ladder_in_its_place() -> None:
    members = replace(view({"notified": 8}), audience="members")
    assert now_and_before(members) is None
    assert list_by_list(members) is None


def test_what_is_closed_to_the_public_opens_only_where_it_is_said_to_be_for_everybody() -> None:
    told = [
        Section("A list of cases"),
        Section("In bands", for_everybody=True),
    ]
    sections = tuple(lambda _, one=one: one for one in told)
    closed: Workstream = replace(
        HRA_CASES_WORKSTREAM, opening_sections=sections, printed_sections=sections
    )
    public = view({"notified": 8})
    topic = Topic("one", "What?", sections=sections)
    for found in (
        closed.told_first(public),
        closed.told_in_print(public),
        closed.told(public, topic),
    ):
        assert [getattr(one, "heading", "") for one in found] == ["In bands"]
    assert len(closed.told_first(replace(public, audience="members"))) == 2


def test_learning_is_compared_with_the_list_before_where_the_bands_differ() -> None:
    more = view({"concluded": 2}, {"concluded": 8})
    (chart,) = [c for c in HRA_CASES_WORKSTREAM.drawn(more) if c.key == "hra_cases.learning"]
    assert chart.finding == (
        "6 to 10 of the concluded cases have learning still open, "
        "up from 1 to 5 at 7 September 2021"
    )
    # The sentence before has named the date.
    assert HRA_CASES_WORKSTREAM.finding(more).endswith("still open, up from 1 to 5.")
    fewer = HRA_CASES_WORKSTREAM.finding(view({"concluded": 8}, {"concluded": 2}))
    assert fewer.endswith("still open, down from 6 to 10.")
    same = HRA_CASES_WORKSTREAM.finding(view({"concluded": 8}, {"concluded": 9}))
    assert same.endswith("6 to 10 of the concluded cases have learning still open.")
