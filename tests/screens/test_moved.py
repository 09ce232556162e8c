"""The overview's list of figures that moved, as a chair reads it."""

from pathlib import Path

from tests.made.packs import looked_at
from tests.screens.conftest import OpenPage
from workstreams.across.moved import moves


def control(app):
    return next(c for c in app.segmented_control if c.label == "Figures that moved")


def names(app):
    tables = [t.value for t in app.table if "Figure" in t.value]
    # The sentences above have a few of them each; the list of all stands below.
    return tables[-1]["Figure"].to_list()


def test_the_overview_lists_what_is_worse_first_and_the_rest_on_demand(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page()
    said = moves(looked_at())
    assert any(said.finding in m.value for m in app.markdown)
    assert control(app).value == "worse"
    assert names(app) == said.tables["worse"]["Figure"].to_list()[:10]

    control(app).set_value("better").run()
    assert names(app) == said.tables["better"]["Figure"].to_list()[:10]
    assert "Agency rate" not in names(app)


def test_the_first_upload_has_nothing_to_compare(sample_store: Path, open_page: OpenPage) -> None:
    app = open_page(as_at="2021-05-20")
    assert not [c for c in app.segmented_control if c.label == "Figures that moved"]
