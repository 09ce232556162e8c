"""Which of the plan's sources a file is the next one of: proposed with the reason, decided here."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from loaders.outcome import Checked
from store.accepting.doubts import doubts
from store.database.engine import open_store
from store.same_upload import same_file
from store.snapshots import snapshots
from store.sources.kept import Adds, Into
from store.sources.proposed import Proposal
from ui.shell.wording import as_typed
from ui.upload.visit import answers
from workstreams.view import Plan, Source
from workstreams.wording import day

NEW = 0
"""The option that adds a source, among the ids of those there are."""


def section(plan: Plan, checked: Checked, proposal: Proposal) -> Into | None:
    """Where the file goes; None until an officer has said so where it is not sure."""
    st.header("Which file of the plan this is", anchor=False)
    key = checked.sha256[:12]
    if not proposal.beside:
        return Adds(_name(proposal, checked))
    by_id = {one.source.id: one.source for one in proposal.beside}
    words = {one: f"The next one of “{source.name}”" for one, source in by_id.items()}
    words = {one: f"{said}, last as at {_last(plan, one)}" for one, said in words.items()}
    words[NEW] = "One that this plan has not had before"
    options = list(words)
    likeliest = _likeliest(proposal)
    before = _said(checked, proposal)
    picked = st.radio(
        "A plan may be kept in several files, each of which comes again and again. This one is",
        options,
        index=None if before is None else options.index(before),
        format_func=lambda one: as_typed(words.get(one, "")),
        key=f"source_{key}_{'_'.join(map(str, by_id))}",
    )
    st.caption(as_typed(_reason(proposal, words[likeliest])))
    if picked is None:
        return None
    # Kept apart from the list: somebody else may add a source to it meanwhile.
    st.session_state[_kept(checked.file)] = picked
    return Adds(_name(proposal, checked)) if picked == NEW else by_id[picked]


def so_far(checked: Checked, proposal: Proposal) -> Source | None:
    """The source that a file is the next one of, as answered in this visit or as is sure."""
    said = _said(checked, proposal)
    found = (one.source for one in proposal.beside if one.source.id == said)
    return next(found, None)


def _said(checked: Checked, proposal: Proposal) -> int | None:
    """What was answered in this visit, else what is sure; None where it is neither."""
    kept = st.session_state.get(_kept(checked.file))
    if kept in {NEW, *(one.source.id for one in proposal.beside)}:
        return int(kept)
    return _likeliest(proposal) if proposal.sure else None


def _likeliest(proposal: Proposal) -> int:
    return proposal.into.id if isinstance(proposal.into, Source) else NEW


def known(name: str, into: Source) -> None:
    """Take it as said which source a file of this name is the next one of; it can be changed."""
    st.session_state.setdefault(_kept(name), into.id)


def _kept(name: str) -> str:
    return f"placed_{answers.mark(name)}"


def unconfirmed(plan: Plan, checked: Checked, as_at: date, into: Into) -> int:
    """Ask about what is odd in where a file goes; how many of the questions have no answer yet."""
    if same_file(open_store(), plan.id, as_at, checked.sha256) is not None:
        return 0  # it was answered when the file was accepted first
    found = doubts(open_store(), plan.id, checked, as_at, into)
    if not found:
        return 0
    st.header("Is this the right file?", anchor=False)
    left = 0
    for doubt in found:
        st.warning(as_typed(doubt.found))
        # Another date or another source is another question.
        key = f"doubt_{answers.mark(checked.file)}_{doubt.key}_{as_at}_{into.name}"
        left += not st.checkbox(as_typed(doubt.yes), key=key, persist_state="session")
    return left


def _reason(proposal: Proposal, likeliest: str) -> str:
    if not proposal.sure:
        return f"Choose one: it cannot be told for sure. {proposal.why}"
    return f"Proposed: {likeliest[:1].lower() + likeliest[1:]}. {proposal.why}"


def answered(checked: Checked, there: Sequence[Source]) -> Into | None:
    """Where a file goes as answered in this visit; None where nobody has said."""
    said = st.session_state.get(_kept(checked.file))
    if said == NEW:
        name = st.session_state.get(_named(checked))
        return Adds(name) if isinstance(name, str) and name else None
    return next((one for one in there if one.id == said), None)


def _named(checked: Checked) -> str:
    return f"source_name_{answers.mark(checked.file)}"


def _name(proposal: Proposal, checked: Checked) -> str:
    return (
        st.text_input(
            "What this file is called in the plan",
            value=proposal.name,
            key=_named(checked),
            persist_state="session",
            max_chars=100,
            help="The next file of the same kind is known by it, whatever its date. What is no "
            "longer listed is told by comparing a file with the one before it of this name.",
        )
        or ""
    )


def _last(plan: Plan, source_id: int) -> str:
    dates = [s.as_at for s in snapshots(open_store(), plan.id) if s.source.id == source_id]
    return day(max(dates))
