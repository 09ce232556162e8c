"""Where Word's pages end, as near as it can be told: which headings would be left at a foot.

Word keeps a heading with what follows it, but other programs that lay out its documents do not
always. So a heading that would be left alone is given its page break in the document itself.
"""

from collections.abc import Callable, Sequence

from charts.layout.text import lines
from reports.content.blocks import (
    CONTENTS,
    Block,
    Contents,
    Heading,
    NewPage,
    Paragraph,
    Picture,
    Points,
    Table,
    leads,
)

LINE = 1.15
"""A line of Arial over its type size, and again the space between lines of running text."""
BODY, CAPTION = 9.5, 9.5
TYPES = {"lead": 12.0, "finding": 11.0, "small": 9.0}
CELL, EDGE, BESIDE, AFTER = 3.6, 6.0, 6.0, 4.0
"""Points: above and below a cell, after a table, beside a cell's text, under a caption."""

High = Callable[[Picture], float]


def broken_before(
    blocks: Sequence[Block], width: float, height: float, down: float, high: High,
    heads: dict[int, tuple[int, int, int]], sizes: tuple[float, float],
) -> frozenset[int]:  # fmt: skip
    """The places of the headings that start a page.

    ``width`` and ``height`` are a page's room in points, ``down`` what is taken of the first one,
    ``high`` gives a picture's height, ``heads`` each level's type size and space before and after,
    ``sizes`` the type of a table and of a small one.
    """
    page = _Page(width, height, high, heads, sizes)
    page.down = down
    found = set()
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and page.down and not page.fits(blocks[place:]):
            found.add(place)
            page.down = 0.0
        page.add(block, blocks[place + 1] if place + 1 < len(blocks) else None)
    return frozenset(found)


class _Page:
    """How far down a page the blocks so far reach."""

    def __init__(
        self, width: float, height: float, high: High,
        heads: dict[int, tuple[int, int, int]], sizes: tuple[float, float],
    ) -> None:  # fmt: skip
        self.width, self.height = width, height
        self.high, self.heads, self.sizes = high, heads, sizes
        self.down = 0.0
        self.kept = 0.0
        """What goes over with the block that comes next."""

    def fits(self, blocks: Sequence[Block]) -> bool:
        """Whether the heading that comes first fits with all that has to stand under it."""
        taken = 0.0
        for block, after in zip(blocks, [*blocks[1:], None], strict=True):
            taken += self._least(block)
            if not isinstance(block, Heading) and not leads(block, after):
                break
        return self.down + taken <= self.height

    def add(self, block: Block, after: Block | None) -> None:
        """Go down by a block, over to the next page where it does not fit."""
        if leads(block, after):
            self.kept += self._high(block)
            return
        match block:
            case NewPage():
                self.down = 0.0
            case Table() if not block.stays_whole:
                head, *rows = self._rows(block)
                self._whole(self._caption(block.caption) + head + rows[0])
                for row in rows[1:]:
                    self.down = self.down + row if self._room(row) else head + row
                self.down += EDGE
            case Paragraph() | Points():
                self.down += self._high(block) + self.kept
                self.kept = 0.0
                if self.down > self.height:
                    self.down -= self.height
            case Picture():
                self._whole(self._high(block))
                self.down += AFTER
            case _:
                self._whole(self._high(block))

    def _room(self, more: float) -> bool:
        return self.down + more <= self.height

    def _whole(self, more: float) -> None:
        more += self.kept
        self.kept = 0.0
        self.down = self.down + more if self._room(more) else more

    def _least(self, block: Block) -> float:
        """What of a block has to stand under its heading."""
        if isinstance(block, Table) and not block.stays_whole:
            head, first, *_ = self._rows(block)
            return self._caption(block.caption) + head + first
        if isinstance(block, Points):
            return self._text(block.items[0], BODY)
        return self._high(block)

    def _high(self, block: Block) -> float:
        match block:
            case Heading():
                size, before, after = self.heads[block.level]
                return before + after + self._text(block.text, size, bold=True)
            case Paragraph():
                bold = block.style in ("lead", "finding")
                return self._text(block.text, TYPES.get(block.style, BODY), bold=bold) + 6
            case Points():
                return sum(self._text(item, BODY) + 4 for item in block.items)
            case Table():
                return self._caption(block.caption) + sum(self._rows(block)) + EDGE
            case Picture():
                # The space under it is never more than that over the heading that follows.
                return self.high(block) + self._caption(block.caption) - AFTER
            case Contents():
                return (len(block.titles) + 1) * self._text(CONTENTS, BODY) + 6
            case NewPage():
                return 0.0

    def _text(self, text: str, size: float, *, bold: bool = False) -> float:
        return len(lines(text, self.width, size, bold=bold)) * size * LINE * LINE

    def _caption(self, text: str) -> float:
        return len(lines(f"Figure 00. {text}", self.width, CAPTION)) * CAPTION * LINE + AFTER

    def _rows(self, block: Table) -> list[float]:
        size = self.sizes[block.small]
        wides = [share * self.width - BESIDE for share in block.shares]
        made = []
        for row in (block.headings, *block.rows):
            bold = row is block.headings
            cells = zip(row, wides, strict=True)
            most = max(len(lines(text, wide, size, bold=bold)) for text, wide in cells)
            made.append(most * size * LINE + CELL)
        return made
