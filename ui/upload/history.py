"""The plan's uploads: what was accepted, by whom, and the way to withdraw or restore one."""

from datetime import datetime

import streamlit as st

from store.accepting.expected import expected
from store.access.roles import Right
from store.database.engine import open_store
from store.refused import Refused
from store.said.as_read import accepted_problems, file_notes
from store.snapshots import restore, snapshots, withdraw
from ui.door import visitor
from ui.pieces import tables
from ui.shell import officer
from ui.shell.wording import as_typed
from workstreams import WORKSTREAMS
from workstreams.view import Plan, Snapshot
from workstreams.wording import counted, day, short_day

HIDDEN = tuple(workstream for workstream in WORKSTREAMS if workstream.about_children)
PRIVATE = {table.key for workstream in HIDDEN for table in workstream.tables}
"""Tables in which a row is about a child: how many there are would give a hidden count away."""


def section(plan: Plan) -> None:
    """Every snapshot, newest first, with its file and who accepted it."""
    found = snapshots(open_store(), plan.id, withdrawn=True)[::-1]
    if not found:
        return
    st.header("Accepted so far", anchor=False)
    tables.rows([_line(snapshot) for snapshot in found], "Uploads of this plan, newest first")
    for workstream in HIDDEN:
        st.caption(
            f"Rows of {workstream.title} are left out of these counts: each one is "
            f"{workstream.one_row}."
        )
    with st.expander("Look into one, withdraw it or restore it", icon=":material/history:"):
        _one(plan, found)


def sources(plan: Plan) -> None:
    """The files that the plan is kept in: of when each is, who brings it, what is still to come."""
    found = expected(open_store(), plan.id, datetime.now().astimezone().date())
    if not found:
        return
    st.header("The files of this plan", anchor=False)
    lines = [
        {
            "Source": one.source.name,
            "Last as at": short_day(one.latest.as_at),
            "Its last file": one.latest.file,
            "Brought by": one.latest.accepted_by or "–",
            "Expected": one.words,
        }
        for one in found
    ]
    tables.rows(lines, "The files that this plan is kept in, and what is expected of each")


def _line(snapshot: Snapshot) -> dict[str, str]:
    told = [table for table in snapshot.tables if table.table not in PRIVATE]
    rows = sum(table.rows_read for table in told)
    left = sum(table.rows_left_out for table in told)
    return {
        "As at": short_day(snapshot.as_at),
        "Source": snapshot.source.name,
        "File": snapshot.file,
        "Rows read": f"{rows:,}",
        "Left out": f"{left:,}",
        "Accepted by": snapshot.accepted_by or "–",
        "Accepted on": short_day(snapshot.accepted_at),
        "Standing": "Withdrawn" if snapshot.withdrawn else "In use",
    }


def _left_out(snapshot: Snapshot) -> None:
    """The sheets of one upload that were left out, each with why, and what was said of its file."""
    said = file_notes(open_store(), snapshot.id)
    if said["left_out"]:
        st.markdown(f"**{counted(len(said['left_out']), 'sheet')} left out**")
        lines = [{"Sheet": sheet, "Why": why} for sheet, why in said["left_out"]]
        tables.rows(lines, "Sheets of this upload that were left out")
    for note in said["notes"]:
        st.caption(as_typed(note))


def _one(plan: Plan, found: tuple[Snapshot, ...]) -> None:
    names = {s.id: f"{day(s.as_at)}, {s.file}" for s in found}
    snapshot_id = st.selectbox(
        "Upload",
        list(names),
        format_func=lambda key: names.get(key, str(key)),
        key="snapshot_open",
    )
    snapshot = next(s for s in found if s.id == snapshot_id)
    st.caption(f"File check code: {snapshot.fingerprint[:16]}")
    st.caption(
        "To read it again with other answers, choose its file again above, for the same date: the "
        "new reading takes the place of this one, which is kept with your reason."
    )
    _left_out(snapshot)
    accepted = accepted_problems(open_store(), snapshot.id)
    private = {table.sheet for table in snapshot.tables if table.table in PRIVATE}
    warnings = [
        one
        for one in accepted
        if one.problem.level == "warning" and one.problem.sheet not in private
    ]
    if warnings:
        st.markdown(f"**Accepted with {counted(len(warnings), 'warning')}**")
        tables.rows(
            [{"Warning": str(one.problem), "Reason": one.reason or "–"} for one in warnings],
            "Warnings this upload was accepted with",
        )
    if not officer.may(Right.WITHDRAW, plan.id):
        st.caption("Uploads are withdrawn and restored by an administrator.")
        return
    with st.form("withdraw_or_restore", border=False):
        by = visitor.name() or st.text_input("Your name or job title", key="withdrawn_by")
        if snapshot.withdrawn:
            pressed, reason = st.form_submit_button("Restore this upload"), ""
        else:
            reason = st.text_input("Why it is withdrawn", max_chars=300) or ""
            pressed = st.form_submit_button("Withdraw this upload")
    if not pressed:
        return
    if not by:
        st.error("Enter your name or job title.")
        return
    try:
        if snapshot.withdrawn:
            restore(open_store(), snapshot.id, by)
        else:
            withdraw(open_store(), snapshot.id, by, reason)
    except Refused as why:
        st.error(as_typed(str(why)))
        return
    st.rerun()
