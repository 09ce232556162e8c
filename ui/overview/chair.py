"""The chair's brief to take away: one side of paper, or a page for a phone."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from reports.content.blocks import Pack
from reports.media_types import HTML, PDF
from reports.pack import brief_alone
from reports.pdf import brief as paper
from reports.web import brief as page
from store.said import ledger
from ui.door import downloads, seen
from ui.shell.opened import Opened
from ui.shell.screen_width import narrow


@dataclass(frozen=True)
class Form:
    """One form of the brief: what its button says, and what writes it."""

    label: str
    write: Callable[[Pack], bytes]
    ending: str
    mime: str
    icon: str


FORMS = (
    Form("Chair’s brief (one page)", paper.write, "pdf", PDF, ":material/download:"),
    Form("Chair’s brief for a phone", page.write, "html", HTML, ":material/smartphone:"),
)


def section(opened: Opened) -> None:
    """A button for each form, the one that this screen wants first."""
    with st.container(horizontal=True, gap="xsmall"):
        for form in reversed(FORMS) if narrow() else FORMS:
            downloads.button(
                form.label,
                partial(_written, form.write, opened),
                file_name=f"chairs-brief_{opened.as_at}_{opened.audience}.{form.ending}",
                mime=form.mime,
                asks=opened.asks,
                icon=form.icon,
                key=f"brief_{form.ending}",
            )


def _written(write: Callable[[Pack], bytes], opened: Opened) -> bytes:
    """The brief of what the page shows."""
    if opened.audience == "public":
        seen.taken_away(opened.plan.id, opened.version)
    return write(brief_alone(opened.view, ledger.now()))
