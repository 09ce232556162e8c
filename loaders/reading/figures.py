"""Figures of a series: what they are in, and rows that together give one, a number and its base."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from loaders.cells.readers import in_percent, shown
from loaders.cells.targets import fraction, parted
from loaders.choices import Choices
from loaders.declared import Table
from loaders.problems import Problem
from loaders.reading.frame import Source, Told, fill_blanks
from loaders.reading.recognise import Fit
from loaders.sheets.find import Found

Role = Literal["numerator", "denominator", "rate"]
_ROLES: dict[Role, str] = {
    "numerator": "numerator num number count no n met achieved yes actual_number number_met",
    "denominator": "denominator denom den base total out_of cohort population eligible d",
    "rate": "% percent per_cent percentage pct rate result value score performance proportion",
}
ROLES: dict[str, Role] = {
    word.replace("_", " "): role for role, words in _ROLES.items() for word in words.split()
}
_NAMED = re.compile(
    r"^(?P<before>.*?)[\s:–—\-(\[]*\b(?P<role>numerator|denominator|num|denom)\b\.?[\s)\]]*"
    r"(?:(?:of|for)\b|[:–—-])?\s*(?P<after>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_RATE = re.compile(r"[\s:–—\-(\[]*(?:%|\b(?:rate|percentage|per cent|percent|pct))[)\]]*\s*$", re.I)
MOST_SHOWN = 4


def units_from_cells(
    table: Table, sources: Mapping[str, Source], clean: dict[str, list[Any]]
) -> None:
    """Fills a blank unit of a record whose figure, or whose target, is shown with a percent sign.

    The figure's own cell goes before the target's.
    """
    _of_fractions(table, sources, clean)
    for column in table.columns:
        source = sources.get(column.field)
        if not column.unit_in or source is None or not any(map(in_percent, source.cells)):
            continue
        percent = table[column.unit_in].kind.read("%")
        clean[column.unit_in] = [
            percent if unit is None and value is not None and in_percent(cell) else unit
            for unit, value, cell in zip(
                clean[column.unit_in], clean[column.field], source.cells, strict=True
            )
        ]


def _of_fractions(table: Table, sources: Mapping[str, Source], clean: dict[str, list[Any]]) -> None:
    """Puts the number and the base of "12/20" where they belong."""
    source = sources.get(table.one_figure[0]) if table.one_figure else None
    if source is None:
        return
    value, number, base = table.one_figure
    for place, cell in enumerate(source.cells):
        parts = fraction(cell)
        if parts and clean[value][place] is None:
            clean[number][place], clean[base][place] = parts


def directions(
    table: Table, found: Found, sources: Mapping[str, Source], clean: dict[str, list[Any]]
) -> list[Problem]:
    """Fills a blank direction of a record whose target says it: "≥ 90%" is better when higher.

    Comes out: a warning where no direction of the table is known.
    """
    field_of, better = table.judged
    source = sources.get(field_of)
    if source is not None:
        fill_blanks(clean, better, (parted(cell)[1] for cell in source.cells))
    if not better or better in sources or any(clean[better]) or not clean[better]:
        return []
    advice = (
        "Nothing says which way is better, so no figure is judged against its target. Add a column "
        f"“{table[better].heading}” that says higher or lower."
    )
    heading = table[better].heading
    return [Problem("warning", found.sheet, "", better, heading, "", advice, reasoned=False)]


def when(
    table: Table,
    found: Found,
    choices: Choices,
    sources: Mapping[str, Source],
    clean: dict[str, list[Any]],
) -> list[Problem]:
    """Gives records the date that stands around their table, where no column has one."""
    name = table.implied
    if not name or name in sources:
        return []
    day, text = found.when or (choices.as_at, "")
    if day is None:
        return []
    clean[name] = [day] * len(clean[name])
    why = f"because of “{text}”" if text else "as the date that the file is true at"
    advice = f"No column says when the figures are of. They were read as of {shown(day)}, {why}."
    return [Problem("note", found.sheet, "", name, table[name].heading, "", advice)]


@dataclass(frozen=True)
class Roles:
    """What the rows of a table are parts of: ``of`` gives a sheet's row its role.

    ``places`` is the column that says so, if any, ``columns`` the table's cells, where a name that
    stands in the first row of a figure alone is written in its others too.
    """

    columns: list[list[object]]
    places: tuple[int, ...] = ()
    of: Mapping[int, Role] = field(default_factory=dict)


def roles(table: Table, found: Found, columns: list[list[object]], fit: Fit) -> Roles:
    """Whether a column says which rows are numbers, which their bases, which the rates."""
    if not table.one_figure or table.one_each[0] not in fit.matches:
        return Roles(columns)
    named = fit.matches[table.one_each[0]].place
    read = {one.place for name, one in fit.matches.items() if name not in ("unit", "note")}
    for place, cells in enumerate(columns):
        if place in read or place in fit.refused or place in fit.across:
            continue
        said = [(at, _role(cell)) for at, cell in enumerate(cells) if cell is not None]
        kinds = {role for _, role in said}
        if len(kinds) < 2 or None in kinds or kinds == {"rate"}:
            continue
        names = list(columns[named])
        own = {at for at, _ in said}
        for at in range(1, len(names)):
            if names[at] is None and {at, at - 1} <= own:
                names[at] = names[at - 1]
        whole = [names if other == named else column for other, column in enumerate(columns)]
        return Roles(whole, (place,), {found.rows[at]: role for at, role in said if role})
    return Roles(columns)


def _role(cell: object) -> Role | None:
    text = shown(cell).casefold().strip(" .:()") if isinstance(cell, str) else ""
    return ROLES.get(text)


def joined(
    table: Table,
    found: Found,
    given: Roles,
    raw: Mapping[int, Sequence[object]],
    records: Sequence[int],
    sources: Mapping[str, Source],
    clean: dict[str, list[Any]],
    told: Told,
) -> dict[int, int]:
    """Puts the number and the base of a rate into its record, and tells records of one name apart.

    ``raw`` gives the cells of each of the sheet's rows. Comes out: the place of each record that is
    a part of another -> the row of that one. Where it cannot be told what rows of one name and
    period are, that is a warning at each.
    """
    name, period = table.one_each
    of = _named_roles(clean[name], records, given)
    groups: dict[tuple[str, object], list[int]] = {}
    for place, one in enumerate(clean[name]):
        when = clean[period][place]
        if one is not None and when is not None:
            groups.setdefault((_key(of[place][0]), when), []).append(place)
    left = []
    in_parts: set[str] = set()
    for (key, _), places in groups.items():
        held = {of[place][1] for place in places}
        if len(places) == 1:
            continue
        if len(held) == len(places) and None not in held and held & {*_PARTS}:
            in_parts.add(key)
        else:
            left.append(places)
    gone: dict[int, int] = {}
    for (key, _), places in groups.items():
        if key in in_parts and places not in left:
            kept = _into_one(table, {of[place][1]: place for place in places}, clean)
            clean[name][kept] = of[kept][0]
            gone |= {place: records[kept] for place in places if place != kept}
    if left:
        _tell_apart(table, found, left, raw, records, sources, clean, told)
    return gone


_PARTS: tuple[Role, Role] = ("numerator", "denominator")


def _key(name: object) -> str:
    return " ".join(str(name).casefold().split())


def _named_roles(
    names: Sequence[Any], records: Sequence[int], given: Roles
) -> list[tuple[str, Role | None]]:
    """Each record's name without the words that say which part of a figure it is, and that part."""
    out: list[tuple[str, Role | None]] = []
    if given.of:
        return [
            (str(name or ""), given.of.get(row)) for name, row in zip(names, records, strict=True)
        ]
    bases = set()
    for name in names:
        match = _NAMED.match(str(name or ""))
        text = " ".join(part for part in (match["before"], match["after"]) if part) if match else ""
        role: Role | None = None
        if match and text.strip():
            role = "numerator" if match["role"].casefold().startswith("num") else "denominator"
            bases.add(_key(text))
        out.append((text.strip() if role else str(name or ""), role))
    for place, (name, role) in enumerate(out):
        plain = _RATE.sub("", name).strip()
        if role is None and _key(plain) in bases:
            out[place] = (plain, "rate")
        elif role is None and _key(name) in bases:
            out[place] = (name, "rate")
    return out


def _into_one(table: Table, held: Mapping[Role | None, int], clean: dict[str, list[Any]]) -> int:
    """Writes the parts of a figure into one record, and returns its place."""
    value, *parts = table.one_figure
    kept = held.get("rate", min(held.values()))
    numbers = {role: clean[value][place] for role, place in held.items()}
    for field_of, role in zip(parts, _PARTS, strict=True):
        if role in numbers:
            clean[field_of][kept] = numbers[role]
    clean[value][kept] = numbers.get("rate")
    for other in table.fields:
        if other in (value, *parts) or other not in clean or clean[other][kept] is not None:
            continue
        clean[other][kept] = next(
            (clean[other][place] for place in held.values() if clean[other][place] is not None),
            None,
        )
    if "rate" in held and {*_PARTS} <= held.keys():
        unit = table[value].unit_in
        clean[unit][kept] = table[unit].kind.read("%")
    return kept


def _tell_apart(
    table: Table,
    found: Found,
    groups: Sequence[Sequence[int]],
    raw: Mapping[int, Sequence[object]],
    records: Sequence[int],
    sources: Mapping[str, Source],
    clean: dict[str, list[Any]],
    told: Told,
) -> None:
    """Names records by a column that tells them apart, or says that nothing does."""
    name, period = table.one_each
    heading = sources[name].heading
    taken = {source.place for source in sources.values()}
    for place, other in enumerate(found.headings):
        if place in taken or not other.strip():
            continue
        if all(_differ([raw[records[one]][place] for one in group]) for group in groups):
            again = {_key(clean[name][one]) for group in groups for one in group}
            advice = (
                f"Several rows have this name for one date. They are told apart by "
                f"“{' '.join(other.split())}”, which is added to the name."
            )
            for at, own in enumerate(clean[name]):
                says = raw[records[at]][place]
                if own is not None and _key(own) in again and says is not None:
                    cell = sources[name].cell(records, at)
                    told.add("warning", table[name], heading, shown(own), advice, cell)
                    clean[name][at] = f"{own} – {shown(says)}"
            return
    for group in groups:
        values = [clean[table.one_figure[0]][one] for one in group]
        given = [shown(value) for value in values if value is not None][:MOST_SHOWN]
        when = shown(clean[period][group[0]])
        advice = (
            f"{len(group)} rows give a figure of this name for {when}"
            f"{': ' + ', '.join(given) if given else ''}. Only the last would be drawn. Give each "
            "its own name, or say in a column which is the numerator, the denominator and the %."
        )
        cells = [sources[name].cell(records, one) for one in group]
        told.add_all("warning", table[name], heading, shown(clean[name][group[0]]), advice, cells)


def _differ(cells: Sequence[object]) -> bool:
    texts = [cell for cell in cells if isinstance(cell, str)]
    return len(texts) == len(cells) and len({_key(text) for text in texts}) == len(cells)
