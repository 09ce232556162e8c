"""Which of a workbook's cell styles say something: a fill, bold, struck out, a number's format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from loaders.formats.colours import INDEXED, colour, theme
from loaders.formats.number_format import BUILT_IN, shown_as
from loaders.formats.parts import Parts, local


@dataclass(frozen=True)
class Styles:
    """The numbers of the cell styles (a cell's ``s``) that carry a look."""

    fills: Mapping[int, str] = field(default_factory=dict)
    struck: frozenset[int] = frozenset()
    bold: frozenset[int] = frozenset()
    numbers: Mapping[int, str] = field(default_factory=dict)
    """The format of each style that shows a number in a way of its own."""

    @property
    def looks(self) -> frozenset[int]:
        """Every style that carries a look."""
        return self.struck | self.bold | self.fills.keys()


def styles(parts: Parts, styles_part: str, theme_part: str) -> Styles:
    """The telling styles of a workbook; none where it has no styles part."""
    root = parts.xml(styles_part, needed=False)
    if root is None:
        return Styles()
    themed = theme(parts.xml(theme_part, needed=False))
    sections = {local(section): list(section) for section in root}
    indexed = _indexed(sections.get("colors", [])) or INDEXED
    fills = [_fill(fill, themed, indexed) for fill in sections.get("fills", [])]
    struck = [_on(font, "strike") for font in sections.get("fonts", [])]
    bold = [_on(font, "b") for font in sections.get("fonts", [])]
    formats = [(_number(xf, "fillId"), _number(xf, "fontId")) for xf in sections.get("cellXfs", [])]
    codes = BUILT_IN | {
        _number(own, "numFmtId"): own.get("formatCode", "") for own in sections.get("numFmts", [])
    }
    numbers = [codes.get(_number(xf, "numFmtId"), "") for xf in sections.get("cellXfs", [])]
    return Styles(
        {
            n: fills[fill]
            for n, (fill, _) in enumerate(formats)
            if fill < len(fills) and fills[fill]
        },
        frozenset(n for n, (_, font) in enumerate(formats) if font < len(struck) and struck[font]),
        frozenset(n for n, (_, font) in enumerate(formats) if font < len(bold) and bold[font]),
        {n: code for n, code in enumerate(numbers) if shows_numbers(code)},
    )


def shows_numbers(code: str) -> bool:
    """Whether a format shows any number otherwise than as it is: dates and text never do."""
    return any(shown_as(number, code) is not None for number in (1.5, -1.5, 0.0))


def _fill(fill: Element, themed: tuple[str, ...], indexed: tuple[str, ...]) -> str:
    """The colour that a fill shows: of a pattern its own colour, of a gradient the first."""
    for inner in fill:
        if local(inner) == "gradientFill":
            stops = [part for stop in inner for part in stop if local(part) == "color"]
            found = colour(stops[0] if stops else None, themed, indexed)
        elif inner.get("patternType", "none") in ("none", "gray125", "gray0625"):
            # Excel writes the two greys in every workbook; nobody chose them.
            found = ""
        else:
            shown = {local(part): part for part in inner}
            found = colour(shown.get("fgColor"), themed, indexed)
        return "" if found == "FFFFFF" else found
    return ""


def _indexed(colours: list[Element]) -> tuple[str, ...]:
    """A palette of the workbook's own, "" where it keeps none."""
    own = [rgb for part in colours if local(part) == "indexedColors" for rgb in part]
    return tuple((rgb.get("rgb") or "000000")[-6:].upper() for rgb in own)


def _on(font: Element, name: str) -> bool:
    return any(
        local(part) == name and part.get("val", "1") not in ("0", "false", "off") for part in font
    )


def _number(element: Element, name: str) -> int:
    value = element.get(name, "0")
    return int(value) if value.isdigit() else 0
