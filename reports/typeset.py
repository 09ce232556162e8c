"""The one call to typst: files in memory to bytes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import typst


def typeset(files: Mapping[str, bytes], **options: Any) -> bytes:
    """Typeset ``main.typ`` among the files; ``options`` are typst's own.

    No path of the machine is read: what the page shows is among the files.
    """
    made = typst.compile(dict(files), **options)
    if not isinstance(made, bytes):
        raise TypeError("one page was expected, and there are several")
    return made


def families() -> list[str]:
    """The typefaces on this machine."""
    return list(typst.Fonts(include_embedded_fonts=False).families())


def pages(files: Mapping[str, bytes], dots: float) -> list[bytes]:
    """Every page as a picture of so many dots to the inch."""
    options: dict[str, Any] = {"format": "png", "ppi": dots}
    made = typst.compile(dict(files), **options)
    return [made] if isinstance(made, bytes) else [bytes(page) for page in made]


def count(files: Mapping[str, bytes]) -> int:
    """How many pages there are."""
    return len(pages(files, 8))


def pdf(files: Mapping[str, bytes], at: datetime) -> bytes:
    """A tagged, accessible PDF (PDF/UA-1), dated ``at`` whenever it is made."""
    return typeset(files, format="pdf", pdf_standards=["ua-1"], timestamp=at.replace(microsecond=0))


def png(svg: bytes, pixels: int, wide: float) -> bytes:
    """A drawing ``wide`` units across as a picture of so many pixels."""
    page = b'#set page(width: auto, height: auto, margin: 0pt)\n#image("chart.svg", alt: "chart")\n'
    # An SVG's unit is three quarters of a point.
    return typeset({"main.typ": page, "chart.svg": svg}, format="png", ppi=pixels / wide * 96)
