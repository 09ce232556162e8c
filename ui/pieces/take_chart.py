"""Taking one chart away from a page: its picture, its words and its table."""

from collections.abc import Sequence
from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from charts.draw import Width
from charts.picture import kept
from charts.picture.browsers import ADVICE
from charts.picture.export import browser
from charts.spec import Chart
from charts.table import table
from loaders.written.escaping import escaped
from reports.content.exempt import banner
from reports.content.sections import exempt
from reports.media_types import CSV
from ui.door import downloads, seen
from ui.pieces import copying
from ui.pieces.tables import csv
from ui.shell.opened import Opened

SHAPES: dict[Width, str] = {"report": "For a report", "wide": "For a slide"}
FORMS = {"png": "image/png", "svg": "image/svg+xml"}
MARK = "Exempt: not for publication"


def may_be_taken(opened: Opened, chart: Chart) -> bool:
    """Whether it may leave the page in this copy."""
    return opened.audience == "members" or not chart.sensitive


def take(opened: Opened, chart: Chart) -> None:
    """The picture in each form, the words and the table."""
    if opened.audience == "public":
        seen.taken_away(opened.plan.id, opened.version)
    _take(opened, marked(opened, chart))


def marked(opened: Opened, chart: Chart) -> Chart:
    """The chart as it may leave the page: a members' one says so inside the picture."""
    if opened.audience == "public":
        return chart
    return exempt(chart, banner(opened.view))


def words(chart: Chart) -> str:
    """The finding, what it counts, its notes and its source, to put beside the picture."""
    source = chart.source.removeprefix("Source: ")
    said = f"Source: {source}" if source else ""
    lines = [chart.finding, chart.subtitle, *chart.remarks, said, chart.banner]
    return "\n".join(line for line in lines if line)


def cells(chart: Chart) -> bytes:
    """The table under the chart as a file, each row of a members' one marked."""
    return csv(_table(chart))


def to_paste(chart: Chart) -> dict[str, str]:
    """The same table to paste: for a document with its rules, for a spreadsheet cell by cell.

    Two texts by media type: "text/html" and "text/plain", the latter with a tab between cells.
    """
    found = _table(chart).astype("object").map(_one_line).rename(columns=_one_line)
    lines: list[Sequence[str]] = [list(found.columns), *found.itertuples(index=False, name=None)]
    rows = [
        f"<tr>{''.join(_pasted(cell, at) for cell in line)}</tr>" for at, line in enumerate(lines)
    ]
    return {
        "text/html": f'<table border="1">{"".join(rows)}</table>',
        "text/plain": "\n".join("\t".join(line) for line in lines),
    }


def _pasted(cell: str, line: int) -> str:
    tag = "td" if line else "th"
    return f"<{tag}>{escape(cell)}</{tag}>"


def _table(chart: Chart) -> pd.DataFrame:
    found = table(chart)
    return found.assign(Publication=MARK) if chart.banner else found


def _one_line(cell: object) -> str:
    """A cell's text without tabs or line ends, which would begin another cell."""
    return str(escaped(" ".join(str(cell).split())))


def _take(opened: Opened, chart: Chart) -> None:
    name = f"{chart.key.replace('.', '-')}_{opened.as_at}_{opened.audience}"
    if browser():
        st.caption("Title, date, source and notes are inside the picture.")
        shape = st.radio(
            "Shape",
            list(SHAPES),
            format_func=SHAPES.__getitem__,
            horizontal=True,
            key=f"take_{chart.key}_shape",
        )
        with st.container(horizontal=True):
            copying.picture(
                "Copy picture", partial(kept.png, chart, shape), key=f"take_{chart.key}_copy"
            )
            _picture(opened, chart, "png", shape, name)
            _picture(opened, chart, "svg", shape, name)
    else:
        st.info(ADVICE)
    st.caption("Words to go with it")
    st.code(words(chart), language=None, wrap_lines=True)
    st.caption("Alt text for the picture, which pasting does not bring")
    st.code(chart.alt, language=None, wrap_lines=True)
    with st.container(horizontal=True):
        copying.text("Copy table", to_paste(chart), key=f"take_{chart.key}_table")
        downloads.button(
            "Table as CSV",
            partial(cells, chart),
            file_name=f"{name}.csv",
            mime=CSV,
            asks=opened.asks,
            icon=":material/table:",
            key=f"take_{chart.key}_csv",
        )


def _picture(opened: Opened, chart: Chart, form: str, shape: Width, name: str) -> None:
    draw = kept.png if form == "png" else kept.svg
    downloads.button(
        f"Picture ({form.upper()})",
        partial(draw, chart, shape),
        file_name=f"{name}_{shape}.{form}",
        mime=FORMS[form],
        asks=opened.asks,
        icon=":material/image:",
        key=f"take_{chart.key}_{form}",
    )
