"""The text of a web page of minutes, a block a line: lists get their bullets and numbers back."""

from html.parser import HTMLParser

_SKIPPED = {"script", "style", "head", "title", "nav", "noscript", "template"}
_BLOCKS = {
    *("p", "div", "li", "br", "tr", "table", "ul", "ol", "section", "article", "header", "footer"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dd", "dt", "dl", "hr", "pre", "main"),
}
_CELLS = {"td", "th"}


def lines(page: str) -> list[str]:
    """The lines of a page's text; the cells of a table's row stand in one, with "|" between."""
    reader = _Reader()
    reader.feed(page[max(page.find("<"), 0) :])
    reader.close()
    reader.end()
    return reader.out


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.line = ""
        self.skipped = 0
        self.lists: list[tuple[str, int]] = []
        self.cells: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self.skipped += 1
        if tag == "tr":
            self.end()
            self.cells = []
        elif tag in _CELLS and self.cells is not None:
            self.line = ""
        elif tag in _BLOCKS:
            self.end()
        if tag in ("ul", "ol"):
            given = dict(attrs)
            start = given.get("start") or "1"
            kind = {"a": "a", "A": "a", "i": "i"}.get(given.get("type") or "", tag)
            self.lists.append((kind, int(start) if start.isdigit() and len(start) < 5 else 1))
        if tag == "li" and self.cells is None:
            self.line = self._bullet()

    def _bullet(self) -> str:
        kind, number = self.lists.pop() if self.lists else ("ul", 1)
        self.lists.append((kind, number + 1))
        indent = "  " * (len(self.lists) - 1)
        if kind == "ol":
            return f"{indent}{number}. "
        if kind in ("a", "i") and number <= 26:
            return (
                f"{indent}{chr(96 + number)}) " if kind == "a" else f"{indent}({_ROMANS[number]}) "
            )
        return f"{indent}• "

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self.skipped = max(self.skipped - 1, 0)
        if tag in _CELLS and self.cells is not None:
            self.cells.append(" ".join(self.line.split()))
            self.line = ""
        elif tag == "tr" and self.cells is not None:
            row, self.cells = self.cells, None
            self.out.append(f"| {' | '.join(row)} |" if len(row) > 1 else "".join(row))
            self.line = ""
        elif tag in _BLOCKS:
            self.end()
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.line += data.replace("\n", " ")

    def end(self) -> None:
        """A block ends: within a cell that is only a blank."""
        if self.cells is not None:
            self.line += " "
            return
        if self.line.strip():
            self.out.append(self.line.rstrip())
        self.line = ""


_ROMANS = (
    *("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"),
    *("xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi", "xxii", "xxiii", "xxiv", "xxv", "xxvi"),
)
