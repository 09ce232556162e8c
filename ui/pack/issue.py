"""Which issue of a meeting's pack is looked at, and making it anew with a reason."""

from datetime import date, datetime

import streamlit as st

from store.access.roles import Right
from store.database.engine import open_store
from store.said.changes import changes
from store.said.packs import KIND, Issue, issue_anew, issues
from store.snapshots import snapshots
from ui.shell import officer
from ui.shell.wording import as_typed
from workstreams.view import Plan
from workstreams.wording import counted, day, short_day


def standing(plan: Plan, meeting: date) -> Issue | None:
    """The issue to take, said on the page; None where the meeting's pack was never made."""
    found = issues(open_store(), plan.id, meeting)
    if not found:
        st.markdown(
            f"**The pack for {day(meeting)} has not been made yet.** Making it fixes what it says: "
            "a later upload, one that is withdrawn or a changed setting does not alter it."
        )
        return None
    picked = found[-1] if len(found) == 1 else _one_of(found)
    st.markdown(
        as_typed(f"The pack for {day(meeting)} was {_made(picked)}.") + _since(plan, picked)
    )
    return picked


def anew(plan: Plan, meeting: date) -> None:
    """For officers: make a pack that was made already from what is known now."""
    if not officer.may(Right.PACK, plan.id):
        return
    place = f"pack_anew_{plan.id}_{meeting}"
    officer.told(place)
    with st.expander("Make this pack anew", icon=":material/restart_alt:"):
        st.markdown(
            "It is then made from what is known now. The pack made before is kept, and can still "
            "be taken."
        )
        reason = st.text_input(
            "Why it is made anew", key=officer.key(place, "reason"), max_chars=300
        )
        st.caption(f"The reason is printed in the pack. {officer.PRIVACY}")
        by = officer.who(place)
        if st.button("Make it anew", key=officer.key(place, "save")):
            officer.save(
                place,
                by,
                lambda: issue_anew(open_store(), plan.id, meeting, by.strip(), reason),
                "The pack is made anew. Take it above.",
            )


def moment(when: datetime) -> str:
    """A moment on the clock of this machine: 22 Nov 2022, 14:03."""
    local = when.astimezone()
    return f"{short_day(local.date())}, {local:%H:%M}"


def _one_of(found: tuple[Issue, ...]) -> Issue:
    by_number = {issue.number: issue for issue in reversed(found)}
    picked = st.selectbox(
        "Issue",
        list(by_number),
        format_func=lambda number: f"{number}: {_made(by_number[number])}",
        # A new issue is the one shown.
        key=f"pack_issue_{found[-1].meeting}_{len(found)}",
    )
    return by_number[picked]


def _made(issue: Issue) -> str:
    why = f" anew: {issue.reason.rstrip('.')}" if issue.reason else ""
    return f"made{why} ({issue.by}, {moment(issue.known_at)})"


def _since(plan: Plan, issue: Issue) -> str:
    """What has changed in the plan since an issue was made, which the issue does not show."""
    engine, known = open_store(), issue.known_at
    uploads = sum(s.accepted_at > known for s in snapshots(engine, plan.id, withdrawn=True))
    others = any(
        entry.at > known or (entry.ended_at is not None and entry.ended_at > known)
        for entry in changes(engine, plan.id)
        if entry.kind != KIND
    )
    said = [counted(uploads, "upload")] if uploads else []
    said += ["other changes, listed on Plan settings"] if others else []
    if not said:
        return " Nothing of the plan has changed since."
    return f" Not in it, because they came later: {' and '.join(said)}."
