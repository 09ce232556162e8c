"""The pack as slides: a deck with one finding a slide, and the chair's brief as one slide.

Charts and tables are the program's own, so that they can be edited; the speaker's notes hold what
the figures count, where they come from and every value that is drawn.
"""

from collections.abc import Sequence
from itertools import takewhile

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Inches

from charts import palette
from charts.spec import Chart, stopped
from charts.table import table as under
from reports.captioned import tables
from reports.content import made_from
from reports.content.blocks import COPIES, Pack, Picture, Sheet, Table
from reports.content.one_side import Asked, Rows
from reports.content.sources import about
from reports.slides import drawing, parts
from reports.slides.native import native
from reports.slides.parts import Look
from workstreams.wording import day, listed, sentence

BODY = (parts.LEFT, Inches(2.0), parts.ACROSS, Inches(4.5))
"""Where a chart or a table stands."""
ABOVE = (parts.LEFT, Inches(1.42), parts.ACROSS, Inches(0.5))
FOOT = (parts.LEFT, Inches(6.55), parts.ACROSS, Inches(0.5))
EDGE = (parts.LEFT, Inches(7.1), parts.ACROSS, Inches(0.25))
TOP = (parts.LEFT, Inches(0.12), parts.ACROSS, Inches(0.28))
SOFT = palette.SOFT_INK
SIZES = (16, 14, 13, 12, 11, 10, 9)
SHARES = (0.17, 0.29, 0.14, 0.2, 0.2)
"""Of the width of the brief's figures, what each column takes."""


def write(pack: Pack) -> bytes:
    """The deck's bytes; the same pack gives the same bytes."""
    deck = parts.blank()
    _title(deck, pack)
    _brief(deck, pack)
    for picture in pack.pictures:
        sheet = next(one for one in pack.sheets if one.name == picture.sheet)
        _finding(deck, pack, picture, sheet)
    for found in (pack.brief.late, pack.brief.unseen):
        if found.rows:
            _listed(deck, pack, found)
    for place, asked in enumerate(pack.brief.asked, 1):
        _question(deck, pack, place, asked)
    _words(deck, pack)
    return _saved(deck, pack, "slides")


def one(pack: Pack) -> bytes:
    """The chair's brief as one slide; the same pack gives the same bytes."""
    deck = parts.blank()
    _brief(deck, pack)
    return _saved(deck, pack, "chair’s brief")


def _saved(deck: Deck, pack: Pack, what: str) -> bytes:
    many = len(deck.slides)
    for place, slide in enumerate(deck.slides, 1):
        if pack.banner:
            parts.text(slide, [pack.banner], TOP, Look((12, 10), bold=True))
        said = (
            f"{pack.title}, {day(pack.meeting)}. {COPIES[pack.audience]}. Slide {place} of {many}"
        )
        parts.text(slide, [said], EDGE, Look((10, 8), ink=SOFT))
    parts.about(
        deck,
        f"{pack.title}: {what}",
        f"For {pack.committee}, {day(pack.meeting)}. {pack.banner}".strip(),
        pack.council,
        made_from.in_brief(pack),
        pack.known_at,
    )
    return parts.saved(deck, pack.known_at)


def _notes(slide: Slide, pack: Pack, said: Sequence[str]) -> None:
    parts.notes(slide, [text for text in (pack.banner, *said, made_from.sentence(pack)) if text])


def _title(deck: Deck, pack: Pack) -> None:
    slide = parts.slide(deck, pack.title)
    said = [
        pack.council,
        f"For {pack.committee}, {day(pack.meeting)}",
        f"{COPIES[pack.audience]}. Data as at {day(pack.as_at)}.",
        pack.brief.illustrative,
    ]
    parts.text(slide, [text for text in said if text], BODY, Look((24, 20, 18, 16, 14, 12)))
    _notes(slide, pack, [pack.brief.illustrative])


def _brief(deck: Deck, pack: Pack) -> None:
    """The five figures, what changed, what is late, and the questions, on one slide."""
    made = pack.brief
    slide = parts.slide(deck, f"Chair’s brief: {pack.title}")
    copy = f"{COPIES[pack.audience]}, data as at {day(pack.as_at)}"
    line = f"{pack.committee}, {day(pack.meeting)}. {copy}."
    parts.text(slide, [line], ABOVE, Look((14, 12, 11, 10), ink=SOFT))
    figures = Table(
        "How it stands",
        ("Part of the plan", "Figure", "Now", "Change", "Target"),
        tuple(
            (
                one.part,
                f"{one.name} ({one.parts})" if one.parts else one.name,
                one.figure,
                one.change,
                sentence(one.aim.removeprefix("Target ")) or "–",
            )
            for one in made.figures
        ),
    )
    left = (parts.LEFT, Inches(1.85), Inches(7.2), Inches(3.0))
    drawing.table(slide, figures, left, _read_out(figures), SHARES)
    said = [*made.changed, *(found.heading for found in (made.late, made.unseen))]
    beside = (Inches(8.05), Inches(1.85), Inches(4.7), Inches(3.0))
    parts.text(
        slide, [made.changed_heading, *said], beside, Look(SIZES, marks="bullets", leads=True)
    )
    if made.asked:
        asked = [made.asked_heading, *(one.text for one in made.asked)]
        below = (parts.LEFT, Inches(5.05), parts.ACROSS, Inches(1.9))
        parts.text(slide, asked, below, Look(SIZES, marks="numbers", leads=True))
    defined = [
        f"{line.measure.name}: {line.measure.definition}"
        for line in pack.lines
        if line.measure.name in {one.name for one in made.figures}
    ]
    _notes(slide, pack, [made.illustrative, made.compared, *defined])


def _finding(deck: Deck, pack: Pack, picture: Picture, sheet: Sheet) -> None:
    """One chart under its finding; a kind that slides do not have as its table."""
    of = picture.chart
    slide = parts.slide(deck, of.finding)
    parts.text(slide, [of.subtitle], ABOVE, Look((14, 12, 11, 10), ink=SOFT))
    found = native(of)
    said = []
    if found is not None:
        drawing.chart(slide, of, found, BODY)
        if found.left_out:
            all_of = len(found.categories) + found.left_out
            said.append(f"The first {len(found.categories)} of {all_of} are drawn.")
    else:
        table = tables(picture)[0]
        rows = drawing.table(slide, table, BODY, picture.alt)
        if rows < len(table.rows):
            said.append(f"The first {rows} of {len(table.rows)} rows.")
    source = f"Source: {of.source.removeprefix('Source: ')}" if of.source else ""
    _foot(slide, [*said, source, *of.remarks])
    _notes(slide, pack, [of.alt, *about(sheet), "The figures:", *_drawn(of)])


def _drawn(of: Chart) -> list[str]:
    """Every value that is drawn, a line a row: "20 May 2021: Complete 4, Open 7"."""
    cells = under(of)
    heads = [str(name) for name in cells.columns[1:]]
    return [
        f"{first}: " + ", ".join(f"{head} {cell}" for head, cell in zip(heads, rest, strict=True))
        for first, *rest in cells.itertuples(index=False, name=None)
    ]


def _foot(slide: Slide, said: Sequence[str]) -> None:
    """As many of the remarks as there is room for; the notes hold all."""
    shown = [stopped(text) for text in said if text]
    room = FOOT[3] / 12700
    lines = [parts.lines(" ".join(shown[: at + 1]), FOOT[2], 9) for at in range(len(shown))]
    kept = list(takewhile(lambda one: one[1] * 9 * 1.3 <= room, zip(shown, lines, strict=True)))
    if kept:
        parts.text(slide, [" ".join(text for text, _ in kept)], FOOT, Look((11, 10, 9), ink=SOFT))


def _listed(deck: Deck, pack: Pack, found: Rows) -> None:
    """A list of actions under its heading."""
    slide = parts.slide(deck, found.heading)
    table = Table(found.heading, found.headings, found.rows)
    rows = drawing.table(slide, table, BODY, _read_out(table))
    said = " ".join(text for text in (found.said, found.left_out(rows)) if text)
    if said:
        parts.text(slide, [said], ABOVE, Look((14, 12, 11, 10), ink=SOFT))
    _notes(slide, pack, [found.heading, found.said, *_every(table)])


def _words(deck: Deck, pack: Pack) -> None:
    """What officers wrote for the meeting; nothing where they wrote nothing."""
    if not pack.words:
        return
    slide = parts.slide(deck, "What officers say to the committee")
    table = Table("What officers say", ("About", "What they say"), pack.words)
    rows = drawing.table(slide, table, BODY, _read_out(table))
    if rows < len(table.rows):
        _foot(slide, [f"The first {rows} of {len(table.rows)} rows."])
    _notes(slide, pack, _every(table))


def _question(deck: Deck, pack: Pack, place: int, asked: Asked) -> None:
    question, mark, rest = asked.text.partition("? ")
    slide = parts.slide(deck, f"{place}. {question}{mark.strip()}")
    if rest:
        parts.text(slide, [rest], ABOVE, Look((16, 14, 12, 10), ink=SOFT))
    parts.text(
        slide, asked.first(len(asked.rows)), BODY, Look((20, 18, 16, 14, 12), marks="bullets")
    )
    _notes(slide, pack, [asked.text, *asked.rows])


def _every(table: Table) -> list[str]:
    return [
        "; ".join(f"{head}: {cell}" for head, cell in zip(table.headings, row, strict=True))
        for row in table.rows
    ]


def _read_out(table: Table) -> str:
    """What a table is, for those who listen: its cells are read out when it is entered."""
    return f"{stopped(table.caption)} A table with the columns {listed(table.headings)}."
