"""Officers' notes: shown beside the chart they are about, written at the foot of the page."""

from collections.abc import Sequence

import streamlit as st

from charts.spec import Chart
from store.access.roles import Right
from store.database.engine import open_store
from store.said.judgements import judge
from ui.shell import officer, undoing
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.across.notes import Note, notes
from workstreams.wording import day

LONG = 2000


def beside(opened: Opened, chart: Chart) -> None:
    """The notes written beside one chart for this snapshot."""
    for note in (one for one in opened.of(notes) if one.chart == chart.key):
        with st.container(border=True, gap="xxsmall"):
            st.caption(f":material/comment: Note by {as_typed(note.signed)}")
            for paragraph in note.text.splitlines():
                st.markdown(as_typed(paragraph))


def section(opened: Opened, charts: Sequence[Chart]) -> None:
    """For officers: write a note beside one of the charts on the page, or take one back."""
    if not charts or opened.as_at is None or not officer.may(Right.RECORD, opened.plan.id):
        return
    place = f"note_{charts[0].key}"
    officer.told(place)
    with st.expander("For officers: write a note beside a chart", icon=":material/comment:"):
        st.caption(
            f"It stands beside the chart, in the pack too, with your name, for the figures as at "
            f"{day(opened.as_at)} only."
        )
        _write(opened, charts, place)
        shown = {chart.key for chart in charts}
        written = [note for note in opened.of(notes) if note.chart in shown]
        if written:
            _take_back(opened, charts, written, place)


def _write(opened: Opened, charts: Sequence[Chart], place: str) -> None:
    names = {chart.key: chart.finding for chart in charts}
    with st.form(officer.key(place, "form"), border=False):
        chart = st.selectbox(
            "Chart",
            list(names),
            format_func=lambda key: names.get(str(key), str(key)),
            key=officer.key(place, "chart"),
        )
        text = st.text_area(
            "Note", max_chars=LONG, key=officer.key(place, "text"), help=officer.PRIVACY
        )
        st.caption(officer.PRIVACY)
        by = officer.who(place)
        if not st.form_submit_button("Add the note", type="primary"):
            return
        written = (text or "").strip()
        if not written or chart is None:
            st.error("Enter what the note is to say.")
            return
        officer.save(
            place,
            by,
            lambda: judge(
                open_store(),
                opened.plan.id,
                "commentary",
                chart,
                {"text": written},
                by,
                opened.as_at,
            ),
            "The note stands beside the chart.",
        )


def _take_back(
    opened: Opened, charts: Sequence[Chart], written: Sequence[Note], place: str
) -> None:
    back = f"{place}_back"
    lines = {note.id: f"{note.by}: {note.text}" for note in written}
    with st.form(officer.key(back, "form"), border=False):
        undoing.fields(
            *(opened.plan.id, lines, back, "note", "Notes so far", "Take the note back"),
            "The note is taken back.",
            told_at=place,
        )
