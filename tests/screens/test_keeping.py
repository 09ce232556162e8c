"""A plan is archived and brought back, its file renamed and the sample removed, on the pages."""

from pathlib import Path

from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import open_store
from store.plans import add_plan, plans
from store.snapshots import snapshots
from tests.screens.conftest import OpenPage
from tests.screens.filling import OFFICER, field, press
from tests.screens.reading import said


def test_plans_are_put_away_and_brought_back_and_their_files_renamed(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("plan_settings", plan="2", ask="sources")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    field(app, "text_input", "Its new name").set_value("Review tracker")
    press(app, "Rename this file")
    assert {one.source.name for one in snapshots(open_store(), 2)} == {"Review tracker"}

    app = open_page("plan_settings", plan="2", ask="archive")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    field(app, "text_input", "Why it is archived").set_value("It ended")
    press(app, "Archive this plan")
    assert [one.id for one in plans(open_store())] == [1]

    app = open_page("upload")
    (button,) = [one for one in app.button if one.label.startswith("Bring back")]
    button.click().run()
    assert "Say who is doing this" in said(app)
    field(app, "text_input", "Your name or job title", "other_plans").set_value(OFFICER).run()
    next(one for one in app.button if one.label.startswith("Bring back")).click().run()
    assert not app.exception
    assert [one.id for one in plans(open_store())] == [1, 2]


def test_the_sample_is_removed_with_one_press(own_store: Path, open_page: OpenPage) -> None:
    with acting(AT_THE_MACHINE):
        add_plan(open_store(), "My own plan", "Scrutiny", by=OFFICER)
    app = open_page("upload", plan="1")
    press(app, "Remove the sample")
    assert [one.name for one in plans(open_store(), None)] == ["My own plan"]
    assert "My own plan" in said(app) or app.title
    assert not [one for one in app.button if one.label == "Remove the sample"]
