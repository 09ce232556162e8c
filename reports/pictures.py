"""The charts of a pack as drawings and pictures, all in one open browser."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from charts.draw import Width
from charts.picture.ahead import Ahead
from charts.picture.export import NoBrowser, NotDrawn
from charts.spec import Chart
from charts.theme import SIZES
from reports.typeset import png

Progress = Callable[[float, str], None]
"""Told how much is done, from 0 to 1, and what is being done."""


@dataclass(frozen=True)
class Drawing:
    """One chart at one size: as an SVG, and as a PNG of twice its reading size."""

    svg: bytes
    png: bytes


@dataclass(frozen=True)
class Drawings:
    """The drawings of a pack by chart key and size; none, and why, where there is no browser."""

    made: dict[tuple[str, Width], Drawing] = field(default_factory=dict)
    missing: str = ""

    def get(self, key: str, size: Width) -> Drawing | None:
        """The drawing of a chart, or None."""
        return self.made.get((key, size))


UNDRAWN = Drawings()
"""For a document in which there is no picture, so that no browser is needed."""


def quiet(share: float, doing: str) -> None:
    """Progress that nobody follows."""


def drawn(
    wanted: Sequence[tuple[Chart, Width]],
    progress: Progress = quiet,
    browser: Ahead | None = None,
) -> Drawings:
    """Draw charts, each at a size, in a browser that has begun to start or else in a new one.

    The browser draws the next two while the last is turned into dots, which needs no browser.
    """
    if not wanted:
        return Drawings()
    if browser is None:
        with Ahead() as browser:
            return drawn(wanted, progress, browser)
    try:
        pictures = browser.ready()
        with ThreadPoolExecutor(max_workers=1) as pool:
            begun = [(chart, size, pictures.begin(chart, size)) for chart, size in wanted]
            done: list[tuple[str, Width, bytes, Future[bytes]]] = []
            for place, (chart, size, later) in enumerate(begun, 1):
                svg = later.result()
                done.append((chart.key, size, svg, pool.submit(in_dots, svg, size)))
                progress(place / len(begun), f"Drawing picture {place} of {len(begun)}")
            return Drawings({(k, s): Drawing(svg, dots.result()) for k, s, svg, dots in done})
    except (NoBrowser, NotDrawn) as why:
        return Drawings(missing=str(why))


def in_dots(svg: bytes, size: Width) -> bytes:
    """A drawing as a PNG, so many pixels wide as its size is exported at."""
    head = svg[: svg.index(b">")].decode("utf-8")
    wide = float(head.split('width="', 1)[1].split('"', 1)[0])
    return png(svg, SIZES[size].pixels, wide)
