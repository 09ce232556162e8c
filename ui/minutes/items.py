"""The items found in minutes, each with where it came from, what it may be, and its fields."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from charts.palette import tag
from loaders.minutes.items import Item
from measures.following.keys import ref_key
from ui.shell.wording import as_typed
from workstreams.actions.minuted import KINDS, Draft, Has, kept_as, owner_of, reference
from workstreams.wording import sentence

KEEP, OUT, JOIN = "Keep", "Leave out", "Join to the one above"
NAMES = {"action": "Action", "recommendation": "Recommendation", "resolution": "Decision"} | {
    "note": "Only noted"
}
NEW = "New: nothing in the plan is like it."


def fields(
    found: Sequence[Item], known: Sequence[Has | None], taken: Collection[str], key: str
) -> list[Draft]:
    """The fields of each item, within a form; what stands in them as drafts.

    What is joined to the item above adds its words to it; where nothing above is kept, it is kept
    by itself.
    """
    drafts: list[Draft] = []
    used = set(taken)
    for number, (item, has) in enumerate(zip(found, known, strict=True)):
        with st.container(border=True, gap="xsmall"):
            chosen, draft = _one(number, item, has, used, f"{key}_{number}")
        used.add(ref_key(draft.ref))
        if chosen == JOIN and drafts:
            drafts[-1] = replace(drafts[-1], words=f"{drafts[-1].words}\n{draft.words}")
        elif chosen != OUT:
            drafts.append(draft)
    return drafts


def _one(
    number: int, item: Item, has: Has | None, used: Collection[str], key: str
) -> tuple[str, Draft]:
    heading = f"{number + 1}. {NAMES[item.kind]}"
    st.markdown(f"**{as_typed(heading)}** :{tag()}[on line {item.line}]")
    st.markdown(f"“{as_typed(item.source)}”")
    st.caption(as_typed(_told(has)))
    options = [KEEP, OUT, JOIN] if number else [KEEP, OUT]
    usual = OUT if has or item.kind == "note" else KEEP
    chosen = st.radio(
        f"Item {number + 1}", options, index=options.index(usual), horizontal=True, key=f"{key}_do"
    )
    kind = st.selectbox(
        "Kept as",
        KINDS,
        index=KINDS.index(kept_as(item)),
        format_func=sentence,
        key=f"{key}_kind",
    )
    words = st.text_area("In the minutes’ words", item.text, height=80, key=f"{key}_words")
    left, middle, right = st.columns(3)
    usual_ref = reference(kept_as(item), item.label, used)
    ref = left.text_input("Reference", usual_ref, max_chars=40, key=f"{key}_ref")
    owner = middle.text_input("Owner", owner_of(item), max_chars=200, key=f"{key}_owner")
    due = right.date_input(
        "Due", value=item.due_date, format="DD/MM/YYYY", key=f"{key}_due", help=_when(item)
    )
    if item.due and not item.due_date:
        st.caption(as_typed(_when(item)))
    day = due if isinstance(due, date) else None
    draft = Draft(kind or KINDS[0], ref.strip(), words.strip(), owner.strip(), day, item.line)
    return chosen or OUT, draft


def _when(item: Item) -> str:
    if not item.due:
        return "The minutes say no date. Leave it empty unless the committee gave one."
    return f"By when, in the minutes: “{item.due}”."


def _told(has: Has | None) -> str:
    if has is None:
        return NEW
    name = has.ref or "a row without a reference"
    if has.same:
        return f"The plan has it already, in the same words: {name}."
    return f"The plan may have it already, in other words, as {name}: “{has.words}”"
