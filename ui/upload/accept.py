"""Accepting an upload: who, as at when, why each warning is accepted; then done, with undo."""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256

import streamlit as st

from loaders.choices import Choices
from loaders.outcome import Checked
from loaders.problems import Problem
from store.accepting.again import accept_again
from store.database.engine import open_store
from store.refused import Refused
from store.snapshots import Answers, Changed, accept_each, snapshots, withdraw
from store.sources.kept import Into
from ui.actions import links
from ui.door import visitor
from ui.pieces import next_upload
from ui.shell import look, state
from ui.shell.wording import as_typed
from ui.upload import memory
from ui.upload.place.again import Again
from ui.upload.visit import answers, waiting
from workstreams.actions.followed.preview import Answer
from workstreams.view import Plan, Snapshot
from workstreams.wording import counted, day, has, listed, mean, sentence

EACH = 5
"""Up to this many warnings are given a reason each; more are given one by column."""
LOOKED_AT = "looked_at"
"""Begins the key of the plan's version that an upload was last compared with on the screen."""
NOT_UNDONE = "not_undone"
"""Why an upload that was just accepted could not be taken back, to be said once."""
DONE = "accepted_snapshot"
ROUND = "upload_round"
"""Counts the files chosen in a visit: a new number gives an empty upload control."""


Upload = tuple[date, Checked]
"""What is accepted, and the date that it is true at."""


def blocked(questions: int) -> None:
    """In place of the last step, while something odd about the file has no answer."""
    st.header("Accept", anchor=False)
    what = "the question" if questions == 1 else f"the {questions} questions"
    st.info(f"First answer {what} under “Is this the right file?”.")


def section(
    plan: Plan,
    uploads: Sequence[Upload],
    choices: Choices,
    into: Into,
    missing: int,
    matches: Sequence[Answer] = (),
    left: int = 0,
    version: str = "",
    again: Again | None = None,
) -> None:
    """The last step before anything is stored; ``uploads`` are one a date, oldest first.

    ``again`` says what the one upload takes the place of.

    ``version`` is the plan's, as of which the page says what will change.
    """
    st.header("Accept", anchor=False)
    if missing:
        what = counted(missing, "colour or word", "colours and words")
        st.info(f"First say what {what} above {mean(missing)}.")
        return
    as_at, checked = uploads[-1]
    told = dict.fromkeys(p for _, one in uploads for p in one.problems if p.level == "warning")
    groups = grouped([problem for problem in told if problem.reasoned])
    with st.form(f"accept_{checked.sha256[:12]}"):
        reasons = {}
        if groups:
            st.markdown("**Say why each warning is accepted.** The reason is kept and printed.")
        for words, problems in groups.items():
            # By its words: in the file as it was mended another may stand in its place.
            own = sha256(words.encode()).hexdigest()[:12]
            reasons[words] = st.text_input(
                as_typed(words),
                key=f"reason_{answers.mark(checked.file)}_{own}",
                max_chars=300,
                persist_state="session",
            )
            st.caption(as_typed(problems[0].advice))
        if left:
            st.caption(
                f"{sentence(counted(left, 'match', 'matches'))} above {has(left)} no answer. You "
                "can accept all the same: the overview, the actions page and the pack then say "
                "how many are not confirmed."
            )
        by = visitor.name() or st.text_input(
            "Your name or job title", key="accepted_by", persist_state="session", max_chars=100
        )
        several = f"Accept {len(uploads)} dates, the last as at {day(as_at)}"
        pressed = st.form_submit_button(
            several if len(uploads) > 1 else f"Accept as at {day(as_at)}",
            type="primary",
            icon=":material/check:",
        )
    stale = _changed_since(plan, f"{checked.sha256[:12]}_{as_at}", version)
    if pressed and stale:
        st.warning(as_typed(stale))
    elif pressed:
        _accept(plan, uploads, choices, into, by or "", groups, reasons, matches, version, again)


def _changed_since(plan: Plan, what: str, version: str) -> str:
    """What others did to the plan since this upload was last on the screen; "" where nothing.

    What will change is by now worked out from it, further up the page.
    """
    kept = f"{LOOKED_AT}_{plan.id}_{what}"
    found = snapshots(open_store(), plan.id)
    before, ids = st.session_state.get(kept, (version, set()))
    st.session_state[kept] = (version, {one.id for one in found})
    if before == version:
        return ""
    news = [
        f"{one.accepted_by} uploaded {one.file} as at {day(one.as_at)}"
        for one in found
        if one.id not in ids
    ]
    what = listed(news) or "the plan was changed, or an upload of it was withdrawn"
    return (
        f"Nothing was stored: since you looked at this, {what}. What will change is worked out "
        "again above. Look at it, then press Accept once more."
    )


def grouped(warnings: list[Problem]) -> dict[str, list[Problem]]:
    """The warnings that one reason is asked for, by the words it is asked with."""
    if len(warnings) <= EACH:
        return {str(warning): [warning] for warning in warnings}
    groups: dict[str, list[Problem]] = {}
    for warning in warnings:
        groups.setdefault(warning.heading or "The file", []).append(warning)
    return {
        f"{heading}: {counted(len(found), 'warning')}": found for heading, found in groups.items()
    }


def _accept(
    plan: Plan,
    uploads: Sequence[Upload],
    choices: Choices,
    into: Into,
    by: str,
    groups: Mapping[str, list[Problem]],
    reasons: Mapping[str, str | None],
    matches: Sequence[Answer],
    version: str,
    again: Again | None,
) -> None:
    if not by.strip():
        st.error("Enter your name or job title: it is kept with the upload.")
        return
    unsaid = [words for words in groups if not (reasons[words] or "").strip()]
    if unsaid:
        st.error(f"Enter a reason for {as_typed(unsaid[0])}")
        return
    given = {
        str(problem): (reasons[words] or "").strip()
        for words, problems in groups.items()
        for problem in problems
    }
    try:
        said = [(answer.subject, answer.value) for answer in matches]
        stored = _stored(plan, uploads, by.strip(), given, said, into, version, again)
    except Changed:
        st.rerun()  # what was typed stays, and the next press says what was changed
    except Refused as why:
        st.error(as_typed(str(why)))
        return
    memory.keep(plan.id, stored[-1], uploads[-1][1], choices, by.strip())
    if drafts := next_upload.carried(plan.id):
        drafts[0].accepted(stored[-1].id, by.strip())
        next_upload.put_away()
    finish(plan, stored)


def _stored(
    plan: Plan,
    uploads: Sequence[Upload],
    by: str,
    reasons: Mapping[str, str],
    said: Answers,
    into: Into,
    version: str,
    again: Again | None,
) -> tuple[Snapshot, ...]:
    """The uploads as stored, in the place of another where ``again`` says so."""
    if again is None:
        return accept_each(
            open_store(), plan.id, uploads, by, reasons, said, into, looked_at=version
        )
    ((as_at, checked),) = uploads
    one = accept_again(
        open_store(), plan.id, again.old, as_at, checked, by, again.why, reasons, said, version
    )
    return (one,)


def finish(plan: Plan, stored: Sequence[Snapshot]) -> None:
    """Begin again after files were accepted: the control is empty, files set aside still wait."""
    waiting.accepted(plan.id, {one.fingerprint for one in stored})
    for name in {one.file for one in stored}:
        answers.forget(name)
    st.session_state[DONE] = tuple(snapshot.id for snapshot in stored)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    state.keep("as_at", "")
    state.keep("since", "")
    st.rerun()


def done(plan: Plan) -> None:
    """What was just accepted, the way to its charts, and undo."""
    ids: tuple[int, ...] = st.session_state.get(DONE, ())
    found = [s for s in snapshots(open_store(), plan.id, withdrawn=True) if s.id in ids]
    if not found:
        return
    snapshot = found[-1]
    if why := st.session_state.pop(NOT_UNDONE, ""):
        st.warning(as_typed(why))
    if snapshot.withdrawn and why:
        return
    if snapshot.withdrawn:
        st.info("Undone: the figures are as they were before. The upload is listed below.")
        return
    st.success(as_typed(_accepted(found)), title="Done", icon=":material/check_circle:")
    with st.container(horizontal=True):
        st.page_link(
            "pages/overview.py",
            label="See the overview",
            icon=":material/home:",
            query_params={"plan": str(plan.id), "as_at": snapshot.as_at.isoformat()},
        )
        st.button("Undo", icon=":material/undo:", on_click=_undo, args=(ids,))
    links.after_upload(look.standing(plan.id, snapshot.as_at))


def _accepted(found: Sequence[Snapshot]) -> str:
    """What was accepted: a file, a file as at several dates, or several files."""
    if len({one.file for one in found}) > 1:
        files = listed([f"{one.file} as at {day(one.as_at)}" for one in found])
        return f"{len(found)} files are accepted: {files}. Every page now shows them."
    rows = counted(sum(table.rows_read for table in found[-1].tables), "row")
    said = f"{found[-1].file} is accepted as at {listed([day(one.as_at) for one in found])}, "
    if len(found) == 1:
        return f"{said}{rows} in all. Every page now shows it."
    return f"{said}an upload each, {rows} in the last. Every page now shows them."


def _undo(ids: Sequence[int]) -> None:
    by = visitor.name() or st.session_state.get("accepted_by", "")
    try:
        for snapshot_id in reversed(ids):
            withdraw(open_store(), snapshot_id, by, "Undone straight after the upload")
    except Refused as why:
        st.session_state[NOT_UNDONE] = (
            f"There was nothing left to undo, or it is not yours to undo: {why} The list below "
            "says how each upload stands."
        )
