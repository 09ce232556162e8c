"""What is to be said about a table's rows: those out of sight, those not read, those in doubt."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from loaders.cells import errors
from loaders.cells.readers import shown, value_of
from loaders.choices import READ, Choices
from loaders.declared import Column, Table
from loaders.formats.grid import address
from loaders.outcome import Unread
from loaders.personal.names import doubt
from loaders.personal.numbers import number_of_a_person
from loaders.personal.signs import sign_of_a_person
from loaders.problems import Level, Problem, cells_named
from loaders.reading.frame import Source, Told
from loaders.sheets.find import Found
from loaders.sheets.odd.prepared import ALIKE
from loaders.sheets.page import Page
from loaders.sheets.rows import HIDDEN, STRUCK, Sorted, is_struck, words_of

STOPPED = "stopped by a problem"
LISTED = 500
"""Rows whose words are handed on."""
SAID_SO = ", as was said for this plan."


def out_of_sight(page: Page, found: Found, rows: Sorted, choices: Choices) -> list[Problem]:
    """What is to be said of rows that a filter hides, that are hidden by hand, or struck out."""
    told = []
    filtered = [row for row in rows.records if row in page.grid.filtered_rows]
    if filtered:
        told.append(
            _of_rows(
                "note",
                found,
                filtered,
                "A filter hides {rows} in Excel. A filter is only a view, so {they} read.",
            )
        )
    hidden = [row for row, why in rows.left_out.items() if why == HIDDEN]
    if hidden:
        told.append(
            _of_rows(
                "note" if choices.hidden else "warning",
                found,
                hidden,
                "{Rows} hidden in the file, so {they} left out"
                + (
                    ", as was said for this plan."
                    if choices.hidden
                    else ". Say whether to read {them}."
                ),
            )
        )
    struck = [row for row, why in rows.left_out.items() if why == STRUCK]
    if struck:
        told.append(
            _of_rows(
                "note" if choices.struck else "warning",
                found,
                struck,
                "{Rows} struck out in the file, so {they} left out"
                + (
                    SAID_SO
                    if choices.struck
                    else ". A struck-out row may be done, dropped or replaced: say which."
                ),
            )
        )
    read = [row for row in rows.records if is_struck(page, found, row)] if choices.struck else []
    if read:
        means = "like any other" if choices.struck == READ else f"as {choices.struck}"
        told.append(
            _of_rows(
                "note",
                found,
                read,
                f"{{Rows}} struck out in the file, and {{they}} read {means}{SAID_SO}",
            )
        )
    return told


def alike(found: Found, rows: Sorted) -> list[Problem]:
    """A warning each for the last rows that say the same: those left out, and those read."""
    told = []
    left_out = [row for row, why in rows.left_out.items() if why == ALIKE]
    if left_out:
        told.append(
            _of_rows(
                "warning",
                found,
                left_out,
                "{Rows} the same in every cell and without a date, so {they} left out as prepared "
                "but not filled in. If {it} real, give each a reference or a date of its own.",
            )
        )
    read = [row for row, why in rows.doubtful.items() if why == ALIKE]
    if read:
        told.append(
            _of_rows(
                "warning",
                found,
                read,
                "{Rows} the same but for the reference, without a date. {They} read. If {it} only "
                "prepared and not filled in, delete {them} and choose the file again.",
            )
        )
    return told


def _of_rows(level: Level, found: Found, rows: Sequence[int], advice: str) -> Problem:
    one = len(rows) == 1
    named = cells_named([(row, found.columns[0]) for row in rows])
    plain = f"row {rows[0] + 1}" if one else f"{len(rows)} rows"
    sentence = advice.format(
        rows=plain,
        Rows=f"{plain.capitalize()} {'is' if one else 'are'}",
        they="it was" if one else "they were",
        They="It was" if one else "They were",
        them="it" if one else "them",
        it="it is" if one else "they are",
    )
    return Problem(level, found.sheet, named, "", "", "", sentence)


def doubtful(found: Found, rows: Mapping[int, str]) -> list[Problem]:
    """A warning for each row that was read though it may be no record, but for rows alike."""
    return [
        Problem(
            "warning",
            found.sheet,
            address(row, found.columns[0]),
            "",
            "",
            "",
            f"Row {row + 1} was read as a record, but it may be {why}. If it is no record, delete "
            "the row and choose the file again.",
        )
        for row, why in rows.items()
        if why != ALIKE
    ]


def unread_rows(
    table: Table,
    found: Found,
    places: Mapping[str, int],
    columns: Sequence[Sequence[object]],
    rows: Sorted,
    records: Sequence[int],
    stopped: Collection[int],
) -> tuple[Unread, ...]:
    """The rows left out or stopped, with what tells one record of this table from another.

    None where the table's records are not followed, or are about people: nothing of such a row is
    kept.
    """
    fields = [name for name in table.listing.known_by if name in places]
    if not fields or table.refused or table.pseudonymised:
        return ()
    at = {row: place for place, row in enumerate(found.rows)}
    why = rows.left_out | dict.fromkeys((records[place] for place in stopped), STOPPED)
    out = []
    for row in sorted(why):
        told = {name: _plain(table[name], columns[places[name]][at[row]]) for name in fields}
        if any(told.values()):
            out.append(
                Unread(row + 1, why[row], {name: text for name, text in told.items() if text})
            )
    return tuple(out)


def _plain(column: Column, cell: Any) -> str:
    """A cell as the column's reader gives it; "" where it is blank or cannot be read."""
    if cell is None or errors.is_error(cell):
        return ""
    return str(value_of(column.kind.read, cell) or "")


def struck_means(
    page: Page,
    found: Found,
    table: Table,
    records: Sequence[int],
    clean: dict[str, list[Any]],
    choices: Choices,
) -> None:
    """Gives struck-out records the status that striking out means in this plan.

    What the status itself says of an end counts before it.
    """
    name = table.colour_means
    if not name or choices.struck not in table[name].kind.words:
        return
    ends = table[name].kind.ends
    clean[name] = [
        choices.struck if is_struck(page, found, row) and status not in ends else status
        for row, status in zip(records, clean[name], strict=True)
    ]


def words_of_rows(
    table: Table,
    found: Found,
    places: Mapping[str, int],
    columns: Sequence[list[object]],
    rows: Collection[int],
) -> tuple[tuple[int, str], ...]:
    """The words of each of some rows, by the row as Excel shows it; none of a table about people.

    Long tables give those of their first rows only: nobody takes rows out of thousands one by one.
    """
    if table.refused or table.pseudonymised:
        return ()
    at = {row: place for place, row in enumerate(found.rows)}
    main = table.filled_by[0]
    label = columns[places[main]] if main in places else None
    words = [(row + 1, words_of(columns, at[row], label)) for row in sorted(rows)[:LISTED]]
    return tuple((row, text) for row, text in words if text)


def pointing_to_people(
    table: Table,
    sources: Mapping[str, Source],
    spread: Sequence[Source],
    records: Sequence[int],
    told: Told,
) -> set[int]:
    """The records, by place, with a text that would identify somebody: an error keeps them out.

    That is in tables about people or cases. In others a number that belongs to one person is
    pointed out, also in the columns that a field is ``spread`` over. What was found is not
    repeated: it would be shown and kept with the problem.
    """
    stopped: set[int] = set()
    own = {name: source for name, source in sources.items() if name not in table.pseudonymised}
    if table.refused:
        for name, source in own.items():
            stopped |= _kept_out(table[name], source, records, told)
        return stopped
    # A member of staff may be named with a telephone.
    looked_at = [one for name, one in own.items() if table[name].looks != "people"]
    places = {one.place: name for name, one in own.items()}
    main = table[table.filled_by[0]]
    for source in {one.place: one for one in (*spread, *looked_at)}.values():
        column = table[places[source.place]] if source.place in places else main
        for place, sign in _signed(column, source, number_of_a_person).items():
            advice = (
                f"This cell seems to hold {sign}. If it belongs to a child or a family, take it "
                "out and choose the file again."
            )
            told.add("warning", column, source.heading, "", advice, source.cell(records, place))
    return stopped


def _kept_out(column: Column, source: Source, records: Sequence[int], told: Told) -> set[int]:
    signed = _signed(column, source, sign_of_a_person)
    told.drop(column.field, {source.cells[place] for place in signed})
    for place, sign in signed.items():
        advice = (
            f"This cell seems to hold {sign}, which could identify somebody. Take it out and "
            "choose the file again."
        )
        told.add("error", column, source.heading, "", advice, source.cell(records, place))
    doubtful = _signed(column, source, doubt) if column.made_up else {}
    for place in doubtful.keys() - signed.keys():
        advice = (
            "This may be somebody’s name. If it is, take it out and choose the file again. If it "
            "is not, say so as the reason."
        )
        told.add("warning", column, source.heading, "", advice, source.cell(records, place))
    return set(signed)


def _signed(column: Column, source: Source, sign_in: Callable[[str], str]) -> dict[int, str]:
    """The cells, by place, in whose text a sign is found, with the sign. A text is read once."""
    cells: Sequence[object] = source.cells
    if column.kind.dtype == "str" and not {str, type(None)}.issuperset(map(type, cells)):
        cells = [shown(cell) if cell else None for cell in cells]
    texts = [value for value in set(cells) if isinstance(value, str)]
    found = {text: sign for text in texts if (sign := sign_in(shown(text)))}
    if not found:
        return {}
    return {place: found[c] for place, c in enumerate(cells) if isinstance(c, str) and c in found}
