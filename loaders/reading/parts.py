"""The tables of one sheet: what each is taken for, how it is read, what stands below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.cells.readers import shown
from loaders.choices import Choices
from loaders.columns.profile import SAMPLE, Profile
from loaders.declared import Table
from loaders.outcome import Reading
from loaders.problems import Level, Problem
from loaders.reading import unused
from loaders.reading.frame import column_values
from loaders.reading.layouts import widened
from loaders.reading.recognise import ENOUGH, Fit, best, nearest, rank
from loaders.reading.table import read, unknown
from loaders.sheets import ditto
from loaders.sheets.find import Found
from loaders.sheets.odd.keys import KEY
from loaders.sheets.page import Page
from loaders.sheets.years import around, when_in, with_years

KEY_WIDTH = 3
SHORT = 60
MOST_LINES = 50


@dataclass(frozen=True)
class Part:
    """One table of the file on its way: where it stands, what it is taken for, how it was read."""

    number: int
    page: Page
    found: Found
    columns: list[list[object]]
    fit: Fit | None
    reading: Reading
    rank: float = 0.0


def nothing_silent(parts: Sequence[Part], tables: Sequence[Table], choices: Choices) -> list[Part]:
    """The parts, with what is to be said of each table that is like none known."""
    how = level(parts)
    out = []
    for part in parts:
        told: list[Problem] = []
        if part.fit is None:
            profiles = [Profile(column[:SAMPLE]) for column in part.columns]
            near = nearest(part.found, profiles, tables, choices)
            told = unused.whole(part.found, len(part.found.rows), near, how)
        problems = (*part.reading.problems, *told)
        out.append(replace(part, reading=replace(part.reading, problems=problems)))
    return out


def level(parts: Sequence[Part]) -> Level:
    """What is not read is a warning where nothing else of the file was read either."""
    return "note" if any(part.fit for part in parts) else "warning"


def records_of(found: Sequence[Found]) -> set[int]:
    """The rows of a sheet's tables, which are no key to its colours.

    A key may be a table of its own, of two or three columns: those are not among them.
    """
    return {
        row
        for one in found
        if len(one.columns) > KEY_WIDTH
        for row in (*one.rows, *range(one.heading_rows[0], one.heading_rows[1] + 1))
    }


def keys_among(parts: Sequence[Part]) -> set[int]:
    """The rows of a sheet's tables that are a key to its letters and colours."""
    return {row - 1 for part in parts for row, why in part.reading.left_out if why == KEY}


def demoted(part: Part, first: Part) -> Part:
    """Only the best table of a file is read as what it was said to be, and those that fit anyway.

    A list of choices on another sheet does not become a plan because the plan was read as one.
    """
    same = part.page is first.page and part.found.like == first.found.like
    if same or part.fit is None or part.fit.likely >= ENOUGH:
        return part
    return replace(part, fit=None, reading=unknown(part.page, part.found, part.columns))


Way = tuple[Found, Fit | None, list[list[object]]]


def _ways(page: Page, found: Found, tables: Sequence[Table], choices: Choices) -> Iterator[Way]:
    """A table without and with the columns under bare dates, each with what it would be."""
    wide = [widened(found)] if found.across and any(t.across[0] for t in tables) else []
    when = when_in(around(page, found))
    for own in (found, *wide):
        one = replace(with_years(page, own, choices.as_at), when=when)
        columns = ditto.resolved(column_values(page, one, one.rows))
        profiles = [Profile(column[:SAMPLE]) for column in columns]
        yield one, best(one, profiles, tables, choices), columns


def _fit(way: Way) -> float:
    return way[1].fit if way[1] else 0.0


def parts_of(
    page: Page, number: int, found: Sequence[Found], tables: Sequence[Table], choices: Choices
) -> list[Part]:
    """Every table of one sheet, read, with how likely it is the file's main one."""
    parts = []
    for one in found:
        wide, fit, columns = max(_ways(page, one, tables, choices), key=_fit)
        reading = read(page, wide, columns, fit, choices) if fit else unknown(page, wide, columns)
        parts.append(Part(number, page, wide, columns, fit, reading))
    rows: dict[tuple[str, int], int] = {}
    for part in parts:
        rows[part.found.like] = rows.get(part.found.like, 0) + part.reading.rows
    ranks: dict[tuple[str, int], float] = {}
    for part in parts:
        like = part.found.like
        own = (
            rank(part.fit, part.found, rows[like], page.grid.hidden)
            if part.fit
            else part.found.likeness - 10
        )
        # The parts of one table stand together, in the order of the sheet.
        ranks[like] = max(own, ranks.get(like, own))
    private = {table.key for table in tables if table.refused or table.pseudonymised}
    named = not any(part.reading.table in private for part in parts)
    below = _below(page, found, named=named)
    return [
        replace(
            part,
            rank=ranks[part.found.like],
            reading=replace(
                part.reading,
                left_out=tuple(sorted((*part.reading.left_out, *below[place]))),
            ),
        )
        for place, part in enumerate(parts)
    ]


def _below(page: Page, found: Sequence[Found], *, named: bool) -> list[list[tuple[int, str]]]:
    """For each table the filled rows under it that belong to no table: notes, keys, totals.

    ``named`` repeats their words, which a sheet about people must not.
    """
    taken = {
        row
        for one in found
        for row in (*one.rows, *range(one.heading_rows[0], one.heading_rows[1] + 1))
    }
    starts = sorted({one.heading_rows[0] for one in found})
    out = []
    for one in found:
        last = max((one.heading_rows[1], *one.rows[-1:]))
        end = next((start for start in starts if start > last), page.height)
        titles = {other.title for other in found if other.heading_rows[0] == end}
        lines = []
        for row in range(last + 1, end):
            if page.counts[row] and row not in taken:
                text = " ".join(shown(value) for _, value in page.cells(row)[:3])
                if text not in titles:
                    short = text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
                    words = f": “{short}”" if named else ""
                    lines.append((row + 1, f"below the table{words}"))
            if len(lines) == MOST_LINES:
                break
        out.append(lines)
        taken |= set(range(last + 1, end))
    return out
