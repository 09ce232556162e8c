"""Before an upload is accepted: rows that look like an earlier action, to be confirmed or split."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

import streamlit as st

from loaders.outcome import Checked
from measures.following.keys import wording_key
from ui.shell import look
from ui.shell.wording import as_typed
from workstreams.actions.columns import ACTIONS
from workstreams.actions.followed.links import Link
from workstreams.actions.followed.preview import Answer, Preview
from workstreams.view import Plan
from workstreams.wording import counted, sentence

Answers = dict[tuple[int, int], Answer]
EACH = 8
SAME, DIFFERENT, LATER = "One action", "Two actions", "Not answered"
ANSWERS = {"same": SAME, "different": DIFFERENT}
SAID = {SAME: "same", DIFFERENT: "different"}
GIVEN = "upload_answers"
BEFORE = "upload_answers_before"
"""What was answered in this visit of files that were chosen before."""


def answers(plan: Plan, as_at: date, checked: Checked) -> Answers:
    """The answers given so far to this file, read as it is, for this date."""
    rows = checked.frames.get(ACTIONS.key)
    words = "" if rows is None else rows[["ref", "title"]].fillna("").to_csv()
    read = f"{plan.id} {look.plan_version(plan.id)} {as_at} {words}"
    key = sha256(read.encode()).hexdigest()
    kept = st.session_state.setdefault(GIVEN, {})
    if key not in kept:
        # One file at a time: of another reading only what is said of the same words is for this.
        said = st.session_state.setdefault(BEFORE, {})
        for one in (one for given in kept.values() for one in given.values()):
            said[_worded(one.link)] = one.answer
        kept.clear()
        kept[key] = {}
    found: Answers = kept[key]
    return found


def carried(seen: Preview, given: Answers) -> bool:
    """Answer what was answered of a file before it was mended; whether there was anything."""
    said = st.session_state.get(BEFORE, {})
    found = {
        _key(link): Answer(link, said[_worded(link)])
        for link in seen.links
        if _key(link) not in given and _worded(link) in said
    }
    given.update(found)
    return bool(found)


def section(seen: Preview, given: Answers) -> None:
    """Ask about every match of the file that no officer has answered yet."""
    # A pair that was just split is no match any more, and stays on the screen all the same.
    shown = {_key(link): link for link in seen.links}
    shown |= {key: answer.link for key, answer in given.items()}
    found = sorted(shown.values(), key=lambda link: link.now_id)
    asked = [link for link in found if link.open]
    reworded = [link for link in found if not link.asked]
    if not asked and not reworded:
        return
    st.header("Is this the same action?", anchor=False)
    if asked:
        st.markdown(
            f"{sentence(counted(len(asked), 'row'))} of this file may be an action that stood "
            "under another number or in other words. Say whether each is one action or two. Your "
            "answers are kept when you accept. What you leave is shown to members as not confirmed."
        )
        _alike(asked, given)
        _questions(asked, seen, given, "asked")
    if reworded:
        words = f"Reworded under its own reference: {counted(len(reworded), 'row')}"
        with st.expander(words, icon=":material/edit_note:"):
            st.caption("They are followed as the same action unless you say otherwise.")
            _questions(reworded, seen, given, "reworded")


def left(seen: Preview | None) -> int:
    """How many matches of the file, followed with the answers given so far, are not answered."""
    return sum(link.open for link in seen.links) if seen else 0


def _alike(asked: Sequence[Link], given: Answers) -> None:
    """A whole plan renumbered is one press, where the wording is the same to the letter."""
    same = [
        link
        for link in asked
        if _key(link) not in given and wording_key(link.then) == wording_key(link.wording)
    ]
    if len(same) > 1:
        st.button(
            f"Confirm the {len(same)} whose wording is unchanged",
            icon=":material/done_all:",
            on_click=_confirm,
            args=(same, given),
        )


def _confirm(same: Sequence[Link], given: Answers) -> None:
    given |= {_key(link): Answer(link, "same") for link in same}


def _questions(found: Sequence[Link], seen: Preview, given: Answers, key: str) -> None:
    pages = -(-len(found) // EACH)
    slot = st.container()
    page = st.pagination(pages, key=f"upload_{key}_page") if pages > 1 else 1
    part = found[(page - 1) * EACH : page * EACH]
    with slot:
        for link in part:
            with st.container(border=True, gap="xsmall"):
                _question(link, seen, given)


def _question(link: Link, seen: Preview, given: Answers) -> None:
    st.markdown(f"**{as_typed(link.words)}**")
    same = wording_key(link.then) == wording_key(link.wording)
    if same:
        st.markdown(f"Wording unchanged: {as_typed(link.wording or 'none')}")
    else:
        st.markdown(f"Then: {as_typed(link.then or 'no wording')}")
        st.markdown(f"Now: {as_typed(link.wording or 'no wording')}")
    alike = "" if same else f"; the wording is {link.likeness}"
    place = seen.where.get(link.now_id, "")
    said = given.get(_key(link))
    taken = "Your answer is kept when you accept" if said else link.taken
    st.caption(as_typed(f"{link.what}{alike}. {sentence(place)}. {taken}."))
    name = f"upload_link_{link.was_id}_{link.now_id}"
    st.session_state[name] = ANSWERS[said.answer] if said else LATER
    st.radio(
        f"One action or two? {as_typed(link.words)}",
        [SAME, DIFFERENT, LATER],
        key=name,
        horizontal=True,
        label_visibility="collapsed",
        on_change=_say,
        args=(name, link, given),
    )


def _say(name: str, link: Link, given: Answers) -> None:
    said = SAID.get(st.session_state[name])
    if said is None:
        given.pop(_key(link), None)
        st.session_state.get(BEFORE, {}).pop(_worded(link), None)
    else:
        given[_key(link)] = Answer(link, said)


def _worded(link: Link) -> tuple[int, str]:
    """A match by the earlier action and the words of the row, wherever that stands by now."""
    return link.was_id, wording_key(link.wording)


def _key(link: Link) -> tuple[int, int]:
    return link.was_id, link.now_id
