"""Any measure over the snapshots as a run chart, and step changes set by hand with a reason."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from charts.spec import Chart
from store.access.roles import Right
from store.database.engine import open_store
from store.said.judgements import judge
from ui.pieces import charts, tables
from ui.shell import officer, undoing
from ui.shell.opened import Opened
from workstreams.across.steps import MarkedStep, marked_steps, step_series
from workstreams.base import Workstream
from workstreams.run_charts import of_measure
from workstreams.view import View
from workstreams.wording import counted, day, short_day

WHY = (
    "A line through the figure of every upload, with the median. From twelve figures on it has "
    "limits, and shows what is more than the usual ups and downs."
)


def section(opened: Opened, workstream: Workstream) -> Chart | None:
    """Choose a measure; its run chart stands below, with everything a chart has under it.

    Returns the chart that is shown.
    """
    st.header("A measure over time", anchor=False)
    names = {
        measure.key: measure.name
        for measure in workstream.measures
        if opened.audience == "members" or not measure.counts_children
    }
    if not names:
        st.caption("Only members see these figures over time: a line could give a count back.")
        return None
    picked = st.selectbox(
        "Show as run chart",
        list(names),
        index=None,
        format_func=lambda key: names.get(str(key), str(key)),
        placeholder="Choose a measure",
        key=f"{workstream.key}_run_chart",
        help=WHY,
    )
    chart = None if picked is None else opened.of(of_measure, workstream[picked])
    if chart is not None:
        charts.show(opened, workstream, chart, below_a_heading=True)
    elif picked is not None:
        st.info(f"{names[picked]} has no figure at any date yet.")
    _steps(opened, workstream, picked)
    return chart


def _steps(opened: Opened, workstream: Workstream, picked: str | None) -> None:
    """For officers: where a new level begins, and why."""
    view = opened.view
    series = step_series(workstream, view)
    if not series or not officer.may(Right.RECORD, opened.plan.id):
        return
    place = f"step_{workstream.key}"
    officer.told(place)
    with st.expander("For officers: mark a step change", icon=":material/stairs:"):
        st.caption(
            "Median and limits begin again from that date. The reason is printed on the chart, "
            "so mark a step only where you know what changed."
        )
        _mark(view, series, picked, place)
        _standing(view, series, place)


def _mark(view: View, series: dict[str, str], picked: str | None, place: str) -> None:
    latest = view.dates[-1]
    with st.form(officer.key(place, "form"), border=False):
        subject = st.selectbox(
            "Measure or series",
            list(series),
            index=list(series).index(picked) if picked in series else 0,
            format_func=lambda key: series.get(str(key), str(key)),
            key=officer.key(place, "series"),
        )
        when = st.date_input(
            "First date of the new level",
            value=latest,
            max_value=latest,
            format="DD/MM/YYYY",
            key=officer.key(place, "when"),
        )
        reason = st.text_input(
            "What changed",
            max_chars=200,
            key=officer.key(place, "reason"),
            placeholder="For example: two posts were added to the team",
        )
        by = officer.who(place)
        if not st.form_submit_button("Mark the step", type="primary"):
            return
        if not (reason or "").strip() or not isinstance(when, date):
            st.error("Enter what changed: a step is never drawn without its reason.")
            return
        officer.save(
            place,
            by,
            lambda: judge(
                open_store(),
                view.plan.id,
                "step change",
                str(subject),
                {"reason": reason.strip()},
                by,
                when,
            ),
            f"A new level is marked from {day(when)}.",
        )


def _standing(view: View, series: dict[str, str], place: str) -> None:
    found = marked_steps(view, series)
    if not found:
        return
    back = f"{place}_back"
    st.markdown(f"**{counted(len(found), 'step')} marked so far**")
    _table(found, series)
    lines = {step.id: f"{series[step.subject]}, {day(step.when)}: {step.reason}" for step in found}
    with st.form(officer.key(back, "form"), border=False):
        undoing.fields(
            *(view.plan.id, lines, back, "step", "Step", "Take the step back"),
            "The step is taken back.",
            told_at=place,
        )


def _table(found: Sequence[MarkedStep], series: dict[str, str]) -> None:
    tables.rows(
        [
            {
                "Series": series[step.subject],
                "From": short_day(step.when),
                "What changed": step.reason,
                "Marked by": step.by,
            }
            for step in found
        ],
        "Step changes marked so far",
    )
