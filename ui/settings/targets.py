"""The plan's targets: where a measure should be, and by when."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from measures.figures import plain, printed
from store import plans
from store.database.engine import open_store
from store.plans import targets as targets_of
from ui.pieces import tables
from ui.shell import officer
from workstreams import WORKSTREAMS
from workstreams.base import Measure
from workstreams.view import Plan, Target
from workstreams.wording import day, short_day

PLACE = "settings_targets"


def measures() -> dict[str, tuple[str, Measure]]:
    """Every measure by its key, with what it is called in a list of all of them."""
    return {
        measure.key: (f"{workstream.title}: {measure.name}", measure)
        for workstream in WORKSTREAMS
        for measure in workstream.measures
    }


def says(target: Target, known: Mapping[str, tuple[str, Measure]]) -> tuple[str, str]:
    """A target's measure and value in words."""
    if target.measure not in known:
        return target.measure, plain(target.value)
    name, measure = known[target.measure]
    return name, printed(target.value, measure.unit)


def section(plan: Plan, by: str) -> None:
    """The targets that stand, a form for a new one, and a way to take one away."""
    known, found = measures(), targets_of(open_store(), plan.id)
    st.header("Targets", anchor=False)
    st.caption("A target for the same measure, group and date takes the place of the old one.")
    officer.told(PLACE)
    if found:
        tables.rows([_line(target, known) for target in found], "Targets of the plan")
    _add(plan, by, known)
    if found:
        _take_away(plan, by, found, known)


def _line(target: Target, known: Mapping[str, tuple[str, Measure]]) -> dict[str, str]:
    name, value = says(target, known)
    return {
        "Measure": name,
        "For": target.series or "All",
        "Target": value,
        "By": short_day(target.by) if target.by else "–",
    }


def _add(plan: Plan, by: str, known: Mapping[str, tuple[str, Measure]]) -> None:
    with st.form(officer.key(PLACE, "form")):
        key = st.selectbox(
            "Measure",
            list(known),
            index=None,
            format_func=lambda one: known[one][0] if one in known else str(one),
            placeholder="Choose a measure",
            key=officer.key(PLACE, "measure"),
        )
        typed = st.number_input(
            "Target",
            value=None,
            format="%g",
            key=officer.key(PLACE, "value"),
            help="For a percentage enter 90, not 0.9.",
        )
        series = st.text_input(
            "Only for one group, course or indicator (leave blank for all)",
            max_chars=200,
            key=officer.key(PLACE, "series"),
        )
        when = st.date_input(
            "By (leave blank for no date)",
            value=None,
            max_value=date(2100, 1, 1),
            format="DD/MM/YYYY",
            key=officer.key(PLACE, "by"),
        )
        pressed = st.form_submit_button("Set the target", type="primary")
    if not pressed:
        return
    if key is None or typed is None:
        st.error("Choose a measure and enter its target.")
        return
    unit = known[key][1].unit
    if unit == "percent" and not 0 <= typed <= 100:
        st.error("Enter a percentage from 0 to 100.")
        return
    new = Target(
        key,
        typed / 100 if unit == "percent" else float(typed),
        when if isinstance(when, date) else None,
        (series or "").strip(),
    )
    name, value = says(new, known)
    officer.save(
        PLACE,
        by,
        lambda: plans.add(open_store(), plan.id, [new], by),
        f"The target is set. {name}: {value}{f' by {day(new.by)}' if new.by else ''}.",
    )


def _take_away(
    plan: Plan,
    by: str,
    found: tuple[Target, ...],
    known: Mapping[str, tuple[str, Measure]],
) -> None:
    label = "Take a target away"
    with st.expander(label, icon=":material/remove:"), st.form(officer.key(PLACE, "remove")):
        chosen = st.multiselect(
            label,
            list(range(len(found))),
            format_func=lambda at: ", ".join(_line(found[int(at)], known).values()),
            placeholder="Choose",
            key=officer.key(PLACE, "removed"),
        )
        pressed = st.form_submit_button("Take away")
    if pressed and not chosen:
        st.error("Choose what to take away.")
    elif pressed:
        gone = [found[at] for at in chosen]
        officer.save(
            PLACE,
            by,
            lambda: plans.remove(open_store(), plan.id, gone, by),
            "Taken away. It stays under “What was changed”.",
        )
