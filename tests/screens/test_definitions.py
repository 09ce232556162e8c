"""The definitions page: a list of its parts, one open at a time, and a search over all."""

from pathlib import Path

from tests.screens.conftest import OpenPage
from tests.screens.reading import parts_in_turn, said
from workstreams import WORKSTREAMS


def test_the_contents_lead_to_every_part_and_each_names_what_it_defines(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("definitions", plan="1")
    assert "As at" in said(app)
    assert "Vacancy rate" not in said(app)
    text = ["\n".join([*(one.value for one in seen.header), said(seen)])
            for seen in parts_in_turn(app)]  # fmt: skip
    assert len(text) == len(WORKSTREAMS) + 2
    for workstream in WORKSTREAMS:
        (own,) = [t for t in text if f"{workstream.title}\n" in t and workstream.about in t]
        assert all(measure.name in own for measure in workstream.measures)
        assert all(column.heading in own for t in workstream.tables for column in t.columns)


def test_a_search_narrows_all_parts_to_what_holds_every_word(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("definitions", plan="1")
    search = app.text_input(key="definitions_search")
    search.set_value("VACANCY agency").run()
    (table,) = app.table
    found = table.value
    assert "Recruitment" in set(found["Where"])
    rows = [" ".join(row).casefold() for row in found.itertuples(index=False)]
    assert all("vacanc" in row and "agenc" in row for row in rows)
    assert not [link for link in app.get("page_link") if "ask=" in link.proto.query_string]
    app.text_input(key="definitions_search").set_value("no such thing anywhere").run()
    assert "No definition holds these words" in app.info[-1].value
    app.text_input(key="definitions_search").set_value("").run()
    assert "Words used on every page" in [header.value for header in app.header]
