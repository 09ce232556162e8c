"""A number as its cell shows it: Excel's number formats followed (ECMA-376 part 1, 18.8.30)."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from math import isfinite

_PLAIN, _PENCE = "#,##0;-#,##0", "#,##0.00;-#,##0.00"
_POUNDS, _POUNDS_PENCE = "£#,##0;-£#,##0", "£#,##0.00;-£#,##0.00"
BUILT_IN = (
    {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
    | {5: _POUNDS, 6: _POUNDS, 7: _POUNDS_PENCE, 8: _POUNDS_PENCE}
    | {37: _PLAIN, 38: _PLAIN, 39: _PENCE, 40: _PENCE}
    | {41: f"{_PLAIN};-", 42: f"{_POUNDS};-", 43: f"{_PENCE};-", 44: f"{_POUNDS_PENCE};-"}
)
"""The formats that a workbook names by number alone, as Excel in Britain shows them."""
_LARGEST = 1e15
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|([0#?]|[.,%])|(.)', re.DOTALL)
_NOT_FOLLOWED = frozenset("dmyhsgeb@/")
"""Letters of dates, exponents, text and fractions: such a cell is left as the number it holds."""
_FOR_NUMBERS = 3
"""A format's sections for numbers: above zero, below it, zero. A fourth is for text."""
_COLOURS = re.compile(r"(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)$", re.I)


class Formatted(float):
    """A number with the text that its cell shows for it: 1.1 as "1.10", 7 as "007".

    It counts, compares and adds up as the number it is. ``percent`` says that the text is a
    percentage; the number is then a share of 1, however the file kept it.
    """

    __slots__ = ("percent", "text")
    text: str
    percent: bool

    def __new__(cls, value: float, text: str, percent: bool = False) -> "Formatted":
        """The number, its text, and whether that is a percentage."""
        made = super().__new__(cls, value)
        made.text = text
        made.percent = percent
        return made

    def __getnewargs__(self) -> tuple[float, str, bool]:  # type: ignore[override]
        return float(self), self.text, self.percent


def unformatted(value: float) -> str:
    """A number as a cell without a format of its own shows it: 12, 36.5."""
    whole = isinstance(value, int) or value.is_integer()
    return str(int(value)) if whole and abs(value) < _LARGEST else f"{value:.10g}"


def formatted(value: float, code: str) -> float:
    """The number with what its cell shows, where the format makes that differ."""
    text = shown_as(value, code)
    return value if text is None else with_text(value, text)


def with_text(value: float, text: str) -> float:
    """The number with the text that is shown for it, where that is not the plain number."""
    if text == unformatted(value):
        return value
    percent = text.endswith("%")
    # A format may put a sign behind 88 instead of multiplying 0.88: both show 88%.
    typed = _digits(text) if percent else None
    points = typed is not None and abs(typed - value) < abs(typed - value * 100)
    return Formatted(value / 100 if points else value, text, percent)


def _digits(text: str) -> float | None:
    try:
        return float(text.rstrip("% ").replace(",", "").replace("−", "-"))
    except ValueError:
        return None


@dataclass(frozen=True)
class _Section:
    """One part of a format: what stands around and between the places of digits.

    ``whole`` and ``decimals`` hold a "0", "#" or "?" for each digit, and the literal text between
    them as longer or other strings.
    """

    whole: tuple[tuple[bool, str], ...]
    decimals: tuple[tuple[bool, str], ...]
    point: bool
    grouped: bool
    scale: int

    @property
    def places(self) -> int:
        """How many decimals are shown at most."""
        return sum(digit for digit, _ in self.decimals)


@lru_cache(maxsize=65536)
def shown_as(value: float, code: str) -> str | None:
    """What a cell of this format shows; None where the format is not one of plain numbers."""
    if not isfinite(value) or abs(value) >= _LARGEST:
        return None
    sections = _sections(code)
    if not sections:
        return None
    signed = len(sections) == 1
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section = sections[1]
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    if section is None:
        return None
    text = _rendered(abs(value), section)
    if text is None or not text.strip():
        # A format that hides a number does not take it out of the file.
        return None
    # A number that rounds to nothing shows no sign: "0.0", not "-0.0".
    minus = "-" if signed and value < 0 and any(c in "123456789" for c in text) else ""
    return minus + " ".join(text.split())


@lru_cache(maxsize=4096)
def _sections(code: str) -> tuple[_Section | None, ...]:
    """The sections of a format for positive numbers, negative ones and zero."""
    parts: list[list[tuple[str, bool]]] = [[]]
    for found in _TOKEN.finditer(code):
        quoted, escaped, bracketed, place, other = found.groups()
        if other == ";":
            if len(parts) == _FOR_NUMBERS:
                break
            parts.append([])
        elif place:
            parts[-1].append((place, True))
        elif quoted is not None or escaped:
            parts[-1].append((quoted if quoted is not None else escaped, False))
        elif bracketed is not None:
            if bracketed.startswith("$"):
                parts[-1].append((bracketed[1:].split("-")[0], False))
            elif not _COLOURS.match(bracketed):
                return ()  # a condition, or hours that count beyond a day
        elif other:
            if other.casefold() in _NOT_FOLLOWED:
                return ()
            parts[-1].append((other, False))
    return tuple(_section(tokens) for tokens in parts)


def _section(tokens: list[tuple[str, bool]]) -> _Section | None:
    """One section from its tokens, each a text and whether it is a mark of the format."""
    if not tokens:
        return None
    digits = [at for at, (text, mark) in enumerate(tokens) if mark and text in "0#?"]
    points = [at for at, token in enumerate(tokens) if token == (".", True)]
    point = points[0] if points else len(tokens)
    last = max((at for at in digits if at < point), default=-1)
    scale = 0
    grouped = False
    whole: list[tuple[bool, str]] = []
    decimals: list[tuple[bool, str]] = []
    for at, (text, mark) in enumerate(tokens):
        side = whole if at < point else decimals
        if mark and text == ",":
            if at > last >= 0 and (at < point or at > max(digits)):
                scale += 1
            else:
                grouped = True
        elif mark and text == ".":
            if at != point:
                side.append((False, text))
        elif mark and text == "%":
            scale -= 100
            side.append((False, "%"))
        else:
            side.append((mark, text))
    return _Section(tuple(whole), tuple(decimals), bool(points), grouped, scale)


def _rendered(value: float, section: _Section) -> str | None:
    thousands, hundreds = section.scale % 100, -(section.scale // 100)
    try:
        number = Decimal(repr(value)) * 100**hundreds / 1000**thousands
        number = number.quantize(Decimal(1).scaleb(-section.places), ROUND_HALF_UP)
    except InvalidOperation:
        return None
    whole, _, decimals = f"{number:f}".partition(".")
    if not any(digit for digit, _ in (*section.whole, *section.decimals)):
        return "".join(text for _, text in (*section.whole, *section.decimals))
    point = "." if section.point else ""
    return _whole(whole.lstrip("0"), section) + point + _decimals(decimals, section)


def _whole(digits: str, section: _Section) -> str:
    """The digits before the point, put into their places from the right."""
    out: list[str] = []
    left, done = len(digits), 0
    first = next((at for at, (digit, _) in enumerate(section.whole) if digit), -1)

    def put(digit: str) -> None:
        nonlocal done
        if section.grouped and done and done % 3 == 0:
            out.append(",")
        out.append(digit)
        done += 1

    for at in range(len(section.whole) - 1, -1, -1):
        is_place, text = section.whole[at]
        if not is_place:
            out.append(text[::-1])
            continue
        if left:
            left -= 1
            put(digits[left])
        elif text == "0":
            put("0")
        if at == first:
            while left:
                left -= 1
                put(digits[left])
    if first < 0 and digits:
        # A format that begins at its point (".00") shows what stands before it all the same.
        out.extend(digits[::-1])
    return "".join(out)[::-1]


def _decimals(digits: str, section: _Section) -> str:
    """The digits behind the point; one that is shown only where it counts may be left out."""
    needed = len(digits.rstrip("0"))
    out, at = "", 0
    for is_place, text in section.decimals:
        if not is_place:
            out += text
            continue
        if text == "0" or at < needed:
            out += digits[at]
        at += 1
    return out
