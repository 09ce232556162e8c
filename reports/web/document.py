"""The pack as one file for a browser: opens from a shared drive, with no network and no server."""

import json
from collections.abc import Collection
from html import escape
from typing import Literal

from plotly.offline import get_plotlyjs

from charts.draw import plain
from charts.spec import Chart
from charts.table import table
from reports.content.blocks import (
    COPIES,
    Block,
    Contents,
    Heading,
    NewPage,
    Pack,
    Paragraph,
    Picture,
    Points,
    Sheet,
    Table,
)
from reports.web.frame import SCRIPT, head
from workstreams import WORKSTREAMS

# Nothing may be fetched and nothing sent: what the page needs is in it.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
)

FITS_A_PHONE = 3
"""Columns that fit side by side on a phone; a table of more scrolls sideways there."""


def write(pack: Pack) -> bytes:
    """The page's bytes; the same pack gives the same bytes."""
    banner = f'<p class="banner">{escape(pack.banner)}</p>' if pack.banner else ""
    body = _Body(pack)
    title = escape(f"{pack.title}: committee pack")
    facts = "<br>".join(escape(f"{name}: {value}") for name, value in pack.facts)
    page = f"""{head(pack, title, POLICY)}
<a class="skip" href="#content">Skip to the content</a>
<header>{banner}
<h1>{escape(pack.title)}</h1>
<p>{escape(pack.council)}<br>For {escape(pack.committee)}, {pack.meeting.day} {pack.meeting:%B %Y}
<br>{COPIES[pack.audience]}. Data as at {pack.as_at.day} {pack.as_at:%B %Y}.</p>
</header>
<main id="content">
{_contents(pack)}
{body.all()}
</main>
<footer class="foot"><p>{facts}</p>{banner}</footer>
{body.data()}
{f"<script>{get_plotlyjs()}</script>{chr(10)}<script>{SCRIPT}</script>" if body.drawn else ""}
</body>
</html>
"""
    return page.encode("utf-8")


class _Body:
    """Blocks as HTML, and the figures that the script draws."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.drawn: list[Chart] = []
        self.parts = 0

    def all(self) -> str:
        """The blocks in order, each workstream's further charts after those of the documents.

        Where the documents hold none of them, they stand at the end of its part.
        """
        made = []
        shown = {picture.chart.key for picture in self.pack.pictures}
        last = {_strand(picture.chart): picture for picture in self.pack.pictures}
        left: list[Sheet] = []
        for block in self.pack.blocks:
            if isinstance(block, Heading) and block.level == 1:
                made += [self._figure(sheet) for sheet in left]
                left = self._without_a_picture(block.text, last)
            made.append(self._one(block))
            if isinstance(block, Picture) and last[_strand(block.chart)] is block:
                strand = _strand(block.chart)
                made += [
                    self._figure(sheet)
                    for sheet in self.pack.sheets
                    if _strand(sheet.chart) == strand and sheet.chart.key not in shown
                ]
        made += [self._figure(sheet) for sheet in left]
        return "\n".join(made)

    def _without_a_picture(self, heading: str, pictured: Collection[str]) -> list[Sheet]:
        """The charts of the workstream that a part is about, if the documents hold none of them."""
        keys = {one.key for one in WORKSTREAMS if one.title == heading and one.key not in pictured}
        return [sheet for sheet in self.pack.sheets if _strand(sheet.chart) in keys]

    def data(self) -> str:
        """The figures as data, out of reach of being read as markup."""
        return "\n".join(
            f'<script type="application/json" id="figure-{place}">{_figures(chart)}</script>'
            for place, chart in enumerate(self.drawn)
        )

    def _one(self, block: Block) -> str:
        match block:
            case Heading():
                level = block.level + 1
                place = f' id="{self._place()}"' if block.level == 1 else ""
                return f"<h{level}{place}>{escape(block.text)}</h{level}>"
            case Paragraph():
                kind = "" if block.style == "body" else f' class="{block.style}"'
                return f"<p{kind}>{escape(block.text)}</p>"
            case Points():
                kind = "ol" if block.numbered else "ul"
                return f"<{kind}>{''.join(f'<li>{escape(i)}</li>' for i in block.items)}</{kind}>"
            case Table():
                return _table(block)
            case Picture():
                sheet = next(s for s in self.pack.sheets if s.name == block.sheet)
                return self._figure(sheet)
            case NewPage() | Contents():
                # The contents of a page stand at its head.
                return ""

    def _place(self) -> str:
        """What the next part is linked to by."""
        self.parts += 1
        return f"part-{self.parts}"

    def _figure(self, sheet: Sheet) -> str:
        """A chart: its finding as a heading, the drawing, its notes and its table."""
        chart = sheet.chart
        self.drawn.append(chart)
        place = len(self.drawn) - 1
        cells = table(chart)
        rows = tuple(tuple(map(str, row)) for row in cells.itertuples(index=False, name=None))
        under = _table(Table(chart.subtitle, tuple(map(str, cells.columns)), rows))
        source = chart.source.removeprefix("Source: ")
        foot = [*chart.remarks, f"Source: {source}" if source else ""]
        notes = "<br>".join(escape(line) for line in foot if line)
        banner = f"<p><strong>{escape(chart.banner)}</strong></p>" if chart.banner else ""
        return f"""<figure>
{banner}<h3>{escape(chart.finding)}</h3><p class="small">{escape(chart.subtitle)}</p>
<div class="chart" role="img" aria-label="{escape(chart.alt)}" data-from="figure-{place}"></div>
<figcaption>{notes}</figcaption>
<details><summary>View chart as a table</summary>{under}</details>
</figure>"""


def _contents(pack: Pack) -> str:
    """The parts of the page, each a link; none where they are few."""
    found = next((block for block in pack.blocks if isinstance(block, Contents)), None)
    if found is None:
        return ""
    links = "".join(
        f'<li><a href="#part-{at}">{escape(title)}</a></li>'
        for at, title in enumerate(found.titles, 1)
    )
    return f'<nav aria-label="Contents"><h2>Contents</h2><ol>{links}</ol></nav>'


def _strand(chart: Chart) -> str:
    return chart.key.split(".", 1)[0]


def _figures(chart: Chart) -> str:
    """Both forms of a chart, for a wide page and for a narrow one."""
    forms: tuple[Literal["screen", "narrow"], ...] = ("screen", "narrow")
    made = {form: plain(chart, form, words=False) for form in forms}
    text = json.dumps(made, allow_nan=False, sort_keys=True)
    return text.replace("<", "\\u003c")


def _table(block: Table) -> str:
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in block.headings)
    rows = "\n".join(
        "<tr>" + f'<th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:]) + "</tr>"
        for row in block.rows
    )  # fmt: skip
    caption = escape(block.caption)
    wide = ' class="wide"' if len(block.headings) > FITS_A_PHONE else ""
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table{wide}>'
        f"<caption>{caption}</caption><thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody>"
        "</table></div>"
    )
