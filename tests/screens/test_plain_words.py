"""No screen and no pack says a word that a councillor would not: every page, question and form."""

from pathlib import Path

import pytest

from tests.made.packs import made
from tests.made.written import page as web_page
from tests.screens.conftest import OpenPage
from tests.screens.plain_words import every_text, unplain
from tests.screens.reading import opened_in_turn, parts_in_turn
from workstreams.view import Audience

PAGES = sorted(path.stem for path in (Path(__file__).resolve().parents[2] / "pages").glob("*.py"))


@pytest.mark.parametrize("audience", ["public", "members"])
@pytest.mark.parametrize("name", PAGES)
def test_no_screen_says_a_word_that_a_councillor_would_not(
    name: str, audience: str, sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page(name, plan="1", audience=audience)
    pages = parts_in_turn(app) if name == "definitions" else opened_in_turn(app)
    found = [word for seen in pages for word in unplain(every_text(seen))]
    assert found == []


@pytest.mark.parametrize("audience", ["public", "members"])
def test_no_pack_says_one_either(audience: Audience) -> None:
    assert unplain(web_page(0, audience)) == []
    assert unplain("\n".join(f"{name}: {said}" for name, said in made(0, audience).facts)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The latest snapshot stands", ["snapshot"]),
        ("How it was shown\nClaimed", ["Claimed"]),
        ("None of the posts is vacant", []),
        ("Due\nNone\nStage", ["None"]),
        (r"Read as in\_post\_fte", ["in_post_fte"]),
        (":material/hourglass_empty: Position of the committee", []),
        ("Posts\nPosition\nCover", ["Position"]),
        ("42 of 63 training needs", ["training needs"]),
        ("nan cases", ["nan"]),
        ("Privilege could be claimed", []),
        ("[Open](/?as_at=1&in_post_fte=2) the financial plan", []),
    ],
)
def test_the_words_are_found_wherever_they_stand_and_no_others(text: str, found: list[str]) -> None:
    assert unplain(text) == found
