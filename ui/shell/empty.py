"""What a page says when there is nothing to show yet, and the way on."""

import streamlit as st

from loaders.written.templates import blank
from reports.media_types import XLSX
from store.access.roles import Right
from store.access.visitor import current
from ui.door import downloads
from ui.shell import state
from workstreams import TABLES
from workstreams.base import Workstream


def no_plan() -> None:
    """Nothing in the store at all."""
    if current().may_somewhere(Right.UPLOAD):
        st.info("There is no plan here yet. Upload a workbook to start one.")
    else:
        st.info("There is no plan here that you may see yet.")
    _way_on()


def no_snapshot(what: str) -> None:
    """A plan without data, or without data of one workstream: what to upload."""
    st.info(what)
    _way_on()


def template() -> None:
    """The blank workbook with every table, to download."""
    downloads.button(
        "Download the blank workbook",
        _blank,
        file_name="improvement-plan-template.xlsx",
        mime=XLSX,
        asks=downloads.NO_PLANS,
    )


def workstream_template(workstream: Workstream) -> None:
    """The blank workbook of one workstream, to download."""
    downloads.button(
        f"Download a blank workbook for {workstream.title}",
        lambda: blank(workstream.tables),
        file_name=f"{workstream.key}-template.xlsx",
        mime=XLSX,
        asks=downloads.NO_PLANS,
        key=f"template_{workstream.key}",
    )


def _way_on() -> None:
    if not current().may_somewhere(Right.UPLOAD):
        return
    with st.container(horizontal=True):
        st.page_link(
            "pages/upload.py",
            label="Go to Upload",
            icon=":material/upload_file:",
            query_params=state.address(),
        )
        template()


def _blank() -> bytes:
    made: bytes = blank(TABLES)
    return made
