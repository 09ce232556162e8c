"""All plans: each in short, by committee, with the figures of its own pages, and no more read."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from store import plans, snapshots
from store.access.roles import Role
from store.access.visitor import Visitor
from store.database.engine import open_store
from store.views import view
from tests.screens import reading
from tests.screens.conftest import DASHBOARD, OpenPage
from tests.screens.test_access import visited_by
from ui.all_plans import gathered
from ui.all_plans.page import finding, in_order
from workstreams.across.in_short import InShort, in_short
from workstreams.view import Audience, Meeting, Plan

FIRST = "Children's Legal Team Improvement Plan"


def said(app: AppTest) -> str:
    return reading.said(app).replace("\\", "")


def links(app: AppTest) -> list[tuple[str, str]]:
    return [(one.proto.label, one.proto.page) for one in app.main if one.type == "page_link"]


def line(name: str, committee: str, *counts: int | None) -> gathered.Line:
    short = InShort(date(2022, 1, 1), (), (), *counts) if counts else None
    return gathered.Line(Plan(1, name, committee), "public", short)


def test_it_comes_first_and_says_of_each_plan_what_its_own_pages_say(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = AppTest.from_file(DASHBOARD, default_timeout=60).run()
    assert app.title[0].value == "All plans"
    assert [one.value for one in app.header] == ["Children and Young People Scrutiny Committee"]
    words = said(app)
    assert "Both plans have late actions" in words
    assert "Last upload as at 22 November 2022" in words
    assert "made up to show the dashboard" in words
    labels = [label for label, _ in links(app)]
    assert f"**{FIRST}**".replace("'", "'") in [one.replace("\\", "") for one in labels]
    late = next(one for one in labels if one.endswith("late]"))
    overview = open_page("overview", plan="1")
    assert f"Late now: {late.split('**')[1]}" in [one.value for one in overview.header]
    for tile in overview.metric:
        assert any(one.replace("\\", "").startswith(f"**{tile.value}**") for one in labels)


def test_a_link_to_another_plan_opens_at_that_plans_own_latest_date(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("overview", plan="1", as_at="2021-09-07")
    assert app.query_params["as_at"] == "2021-09-07"
    app.query_params.clear()
    app.query_params["plan"] = "2"
    app.run()
    assert not app.warning
    assert "as at 17 March 2026" in said(app)


def test_only_the_plans_and_the_figures_of_a_visitor_are_listed(
    sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = AppTest.from_file(DASHBOARD, default_timeout=60)
    visited_by(monkeypatch, Visitor("A reader", {2: Role.READER}))
    app.switch_page("pages/all_plans.py").run()
    assert "The one plan has late actions" in said(app)
    assert not [label for label, _ in links(app) if "Legal Team" in label]
    assert not app.segmented_control


def test_a_plan_without_data_and_a_store_without_plans_are_told(
    empty_store: Path, open_page: OpenPage
) -> None:
    assert "There is no plan here yet" in said(open_page("all_plans"))
    plans.add_plan(open_store(), "A plan to come", "", by="Scrutiny officer")
    words = said(open_page("all_plans"))
    assert "The one plan has no late actions." in words
    assert "No file has been uploaded yet." in words


@pytest.mark.parametrize("audience", ["public", "members"])
def test_the_kept_lines_are_those_of_the_plan_as_it_is_after_every_change(
    own_store: Path, audience: Audience, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = open_store()
    plan = plans.plan(engine, 1)

    def now() -> InShort | None:
        (found,) = gathered.gathered([(plan, audience)])
        assert found.short == in_short(view(engine, plan.id, audience=audience))
        return found.short

    worked_out: list[int] = []
    made = gathered.work_out
    monkeypatch.setattr(gathered, "work_out", lambda *given: worked_out.append(1) or made(*given))
    first = now()
    assert now() == first
    assert len(worked_out) == 1
    newest = max(snapshots.snapshots(engine, 1), key=lambda one: one.as_at)
    snapshots.withdraw(engine, newest.id, "Scrutiny officer", "The wrong file")
    before = now()
    assert before
    assert before != first
    assert before.last_upload < newest.as_at
    snapshots.restore(engine, newest.id, "Scrutiny officer")
    assert now() == first
    plans.change_plan(engine, 1, "Scrutiny officer", committee="Another committee")
    assert now() == first
    plans.add(engine, 1, [Meeting(date(2031, 5, 6))], "Scrutiny officer")
    after = now()
    assert after
    assert after.next_meeting(date(2031, 1, 1)) == date(2031, 5, 6)
    assert len(worked_out) == 5


def test_plans_stand_by_committee_those_of_none_last() -> None:
    found = in_order([line("b", ""), line("a", "Zoning"), line("c", "audit"), line("a", "Audit")])
    assert [(one.plan.committee, one.plan.name) for one in found] == [
        ("Audit", "a"), ("audit", "c"), ("Zoning", "a"), ("", "b"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([line("a", "")], "The one plan has no late actions."),
        ([line("a", "", 2, 0, 0), line("b", "", 0, 0, 0)], "1 of 2 plans has late actions."),
        (
            [line("a", "", 0, 1, 2), line("b", "", None, None, None)],
            "None of 2 plans has late actions, 1 recommendation has waited more than two months "
            "for an answer and 2 open actions have vanished from the file unexplained.",
        ),
    ],
)
def test_what_stands_out_over_all_of_them(lines: list[gathered.Line], words: str) -> None:
    assert finding(lines) == words
