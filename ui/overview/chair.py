"""The chair's brief to take away: one side of paper, or a page for a phone."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from reports.content.blocks import Pack
from reports.pack import brief_alone
from reports.pdf import brief as paper
from reports.web import brief as page
from store.access.visitor import Visitor, acting, current
from store.said import ledger
from ui.shell.opened import Opened
from ui.shell.screen_width import narrow


def section(opened: Opened) -> None:
    """A button for each form, the one that this screen wants first."""
    forms = [_paper, _page]
    with st.container(horizontal=True, gap="xsmall"):
        for offer in reversed(forms) if narrow() else forms:
            offer(opened)


def _paper(opened: Opened) -> None:
    st.download_button(
        "Chair’s brief (one page)",
        partial(_written, paper.write, opened, current()),
        file_name=f"{_name(opened)}.pdf",
        mime="application/pdf",
        icon=":material/download:",
        on_click="ignore",
        key="brief_paper",
    )


def _page(opened: Opened) -> None:
    st.download_button(
        "Chair’s brief for a phone",
        partial(_written, page.write, opened, current()),
        file_name=f"{_name(opened)}.html",
        mime="text/html",
        icon=":material/smartphone:",
        on_click="ignore",
        key="brief_phone",
    )


def _name(opened: Opened) -> str:
    return f"chairs-brief_{opened.as_at}_{opened.audience}"


def _written(write: Callable[[Pack], bytes], opened: Opened, visitor: Visitor) -> bytes:
    """The brief of what the page shows, made when it is asked for.

    That is outside the run of the page, so who asks is said.
    """
    with acting(visitor):
        return write(brief_alone(opened.view, ledger.now()))
