"""Every declared column as clean values, also one spread over periods and a date that moved."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import repeat
from typing import Any

from loaders.cells.readers import Noted, in_percent, shown
from loaders.cells.said_words import share
from loaders.choices import Choices
from loaders.columns.beside import WHAT_FOR, Match
from loaders.columns.dated import dated
from loaders.declared import Column, Kind, Table
from loaders.reading import month_first, periods
from loaders.reading.frame import Source, Told, fill_blanks, read_column
from loaders.reading.recognise import Fit
from loaders.reading.revised import Revision, histories, is_revision, revisions
from loaders.sheets.find import Found
from loaders.sheets.spelling import normal

_PERCENT = re.compile(r"%|\bper ?cent|\bpct\b", re.IGNORECASE)


def by_periods(
    table: Table, found: Found, fit: Fit, choices: Choices
) -> dict[str, dict[int, tuple[Any, str]]]:
    """The columns that are spread over periods, with their places in the file."""
    unused = _unused(table, found, fit, choices)
    out = {}
    for column in table.columns:
        if not column.by_period:
            continue
        own = fit.matches.get(column.field)
        free = [*unused, *([own.place] if own and not _chosen(table, found, own, choices) else [])]
        # Several headings may be said to be this one: a store of before remembered each it read.
        free += [place for place in _said_to_be(table, found, column, choices) if place not in free]
        spread = periods.spread(column, found.headings, free)
        if spread and own and own.place not in spread:
            # An undated column beside dated ones is the oldest.
            spread[own.place] = dated(column, found.headings[own.place]) or (None, "")
        again = [place for place in free if own and _like(found, place, own.place)]
        if own and len(again) > 1:
            spread |= {place: (None, "") for place in again if place not in spread}
        if spread:
            out[column.field] = spread
    return out


def _said_to_be(table: Table, found: Found, column: Column, choices: Choices) -> list[int]:
    """The columns of the file that an officer said are this one."""
    said = choices.fields.get(table.key, {})
    meant = {normal(heading) for heading, field in said.items() if field == column.field}
    return [place for place, heading in enumerate(found.headings) if normal(heading) in meant]


def _unused(table: Table, found: Found, fit: Fit, choices: Choices) -> list[int]:
    """The columns that no field was found for, and about which no officer said anything."""
    said = {normal(heading) for heading in choices.fields.get(table.key, {})}
    taken = {match.place for match in fit.matches.values()} | fit.refused | set(fit.across)
    return [
        place
        for place, heading in enumerate(found.headings)
        if place not in taken and normal(heading) not in said
    ]


def _shared(column: Column, source: Source) -> Column:
    """A column of words, whose heading says that its numbers are shares of what is done."""
    if not column.kind.ends or not _PERCENT.search(source.heading):
        return column
    read = partial(_whole_or, column.kind.read, column.kind.ends[0])
    return replace(column, kind=replace(column.kind, read=read))


def _whole_or(read: Callable[[Any], Any], whole: str, value: Any) -> Any:
    number = share(value) if isinstance(value, str) else value
    if number == (1 if isinstance(value, str) or in_percent(value) else 100):
        return Noted(whole, f"Read as “{whole}”, from the share that is done.")
    return read(value)


def _like(found: Found, place: int, other: int) -> bool:
    """Whether two columns have one heading, as a tool writes one for each comment."""
    return normal(found.headings[place]) == normal(found.headings[other])


def _chosen(table: Table, found: Found, own: Match, choices: Choices) -> bool:
    said = {normal(heading) for heading in choices.fields.get(table.key, {})}
    return normal(found.headings[own.place]) in said


def revised_in(
    table: Table, found: Found, columns: Sequence[Sequence[object]], fit: Fit, choices: Choices
) -> tuple[Revision, ...]:
    """The columns of later dates, where the table declares a date that moves."""
    if not table.moves[1]:
        return ()
    own = fit.matches.get(table.moves[1])
    free = _unused(table, found, fit, choices)
    # A part of such a heading may be another date's ("1st Revised / Date").
    other = [
        match.place
        for name, match in fit.matches.items()
        if name not in table.moves
        and table[name].kind.dtype.startswith("datetime")
        and not _chosen(table, found, match, choices)
        and is_revision(table[table.moves[1]], found.headings[match.place])
    ]
    return revisions(table, found, columns, own.place if own else None, [*free, *other])


def clean_values(
    table: Table,
    sources: Mapping[str, Source],
    records: Sequence[int],
    by_period: Mapping[str, Mapping[int, tuple[Any, str]]],
    revised: Sequence[Revision],
    found: Found,
    raw: Sequence[Sequence[object]],
    told: Told,
) -> tuple[dict[str, list[Any]], set[int]]:
    """Every declared column's clean values, and the records that an error stops."""
    clean: dict[str, list[Any]] = {}
    stopped: set[int] = set()
    first, last = table.moves
    later = [_source(found, raw, one.place) for one in revised]
    dated = [(table[name], source) for name, source in sources.items() if name != last]
    dated += [(table[last], source) for source in later]
    turned = month_first.evidence(dated)
    read_as = month_first.reading if turned else _as_declared
    for column in map(read_as, table.columns):
        source = sources.get(column.field)
        if later and column.field == last:
            parts = [read_column(column, source, records, told)[0] for source in later]
            clean[last] = [_latest(values) for values in zip(*parts, strict=True)]
        elif source is None:
            clean[column.field] = [None] * len(records)
        elif column.field in by_period:
            spread = by_period[column.field]
            held = periods.without_errors(column, spread, found, raw, records, told)
            clean[column.field], past = periods.history(held, found.headings, spread)
            clean[f"{column.field}_history"] = past
        else:
            values, marks, bad = read_column(_shared(column, source), source, records, told)
            clean[column.field] = values
            stopped |= bad
            if marks is not None:
                clean[f"{column.field}_mark"] = marks
    month_first.tell(dated, records, turned, told)
    _not_beside(table, sources, records, clean, told)
    _meant_instead(table, clean)
    if first in sources or later:
        kind = read_as(table[first]).kind
        clean[f"{first}_history"] = _dates_told(sources.get(first), revised, later, raw, kind)
    return clean, stopped


def wrong_alone(fit: Fit, sources: dict[str, Source]) -> None:
    """Where nothing is said to be done about what is wrong, that is what the row is about."""
    for column in fit.table.columns:
        beside = fit.matches.get(column.beside)
        if beside is None or beside.reason != WHAT_FOR or column.field not in sources:
            continue
        own, other = sources[column.field], sources[column.beside]
        alone = [a is None and b is not None for a, b in zip(own.cells, other.cells, strict=True)]
        sources[column.field] = replace(
            own,
            cells=[
                b if one else a for a, b, one in zip(own.cells, other.cells, alone, strict=True)
            ],
        )
        sources[column.beside] = replace(
            other, cells=[None if one else b for b, one in zip(other.cells, alone, strict=True)]
        )


def in_sections(
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
        fill_blanks(clean, table.section, titles)


def kind_by_name(
    table: Table, found: Found, sources: Mapping[str, Source], clean: dict[str, list[Any]]
) -> None:
    """Fills a blank kind of records whose list is named for it: "Recs", "Recommendation"."""
    name, value, words = table.kind_by
    main = next((c.field for c in table.columns if c.main), "")
    if not name or name in sources or main not in sources:
        return
    named = {*normal(found.sheet).split(), normal(sources[main].heading)}
    if named & {*words}:
        fill_blanks(clean, name, repeat(value, len(clean[name])))


def _not_beside(
    table: Table,
    sources: Mapping[str, Source],
    records: Sequence[int],
    clean: dict[str, list[Any]],
    told: Told,
) -> None:
    """Takes out, and says, the cells that mean something else beside what their row says."""
    for column in table.columns:
        field, words, sure = column.not_beside
        if field not in sources or column.field not in sources:
            continue
        own, other = sources[column.field], sources[field]
        if set(normal(own.heading).split()) & {*sure}:
            continue
        values = clean[column.field]
        for place, said in enumerate(other.cells):
            if values[place] is None or not isinstance(said, str) or normal(said) not in words:
                continue
            values[place] = None
            advice = (
                f"This row says “{said.strip()}”, so the date is not taken as "
                f"“{column.heading.lower()}”. Check both."
            )
            shown_as = shown(own.cells[place])
            told.add("warning", column, own.heading, shown_as, advice, own.cell(records, place))


def _meant_instead(table: Table, clean: dict[str, list[Any]]) -> None:
    """Puts the word that is meant for one that other cells of its row contradict."""
    for column in table.columns:
        word, meant, fields = column.instead
        if fields:
            filled = [
                any(v is not None for v in row)
                for row in zip(*(clean[one] for one in fields), strict=True)
            ]
            clean[column.field] = [
                meant if own == word and there else own
                for own, there in zip(clean[column.field], filled, strict=True)
            ]


def _source(found: Found, raw: Sequence[Sequence[object]], place: int) -> Source:
    return Source(place, found.columns[place], found.headings[place].strip(), [*raw[place]])


def _dates_told(
    begun: Source | None,
    revised: Sequence[Revision],
    later: Sequence[Source],
    raw: Sequence[Sequence[object]],
    kind: Kind,
) -> list[list[list[str]]]:
    """Each record's dates, from the first to the latest, with their reasons."""
    moved = [
        (one, source.heading, source.cells, _column(raw, one.reason))
        for one, source in zip(revised, later, strict=True)
    ]
    count = len(begun.cells if begun else later[0].cells)
    first = begun.cells if begun else [None] * count
    return histories(first, begun.heading if begun else "", moved, kind)


def _as_declared(column: Column) -> Column:
    return column


def _column(raw: Sequence[Sequence[object]], place: int | None) -> Sequence[object] | None:
    return None if place is None else raw[place]


def _latest(values: Sequence[Any]) -> Any:
    """The last of several dates that is there."""
    return next((value for value in reversed(values) if value is not None), None)
