"""The data behind a pack as a workbook: every figure, every chart, definitions, source rows."""

from datetime import UTC
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter

from charts.kinds.points import Point, day_words, points
from charts.table import alt, table
from reports.content import made_from
from reports.content.blocks import COPIES, Heading, Pack, Sheet, Table
from reports.content.sources import about, cells, records, runs
from reports.excel.sheets import Cell, Sheets


def write(pack: Pack) -> bytes:
    """The workbook's bytes; the same pack gives the same bytes.

    Text is written as text: nothing an officer typed is ever a formula or a link.
    """
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties(
        {
            "title": f"{pack.title}: data behind the committee pack",
            "subject": f"For {pack.committee}. {pack.banner}".strip(),
            "author": pack.council,
            "comments": made_from.sentence(pack),
            "created": pack.known_at.astimezone(UTC).replace(tzinfo=None),
        }
    )
    writer = Sheets(book, pack.banner)
    writer.sheet("About", f"{pack.title}: data behind the committee pack", _about(pack))
    writer.sheet("Figures", "Every figure", _figures(pack))
    if tables := _tables(pack):
        writer.sheet("Tables", "Every table of the documents, in their order", tables)
    for sheet in pack.sheets:
        writer.sheet(sheet.name, sheet.chart.finding, _chart(sheet, pack), _under(sheet))
    if pack.sources:
        writer.sheet("Source rows", "Where the records behind the figures were read", _rows(pack))
    book.close()
    return out.getvalue()


def _about(pack: Pack) -> list[list[Cell]]:
    facts: list[list[Cell]] = [
        ["Plan", pack.title],
        ["Committee", pack.committee],
        ["Copy", COPIES[pack.audience]],
    ]
    facts += [[name, value] for name, value in pack.facts]
    facts += [[name, value] for name, value in pack.words]
    facts += [[f"Sheet “{sheet.name}”", sheet.chart.finding] for sheet in pack.sheets]
    return [["What", "Answer"], *facts]


def _figures(pack: Pack) -> list[list[Cell]]:
    """A row a measure: as printed, as a number, what it was made from, and what it means."""
    made: list[list[Cell]] = [
        [
            "Part of the plan",
            "Measure",
            "As printed",
            "True on",
            "Number",
            "Unit",
            "Part",
            "Whole",
            "At the meeting before, as printed",
            "At the meeting before, true on",
            "At the meeting before, number",
            "Target",
            "Why there is no figure",
            "What it counts",
            "How it is worked out",
            "Source of the definition",
            "Records (see Source rows)",
        ]
    ]
    numbers = _record_numbers(pack)
    for line in pack.lines:
        now, before = line.now, line.before
        made.append(
            [
                line.workstream,
                line.measure.name,
                str(now),
                now.as_at,
                now.value,
                now.unit,
                now.numerator,
                now.denominator,
                str(before) if before else "",
                before.as_at if before else None,
                before.value if before else None,
                line.target,
                now.why_missing,
                line.measure.definition,
                line.measure.formula,
                line.measure.source,
                ", ".join(str(numbers[record]) for record in now.records if record in numbers),
            ]
        )
    return made


def _tables(pack: Pack) -> list[list[Cell]]:
    """The tables of the documents under one another, each below its heading and its caption."""
    made: list[list[Cell]] = []
    heading = ""
    for block in pack.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table):
            made += [[f"{heading}. {block.caption}"], list(block.headings)]
            made += [[_number(cell) for cell in row] for row in block.rows]
            made.append([])
    return made[:-1]


def _chart(sheet: Sheet, pack: Pack) -> list[list[Cell]]:
    """The chart's table as printed, the numbers it is drawn from, and the cells they come from."""
    printed, marks = table(sheet.chart), points(sheet.chart)
    days = {day_words(day): day for mark in marks for day in (mark.when, mark.end) if day}
    made: list[list[Cell]] = [[str(name) for name in printed.columns]]
    made += [
        [_cell(days.get(cell, _number(cell))) for cell in row]
        for row in printed.itertuples(index=False, name=None)
    ]
    made += [[], ["Numbers drawn"], *_numbers(marks, sheet, pack)]
    behind = sorted({record for ids in records(sheet.chart) for record in ids} & set(pack.sources))
    if behind:
        made += [[], ["Where they were read"], *_read(behind, sheet, pack)]
    return made


FIELDS = ("label", "series", "when", "end", "value", "centre", "lower", "upper", "target", "text")


def _numbers(marks: tuple[Point, ...], sheet: Sheet, pack: Pack) -> list[list[Cell]]:
    """The columns of a chart's data that hold anything, under their headings, and the records."""
    used = [f for f in FIELDS if any(getattr(mark, f) not in (None, "") for mark in marks)]
    headings: list[Cell] = [sheet.chart.headings.get(f) or f.capitalize() for f in used]
    rows = [[_cell(getattr(mark, f)) for f in used] for mark in marks]
    behind = records(sheet.chart)
    if any(behind):
        numbers = _record_numbers(pack)
        headings.append("Records (below)")
        for row, ids in zip(rows, behind, strict=True):
            row.append(runs(numbers[record] for record in ids if record in numbers))
    return [headings, *rows]


def _read(behind: list[int], sheet: Sheet, pack: Pack) -> list[list[Cell]]:
    """Each record behind a chart: its file, sheet, row and cells."""
    numbers = _record_numbers(pack)
    made: list[list[Cell]] = [["Record", "File", "Sheet", "Row", "Cells"]]
    for record in behind:
        source = pack.sources[record]
        cells_read = cells(sheet.chart, source) or "the row"
        made.append([numbers[record], source.file, source.sheet, source.row, cells_read])
    return made


def _number(printed: str) -> str | int:
    """A count as a number that a sheet can add up; what is printed otherwise stays as printed."""
    return int(printed) if printed.isdecimal() and str(int(printed)) == printed else printed


def _cell(value: Any) -> Cell:
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value if isinstance(value, str | float | int) else None


def _under(sheet: Sheet) -> list[str]:
    """What stands under a chart's title: what it counts and how, its notes, source and alt text."""
    return [*about(sheet), f"Text alternative: {alt(sheet.chart)}"]


def _record_numbers(pack: Pack) -> dict[int, int]:
    """The pack's own number of each record, from 1.

    The store numbers records as they come. In a public copy a gap in those numbers would say how
    many rows stand between: the cases that are for members only.
    """
    return {record: number for number, record in enumerate(sorted(pack.sources), 1)}


def _rows(pack: Pack) -> list[list[Cell]]:
    numbers = _record_numbers(pack)
    made: list[list[Cell]] = [["Record", "File", "Sheet", "Row"]]
    made += [[numbers[record], *place[:3]] for record, place in sorted(pack.sources.items())]
    return made
