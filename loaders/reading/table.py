"""One table of a file, read from end to end: its columns, its rows, its cells."""

from collections.abc import Mapping, Sequence, Sized
from typing import Any

import pandas as pd

from loaders.cells.people import person_key
from loaders.cells.readers import shown
from loaders.choices import LEAVE_OUT, READ, Choices
from loaders.columns import own_meanings, own_words, ticks
from loaders.declared import Table
from loaders.exports.rows import set_aside
from loaders.formats.grid import letter
from loaders.outcome import Reading
from loaders.reading import figures, remarks, row_remarks, unused
from loaders.reading.cleaned import (
    by_periods,
    clean_values,
    in_sections,
    kind_by_name,
    revised_in,
    wrong_alone,
)
from loaders.reading.frame import Source, Told, clean_frame, duplicates, fill_blanks, filled_down
from loaders.reading.layouts import melted, validity
from loaders.reading.recognise import Fit
from loaders.reading.revised import Revision
from loaders.reading.statuses import asked_about, colours_of
from loaders.sheets import ditto
from loaders.sheets.find import Found
from loaders.sheets.page import Page
from loaders.sheets.rows import Sorted, sort_rows

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
    table = own_meanings.said(fit.table, choices.words.get(fit.table.key, {}))
    told = Told(found.sheet)
    places = {name: match.place for name, match in fit.matches.items()}
    by_period = by_periods(table, found, fit, choices)
    for name, spread in by_period.items():
        places[name] = max(spread, key=lambda place: (str(spread[place][0] or ""), place))
    parts = figures.roles(table, found, columns, fit)
    columns = parts.columns
    revised = revised_in(table, found, columns, fit, choices)
    if revised:
        later = {one.place for one in revised}
        places = {name: place for name, place in places.items() if place not in later}
        places[table.moves[1]] = revised[-1].place
        places = {name: places[name] for name in table.fields if name in places}
    rows = sort_rows(
        page,
        found,
        columns,
        places,
        table.filled_by,
        next((c.example for c in table.columns if c.main), None),
        read_hidden=choices.hidden == READ,
        read_struck=choices.struck not in ("", LEAVE_OUT),
        sections=bool(table.section),
        kinds={column.field: column.kind for column in table.columns},
        said=choices.rows.get(table.key, {}),
    )
    if table.section and table.filled_by[0] in places:
        title = places[table.filled_by[0]]
        set_aside(found.headings, found.rows, columns, title, rows)
    valid = validity(table, found, columns, fit.across)
    if valid:
        rows.records = [row for row in rows.records if row != valid.row]
        rows.doubtful.pop(valid.row, None)
        rows.left_out[valid.row] = "it says how long each holds, which was used"
    at = {row: place for place, row in enumerate(found.rows)}
    kept = [at[row] for row in rows.records]
    down = filled_down(page, found, columns)
    if rows.carried_on:
        down = _joined(down, at, rows.carried_on)
    raw = [[column[place] for place in kept] for column in down]
    if fit.across:
        made = melted(table, found, places, fit.across, rows.records, raw)
        records, sources = made.rows, made.sources
    else:
        records = rows.records
        sources = {
            name: Source(place, found.columns[place], found.headings[place].strip(), raw[place])
            for name, place in places.items()
        }
    wrong_alone(fit, sources)
    clean, stopped = clean_values(table, sources, records, by_period, revised, found, raw, told)
    if valid:
        ends = valid.ends(sources[table.across_dates], clean[table.across_dates])
        fill_blanks(clean, table.across_valid, ends)
    kind_by_name(table, found, sources, clean)
    figures.units_from_cells(table, sources, clean)
    unjudged = figures.directions(table, found, sources, clean)
    of_date = figures.when(table, found, choices, sources, clean)
    part_of: dict[int, int] = {}
    if table.one_figure:
        cells_of = {row: [column[at[row]] for column in down] for row in dict.fromkeys(records)}
        part_of = figures.joined(table, found, parts, cells_of, records, sources, clean, told)
    more = [
        Source(place, found.columns[place], found.headings[place].strip(), raw[place])
        for places_of in ([] if fit.across else by_period.values())
        for place in places_of
    ]
    stopped |= row_remarks.pointing_to_people(table, sources, more, records, told)
    stopped |= remarks.beyond_limits(table, sources, records, clean, told)
    row_remarks.struck_means(page, found, table, records, clean, choices)
    elsewhere = _used(fit, by_period, revised) - {places.get(table.colour_means)}
    own = places.get(table.colour_means, -1)
    ticked, ticks_told = ticks.under(table, found, raw, elsewhere, own, records, clean)
    told.drop(table.colour_means, {c for at in ticked for c in raw[at] if c is not None})
    colours = colours_of(page, table, found, records, sources, clean, choices, told)
    in_sections(table, rows.sections, records, clean, found)
    _keys(table, clean, choices.secret)
    if table.unique in sources:
        duplicates(table, clean[table.unique], sources[table.unique], records, told)
    remarks.uncomputed(page, table, sources, records, told)
    remarks.out_of_order(table, sources, records, clean, told)
    lacking = [] if of_date else remarks.lacking(table, found, sources)
    used = _used(fit, by_period, revised) | {*parts.places, *ticked}
    not_used = unused.columns(table, found, raw, used, fit.matches, choices)
    problems = [
        *lacking,
        *of_date,
        *unjudged,
        *remarks.gone(table, found, sources, choices),
        *remarks.guessed(found, fit, choices, by_period),
        *remarks.refused(found, fit),
        *remarks.unheaded(page, found),
        *ditto.said(page, found, columns, rows.records),
        *remarks.unseen(page, found),
        *remarks.hidden(page, found, sources),
        *unused.said(table, found.sheet, not_used),
        *unused.others(table, found, raw, used, not_used, choices),
        *row_remarks.out_of_sight(page, found, rows, choices),
        *row_remarks.doubtful(found, rows.doubtful),
        *row_remarks.alike(found, rows),
        *asked_about(found, table, colours, choices),
        *ticks_told,
        *told.problems(),
    ]
    if lacking:
        stopped = set(range(len(records)))
    frame = clean_frame(table, clean, records, found.sheet)
    if stopped or part_of:
        frame = frame.drop(index=sorted({*stopped, *part_of})).reset_index(drop=True)
    aside = {
        **rows.left_out,
        **dict.fromkeys(rows.sections, "the title of a section"),
        **dict.fromkeys(rows.carried_on, "its text was added to the row above"),
        **{records[one]: f"read with row {row + 1}, as one figure" for one, row in part_of.items()},
    }
    return Reading(
        table.key,
        found.sheet,
        _excel(found),
        found.headings,
        {name: found.headings[source.place] for name, source in sources.items()},
        {name: letter(source.column) for name, source in sources.items()},
        {name: _reason(name, fit, by_period, revised, table) for name in sources},
        {name: _confidence(name, fit) for name in sources},
        *_extent(rows),
        rows.filled,
        frame,
        tuple(problems),
        tuple((row + 1, why) for row, why in sorted(aside.items())),
        tuple(sorted({records[place] + 1 for place in stopped})),
        colours.counts,
        {},
        tuple(found.headings[place] for place in sorted(fit.refused)),
        _samples(table, found, fit, columns),
        found.title,
        colours.headings,
        row_remarks.unread_rows(table, found, places, down, rows, records, stopped),
        row_remarks.words_of_rows(table, found, places, columns, [*rows.left_out, *rows.records]),
        tuple(not_used),
        tuple(n for n, one in fit.matches.items() if one.guessed and n not in by_period),
        own_words.of(table, {name: one.cells for name, one in sources.items()}, clean),
        own_meanings.asked(fit.table, {name: one.cells for name, one in sources.items()}),
    )


def _used(
    fit: Fit, by_period: Mapping[str, Mapping[int, object]], revised: Sequence[Revision]
) -> set[int]:
    """The columns, by place, that are read, or that must not be."""
    spread = {place for places in by_period.values() for place in places}
    spread |= {place for one in revised for place in (one.place, one.reason) if place is not None}
    return {one.place for one in fit.matches.values()} | fit.refused | set(fit.across) | spread


def _joined(
    columns: Sequence[list[object]], at: Mapping[int, int], carried_on: Mapping[int, int]
) -> list[list[object]]:
    """The cells with each text that carries on in the next row put together."""
    out = [list(column) for column in columns]
    for row, record in sorted(carried_on.items()):
        for column in out:
            more = column[at[row]]
            if more is not None:
                column[at[record]] = f"{shown(column[at[record]] or '')} {shown(more)}".strip()
    return out


def _excel(found: Found) -> tuple[int, int]:
    return found.heading_rows[0] + 1, found.heading_rows[1] + 1


def _extent(rows: Sorted) -> tuple[int, int]:
    """The first and last record's row as Excel shows them; 0 and 0 where there is none."""
    return (rows.records[0] + 1, rows.records[-1] + 1) if rows.records else (0, 0)


def _keys(table: Table, clean: dict[str, list[Any]], secret: bytes) -> None:
    """Replaces people's names by keys, before anything else sees them."""
    for name in table.pseudonymised:
        keys = {value: person_key(value, secret) for value in set(clean[name]) if value is not None}
        clean[name] = [keys.get(value) for value in clean[name]]


def _reason(
    name: str, fit: Fit, by_period: Mapping[str, Sized], revised: Sequence[Revision], table: Table
) -> str:
    if name == table.moves[1] and len(revised) > 1:
        return "several columns hold it; the latest is taken, and each earlier one is kept"
    if name == table.moves[1] and revised and name not in fit.matches:
        return f"“{table[name].heading}” with a number or date beside it"
    if name in by_period:
        if len(by_period[name]) == 1:
            return "its heading carries a date"
        return "several columns hold it; the last that says something is taken, all are kept"
    return fit.matches[name].reason if name in fit.matches else "the cells there are dates"


def _confidence(name: str, fit: Fit) -> float:
    return round(fit.matches[name].confidence, 2) if name in fit.matches else 0.9


def _samples(
    table: Table, found: Found, fit: Fit, columns: Sequence[Sequence[object]]
) -> dict[str, tuple[str, ...]]:
    """The first values under each heading, but none that may be of people.

    In a table of people or of cases, that is every column but those that are read.
    """
    hidden = set(fit.refused)
    if table.refused or table.pseudonymised:
        shown_places = {
            match.place for name, match in fit.matches.items() if name not in table.pseudonymised
        }
        hidden |= set(range(len(found.headings))) - shown_places
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
