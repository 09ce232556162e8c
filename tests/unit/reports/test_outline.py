"""The outline of a pack, kept as text: what it says, in which order, whatever the figures are.

To keep a change made on purpose, run this file with KEEP_OUTLINE=1 in the environment.
"""

import os
import re
from pathlib import Path

import pytest

from reports.content.blocks import (
    Block,
    Contents,
    Heading,
    NewPage,
    Paragraph,
    Picture,
    Points,
    Table,
)
from tests.made.packs import made

FOLDER = Path(__file__).parent / "outlines"


def line(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {numberless(block.text)}"
        case Paragraph():
            return f"{block.style} paragraph"
        case Points():
            return "numbered points" if block.numbered else "points"
        case Table():
            return f"table: {' | '.join(numberless(heading) for heading in block.headings)}"
        case Picture():
            alt = "finding, subtitle" if block.alt == block.chart.alt else "finding, figures"
            return f"picture: {block.chart.key}; alt text: {alt}"
        case Contents():
            return f"contents: {len(block.titles)}"
        case NewPage():
            return "new page"


def numberless(text: str) -> str:
    return re.sub(r"\d+\s[A-Z][a-z]+\s\d{4}", "DATE", re.sub(r": (\d+|none)$", ": N", text))


@pytest.mark.parametrize("audience", ["public", "members"])
@pytest.mark.parametrize("place", [0, 1], ids=["legal_team", "section_20"])
def test_a_pack_keeps_its_outline(place, audience):
    outline = "\n".join(line(block) for block in made(place, audience).blocks) + "\n"
    kept = FOLDER / f"{'section_20' if place else 'legal_team'}_{audience}.txt"
    if os.environ.get("KEEP_OUTLINE"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(outline, encoding="utf-8")
    assert outline == kept.read_text(encoding="utf-8")
