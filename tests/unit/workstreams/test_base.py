"""What a workstream keeps for members: its rows, and whatever it tells below its charts."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from workstreams.across.questions import ORDER
from workstreams.actions import ACTIONS_WORKSTREAM
from workstreams.hra_cases import HRA_CASES_WORKSTREAM
from workstreams.sections import Screen, Section, Topic
from workstreams.training import TRAINING
from workstreams.training.coverage import HIDE_SMALL
from workstreams.view import Plan, View


def view(**more: object) -> View:
    found = View(
        plan=Plan(1, "A plan", "A committee"),
        as_at=date(2022, 11, 22),
        since=None,
        snapshots=(),
        meetings=(),
        targets=(),
        events=(),
        history={},
    )
    return replace(found, **more)  # type: ignore[arg-type]


def told(_: View) -> Section:
    return Section("Each one", table=pd.DataFrame({"Reference": ["A1"]}))


def silent(_: View) -> None:
    return None


def test_rows_about_children_are_closed_to_the_public_alone() -> None:
    assert HRA_CASES_WORKSTREAM.closed(view()) == "each row is a case"
    assert HRA_CASES_WORKSTREAM.closed(view(audience="members")) == ""


def test_rows_of_training_are_closed_where_small_groups_are_left_out() -> None:
    assert TRAINING.closed(view()) == ""
    hiding = view(settings={HIDE_SMALL: True})
    assert TRAINING.closed(hiding) == "small groups are left out"
    assert TRAINING.closed(replace(hiding, audience="members")) == ""


def test_actions_are_open_to_all() -> None:
    assert ACTIONS_WORKSTREAM.closed(view()) == ""


@pytest.mark.parametrize("audience", ["public", "members"])
def test_closed_rows_are_told_in_no_section_either(audience: str) -> None:
    sections = (told, Screen("forms"), silent)
    cases = replace(HRA_CASES_WORKSTREAM, printed_sections=(told, silent))
    seen = view(audience=audience)
    topic = Topic("each", "Which are they?", sections=sections)
    shown = [getattr(one, "heading", "") for one in cases.told(seen, topic)]
    assert shown == ([] if audience == "public" else ["Each one", ""])
    printed = [one.heading for one in cases.told_in_print(seen)]
    assert printed == ([] if audience == "public" else ["Each one"])


def test_no_two_rules_claim_one_place_in_the_order_of_questions() -> None:
    ranks = [rule.rank for rule in ORDER]
    assert ranks == sorted(set(ranks))
    assert {rule.key for rule in ACTIONS_WORKSTREAM.rules} < {rule.key for rule in ORDER}
