"""Nothing that is hidden can be worked out from everything that is printed, over all dates."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.hra_cases import Tally
from measures.small_numbers.disclosure import NOT_GIVEN, band, suppressed
from measures.small_numbers.published_cases import LEAST_LEFT, published
from measures.small_numbers.recoverable import Links, Printed, extended, possible
from tests.made.views import history_of, view_of
from tests.property.sums import Sums, chain, printed_range
from workstreams.hra_cases import HRA_CASES_WORKSTREAM
from workstreams.hra_cases.columns import HRA_CASES, STAGES
from workstreams.hra_cases.in_words import COUNTS, list_by_list, now_and_before
from workstreams.sections import Section
from workstreams.view import View
from workstreams.wording import short_day

CELLS = ("open", "before_issue", "issued", "under_12", "from_12", "learning_open")
FLOWS = ("new", "newly_concluded", "dropped", "reopened")
UNKNOWN = (0, 40)


def a_plan(seed: int, lists: int = 9) -> View:
    """Lists of cases as a council might have them: some join, move on, conclude and learn."""
    chance = np.random.default_rng(seed)
    stages = list(STAGES)
    cases: list[dict[str, object]] = []
    rows = []
    for place in range(lists):
        day = date(2021, 5, 20) + timedelta(days=62 * place)
        joined = int(chance.integers(2, 9)) if place == 0 else int(chance.choice([0, 0, 1, 1, 2]))
        for _ in range(joined):
            age = int(chance.integers(0, 500 if place == 0 else 62))
            cases.append(
                {
                    "case_": f"HRA-{len(cases) + 1}",
                    "stage": int(chance.integers(0, 5 if place == 0 else 2)),
                    "opened_date": (day - timedelta(days=age)).isoformat(),
                }
            )
        for case in cases:
            if place and chance.random() < 0.3:
                case["stage"] = min(len(stages) - 1, int(str(case["stage"])) + 1)
            paid = str(10_000 + 500 * len(rows)) if int(str(case["stage"])) > 5 else ""
            rows.append(
                {
                    **case,
                    "stage": stages[int(str(case["stage"]))],
                    "as_at": day.isoformat(),
                    "paid": paid,
                }
            )
        if chance.random() < 0.15 and cases:
            cases.pop(int(chance.integers(len(cases))))
    return view_of({"hra_cases": history_of(HRA_CASES, pd.DataFrame(rows, dtype="str"))})


def tallies_of(view: View) -> tuple[Tally, ...]:
    from workstreams.hra_cases.listed import case_list

    return case_list(view).tallies


def shown_of(lists: tuple[Tally, ...]) -> list[frozenset[str]]:
    """The names of the counts in print of each list, where nothing was in print before."""
    return [one.shown for one in published(lists)]


def printed_everywhere(view: View) -> list[dict[str, set[str]]]:
    """Every count in print at each list's date: cards, charts and tables."""
    found: list[dict[str, set[str]]] = [{} for _ in view.dates]
    cards = {
        "hra_cases.open": "open",
        "hra_cases.new": "new",
        "hra_cases.newly_concluded": "newly_concluded",
        "hra_cases.over_a_year": "from_12",
        "hra_cases.learning_open": "learning_open",
        "hra_cases.dropped": "dropped",
    }
    for place, day in enumerate(view.dates):
        then = view.back_to(day)
        for key, cell in cards.items():
            text = str(HRA_CASES_WORKSTREAM[key].figure(then))
            if text != "no figure":
                found[place].setdefault(cell, set()).add(text)
        for chart in HRA_CASES_WORKSTREAM.drawn(then):
            cell = "open" if chart.key == "hra_cases.open_over_time" else "learning_open"
            for when, parts in chart.data.groupby("when"):
                at = view.dates.index(pd.Timestamp(str(when)).date())
                found[at].setdefault(cell, set()).add(_bar(parts))
        for section in (now_and_before(then), list_by_list(then)):
            for at, cell, text in _in_words(view, section):
                found[at].setdefault(cell, set()).add(text)
    return found


def _in_words(view: View, section: Section | None) -> Iterator[tuple[int, str, str]]:
    """The counts of a table in words: the place of the list, which count, and what is printed."""
    if section is None or section.table is None:
        return
    places = {short_day(day): place for place, day in enumerate(view.dates)}
    rows = section.table.set_index("Count")
    for heading in places.keys() & set(rows.columns):
        for cell, name in COUNTS.items():
            if cell in FLOWS and not places[heading]:
                continue
            # Of what has no row there is none.
            text = str(rows[heading].get(name, "none")).replace("none", "0")
            yield places[heading], cell, text


def _bar(parts: pd.DataFrame) -> str:
    high, low = parts["text"]
    return str(low) if low == high else f"{low} to {high}"


@pytest.mark.parametrize("seed", range(8))
def test_no_hidden_count_can_be_worked_out_from_all_public_copies(seed: int) -> None:
    view = a_plan(seed)
    truth = tallies_of(view)
    printed = printed_everywhere(view)
    shown = shown_of(truth)
    dates = []
    for place, tally in enumerate(truth):
        ranges = {}
        for cell in (*CELLS, *FLOWS):
            texts = printed[place].get(cell, set())
            assert len(texts) <= 1, f"{cell} is printed differently at one date: {texts}"
            text = next(iter(texts), NOT_GIVEN)
            ranges[cell] = UNKNOWN if text == NOT_GIVEN else printed_range(text)
            assert (cell in shown[place]) == (text != NOT_GIVEN)
            assert ranges[cell][0] <= getattr(tally, cell) <= ranges[cell][1]
        dates.append(ranges)
    sums = chain(dates)
    hidden = [
        f"{cell}{place}"
        for place, ranges in enumerate(dates)
        for cell in (*CELLS, *FLOWS)
        if ranges[cell] != (0, 0) and (place or cell not in FLOWS)
    ]
    assert sums.found(hidden) == {}


@pytest.mark.parametrize("seed", range(6))
def test_a_reader_who_thinks_no_case_goes_back_learns_no_count(seed: int) -> None:
    truth = tallies_of(a_plan(seed))
    dates = [
        {
            cell: (band(getattr(tally, cell)).low, band(getattr(tally, cell)).high)
            if cell in shown
            else UNKNOWN
            for cell in (*CELLS, *FLOWS)
        }
        for tally, shown in zip(truth, shown_of(truth), strict=True)
    ]
    sums = chain(dates, strict=True)
    hidden = [
        f"{cell}{place}"
        for place, ranges in enumerate(dates)
        for cell in CELLS
        if ranges[cell][0] == 1
    ]
    assert not hidden or sums.found(hidden) == {}


@st.composite
def few_lists(draw: st.DrawFn, most: int = 4) -> tuple[Tally, ...]:
    """Counts of a few lists that could follow each other."""
    opened = draw(st.integers(0, 9))
    learning = 0
    found = []
    for place in range(draw(st.integers(1, most))):
        new, over, lost, back = 0, 0, 0, 0
        if place:
            new = draw(st.integers(0, 7))
            over = draw(st.integers(0, min(5, opened + new)))
            lost = draw(st.sampled_from([0, 0, 0, 1]))
            opened = opened + new - over
            learning = draw(st.integers(0, learning + over))
        issued = draw(st.integers(0, opened))
        old = draw(st.integers(0, opened))
        found.append(
            Tally(
                date(2021, 1, 1) + timedelta(days=60 * place),
                *(opened, opened - issued, issued, opened - old, 0, old, 0),
                *(learning, 0, learning, new, over, lost, back),
            )
        )
    return tuple(found)


@given(few_lists(3))
@settings(max_examples=25, deadline=None)
def test_what_is_reckoned_possible_is_exactly_what_the_sums_allow(lists: tuple[Tally, ...]) -> None:
    found: Links = ()
    dates = []
    for place, tally in enumerate(lists):
        cells = (*CELLS, *FLOWS) if place else CELLS
        bands = {cell: band(getattr(tally, cell)) for cell in cells}
        grown = extended(found, Printed(bands), len(found) - 1 if found else None)
        assert grown is not None
        found = grown[0]
        dates.append(
            {
                cell: (bands[cell].low, bands[cell].high) if cell in bands else (0, 0)
                for cell in (*CELLS, *FLOWS)
            }
        )
    sums = chain(dates)
    for place in range(len(lists)):
        values = possible(found, place)
        for cell in (*CELLS, *FLOWS) if place else CELLS:
            assert values[cell] == sums.values(f"{cell}{place}", 60), (cell, place)


@given(few_lists())
@settings(max_examples=60, deadline=None)
def test_every_printed_count_keeps_at_least_three_possible_values(lists: tuple[Tally, ...]) -> None:
    found: Links = ()
    for tally, shown in zip(lists, shown_of(lists), strict=True):
        bands = {cell: band(getattr(tally, cell)) for cell in shown}
        grown = extended(found, Printed(bands), len(found) - 1 if found else None)
        assert grown is not None
        found = grown[0]
    for place, shown in enumerate(shown_of(lists)):
        values = possible(found, place, 60)
        for cell in shown:
            if getattr(lists[place], cell):
                assert len(values[cell]) >= LEAST_LEFT


@given(few_lists())
@settings(max_examples=40, deadline=None)
def test_a_later_list_never_changes_what_was_printed(lists: tuple[Tally, ...]) -> None:
    assert published(lists)[: len(lists) - 1] == published(lists[:-1])


@given(st.lists(st.integers(0, 30), min_size=2, max_size=6))
@settings(max_examples=150, deadline=None)
def test_no_suppressed_part_can_be_found_from_the_total(counts: list[int]) -> None:
    hidden = suppressed(counts)
    assert all(hide for count, hide in zip(counts, hidden, strict=True) if 0 < count <= 5)
    if sum(hidden) < 2:
        # Nothing hidden, or a total with nothing else to hide, which the caller leaves out.
        assert not any(hidden) or all(hidden)
        return
    sums = Sums()
    for place, (count, hide) in enumerate(zip(counts, hidden, strict=True)):
        small = hide and 0 < count <= 5
        low, high = (1, 5) if small else (0, 200) if hide else (count, count)
        sums.number(str(place), low, high)
    sums.equal({str(place): 1 for place in range(len(counts))}, sum(counts))
    small_parts = [str(i) for i, count in enumerate(counts) if 0 < count <= 5]
    assert all(hidden) or sums.found(small_parts) == {}


def test_the_test_would_notice_a_count_printed_exactly() -> None:
    """An attacker who is given the exact number open at two dates finds the new case."""
    dates = [
        {"open": (6, 6), "before_issue": (0, 40), "issued": (0, 40), "under_12": (0, 40)}
        | {"from_12": (0, 40), "learning_open": (0, 40)}
        | dict.fromkeys(FLOWS, (0, 0)),
        {"open": (8, 8), "before_issue": (0, 40), "issued": (0, 40), "under_12": (0, 40)}
        | {"from_12": (0, 40), "learning_open": (0, 40)}
        | {"new": (1, 5), "newly_concluded": (0, 0), "dropped": (0, 0), "reopened": (0, 0)},
    ]
    assert chain(dates).found(["new1"]) == {"new1": 2}


def test_members_see_every_count_that_the_public_copy_hides() -> None:
    view = replace(a_plan(3), audience="members")
    truth = tallies_of(view)[-1]
    assert HRA_CASES_WORKSTREAM["hra_cases.open"].figure(view).value == truth.open
    assert HRA_CASES_WORKSTREAM["hra_cases.new"].figure(view).value == truth.new
