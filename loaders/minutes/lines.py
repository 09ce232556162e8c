"""The lines of minutes: what each is numbered or bulleted with, and its cells where it is a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Numbering = str
"""How a list is numbered: "bullet", "digit", "letter", "roman", "dotted", or "" for no list."""

_BULLET = re.compile(r"(?:[•·●○◦▪■□‣⁃➢►*§\uf0b7\uf0a7\uf0d8–—-]|o(?=\s{2}|\t))\s+(?=\S)")
_TASK = re.compile(r"\[(?P<tick>[ xX✓✔])\]\s+(?=\S)")
"""The box before a task in a list: ticked it is done, and no item."""
_INSET = re.compile(r"o\s+(?=\S)")
"""A bullet that is a letter, where the line stands in."""
_LABEL = re.compile(
    r"(?P<label>\((?:[a-zA-Z]|[ivx]{1,5}|\d{1,3})\)|(?:[a-zA-Z]|[ivx]{1,5}|\d{1,3})\)"
    r"|\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}[.:]|(?:[a-z]|[ivx]{1,5}|[IVX]{1,5})\.|\d{1,3}(?=\s{2}|\t))"
    r"(?:\s+(?![ap]\.?m\b)|(?=[A-Z][a-z]))(?=\S)"
)
MINUTE_NUMBER = re.compile(r"^(?:[A-Z]{1,5}[./]?)?\d+(?:[./]\d+)+\s+")
"""A minute's own number, of parts: "26/22", "AM22/01"."""
_DEBRIS = re.compile(r"</?AI\d+>|</?TRAILER_SECTION>|\bpdf icon PDF [\d.]+ [KM]B", re.IGNORECASE)
_LOOKS = re.compile(r"\*\*|__(?=\S)|(?<=\S)__|^#{1,6}\s+|(?<![\w*])\*(?=\w)|(?<=[\w.:])\*(?!\w)")
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True)
class Line:
    """One line: ``text`` is without its bullet and ``label``; ``cells`` are those of a table's row.

    ``number`` counts from 1; ``indent`` is how far the line stands in, in letters.
    """

    number: int
    text: str
    label: str = ""
    numbering: Numbering = ""
    indent: int = 0
    cells: tuple[str, ...] = ()
    whole: str = ""


def lines(written: Sequence[str]) -> list[Line]:
    """The lines that hold anything, in their order."""
    return [line for number, text in enumerate(written, 1) for line in _line(number, text)]


def _line(number: int, written: str) -> Iterator[Line]:
    plain = written.replace("\xa0", " ").replace("\u200b", "").replace("\ufeff", "")
    plain = _LOOKS.sub("", _DEBRIS.sub("", plain).rstrip())
    indent = len(plain) - len(plain.lstrip(" \t"))
    plain = plain.strip()
    cells = row(plain)
    if cells:
        if not all(set(cell) <= set("-: ") for cell in cells):
            yield Line(number, " ".join(filter(None, cells)), cells=cells, whole=plain)
        return
    numbering = ""
    rest = plain
    if found := _BULLET.match(rest) or (_INSET.match(rest) if indent else None):
        numbering, rest = "bullet", rest[found.end() :]
    if found := _TASK.match(rest):
        if found["tick"].strip():
            return
        rest = rest[found.end() :]
    label = ""
    if found := _LABEL.match(rest):
        label, rest = found["label"], rest[found.end() :]
        numbering = kind_of(label)
    text = squeezed(rest)
    if text and any(letter.isalnum() for letter in text):
        yield Line(number, text, label, numbering, indent, whole=squeezed(plain))


def row(plain: str) -> tuple[str, ...]:
    """The cells of a line that is a row, between upright strokes or tabs; () for any other."""
    if plain.count("|") >= 2 or (plain.count(" | ") == 1 and len(plain) < 200):
        return tuple(squeezed(cell) for cell in plain.strip().strip("|").split("|"))
    if "\t" in plain:
        cells = [squeezed(cell) for cell in plain.split("\t")]
        lead = _BULLET.match(f"{cells[0]} x") or _LABEL.match(f"{cells[0]} X")
        if len(cells) >= 3 or (len(cells) == 2 and not lead and all(cells)):
            return tuple(cells)
    return ()


def squeezed(text: str) -> str:
    """Text with every run of blanks as one space."""
    return " ".join(text.split())


def kind_of(label: str) -> Numbering:
    """How a list with this label is numbered."""
    inner = label.strip("().:")
    if "." in inner:
        return "dotted"
    if inner.isdigit():
        return "digit"
    return "roman" if len(inner) > 1 or inner.casefold() in ("i", "v", "x") else "letter"


def follows(label: str, before: str) -> bool:
    """Whether a label is the next one of a list: "b)" after "a)", "(iv)" after "(iii)"."""
    one, other = label.strip("().:"), before.strip("().:")
    if "." in one or "." in other:
        return one.rpartition(".")[0] == other.rpartition(".")[0] and one != other
    if one.isdigit() and other.isdigit():
        return int(one) == int(other) + 1
    if len(one) == 1 and len(other) == 1 and ord(one) == ord(other) + 1:
        return True
    return 0 < _roman(other.casefold()) == _roman(one.casefold()) - 1


def _roman(text: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in text]
    if not all(values):
        return 0
    return sum(
        -value if any(later > value for later in values[at + 1 : at + 2]) else value
        for at, value in enumerate(values)
    )


_ENUMERATED = re.compile(r"(?:(?<=\s)|^)(\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|\d{1,2})\))\s*")


def enumerated(text: str) -> list[tuple[str, str]]:
    """A sentence's own list, "(i) … ; and (ii) …", as labels and texts; [("", text)] for none."""
    marks: list[re.Match[str]] = []
    for found in _ENUMERATED.finditer(text):
        first = found[1].strip("()") in ("a", "i", "1")
        if (not marks and first) or (marks and follows(found[1], marks[-1][1])):
            marks.append(found)
    if len(marks) < 2:
        return [("", text)]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [
        (mark[1], re.sub(r"[;,]?\s*(?:and)?\s*$", "", text[mark.end() : end]).strip())
        for mark, end in zip(marks, ends, strict=True)
    ]


_END = re.compile(r"(?<=[.!?])[”’\")\]]*\s+(?=[A-Z“‘\"(\[])")
_SHORT = re.compile(
    r"(?:\b(?:Cllr|Cllrs|Mr|Mrs|Ms|Dr|Prof|Rev|St|No|Nos|Ref|para|cf|vs|approx|Co|Ltd|App)"
    r"|\b(?:e\.g|i\.e)|\b[A-Z])\.$"
)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; a full stop after a title or an initial ends none."""
    out: list[str] = []
    for part in _split(text):
        if out and _SHORT.search(out[-1]):
            out[-1] = f"{out[-1]} {part}"
        else:
            out.append(part)
    return out


def _split(text: str) -> list[str]:
    out, start = [], 0
    for found in _END.finditer(text):
        out.append(text[start : found.end()].strip())
        start = found.end()
    return [part for part in [*out, text[start:].strip()] if part]
