"""Which column of a file is which field: by its heading first, then by what its cells hold."""

from collections.abc import Mapping, Sequence

from loaders.choices import LEAVE_OUT
from loaders.columns import by_cells
from loaders.columns.beside import GUESSED, Match, put_beside, sure
from loaders.columns.dated import dated, latest, told_by_period
from loaders.columns.evidence import PLAIN
from loaders.columns.likeness import BOTH, ENOUGH, SURE, Called, called_in, likeness, named
from loaders.columns.profile import Profile
from loaders.declared import Column, Table
from loaders.sheets.spelling import normal

CHOSEN = 1.0
NAME = 0.9
"""From here on a heading is a name of the field."""
Scored = tuple[float, int, int, str, str]
"""The score below nought, the place of the column, the order of the field, the field, why."""
FIRST = 0.1
"""What a heading gains that is taken before others of its column."""


def matches(
    table: Table,
    headings: Sequence[str],
    profiles: Sequence[Profile],
    chosen: Mapping[str, str],
    about: str = "",
    *,
    guess: bool = False,
) -> dict[str, Match]:
    """Field -> column, for one table of the file.

    ``chosen`` is what an officer said (heading -> field), which wins. ``about`` is the sheet's
    name and the line above the headings. ``guess`` takes the longest text for the main field
    where no heading fits it, for a file that is known to hold this table.
    """
    found: dict[str, Match] = {}
    taken: set[int] = set()
    meant = {normal(heading): field for heading, field in chosen.items()}
    for place, heading in enumerate(headings):
        field = meant.get(normal(heading))
        if field is None:
            continue
        taken.add(place)
        if field != LEAVE_OUT and field not in found and field in table.fields:
            found[field] = Match(place, CHOSEN, "chosen by you for this plan")
    called = called_in(table, headings, about)
    # What a row is about comes first: without it there is no table.
    main = [column for column in table.columns if column.main]
    _take(table, main, headings, profiles, found, taken, called)
    _as_it_stands(table, headings, profiles, found, taken)
    first = [column for column in table.columns if not column.second]
    _take(table, first, headings, profiles, found, taken, called)
    _settle(table, found, headings, profiles, called)
    if guess or sure(table, found):
        _guess(table, found, headings, profiles)
    by_cells.whom(table, found, headings, profiles)
    by_cells.when(table, found, headings)
    by_cells.state(table, found, headings, profiles)
    put_beside(table, found, headings, profiles, {*meant.values()})
    taken |= {match.place for match in found.values()}
    second = [column for column in table.columns if column.second]
    _take(table, second, headings, profiles, found, taken, called)
    return {name: found[name] for name in table.fields if name in found}


def _take(
    table: Table,
    columns: Sequence[Column],
    headings: Sequence[str],
    profiles: Sequence[Profile],
    found: dict[str, Match],
    taken: set[int],
    called: Called,
) -> None:
    """Gives each heading to the field it is most like, the surest pairs first."""
    scored = []
    for order, column in enumerate(columns):
        if column.field in found:
            continue
        for place, heading in enumerate(headings):
            if place not in taken:
                score, reason = likeness(table, column, heading, profiles[place], called)
                if score >= (SURE if column.second else ENOUGH):
                    rather = normal(heading) in {normal(name) for name in column.before}
                    scored.append((-score - FIRST * rather, place, order, column.field, reason))
    for score, place, _, field, reason in sorted(_told_apart(table, scored, profiles)):
        if field not in found and place not in taken:
            close = reason == BOTH and -score < PLAIN
            found[field] = Match(place, min(0.99, -score), reason, guessed=close)
            taken.add(place)


def _as_it_stands(
    table: Table,
    headings: Sequence[str],
    profiles: Sequence[Profile],
    found: dict[str, Match],
    taken: set[int],
) -> None:
    """Takes the latest of the columns that say how things stood at a date: "Q1 RAG", "Q2 RAG".

    A column that is called so without a date comes before them.
    """
    for column in [table[name] for name in (table.colour_means, table.colour) if name]:
        if column.field in found:
            continue
        free = [at for at in range(len(headings)) if at not in taken and profiles[at].count]
        free = [at for at in free if not profiles[at].alien(column)]
        periods = {at: when for at in free if (when := dated(column, headings[at])) is not None}
        if any(at not in periods and named(table, column, headings[at])[0] >= SURE for at in free):
            continue
        periods = {
            at: when
            for at, when in periods.items()
            if profiles[at].stated(column, plainly=told_by_period(table, headings[at]))
        }
        if not periods:
            continue
        place = latest(periods)
        why = "its heading carries a date"
        if len(periods) > 1:
            why = f"{why}, the latest of {len(periods)} such columns"
        found[column.field] = Match(place, NAME, why)
        taken |= {*periods}  # how things stood before is nothing else


def _told_apart(
    table: Table, scored: Sequence[Scored], profiles: Sequence[Profile]
) -> list[Scored]:
    """The scores; a heading that is a name of two fields is not that of the one it has no word of.

    "Position" is a post's job title, or how far its filling has got: the cells say which.
    """
    out = []
    for one in scored:
        score, place, _, field, _ = one
        kind = table[field].kind
        twice = any(
            other[1] == place and other[3] != field and -other[0] >= NAME for other in scored
        )
        absent = profiles[place].count and (
            (kind.words and not profiles[place].readable(kind))
            or (table[field].looks == "code" and not profiles[place].codes)
        )
        out.append((score + 2 * FIRST, *one[1:]) if twice and absent and -score >= NAME else one)
    return out


def _settle(
    table: Table,
    found: dict[str, Match],
    headings: Sequence[str],
    profiles: Sequence[Profile],
    called: Called,
) -> None:
    """Moves a column to its next best field where its cells say that the first was wrong."""
    for column in table.columns:
        field, values = column.filled_when
        if column.field not in found or field not in found:
            continue
        match = found[column.field]
        tells = table[field].kind
        if not profiles[match.place].also_filled(profiles[found[field].place], tells, values):
            continue
        for other in table.columns:
            if other.field in found or other.field == column.field:
                continue
            score, reason = likeness(
                table, other, headings[match.place], profiles[match.place], called
            )
            if score >= ENOUGH:
                del found[column.field]
                why = f"{reason}, and it is filled in before the work is done"
                found[other.field] = Match(match.place, min(0.9, score), why)
                break


def _guess(
    table: Table, found: dict[str, Match], headings: Sequence[str], profiles: Sequence[Profile]
) -> None:
    """Takes the longest text for the main field that no heading was like."""
    taken = {match.place for match in found.values()}
    for column in table.columns:
        if not column.main or column.field in found:
            continue
        free = [place for place in range(len(headings)) if place not in taken]
        allowed = [p for p in free if named(table, column, headings[p], guess=True)[0]]
        wordy = [place for place in allowed if profiles[place].wordy] or [
            place for place in free if profiles[place].wordy
        ]
        if any(profiles[place].count for place in free):
            best = max(wordy, key=lambda place: (profiles[place].length, -place), default=None)
        else:
            best = next(iter(allowed), None)  # a blank form: its first heading of its own
        if best is not None:
            why = "it holds the longest text of the table"
            found[column.field] = Match(best, GUESSED, why, guessed=True)
