"""Reads a page for a browser: its words, attributes, comments, tables and embedded figures."""

import base64
import binascii
import json
import re
from html.parser import HTMLParser

from plotly.offline import get_plotlyjs

from tests.attacker import figures
from tests.attacker.held import Grid, Held, held, together

PACKED = re.compile(r"base64,([A-Za-z0-9+/=]{8,})")
HEADINGS = {"h1", "h2", "h3", "h4"}
WORDS = HEADINGS | {"p", "li", "caption", "summary", "figcaption", "title", "td", "th"}


def read(data: bytes) -> Held:
    """All of a page but Plotly's own program, which is the same in every page."""
    text = data.decode("utf-8").replace(get_plotlyjs(), "")
    page = _Page()
    page.feed(text)
    drawn = [
        figures.read(found, page.about.get(name, ""))
        for name, told in page.data.items()
        for found in _figures(told)
    ]
    return together([held([*page.said, *packed(text)], page.grids), *drawn])


def packed(text: str) -> list[str]:
    """What is embedded as base64, as text."""
    found = []
    for run in PACKED.findall(text):
        try:
            found.append(base64.b64decode(run, validate=True).decode("utf-8", "replace"))
        except binascii.Error:
            found.append(run)
    return found


def _figures(told: str) -> list[dict[str, object]]:
    """The figures in a piece of JSON, which may hold one or several by name."""
    value = json.loads(told)
    inner = list(value.values()) if isinstance(value, dict) else list(value)
    return [one for one in (value, *inner) if isinstance(one, dict) and "data" in one]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.grids: list[Grid] = []
        self.data: dict[str, str] = {}
        self.about: dict[str, str] = {}
        self._rows: list[list[str]] = []
        self._caption = self._heading = ""
        self._inside: list[list[str]] = []
        self._data_of = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.said += [*given.values(), *(given.keys())]
        if given.get("data-from"):
            self.about[given["data-from"]] = given.get("aria-label", "")
        if tag == "script" and "json" in given.get("type", ""):
            self._data_of = given.get("id", "")
        if tag == "table":
            self._rows, self._caption = [], ""
        if tag == "tr":
            self._rows.append([])
        if tag in WORDS:
            self._inside.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in WORDS and self._inside:
            text = " ".join(self._inside.pop())
            self.said.append(text)
            if tag in ("td", "th") and self._rows:
                self._rows[-1].append(text)
            if tag == "caption":
                self._caption = text
            if tag in HEADINGS:
                self._heading = text
        if tag == "table":
            self.grids.append(
                Grid(f"{self._heading} {self._caption}", tuple(map(tuple, self._rows)))
            )
        if tag == "script":
            self._data_of = ""

    def handle_data(self, data: str) -> None:
        if self._data_of:
            self.data[self._data_of] = self.data.get(self._data_of, "") + data
            return
        self.said.append(data)
        for inside in self._inside:
            inside.append(data)

    def handle_comment(self, data: str) -> None:
        self.said.append(data)
