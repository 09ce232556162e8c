"""The plan's meetings and events: listed, added, taken away."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import streamlit as st

from store import plans
from store.database.engine import open_store
from store.plans import events as events_of
from store.plans import meetings as meetings_of
from ui.pieces import tables
from ui.shell import officer
from workstreams.view import Event, Meeting, Plan
from workstreams.wording import day, short_day

MEETINGS, EVENTS = "settings_meetings", "settings_events"
FIRST, LAST = date(1990, 1, 1), date(2100, 1, 1)


def meetings(plan: Plan, by: str) -> None:
    """The committee dates that figures are compared between."""
    found = meetings_of(open_store(), plan.id)
    st.header("Meetings", anchor=False)
    st.caption("Figures are compared from meeting to meeting, and each is a line on the charts.")
    officer.told(MEETINGS)
    if found:
        lines = [{"Date": short_day(m.when), "Meeting": m.name or "–"} for m in found]
        with st.expander(f"The {len(found)} meetings of the plan", icon=":material/event:"):
            tables.rows(lines, "Meetings of the plan")
    with st.form(officer.key(MEETINGS, "form")):
        when = _day("Date of the meeting", MEETINGS)
        name = st.text_input(
            "Its name, if not the committee's own", max_chars=200, key=officer.key(MEETINGS, "name")
        )
        pressed = st.form_submit_button("Add the meeting", type="primary")
    if pressed and when is None:
        st.error("Enter the date of the meeting.")
    elif pressed and when is not None:
        new = Meeting(when, (name or "").strip() or plan.committee)
        officer.save(
            MEETINGS,
            by,
            lambda: plans.add(open_store(), plan.id, [new], by),
            f"The meeting of {day(new.when)} is added.",
        )
    names = {m.when.isoformat(): f"{day(m.when)}, {m.name}" for m in found}
    _remove(
        "Take a meeting away",
        MEETINGS,
        names,
        by,
        lambda keys: plans.remove(
            open_store(), plan.id, [m for m in found if m.when.isoformat() in keys], by
        ),
    )


def events(plan: Plan, by: str) -> None:
    """What happened, drawn on the time axes."""
    found = events_of(open_store(), plan.id)
    st.header("Events", anchor=False)
    st.caption("An event is a dated line on every chart over time, in the pack too.")
    officer.told(EVENTS)
    if found:
        tables.rows(
            [{"Date": short_day(e.when), "What happened": e.text} for e in found],
            "Events of the plan",
        )
    with st.form(officer.key(EVENTS, "form")):
        when = _day("Date of the event", EVENTS)
        text = st.text_input(
            "What happened, in a few words",
            max_chars=80,
            placeholder="New head of legal started",
            key=officer.key(EVENTS, "text"),
            help=officer.PRIVACY,
        )
        pressed = st.form_submit_button("Add the event", type="primary")
    said = (text or "").strip()
    if pressed and (when is None or not said):
        st.error("Enter the date of the event and what happened.")
    elif pressed and when is not None:
        new = Event(when, said)
        officer.save(
            EVENTS,
            by,
            lambda: plans.add(open_store(), plan.id, [new], by),
            f"“{new.text}” is added on {day(new.when)}.",
        )
    by_key = {f"{e.when.isoformat()} {e.text}": e for e in found}
    _remove(
        "Take an event away",
        EVENTS,
        {key: f"{day(e.when)}: {e.text}" for key, e in by_key.items()},
        by,
        lambda keys: plans.remove(open_store(), plan.id, [by_key[key] for key in keys], by),
    )


def _day(label: str, place: str) -> date | None:
    picked = st.date_input(
        label,
        value=None,
        min_value=FIRST,
        max_value=LAST,
        format="DD/MM/YYYY",
        key=officer.key(place, "when"),
    )
    return picked if isinstance(picked, date) else None


def _remove(
    label: str,
    place: str,
    names: Mapping[str, str],
    by: str,
    remove: Callable[[Sequence[str]], object],
) -> None:
    """Choose some of what is listed and take it away; it stays in the past and in the log."""
    if not names:
        return
    with st.expander(label, icon=":material/remove:"), st.form(officer.key(place, "remove")):
        chosen = st.multiselect(
            label,
            list(names),
            format_func=lambda key: names.get(str(key), str(key)),
            placeholder="Choose",
            key=officer.key(place, "removed"),
        )
        pressed = st.form_submit_button("Take away")
    if pressed and not chosen:
        st.error("Choose what to take away.")
    elif pressed:
        officer.save(
            place, by, lambda: remove(chosen), "Taken away. It stays under “What was changed”."
        )
