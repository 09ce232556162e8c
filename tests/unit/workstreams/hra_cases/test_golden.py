"""Figures of Human Rights Act cases against files that anyone can check in a spreadsheet."""

import pytest

from tests.golden.golden import Case, cases
from workstreams.hra_cases import HRA_CASES_WORKSTREAM
from workstreams.hra_cases.columns import HRA_CASES

CASES = cases("hra_cases/counts.csv", HRA_CASES)
MEASURES = [measure.key.removeprefix("hra_cases.") for measure in HRA_CASES_WORKSTREAM.measures]


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_figure_is_as_the_golden_file_says(case: Case, measure: str) -> None:
    figure = HRA_CASES_WORKSTREAM[f"hra_cases.{measure}"].figure(case.view(audience="members"))
    assert str(figure) == case.answer(f"answer_{measure}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_open_new_and_concluded_always_add_up(case: Case) -> None:
    from workstreams.hra_cases.listed import case_list

    tallies = case_list(case.view(audience="members")).tallies
    for before, now in zip(tallies, tallies[1:], strict=False):
        listed = before.open + before.concluded + now.new - now.dropped
        assert now.open + now.concluded == listed
        assert now.open == now.before_issue + now.issued
        assert now.open == now.under_6 + now.from_6 + now.from_12 + now.no_date
        assert now.concluded == now.learning_closed + now.learning_open
