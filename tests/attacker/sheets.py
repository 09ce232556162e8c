"""Reads a workbook's sheets from their XML: hidden rows, columns and sheets like all others."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from tests.attacker import markup
from tests.attacker.held import Grid, Row

SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


def grids(parts: Mapping[str, bytes]) -> Iterator[Grid]:
    """Each sheet of a workbook, from its files by name."""
    shared: list[str] = []
    if "xl/sharedStrings.xml" in parts:
        root = markup.tree(parts["xl/sharedStrings.xml"])
        shared = [markup.text(string) for string in markup.child(root, "si")]
    for name, data in parts.items():
        if SHEET.fullmatch(name):
            rows = list(_rows(markup.tree(data), shared))
            # What stands over the tables of a sheet is in its first column, alone.
            alone = [row[0] for row in rows if len([cell for cell in row if cell]) == 1]
            yield Grid(" ".join(alone), tuple(rows))


def _rows(root: Element, shared: list[str]) -> Iterator[Row]:
    for row in markup.child(root, "row"):
        yield tuple(_cell(cell, shared) for cell in markup.child(row, "c"))


def _cell(cell: Element, shared: list[str]) -> str:
    said = "".join(markup.text(part) for part in cell if markup.name(part) in ("v", "is"))
    return shared[int(said)] if cell.get("t") == "s" and said else said
