"""How a file is read, without storing anything: ``python -m loaders FILE [--as WORKSTREAM]``.

``--json --values`` prints the records too.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from loaders.choices import Choices
from loaders.formats.cannot import CannotRead
from loaders.guarded.safely import check
from loaders.outcome import Checked, Reading
from loaders.problems import Problem
from loaders.records import records
from loaders.terminal import plain_words
from workstreams import TABLES, WORKSTREAMS

OF = {table.key: workstream.key for workstream in WORKSTREAMS for table in workstream.tables}
"""Table -> its workstream; the tables about the plan itself belong to none."""


@plain_words()
def main(arguments: list[str] | None = None) -> int:
    """Reads one file and prints how. Comes out: 0 when it was read, 2 when it cannot be."""
    options = _options(arguments)
    tables, choices = TABLES, Choices()
    if options.read_as:
        own = tuple(table for table in TABLES if options.read_as in {table.key, OF.get(table.key)})
        if not own:
            known = ", ".join(dict.fromkeys([*OF.values(), *(t.key for t in TABLES)]))
            return _stop(
                f"There is no workstream called {options.read_as}. Choose one of: {known}."
            )
        tables, choices = own, Choices(as_table=own[0].key if len(own) == 1 else "")
    path = Path(options.file)
    try:
        data = path.read_bytes()
    except OSError as error:
        return _stop(f"{path.name} cannot be opened: {(error.strerror or 'unknown').lower()}.")
    try:
        checked = check(data, path.name, tables, replace(choices, as_at=options.as_at))
    except CannotRead as reason:
        return _stop(str(reason))
    if options.as_at:
        checked = replace(checked, as_at=options.as_at, as_at_found="--as-at")
    plain = as_json(checked, values=options.values)
    print(json.dumps(plain, indent=1) if options.json else "\n".join(as_text(checked)))
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    parser.add_argument("file", help="a workbook, .docx, .pdf, web page or .csv")
    parser.add_argument("--as", dest="read_as", metavar="WORKSTREAM", help="read it as this")
    parser.add_argument("--json", action="store_true", help="print it for a program to read")
    parser.add_argument("--values", action="store_true", help="with --json: the records too")
    parser.add_argument(
        "--as-at", type=date.fromisoformat, metavar="DATE", help="the day it is true at: 2026-03-31"
    )
    return parser.parse_args(arguments)


def _stop(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def as_json(checked: Checked, *, values: bool = False) -> dict[str, object]:
    """How a file was read, as plain data; best table first, with its records on ``values``."""
    return {
        "file": checked.file,
        "sha256": checked.sha256,
        "as_at": checked.as_at.isoformat() if checked.as_at else None,
        "tables": [
            _table(reading) | ({"records": records(reading.frame)} if values else {})
            for reading in checked.readings
        ],
        "left_out": [{"sheet": out.sheet, "why": out.why} for out in checked.left_out],
        "problems": _problems(checked.file_problems),
    }


def _problems(problems: Sequence[Problem]) -> list[dict[str, str]]:
    return [
        {
            "level": problem.level,
            "cell": problem.cell,
            "field": problem.field,
            "found": problem.found,
            "advice": problem.advice,
        }
        for problem in problems
    ]


def _table(reading: Reading) -> dict[str, object]:
    return {
        "sheet": reading.sheet,
        "heading_rows": list(reading.heading_rows),
        "headings": list(reading.headings),
        "first_row": reading.first_row,
        "last_row": reading.last_row,
        "rows": reading.rows,
        "workstream": OF.get(reading.table, ""),
        "table": reading.table,
        "fields": dict(reading.fields),
        "left_out": [{"row": row, "why": why} for row, why in reading.left_out],
        "stopped": list(reading.stopped),
        "problems": _problems(reading.problems),
    }


def as_text(checked: Checked) -> list[str]:
    """How a file was read, in lines for a person."""
    lines = [checked.file]
    if checked.as_at:
        lines.append(f"True as at {checked.as_at:%d/%m/%Y}, from “{checked.as_at_found}”.")
    for reading in checked.readings:
        lines += ["", *_reading(reading)]
    if checked.left_out:
        lines += ["", *(f"{out.sheet}: left out, because {out.why}" for out in checked.left_out)]
    return [*lines, *(f"{p.level}: {p}" for p in checked.file_problems), *checked.notes]


def _reading(reading: Reading) -> list[str]:
    first, last = reading.heading_rows
    where = f"row {first}" if first == last else f"rows {first} to {last}"
    taken = f"taken for {reading.table}" if reading.table else "like no table known here"
    filled = f"{reading.rows} filled row{'' if reading.rows == 1 else 's'}"
    return [
        f"{reading.sheet}: headings in {where}, {filled}, {taken}",
        *(
            f"  {name}: “{' '.join(heading.split())}” ({reading.reasons[name]})"
            for name, heading in reading.fields.items()
        ),
        *(f"  {rows} left out: {why}" for rows, why in _together(reading.left_out)),
        *(f"  {name} means “{meaning}”" for name, meaning in reading.key.items()),
        *(f"  {problem.level}: {problem}" for problem in reading.problems),
    ]


def _together(left_out: Sequence[tuple[int, str]]) -> list[tuple[str, str]]:
    """Rows left out for one reason, one after the other, as "rows 6 to 14"."""
    runs: list[tuple[int, int, str]] = []
    for row, why in left_out:
        if runs and runs[-1][1] == row - 1 and runs[-1][2] == why:
            runs[-1] = (runs[-1][0], row, why)
        else:
            runs.append((row, row, why))
    return [
        (f"row {first}" if first == last else f"rows {first} to {last}", why)
        for first, last, why in runs
    ]


if __name__ == "__main__":
    sys.exit(main())
