"""Reads a workbook's sheets from their XML: hidden rows, columns and sheets like all others."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from tests.attacker import markup
from tests.attacker.held import Grid, Row

FIRST = date(1899, 12, 30)
"""The day that a spreadsheet counts days from."""
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


def grids(parts: Mapping[str, bytes]) -> Iterator[Grid]:
    """Each table of a workbook's sheets, from its files by name: rows with no gap between."""
    shared: list[str] = []
    if "xl/sharedStrings.xml" in parts:
        root = markup.tree(parts["xl/sharedStrings.xml"])
        shared = [markup.text(string) for string in markup.child(root, "si")]
    dated = _dated(parts)
    for name, data in parts.items():
        if SHEET.fullmatch(name):
            tables = list(_tables(_rows(markup.tree(data), shared, dated)))
            # What stands at the top of a sheet is about every table of it.
            head = _alone(tables[0]) if tables else ""
            for rows in tables:
                yield Grid(f"{head} {_alone(rows)}", tuple(rows))


def _alone(rows: list[Row]) -> str:
    """What stands over a table: in the first column, alone."""
    return " ".join(row[0] for row in rows if len([cell for cell in row if cell]) == 1)


def _tables(rows: Iterator[tuple[int, Row]]) -> Iterator[list[Row]]:
    together: list[Row] = []
    last = 0
    for number, row in rows:
        if together and number > last + 1:
            yield together
            together = []
        together.append(row)
        last = number
    if together:
        yield together


def _dated(parts: Mapping[str, bytes]) -> set[str]:
    """The looks of cells, by number, that show a number as the day it stands for."""
    if "xl/styles.xml" not in parts:
        return set()
    root = markup.tree(parts["xl/styles.xml"])
    codes = {
        code.get("numFmtId"): code.get("formatCode", "")
        for group in markup.child(root, "numFmts")
        for code in markup.child(group, "numFmt")
    }
    looks = [look for group in markup.child(root, "cellXfs") for look in markup.child(group, "xf")]
    return {
        str(place)
        for place, look in enumerate(looks)
        if {"d", "y"} <= set(codes.get(look.get("numFmtId"), ""))
    }


def _rows(root: Element, shared: list[str], dated: set[str]) -> Iterator[tuple[int, Row]]:
    for row in markup.child(root, "row"):
        cells = tuple(_cell(cell, shared, dated) for cell in markup.child(row, "c"))
        yield int(row.get("r", "0")), cells


def _cell(cell: Element, shared: list[str], dated: set[str]) -> str:
    said = "".join(markup.text(part) for part in cell if markup.name(part) in ("v", "is"))
    if cell.get("t") == "s" and said:
        return shared[int(said)]
    if cell.get("s") in dated and said:
        day = FIRST + timedelta(days=int(float(said)))
        return f"{day.day} {day:%B %Y}"
    return said
