"""Minutes from end to end: their lines, in order, each as what it is."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from loaders.minutes import about, document, lists, prose, tables, twice
from loaders.minutes.collected import Collected
from loaders.minutes.items import Item, Minutes
from loaders.minutes.lines import MINUTE_NUMBER, Line, enumerated, lines, sentences
from loaders.minutes.wording import kinds, markers, owners
from loaders.minutes.wording.markers import Marker


def read(data: bytes, name: str) -> Minutes:
    """The minutes in a file: .txt, .docx, .pdf or a saved web page. Raises ``CannotRead``.

    A file from a stranger is read through ``loaders.guarded.safely``, in a process of its own.
    """
    return of_text(document.text(data, name))


def of_text(written: Sequence[str]) -> Minutes:
    """The minutes in lines of text, a line a paragraph; a table's row has strokes between cells."""
    found = lines(written)
    meeting = about.meeting_date(found)
    walk = _Walk(_said(found), meeting)
    return Minutes(meeting, about.committee(found), tuple(twice.once(_listed(walk.items()))))


def _listed(items: Sequence[Item]) -> list[Item]:
    """The items; where decisions stand in a list, "The Board agreed this" is one of them."""
    decided = sum(item.marked and item.kind == "resolution" for item in items)
    return [item for item in items if decided < _DECISIONS or not prose.agrees_this(item.text)]


_DECISIONS = 3
_ONE_ACTION = 25
"""A paragraph of at most so many words under "Actions", with an owner, is an action too."""


_AGENDA = re.compile(r"(?:.{0,60}\s)?agenda\W*", re.IGNORECASE)
_DONE = re.compile(r"\b(?:resolved|agreed|decided|was|were)\b|^actions?\b", re.IGNORECASE)


def _said(found: Sequence[Line]) -> list[Line]:
    """The lines that minute what was done: not an agenda, nor what a web page puts before."""
    head = [line.text for line in found[:6]]
    if any(_AGENDA.fullmatch(text) for text in head[:3]) and not any(
        _DONE.search(line.text) for line in found
    ):
        return []
    for at, line in enumerate(found[:40]):
        if line.text.casefold() == "minutes:":
            start = next(
                (n for n, one in enumerate(found[:at]) if one.text.casefold() == "decision:"), at
            )
            return list(found[start:])
    return list(found)


class _Walk:
    """One walk down the lines of minutes."""

    def __init__(self, found: list[Line], meeting: date | None) -> None:
        self.lines = found
        self.found = Collected(found, meeting)
        self.past = False

    def items(self) -> list[Item]:
        """Every item in the order of the text, those printed twice as often as they are."""
        at = 0
        while at < len(self.lines):
            at = self._step(at)
        return self.found.items

    def _step(self, at: int) -> int:
        line = self.lines[at]
        if markers.past(line):
            self.past = True
            return at + 1
        table = tables.read(self.lines, at)
        if table:
            rows, end = table
            if not self.past:
                self.found.rows(rows)
            return end
        if line.cells:
            self.found.row(line)
            return at + 1
        if self.found.field(*tables.field(line), line):
            return at + 1
        *earlier, last = markers.parts(line.text) or [line.text]
        marker = markers.of(last)
        if earlier and marker and marker.tag:
            # A tag belongs to the sentence before it, on the same line too.
            *earlier, tagged = earlier
            for part in earlier:
                self.found.part(part, line)
            self.found.tagged(tagged, marker.owner, line)
            return at + 1
        for part in earlier:
            self.found.part(part, line)
        if marker:
            if self.past and marker.kind == "action" and marker.rest:
                return at + 1
            self.past = False
            return self._marked(at, marker)
        if (marker := markers.introduces(last)) and lists.begins(self.lines, at + 1):
            self.past = False
            return self._list(at + 1, marker)
        if self._heads(line):
            self.past = False
        self.found.part(last, line, self.past)
        return at + 1

    def _heads(self, line: Line) -> bool:
        words = MINUTE_NUMBER.sub("", line.text)
        if owners.ahead(words)[0] or owners.committed(words)[0]:
            return False
        return len(words.split()) <= 9 and words[:1].isupper() and line.text[-1] not in ".;,"

    def _marked(self, at: int, marker: Marker) -> int:
        line = self.lines[at]
        if marker.tag and not (marker.heading and lists.begins(self.lines, at + 1)):
            if self._leads(at, line):
                return self._list(at + 1, replace(marker, tag=False, heading=True))
            self.found.tag(marker, line)
            return at + 1
        if not marker.rest and marker.kind == "note" and line.text.endswith("."):
            return at + 1
        if not marker.rest:
            return self._list(at + 1, marker)
        inner = enumerated(marker.rest)
        open_ended = re.search(r"(?:[:–—]|:\s*-|\bthat|\bto|\bthe\s+\w+)\s*$", marker.rest)
        own = lines([marker.rest])
        if len(inner) > 1:
            for label, words in inner:
                self.found.item(marker, words, line, label)
            return self._list(at + 1, marker, inner[-1][0])
        if open_ended and lists.begins(self.lines, at + 1):
            if marker.kind == "resolution" and kinds.sent_to_others(marker.rest):
                marker = replace(marker, kind="recommendation")
            return self._list(at + 1, marker)
        if own and own[0].label:
            self.found.item(marker, own[0].text, line, own[0].label)
            return self._list(at + 1, marker, own[0].label)
        words, end = (
            lists.children(self.lines, at + 1, marker.rest, line.numbering)
            if marker.kind != "action"
            else (marker.rest, at + 1)
        )
        self.found.item(marker, words, line, marker.label)
        return end

    def _leads(self, at: int, line: Line) -> bool:
        """Whether a tag on its own line names who does what stands below it, not above it."""
        if at + 1 >= len(self.lines) or (
            self.found.items and self.found.just_before(self.found.items[-1].line, line)
        ):
            return False
        above = self.lines[at - 1].text if at else ""
        if above and prose.found(sentences(above)[-1], ""):
            return False
        below = self.lines[at + 1]
        return bool(below.numbering) or bool(prose.found(sentences(below.text)[0], ""))

    def _list(self, at: int, marker: Marker, before: str = "") -> int:
        """What stands under a marker: a list, or the paragraph after it."""
        begun = lists.start(self.lines, at, before)
        if begun is None:
            return at
        if not lists.begins(self.lines, begun):
            return self._paragraphs(begun, marker)
        groups, end = lists.gathered(self.lines, begun)
        for held in groups:
            self._flush(marker, held)
        return end

    def _flush(self, marker: Marker, held: Sequence[Line]) -> None:
        first = held[0]
        inner = markers.of(first.text)
        if inner and inner.rest:
            marker = inner
        text = inner.rest if inner and inner.rest else first.text
        if parts := (markers.trailing(text) if marker.kind == "action" else None):
            text, who = parts
            marker = Marker("action", owner=who or marker.owner)
        for line in held[1:]:
            text = f"{text}\n{line.whole}"
        self.found.item(marker, text, first, first.label or marker.label)
        self.found.reached = held[-1].number

    def _paragraphs(self, at: int, marker: Marker) -> int:
        """The one paragraph that a marker names, and those after it that are of its kind."""
        line = self.lines[at]
        if markers.of(line.text) or lists.no_item(line.text) or line.cells:
            return at
        self.found.item(marker, line.text, line, "")
        at += 1
        while at < len(self.lines) and not self.lines[at].numbering and not self.lines[at].cells:
            text = self.lines[at].text
            if markers.of(text) or lists.no_item(text):
                break
            acts = bool(owners.ahead(text)[0] or owners.committed(text)[0])
            named = owners.of(text) if len(text.split()) <= _ONE_ACTION else ""
            decides = bool(re.match(r"(?:that|to)\s", text, re.IGNORECASE))
            decides = decides or (not acts and bool(prose.found(text, "")))
            if not ((acts or named) if marker.kind == "action" else decides):
                break
            self.found.item(marker, text, self.lines[at], "")
            at += 1
        return at
