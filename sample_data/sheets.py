"""Writing a workbook as a careful officer would: title block, headings, widths, real dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

DARK_BLUE = "#12436D"
LETTER_FILLS = {"R": "#F4B6B0", "A": "#FCE1A8", "G": "#CFE8CF", "B": "#CFE0F1"}
"""Pale fills behind the letters of a RAG column; the letter itself is always there."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, its headings with their widths, and its rows by heading."""

    name: str
    widths: Mapping[str, int]
    rows: Sequence[Mapping[str, Any]]
    notes: tuple[str, ...] = ()


def write(path: Path, title: str, as_at: date, illustrative: str, sheets: Sequence[Sheet]) -> None:
    """Write a workbook; the same content always gives the same file, byte for byte."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as book:
        # A fixed date of making, so that making it again changes nothing.
        made = datetime.combine(as_at, datetime.min.time())
        book.set_properties({"title": title, "comments": illustrative, "created": made})
        looks = {
            "title": book.add_format({"bold": True, "font_size": 14, "font_color": DARK_BLUE}),
            "note": book.add_format({"italic": True}),
            "heading": book.add_format(
                {
                    "bold": True,
                    "font_color": "white",
                    "bg_color": DARK_BLUE,
                    "text_wrap": True,
                    "valign": "top",
                    "border": 1,
                }
            ),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "date": book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"}),
            "percent": book.add_format({"num_format": "0%", "valign": "top"}),
        }
        looks |= {
            letter: book.add_format({"bg_color": fill, "valign": "top", "align": "center"})
            for letter, fill in LETTER_FILLS.items()
        }
        for sheet in sheets:
            _sheet(book, looks, title, as_at, illustrative, sheet)


def _sheet(
    book: Any, looks: Mapping[str, Any], title: str, as_at: date, illustrative: str, sheet: Sheet
) -> None:
    page = book.add_worksheet(sheet.name)
    above = [f"As at {as_at.day} {as_at:%B %Y}", illustrative, *sheet.notes]
    page.write(0, 0, f"{title}: {sheet.name}", looks["title"])
    for row, line in enumerate(above, start=1):
        page.write(row, 0, line, looks["note"])
    top = len(above) + 2
    for column, (heading, width) in enumerate(sheet.widths.items()):
        page.set_column(column, column, width)
        page.write(top, column, heading, looks["heading"])
        for row, cells in enumerate(sheet.rows, start=top + 1):
            _cell(page, looks, row, column, heading, cells)
    page.freeze_panes(top + 1, 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)


def _cell(
    page: Any,
    looks: Mapping[str, Any],
    row: int,
    column: int,
    heading: str,
    cells: Mapping[str, Any],
) -> None:
    value = cells.get(heading)
    share = heading.startswith("%") or (
        cells.get("Unit") == "percent" and heading in ("Value", "Target")
    )
    match value:
        case None | "":
            return
        case date():
            page.write_datetime(
                row, column, datetime.combine(value, datetime.min.time()), looks["date"]
            )
        case str():
            look = looks[value] if heading == "RAG" and value in LETTER_FILLS else looks["text"]
            page.write_string(row, column, value, look)
        case _:
            page.write_number(row, column, value, looks["percent" if share else "text"])
