"""One table of a file, read from end to end: its columns, its rows, its cells."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from loaders import periods, rag
from loaders.cells import shown
from loaders.checked import Reading
from loaders.choices import LEAVE_OUT, Choices
from loaders.choose import Fit
from loaders.columns import Table
from loaders.find import Found
from loaders.grid import address, letter
from loaders.headings import normal
from loaders.layouts import melted
from loaders.page import Page
from loaders.people import person_key
from loaders.problems import Problem
from loaders.read import Source, Told, clean_frame, duplicates, filled_down, read_column
from loaders.rows import Sorted, sort_rows

SAMPLES = 4
NOT_SHOWN = ("not shown",)


def unknown(page: Page, found: Found, columns: list[list[object]]) -> Reading:
    """A table that is like none of the declared ones: its rows counted, nothing read."""
    rows = sort_rows(
        page, found, columns, {}, (), None, read_hidden=False, read_struck=False, sections=False
    )
    return Reading(
        "",
        found.sheet,
        _excel(found),
        found.headings,
        {},
        {},
        {},
        {},
        *_extent(rows),
        rows.filled,
        pd.DataFrame(),
        left_out=tuple((row + 1, why) for row, why in sorted(rows.left_out.items())),
        title=found.title,
    )


def read(
    page: Page, found: Found, columns: list[list[object]], fit: Fit, choices: Choices
) -> Reading:
    """A table read as the declared table that fits it."""
    table = fit.table
    told = Told(found.sheet)
    places = {name: match.place for name, match in fit.matches.items()}
    by_period = _by_period(table, found, fit, choices)
    for name, spread in by_period.items():
        places[name] = max(spread, key=lambda place: (str(spread[place][0] or ""), place))
    rows = sort_rows(
        page,
        found,
        columns,
        places,
        table.filled_by,
        next((c.example for c in table.columns if c.main), None),
        read_hidden=choices.read_hidden,
        read_struck=choices.read_struck,
        sections=bool(table.section),
    )
    at = {row: place for place, row in enumerate(found.rows)}
    kept = [at[row] for row in rows.records]
    down = filled_down(page, found, columns)
    whole = len(kept) == len(found.rows)
    raw = down if whole else [[column[place] for place in kept] for column in down]
    if fit.across:
        made = melted(table, found, places, fit.across, rows.records, raw)
        records, sources = made.rows, made.sources
    else:
        records = rows.records
        sources = {
            name: Source(place, found.columns[place], found.headings[place].strip(), raw[place])
            for name, place in places.items()
        }
    clean, stopped = _clean(table, sources, records, by_period, found, raw, told)
    colours = _colours(page, table, found, records, sources, clean, choices, told)
    _sections(table, rows.sections, records, clean, found)
    _keys(table, clean, choices.secret)
    if table.unique in sources:
        duplicates(table, clean[table.unique], sources[table.unique], records, told)
    _uncomputed(page, table, sources, records, told)
    lacking = _lacking(table, found, sources)
    problems = [
        *lacking,
        *_refused(found, fit),
        *_unheaded(page, found),
        *_asked(table, found, sources, colours, choices),
        *told.problems(),
    ]
    if lacking:
        stopped = set(range(len(records)))
    frame = clean_frame(table, clean, records, found.sheet)
    if stopped:
        frame = frame.drop(index=sorted(stopped)).reset_index(drop=True)
    aside = {**rows.left_out, **dict.fromkeys(rows.sections, "the title of a section")}
    refused = tuple(found.headings[place] for place in sorted(fit.refused))
    return Reading(
        table.key,
        found.sheet,
        _excel(found),
        found.headings,
        {name: found.headings[source.place] for name, source in sources.items()},
        {name: letter(source.column) for name, source in sources.items()},
        {name: _reason(name, fit, by_period) for name in sources},
        {name: _confidence(name, fit) for name in sources},
        *_extent(rows),
        rows.filled,
        frame,
        tuple(problems),
        tuple((row + 1, why) for row, why in sorted(aside.items())),
        tuple(sorted({records[place] + 1 for place in stopped})),
        colours,
        {},
        refused,
        _samples(table, found, fit, columns),
        found.title,
    )


def _excel(found: Found) -> tuple[int, int]:
    return found.heading_rows[0] + 1, found.heading_rows[1] + 1


def _extent(rows: Sorted) -> tuple[int, int]:
    """The first and last record's row as Excel shows them; 0 and 0 where there is none."""
    return (rows.records[0] + 1, rows.records[-1] + 1) if rows.records else (0, 0)


def _by_period(
    table: Table, found: Found, fit: Fit, choices: Choices
) -> dict[str, dict[int, tuple[Any, str]]]:
    """The columns that are spread over periods, with their places in the file."""
    chosen = {normal(heading) for heading in choices.fields.get(table.key, {})}
    taken = {match.place for match in fit.matches.values()} | fit.refused
    out = {}
    for column in table.columns:
        if not column.by_period:
            continue
        own = fit.matches.get(column.field)
        free = [
            place
            for place, heading in enumerate(found.headings)
            if (place not in taken or (own and place == own.place))
            and normal(heading) not in chosen
        ]
        spread = periods.spread(column, found.headings, free)
        if spread and own and own.place not in spread:
            spread[own.place] = (None, "")  # an undated column beside dated ones: the oldest
        if spread:
            out[column.field] = spread
    return out


def _clean(
    table: Table,
    sources: Mapping[str, Source],
    records: Sequence[int],
    by_period: Mapping[str, Mapping[int, tuple[Any, str]]],
    found: Found,
    raw: Sequence[Sequence[object]],
    told: Told,
) -> tuple[dict[str, list[Any]], set[int]]:
    """Every declared column's clean values, and the records that an error stops."""
    clean: dict[str, list[Any]] = {}
    stopped: set[int] = set()
    for column in table.columns:
        source = sources.get(column.field)
        if source is None:
            clean[column.field] = [None] * len(records)
        elif column.field in by_period:
            spread = by_period[column.field]
            clean[column.field], past = periods.history(raw, found.headings, spread)
            clean[f"{column.field}_history"] = past
        else:
            values, marks, bad = read_column(column, source, records, told)
            clean[column.field] = values
            stopped |= bad
            if marks is not None:
                clean[f"{column.field}_mark"] = marks
    return clean, stopped


def _colours(
    page: Page,
    table: Table,
    found: Found,
    records: Sequence[int],
    sources: Mapping[str, Source],
    clean: dict[str, list[Any]],
    choices: Choices,
    told: Told,
) -> dict[str, int]:
    """Fills the colour field from cells' fills and the status from what colours mean.

    Comes out: the colours and letters of rows without a status, counted; their meaning is asked.
    """
    if not table.colour:
        return {}
    own, status = sources.get(table.colour), sources.get(table.colour_means)
    column = own.column if own else (status.column if status else None)
    if column is None or not any(rag.filled(page, records, column)):
        column = column if own else rag.coloured_column(page, records, found.columns)
    words = list(clean[table.colour])
    said = list(clean[table.colour_means])
    if column is not None and page.grid.fills and None in words:
        fills = rag.filled(page, records, column)
        words = [
            word if word is not None else fill for word, fill in zip(words, fills, strict=True)
        ]
    unsaid = [place for place, status_said in enumerate(said) if status_said is None]
    if status and unsaid:
        codes = {place: status.cells[place] for place in unsaid if rag.is_code(status.cells[place])}
        told.drop(table.colour_means, set(codes.values()))
        for place, code in codes.items():
            words[place] = words[place] if words[place] is not None else rag.named(code)
    asked: dict[str, int] = {}
    for place in unsaid:
        if words[place] is not None:
            name = rag.named(words[place])
            said[place] = rag.meaning(name, choices.colours)
            asked[name] = asked.get(name, 0) + 1
    clean[table.colour], clean[table.colour_means] = words, said
    return asked


def _sections(
    table: Table,
    titled: Mapping[int, str],
    records: Sequence[int],
    clean: dict[str, list[Any]],
    found: Found,
) -> None:
    """Puts each section's title on the records under it, where they have none of their own."""
    if not table.section:
        return
    titles: list[str | None] = []
    current = found.title if found.repeats_headings else None
    sections = sorted(titled.items())
    step = 0
    for row in records:
        while step < len(sections) and sections[step][0] < row:
            current = sections[step][1]
            step += 1
        titles.append(current)
    if any(titles):
        clean[table.section] = [
            own if own is not None else title
            for own, title in zip(clean[table.section], titles, strict=True)
        ]


def _keys(table: Table, clean: dict[str, list[Any]], secret: bytes) -> None:
    """Replaces people's names by keys, before anything else sees them."""
    for name in table.pseudonymised:
        keys = {value: person_key(value, secret) for value in set(clean[name]) if value is not None}
        clean[name] = [keys.get(value) for value in clean[name]]


def _uncomputed(
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


def _lacking(table: Table, found: Found, sources: Mapping[str, Source]) -> list[Problem]:
    """An error for each needed column that no heading was found for."""
    return [
        Problem(
            "error",
            found.sheet,
            "",
            column.field,
            column.heading,
            "",
            f"There is no column for “{column.heading}”. Add one, or say below which of the "
            "file's columns it is.",
        )
        for column in table.columns
        if column.required and column.field not in sources
    ]


def _refused(found: Found, fit: Fit) -> list[Problem]:
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


def _unheaded(page: Page, found: Found) -> list[Problem]:
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


def _asked(
    table: Table,
    found: Found,
    sources: Mapping[str, Source],
    colours: Mapping[str, int],
    choices: Choices,
) -> list[Problem]:
    """A warning where a colour or letter stands for the status and nobody said what it means."""
    unsaid = {n: rows for n, rows in colours.items() if rag.meaning(n, choices.colours) is None}
    if not unsaid:
        return []
    counted = ", ".join(
        f"{name} in {rows} row{'' if rows == 1 else 's'}" for name, rows in unsaid.items()
    )
    field = table.colour_means
    heading = sources[field].heading if field in sources else table[field].heading
    advice = (
        f"Say what each colour, letter or number means in this file ({counted}). "
        f"Until then these rows have no {table[field].heading.lower()}."
    )
    return [Problem("warning", found.sheet, "", field, heading, "", advice)]


def _reason(name: str, fit: Fit, by_period: Mapping[str, object]) -> str:
    if name in by_period:
        return "its headings carry dates; the latest is taken and the others are kept"
    return fit.matches[name].reason if name in fit.matches else "the cells there are dates"


def _confidence(name: str, fit: Fit) -> float:
    return round(fit.matches[name].confidence, 2) if name in fit.matches else 0.9


def _samples(
    table: Table, found: Found, fit: Fit, columns: Sequence[Sequence[object]]
) -> dict[str, tuple[str, ...]]:
    """The first values under each heading, but none of people or of columns not read."""
    hidden = fit.refused | {
        fit.matches[name].place for name in table.pseudonymised if name in fit.matches
    }
    out: dict[str, tuple[str, ...]] = {}
    for place, heading in enumerate(found.headings):
        if place in hidden:
            out.setdefault(heading, NOT_SHOWN)
            continue
        held = dict.fromkeys(shown(v)[:80] for v in columns[place][:200] if v is not None)
        out.setdefault(heading, tuple(held)[:SAMPLES])
    return out


def left_out_by_choice(choices: Choices, sheet: str) -> bool:
    """Whether an officer said that this sheet is not to be read."""
    return choices.sheets.get(sheet) == LEAVE_OUT
