"""Ask for updates: for which meeting, back by when, in what words; then one download."""

from datetime import date, datetime, timedelta

import streamlit as st

from reports.media_types import ZIP
from reports.updates.asking import again, covering_words, prepare
from reports.updates.messages import BRACKETS
from store.access.roles import Right
from store.database.engine import open_store
from store.said.updates import asked_of
from ui.door import downloads
from ui.shell import officer
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.actions.updates.asked import Asked
from workstreams.actions.updates.owners import owners
from workstreams.wording import counted, day, listed

PLACE = "ask_for_updates"
BEFORE = timedelta(days=10)
"""So long before the meeting the sheets are to be back, where nobody says otherwise."""


def section(opened: Opened) -> None:
    """The form, and what was asked for the meetings to come."""
    st.header("Ask for updates", anchor=False)
    asked = opened.of(owners)
    if not asked:
        st.info("No action is open, so there is nobody to ask.")
        return
    number = len({action.subject for owner in asked for action in owner.actions})
    st.markdown(
        f"One return sheet for each of {counted(len(asked), 'owner')}, who answer for "
        f"{counted(number, 'open action')}: what was last said of each, and cells for status, "
        "progress, evidence, a new date and why. Each comes with a draft message that you open, "
        "address and send yourself. Nothing is sent from here, and no address is kept."
    )
    officer.told(PLACE)
    standing = [one for one in asked_of(open_store(), opened.plan.id) if one.stands]
    for one in reversed(standing[-2:]):
        _asked(opened, one)
    with st.expander(
        "Ask again" if standing else "Ask the owners", expanded=not standing, icon=":material/send:"
    ):
        _form(opened)


def _form(opened: Opened) -> None:
    today = datetime.now().astimezone().date()
    proposed = next_meeting(opened, today)
    with st.form(officer.key(PLACE, "form"), border=False):
        with st.container(horizontal=True):
            meeting = st.date_input(
                "For the meeting on",
                value=proposed,
                format="DD/MM/YYYY",
                key=officer.key(PLACE, "meeting"),
            )
            reply_by = st.date_input(
                "Sheets back by",
                value=back_by(proposed, today),
                format="DD/MM/YYYY",
                key=officer.key(PLACE, "reply_by"),
            )
        words = st.text_area(
            "Words of the message",
            value=covering_words(open_store(), opened.plan.id),
            height=280,
            max_chars=4_000,
            key=officer.key(PLACE, "words"),
            help=f"Kept for the next time. For each owner, {listed(_brackets())} are put in.",
        )
        by = officer.who(PLACE)
        pressed = st.form_submit_button("Prepare the sheets", type="primary")
    if not pressed:
        return
    if not isinstance(meeting, date):
        st.error("Enter the day of the meeting that the updates are for.")
        return
    back = reply_by if isinstance(reply_by, date) else None
    officer.save(
        PLACE,
        by,
        lambda: prepare(open_store(), opened.plan.id, meeting, back, words or "", by),
        "The sheets are ready. Download them, open each message and send it.",
    )


def _asked(opened: Opened, one: Asked) -> None:
    """What was asked for one meeting, and its sheets, as long as the plan has not moved on."""
    number = counted(len(one.sheets), "owner")
    back = f", back by {day(one.reply_by)}" if one.reply_by else ""
    when = f"on {day(one.at)} by {one.by}" if one.at else ""
    st.markdown(as_typed(f"For the meeting on {day(one.meeting)}: {number} asked{back}."))
    st.caption(as_typed(f"Prepared {when}, from the plan as at {day(one.as_at)}."))
    if one.as_at != opened.as_at:
        st.caption("The plan has a later upload since. Sheets that come back are taken all the "
                   "same; ask again if owners should see the later one.")  # fmt: skip
        return
    plan_id, asking = opened.plan.id, one.id

    def made() -> bytes:
        prepared = again(open_store(), plan_id, asking)
        return prepared.zip if prepared else b""

    downloads.button(
        "Download the sheets and messages",
        made,
        file_name=f"Return sheets for {one.meeting.isoformat()}.zip",
        mime=ZIP,
        asks=((Right.UPDATES, plan_id),),
        key=f"sheets_{asking}",
    )


def next_meeting(opened: Opened, today: date) -> date | None:
    """The meeting to ask for: the first from today on, else the next one that the plan knows."""
    known = [meeting.when for meeting in opened.view.meetings]
    return min((when for when in known if when >= today), default=opened.view.next_meeting)


def back_by(meeting: date | None, today: date) -> date | None:
    """Ten days before the meeting, or the day before it where that is over already.

    None where there is no meeting to come: no day is before it.
    """
    if meeting is None or meeting <= today:
        return None
    return meeting - BEFORE if meeting - BEFORE > today else max(meeting - timedelta(1), today)


def _brackets() -> list[str]:
    return [f"[{name}]" for name in BRACKETS]
