"""Who is asked about what: every open action by whom the file names, and by a name that lasts."""

import pytest

from measures.following.minuted import FIRST
from tests.made.actions import MAY, SEP, row, rows_over, seen
from workstreams.actions.book import book
from workstreams.actions.updates.owners import NOBODY, lives_of, owners, split, subjects_of


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Head of service", ("Head of service",)),
        ("Head of service; Team manager", ("Head of service", "Team manager")),
        ("Head of service\nTeam manager", ("Head of service", "Team manager")),
        ("Head of service / Team manager", ("Head of service", "Team manager")),
        ("Head of service; head of  service", ("head of service",)),
        ("Head of assessment and safeguarding", ("Head of assessment and safeguarding",)),
        ("Head of service, court team", ("Head of service, court team",)),
        ("Lead for SEND/EHCP", ("Lead for SEND/EHCP",)),
        ("", (NOBODY,)),
        (" ; ", (NOBODY,)),
    ],
)
def test_a_cell_names_one_owner_or_several(cell: str, names: tuple[str, ...]) -> None:
    assert split(cell) == names


def test_each_owner_has_their_open_actions_and_those_of_nobody_come_last() -> None:
    view = seen(
        [
            row(SEP, "Q1", "Write it", owner="Team manager", status="in progress", update="Begun."),
            row(SEP, "Q2", "Read it", owner="team  manager; Head of service"),
            row(SEP, "Q3", "Burn it", owner="Team manager", status="complete"),
            row(SEP, "Q4", "Find it"),
            row(SEP, "Q5", "Leave it", owner="Clerk", status="withdrawn"),
        ]
    )
    found = owners(view)
    assert [(one.name, [a.ref for a in one.actions]) for one in found] == [
        ("Head of service", ["Q2"]),
        ("Team manager", ["Q1", "Q2"]),
        (NOBODY, ["Q4"]),
    ]
    first = found[1].actions[0]
    assert (first.words, first.status, first.said) == ("Write it", "in progress", "Begun.")
    assert first.due is None


def test_what_the_file_does_not_list_any_more_is_for_the_officer_and_nobody_is_asked() -> None:
    view = seen([*rows_over([MAY], "Q1", owner="Clerk"), row(SEP, "Q2", owner="Clerk")])
    assert [[a.ref for a in one.actions] for one in owners(view)] == [["Q2"]]


def test_a_name_given_before_a_later_upload_still_stands_for_the_action() -> None:
    earlier = [row(MAY, "Q1", "Write the plan", owner="Clerk")]
    asked = owners(seen(earlier))[0].actions[0].subject
    later = seen([*earlier, row(SEP, "7.1", "Write the plan", owner="Head of service")])
    lives = book(later).lives
    assert lives_of(lives)[asked] == lives_of(lives)[owners(later)[0].actions[0].subject]
    assert subjects_of(lives)[lives_of(lives)[asked]] != asked


def test_an_item_of_minutes_is_named_by_its_own_number_at_every_date() -> None:
    view = seen([*rows_over([MAY, SEP], "Q1", owner="Clerk"), row(SEP, "Min 1", owner="Clerk")])
    history = view.history["actions"]
    ids = history.index.to_list()
    ids[-1] = -(2 * 10_000_000 + FIRST + 45)
    history.index = ids
    history.index.name = "record_id"
    assert [a.subject for a in owners(view)[0].actions] == ["r2", "m45"]
