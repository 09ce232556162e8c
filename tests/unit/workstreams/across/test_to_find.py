"""What can be found of a plan: its rows with their past, in the words its audience may read."""

import pytest
import sqlalchemy as sa

from measures.finding.index import Entry, Index, find
from store.said.judgements import judge
from store.views import view
from tests.made.stores import MAY, NOVEMBER, SEPTEMBER, a_plan, accepted, actions
from workstreams.across.to_find import to_find
from workstreams.view import Audience

FIRST = "Supervision begun."
TOLD = "In 3 of the cases the children were moved."


@pytest.fixture
def plan(store: sa.Engine) -> int:
    """Three uploads: an action whose update changed once, a recommendation, one that vanished."""
    made = a_plan(store)
    one = {"ref": "Q1", "title": "Give supervision", "owner": "Head of service"}
    asked = {"ref": "Rec a", "title": "Report yearly", "kind": "recommendation"}
    gone = {"ref": "Q9", "title": "Write to families"}
    rows = (one | {"update": FIRST}, asked, gone)
    accepted(store, made, MAY, actions(*rows, sha256="a" * 64))
    accepted(store, made, SEPTEMBER, actions(*rows, sha256="b" * 64))
    latest = (one | {"update": TOLD}, asked)
    accepted(store, made, NOVEMBER, actions(*latest, sha256="c" * 64))
    return made.id


def of(store: sa.Engine, plan: int, audience: Audience = "members", **more: bool) -> list[Entry]:
    return list(to_find(view(store, plan, audience=audience), **more))


def test_actions_recommendations_and_each_update_once_with_the_day_it_was_first_said(
    store: sa.Engine, plan: int
) -> None:
    found = of(store, plan)
    assert [(one.kind, one.name, one.page) for one in found if not one.when] == [
        ("Action", "Q1 · Give supervision", "actions"),
        ("Recommendation", "Rec a · Report yearly", "recommendations"),
        ("Action", "Q9 · Write to families", "actions"),
    ]
    assert [(one.text, one.when) for one in found if one.kind == "Update"] == [
        (FIRST, MAY.isoformat()),
        (TOLD, NOVEMBER.isoformat()),
    ]
    rows = view(store, plan).history["actions"]
    # Each leads to the latest row of its action, also where the file has it no longer.
    assert all(rows.loc[one.record, "ref"] == one.name.partition(" · ")[0] for one in found)


def test_without_the_past_only_the_latest_update_is_there(store: sa.Engine, plan: int) -> None:
    found = of(store, plan, past=False)
    assert [one.text for one in found if one.kind == "Update"] == [TOLD]
    assert len(found) == 4


def test_the_public_finds_nothing_by_the_words_that_are_kept_from_it(
    store: sa.Engine, plan: int
) -> None:
    members, public = Index(of(store, plan)), Index(of(store, plan, "public"))
    assert len(find("3 children", [members]).hits) == 1
    assert find("3 children", [public]).hits == ()
    (hit,) = find("children moved", [public]).hits
    assert "1 to 5" in hit.entry.text


def test_what_officers_recorded_is_found_as_a_note_of_its_action_or_chart(
    store: sa.Engine, plan: int
) -> None:
    judge(store, plan, "no longer listed", "Q9", {"reason": "completed"}, "Officer", NOVEMBER)
    told = {"text": "Half of the posts were frozen."}
    judge(store, plan, "commentary", "recruitment.over_time", told, "Officer", NOVEMBER)
    judge(store, plan, "commentary", "actions.burn_up", told, "Officer", MAY)
    notes = [one for one in of(store, plan) if one.kind == "Note"]
    # A note of another date stands beside no chart of this one.
    assert [(one.name, one.page, one.text) for one in notes] == [
        ("Beside a chart of Recruitment", "recruitment", told["text"]),
        ("Q9 · Write to families", "actions", "No longer listed, because: Completed"),
    ]


def test_a_plan_without_data_has_nothing_to_find(store: sa.Engine) -> None:
    assert of(store, a_plan(store, "Another").id) == []
