"""Notes beside charts, any measure as a run chart, and steps marked by hand."""

from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from reports.content.blocks import Paragraph
from reports.pack import pack
from store.database.engine import open_store
from store.said.ledger import now
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.filling import OFFICER, field, kept, press
from tests.screens.reading import said as escaped

NOTE = "The courts were closed in August."


def said(app: AppTest) -> str:
    """What the page says, without the signs that keep Streamlit from formatting it."""
    return escaped(app).replace("\\", "")


def test_a_note_stands_beside_its_chart_with_who_wrote_it(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("recruitment", plan="1")
    assert NOTE not in said(app)
    chart = field(app, "selectbox", "Chart")
    key = chart.value
    field(app, "text_area", "Note").set_value(NOTE)
    field(app, "text_input", "Your name or job title", "note_").set_value(OFFICER)
    press(app, "Add the note")
    assert (key, {"text": NOTE}, OFFICER) in kept("commentary")
    text = said(app)
    assert NOTE in text
    assert f"Note by {OFFICER}, for the figures as at 22 November 2022" in text


def test_a_note_speaks_of_its_own_snapshot_only(own_store: Path, open_page: OpenPage) -> None:
    words = "Five actions wait for the new case management system."
    assert words in said(open_page("actions", plan="1", ask="far"))
    assert words not in said(open_page("actions", plan="1", as_at="2022-09-20", ask="far"))


def test_a_blank_note_is_not_kept(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("recruitment", plan="1")
    before = kept("commentary")
    field(app, "text_input", "Your name or job title", "note_").set_value(OFFICER)
    press(app, "Add the note")
    assert app.error
    assert kept("commentary") == before


def test_a_measure_is_shown_as_a_run_chart_only_when_it_is_chosen(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("actions", plan="1", ask="figures")
    charts = len(app.get("plotly_chart"))
    app.selectbox(key="actions_run_chart").set_value("actions.complete").run()
    assert not app.exception
    assert len(app.get("plotly_chart")) == charts + 1
    assert "9 of 12 points" in said(app)


def test_a_note_can_be_written_beside_the_run_chart_that_is_shown(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("actions", plan="1", ask="figures")
    name = "Actions reported complete: "
    assert not any(name in one for one in field(app, "selectbox", "Chart").options)
    app.selectbox(key="actions_run_chart").set_value("actions.complete").run()
    assert any(name in one for one in field(app, "selectbox", "Chart").options)
    field(app, "selectbox", "Chart").set_value("actions.complete.run")
    field(app, "text_area", "Note").set_value(NOTE)
    field(app, "text_input", "Your name or job title", "note_actions.burn_up_0").set_value(OFFICER)
    press(app, "Add the note")
    assert ("actions.complete.run", {"text": NOTE}, OFFICER) in kept("commentary")
    assert NOTE in said(app)
    seen = view(open_store(), 1)
    blocks = pack(seen, seen.as_at, now()).blocks
    words = f"beside “Actions reported complete” over time: {NOTE}"
    assert any(words in block.text for block in blocks if isinstance(block, Paragraph))


def test_a_step_is_marked_with_its_reason_which_the_chart_prints(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("actions", plan="1", ask="figures")
    app.selectbox(key="actions_run_chart").set_value("actions.complete").run()
    field(app, "selectbox", "Measure or series").set_value("actions.complete")
    field(app, "date_input", "First date of the new level").set_value(date(2022, 3, 22))
    field(app, "text_input", "Your name or job title", "step_").set_value(OFFICER)
    press(app, "Mark the step")
    assert "never drawn without its reason" in app.error[0].value
    field(app, "text_input", "What changed").set_value("A permanent head started")
    press(app, "Mark the step")
    assert ("actions.complete", {"reason": "A permanent head started"}, OFFICER) in kept(
        "step change"
    )
    assert "New level from 22 March 2022: A permanent head started" in said(app)


def test_the_public_never_sees_cases_as_a_run_chart(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("hra_cases", plan="1", ask="figures")
    offered = [box.options for box in app.selectbox if box.label == "Show as run chart"]
    assert not [name for names in offered for name in names if "open" in name.lower()]


def test_the_pack_prints_the_notes_of_its_snapshot(sample_store: Path) -> None:
    seen = view(open_store(), 1)
    made = pack(seen, seen.as_at, now())
    printed = [block.text for block in made.blocks if isinstance(block, Paragraph)]
    (note,) = [text for text in printed if text.startswith("Note by")]
    assert note.endswith("Five actions wait for the new case management system.")
    assert "Sample data, for the figures as at 22 November 2022, beside the chart" in note
