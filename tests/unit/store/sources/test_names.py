"""A file is known by its name whatever its date, version and order."""

from dataclasses import replace

import pytest

from store.sources.names import name_key, proposed_name, words_of
from tests.made.stores import actions

SAME = (
    "Improvement plan.xlsx", "Improvement plan 2025-10-14.xlsx", "improvement_plan_14.10.25.xlsx",
    "Improvement Plan as at 31st Oct 2025 FINAL v3.xlsx", "Improvement plan Q3 2025-26.xlsx",
    "20251014 Improvement plan (2).xlsx", "a1_improvement_plan_october.xlsx",
    "Copy of Improvement plan Sept.xlsx", "Improvement plan Feb26 - updated.XLSM",
    "Improvement-plan FY25.ods",
)  # fmt: skip
OTHERS = (
    "Scrutiny action log Oct 2025.xlsx", "SEND improvement plan.xlsx", "Improvement.xlsx",
    "Posts tracker.xlsx", "Improvement plan risks.xlsx",
)  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_dates_and_versions_are_no_part_of_a_name(name: str) -> None:
    assert name_key(name) == "improvement plan"


@pytest.mark.parametrize("name", OTHERS)
def test_another_name_stays_another(name: str) -> None:
    assert name_key(name) not in ("", "improvement plan")


@pytest.mark.parametrize(
    "name", ["2025-10-14.xlsx", "Book1.xlsx", "Pasted table.txt", "export.csv"]
)
def test_a_name_that_says_nothing_is_no_name(name: str) -> None:
    assert name_key(name) == ""


def test_a_source_is_called_by_its_file_else_by_what_it_holds() -> None:
    file = actions({"title": "One"})
    assert proposed_name(file) == "Plan"
    for name, called in (("Scrutiny_log_Nov.csv", "Scrutiny log"), ("2025-10-14.xlsx", "Actions")):
        assert proposed_name(replace(file, file=name)) == called
    assert words_of("KPIs – Q2.xlsx") == ["KPIs"]
