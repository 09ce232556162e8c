"""What a pack is to hold: the meeting, the copy, the parts, the forms, the council's template."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from reports.content.blocks import COPIES
from reports.forms import FORMS, NAMES, Form
from reports.media_types import DOCX
from reports.pack import PARTS
from reports.word.filled import places_of
from reports.word.places import BLOCKS
from reports.word.refused import NotATemplate
from reports.word.sample_template import FILE, sample_template
from reports.word.template import usable
from store.access.roles import Right
from store.database.engine import open_store
from store.plans import meetings
from ui.door import downloads
from ui.shell import look, state
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams import WORKSTREAMS
from workstreams.view import Audience, Meeting
from workstreams.wording import day, listed, sentence

CAPTIONS: dict[Audience, str] = {
    "public": "Small counts of children are hidden.",
    "members": "Every page is marked “Exempt: not for publication”.",
}
USUAL: tuple[Form, ...] = ("word", "pdf", "excel", "html", "brief")
"""The folder of pictures takes as long as all else together, so it is made where asked for."""
PART_NAMES = {
    "summary": "Summary",
    "since": "Since the committee last met",
    "questions": "Questions and the rows behind them",
    "recommendations": "Recommendations",
    "implications": "Implications",
    "honesty": "How far to trust these figures",
    "definitions": "Definitions",
} | {workstream.key: workstream.title for workstream in WORKSTREAMS}


@dataclass(frozen=True)
class Choice:
    """One pack as it is asked for."""

    meeting: date
    audience: Audience
    parts: tuple[str, ...]
    forms: tuple[Form, ...]
    template: bytes = b""


def choose(opened: Opened) -> Choice | None:
    """What the page's controls ask for; None, with what to do, where that is no pack."""
    meeting = _meeting(opened)
    if meeting is None:
        return None
    audience = _copy(opened)
    forms = st.pills(
        "Forms",
        FORMS,
        selection_mode="multi",
        default=USUAL,
        format_func=lambda form: sentence(NAMES[form]),
        key="pack_forms",
    )
    with st.expander("Leave parts out", icon=":material/checklist:"):
        parts = st.pills(
            "Parts of the pack",
            PARTS,
            selection_mode="multi",
            default=PARTS,
            format_func=PART_NAMES.__getitem__,
            key="pack_parts",
        )
    template = _template(opened.plan.id)
    if not forms or not parts:
        st.info("Choose at least one form and one part.")
        return None
    in_order = tuple(part for part in PARTS if part in parts)
    return Choice(meeting, audience, in_order, tuple(f for f in FORMS if f in forms), template)


def reported(opened: Opened) -> tuple[Meeting, ...]:
    """The meetings that there is data for, the latest first."""
    oldest = min(moment.as_at for moment in look.choices(opened.plan.id, opened.version))
    found = [m for m in meetings(open_store(), opened.plan.id) if m.when >= oldest]
    return tuple(reversed(found))


def _meeting(opened: Opened) -> date | None:
    found = reported(opened)
    if not found:
        st.info("A pack is made for a meeting. Say when the committee meets, then come back.")
        st.page_link(
            "pages/plan_settings.py",
            label="Go to Plan settings",
            icon=":material/settings:",
            query_params=state.address(),
        )
        return None
    days = [meeting.when for meeting in found]
    names = {m.when: f"{day(m.when)}, {m.name}" if m.name else day(m.when) for m in found}
    # What is on the pages goes to the first meeting from that day on.
    ahead = [when for when in days if opened.as_at and when >= opened.as_at]
    return st.selectbox(
        "Meeting",
        days,
        index=days.index(ahead[-1]) if ahead else 0,
        format_func=names.__getitem__,
        # Another plan or date has a meeting of its own to begin with.
        key=f"pack_meeting_{opened.plan.id}_{opened.as_at}",
        help="The pack holds the latest data up to that day.",
    )


def _copy(opened: Opened) -> Audience:
    """The same choice as “Figures for” in the side bar; each moves the other."""
    st.session_state["pack_copy"] = opened.audience
    return st.radio(
        "Copy",
        list(COPIES),
        format_func=COPIES.__getitem__,
        captions=[CAPTIONS[audience] for audience in COPIES],
        horizontal=True,
        key="pack_copy",
        on_change=_copied,
    )


def _copied() -> None:
    st.session_state["audience"] = st.session_state["pack_copy"]


def _template(plan_id: int) -> bytes:
    with st.expander("Use the council’s own Word template", icon=":material/article:"):
        st.caption(
            "A template with named places, such as {{ progress }}, keeps its text, and its places "
            "are filled. Of one without places only the looks are kept: styles, margins, headers "
            "and footers. It is not stored."
        )
        downloads.button(
            "Download a sample template",
            sample_template,
            file_name=FILE,
            mime=DOCX,
            asks=((Right.SEE_MEMBERS_FIGURES, plan_id),),
            icon=":material/download:",
            key="pack_sample_template",
        )
        given = st.file_uploader("Word template", type=["docx", "dotx"], key="pack_template")
        if given is None:
            return b""
        try:
            data = usable(given.getvalue())
        except NotATemplate as why:
            st.error(as_typed(str(why)))
            return b""
        _places(places_of(data))
        return data


def _places(found: Sequence[str]) -> None:
    """What of a template will be filled, and what of the pack it has no place for."""
    if not found:
        st.info("This template has no named places, so its looks are used and its text is not.")
        return
    st.success(f"These places will be filled: {listed(found)}.", icon=":material/check_circle:")
    left = [name for name in BLOCKS if name not in found]
    if "progress" in found and "summary" in left:
        left.remove("summary")
    if left:
        st.caption(f"It has no place for {listed(left)}, so none of that will be in it.")
