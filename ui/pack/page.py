"""The committee pack: what it is to hold, making it, taking it, and its pages to look at."""

from functools import partial

import streamlit as st

from charts.picture.browsers import ADVICE
from charts.picture.export import browser
from reports.forms import NAMES, Form
from reports.media_types import DOCX, HTML, PDF, PPTX, XLSX, ZIP
from reports.pdf import fonts
from store.access.roles import Right
from store.database.engine import open_store
from store.said.packs import issue
from ui.door import downloads
from ui.pack import choice as pack_choice
from ui.pack import issue as pack_issue
from ui.pack import making, words
from ui.pack.choice import Choice
from ui.pack.making import Made
from ui.shell import empty, officer
from ui.shell.frame import open_page
from ui.shell.opened import Opened
from ui.shell.wording import as_typed

PLACE = "pack"
ISSUED = "pack_issued"
"""Set for the one run that makes the pack that was just fixed."""
MIMES: dict[Form, str] = {
    "word": DOCX,
    "pdf": PDF,
    "pictures": ZIP,
    "excel": XLSX,
    "html": HTML,
    "brief": PDF,
    "phone": HTML,
    "slide": PPTX,
    "deck": PPTX,
    "summary": ZIP,
}


def show() -> None:
    """The whole page."""
    opened = open_page("Committee pack", Right.SEE_MEMBERS_FIGURES)
    if opened is None:
        empty.no_plan()
        return
    if opened.as_at is None:
        empty.no_snapshot("A pack needs data. Upload a workbook, and its pack can be made.")
        return
    st.markdown(
        "Everything that goes to one meeting, with the same figures in every form. Nothing is "
        "sent: you take the files."
    )
    choice = pack_choice.choose(opened)
    if choice is not None:
        words.section(opened, choice.meeting)
        _make(opened, choice)


def _make(opened: Opened, choice: Choice) -> None:
    """The buttons, and below them what they gave."""
    if not browser():
        st.warning(ADVICE, title="No pictures", icon=":material/image_not_supported:")
    if {"brief", "pdf"} & set(choice.forms) and fonts.warning():
        st.warning(as_typed(fonts.warning()), title="Another typeface")
    st.header("Make and take", anchor=False)
    stands = pack_issue.standing(opened.plan, choice.meeting)
    if stands is None and not officer.may(Right.PACK, opened.plan.id):
        st.info("The pack of this meeting has not been made yet. An officer makes it.")
        return
    by = officer.who(PLACE) if stands is None else ""
    with st.container(horizontal=True):
        take = st.button(
            "Make the pack" if stands is None else "Get the pack",
            type="primary",
            icon=":material/inventory_2:",
        )
        look = st.button("Preview", icon=":material/visibility:")
    if take and stands is None:
        _issue(opened, choice, by)
        return
    take = st.session_state.pop(ISSUED, False) or take
    known_at = stands.known_at if stands else None
    if take or look:
        making.make(opened, choice, known_at, choice.forms if take else ())
    found = making.made(opened, choice, known_at)
    if found is not None:
        _found(opened.plan.id, found, draft=stands is None)
    if stands is not None:
        pack_issue.anew(opened.plan, choice.meeting)


def _issue(opened: Opened, choice: Choice, by: str) -> None:
    """Fix the meeting's pack under a name; the page then runs again and makes it."""
    if not by.strip():
        st.error("Enter your name or job title: it is kept with the pack.")
        return
    issue(open_store(), opened.plan.id, choice.meeting, by.strip())
    st.session_state[officer.NAME] = by.strip()
    st.session_state[ISSUED] = True
    st.rerun()


def _found(plan_id: int, found: Made, *, draft: bool) -> None:
    """The files to take, and the pages to look at."""
    if found.no_pictures and browser():
        st.warning(as_typed(found.no_pictures), title="No pictures")
    if found.files:
        st.success("The pack is made.", icon=":material/check_circle:")
        with st.container(horizontal=True):
            if found.whole is not None:
                _take("Download everything (one zip)", *found.whole, ZIP, plan_id, "all")
            for form, (name, contents) in found.files.items():
                _take(f"Download the {NAMES[form]}", name, contents, MIMES[form], plan_id, form)
    if found.pages:
        _pages(found.pages, draft=draft)


def _take(label: str, name: str, contents: bytes, mime: str, plan_id: int, key: str) -> None:
    """A button that gives a file to whoever may have it when it is pressed."""
    downloads.button(
        label,
        partial(bytes, contents),
        file_name=name,
        mime=mime,
        asks=((Right.SEE_MEMBERS_FIGURES, plan_id),),
        key=f"pack_take_{key}",
    )


def _pages(pages: tuple[bytes, ...], *, draft: bool) -> None:
    st.header("Preview", anchor=False)
    if draft:
        st.caption("A draft, made from what is known now. Nothing is fixed until the pack is made.")
    slot = st.container(border=True)
    page = st.pagination(len(pages), key=f"pack_page_{len(pages)}") if len(pages) > 1 else 1
    slot.image(
        pages[page - 1],
        width=720,
        alt=f"Page {page} of {len(pages)} of the pack. The PDF holds it as text.",
    )
