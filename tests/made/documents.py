"""Word documents, PDFs and web pages with tables, made for the tests."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import docx
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

HEADINGS = ("Ref", "Action", "Owner", "Due date", "Status")


def actions(first: int, last: int) -> list[tuple[str, ...]]:
    """Actions with these numbers, one row each."""
    return [
        (f"A{at}", f"Train team number {at} of the service", "Head", "31/03/2024", "Ongoing")
        for at in range(first, last + 1)
    ]


def word(fill_in: Callable[[Any], object]) -> bytes:
    """A .docx as ``fill_in`` makes it."""
    made = docx.Document()
    fill_in(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def table(document: Any, rows: Sequence[Sequence[str]]) -> Any:
    """A table of these rows at the end of a document."""
    made = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text
    return made


def shaded(cell: Any, colour: str) -> None:
    """A Word cell with a fill."""
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shade)


def on(parent: Any, tag: str) -> None:
    """A property of a row or run switched on."""
    parent.append(OxmlElement(tag))


def pdf(body: str) -> bytes:
    """A PDF of a typst document on small pages."""
    made = typst.compile(f"#set page(width: 24cm, height: 14cm)\n{body}".encode())
    assert isinstance(made, bytes)
    return made


def pdf_table(rows: Sequence[Sequence[str]], options: str = "") -> str:
    """A ruled table in typst whose first row is said again on each page."""
    head, *rest = [", ".join(f"[{text}]" for text in row) for row in rows]
    return f"#table(columns: {len(rows[0])}, {options} table.header({head}), {', '.join(rest)})\n"
