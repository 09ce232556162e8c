"""The public screens tell an attacker no more of cases than the bands in print."""

from pathlib import Path

import pytest

from measures.small_numbers.disclosure import band
from measures.small_numbers.published_cases import published
from store.database.engine import open_store
from store.views import view
from tests.attacker import screens
from tests.attacker.attack import Read, known, understood
from tests.attacker.learned import ANSWERED, leaks, said
from tests.attacker.said import MANY
from tests.screens.conftest import OpenPage
from tests.screens.reading import opened_in_turn
from tests.screens.test_every_page import PAGES
from workstreams import WORKSTREAMS
from workstreams.hra_cases import HRA_CASES_WORKSTREAM
from workstreams.hra_cases.listed import case_list


def tells_no_more_than_bands(found: list[Read]) -> None:
    truth = case_list(view(open_store(), 1, audience="members")).tallies
    shown = [one.shown for one in published(truth)]
    assert leaks(found, solve=False) == []
    for (cell, when), (low, high) in known(said(found)).items():
        place = next((i for i, tally in enumerate(truth) if tally.when == when), None)
        assert place is not None, f"{cell} at {when}, which is no date of a list"
        if cell in shown[place]:
            printed = band(getattr(truth[place], cell))
            assert low <= printed.low, (cell, when)
            assert printed.high <= high, (cell, when)
        elif cell in ANSWERED:
            assert (low, high) == (0, MANY), (cell, when)


@pytest.mark.parametrize("page", PAGES)
def test_a_public_screen_tells_no_more_than_the_bands(
    page: str, sample_store: Path, open_page: OpenPage
) -> None:
    lists = view(open_store(), 1).dates
    app = open_page(page, plan="1")
    strand = next((one for one in WORKSTREAMS if one.key == page), None)
    pages = opened_in_turn(app) if strand else [app]
    found = [understood(screens.read(one), lists) for one in pages]
    tells_no_more_than_bands(found)
    assert any(one.said for one in found) or page not in ("overview", "hra_cases")


@pytest.mark.parametrize("place", range(8))
def test_the_page_of_cases_at_every_earlier_date_tells_no_more_than_the_bands(
    place: int, sample_store: Path, open_page: OpenPage
) -> None:
    lists = view(open_store(), 1).dates
    app = open_page("hra_cases", plan="1", as_at=lists[place].isoformat())
    pages = opened_in_turn(app)
    found = [understood(screens.read(one), lists) for one in pages]
    told = {one.cell for read in found for one in read.said}
    assert told >= {"open", "before_issue", "from_12"}
    tells_no_more_than_bands(found)


def test_what_can_be_taken_from_a_public_chart_tells_no_more_than_the_bands(
    sample_store: Path,
) -> None:
    lists = view(open_store(), 1).dates
    charts = [
        chart
        for when in lists
        for chart in HRA_CASES_WORKSTREAM.drawn(view(open_store(), 1, as_at=when))
    ]
    found = [understood(screens.taken(chart), lists) for chart in charts]
    assert all(read.said for read in found)
    tells_no_more_than_bands(found)


def test_the_members_page_tells_the_same_reader_the_counts(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("hra_cases", plan="1")
    app.segmented_control(key="audience").set_value("members").run()
    lists = view(open_store(), 1).dates
    assert leaks([understood(screens.read(app), lists)], solve=False) != []
