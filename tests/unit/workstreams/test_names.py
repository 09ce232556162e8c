"""Names as people type them."""

import pytest

from workstreams import TABLES
from workstreams.names import (
    NO_COMMITTEE,
    committee_named,
    committee_rank,
    folded,
    grouped,
    names_in,
)


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("Audit", "Audit"),
        ("  Audit \t and  Governance ", "Audit and Governance"),
        ("Audit\u00a0Committee", "Audit Committee"),
        ("", NO_COMMITTEE),
        (" \n", NO_COMMITTEE),
    ],
)
def test_blanks_are_not_part_of_a_committees_name(typed: str, called: str) -> None:
    assert committee_named(typed) == called


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (["Audit", "audit", "AUDIT"], ["Audit"]),
        (["audit", "Planning", "Audit"], ["audit", "Planning"]),
        (["École", "école", "ÉCOLE"], ["École"]),
        (["Straße", "STRASSE"], ["Straße"]),
        (["E\u0301cole", "École"], ["E\u0301cole"]),
        (["Audit  panel", "audit panel"], ["Audit  panel"]),
        (["Children's Board", "Children’s Board"], ["Children's Board"]),
        (
            ["Adults – health", "Adults - health", "Adults‑health"],
            ["Adults – health", "Adults‑health"],
        ),
        (["Audit", NO_COMMITTEE, "Audit"], ["Audit", NO_COMMITTEE]),
        ([], []),
    ],
)
def test_one_committee_has_one_heading_as_it_is_first_written(
    typed: list[str], names: list[str]
) -> None:
    found = grouped(enumerate(typed), lambda one: one[1])
    assert [name for name, _ in found] == names
    for name, some in found:
        assert [place for place, _ in some] == [
            place for place, other in enumerate(typed) if folded(other) == folded(name)
        ]


def test_they_stand_by_the_alphabet_and_none_is_last() -> None:
    typed = ["Zoning", NO_COMMITTEE, "audit", "Planning", "Ölpe"]
    assert sorted(typed, key=committee_rank) == [
        "audit",
        "Planning",
        "Zoning",
        "Ölpe",
        NO_COMMITTEE,
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ref; Action no", ("Ref", "Action no")),
        (
            "\n    No.; Owner(s);\n    Open - not\n  started; ≥\n",
            ("No.", "Owner(s)", "Open - not started", "≥"),
        ),
        ("Status", ("Status",)),
    ],
)
def test_names_are_written_with_semicolons_between(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


def test_no_heading_is_blank_and_none_is_listed_twice_for_a_column() -> None:
    for table in TABLES:
        for column in table.columns:
            assert "" not in column.also_called
            assert len({*column.also_called}) == len(column.also_called), column.field
