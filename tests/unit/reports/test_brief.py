"""The chair's brief: one side whatever the plan, nothing cut, and the figures of the pack."""

from dataclasses import replace
from html import unescape
from io import BytesIO
from itertools import pairwise

import pandas as pd
import pdfplumber
import pikepdf
import pytest

from reports.content.blocks import Pack
from reports.pack import brief_alone
from reports.pdf import brief as paper
from reports.pdf.brief import ROOMS
from reports.web import brief as page
from tests.made.actions import MANY, MAY, many_actions, row, seen
from tests.made.packs import MOMENT, looked_at, made, pdf_text, squeezed
from tests.made.views import history_of
from workstreams import WORKSTREAMS
from workstreams.asking import BLANK
from workstreams.view import View

PLANS = pytest.mark.parametrize("place", [0, 1], ids=["legal team", "section 20"])
NO_ROWS = pd.DataFrame({"as_at": pd.Series([], dtype="str")})
BOTH = pytest.mark.parametrize("audience", ["public", "members"])


def alone(view: View) -> Pack:
    tables = [table for workstream in WORKSTREAMS for table in workstream.tables]
    history = {
        table.key: view.history.get(table.key, history_of(table, NO_ROWS)) for table in tables
    }
    return brief_alone(replace(view, history=history), MOMENT)


def on_one_side(data: bytes) -> str:
    """The words of a brief, which is one A4 page with every letter on it."""
    with pdfplumber.open(BytesIO(data)) as opened:
        (only,) = opened.pages
        assert (round(only.width), round(only.height)) == (595, 842)
        for letter in only.chars:
            assert 0 < letter["x0"] < letter["x1"] < only.width
            assert 0 < letter["top"] < letter["bottom"] < only.height
            assert letter["size"] >= 7.9
    return squeezed(pdf_text(data))


def said_by(given: Pack, rows: int, asked: int) -> list[str]:
    """Every text of a brief with so many rows of each list."""
    brief = given.brief
    texts = [given.title, given.committee, brief.illustrative, brief.compared, *brief.changed]
    for one in brief.figures:
        texts += [one.part, one.name, one.parts, one.figure, one.change]
        texts += [one.aim.removeprefix("Target ")]
    for found in (brief.late, brief.unseen):
        texts += [found.heading, found.said, found.left_out(rows)]
        texts += [cell for cells in found.rows[:rows] for cell in cells if cell != BLANK]
    texts += [text for one in brief.asked for text in (one.text, *one.first(asked))]
    return texts


@PLANS
@BOTH
def test_the_brief_of_a_sample_is_one_side_that_holds_all_it_has_to_say(place, audience):
    given = made(place, audience)
    text = on_one_side(paper.write(given))
    for said in said_by(given, ROOMS[0].rows, ROOMS[0].asked):
        assert squeezed(said) in text, said
    assert squeezed(given.banner) in text
    assert ("Exempt" in text) == (audience == "members")


@pytest.mark.parametrize(("words", "audience"), [(0, "public"), (1, "members"), (5, "public")])
def test_the_brief_of_300_actions_is_one_side_and_says_how_many_rows_it_leaves_out(words, audience):
    given = alone(many_actions(audience, words))
    brief = given.brief
    assert (brief.late.many, brief.unseen.many) == (MANY // 3, MANY // 3)
    text = on_one_side(paper.write(given))
    shown = sum(squeezed("".join(cells[:3])) in text for cells in brief.late.rows)
    asked = max(
        room.asked for room in ROOMS if squeezed("".join(brief.asked[0].first(room.asked))) in text
    )
    assert shown >= 1
    assert squeezed(f"The first {shown} row") in text
    for said in said_by(given, shown, asked):
        assert squeezed(said) in text, said


def test_the_longest_texts_a_plan_can_hold_still_fit_on_one_side():
    given = alone(many_actions("public", 5))
    long = "Words without an end that somebody typed. " * 12
    brief = replace(
        given.brief,
        illustrative=long,
        changed=(long[:400],) * 5,
        asked=tuple(replace(one, text=long[:400]) for one in given.brief.asked),
    )
    on_one_side(paper.write(replace(given, title=long[:200], brief=brief)))


def test_each_room_holds_less_than_the_one_before():
    assert len(set(ROOMS)) == len(ROOMS)
    for more, less in pairwise(ROOMS):
        assert more.rows >= less.rows
        assert more.asked >= less.asked
        assert more.points >= less.points


@PLANS
@BOTH
def test_its_figures_are_those_of_the_pack_one_a_workstream(place, audience):
    given = made(place, audience)
    heads = {one.part: one for one in given.brief.figures}
    assert list(heads) == [workstream.title for workstream in WORKSTREAMS]
    for workstream in WORKSTREAMS:
        lines = [line for line in given.lines if line.workstream == workstream.title]
        if not lines:
            assert heads[workstream.title].change == "Nothing uploaded yet."
            continue
        head = heads[workstream.title]
        assert (head.name, head.figure) == (lines[0].measure.name, str(lines[0].now))
        assert lines[0].now.parts in head.parts


@PLANS
@BOTH
def test_the_page_for_a_phone_says_the_same_and_fetches_nothing(place, audience):
    given = made(place, audience)
    text = page.write(given).decode()
    assert "<script" not in text
    assert "http" not in text.replace('http-equiv="Content-Security-Policy"', "")
    assert 'name="viewport"' in text
    words = squeezed(unescape(text))
    for said in said_by(given, ROOMS[0].rows, ROOMS[0].asked):
        assert squeezed(said) in words, said
    assert text.count(f'<p class="banner">{given.banner}</p>') == 2 * (audience == "members")


def test_the_brief_is_tagged_like_the_pack_and_the_same_bytes_each_time():
    given = made()
    data = paper.write(given)
    assert data == paper.write(alone(looked_at()).__class__(**vars(given)))
    tags: list[str] = []
    with pikepdf.open(BytesIO(data)) as opened:
        assert bool(opened.Root.MarkInfo.Marked)
        assert str(opened.Root.Lang) == "en-GB"
        with opened.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert "chair’s brief" in about["dc:title"]
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/S" in thing:
                tags.append(str(thing.S))
    assert {"/H1", "/H2", "/Table", "/TH", "/L", "/LI"} <= set(tags)
    assert tags.count("/H1") == 1


def test_taken_from_the_overview_it_is_the_packs_own():
    assert alone(looked_at()).brief == made().brief
    assert paper.write(alone(looked_at())) == paper.write(made())


def test_before_the_first_comparison_it_lists_what_is_late_and_says_why_nothing_changed():
    given = alone(seen([row(MAY, "1", due_date="2021-01-01", status="in progress")]))
    assert given.brief.compared.startswith("This is the first upload")
    assert given.brief.changed == ()
    assert given.brief.late.heading == "Late now: 1"
    on_one_side(paper.write(given))


def test_a_plan_without_actions_has_a_brief_all_the_same():
    view = looked_at()
    given = alone(replace(view, history={k: v for k, v in view.history.items() if k != "actions"}))
    assert given.brief.late.heading == "Late now: none"
    assert given.brief.figures[0].change == "Nothing uploaded yet."
    on_one_side(paper.write(given))


def test_nothing_an_officer_typed_is_a_command_or_markup_in_the_brief():
    nasty = 'B #panic("x") </li><script>alert(1)</script> \\ " 1 Jan 2022'
    given = replace(made(), title=nasty, brief=replace(made().brief, changed=(nasty,)))
    assert on_one_side(paper.write(given)).count(squeezed('#panic("x")')) == 3
    assert "<script>" not in page.write(given).decode()
