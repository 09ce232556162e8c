"""What is to be said about a table's columns as a whole."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import pandas as pd

from loaders.cells import dates
from loaders.cells.readers import shown
from loaders.choices import LEAVE_OUT, Choices
from loaders.declared import Table
from loaders.formats.fit import unfit
from loaders.formats.grid import address, letter
from loaders.outcome import Reading
from loaders.problems import Level, Problem
from loaders.reading.frame import Source, Told
from loaders.reading.recognise import Fit
from loaders.sheets.find import Found
from loaders.sheets.page import Page
from loaders.sheets.spelling import normal


def lacking(table: Table, found: Found, sources: Mapping[str, Source]) -> list[Problem]:
    """An error for each needed column that no heading was found for."""
    return [
        Problem(
            "error",
            found.sheet,
            "",
            column.field,
            column.heading,
            "",
            "Nothing says which month these figures are of. Write it in the line above the "
            "headings, for example June 2024, or choose below when they were true."
            if column.field == table.implied
            else f"There is no column for “{column.heading}”. Add one, or say below which of the "
            "file's columns it is.",
        )
        for column in table.columns
        if column.required and column.field not in sources
    ]


def guessed(
    found: Found, fit: Fit, choices: Choices, spread: Collection[str] = ()
) -> list[Problem]:
    """A warning for each column that was taken for a field by its cells alone.

    Not for fields that are ``spread`` over dated columns: those headings carry a known name.
    """
    if choices.as_table or found.sheet in choices.sheets:
        return []  # an officer looks at the columns, having said what the table is
    return [
        Problem(
            "warning",
            found.sheet,
            address(found.heading_rows[1], found.columns[match.place]),
            name,
            found.headings[match.place].strip(),
            "",
            f"The heading is not one that is known here. The column was read as "
            f"“{fit.table[name].heading}”, because {match.reason}. If that is not right, say "
            "below which column it is.",
        )
        for name, match in fit.matches.items()
        if match.guessed and name not in spread
    ]


def refused(found: Found, fit: Fit) -> list[Problem]:
    """A note for each column that is not read because it would hold personal data."""
    return [
        Problem(
            "note",
            found.sheet,
            "",
            "",
            found.headings[place].strip(),
            "",
            "This column may identify a person or hold legal advice. It was not read, and "
            "nothing in it is kept.",
        )
        for place in sorted(fit.refused)
    ]


def unheaded(page: Page, found: Found) -> list[Problem]:
    """A warning for each column within the table that is filled but has no heading."""
    own = {c for c, end in zip(found.columns, found.ends, strict=True) for c in range(c, end + 1)}
    own |= {column for column, _ in found.across}
    sample = found.rows[:30]
    out = []
    for column in range(found.columns[0], found.columns[-1]):
        held = sum(page.at(row, column) is not None for row in sample)
        if column not in own and held > 0.3 * len(sample):
            cell = address(found.heading_rows[1], column)
            advice = (
                f"Column {letter(column)} is filled in but has no heading, so it was not read. "
                "Type a heading above it, for example Due date, and choose the file again."
            )
            out.append(Problem("warning", found.sheet, cell, "", "", "", advice))
    return out


def unseen(page: Page, found: Found) -> list[Problem]:
    """A note where cells held characters that cannot be seen, which were taken out."""
    if not any(map(unfit, page.texts)):
        return []
    lines = (page.lines[row] for row in found.rows)
    count = sum(isinstance(cell, str) and unfit(cell) for line in lines for cell in line)
    if not count:
        return []
    cells = "1 cell holds" if count == 1 else f"{count} cells hold"
    said = f"{cells} characters that cannot be seen, as Word leaves them behind a copied table. "
    return [Problem("note", found.sheet, "", "", "", "", f"{said}They were taken out.")]


def uncomputed(
    page: Page,
    table: Table,
    sources: Mapping[str, Source],
    records: Sequence[int],
    told: Told,
) -> None:
    """Tells of formulas that the file holds no result for."""
    if not page.grid.uncomputed:
        return
    for name, source in sources.items():
        for place in range(len(records)):
            cell = source.cell(records, place)
            if cell in page.grid.uncomputed:
                told.add(
                    "warning",
                    table[name],
                    source.heading,
                    "",
                    "This is a formula whose result is not in the file. Open the file in Excel, "
                    "save it and choose it again.",
                    cell,
                )


def hidden(page: Page, found: Found, sources: Mapping[str, Source]) -> list[Problem]:
    """A note for each column that was read although it is hidden in the file."""
    return [
        Problem(
            "note",
            found.sheet,
            address(found.heading_rows[1], source.column),
            name,
            source.heading,
            "",
            "This column is hidden in the file. It was read all the same.",
        )
        for name, source in sources.items()
        if source.column in page.grid.hidden_columns
    ]


def gone(
    table: Table, found: Found, sources: Mapping[str, Source], choices: Choices
) -> list[Problem]:
    """What is said of columns that were read last time and are no longer in the file.

    A warning where nothing else is read in its place; where a column of another name is, a note
    says which. Of columns with a date in their heading each file has its own.
    """
    here = {normal(heading) for heading in found.headings}
    before = choices.read_before.get(table.key, choices.fields.get(table.key, {}))
    out: list[Problem] = []
    for heading, field in before.items():
        if field == LEAVE_OUT or field not in table.fields or normal(heading) in here:
            continue
        own = sources.get(field)
        if table[field].by_period and (own is not None or field in {one.field for one in out}):
            continue
        said = f"Last time “{heading.strip()}” was read as {table[field].heading}. "
        if own is not None:
            said += f"In this file “{own.heading}” is."
        else:
            said += (
                "This file has no column of that name. If it has a new name, say below which "
                "column it is."
            )
        level: Level = "warning" if own is None else "note"
        out.append(Problem(level, found.sheet, "", field, heading.strip(), "", said))
    return out


def beyond_limits(
    table: Table,
    sources: Mapping[str, Source],
    records: Sequence[int],
    clean: Mapping[str, Sequence[object]],
    told: Told,
) -> set[int]:
    """The records, by place, with a number that cannot go with their word, or a word said twice."""
    stopped: set[int] = set()
    for column in table.columns:
        word, limits = column.limits
        if not limits or column.field not in sources or word not in sources:
            continue
        allowed = {said: (least, most) for said, least, most in limits}
        seen: set[object] = set()
        for place, (said, held) in enumerate(zip(clean[word], clean[column.field], strict=True)):
            if said is None or held is None:
                continue
            least, most = allowed[str(said)]
            name, advice = word, "A row above says this already. Take one of the two rows out."
            if said not in seen:
                seen.add(said)
                name = column.field
                advice = f"Enter a whole number from {least} to {most} for “{said}”."
                if isinstance(held, float) and least <= held <= most:
                    continue
            at = sources[name]
            found = shown(at.cells[place])
            told.add("error", table[name], at.heading, found, advice, at.cell(records, place))
            stopped.add(place)
    return stopped


def out_of_order(
    table: Table,
    sources: Mapping[str, Source],
    records: Sequence[int],
    clean: Mapping[str, Sequence[date | None]],
    told: Told,
) -> None:
    """Warns of a date that lies before one it cannot come before."""
    for first, second in table.not_before:
        if first not in sources or second not in sources:
            continue
        at = sources[second]
        for place, (one, other) in enumerate(zip(clean[first], clean[second], strict=True)):
            if one is None or other is None or other >= one:
                continue
            advice = (
                f"This is before {table[first].heading.lower()}, {dates.said(one)}. Check both."
            )
            found = shown(at.cells[place])
            told.add("warning", table[second], at.heading, found, advice, at.cell(records, place))


def to_come(table: Table, reading: Reading, as_at: date) -> list[Problem]:
    """A warning for each date of what has happened that lies after the file's own date."""
    out = []
    for name in table.past:
        if name not in reading.letters:
            continue
        days = reading.frame[name]
        late = reading.frame[days > pd.Timestamp(as_at)]
        for row, day in zip(late["row"], late[name], strict=True):
            advice = (
                f"This is after {dates.said(as_at)}, the date that the file is true at. Check "
                "whether it has happened, or is only planned."
            )
            cell = f"{reading.letters[name]}{row}"
            heading = reading.fields[name]
            out.append(
                Problem("warning", reading.sheet, cell, name, heading, shown(day.date()), advice)
            )
    return out
