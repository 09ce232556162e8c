"""What officers wrote for the meeting stands in every form of its pack, and in no other's."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from html import unescape
from io import BytesIO

import openpyxl
import pandas as pd
import pptx

from reports.content.blocks import Heading, Pack, Paragraph, Points
from reports.content.words import every
from reports.excel import document as excel
from reports.pack import pack
from reports.pdf import brief as one_side
from reports.pdf import document as pdf
from reports.pictures import UNDRAWN
from reports.slides import document as slides
from reports.web import brief as for_a_phone
from reports.web import document as html
from reports.word import document as word
from tests.made.packs import MOMENT, looked_at, made, pdf_text, squeezed, word_text
from workstreams import WORKSTREAMS
from workstreams.across.meeting_words import ASKED, KIND, about_part, about_series
from workstreams.across.worst import worst
from workstreams.view import View

CARE = "Care proceedings finished within 26 weeks"
WORDS = {
    ASKED: "To note the plan\nTo ask for a second review in January",
    about_part(WORKSTREAMS[1]): "Two <senior> posts & a third are advertised.",
    about_series(WORKSTREAMS[-1], CARE): "The court gives two more days a week",
    "financial": "Locums cost £1,200 a week.",
}
PRINTED = [
    "note the plan.",
    "ask for a second review in January.",
    "Two <senior> posts & a third are advertised.",
    "The court gives two more days a week",
    "Locums cost £1,200 a week.",
]


def written(meeting: date) -> View:
    """The first sample plan with these words for a meeting."""
    view = looked_at(0, "members")
    words = pd.DataFrame(
        {
            "kind": KIND,
            "subject": list(WORDS),
            "value": [{"text": text} for text in WORDS.values()],
            "on": pd.Timestamp(meeting),
            "by": "Improvement officer",
            "at": pd.Timestamp(meeting),
        }
    )
    return replace(view, judgements=pd.concat([view.judgements, words]), shared={})


@cache
def given() -> Pack:
    meeting = looked_at(0, "members").reported_on
    return pack(written(meeting), meeting, MOMENT)


def test_every_form_of_the_pack_prints_them_as_they_were_written() -> None:
    book = openpyxl.load_workbook(BytesIO(excel.write(given())))
    cells = book["About"].iter_rows(values_only=True)
    deck = pptx.Presentation(BytesIO(slides.write(given())))
    tables = [s.table for slide in deck.slides for s in slide.shapes if s.has_table]
    forms = {
        "word": unescape(word_text(word.write(given(), UNDRAWN))),
        "pdf": pdf_text(pdf.write(given(), UNDRAWN)),
        "html": unescape(html.write(given()).decode()),
        "excel": " ".join(str(cell) for row in cells for cell in row),
        "slides": " ".join(cell.text for one in tables for cell in one.iter_cells()),
    }
    for form, text in forms.items():
        for words in PRINTED:
            assert squeezed(words) in squeezed(text), (form, words)


def test_the_chairs_brief_says_what_the_committee_is_asked_on_its_one_side() -> None:
    for text in (pdf_text(one_side.write(given())), for_a_phone.write(given()).decode()):
        for words in PRINTED[:2]:
            assert squeezed(words) in squeezed(text)


def test_the_summary_says_what_is_done_about_the_worst_and_what_is_asked() -> None:
    front = given().summary.blocks
    said = [block.text for block in front if isinstance(block, Paragraph)]
    assert said[2] == "What is being done: The court gives two more days a week."
    assert said[3] == "The committee is asked to:"
    asked = next(block for block in front if isinstance(block, Points))
    assert asked == Points(tuple(PRINTED[:2]), numbered=True)
    found = worst(written(looked_at(0, "members").reported_on))
    assert found is not None
    assert found.done == said[2]


def test_words_of_another_meeting_stand_in_no_form() -> None:
    earlier = looked_at(0, "members").reported_on - timedelta(days=60)
    assert every(written(earlier)) == made(0, "members").words == ()
    assert len(every(written(looked_at(0, "members").reported_on))) == len(PRINTED)
    heads = {block.text for block in given().blocks if isinstance(block, Heading)}
    assert {"Implications", "Financial implications", "What is being done"} <= heads
