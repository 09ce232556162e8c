"""Several files chosen at once: what each needs, and one press for those that need nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import streamlit as st

from loaders.choices import Choices
from loaders.formats.cannot import CannotRead
from loaders.outcome import Checked
from store.accepting.together import Given, Placed, accept_together, placed_together
from store.database.engine import open_store
from store.refused import Refused
from store.said.remembered import NOT_YET, is_laid_out_anew, remembered
from store.snapshots import Changed
from store.sources.kept import sources
from ui.door import visitor
from ui.pieces import tables, uploaded
from ui.shell import look
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from ui.upload import accept, memory
from ui.upload.place import source
from ui.upload.several.needs import brings, needs
from ui.upload.visit import answers, waiting
from ui.upload.visit.waiting import Chosen
from workstreams.view import Plan, Source
from workstreams.wording import are, counted, day


@dataclass(frozen=True)
class _Read:
    """One of the files: as it was read, and what it needs; why it cannot be read, if so."""

    chosen: Chosen
    checked: Checked | None
    choices: Choices
    needs: tuple[str, ...]

    @property
    def given(self) -> Given | None:
        """The file and its date, where it may be accepted."""
        if self.checked is None or self.needs:
            return None
        as_at = _as_at(self.checked, self.choices)
        return Given(as_at, self.checked) if as_at else None


def _as_at(checked: Checked, choices: Choices) -> date | None:
    """The date that a file is true at, as said or as it says itself; None where it is to come."""
    today = datetime.now().astimezone().date()
    as_at = choices.as_at or checked.as_at
    return as_at if as_at and as_at <= today else None


def left(plan: Plan) -> None:
    """That files chosen before are not accepted yet, and the way to put them away."""
    number = len(waiting.waiting(plan.id))
    st.info(f"{counted(number, 'file')} you chose before {are(number)} not accepted yet.")
    st.button(
        "Put away what is not accepted",
        icon=":material/close:",
        on_click=waiting.put_away,
        args=(plan.id,),
    )


def section(opened: Opened, files: Sequence[Chosen]) -> Chosen | None:
    """The files by date and what each needs; the one that an officer opens to answer."""
    plan = opened.plan
    with st.spinner(f"Reading {counted(len(files), 'file')}", show_time=True):
        read = [_read(plan, one) for one in files]
        placed, read = _placed(opened, read)
    st.header("What these files are", anchor=False)
    by_mark = {one.given.checked.sha256: one for one in placed}
    lines = sorted(read, key=_order)
    tables.rows(
        [_line(one, by_mark.get(one.chosen.mark)) for one in lines],
        "The files chosen, by date: which file of the plan each is, what it brings and needs",
    )
    slot = st.container()
    names = {one.chosen.mark: one.chosen for one in lines}
    picked = st.selectbox(
        "Open one to answer what it needs, or to look at how it was read",
        list(names),
        index=None,
        format_func=lambda mark: names[mark].name if mark in names else "",
        placeholder="Choose a file",
        key=f"opened_{plan.id}",
    )
    if picked in names:
        return names[picked]  # it is accepted by itself
    if ready := [one.given for one in placed if one.ready]:
        with slot:
            _accept(opened, ready, {one.chosen.mark: one for one in read})
    return None


def _read(plan: Plan, one: Chosen, before: Choices | None = None) -> _Read:
    """A file as the plan knows it and as was answered in this visit."""
    choices = before or replace(
        answers.choices(plan.id, one.name, remembered(open_store(), plan.id)),
        as_at=answers.date_said(one.name),
        read_before=NOT_YET,
    )
    try:
        checked = uploaded.checked(one.data, one.name, choices)
    except CannotRead as why:
        return _Read(one, None, choices, (str(why),))
    return _Read(one, checked, choices, needs(checked, choices, _as_at(checked, choices)))


def _placed(opened: Opened, read: list[_Read]) -> tuple[list[Placed], list[_Read]]:
    """Where each file goes that needs nothing so far; read again where it is laid out anew."""
    placed = _places(opened, read)
    before: dict[str, dict[str, dict[str, str]]] = {}
    again = {one.chosen.mark: one for one in read}
    for one in placed:
        own = again[one.given.checked.sha256]
        if one.into.name not in before and isinstance(one.into, Source):
            kept = remembered(open_store(), opened.plan.id, one.into.id).read_before
            before[one.into.name] = {key: dict(said) for key, said in kept.items()}
        last = before.get(one.into.name, {})
        if is_laid_out_anew(one.given.checked, last):
            choices = replace(own.choices, read_before=last)
            again[own.chosen.mark] = _read(opened.plan, own.chosen, choices)
        told = memory.decided(one.given.checked, own.choices).read_before
        before[one.into.name] = {**last, **{key: dict(said) for key, said in told.items()}}
    anew = list(again.values())
    if any(new is not old for new, old in zip(anew, read, strict=True)):
        placed = _places(opened, anew)
    return placed, anew


def _places(opened: Opened, read: Sequence[_Read]) -> list[Placed]:
    there = sources(open_store(), opened.plan.id)
    given = [
        replace(one.given, into=source.answered(one.given.checked, there))
        for one in read
        if one.given
    ]
    asked = [(one.as_at, one.checked.sha256, str(one.into)) for one in given]
    choices = [repr(replace(one.choices, secret=b"")) for one in read if one.given]
    key = repr((look.store_name(), opened.plan.id, opened.version, asked, choices))
    return _kept(key, opened.plan.id, given)


@st.cache_data(show_spinner=False, max_entries=3, scope="session")
def _kept(key: str, _plan_id: int, _given: Sequence[Given]) -> list[Placed]:
    return placed_together(open_store(), _plan_id, _given)


def _order(one: _Read) -> tuple[bool, str]:
    """By date; those without one last."""
    as_at = _as_at(one.checked, one.choices) if one.checked else None
    return as_at is None, str(as_at or one.chosen.name)


def _line(one: _Read, placed: Placed | None) -> dict[str, str]:
    as_at = _as_at(one.checked, one.choices) if one.checked else None
    missing = one.needs or (placed.needs if placed else ())
    goes = ""
    if placed is not None:
        goes = placed.into.name if isinstance(placed.into, Source) else f"New: {placed.into.name}"
    return {
        "File": one.chosen.name,
        "As at": day(as_at) if as_at else "–",
        "Source": goes or "–",
        "What it brings": brings(one.checked) if one.checked else "–",
        "What it needs": " ".join(missing) or "Ready",
    }


def _accept(opened: Opened, given: Sequence[Given], read: dict[str, _Read]) -> None:
    """One press for all that are ready, by date."""
    plan = opened.plan
    with st.form(f"accept_several_{plan.id}"):
        by = visitor.name() or st.text_input(
            "Your name or job title", key="accepted_by", persist_state="session", max_chars=100
        )
        ready = "the file that is" if len(given) == 1 else f"the {len(given)} files that are"
        pressed = st.form_submit_button(
            f"Accept {ready} ready", type="primary", icon=":material/check:"
        )
    if not pressed:
        return
    if not (by or "").strip():
        st.error("Enter your name or job title: it is kept with each upload.")
        return
    try:
        stored, _ = accept_together(
            open_store(), plan.id, given, (by or "").strip(), opened.version
        )
    except Changed:
        st.rerun()  # what each file is and needs is worked out again
    except Refused as why:
        st.error(as_typed(str(why)))
        return
    for one in stored:
        own = read[one.fingerprint]
        if own.checked is not None:
            memory.keep(plan.id, one, own.checked, own.choices, (by or "").strip())
    accept.finish(plan, stored)
