"""A row of a training matrix that says how long each course holds gives the day it runs out."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Checked
from workstreams import TABLES

HEAD = ["Name", "Role", "Fire safety", "Data protection"]
PEOPLE = [
    ["Postholder one", "Solicitor", date(2022, 5, 1), date(2024, 2, 29)],
    ["Postholder two", "Solicitor", date(2020, 5, 1), date(2022, 2, 1)],
    ["Postholder three", "Paralegal", None, "Booked"],
]


def read(label: str, *held: Any, last: bool = False) -> Checked:
    row = [label, None, *held]
    rows = [HEAD, *PEOPLE, row] if last else [HEAD, row, *PEOPLE]
    return check_grids([Grid("Training matrix", rows)], "t.xlsx", "", TABLES, Choices())


def ends(checked: Checked) -> list[str]:
    frame = checked.frames["trained"]
    return [str(one.date()) for one in frame["expires_date"].dropna()]


@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize(
    ("label", "fire", "data"),
    [
        ("Refresh every", "3 years", "1 year"),
        ("Refresher", "3 yearly", "Annual"),
        ("Renewal period", "every 3 years", "annually"),
        ("Validity", "36 months", "12 months"),
        ("Validity (years)", 3, 1),
        ("Frequency (months)", 36, 12),
        ("How often", "Every three years", "Yearly"),
        ("Renew every", "3 yrs", "1 yr"),
    ],
)
def test_expiry_is_worked_out_from_it(label: str, fire: Any, data: Any, last: bool) -> None:
    found = read(label, fire, data, last=last)
    assert ends(found) == ["2025-05-01", "2025-02-28", "2023-05-01", "2023-02-01"]
    (reading,) = found.readings
    assert reading.left_out == ((5 if last else 2, "it says how long each holds, which was used"),)
    assert reading.stopped == ()
    assert found.problems == ()


def test_a_course_without_a_time_does_not_run_out() -> None:
    assert ends(read("Refresh every", "3 years", "once only")) == ["2025-05-01", "2023-05-01"]


def test_without_such_a_row_nothing_runs_out() -> None:
    grid = Grid("Training matrix", [HEAD, *PEOPLE])
    assert ends(check_grids([grid], "t.xlsx", "", TABLES, Choices())) == []


def test_a_row_that_looks_like_guidance_says_what_it_was_used_for() -> None:
    row = ["Refresh every", None, "2 years", "3 yrs"]
    people = [
        ["Postholder one", "Court", date(2023, 5, 1), date(2024, 5, 1)],
        ["Postholder two", "Court", date(2026, 5, 1), "DNA"],
        ["Postholder three", "Advice", "Booked", None],
    ]
    grid = Grid("Training", [HEAD, row, *people])
    found = check_grids([grid], "t.xlsx", "", TABLES, Choices())
    assert ends(found) == ["2025-05-01", "2027-05-01", "2028-05-01"]
    assert found.readings[0].left_out == ((2, "it says how long each holds, which was used"),)
