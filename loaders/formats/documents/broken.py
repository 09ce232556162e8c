"""What the layout of a page broke: words too long for their column, rows that go on over the page.

A page knows nothing of either: it holds letters where they were set.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from loaders.formats.documents.laid import Part, TableCell

_ROWS = 3
"""So many whole rows show which column each of them fills."""
_FILLED = 0.9
_FIGURES = re.compile(r"\d{1,4}")


def one_word(text: str, box: Sequence[float], letters: Sequence[Any]) -> str:
    """A cell's text with the words put together that were broken for lack of width.

    ``box`` is the cell (left, top, right, bottom), ``letters`` are what stands in it. A line of
    one word that leaves no room for the next letter was broken within the word: a line is
    otherwise broken at a space, where there is one.
    """
    lines = text.split("\n")
    if len(lines) < 2:
        return text
    found = _lines(letters)
    if len(found) != len(lines):
        return text
    margin = min(line[0]["x0"] for line in found) - box[0]
    room = box[2] - box[0] - 2 * margin
    out = lines[0]
    for (before, after), (own, more) in zip(pairwise(lines), pairwise(found), strict=True):
        full = own[-1]["x1"] - own[0]["x0"] + more[0]["width"] > room - 0.5
        alone = " " not in before.strip() and own[-1]["text"] != " "
        out += ("" if full and alone and _goes_on(before, after) else "\n") + after
    return out


def _lines(chars: Sequence[Any]) -> list[list[Any]]:
    """Letters by lines from the top, each from left to right; lines of spaces are none."""
    lines: list[list[Any]] = []
    for char in sorted(chars, key=lambda one: one["top"]):
        if lines and char["top"] - lines[-1][0]["top"] < 0.5 * char["height"]:
            lines[-1].append(char)
        else:
            lines.append([char])
    held = [line for line in lines if any(char["text"].strip() for char in line)]
    return [sorted(line, key=lambda one: one["x0"]) for line in held]


def _goes_on(before: str, after: str) -> bool:
    """Whether a word or a date may go on: letters in small letters, figures in figures."""
    last, first = before.rstrip()[-1:], after.lstrip()[:1]
    if last.isalpha():
        return first.isalpha() and first.islower()
    return (last.isdigit() or last in "/.-") and (first.isdigit() or first == "/")


def whole_rows(group: Sequence[Part]) -> tuple[list[Part], tuple[str, ...]]:
    """The parts of one table with the rows put together that a page broke, and what to say of it.

    The rest of a row begins a page, and lacks what each whole row has in its first column.
    """
    first = _first_column(group)
    if first is None:
        return list(group), ()
    broken = []
    last = group[0]
    for part in group[1:]:
        start = _start(part, group[0].head)
        rest = part.rows[start] if start < len(part.rows) and not part.above else []
        if rest and _is_rest(last.rows[-1], rest, first):
            pairs = zip(last.rows[-1], rest, strict=True)
            last.rows[-1] = [replace(a, text=_together(a.text, b.text)) for a, b in pairs]
            broken.append(last.places[-1][0])
            del part.rows[start], part.places[start]
        if len(part.rows) > start:
            last = part
    kept = [part for part in group if part.rows]
    if not broken:
        return kept, ()
    pages = ", ".join(dict.fromkeys(place.removeprefix("Page ") for place in broken))
    return kept, (
        f"The last row of page {pages} goes on over the page: its parts were put together.",
    )


def _start(part: Part, head: tuple[str, ...]) -> int:
    return 1 if any(head) and part.head == head else 0


def _plain(row: Sequence[TableCell]) -> bool:
    return all(cell.wide == 1 and cell.high == 1 for cell in row)


def _first_column(group: Sequence[Part]) -> int | None:
    """The first column that all whole rows fill; None where too little shows it."""
    width = group[0].width
    starts = [_start(part, group[0].head) + (at > 0) for at, part in enumerate(group)]
    rows = [row for part, at in zip(group, starts, strict=True) for row in part.rows[at:]]
    rows = [row for row in rows if len(row) == width and _plain(row)]
    if len(group) < 2 or len(rows) < _ROWS:
        return None
    filled = [sum(bool(row[at].text.strip()) for row in rows) for at in range(width)]
    return next((at for at, count in enumerate(filled) if count >= _FILLED * len(rows)), None)


def _is_rest(row: Sequence[TableCell], rest: Sequence[TableCell], first: int) -> bool:
    if len(row) != len(rest) or not _plain(row) or not _plain(rest):
        return False
    held = [(a.text.strip(), b.text.strip()) for a, b in zip(row, rest, strict=True)]
    return not held[first][1] and any(b for _, b in held) and all(a for a, b in held if b)


def _together(text: str, rest: str) -> str:
    if not rest.strip():
        return text
    figures = text[-1:].isdigit() and _FIGURES.fullmatch(rest.strip())
    return f"{text}{rest.strip()}" if figures else f"{text}\n{rest}"
