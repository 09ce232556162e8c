"""Figures of training against files that anyone can check in a spreadsheet."""

import pytest

from measures.figures import Figure
from measures.training import PARTS, by_person
from tests.golden.golden import Case, cases
from workstreams.training import TRAINING
from workstreams.training.columns import COHORTS, PERSON

GROUPS = cases("training/groups.csv", COHORTS)
PEOPLE = cases("training/people.csv", PERSON)
GROUP_MEASURES = ["coverage", "in_scope", "never", "expired", "booked", "nobody"]


def said(figure: Figure) -> str:
    return f"{figure} = {figure.parts}" if figure.parts else str(figure)


@pytest.mark.parametrize("measure", GROUP_MEASURES)
@pytest.mark.parametrize("case", GROUPS, ids=lambda case: case.name)
def test_a_figure_from_groups_is_as_the_golden_file_says(case: Case, measure: str) -> None:
    figure = TRAINING[f"training.{measure}"].figure(case.view())
    assert said(figure) == case.answer(f"answer_{measure}")


@pytest.mark.parametrize("measure", GROUP_MEASURES[:-1])
@pytest.mark.parametrize("case", PEOPLE, ids=lambda case: case.name)
def test_a_figure_from_people_is_as_the_golden_file_says(case: Case, measure: str) -> None:
    figure = TRAINING[f"training.{measure}"].figure(case.view())
    assert said(figure) == case.answer(f"answer_{measure}")


@pytest.mark.parametrize("case", PEOPLE, ids=lambda case: case.name)
def test_each_person_falls_in_the_part_that_the_golden_file_says(case: Case) -> None:
    for place, answer in enumerate(case.answers["answer"]):
        if answer:
            alone = by_person(case.history.iloc[[place]])
            named = [part for part in (*PARTS, "exempt") if alone[part].sum() == 1]
            assert named == [answer]


@pytest.mark.parametrize("case", [*GROUPS, *PEOPLE], ids=lambda case: case.name)
def test_the_parts_add_up_to_those_in_scope(case: Case) -> None:
    from workstreams.training.coverage import training

    frame = training(case.view()).frame
    frame = frame[frame["adds_up"]]
    assert (frame[list(PARTS)].sum(axis=1) == frame["in_scope"]).all()
