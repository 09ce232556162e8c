"""Minutes in: choose or paste them, see what was found, keep it as what the committee asked for."""

from datetime import date, datetime

import streamlit as st

from loaders.formats.cannot import CannotRead
from loaders.minutes.items import Minutes
from store.access.roles import Right
from store.database.engine import open_store
from store.said.minuted import Kept, keep
from store.said.remembered import secret
from ui.minutes import earlier, items
from ui.pieces import uploaded
from ui.shell import officer
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.actions.columns import ACTIONS
from workstreams.actions.minuted import Draft, has, references, rows
from workstreams.wording import are, counted, day

PLACE = "minutes"
TYPES = ["docx", "docm", "pdf", "txt", "html", "htm"]
MEGABYTES = 25
PASTED = "Pasted minutes.txt"
PRIVACY = (
    "Nothing of the minutes is stored but the items that you keep. Names of people "
    "in them are kept as you leave them in the fields, so put a post in place of a name."
)


def offered(opened: Opened) -> bool:
    """For officers, at the latest date; a plan without actions has nothing to keep them beside."""
    if not officer.may(Right.RECORD, opened.plan.id) or opened.as_at is None:
        return False
    return opened.is_latest and not opened.view.now(ACTIONS.key).empty


def section(opened: Opened) -> None:
    """The way in for minutes, and what was kept from earlier ones, where it is offered."""
    if not offered(opened):
        return
    st.header("Minutes", anchor=False)
    officer.told(PLACE)
    with st.expander("Find what was asked in the minutes of a meeting", icon=":material/draft:"):
        file = st.file_uploader(
            "The minutes: a Word document, PDF, text or saved web page",
            type=TYPES,
            max_upload_size=MEGABYTES,
            key=officer.key(PLACE, "file"),
        )
        pasted = "" if file else _paste()
        st.caption(f":material/lock: {PRIVACY} {officer.PRIVACY}")
        if file:
            _read(opened, file.name, file.getvalue())
        elif pasted.strip():
            _read(opened, PASTED, pasted.encode())
    earlier.section(opened, PLACE)


def _paste() -> str:
    return st.text_area(
        "Or paste the text of the minutes", height=160, key=officer.key(PLACE, "pasted")
    )


def _read(opened: Opened, name: str, contents: bytes) -> None:
    try:
        with st.spinner(f"Reading {name}", show_time=True):
            minutes = uploaded.minutes(contents, name)
    except CannotRead as why:
        st.error(as_typed(str(why)), title="This file cannot be read")
        return
    if not minutes.items:
        st.info(
            "No action, recommendation or decision was found in this text. Mark an action with "
            "“ACTION:” or a decision with “RESOLVED:” where it stands, or add it to the workbook."
        )
        return
    _form(opened, minutes, uploaded.fingerprint(contents)[:8])


def _form(opened: Opened, minutes: Minutes, mark: str) -> None:
    st.markdown(
        f"**{counted(len(minutes.items), 'item')} found.** Nothing is stored until you keep it. "
        "Change what is not right, leave out what needs no follow-up, or join an item to the one "
        "above it."
    )
    texts = tuple(item.text for item in minutes.items)
    known = opened.of(has, *texts)
    taken = opened.of(references)
    with st.form(officer.key(PLACE, f"form_{mark}"), border=False):
        meeting = st.date_input(
            "Day of the meeting",
            value=minutes.meeting_date,
            max_value=datetime.now().astimezone().date(),
            format="DD/MM/YYYY",
            key=officer.key(PLACE, f"{mark}_meeting"),
        )
        drafts = items.fields(minutes.items, known, taken, officer.key(PLACE, mark))
        by = officer.who(PLACE)
        if not st.form_submit_button("Keep these items", type="primary"):
            return
    if not isinstance(meeting, date):
        st.error("Enter the day of the meeting: the clock of a recommendation runs from it.")
        return
    _keep(opened, minutes, drafts, meeting, by)


def _keep(opened: Opened, minutes: Minutes, drafts: list[Draft], meeting: date, by: str) -> None:
    if not drafts:
        st.error("Every item is left out. Keep at least one, or choose other minutes.")
        return
    committee = minutes.committee or opened.plan.committee
    frame, wrong = rows(drafts, meeting, committee, secret())
    if wrong or len(frame) != len(drafts):
        st.error(as_typed(str(wrong[0])) if wrong else "An item has no words. Enter what it asks.")
        return
    kept = Kept(ACTIONS.key, frame, [(draft.ref, draft.words) for draft in drafts])
    beside = opened.view.as_at
    number = counted(len(drafts), "item")
    officer.save(
        PLACE,
        by,
        lambda: keep(open_store(), opened.plan.id, kept, beside, by),
        f"{number} of the meeting on {day(meeting)} {are(len(drafts))} kept. Every page now shows "
        f"{'it' if len(drafts) == 1 else 'them'}, also before a workbook has "
        f"{'it' if len(drafts) == 1 else 'them'}.",
    )
