"""Action logs to measure with, written once and kept in the git-ignored data folder."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from loaders.declared import Table
from workstreams.actions.columns import ACTIONS

FOLDER = Path(__file__).resolve().parent.parent / "data" / "benchmarks"
_FILLS = {"complete": "#00B050", "in progress": "#FFC000", "not started": "#FF0000"}
_DATES = {"raised_date", "start_date", "due_date", "revised_due_date", "completed_date"} | {
    "notice_date"
}


def log(rows: int, coloured: bool = False, later: bool = False) -> Path:
    """An .xlsx with this many actions in every declared column; ``coloured`` gives RAG as fills.

    ``later`` is the same plan two months on: one due date in ten moved, one status in twenty.
    """
    kind = ("-coloured" if coloured else "") + ("-later" if later else "")
    path = FOLDER / f"actions-{rows}{kind}.xlsx"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        _write(unfinished, rows, coloured, later)
        unfinished.replace(path)
    return path


def _write(path: Path, rows: int, coloured: bool, later: bool) -> None:
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as book:
        sheet = book.add_worksheet("Action log")
        heading = book.add_format({"bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF"})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        fills = {word: book.add_format({"bg_color": fill}) for word, fill in _FILLS.items()}
        for at, column in enumerate(ACTIONS.columns):
            sheet.write_string(0, at, column.heading, heading)
        for row, values in enumerate(_records(ACTIONS, rows, later), start=1):
            for at, (field, value) in enumerate(values.items()):
                if isinstance(value, date):
                    sheet.write_datetime(row, at, value, day)
                elif isinstance(value, float):
                    sheet.write_number(row, at, value)
                elif field == "rag" and coloured:
                    sheet.write_blank(row, at, None, fills.get(str(values["status"])))
                elif value is not None:
                    sheet.write_string(row, at, str(value))


def _records(table: Table, rows: int, later: bool) -> Iterator[dict[str, object]]:
    dice = random.Random(2022)
    for number in range(1, rows + 1):
        due = date(2021, 6, 1) + timedelta(days=dice.randrange(700))
        status = ("not started", "in progress", "complete", "paused")[dice.randrange(4)]
        moved = later and number % 10 == 0
        if later and number % 20 == 0:
            status = "complete"
        known: dict[str, object] = {
            "ref": f"A{number}",
            "title": f"Agree action {number} with the court team and record it",
            "detail": f"What is to be done about point {number % 997} of the review",
            "kind": "plan action",
            "owner": f"Head of service {number % 40}",
            "status": status,
            "rag": {"complete": "G", "in progress": "A"}.get(status, "R"),
            "percent_complete": float(number % 5) / 4,
            "due_date": due + timedelta(days=60) if moved else due,
            "completed_date": due if status == "complete" else None,
            "response": "accepted",
            "update": f"Progress as reported in month {number % 24}",
        }
        yield {
            field: known.get(
                field, due - timedelta(days=90) if field in _DATES else f"{field} {number % 50}"
            )
            for field in table.fields
        }
