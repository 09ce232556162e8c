"""Every page looks at one view of the plan, which none of them changes."""

from pathlib import Path
from typing import Any

import pytest

from store.database.engine import open_store
from store.views import view as fresh
from tests.screens.conftest import OpenPage
from ui.shell import look as look_at
from ui.shell.look import Look, plan_version, store_name, view
from workstreams import WORKSTREAMS
from workstreams.view import View


@pytest.mark.parametrize("audience", ["public", "members"])
def test_no_page_changes_the_records_that_all_of_them_share(
    audience, own_store: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []

    def counted(*asked: Any, **named: Any) -> View:
        read.append(named)
        return fresh(*asked, **named)

    monkeypatch.setattr(look_at, "read_view", counted)
    truth = fresh(open_store(), 1, audience=audience)
    met = truth.as_at
    look = Look(store_name(), 1, plan_version(1), met, None, audience, meeting=met)
    for page in ("overview", "recommendations", *(one.key for one in WORKSTREAMS)):
        app = open_page(page, plan="1")
        app.session_state["audience"] = audience
        app.run()
        assert not app.exception
    shared = view(look)
    looks = {"public"} | {audience}
    assert len(read) == len(looks), "the pages looked at several views"
    assert list(shared.history) == list(truth.history)
    for key, frame in truth.history.items():
        assert shared.history[key].equals(frame), key
        assert list(shared.history[key].columns) == list(frame.columns)


def test_what_is_worked_out_for_one_view_is_not_taken_for_another(sample_store: Path) -> None:
    members = fresh(open_store(), 1, audience="members")
    figure = next(m for w in WORKSTREAMS for m in w.measures if m.key == "hra_cases.open").figure
    exact = figure(members)
    assert figure(members) is exact
    earlier = members.back_to(members.dates[0])
    assert figure(earlier).as_at != exact.as_at
    assert members.since is not None
    assert members.back_to(members.since) is members.back_to(members.since)
    public = fresh(open_store(), 1, audience="public")
    assert str(figure(public)) != str(exact)
