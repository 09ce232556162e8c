"""Tables of actions or decisions: rows between strokes or tabs, or one cell after another."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.minutes.items import Kind
from loaders.minutes.lines import Line

_HEADS: Mapping[str, str] = {
    "action": (
        "action; actions; action point; action points; agreed action; agreed actions; task; "
        "what; action required; action to be taken; action agreed; action item; details of "
        "action; gweithredu; cam gweithredu; camau gweithredu; tasks; actions agreed"
    ),
    "recommendation": "recommendation; recommendations; argymhelliad",
    "resolution": "decision; decisions; resolution; decision made; penderfyniad",
    "item": (
        "item; description; detail; details; discussion; minute; summary; issue; topic; "
        "subject; agenda item; eitem"
    ),
    "owner": (
        "owner; lead; who; responsible; responsibility; by whom; assigned to; action by; "
        "officer; person; action owner; lead officer; responsible officer; owner(s); lead(s); "
        "person responsible; assignee; whom; perchennog; swyddog; cyfrifoldeb; owners; "
        "officer responsible; lead person; pwy; initials"
    ),
    "due": (
        "when; by when; due; due date; deadline; target date; timescale; completion date; "
        "date due; target; date; timeline; complete by; to be completed by; timeframe; pryd; "
        "dyddiad; erbyn pryd; date for completion; by"
    ),
    "label": (
        "no; no.; ref; ref.; #; number; action no; action no.; action ref; id; reference; "
        "rhif; minute no; minute no.; item no; item no."
    ),
    "status": "status; progress; update; rag; complete; completed; comments; outcome; notes",
    "other": (
        "date raised; raised; meeting date; meeting; priority; date of meeting; originator; "
        "date agreed"
    ),
}
"""What a heading means: its wordings, in English and Welsh."""
_MEANING = {word: meaning for meaning, words in _HEADS.items() for word in words.split("; ")}
_OVER = re.compile(
    r"\b(?:complete[d]?|closed|done|cancelled|superseded|discharged)\b(?!.*\b(?:not|in)complete)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|in|partially|to be|be)\s*-?\s*(?:complete|closed|done)", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One row as it says itself: what, its kind, who, by when, and its number.

    ``text`` is "" where it only holds ``talk``, what was said on an item, and perhaps who acts.
    """

    kind: Kind
    text: str
    owner: str
    due: str
    label: str
    line: Line
    talk: str = ""


def columns(cells: Sequence[str]) -> list[str] | None:
    """What each heading means, where cells are the headings of a table of work."""
    meanings = [_meaning(cell) for cell in cells]
    known = [one for one in meanings if one]
    works = {"action", "recommendation", "resolution"} & set(meanings) or (
        "item" in meanings and {"owner", "due"} & set(meanings)
    )
    enough = len(known) >= 2 and len(known) >= 0.6 * len([cell for cell in cells if cell])
    return meanings if works and enough else None


_UNDER = {"owner", "due", "status"}
_VAGUE = {"date", "by", "target", "when", "who"}
"""Headings that say too little over a line of its own."""


def field(line: Line) -> tuple[str, str]:
    """What a line below an item says of it: "Owner: AB" is ("owner", "AB"); else ("", "")."""
    name, colon, value = line.text.partition(":")
    meaning = _meaning(name) if colon and not line.cells else ""
    if meaning not in _UNDER or name.strip().casefold() in _VAGUE or len(value.split()) > 12:
        return "", ""
    return meaning, value.strip()


def over(status: str) -> bool:
    """Whether a status says that there is nothing left to do."""
    return bool(_OVER.search(status)) and not _NOT.search(status)


def _meaning(cell: str) -> str:
    for side in reversed(re.split(r"\s*[/|]\s*", cell)):
        plain = side.strip(" :*").casefold()
        if plain in _MEANING:
            return _MEANING[plain]
    return ""


def read(lines: Sequence[Line], at: int) -> tuple[list[Row], int] | None:
    """The rows of the table whose headings are at a line, and the line after; None for no table."""
    if lines[at].cells:
        heads = columns(lines[at].cells)
        if heads is None:
            return None
        end = at + 1
        while end < len(lines) and lines[end].cells:
            end += 1
        rows = [(line.cells, line) for line in lines[at + 1 : end]]
    elif heads := columns(_dashed(lines[at])):
        end = at + 1
        while end < len(lines) and len(_dashed(lines[end])) >= min(len(heads), 3):
            end += 1
        rows = [(_dashed(line), line) for line in lines[at + 1 : end]]
        found = [row for cells, line in rows if (row := _row(cells, heads, line))]
        # There the dashes are the line's own: its words are kept whole.
        return [replace(row, text=row.line.text) for row in found if row.text], end
    else:
        wide = _stacked(lines, at)
        heads = columns([line.whole for line in lines[at : at + wide]]) if wide else None
        if heads is None:
            return None
        rows, end = _cells_below(lines, at + wide, wide, heads)
    found = [row for cells, line in rows if (row := _row(cells, heads, line))]
    return found, end


def _dashed(line: Line) -> tuple[str, ...]:
    """A line's columns where dashes stand between them: "Action – Owner – Date"."""
    cells = tuple(re.split(r"\s[–—-]\s", line.text))
    return cells if len(cells) > 2 else ()


def _stacked(lines: Sequence[Line], at: int) -> int:
    """How many lines from here are headings, one under the other; 0 where fewer than three are."""
    count = 0
    while at + count < len(lines) and count < 8 and _meaning(lines[at + count].whole):
        count += 1
    if count == 2 and {_meaning(line.whole) for line in lines[at : at + 2]} == {"action", "owner"}:
        return 2
    return count if count >= 3 else 0


def _cells_below(
    lines: Sequence[Line], start: int, wide: int, heads: Sequence[str]
) -> tuple[list[tuple[tuple[str, ...], Line]], int]:
    rows = []
    at = start
    while at + wide <= len(lines) and not any(line.cells for line in lines[at : at + wide]):
        cells = tuple(line.whole for line in lines[at : at + wide])
        named = dict(zip(heads, cells, strict=True))
        if any(len(named.get(head, "").split()) > 14 for head in ("owner", "due", "label")):
            break
        rows.append((cells, lines[at]))
        at += wide
    return rows, at


def _row(cells: Sequence[str], heads: Sequence[str], line: Line) -> Row | None:
    named: dict[str, str] = {}
    for head, cell in zip(heads, cells, strict=False):
        longer = head == "item" and len(cell) > len(named.get(head, ""))
        if head and cell and (head not in named or longer):
            named[head] = cell.strip()
    if over(named.get("status", "")):
        return None
    kind: Kind = "action"
    text = named.get("action", "")
    for other in ("recommendation", "resolution"):
        if not text and named.get(other):
            kind, text = other, named[other]
    owner = named.get("owner", "")
    bare = len(text.split()) <= 4 and (not text or _only_who(text))
    if "item" in named and "action" in heads and bare:
        return Row(kind, "", owner or text, "", "", line, named["item"])
    if (
        not text
        and (owner or named.get("due"))
        and not {"action", "recommendation", "resolution"} & set(heads)
    ):
        text = named.get("item", "")
    if len(text.split()) < 2 or text.casefold().strip(" .") in (
        "none",
        "no action",
        "n/a",
        "no actions",
    ):
        return None
    return Row(
        kind,
        text,
        owner.strip(" -–"),
        named.get("due", "").strip(" -–"),
        named.get("label", ""),
        line,
    )


def _only_who(text: str) -> bool:
    from loaders.minutes.wording import posts

    return bool(text) and posts.alone(text)
