"""The styles of an OpenDocument sheet: which names mean a fill, bold, struck out or hidden."""

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Shown:
    """How a cell style looks; None where it says nothing and its parent decides."""

    fill: str | None = None
    bold: bool | None = None
    struck: bool | None = None


class OdsStyles:
    """Styles gathered as styles.xml and then content.xml stream past."""

    def __init__(self) -> None:
        self._own: dict[str, Shown] = {}
        self._parents: dict[str, str] = {}
        self._hidden_tables: set[str] = set()
        self._resolved: dict[str, Shown | None] = {}
        self._current = ""
        self._family = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element that stands outside every table."""
        if tag in ("style:style", "style:default-style"):
            self._family = attributes.get("style:family", "")
            self._current = attributes.get("style:name", "")
            if self._family == "table-cell" and self._current:
                self._own[self._current] = Shown()
                self._parents[self._current] = attributes.get("style:parent-style-name", "")
        elif not self._current:
            return
        elif tag == "style:table-properties" and attributes.get("table:display") == "false":
            self._hidden_tables.add(self._current)
        elif self._family == "table-cell" and tag == "style:table-cell-properties":
            self._fill(attributes.get("fo:background-color"))
        elif self._family == "table-cell" and tag == "style:text-properties":
            self._text(attributes)

    def end(self, tag: str) -> None:
        """The end of such an element."""
        if tag == "style:style":
            self._current = ""

    def hides(self, name: str) -> bool:
        """Whether a table's style hides the sheet."""
        return name in self._hidden_tables

    def cell(self, name: str) -> Shown | None:
        """How cells of a style look, its parents' part included; None when in no way special."""
        if name not in self._resolved:
            found, at, seen = Shown(), name, set[str]()
            while at in self._own and at not in seen:
                seen.add(at)
                own = self._own[at]
                found = Shown(
                    own.fill if found.fill is None else found.fill,
                    own.bold if found.bold is None else found.bold,
                    own.struck if found.struck is None else found.struck,
                )
                at = self._parents[at]
            special = found.fill or found.bold or found.struck
            self._resolved[name] = found if special else None
        return self._resolved[name]

    def _fill(self, colour: str | None) -> None:
        if colour is None:
            return
        fill = colour[1:].upper() if colour.startswith("#") and len(colour) == 7 else ""
        fill = "" if fill == "FFFFFF" else fill
        self._own[self._current] = replace(self._own[self._current], fill=fill)

    def _text(self, attributes: Mapping[str, str]) -> None:
        own = self._own[self._current]
        if weight := attributes.get("fo:font-weight"):
            own = replace(own, bold=weight == "bold" or (weight.isdigit() and int(weight) >= 600))
        if line := attributes.get("style:text-line-through-style"):
            own = replace(own, struck=line != "none")
        elif kind := attributes.get("style:text-line-through-type"):
            own = replace(own, struck=kind != "none")
        self._own[self._current] = own
