"""The record of recommendations as a workbook: one table that can be filtered, and what it is."""

from datetime import UTC
from io import BytesIO

import xlsxwriter

from reports.content import made_from
from reports.content.blocks import COPIES
from reports.content.paper import Alone
from reports.excel.sheets import Cell, Sheets
from workstreams.actions.recommended.answer import TWO_MONTHS
from workstreams.actions.recommended.record import HEADINGS, YEARS, Entry, cells


def write(paper: Alone, found: tuple[Entry, ...]) -> bytes:
    """The workbook's bytes for the entries of a document; the same give the same bytes.

    Text is written as text: nothing that anybody typed is ever a formula or a link.
    """
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties(
        {
            "title": f"{paper.title}: {paper.what}",
            "subject": paper.subject,
            "author": paper.council,
            "comments": made_from.sentence(paper),
            "created": paper.known_at.astimezone(UTC).replace(tzinfo=None),
        }
    )
    sheets = Sheets(book, paper.banner)
    rows: list[list[Cell]] = [list(HEADINGS)]
    rows += [[*cells(one)] for one in found]
    sheets.filtered("Recommendations", ". ".join((paper.title, *paper.under)).rstrip("."), rows)
    sheets.sheet("About", f"About this {paper.title.lower()}", _about(paper, found))
    book.close()
    return out.getvalue()


def _about(paper: Alone, found: tuple[Entry, ...]) -> list[list[Cell]]:
    """What it is of, which copy, from which uploads, and what its words mean."""
    facts: list[list[Cell]] = [["What", "Answer"], ["Copy", COPIES[paper.audience]]]
    facts += [[name, value] for name, value in paper.facts]
    dates = {one.plan.name: one.as_at for one in found}
    facts += [[f"{plan}, figures as at", when] for plan, when in sorted(dates.items())]
    made_up = {one.plan.name: one.plan.illustrative for one in found if one.plan.illustrative}
    facts += [[plan, words] for plan, words in sorted(made_up.items())]
    return [*facts, ["Two months", TWO_MONTHS], ["Municipal year", YEARS]]
