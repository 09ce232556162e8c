"""Which rows under the headings are records, and what the others are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.cells.readers import shown
from loaders.choices import READ
from loaders.declared import Kind
from loaders.sheets.find import Found
from loaders.sheets.odd.body import Body
from loaders.sheets.odd.judged import OddRows
from loaders.sheets.odd.prepared import PLACEHOLDER
from loaders.sheets.page import Page, is_text
from loaders.sheets.spelling import normal

Values = list[object]

HIDDEN, STRUCK = "hidden in the file", "struck out in the file"
AS_SAID = "left out, as was said for this plan"
NOBODY_SAID: Mapping[str, str] = {}
MOST_WORDS = 200
"""Characters of a row that tell it from others."""
FORMULA_ZERO = {0, "0", "0%"}
_LETTER = re.compile(r"[A-Za-z][.)]?$")
"""A reference of one letter."""


@dataclass
class Sorted:
    """The rows of one table by what they are, each counted from 0 as on the sheet."""

    records: list[int] = field(default_factory=list)
    sections: dict[int, str] = field(default_factory=dict)
    left_out: dict[int, str] = field(default_factory=dict)
    carried_on: dict[int, int] = field(default_factory=dict)
    """Rows that only carry on a text of the record above, with that record's row."""
    doubtful: dict[int, str] = field(default_factory=dict)
    """Records that may be something else, each with what."""
    filled: int = 0
    """Rows with something of their own in them, whether or not they became records."""


def sort_rows(
    page: Page,
    found: Found,
    columns: Sequence[Values],
    places: Mapping[str, int],
    filled_by: Sequence[str],
    example: object,
    *,
    read_hidden: bool,
    read_struck: bool,
    sections: bool,
    kinds: Mapping[str, Kind] | None = None,
    said: Mapping[str, str] = NOBODY_SAID,
) -> Sorted:
    """Sorts the rows of a table into records, section titles and rows to leave out.

    ``columns`` are the values of each heading's column, one a row of ``found.rows``; ``places``
    where each field stands among them; ``example`` what the blank template's example row holds in
    its main column, ``kinds`` what each field is declared to hold, ``said`` what an officer said of
    rows by their words (``Choices.rows``).
    """
    out = Sorted()
    main = [columns[places[name]] for name in filled_by if name in places]
    weak: list[frozenset[object] | None] | None = None
    counts = _counts(columns, len(found.rows))
    label = columns[places[filled_by[0]]] if filled_by and filled_by[0] in places else None
    codes = columns[places["ref"]] if "ref" in places else None
    coded = _coded(codes, label)
    body = Body(
        columns,
        {places[name]: kind for name, kind in (kinds or {}).items() if name in places},
        [places[name] for name in filled_by if name in places],
        counts,
    )
    odd = OddRows(body, example)
    for place, row in enumerate(found.rows):
        told = said.get(normal(words_of(columns, place, label))) if said else None
        if told and counts[place]:
            out.filled += 1
            if told == READ:
                out.records.append(row)
            else:
                out.left_out[row] = AS_SAID
            continue
        own = any(column[place] is not None for column in main)
        lone = counts[place] <= 2
        verdict = odd.verdict(place)
        if verdict and verdict.sure:
            out.left_out[row] = verdict.why
            continue
        follows = lone and not own and label is not None and out.records
        if follows and _carries_on(columns, place, places[filled_by[0]], row, out.records[-1]):
            out.carried_on[row] = out.records[-1]
            continue
        if lone and sections:
            title = _section(page, found, columns, place, row, counts, codes, label, coded)
            if title:
                out.sections[row] = title
                # A group's heading in the titles' own column is a filled row, one across is not.
                out.filled += own and not _wide(page, found, columns, place, row)
                continue
        if not own:
            weak = weak or _weak(columns, main, places.get("ref", -1))
            if not _holds(page, found, columns, place, row, weak):
                if counts[place]:
                    out.left_out[row] = "prepared for use but not filled in"
                continue
        out.filled += 1
        why = _unread(page, found, row, read_hidden=read_hidden, read_struck=read_struck)
        if why:
            out.left_out[row] = why
        else:
            out.records.append(row)
            if verdict:
                out.doubtful[row] = verdict.why
    return out


def words_of(columns: Sequence[Values], place: int, label: Values | None) -> str:
    """What a row is about, else all its words; "" where it has none.

    Without case and signs it is known by them in the next file, where all else may have moved on.
    """
    if label is not None and is_text(label[place]):
        return shown(label[place])[:MOST_WORDS]
    texts = [shown(column[place]) for column in columns if is_text(column[place])]
    return " ".join(texts)[:MOST_WORDS]


def _counts(columns: Sequence[Values], length: int) -> list[int]:
    """How many of the table's columns each row fills."""
    if not columns:
        return [0] * length
    return [len(columns) - line.count(None) for line in zip(*columns, strict=True)]


def _weak(
    columns: Sequence[Values], main: Sequence[Values], ref: int
) -> list[frozenset[object] | None]:
    """For each column the values that do not make a row filled; None where all are such.

    A form's empty rows often hold a running number, a default ("Not started") or a formula's 0.
    """
    weak: list[frozenset[object] | None] = []
    waiting = [
        place for place in range(len(columns[0])) if all(column[place] is None for column in main)
    ]
    for place, whole in enumerate(columns):
        column = [whole[row] for row in waiting]
        held = [value for value in column if value is not None]
        if place == ref or _running(held):
            weak.append(None)
            continue
        defaults: set[object] = {value for value in set(held) if _is_default(value)}
        if len(held) >= 3:
            different = set(held)
            commonest = max(different, key=held.count) if len(different) <= 12 else None
            if commonest is not None and held.count(commonest) >= 0.9 * len(held):
                defaults.add(commonest)
        weak.append(frozenset(defaults))
    return weak


def _is_default(value: object) -> bool:
    if isinstance(value, str):
        return bool(PLACEHOLDER.match(value.strip()))
    return value in FORMULA_ZERO


def _running(held: Sequence[object]) -> bool:
    """Whether values are a running number: 1, 2, 3 …, as numbers or at the end of a code."""
    if len(held) < 2:
        return False
    numbers = []
    for value in held[:40]:
        found = re.search(r"(\d+)\.?$", shown(value)) if len(shown(value)) <= 12 else None
        if not found:
            return False
        numbers.append(int(found[1]))
    steps = [b - a for a, b in zip(numbers, numbers[1:], strict=False)]
    return sum(step == 1 for step in steps) >= 0.8 * len(steps)


def _holds(
    page: Page,
    found: Found,
    columns: Sequence[Values],
    place: int,
    row: int,
    weak: Sequence[frozenset[object] | None],
) -> bool:
    """Whether a row without a title holds anything that somebody wrote in it."""
    for column, defaults in zip(columns, weak, strict=True):
        value = column[place]
        if value is not None and defaults is not None and value not in defaults:
            return True
    return any((row, column) in page.grid.uncomputed for column in found.columns) and any(
        is_text(column[place]) for column in columns
    )


def _coded(codes: Values | None, label: Values | None) -> bool:
    """Whether records usually carry a reference, so that a row without one stands out."""
    if codes is None or label is None:
        return False
    titled = [c for c, t in zip(codes, label, strict=True) if t is not None]
    return sum(c is not None for c in titled) >= 0.6 * max(1, len(titled))


def _section(
    page: Page,
    found: Found,
    columns: Sequence[Values],
    place: int,
    row: int,
    counts: Sequence[int],
    codes: Values | None,
    label: Values | None,
    coded: bool,
) -> str:
    """The title of a section, when a row holds nothing else; "" where it may be a record."""
    held = [(i, column[place]) for i, column in enumerate(columns) if column[place] is not None]
    if not held or not all(isinstance(value, str) or i == 0 for i, value in held):
        return ""
    ahead = counts[place + 1 : place + 4]
    if not ahead or max(ahead) < 3:
        return ""
    title = " ".join(shown(value) for _, value in held)
    column, value = found.columns[held[0][0]], held[0][1]
    if not is_text(held[-1][1]):
        return ""
    if len(held) == 1:
        wide = _wide(page, found, columns, place, row)
        elsewhere = label is None or label[place] is None
        styled = (row, column) in page.grid.bold or (row, column) in page.grid.fills
        below = (found.rows[place + 1], column) if place + 1 < len(found.rows) else (row, column)
        stands_out = styled and below not in page.grid.bold and below not in page.grid.fills
        if wide or (elsewhere and is_text(value) and len(shown(value)) > 3):
            return title
        capitals = title.isupper() and not _in_capitals(label, counts)
        if stands_out or (title.isupper() and coded) or (capitals and len(title) > 3):
            return title
        return ""
    # A number and a title alone, in capitals: "1  CHILDREN IN NEED"; or a letter and a title, where
    # no record is known by a letter: "A  Workforce".
    if (
        label is not None
        and label[place] is not None
        and codes is not None
        and codes[place] is not None
    ):
        text = shown(label[place])
        lettered = bool(_LETTER.match(shown(codes[place]))) and not any(
            filled > len(held) and code is not None and _LETTER.match(shown(code))
            for filled, code in zip(counts, codes, strict=True)
        )
        if len(text) > 3 and (text.isupper() or lettered):
            return title
    return ""


def _in_capitals(label: Values | None, counts: Sequence[int]) -> bool:
    """Whether any record of several cells has its title in capitals."""
    titles = zip(label or (), counts, strict=False)
    return any(count >= 3 and is_text(t) and shown(t).isupper() for t, count in titles)


def _carries_on(columns: Sequence[Values], place: int, label: int, row: int, above: int) -> bool:
    """Whether a row holds only text right of the title, straight under a record that has some."""
    held = [at for at, column in enumerate(columns) if column[place] is not None]
    if not held or min(held) <= label or row != above + 1:
        return False
    return all(is_text(columns[at][place]) and is_text(columns[at][place - 1]) for at in held)


def _wide(page: Page, found: Found, columns: Sequence[Values], place: int, row: int) -> bool:
    """Whether a row's first filled cell is merged over columns with headings of their own."""
    at = next(at for at, column in enumerate(columns) if column[place] is not None)
    return page.span(row, found.columns[at])[1] > found.ends[at]


def _unread(page: Page, found: Found, row: int, *, read_hidden: bool, read_struck: bool) -> str:
    """Why a filled row is left out all the same: hidden by hand, or struck through.

    What a filter hides is read: a filter is only a view, and those who work with the file see all.
    """
    if not read_hidden and row in page.grid.hidden_rows - page.grid.filtered_rows:
        return HIDDEN
    return STRUCK if not read_struck and is_struck(page, found, row) else ""


def is_struck(page: Page, found: Found, row: int) -> bool:
    """Whether most words of a row are struck through."""
    if not page.grid.struck:
        return False
    held = [c for c in found.columns if page.at(row, c) is not None and is_text(page.at(row, c))]
    return bool(held) and sum((row, c) in page.grid.struck for c in held) > 0.5 * len(held)
