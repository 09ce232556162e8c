"""Every form of a pack, as files in memory: name to bytes."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Literal

from charts.draw import Width
from charts.picture.ahead import Ahead
from charts.spec import Chart
from reports.captioned import SIZE
from reports.content import made_from
from reports.content.blocks import Pack
from reports.excel import document as excel
from reports.pdf import brief as one_side
from reports.pdf import document as pdf
from reports.pictures import UNDRAWN, Drawings, Progress, drawn, quiet
from reports.slides import document as slides
from reports.web import brief as for_a_phone
from reports.web import document as html
from reports.word import document as word
from reports.word import filled
from reports.word.filled import places_of
from reports.zipped import zipped

Form = Literal[
    "word", "pdf", "pictures", "excel", "html", "brief", "phone", "slide", "deck", "summary"
]
FORMS: tuple[Form, ...] = (
    "word",
    "pdf",
    "pictures",
    "excel",
    "html",
    "brief",
    "phone",
    "slide",
    "deck",
    "summary",
)
SIZES: tuple[Width, ...] = ("report", "wide")


def files(
    pack: Pack,
    forms: Sequence[Form] = FORMS,
    *,
    template: bytes = b"",
    progress: Progress = quiet,
    browser: Ahead | None = None,
) -> dict[str, bytes]:
    """The files of a pack, by name; pictures stand in a folder of their own.

    Where there is no browser the documents hold findings and tables, and say why; a line of text
    stands in for the folder of pictures.
    """
    charts = wanted(pack, forms)
    drawings = drawn(charts, lambda share, doing: progress(share * 0.9, doing), browser)
    return written(pack, forms, drawings, template=template, progress=progress)


def written(
    pack: Pack,
    forms: Sequence[Form],
    drawings: Drawings,
    *,
    template: bytes = b"",
    progress: Progress = quiet,
) -> dict[str, bytes]:
    """The same files, of pictures that are drawn already."""
    writers: dict[Form, Callable[[], dict[str, bytes]]] = {
        "word": lambda: {pack.named("report.docx"): report(pack, drawings, template)},
        "pdf": lambda: {pack.named("report.pdf"): pdf.write(pack, drawings)},
        "excel": lambda: {pack.named("data.xlsx"): excel.write(pack)},
        "html": lambda: {pack.named("report.html"): html.write(pack)},
        "pictures": lambda: pictures(pack, drawings),
        "brief": lambda: {pack.named("chairs-brief.pdf"): one_side.write(pack)},
        "phone": lambda: {pack.named("chairs-brief.html"): for_a_phone.write(pack)},
        "slide": lambda: {pack.named("chairs-brief.pptx"): slides.one(pack)},
        "deck": lambda: {pack.named("slides.pptx"): slides.write(pack)},
        "summary": lambda: summary(pack, template),
    }
    made: dict[str, bytes] = {}
    for place, form in enumerate(form for form in FORMS if form in forms):
        progress(0.9 + 0.1 * place / len(forms), f"Writing the {NAMES[form]}")
        made |= writers[form]()
    progress(1.0, "Done")
    return made


NAMES: dict[Form, str] = {
    "word": "Word document",
    "pdf": "PDF",
    "pictures": "folder of pictures",
    "excel": "workbook of data",
    "html": "page for a browser",
    "brief": "chair’s brief (one page)",
    "phone": "chair’s brief for a phone",
    "slide": "chair’s brief as a slide",
    "deck": "deck of slides",
    "summary": "summary of one page, by itself",
}
"""What each form is called on screen."""


def report(pack: Pack, drawings: Drawings, template: bytes) -> bytes:
    """The pack in Word: in the places of a council's template, where it has any, else as ours."""
    if template and places_of(template):
        return filled.write(pack, drawings, template)
    return word.write(pack, drawings, template)


def summary(pack: Pack, template: bytes) -> dict[str, bytes]:
    """The summary as files of its own: Word, PDF and a page; none where it was not chosen."""
    alone = pack.summary
    if not alone.blocks:
        return {}
    return {
        pack.named("summary.docx"): word.write(alone, UNDRAWN, template),
        pack.named("summary.pdf"): pdf.write(alone, UNDRAWN),
        pack.named("summary.html"): html.write(alone),
    }


def in_one(pack: Pack, made: Mapping[str, bytes]) -> tuple[str, bytes]:
    """The name and the bytes of one zip with all that was made."""
    return pack.named("pack.zip"), zipped(made, pack.known_at)


def browser_for(forms: Sequence[Form]) -> AbstractContextManager[Ahead | None]:
    """A browser for forms with pictures, to start before the pack is made; else none."""
    return Ahead() if {"word", "pdf", "pictures"} & set(forms) else nullcontext()


def wanted(pack: Pack, forms: Sequence[Form]) -> list[tuple[Chart, Width]]:
    """The charts to draw for these forms, each at the sizes they use."""
    made: list[tuple[Chart, Width]] = []
    if "word" in forms or "pdf" in forms:
        made += [(picture.chart, SIZE) for picture in pack.pictures]
    if "pictures" in forms:
        made += [(sheet.chart, size) for sheet in pack.sheets for size in SIZES]
    return made


def pictures(pack: Pack, drawings: Drawings) -> dict[str, bytes]:
    """Each chart as PNG and SVG, for a report and for a slide, its alt text, and what it is of."""
    folder = pack.named("pictures")
    if drawings.missing:
        return {f"{folder}/No pictures.txt": f"{drawings.missing}\n".encode()}
    made = {f"{folder}/{made_from.FILE}": made_from.file(pack)}
    for sheet in pack.sheets:
        name = f"{folder}/{sheet.name.replace(' ', '_')}"
        made[f"{name}.txt"] = f"{sheet.chart.alt}\n{made_from.sentence(pack)}\n".encode()
        for size in SIZES:
            drawing = drawings.get(sheet.chart.key, size)
            if drawing is not None:
                made[f"{name}_{size}.png"] = made_from.in_png(drawing.png, pack)
                made[f"{name}_{size}.svg"] = made_from.in_svg(drawing.svg, pack)
    return made
