"""Minutes from end to end: their lines, in order, each as what it is."""

import re
from collections.abc import Sequence
from datetime import date

from loaders.minutes import about, document, dues, kinds, markers, owners, prose, tables, twice
from loaders.minutes.items import Item, Kind, Minutes
from loaders.minutes.lines import Line, enumerated, follows, lines, sentences
from loaders.minutes.markers import Marker


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


_AGENDA = re.compile(r"^agenda\b", re.IGNORECASE)
_MINUTES = re.compile(r"^(?:minutes|cofnodion)\b.{0,60}$|\bminutes of\b", re.IGNORECASE)
_REASON = re.compile(r"^(?:reasons?|reason for (?:the )?decision|vote|voting|alternative options|other options|background|rheswm)\b.{0,40}?\s*[:–-]", re.IGNORECASE)
_NO_ITEM = re.compile(
    r"^(?:(?:moved|proposed|seconded)(?: by)?\b|for:?\s*\d|against:?\s*\d|none\b\.?$|no actions?\b|n/?a\b|nil\b|(?:the )?meeting (?:closed|ended|finished)|end of meeting|apologies|present\b|in attendance)",
    re.IGNORECASE,
)


def _said(found: Sequence[Line]) -> list[Line]:
    """The lines that minute what was done: not an agenda, nor what a web page puts before."""
    head = [line.text for line in found[:6]]
    if any(_AGENDA.match(text) for text in head[:3]) and not any(_MINUTES.search(line.text) for line in found):
        return []
    for at, line in enumerate(found[:40]):
        if line.text.casefold() == "minutes:":
            start = next((n for n, one in enumerate(found[:at]) if one.text.casefold() == "decision:"), at)
            return list(found[start:])
    return list(found)


def _acts(words: str) -> str:
    """Who will act, by the words of what was agreed; a body where nobody is named."""
    plain = re.sub(r"^that\s+", "", words)
    return owners.committed(plain)[0] or owners.ahead(plain)[0] or "the committee"


class _Walk:
    """One walk down the lines of minutes."""

    def __init__(self, found: list[Line], meeting: date | None) -> None:
        self.lines, self.meeting = found, meeting
        self.out: list[Item] = []
        self.past = False

    def items(self) -> list[Item]:
        """Every item in the order of the text, those printed twice as often as they are."""
        at = 0
        while at < len(self.lines):
            at = self._step(at)
        return self.out

    def _step(self, at: int) -> int:
        line = self.lines[at]
        if markers.past(line):
            self.past = True
            return at + 1
        table = tables.read(self.lines, at)
        if table:
            rows, end = table
            if not self.past:
                self._rows(rows)
            return end
        if line.cells:
            self._row(line)
            return at + 1
        *earlier, last = markers.parts(line.text) or [line.text]
        marker = markers.of(last)
        if earlier and marker and marker.tag:
            # A tag belongs to the sentence before it, on the same line too.
            *earlier, tagged = earlier
            for part in earlier:
                self._part(part, line)
            self._tagged(tagged, marker.owner, line)
            return at + 1
        for part in earlier:
            self._part(part, line)
        if marker:
            if self.past and marker.kind == "action" and marker.rest:
                return at + 1
            self.past = False
            return self._marked(at, marker)
        if (marker := markers.introduces(last)) and self._list_begins(at + 1):
            self.past = False
            return self._list(at + 1, marker)
        if self._heads(line):
            self.past = False
        self._part(last, line)
        return at + 1

    def _heads(self, line: Line) -> bool:
        return len(line.text.split()) <= 9 and line.text[:1].isupper() and line.text[-1] not in ".;,"

    def _list_begins(self, at: int) -> bool:
        return at < len(self.lines) and bool(self.lines[at].numbering)

    def _part(self, part: str, line: Line) -> None:
        """A paragraph, or a piece of one: what a marker in it says, or its sentences."""
        if marker := markers.of(part):
            if marker.tag or not marker.rest:
                self._tag(marker, line)
            else:
                self._item(marker, marker.rest, line, marker.label)
            return
        if tagged := markers.trailing(part):
            self._tagged(*tagged, line)
            return
        if not (self.past and line.numbering):
            self._prose(part, line)

    def _tagged(self, text: str, who: str, line: Line) -> None:
        """A paragraph whose last sentence is an action, by the tag after it."""
        last = sentences(text)[-1]
        self._prose(text[: -len(last)].strip(), line)
        self._item(Marker("action", owner=who), last, line, "")

    def _prose(self, text: str, line: Line) -> None:
        before = ""
        held: list[tuple[Kind, str, str]] = []
        for sentence in sentences(text):
            seen = prose.found(sentence, before)
            if seen:
                held.append(seen)
            before = sentence
        for kind, words, owner in held:
            self._add(kind, words, "", owner, line, marked=False)

    def _tag(self, marker: Marker, line: Line) -> None:
        """A tag on a line of its own belongs to the item or the sentence just before it."""
        if self.out and self._just_before(self.out[-1].line, line):
            last = self.out[-1]
            kind: Kind = "action" if not last.marked and last.kind != "recommendation" else last.kind
            due = last.due or dues.words(marker.owner)
            self.out[-1] = Item(
                kind, last.text, marker.label or last.label, marker.owner or last.owner, due,
                last.due_date or dues.day(due, self.meeting), last.line, last.source,
            )  # fmt: skip
            return
        above = [one for one in self.lines if one.number < line.number and not one.cells]
        if above and marker.owner and len(above[-1].text.split()) > 4:
            self._item(Marker("action", owner=marker.owner), sentences(above[-1].text)[-1], above[-1], marker.label)

    def _just_before(self, number: int, line: Line) -> bool:
        between = [one for one in self.lines if number < one.number < line.number]
        return number <= line.number and len(between) <= 1

    def _marked(self, at: int, marker: Marker) -> int:
        line = self.lines[at]
        if marker.tag and not (marker.heading and self._list_begins(at + 1)):
            self._tag(marker, line)
            return at + 1
        if not marker.rest:
            return self._list(at + 1, marker)
        inner = enumerated(marker.rest)
        open_ended = re.search(r"(?:[:–—]|:\s*-|\bthat|\bto|\bthe\s+\w+)\s*$", marker.rest)
        own = lines([marker.rest])
        if len(inner) > 1:
            for label, words in inner:
                self._item(marker, words, line, label)
            return self._list(at + 1, marker, inner[-1][0])
        if open_ended and self._list_begins(at + 1):
            return self._list(at + 1, marker)
        if own and own[0].label:
            self._item(marker, own[0].text, line, own[0].label)
            return self._list(at + 1, marker, own[0].label)
        words, end = self._with_children(at + 1, marker.rest, line.numbering) if marker.kind != "action" else (marker.rest, at + 1)
        self._item(marker, words, line, marker.label)
        return end

    def _with_children(self, at: int, text: str, numbering: str) -> tuple[str, int]:
        """A text with the bullets nested under it, where it leads up to them."""
        if not text.rstrip().endswith((":", ":-", "–")):
            return text, at
        while at < len(self.lines) and self.lines[at].numbering and self.lines[at].numbering != numbering:
            text = f"{text}\n{self.lines[at].whole}"
            at += 1
        return text, at

    def _list(self, at: int, marker: Marker, before: str = "") -> int:
        """What stands under a marker: a list, a table, or the paragraph after it."""
        if at < len(self.lines) and tables.read(self.lines, at):
            return at
        if at >= len(self.lines) or (before and not self._goes_on(at, before)):
            return at
        first = self.lines[at]
        if not first.numbering:
            return self._paragraphs(at, marker)
        numbering, label, held = first.numbering, before, [first]
        at += 1
        label = first.label
        while at < len(self.lines):
            line = self.lines[at]
            if line.cells or (not line.numbering and not self._continues(at, numbering, label)):
                break
            if self._next(line, numbering, label, first):
                self._flush(marker, held)
                held, label = [line], line.label
            elif not line.numbering or self._nested(line, numbering, first, held):
                held.append(line)
            else:
                break
            at += 1
        self._flush(marker, held)
        return at

    def _goes_on(self, at: int, before: str) -> bool:
        return follows(self.lines[at].label, before) if self.lines[at].label else False

    def _next(self, line: Line, numbering: str, label: str, first: Line) -> bool:
        if numbering == "bullet":
            return line.numbering == "bullet" and line.indent <= first.indent + 1 and not self._starts(line)
        if line.label and follows(line.label, label):
            return not self._title(line)
        return False

    def _starts(self, line: Line) -> bool:
        return bool(markers.of(line.text))

    def _title(self, line: Line) -> bool:
        """A short heading of the agenda, numbered as it happens like the list before it."""
        words = line.text.split()
        return (
            len(words) <= 6
            and line.text[-1] not in ".;,"
            and not line.text.casefold().startswith(("that", "to "))
            and (line.text.isupper() or line.text.istitle() or line.text.casefold().startswith(("any other", "date of", "next meeting")))
        )

    def _nested(self, line: Line, numbering: str, first: Line, held: Sequence[Line]) -> bool:
        if self._starts(line) or line.label and numbering == "bullet" and line.numbering in ("digit", "dotted"):
            return False
        if line.numbering == "digit" and line.label and not line.label.startswith("(") and not follows(line.label, "0"):
            return any(follows(line.label, one.label) for one in held[-1:] if one.label)
        return line.numbering != numbering or line.indent > first.indent + 1

    def _continues(self, at: int, numbering: str, label: str) -> bool:
        """Whether a plain paragraph stands within a list, which goes on after it."""
        line = self.lines[at]
        if markers.of(line.text) or _REASON.match(line.text) or at + 1 >= len(self.lines) or numbering == "bullet":
            return False
        after = self.lines[at + 1]
        return bool(after.label) and after.numbering == numbering and follows(after.label, label) and not self._title(after)

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
        self._item(marker, text, first, first.label or marker.label)

    def _paragraphs(self, at: int, marker: Marker) -> int:
        """The one paragraph that a marker names, and those after it that are of its kind."""
        line = self.lines[at]
        if markers.of(line.text) or _NO_ITEM.match(line.text) or line.cells:
            return at
        self._item(marker, line.text, line, "")
        at += 1
        while at < len(self.lines) and not self.lines[at].numbering and not self.lines[at].cells:
            text = self.lines[at].text
            if markers.of(text) or _NO_ITEM.match(text) or _REASON.match(text):
                break
            like = owners.ahead(text)[0] or owners.committed(text)[0]
            if marker.kind != "action":
                like = re.match(r"(?:that|to)\s", text, re.IGNORECASE) or (prose.found(text, "") and not like)
            if not like:
                break
            self._item(marker, text, self.lines[at], "")
            at += 1
        return at

    def _rows(self, rows: Sequence[tables.Row]) -> None:
        for row in rows:
            if not row.text:
                if row.owner:
                    self._tagged(row.talk, row.owner, row.line)
                else:
                    self._part(row.talk, row.line)
                continue
            due = row.due or dues.words(row.text)
            kind: Kind = kinds.of_decision(row.text) if row.kind == "resolution" else row.kind
            self._add(kind, row.text, row.label, row.owner or owners.of(row.text), row.line, due=due)

    def _row(self, line: Line) -> None:
        """A row of a table that has no headings of work: its last cell may be a tag or an action."""
        cells = [cell for cell in line.cells if cell]
        for number, cell in enumerate(cells):
            marker = markers.of(cell)
            if marker and marker.rest:
                self._item(marker, marker.rest, line, marker.label)
            elif marker and number + 1 < len(cells) and not marker.tag:
                self._item(marker, " ".join(cells[number + 1 :]), line, marker.label)
                return
            elif number and len(cells) > 1 and owners.alone(cell) and len(cell.split()) <= 4 and number == len(cells) - 1:
                last = sentences(cells[number - 1])[-1]
                if owners.ahead(last)[0] or prose.found(last, ""):
                    self.out = [one for one in self.out if one.source != line.whole]
                    self._item(Marker("action", owner=cell), last, line, "")
            else:
                self._part(cell, line)

    def _item(self, marker: Marker, text: str, line: Line, label: str) -> None:
        words = re.sub(r"[;,]\s*(?:and|or)?\s*$", "", text.strip()).strip()
        if len(words.split()) < 2 or _NO_ITEM.match(words) or _REASON.match(words):
            return
        words = re.split(r"\s+(?=REASONS?\s*:)", words)[0]
        kind = marker.kind
        if kind == "resolution":
            kind = kinds.of_decision(words)
        elif kind == "recommendation" and kinds.approves_minutes(words):
            kind = "note"
        if kind == "resolution" and marker.loose and not owners.BODIES.match(_acts(words) or "x"):
            kind = "action"
        owner = marker.owner or owners.of(words)
        if kind in ("resolution", "recommendation", "note") and owners.BODIES.match(owner or "x") and not marker.owner:
            owner = ""
        if kind == "note":
            owner = ""
        self._add(kind, words, label or marker.label, owner, line)

    def _add(
        self, kind: Kind, text: str, label: str, owner: str, line: Line, due: str = "", marked: bool = True
    ) -> None:
        due = "" if kind == "note" else due or dues.words(text)
        self.out.append(
            Item(kind, text, label, owner, due, dues.day(due, self.meeting), line.number, line.whole, marked)
        )
