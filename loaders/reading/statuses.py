"""A status in a colour, a letter or a plan's own word: kept as found, read as an officer said."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from loaders.cells.errors import is_error
from loaders.cells.readers import Unreadable, shown
from loaders.choices import Choices
from loaders.columns import rag
from loaders.declared import Kind, Table
from loaders.problems import Problem
from loaders.reading.frame import Source, Told
from loaders.sheets.find import Found
from loaders.sheets.page import Page

MOST_WORDS = 40
"""More different words of its own than this are no plan's key: those that repeat are asked."""
LONGEST = 60
"""Longer than this, a text tells how things stand, and is no word for a status."""
ANSWERS = frozenset(
    ("y", "n", "yes", "no", "true", "false", "t", "f", "✓", "✔", "☑", "☒", "☐", "✗", "✘", "x")
)
"""Answers and ticks: what they say depends on the heading, and Y is then no yellow."""


@dataclass
class Asked:
    """What stands for a status and must be asked: how many rows each has, and under which heading.

    Names are colours and letters as ``rag.named`` gives them, and words as they were first typed.
    """

    counts: dict[str, int] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, heading: str) -> None:
        """One more row that holds it."""
        self.counts[name] = self.counts.get(name, 0) + 1
        self.headings.setdefault(name, heading)


def colours_of(
    page: Page,
    table: Table,
    found: Found,
    records: Sequence[int],
    sources: Mapping[str, Source],
    clean: dict[str, list[Any]],
    choices: Choices,
    told: Told,
) -> Asked:
    """Fills the colour field from cells' fills, and the status from what an officer said.

    Comes out: the colours, letters and words of rows without a status.
    """
    asked = Asked()
    if not table.colour:
        return asked
    own, status = sources.get(table.colour), sources.get(table.colour_means)
    column = _coloured(page, found, records, table, sources)
    words = list(clean[table.colour])
    said = list(clean[table.colour_means])
    if column is not None and None in words:
        fills = rag.filled(page, records, column)
        words = [
            word if word is not None else fill for word, fill in zip(words, fills, strict=True)
        ]
    unsaid = [place for place, status_said in enumerate(said) if status_said is None]
    typed = _typed(status, unsaid, table[table.colour_means].kind) if status else {}
    if status:
        told.drop(table.colour_means, {status.cells[place] for place in typed})
    heading_of_colour = own.heading if own else _heading(found, column)
    for place in unsaid:
        if place in typed and status:
            name, is_colour = typed[place]
            if is_colour and words[place] is None:
                words[place] = name
            asked.add(name, status.heading)
        elif words[place] is not None:
            name = rag.named(words[place])
            asked.add(name, heading_of_colour)
        else:
            continue
        said[place] = rag.meaning(name, choices.colours)
    clean[table.colour], clean[table.colour_means] = words, said
    return asked


def _coloured(
    page: Page,
    found: Found,
    records: Sequence[int],
    table: Table,
    sources: Mapping[str, Source],
) -> int | None:
    """The column whose fills stand for a status: its own, the status's, or one that fits neither.

    A column that says how bad or how urgent a thing is has colours of its own, and so has one
    whose colours only repeat its words.
    """
    own, status = sources.get(table.colour), sources.get(table.colour_means)
    if not page.grid.fills:
        return None
    for source in (own, status):
        if source and any(rag.filled(page, records, source.column)):
            return source.column
    if own:
        return own.column
    graded = {source.column for name, source in sources.items() if name in table.own_colours}
    free = [
        column
        for column, heading in zip(found.columns, found.headings, strict=True)
        if column not in graded
        and not rag.is_graded(heading)
        and not rag.repeats(page, records, column)
    ]
    return rag.coloured_column(page, records, free)


def _heading(found: Found, column: int | None) -> str:
    names = dict(zip(found.columns, found.headings, strict=True))
    return names.get(column, "").strip() if column is not None else ""


def _typed(status: Source, unsaid: Sequence[int], kind: Kind) -> dict[int, tuple[str, bool]]:
    """What each row without a status says in its cell, and whether that is a colour or a letter."""
    held = {place: status.cells[place] for place in unsaid if status.cells[place] is not None}
    unread = {place: shown(cell) for place, cell in held.items() if not _reads(kind, cell)}
    plain = {text.casefold() for text in unread.values()}
    answers = bool(plain) and plain <= ANSWERS and plain != {"y"}
    first: dict[str, str] = {}
    for text in unread.values():
        first.setdefault(text.casefold(), text)
    often = Counter(text.casefold() for text in unread.values())
    many = sum(not rag.is_code(text) for text in often) > MOST_WORDS
    out: dict[int, tuple[str, bool]] = {}
    for place, text in unread.items():
        if rag.is_code(text) and not answers:
            out[place] = rag.named(text), True
        elif len(text) <= LONGEST and (not many or often[text.casefold()] > 1):
            out[place] = first[text.casefold()], False
    return out


def _reads(kind: Kind, cell: object) -> bool:
    """Whether nothing is to be asked about a cell: it says a status, or that there is none."""
    if rag.is_code(cell):
        return False
    if is_error(cell):
        return True  # told at its cell
    try:
        kind.read(cell)
    except Unreadable:
        return False
    return True


def asked_about(found: Found, table: Table, asked: Asked, choices: Choices) -> list[Problem]:
    """A warning for each column whose colours, letters or words nobody said the meaning of."""
    if not asked.counts:
        return []
    unsaid: dict[str, list[str]] = {}
    for name, rows in asked.counts.items():
        if rag.meaning(name, choices.colours) is None:
            line = f"{name} in {rows} row{'' if rows == 1 else 's'}"
            unsaid.setdefault(asked.headings[name], []).append(line)
    field = table.colour_means
    named = table[field].heading.lower()
    return [
        Problem(
            "warning",
            found.sheet,
            "",
            field,
            heading or table[field].heading,
            "",
            f"Say what each colour, letter, number or word means in this file "
            f"({', '.join(lines)}). Until then these rows have no {named}.",
        )
        for heading, lines in unsaid.items()
    ]
