"""An upload as rows of the store's tables: each a mapping of column to value."""

import json
from collections.abc import Collection, Mapping
from string import ascii_uppercase
from typing import Any

import pandas as pd

from loaders.formats.fit import fit
from loaders.outcome import Checked, Reading
from loaders.problems import Problem
from store.database.records import lines

ANY = ""
"""In ``accept``'s reasons: the reason for every problem that has none of its own."""


def about_the_file(checked: Checked) -> dict[str, Any]:
    """What is said of the file as a whole: its date's words, notes, sheets left out and why."""
    return {
        "as_at_found": checked.as_at_found,
        "notes": list(checked.notes),
        "left_out": [[one.sheet, one.why] for one in checked.left_out],
    }


def _taken(checked: Checked) -> list[Reading]:
    """The readings that give records, as opposed to tables that are like none we know."""
    return [reading for reading in checked.readings if reading.table]


def readings(checked: Checked) -> list[dict[str, Any]]:
    """How each table was read: headings, fields, what was left out; ``detail`` as JSON."""
    return [
        {
            "table_key": reading.table,
            "sheet": storable(reading.sheet)[:200],
            "rows_read": len(reading.frame),
            "rows_left_out": len(reading.left_out) + len(reading.stopped),
            "detail": json.dumps(
                {
                    "heading_rows": list(reading.heading_rows),
                    "headings": list(reading.headings),
                    "fields": dict(reading.fields),
                    "letters": dict(reading.letters),
                    "left_out": [[row, why] for row, why in reading.left_out],
                    "stopped": list(reading.stopped),
                    "colours": dict(reading.colours),
                    "unread": [[one.row, one.why, dict(one.known_by)] for one in reading.unread],
                    "own_words": {name: dict(said) for name, said in reading.own_words.items()},
                }
            ),
        }
        for reading in _taken(checked)
    ]


def records(checked: Checked) -> list[dict[str, Any]]:
    """Every record as a row of the store, by table, sheet and row."""
    return [
        {"table_key": key, "sheet": storable(sheet)[:200], "row": row, "cells": cells}
        for key, frame in checked.frames.items()
        for sheet, row, cells in _sorted(frame)
    ]


def _sorted(frame: pd.DataFrame) -> list[tuple[str, int, str]]:
    """Sheet, row and cells of each record, sheets in the order read."""
    order = {sheet: place for place, sheet in enumerate(frame["sheet"].unique())}
    found = zip(frame["sheet"].to_list(), frame["row"].to_list(), lines(frame), strict=True)
    return sorted(found, key=lambda record: (order[record[0]], record[1]))


def problems(checked: Checked, reasons: Mapping[str, str]) -> list[dict[str, Any]]:
    """Every problem with the reason it was accepted for, "" where none was given.

    Of a row that an error keeps out no word is kept.
    """
    stopped = {(one.sheet, row) for one in checked.readings for row in one.stopped}
    return [
        {
            name: storable(str(getattr(problem, name)))
            for name in ("level", "sheet", "cell", "field", "heading", "found", "advice")
        }
        | ({"found": ""} if _of_any(problem, stopped) else {})
        | {"reason": storable(reasons.get(str(problem), reasons.get(ANY, "")))}
        for problem in checked.problems
    ]


def _of_any(problem: Problem, rows: Collection[tuple[str, int]]) -> bool:
    """Whether a problem stands for a cell of some rows (sheet, and row as Excel shows it)."""
    of_cells = {(problem.sheet, int(cell.lstrip(ascii_uppercase))) for cell in problem.cells}
    return problem.level == "error" or not of_cells.isdisjoint(rows)


def storable(text: str) -> str:
    """Text as every database and every form of a pack takes it."""
    return fit(text)
