"""On the upload page: a plan's own words in any column are asked once, in one table, and kept."""

from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from loaders.columns.own_meanings import key
from store.database.engine import open_store
from store.said.remembered import remembered
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.reading import said
from tests.screens.test_upload import accepted, chosen, pressed

POSTS = (
    ("Posts as at 31 October 2022",),
    ("Post no", "Job title", "FTE", "Stage", "Cover"),
    ("L1", "Solicitor", 1.0, "Out with the agency", "Y"),
    ("L2", "Solicitor", 1.0, "Permanent", "N"),
    ("L3", "Paralegal", 0.8, "Substantive / fixed term", "N"),
    ("L4", "Paralegal", 0.8, "Out with the agency", "N"),
)
AGENCY = "“Out with the agency” (2 rows) means"
FIXED = "“Substantive / fixed term” (1 row) means"
NAME = "posts.xlsx"


def asked(app: AppTest) -> dict[str, str | None]:
    """Each word that is asked about, and what is proposed."""
    return {box.label: box.value for box in app.selectbox if box.label.endswith(") means")}


def test_words_of_posts_are_asked_with_their_rows_kept_before_accepting_and_asked_no_more(
    own_store: Path, open_page: OpenPage
) -> None:
    app = chosen(open_page("upload", plan="1"), POSTS, NAME)
    assert "Under “Stage” on Plan" in said(app)
    assert asked(app) == {AGENCY: None, FIXED: "filled, fixed term"}
    (agency,) = [box for box in app.selectbox if box.label == AGENCY]
    agency.set_value("advertised")
    app = pressed(app, "Use these meanings")
    # The file chosen again, before anything was accepted: the answers are there.
    app = chosen(app, POSTS, NAME)
    assert asked(app) == {AGENCY: "advertised", FIXED: "filled, fixed term"}
    accepted(app)

    stages = view(open_store(), 1, date(2022, 10, 31)).now("posts").set_index("post")["position"]
    assert stages[["L1", "L3", "L4"]].tolist() == ["advertised", "filled, fixed term", "advertised"]
    kept = remembered(open_store(), 1).words["posts"]
    assert kept[key("position", "Out with the agency")] == "advertised"
    again = chosen(open_page("upload", plan="1"), POSTS, "posts november.xlsx")
    assert asked(again)[AGENCY] == "advertised"
    assert "Choose one of these words" not in said(again)


def test_one_answer_says_what_all_of_a_columns_words_mean(
    own_store: Path, open_page: OpenPage
) -> None:
    app = chosen(open_page("upload", plan="1"), POSTS, NAME)
    (every,) = [box for box in app.selectbox if box.label == "All 2 words mean"]
    every.set_value("frozen")
    pressed(app, "Use these meanings")
    assert list(asked(app).values()) == ["frozen", "frozen"]
