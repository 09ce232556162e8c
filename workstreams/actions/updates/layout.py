"""The draft of a plan's next upload as a workbook, in the plan's own layout where that holds it.

A workbook is only handed out once it reads back as the very records it was made from. Where the
plan's own headings cannot hold them (a status that is only a colour, sections as titles), they
stand under ours, and that is said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from loaders.check import check
from loaders.choices import Choices
from loaders.declared import Table
from loaders.written.own_layout import Laid, workbook
from workstreams.actions.columns import ACTIONS
from workstreams.actions.updates.applied import Applied
from workstreams.actions.updates.sheets import files
from workstreams.view import Source
from workstreams.wording import counted, sentence

FILE = "Returned updates.xlsx"
PERCENTAGES = tuple(one.field for one in ACTIONS.columns if one.kind.name == "percentage")
Reading = Mapping[str, Any]


@dataclass(frozen=True)
class Drafted:
    """The workbook; ``own`` where it has the plan's layout; ``lost`` says what it cannot hold."""

    data: bytes
    own: bool
    lost: tuple[str, ...] = ()


def files_of(sources: Sequence[Source]) -> tuple[str, ...]:
    """What the draft of each source is called, no two the same."""
    base = FILE.removesuffix(".xlsx")
    return tuple(f"{base} to {one}.xlsx" for one in files([one.name for one in sources], "a file"))


def of_actions(readings: Sequence[Reading]) -> list[Reading]:
    """Those of the readings of a file that are of its actions."""
    return [one for one in readings if one.get("table") == ACTIONS.key]


def has_revised(readings: Sequence[Reading]) -> bool:
    """Whether the plan's file has a column for dates that were moved."""
    own = of_actions(readings)
    return not own or any("revised_due_date" in reading["fields"] for reading in own)


def drafted(
    made: Applied,
    readings: Sequence[Reading],
    statuses: Mapping[str, str],
    tables: Sequence[Table],
    choices: Choices,
    month: str,
) -> Drafted:
    """The records as a workbook. ``readings`` are how the plan's last file was read.

    ``tables`` and ``choices`` are those with which an upload of the plan is read; ``month`` names
    the new column of a plan that keeps its progress in one column a month.
    """
    own = _own(made, of_actions(readings), statuses, month)
    if own:
        data, places = _written(own)
        if not _differing(data, places, made.rows, tables, choices):
            return Drafted(data, own=True)
    data, places = _written(_plain(made))
    wrong = _differing(data, places, made.rows, tables, Choices(secret=choices.secret))
    if not wrong:
        return Drafted(data, own=False)
    lost = f"{counted(len(wrong), 'cell')} cannot be told in a workbook: {wrong[0]}."
    return Drafted(data, own=False, lost=(lost,))


Placed = tuple[Laid, Sequence[int]]
"""A sheet, and the record that each of its rows is."""


def _own(
    made: Applied, readings: Sequence[Reading], statuses: Mapping[str, str], month: str
) -> list[Placed]:
    """A sheet for each list of the plan's file; what stands on none of them goes on the first."""
    known = [reading["sheet"] for reading in readings]
    if not readings or len(set(known)) != len(known):
        return []
    sheets: list[Placed] = []
    for reading in readings:
        here = made.rows["sheet"] == reading["sheet"]
        if not sheets:
            here |= ~made.rows["sheet"].isin(known)
        rows = made.rows[here].sort_values("row", kind="stable")
        laid = _laid(made, rows, reading, statuses, month)
        sheets.append((laid, [int(one) for one in rows.index]))
    return sheets


def _laid(
    made: Applied, rows: pd.DataFrame, reading: Reading, statuses: Mapping[str, str], month: str
) -> Laid:
    headings = [str(heading) for heading in reading["headings"]]
    places = {
        field: headings.index(heading)
        for field, heading in reading["fields"].items()
        if field in ACTIONS.fields and heading in headings
    }
    spread, newest = any(rows["update_history"].map(bool)), ""
    if spread:
        # One column a month: what was said before stays under its heading, the new has its own.
        earlier = {entry[1] for told in rows["update_history"] for entry in told}
        places.pop("update", None)
        places |= {_under(text): headings.index(text) for text in earlier if text in headings}
        newest = f"Progress {month}"
        places[_under(newest)] = len(headings)
        headings.append(newest)
    used = set(places.values())
    dated = {entry[1] for told in rows["due_date_history"] for entry in told}
    places |= {
        _under(text): headings.index(text)
        for text in dated
        if text in headings and headings.index(text) not in used
    }
    for field in ACTIONS.fields:
        # What the file had no column for, as our own heading calls it.
        told = field == "update" and spread
        if field not in places and not told and rows[field].notna().any():
            places[field] = len(headings)
            headings.append(ACTIONS[field].heading)
    records = [
        _record(made, int(record), row, reading, statuses, newest)
        for record, row in zip(rows.index, rows.to_dict("records"), strict=True)
    ]
    first = _column(reading, headings)
    return Laid(
        str(reading["sheet"]),
        int(reading["heading_rows"][1]),
        first,
        tuple(headings),
        places,
        records,
        PERCENTAGES,
    )


def _record(
    made: Applied,
    record: int,
    row: Mapping[Any, Any],
    reading: Reading,
    statuses: Mapping[str, str],
    newest: str,
) -> dict[str, object]:
    own = reading.get("own_words") or {}
    values = {field: _plainer(row[field]) for field in ACTIONS.fields}
    for field, said in own.items():
        if words := said.get(values.get(field)):
            values[field] = words[0]
    if isinstance(status := row["status"], str):
        first = next((word for word, means in statuses.items() if means == status), None)
        values["status"] = made.words.get(record, first or sentence(status))
    values |= {
        _under(entry[1]): pd.Timestamp(entry[0]).to_pydatetime()
        for entry in row["due_date_history"]
    }
    if newest:
        values |= {_under(entry[1]): entry[2] for entry in row["update_history"]}
        if record in made.told:
            values[_under(newest)] = values["update"]
    return values


def _plain(made: Applied) -> list[Placed]:
    """Under our own headings, those with something under them, on one sheet."""
    rows = made.rows
    fields = [field for field in ACTIONS.fields if rows[field].notna().any()]
    records = [{field: _plainer(row[field]) for field in fields} for row in rows.to_dict("records")]
    headings = tuple(ACTIONS[field].heading for field in fields)
    places = {field: place for place, field in enumerate(fields)}
    laid = Laid(ACTIONS.sheet, 1, 1, headings, places, records, PERCENTAGES)
    return [(laid, [int(one) for one in rows.index])]


def _written(sheets: Sequence[Placed]) -> tuple[bytes, dict[tuple[str, int], int]]:
    """The workbook, and which record stands on each row of a sheet."""
    where = {
        (laid.sheet[:31], laid.heading_row + 1 + at): record
        for laid, records in sheets
        for at, record in enumerate(records)
    }
    made: bytes = workbook([laid for laid, _ in sheets])
    return made, where


def _differing(
    data: bytes,
    where: Mapping[tuple[str, int], int],
    rows: pd.DataFrame,
    tables: Sequence[Table],
    choices: Choices,
) -> list[str]:
    """What of the records the workbook is not read back as: headings, with a record's words."""
    read = check(data, FILE, tables, choices).frames.get(ACTIONS.key, ACTIONS.empty())
    back = {
        where.get((sheet, row), 0): one
        for sheet, row, one in zip(read["sheet"], read["row"], read.to_dict("records"), strict=True)
    }
    wrong: list[str] = []
    for record, row in zip(rows.index, rows.to_dict("records"), strict=True):
        found = back.pop(int(record), None)
        if found is None:
            wrong.append(f"the row of “{row['title']}”")
            continue
        wrong += [
            f"{ACTIONS[field].heading} of “{row['title']}”"
            for field in ACTIONS.fields
            if _compared(found[field]) != _compared(row[field])
        ]
    return wrong + ["a row that is none"] * len(back)


def _compared(value: Any) -> object:
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if value is None or pd.isna(value):
        return None
    return round(value, 9) if isinstance(value, float) else value


def _plainer(value: Any) -> object:
    if value is None or pd.isna(value):
        return None
    return value.to_pydatetime() if isinstance(value, pd.Timestamp) else value


def _column(reading: Reading, headings: Sequence[str]) -> int:
    """The column of the first heading, counted from 1, where the letters all agree on it."""
    starts = {
        _number(letters) - headings.index(reading["fields"][field])
        for field, letters in reading["letters"].items()
        if reading["fields"].get(field) in headings
    }
    return starts.pop() if len(starts) == 1 and min(starts) >= 1 else 1


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _under(heading: str) -> str:
    """The name of a column that is one of several for progress, or for a date that moved."""
    return f"under {heading}"
