"""The figure on the screen is the figure of the measure, for every measure of every workstream."""

from pathlib import Path

import pytest

from store.database.engine import open_store
from store.plans import plans
from store.views import view
from tests.screens.conftest import OpenPage
from ui.pieces.charts import as_typed
from workstreams import WORKSTREAMS
from workstreams.sections import FIGURES
from workstreams.view import Audience
from workstreams.wording import day


def plain(text: str) -> str:
    """A cell without the signs that keep Streamlit from formatting it."""
    return text.replace("\\", "")


AUDIENCES: tuple[Audience, ...] = ("public", "members")


@pytest.mark.parametrize("workstream", WORKSTREAMS, ids=lambda w: w.key)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_page_prints_every_measure_as_the_measure_prints_it(
    workstream, audience: Audience, sample_store: Path, open_page: OpenPage
) -> None:
    for plan in plans(open_store()):
        expected = view(open_store(), plan.id, audience=audience)
        if not any(len(expected.now(table.key)) for table in workstream.tables):
            continue
        app = open_page(workstream.key, plan=str(plan.id), ask=FIGURES)
        if audience == "members":
            app.segmented_control(key="audience").set_value("members").run()
        printed = {m.name: str(m.figure(expected)) for m in workstream.measures}
        (every,) = [t.value for t in app.table if "Measure" in t.value.columns]
        now = every[day(expected.as_at)]
        assert dict(zip(map(plain, every["Measure"]), map(plain, now), strict=True)) == printed
        cards = {metric.label: metric.value for metric in app.metric}
        in_words = audience == "public" and any(m.counts_children for m in workstream.measures)
        assert not cards if in_words else 0 < len(cards) <= 4
        assert cards.items() <= printed.items()


@pytest.mark.parametrize("workstream", WORKSTREAMS, ids=lambda w: w.key)
def test_the_page_opens_with_the_workstreams_own_finding(
    workstream, sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page(workstream.key, plan="1")
    finding = workstream.finding(view(open_store(), 1))
    assert f"**{as_typed(finding)}**" in [text.value for text in app.markdown]


@pytest.mark.parametrize("workstream", WORKSTREAMS, ids=lambda w: w.key)
def test_the_overview_prints_the_headline_of_every_workstream(
    workstream, sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("overview", plan="1")
    headline = workstream.measures[0]
    shown = {metric.label: metric.value for metric in app.metric}
    assert shown[headline.name] == str(headline.figure(view(open_store(), 1)))
    assert workstream.measures[-1].name not in shown
