"""What a public copy leaves out of words and indicators is said, asked and kept."""

from pathlib import Path

from store.database.engine import open_store
from store.said.settings import settings
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.filling import OFFICER, field, press
from tests.screens.reading import said
from workstreams import TABLES
from workstreams.indicators.series import COUNTS, tracked
from workstreams.public_words import TEXTS_CLEARED, found

GUARDED = "Disagreements escalated to a senior officer"


def latest(audience: str = "public") -> dict[str, str]:
    """The latest figure of each indicator, by its name."""
    seen = view(open_store(), 1, audience=audience)
    return {one.name: str(one.series.latest) for one in tracked(seen)}


def test_an_officer_says_what_an_indicator_counts_and_the_public_figure_follows(
    own_store: Path, open_page: OpenPage
) -> None:
    assert latest()[GUARDED] == "1 to 5"
    app = open_page("plan_settings", plan="1", ask="counted")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    field(app, "selectbox", GUARDED).set_value("things")
    press(app, "Keep what they count")
    assert not app.error
    assert settings(open_store(), 1)[COUNTS] == {GUARDED.casefold(): "things"}
    assert latest()[GUARDED] == latest("members")[GUARDED]
    log = open_page("plan_settings", plan="1", ask="log").table[-1].value
    assert "neither" in log["What happened"].iloc[0]


def test_the_public_sample_says_no_small_share_and_members_do(open_page: OpenPage) -> None:
    words = said(open_page("indicators", plan="1"))
    assert "12.5%" not in words
    assert latest("members")["Care proceedings finished within 26 weeks"] == "12.5%"


def test_a_text_with_a_small_number_is_shown_and_cleared(
    own_store: Path, open_page: OpenPage
) -> None:
    seen = view(open_store(), 1, audience="members")
    told = found({table.key: seen.now(table.key) for table in TABLES}, TABLES, {})
    assert told, "the sample plan has an update with a small number of cases"
    app = open_page("plan_settings", plan="1", ask="words")
    written = [table.value["Written"] for table in app.table if "Written" in table.value]
    assert len(written[0]) == len(told)
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    field(app, "multiselect", "Clear for public copies").set_value([0])
    press(app, "Clear these texts")
    assert len(settings(open_store(), 1)[TEXTS_CLEARED]) == 1
    shown = view(open_store(), 1).now(told[0].table)[told[0].field]
    assert told[0].text in set(shown)
