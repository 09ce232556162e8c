"""Beside an action's history: what officers recorded of it, and the forms to record more."""

from datetime import date, datetime

import streamlit as st

from store.access.roles import Right
from store.database.engine import open_store
from store.said.judgements import judge
from ui.actions import forms, printed
from ui.pieces import tables
from ui.shell import officer, undoing
from ui.shell.wording import as_typed
from workstreams.actions.records.one_action import Recordable, recordable
from workstreams.view import View

EVIDENCE, ACCEPTANCE = "Evidence that it is done", "The committee's acceptance"
GONE, MOVED = "Why it is no longer listed", "Why its date moved"
TAKE_BACK = "Take something back"


def section(view: View, record_id: int) -> None:
    """What is recorded of the action that a record belongs to, then the form that is chosen."""
    found = recordable(view, record_id)
    if found is None:
        return
    printed.section(view, record_id)
    place = f"action_{record_id}"
    st.markdown("**Recorded by officers**")
    st.caption(as_typed(found.stands))
    officer.told(place)
    if len(found.recorded):
        tables.show(found.recorded, "What officers recorded of this action")
    else:
        st.markdown("Nothing is recorded beside the file yet.")
    if view.as_at != max(s.as_at for s in view.snapshots):
        st.caption("To record something, choose the plan's latest date in the side bar.")
    elif not found.subject:
        st.caption(
            "Nothing can be recorded of this action until it has a reference of its own in the "
            "file: another action has the same one."
        )
    elif officer.may(Right.RECORD, view.plan.id):
        _form(view, found, place)


def _form(view: View, found: Recordable, place: str) -> None:
    options = [EVIDENCE, ACCEPTANCE]
    if not found.listed:
        options.insert(0, GONE)
    if found.moves:
        options.append(MOVED)
    if len(found.recorded):
        options.append(TAKE_BACK)
    what = st.selectbox(
        "Officers: record",
        options,
        index=None,
        placeholder="Choose what you want to record",
        key=officer.key(place, "what"),
    )
    if what is None:
        return
    with st.form(officer.key(place, "form"), border=True):
        if what == TAKE_BACK:
            _take_back(view, found, place)
            return
        match what:
            case "Evidence that it is done":
                entered = forms.evidence(found, place, today())
            case "The committee's acceptance":
                entered = forms.acceptance(found, place, view)
            case "Why it is no longer listed":
                entered = forms.gone(found, place, today())
            case _:
                entered = forms.moved(found, place)
        by = officer.who(place)
        if not st.form_submit_button("Record it", type="primary"):
            return
        if entered.lacking:
            st.error(entered.lacking)
            return
        officer.save(
            place,
            by,
            lambda: judge(
                open_store(),
                view.plan.id,
                entered.kind,
                found.subject,
                entered.value,
                by,
                entered.on,
                entered.instead_of,
            ),
            f"Recorded for {found.subject}.",
        )


def _take_back(view: View, found: Recordable, place: str) -> None:
    """A judgement is ended, not deleted: packs made before still say it."""
    lines = {
        int(judgement_id): f"{what}: {says}"
        for judgement_id, what, says in zip(
            found.recorded.index.tolist(),
            found.recorded["What"],
            found.recorded["Says"],
            strict=True,
        )
    }
    undoing.fields(
        *(view.plan.id, lines, place, "back", "What to take back", "Take it back"),
        "Taken back.",
        kind="primary",
    )


def today() -> date:
    """The officer's day."""
    return datetime.now().astimezone().date()
