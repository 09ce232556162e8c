"""The items found so far: each as its marker, its words or the sentence itself says."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from loaders.minutes import prose, tables
from loaders.minutes.items import Item, Kind
from loaders.minutes.lines import MINUTE_NUMBER, Line, sentences
from loaders.minutes.lists import no_item
from loaders.minutes.wording import dues, kinds, markers, owners, posts
from loaders.minutes.wording.markers import Marker


class Collected:
    """What one walk down the lines of minutes has found. ``items`` are in the order of the text.

    ``reached`` is the number of the last line that belongs to the last of them.
    """

    def __init__(self, lines: Sequence[Line], meeting: date | None) -> None:
        self.lines, self.meeting = lines, meeting
        self.items: list[Item] = []
        self.reached = 0

    def part(self, part: str, line: Line, past: bool = False) -> None:
        """A paragraph, or a piece of one: what a marker in it says, or its sentences.

        ``past`` says that it stands under what earlier meetings asked for.
        """
        if marker := markers.of(part):
            if marker.tag or not marker.rest:
                self.tag(marker, line)
            else:
                self.item(marker, marker.rest, line, marker.label)
        elif tagged := markers.trailing(part):
            self.tagged(*tagged, line)
        elif not (past and (line.numbering or line.text[-1] not in ".!?")):
            self.prose(part, line)

    def tagged(self, text: str, who: str, line: Line) -> None:
        """A paragraph whose last sentence is an action, by the tag after it."""
        last = sentences(text)[-1]
        self.prose(text[: -len(last)].strip(), line)
        self.item(Marker("action", owner=who), last, line, "")

    def prose(self, text: str, line: Line) -> None:
        """The items among the sentences of a discussion."""
        if kinds.signs_minutes(text):
            self._add("note", MINUTE_NUMBER.sub("", text), "", "", line, marked=False)
            return
        before = ""
        held: list[tuple[Kind, str, str]] = []
        for sentence in sentences(text):
            seen = prose.found(sentence, before)
            if seen:
                held.append(seen)
            before = sentence
        for kind, words, owner in held:
            self._add(kind, words, "", owner, line, marked=False)

    def tag(self, marker: Marker, line: Line) -> None:
        """A tag on a line of its own belongs to the item or the sentence just before it."""
        at = self._above(line)
        if at is not None:
            last = self.items[at]
            kind: Kind = (
                "action" if not last.marked and last.kind != "recommendation" else last.kind
            )
            due = last.due or dues.words(marker.owner)
            self.items[at] = Item(
                kind, last.text, marker.label or last.label, marker.owner or last.owner, due,
                last.due_date or dues.day(due, self.meeting), last.line, last.source,
            )  # fmt: skip
            self.reached = line.number
            return
        above = [one for one in self.lines if one.number < line.number and not one.cells]
        if above and marker.owner and len(above[-1].text.split()) > 4:
            self.item(
                Marker("action", owner=marker.owner),
                sentences(above[-1].text)[-1],
                above[-1],
                marker.label,
            )

    def field(self, name: str, value: str, line: Line) -> bool:
        """A line that says of the item above it who or by when; whether it is one."""
        at = self._above(line)
        if at is None or not name or (name == "owner" and not posts.alone(value)):
            return False
        last = self.items[at]
        if name == "owner":
            self.items[at] = replace(last, owner=value.strip(" ."))
        elif name == "due":
            due = value.strip(" .")
            self.items[at] = replace(last, due=due, due_date=dues.day(due, self.meeting))
        elif tables.over(value):
            del self.items[at]
        self.reached = line.number
        return True

    def _above(self, line: Line) -> int | None:
        """Which item a line under it is about: the last, or of a list the last to be followed."""
        if not self.items or not self.just_before(max(self.items[-1].line, self.reached), line):
            return None
        at = len(self.items) - 1
        while (
            at
            and self.items[at].kind == "note"
            and self.items[at].line - self.items[at - 1].line == 1
        ):
            at -= 1
        return at if self.items[at].kind != "note" else len(self.items) - 1

    def just_before(self, number: int, line: Line) -> bool:
        """Whether the line of that number stands at most one line before this one."""
        between = [one for one in self.lines if number < one.number < line.number]
        return number <= line.number and len(between) <= 1

    def rows(self, rows: Sequence[tables.Row]) -> None:
        """The rows of a table of work, or of one with a column for who acts on what was said."""
        for row in rows:
            if not row.text:
                if row.owner:
                    self.tagged(row.talk, row.owner, row.line)
                else:
                    self.part(row.talk, row.line)
                continue
            due = row.due or dues.words(row.text)
            kind: Kind = kinds.of_decision(row.text) if row.kind == "resolution" else row.kind
            self._add(
                kind, row.text, row.label, row.owner or owners.of(row.text), row.line, due=due
            )

    def row(self, line: Line) -> None:
        """A row of a table without headings of work: its last cell may be a tag or an action."""
        cells = [cell for cell in line.cells if cell]
        for number, cell in enumerate(cells):
            marker = markers.of(cell)
            if marker and marker.rest:
                self.item(marker, marker.rest, line, marker.label)
            elif marker and number + 1 < len(cells) and not marker.tag:
                after = markers.of(cells[number + 1])
                if after is None:
                    self.item(marker, " ".join(cells[number + 1 :]), line, marker.label)
                    return
            elif (
                number
                and len(cells) > 1
                and posts.alone(cell)
                and len(cell.split()) <= 4
                and number == len(cells) - 1
            ):
                last = sentences(cells[number - 1])[-1]
                if owners.ahead(last)[0] or prose.found(last, ""):
                    self.items = [one for one in self.items if one.source != line.whole]
                    self.item(Marker("action", owner=cell), last, line, "")
            else:
                self.part(cell, line)

    def item(self, marker: Marker, text: str, line: Line, label: str) -> None:
        """The item that stands after or under a marker, in its own words."""
        words = re.sub(r"[;,]\s*(?:and|or)?\s*$", "", text.strip()).strip()
        if len(words.split()) < 2 or no_item(words):
            return
        words = re.split(r"\s+(?=REASONS?\s*:)", words)[0]
        kind = marker.kind
        if kind == "resolution":
            kind = kinds.of_decision(words)
        elif kind == "recommendation" and kinds.approves_minutes(words):
            kind = "note"
        if kind == "resolution" and marker.loose and not posts.BODIES.match(_acts(words) or "x"):
            kind = "action"
        owner = marker.owner or owners.of(words)
        if (
            kind in ("resolution", "recommendation", "note")
            and posts.BODIES.match(owner or "x")
            and not marker.owner
        ):
            owner = ""
        if kind == "note":
            owner = ""
        self._add(kind, words, label or marker.label, owner, line)

    def _add(
        self,
        kind: Kind,
        text: str,
        label: str,
        owner: str,
        line: Line,
        due: str = "",
        marked: bool = True,
    ) -> None:
        due = "" if kind == "note" else due or dues.words(text)
        self.items.append(
            Item(
                kind,
                text,
                label,
                owner,
                due,
                dues.day(due, self.meeting),
                line.number,
                line.whole,
                marked,
            )
        )


def _acts(words: str) -> str:
    """Who will act, by the words of what was agreed; a body where nobody is named."""
    if re.match(r"to\s", words, re.IGNORECASE):
        return "the committee"
    plain = re.sub(r"^that\s+", "", words)
    who = owners.committed(plain)[0] or owners.ahead(plain)[0] or owners.bare(plain)
    return who or "the committee"
