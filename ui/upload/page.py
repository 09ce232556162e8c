"""The upload journey: choose, see how it was read, put right, see what changes, accept, undo."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial

import streamlit as st

from loaders.choices import EACH, Choices
from loaders.formats.cannot import CannotRead
from loaders.guarded.safely import warm
from loaders.outcome import Checked
from store.access.roles import Right
from store.database.engine import open_store
from store.said.remembered import NOT_YET, is_laid_out_anew, remembered, wrong_with_key
from store.same_upload import same_records
from store.sources.kept import Into
from store.sources.proposed import propose
from ui.minutes import section
from ui.pieces import next_upload, uploaded
from ui.public import new_file
from ui.shell import empty, look, new_plan
from ui.shell.frame import open_page
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from ui.upload import (
    accept,
    changes,
    colours,
    copies,
    history,
    links,
    out_of_sight,
    problems,
    reading,
    unused,
)
from ui.upload.differences import actions_seen, compared
from ui.upload.place import again, source
from ui.upload.several import section as several
from ui.upload.visit import answers, waiting
from ui.upload.visit.waiting import Chosen
from workstreams import TABLES
from workstreams.actions.columns import ACTIONS
from workstreams.actions.followed.preview import Answer
from workstreams.plan.columns import THRESHOLD_TABLE
from workstreams.view import Plan, Source
from workstreams.wording import counted, day, sentence

TYPES = [
    *("xlsx", "xlsm", "xltx", "xltm", "xls", "xlt", "xlsb", "xml", "ods", "ots", "fods"),
    *("docx", "docm", "dotx", "pdf", "csv", "tsv", "txt", "html", "htm"),
]
PASTED = "Pasted table.txt"
"""What a pasted table is called where a file has its name."""
MEGABYTES = 25
PRIVACY = (
    "Your file is read and then forgotten: only its name, its check code, the rows you accept and "
    "what actions that were left out are called are kept. Columns that look like a child's or "
    "parent's name, date of birth, address or case number are refused. Names of staff become keys "
    "that cannot be turned back."
)


def show() -> None:
    """The whole page."""
    opened = open_page("Upload", Right.UPLOAD)
    if opened is None:
        st.write("Start by naming the plan. Then upload its workbook.")
        new_plan.form()
        new_plan.others()
        return
    if wrong := wrong_with_key(open_store()):
        st.error(as_typed(wrong))
        st.stop()
    warm()  # the process that reads the file starts while the officer looks for it
    accept.done(opened.plan)
    _choose(opened)
    history.sources(opened.plan)
    section.section(opened)
    history.section(opened.plan)
    with st.expander("Start another plan", icon=":material/add:"):
        new_plan.form()
        new_plan.others()


def _choose(opened: Opened) -> None:
    st.header("Choose the file", anchor=False)
    if drafts := next_upload.carried(opened.plan.id):
        draft, *after = drafts
        follow = f" {sentence(counted(len(after), 'more draft'))} after it." if after else ""
        st.info(
            as_typed(f"{draft.said} It is checked, compared and accepted like any other.{follow}")
        )
        st.button(
            "Put the draft away", icon=":material/close:", on_click=_put_away, args=[draft.name]
        )
        source.known(draft.name, draft.into)
        _read(opened, draft.name, draft.data)
        return
    turn = st.session_state.get(accept.ROUND, 0)
    files = st.file_uploader(
        "Your workbook or action log, as you keep it; several at once if you like",
        type=TYPES,
        accept_multiple_files=True,
        max_upload_size=MEGABYTES,
        key=f"file_{turn}",
    )
    new = [Chosen(file.name, file.getvalue()) for file in files]
    pasted = "" if new else _paste(turn)
    if pasted.strip():
        new = [Chosen(PASTED, pasted.encode())]
    st.caption(f":material/lock: {PRIVACY}")
    if new:
        st.session_state.pop(accept.DONE, None)
    found = waiting.with_new(opened.plan.id, new)
    if not found:
        empty.template()
        return
    if waiting.waiting(opened.plan.id):
        several.left(opened.plan)
    one = found[0] if len(found) == 1 else several.section(opened, found)
    if one is not None:
        _read(opened, one.name, one.data)


def _put_away(name: str) -> None:
    """Forget a draft, and what was answered about it."""
    next_upload.put_away()
    answers.forget(name)


def _paste(turn: int) -> str:
    """A table copied out of Excel, Word or a web page, "" while there is none."""
    with st.expander("Paste a table", icon=":material/content_paste:"):
        return st.text_area(
            "Copy the table with its headings, click here and paste it",
            key=f"pasted_{turn}",
            height=200,
            help="Colours and crossed-out words do not come along: choose the file where they say "
            "something.",
        )


def _read(opened: Opened, name: str, contents: bytes) -> None:
    plan = opened.plan
    known = remembered(open_store(), plan.id)
    choices = replace(
        answers.choices(plan.id, name, known),
        as_at=_picked(name, uploaded.fingerprint(contents)),
        read_before=NOT_YET,
    )
    try:
        with st.spinner(as_typed(f"Reading {name}"), show_time=True):
            checked = uploaded.checked(contents, name, choices)
            proposal = propose(open_store(), plan.id, checked)
            own = source.so_far(checked, proposal)
            before = remembered(open_store(), plan.id, own.id).read_before if own else {}
            if is_laid_out_anew(checked, before):
                choices = replace(choices, read_before=before)
                checked = uploaded.checked(contents, name, choices)
    except CannotRead as why:
        st.error(as_typed(str(why)), title="This file cannot be read")
        return
    changed = reading.section(checked, choices)
    changed = colours.section(checked, choices) or changed
    changed = out_of_sight.section(checked, choices) or changed
    changed = copies.section(checked, choices) or changed
    changed = unused.section(checked, choices) or changed
    if changed is not None:
        answers.choose(plan.id, name, changed)
        st.rerun()
    problems.section(plan.id, checked, contents)
    if not any(len(frame) for frame in checked.frames.values()):
        if _undated(checked):
            _as_at(checked)
            st.button("Read it as at this date", type="primary")
            return
        st.error("There is nothing to accept: no row of this file could be read without an error.")
        return
    as_at = _as_at(checked)
    if as_at is None:
        return
    into = source.section(plan, checked, proposal)
    if into is None:
        return
    new_file.section(plan, checked)
    uploads = [(as_at, checked)]
    if choices.copies == EACH:
        uploads = copies.each(plan, as_at, checked, choices, into, partial(_again, name, contents))
    odd = source.unconfirmed(plan, checked, as_at, into)
    instead = again.section(plan, as_at, checked, into) if len(uploads) == 1 else None
    matches, left = _changes(plan, as_at, checked, into)
    missing = colours.unanswered(checked, choices)
    if odd:
        accept.blocked(odd)
        return
    accept.section(plan, uploads, choices, into, missing, matches, left, opened.version, instead)


def _undated(checked: Checked) -> bool:
    """Whether figures cannot be read for lack of a date alone, which can be given here."""
    errors = [problem for problem in checked.problems if problem.level == "error"]
    implied = {table.implied for table in TABLES if table.implied}
    return bool(errors) and all(problem.field in implied for problem in errors)


def _again(name: str, contents: bytes, choices: Choices) -> Checked:
    """The file as other choices read it."""
    return uploaded.checked(contents, name, choices)


def _as_at_key(sha256: str) -> str:
    return f"as_at_{sha256[:12]}"


def _picked(name: str, sha256: str) -> date | None:
    """The date that an officer has said the file is true at, in this visit."""
    picked = st.session_state.get(_as_at_key(sha256))
    return picked if isinstance(picked, date) else answers.date_said(name)


def _dated(name: str, key: str) -> None:
    answers.say_date(name, st.session_state.get(key))


def _as_at(checked: Checked) -> date | None:
    """The date the figures were true: proposed from the file, decided by the officer."""
    st.header("When the figures were true", anchor=False)
    today = datetime.now().astimezone().date()
    found = checked.as_at if checked.as_at and checked.as_at <= today else None
    key = _as_at_key(checked.sha256)
    as_at = st.date_input(
        "As at",
        value=answers.date_said(checked.file) or found or today,
        max_value=today,
        format="DD/MM/YYYY",
        key=key,
        on_change=_dated,
        args=(checked.file, key),
    )
    if found and as_at != found:
        st.caption(as_typed(f"As you said; the file says “{checked.as_at_found}”."))
    elif found and checked.as_at_found:
        st.caption(as_typed(f"Proposed because the file says “{checked.as_at_found}”."))
    elif not found:
        st.caption("The file gives no date, so today is proposed. Check it before you accept.")
    return as_at if isinstance(as_at, date) else None


def _changes(plan: Plan, as_at: date, checked: Checked, into: Into) -> tuple[Sequence[Answer], int]:
    """What accepting will change; the answers about matches so far, and how many are left."""
    if (other := same_records(open_store(), plan.id, checked)) is not None:
        st.warning(
            as_typed(f"Every row of this file is in {other.file} too, ")
            + f"which was accepted for {day(other.as_at)} already. Accept it only if nothing had "
            f"changed by {day(as_at)}."
        )
    stands = look.standing_of(plan.id, as_at, into if isinstance(into, Source) else None)
    matches = links.answers(plan, as_at, checked)
    with st.spinner("Comparing with the upload before"):
        seen = actions_seen(checked, stands, as_at, tuple(matches.values()))
        found = compared(checked, stands, {ACTIONS.key: seen} if seen else {}) if stands else []
    if seen is not None:
        if links.carried(seen, matches):
            st.rerun()
        links.section(seen, matches)
    changes.section(found, stands, into, checked.frames.get(THRESHOLD_TABLE.key))
    return tuple(matches.values()), links.left(seen)
