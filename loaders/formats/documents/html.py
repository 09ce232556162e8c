"""The tables of a web page as grids: a saved page, an export called .xls, or what is pasted.

Excel, Word and browsers put a table on the clipboard in this form, with colours and merged cells.
"""

import re
from html.parser import HTMLParser

from loaders.formats import cannot, delimited
from loaders.formats.documents.laid import Part, TableCell, grid, joined
from loaders.formats.grid import Grid
from loaders.formats.limits import MAX_CELLS

_SKIPPED = {"script", "style", "head", "title"}
_STRUCK = {"s", "strike", "del"}
_BOLD = {"b", "strong", "th"}
_EMPTY = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}
_BLOCKS = {"p", "div", "li", "br"}
_NAMED = {"red": "FF0000", "green": "008000", "yellow": "FFFF00", "orange": "FFA500"} | {
    "lime": "00FF00",
    "blue": "0000FF",
    "grey": "808080",
    "gray": "808080",
    "black": "000000",
    "silver": "C0C0C0",
    "maroon": "800000",
    "navy": "000080",
    "purple": "800080",
    "teal": "008080",
    "olive": "808000",
    "aqua": "00FFFF",
    "cyan": "00FFFF",
    "fuchsia": "FF00FF",
    "gold": "FFD700",
    "limegreen": "32CD32",
    "lightgreen": "90EE90",
}
_CLASS = re.compile(r"\.([\w-]+)\s*\{([^}]*)\}")
_FILL = re.compile(r"background(?:-color)?\s*:\s*([^;]+)", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")


def grids(data: bytes, name: str) -> list[Grid]:
    """Each table of a page, those with the same headings joined. Raises ``CannotRead``."""
    text = delimited.decoded(data)
    reader = _Reader(name, dict(_CLASS.findall(text)))
    # On Windows' clipboard lines that count its bytes stand before the page.
    reader.feed(text[max(text.find("<"), 0) :])
    reader.close()
    parts = [part for part in reader.parts if any(c.text.strip() for r in part.rows for c in r)]
    if not parts:
        raise cannot.no_table(name, "web page")
    return [grid(name, group[0].places[0][0], group) for group in joined(parts)]


class _Reader(HTMLParser):
    """What the parser calls, tag by tag; nested tables are text of the cell they stand in."""

    def __init__(self, name: str, classes: dict[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.name, self.classes = name, classes
        self.parts: list[Part] = []
        self.above: list[str] = []
        self.line = ""
        self.depth = 0
        self.skipped = ""
        self.rows: list[list[TableCell]] = []
        self.cell: dict[str, str] | None = None
        self.text = ""
        self.letters = self.struck = self.bold = 0
        self.open: list[tuple[str, bool, bool]] = []
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag in _SKIPPED:
            self.skipped = self.skipped or tag
        elif tag == "table":
            self.depth += 1
            if self.depth == 1:
                self._end_line()
                self.rows = []
        elif self.depth == 1 and tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif self.depth == 1 and tag in ("td", "th"):
            self._end_cell()
            self.cell, self.text = given, ""
            self.letters = self.struck = self.bold = 0
        if tag in _BLOCKS:
            self._break()
        if self.cell is not None and tag not in _EMPTY:
            struck = tag in _STRUCK or "line-through" in self._style(given)
            self.open.append((tag, struck, tag in _BOLD))

    def handle_endtag(self, tag: str) -> None:
        if tag == self.skipped:
            self.skipped = ""
        elif tag == "table" and self.depth:
            self.depth -= 1
            if not self.depth:
                self._end_cell()
                self._end_table()
        elif self.depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag in _BLOCKS or tag in ("h1", "h2", "h3", "h4", "tr", "td"):
            self._break()
        if tag in {one for one, _, _ in self.open}:
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.skipped:
            return
        if self.cell is not None:
            count = len("".join(data.split()))
            self.letters += count
            self.struck += count * any(one for _, one, _ in self.open)
            self.bold += count * any(one for _, _, one in self.open)
            self.text += re.sub(r"[ \t\r\n]+", " ", data)
        elif not self.depth:
            self.line += data

    def _style(self, given: dict[str, str]) -> str:
        own = [self.classes.get(name, "") for name in given.get("class", "").split()]
        return ";".join([*own, given.get("style", "")])

    def _break(self) -> None:
        if self.cell is not None:
            self.text += "\n"
        elif not self.depth:
            self._end_line()

    def _end_line(self) -> None:
        line = " ".join(self.line.split())
        if line:
            self.above.append(line)
        self.line = ""

    def _end_cell(self) -> None:
        if self.cell is None:
            return
        given, self.cell, self.open = self.cell, None, []
        if not self.rows:
            self.rows.append([])
        style = self._style(given)
        bold = (self.letters > 0 and self.bold == self.letters) or bool(
            re.search(r"font-weight\s*:\s*(bold|[6-9]00)", style, re.IGNORECASE)
        )
        text = re.sub(r" *\n[ \n]*", "\n", self.text.replace("\xa0", " ")).strip()
        fill = _colour(given.get("bgcolor", "")) or _colour(_found(_FILL, style))
        struck = self.letters > 0 and self.struck == self.letters
        wide, high = _span(given.get("colspan", "")), _span(given.get("rowspan", ""))
        self.rows[-1].append(TableCell(text, wide, high, fill, struck, bold))
        self.cells += 1
        if self.cells > MAX_CELLS:
            raise cannot.too_many_cells(self.name, "", MAX_CELLS)

    def _end_table(self) -> None:
        number = len(self.parts) + 1
        places = [(f"Table {number}", at + 1) for at in range(len(self.rows))]
        if self.rows:
            self.parts.append(Part(self.rows, places, self.above))
        self.above = []

    def close(self) -> None:
        """The end of the page; a table that was cut off ends too."""
        super().close()
        if self.depth:
            self._end_cell()
            self._end_table()


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.findall(text)
    return found[-1].strip() if found else ""


def _colour(written: str) -> str:
    """A colour as "RRGGBB", "" for none and for white."""
    plain = written.strip().casefold()
    rgb = _RGB.match(plain)
    if rgb:
        plain = "".join(f"{min(int(part), 255):02x}" for part in rgb.groups())
    first = plain.split()[0].removeprefix("#") if plain else ""
    if len(first) == 3 and plain.startswith("#"):
        first = "".join(letter * 2 for letter in first)
    first = _NAMED.get(first, first)
    good = len(first) == 6 and all(letter in "0123456789abcdefABCDEF" for letter in first)
    return first.upper() if good and first.upper() != "FFFFFF" else ""


def _span(written: str) -> int:
    return max(int(written), 1) if written.isdigit() and len(written) < 6 else 1
