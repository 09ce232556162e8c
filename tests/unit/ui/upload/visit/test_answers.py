"""A file is known again by its name: as it was copied, marked, mended and chosen once more."""

import pytest

from ui.upload.visit.answers import mark


@pytest.mark.parametrize(
    "name",
    [
        "plan.xlsx", "Plan.xlsx", "plan (1).xlsx", "plan (2).xlsx", "Copy of plan.xlsx",
        "plan - Copy.xlsx", "plan - problems marked.xlsx", "plan - problems marked (1).xlsx",
        "plan.ods", " plan.csv", "Copy of plan (1).xlsm",
    ],
)  # fmt: skip
def test_a_mended_file_is_the_same_file(name: str) -> None:
    assert mark(name) == mark("plan.xlsx")


@pytest.mark.parametrize("name", ["plan 2.xlsx", "planned.xlsx", "my plan.xlsx", "(1).xlsx"])
def test_another_file_is_another(name: str) -> None:
    assert mark(name) != mark("plan.xlsx")
