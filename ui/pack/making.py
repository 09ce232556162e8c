"""Making a pack on the page: with its progress shown, once, and kept for the visit."""

from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from charts.picture.export import NotDrawn
from reports.forms import NAMES, Form, browser_for, in_one, wanted, written
from reports.meeting import NothingToReport, pack_for
from reports.pdf import document
from reports.pictures import Progress, drawn
from reports.zipped import zipped
from store.database.engine import open_store
from ui.pack.choice import Choice
from ui.pieces import uploaded
from ui.shell.look import store_name
from ui.shell.opened import Opened
from ui.shell.wording import as_typed

MADE = "pack_made"
FOLDERS: tuple[Form, ...] = ("pictures", "summary")
"""The forms of several files, each taken as a zip."""
READING, DRAWING = 0.15, 0.85
"""The shares of the work that are done once the plan is read and once the pictures are drawn."""


@dataclass(frozen=True)
class Made:
    """What was made last in this visit: each form as one file, and the PDF's pages as pictures."""

    asked: str
    files: dict[Form, tuple[str, bytes]]
    pages: tuple[bytes, ...]
    no_pictures: str
    whole: tuple[str, bytes] | None = None
    """All of it as one zip, where it is more than one file."""


def made(opened: Opened, choice: Choice, known_at: datetime | None) -> Made | None:
    """What was made for just this choice; None where something else was, or nothing."""
    kept = st.session_state.get(MADE)
    return kept if kept is not None and kept.asked == _asked(opened, choice, known_at) else None


def make(
    opened: Opened, choice: Choice, known_at: datetime | None, forms: tuple[Form, ...]
) -> None:
    """Make the forms, or for a preview none of them, and keep them for the visit.

    ``known_at`` is None for a draft, which is made from what is known now.
    """
    bar = st.progress(0.0, "Reading the plan as it stood")

    def tell(share: float, doing: str) -> None:
        bar.progress(share, doing)

    try:
        st.session_state[MADE] = _made(opened, choice, known_at, forms, tell)
    except (NothingToReport, NotDrawn) as why:
        st.error(as_typed(str(why)))
    bar.empty()


def _made(
    opened: Opened,
    choice: Choice,
    known_at: datetime | None,
    forms: tuple[Form, ...],
    tell: Progress,
) -> Made:
    paged = not forms or bool({"word", "pdf"} & set(forms))
    pictured: tuple[Form, ...] = (*forms, "pdf") if paged else forms
    with browser_for(pictured) as browser:
        pack = pack_for(
            open_store(),
            opened.plan.id,
            choice.meeting,
            choice.audience,
            parts=choice.parts,
            known_at=known_at,
        )
        drawings = drawn(
            wanted(pack, pictured),
            lambda share, doing: tell(READING + share * (DRAWING - READING), doing),
            browser,
        )
    files: dict[Form, tuple[str, bytes]] = {}
    whole: dict[str, bytes] = {}
    for place, form in enumerate(forms):
        tell(DRAWING + (1 - DRAWING) * place / len(forms), f"Writing the {NAMES[form]}")
        found = written(pack, [form], drawings, template=choice.template)
        whole |= found
        if found and form in FOLDERS:
            found = {pack.named(f"{form}.zip"): zipped(found, pack.known_at)}
        for one in found.items():
            files[form] = one
    pages = tuple(document.preview(pack, drawings)) if paged else ()
    together = in_one(pack, whole) if len(whole) > 1 else None
    return Made(_asked(opened, choice, known_at), files, pages, drawings.missing, together)


def _asked(opened: Opened, choice: Choice, known_at: datetime | None) -> str:
    """What tells one making from another. An issue stays the same; a draft follows the plan."""
    stands = known_at.isoformat() if known_at else opened.version
    template = uploaded.fingerprint(choice.template)
    return repr(
        (store_name(), opened.plan.id, stands, choice.meeting, choice.audience, choice.parts,
         choice.forms, template)
    )  # fmt: skip
