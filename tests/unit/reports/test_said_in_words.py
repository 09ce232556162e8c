"""What a picture prints stands in the words of the same form, for those who cannot see it."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation

from charts.draw import Width, plain
from charts.kinds.points import points
from charts.kinds.run_chart import SIGNALS
from charts.spec import Chart
from reports.slides import document as slides
from tests.made import written
from tests.made.packs import made, pdf_text, squeezed, word_text
from tests.made.sheets import PLANS
from workstreams.view import Audience

DATED = re.compile(r"[A-Z][a-z]{2} \d{4}|[A-Z][a-z]{2}")
"""A place on the axis of dates, or a meeting's: a month, which the table gives to the day."""
LETTER = re.compile(r"[A-Z]")
"""What stands for a long label, told under the picture."""
WEB: tuple[Width, ...] = ("screen", "narrow")
BOTH = pytest.mark.parametrize(("place", "audience"), PLANS)


def texts(chart: Chart, width: Width, *, words: bool = True) -> set[str]:
    """Every text that a drawing prints: annotations, the text of marks, names of categories."""
    figure = plain(chart, width, words=words)
    layout = figure["layout"]
    found = [str(one["text"]) for one in layout["annotations"] if not _unsaid(one)]
    for trace in figure["data"]:
        text = trace.get("text")
        found += [str(one) for one in ([text] if isinstance(text, str) else text or [])]
    for axis in (layout["xaxis"], layout["yaxis"]):
        # A scale of numbers or dates is read, not printed: the values themselves are in the table.
        if axis.get("type") == "category" or any(isinstance(v, str) and not v[:1].isdigit()
                                                 for v in axis.get("tickvals", ())):  # fmt: skip
            found += map(str, axis.get("ticktext", ()))
    said = [part for text in found for part in re.split(r"(?<=[.]) |<br>(?=Source)", text)]
    return {clean for text in said if (clean := _clean(text)) and not _of_the_axis(clean)}


def _unsaid(one: dict[str, Any]) -> bool:
    """What is no figure: a scale's unit, what a shape means, and, at the foot of a drawing without
    words, what its own lines are: their dates and events stand in a table of the form."""
    legend = {sign.words for sign in SIGNALS.values()}
    return one.get("name") in ("value title", "as at", "foot") or one["text"] in legend


def _clean(text: str) -> str:
    return unescape(re.sub(r"</?b>", "", text).replace("<br>", " ")).strip()


def _of_the_axis(text: str) -> bool:
    return bool(DATED.fullmatch(text) or LETTER.fullmatch(text))


def missing(chart: Chart, printed: set[str], said: str) -> list[str]:
    """The texts of which the words, the figures and the dates do not all stand in a form."""
    return sorted(text for text in printed if not _found(text, said, chart))


def _found(text: str, said: str, chart: Chart) -> bool:
    if _plain(text) in said:
        return True
    listed = text.split(", ")
    if len(listed) > 1 and all(_found(part, said, chart) for part in listed):
        return True  # "12 expired, 6 booked"
    return any(all(_plain(part) in said for part in parts) for parts in _parts(text, chart))


def _plain(text: str) -> str:
    """Text to be looked for, whatever its spaces and capitals."""
    return squeezed(text).casefold()


def _parts(text: str, chart: Chart) -> Iterator[tuple[str, ...]]:
    """A label as the parts that a table has apart: a line's name, its figure and when."""
    names = {*chart.series_order, *(mark.series for mark in points(chart)), "Latest"} - {""}
    names |= {*chart.headings.values(), *(mark.label for mark in points(chart))}
    names |= {name[:1].lower() + name[1:] for name in names}
    plain = re.sub(r" \([A-Z][a-z]+ \d{4}\)$", "", text)
    for name in names:
        if plain.startswith(f"{name} "):  # "Reported complete 23 (Nov 2022)"
            yield (() if name == "Latest" else (name,)) + (plain.removeprefix(f"{name} "),)
        if plain.endswith(f" {name}"):  # "2 posts (2 FTE) filled, permanent"
            yield name, plain.removesuffix(f" {name}")
        if plain.startswith(f"{name}: "):  # "Concluded: 22 Nov 2022", a cell as a bar
            yield name, plain.removeprefix(f"{name}: ")
    if marked := re.fullmatch(r"[A-Z]: (.+), (\d+ [A-Z][a-z]+ \d{4})\.", text):
        yield marked[1], marked[2]


@cache
def in_slides(place: int, audience: Audience) -> str:
    """Every word of the deck: its slides, their charts' labels and tables, and the notes."""
    data = slides.write(made(place, audience))
    with ZipFile(BytesIO(data)) as parts:
        xml = [parts.read(name).decode() for name in parts.namelist()
               if re.match(r"ppt/(slides|charts|notesSlides)/[^/]+\.xml", name)]  # fmt: skip
    assert len(Presentation(BytesIO(data)).slides) > 5
    return _plain(unescape(re.sub(r"<[^>]+>", "", "\n".join(xml))))


@cache
def forms(place: int, audience: Audience) -> dict[str, str]:
    return {
        "word": _plain(unescape(re.sub(r"<[^>]+>", "", _body(written.in_word(place, audience))))),
        "pdf": _plain(pdf_text(written.in_pdf(place, audience))),
    }


def _body(data: bytes) -> str:
    """The words of a Word document that are on its pages: not the alternative texts."""
    return re.sub(r"<w:tbl(Caption|Description)[^>]*>", "", word_text(data))


@BOTH
def test_a_document_says_in_words_all_that_its_pictures_print(place, audience):
    lost = [
        (form, picture.chart.key, text)
        for picture in made(place, audience).pictures
        for form, said in forms(place, audience).items()
        for text in missing(picture.chart, texts(picture.chart, "page"), said)
    ]
    assert lost == []


@BOTH
def test_the_web_page_says_in_words_all_that_its_charts_print(place, audience):
    shown = re.sub(r"<script.*?</script>", "", written.page(place, audience), flags=re.DOTALL)
    said = _plain(unescape(re.sub(r"<[^>]+>", "", shown)))
    lost = [
        (sheet.chart.key, text)
        for sheet in made(place, audience).sheets
        for width in WEB
        for text in missing(sheet.chart, texts(sheet.chart, width, words=False), said)
    ]
    assert lost == []


@BOTH
def test_the_deck_says_in_words_all_that_its_charts_print(place, audience):
    lost = [
        (picture.chart.key, text)
        for picture in made(place, audience).pictures
        for text in missing(picture.chart, of_marks(picture.chart), in_slides(place, audience))
    ]
    assert lost == []


def of_marks(chart: Chart) -> set[str]:
    """The words and figures of every mark: a slide's own chart prints no others."""
    return {text for mark in points(chart) for text in (mark.label, mark.series, mark.text) if text}


@pytest.mark.parametrize("place", [0, 1])
def test_the_search_misses_what_is_not_there(place):
    given = made(place, "members")
    chart = given.pictures[0].chart
    assert missing(chart, {"12.5%", "Trainee solicitor"}, _plain("112.5 Trainee")) == [
        "12.5%",
        "Trainee solicitor",
    ]
