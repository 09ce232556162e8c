"""A chart on a page: the picture, the records behind it, its table and its definition."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from charts.dark import in_the_dark
from charts.draw import Width, draw
from charts.palette import Meaning, tag
from charts.spec import Badge, Chart, stopped
from charts.table import table
from ui.pieces import commentary, one_open, records, tables, take_chart
from ui.shell import state
from ui.shell.frame import EXEMPT
from ui.shell.opened import Opened
from ui.shell.screen_width import dark, narrow
from ui.shell.wording import as_typed
from workstreams.base import Measure, Workstream
from workstreams.view import View

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
"""No toolbar: it adds six tab stops to each chart, and the pack makes the pictures."""
MEANINGS: dict[str, Meaning] = {"improvement": "on course", "concern": "attention"}
TABLE, MEANING, TAKE = "View as a table", "What this counts", "Take this chart"
ICONS = {
    TABLE: ":material/table:",
    MEANING: ":material/menu_book:",
    TAKE: ":material/download:",
}
MARKED = (EXEMPT, f"{EXEMPT}.")
"""How a members' chart says what its page says at the top already."""


def show(
    opened: Opened,
    workstream: Workstream,
    chart: Chart,
    *,
    below_a_heading: bool = False,
) -> None:
    """One chart with everything that belongs under it; its finding is a heading of the page.

    ``below_a_heading``: the chart stands in a section that has a heading of its own.
    """
    with st.container(border=True):
        heading = st.subheader if below_a_heading else st.header
        heading(as_typed(chart.finding), anchor=False)
        st.caption(as_typed(chart.subtitle))
        for badge in chart.badges:
            st.markdown(mark(badge))
        picked = st.plotly_chart(
            picture(opened, chart, width()),
            theme=None,
            config=QUIET,
            alt=chart.alt,
            key=f"chart_{chart.key}",
            on_select="rerun",
            selection_mode="points",
        )
        ids = _behind_points(chart, picked)
        if ids and not workstream.closed(opened.view):
            records.behind(opened.view, workstream, ids, "Behind what you picked")
        foot = [*below(opened, chart), _source(chart)]
        st.caption(as_typed(" ".join(line for line in foot if line)))
        commentary.beside(opened, chart)
        _tools(opened, workstream, chart)


class Checked(go.Figure):  # type: ignore[misc]
    """A figure that was checked when it was drawn, and is handed on as its parts.

    Plotly checks and copies a figure each time one is made and each time it is sent, which takes
    longer than all else on a page. The parts are this asker's own copy already.
    """

    def __init__(self, parts: dict[str, Any]) -> None:
        # Nothing of a figure is made: only its parts are asked for.
        object.__setattr__(self, "_parts", parts)

    def to_dict(self) -> dict[str, Any]:
        """The parts, each array as Plotly sends it."""
        parts: dict[str, Any] = object.__getattribute__(self, "_parts")
        return parts


def picture(opened: Opened, chart: Chart, width: Width) -> go.Figure:
    """A chart of this page, drawn."""
    return Checked(opened.of(_drawn, chart, width, dark()))


def _drawn(_: View, chart: Chart, width: Width, in_dark: bool) -> dict[str, Any]:
    made = dict(draw(chart, width, words=False).to_dict())
    return dict(in_the_dark(made)) if in_dark else made


def width() -> Width:
    """The form of a chart that the page has room for."""
    return "narrow" if narrow() else "screen"


def mark(badge: Badge) -> str:
    """A mark of a run chart: its shape, letter and words on the colour of what it says."""
    sign = " ".join(part for part in (badge.shape, f"**{badge.letter}**") if part.strip("*"))
    words = f"{sign} {as_typed(badge.words)}"
    return f"{as_typed(badge.label)}: :{tag(MEANINGS.get(badge.kind))}-background[{words}]"


def below(opened: Opened, chart: Chart) -> list[str]:
    """The notes under a chart, less those that already stand at the top of the page."""
    above = {opened.plan.illustrative, *(MARKED if opened.audience == "members" else ())}
    return [stopped(note) for note in chart.notes if note not in above]


def _source(chart: Chart) -> str:
    if not chart.source or chart.source.casefold().startswith("source"):
        return chart.source
    return f"Source: {chart.source}"


@st.fragment
def _tools(opened: Opened, workstream: Workstream, chart: Chart) -> None:
    """One line to open what belongs to a chart; each is made when it is asked for."""
    measure = next((m for m in workstream.measures if m.key == chart.measure), None)
    offered = [TABLE]
    if measure is not None:
        offered.append(MEANING)
    if take_chart.may_be_taken(opened, chart):
        offered.append(TAKE)
    picked = st.pills(
        "Of this chart",
        offered,
        format_func=lambda one: f"{ICONS[one]} {one}",
        key=f"tools_{chart.key}",
        label_visibility="collapsed",
    )
    if picked == TABLE:
        tables.show(table(chart), f"{chart.finding} As a table.")
    elif picked == MEANING and measure is not None:
        define(measure)
        _all_definitions(workstream)
    elif picked == TAKE:
        take_chart.take(opened, chart)


def define(measure: Measure) -> None:
    """A measure's definition, formula and source, as declared."""
    st.markdown(as_typed(measure.definition))
    st.markdown(f"**How it is worked out:** {as_typed(measure.formula)}")
    if measure.source:
        st.caption(f"Source: {as_typed(measure.source)}")


def _all_definitions(workstream: Workstream) -> None:
    st.page_link(
        "pages/definitions.py",
        label=f"All definitions of {as_typed(workstream.title)}",
        icon=":material/arrow_forward:",
        query_params=state.address() | {one_open.ADDRESS: workstream.key},
    )


def _behind_points(chart: Chart, picked: Any) -> tuple[int, ...]:
    """The record ids behind the marks that were clicked."""
    found: set[int] = set()
    for point in picked["selection"]["points"] if picked else ():
        row = point.get("customdata")
        row = row[0] if isinstance(row, list) and row else row
        if isinstance(row, int | float):
            found.update(chart.data["records"].iloc[int(row)])
    return tuple(sorted(found))
