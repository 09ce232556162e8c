"""The annual scrutiny report's section for a municipal year: to read here, and to take."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

import pandas as pd
import streamlit as st

from reports.content.blocks import Block, Heading, Paragraph, Table
from reports.record.annual import section as blocks_of
from reports.record.forms import NAMES, OF_YEAR, year_file, year_name
from reports.record.gathered import Record
from ui.door import downloads
from ui.pieces import tables
from ui.record.take import MIMES, asks_of
from ui.shell.wording import as_typed
from workstreams.actions.recommended.record import Chosen, choices
from workstreams.actions.recommended.year import year_of, years_between

EVERY = "Every committee"


def section(record: Record, chosen: Chosen, known_at: datetime) -> None:
    """The year and the committee, begun with those chosen above; the section; the files."""
    st.header("Section for the annual scrutiny report", anchor=False)
    name, committee = _choose(record, chosen)
    blocks = blocks_of(year_of(record.entries, name, committee))
    _first(blocks)
    with st.container(horizontal=True):
        for form in OF_YEAR:
            downloads.button(
                f"Download the section as {NAMES[form]}",
                partial(year_file, record, name, committee, form, known_at),
                file_name=year_name(record, name, form),
                mime=MIMES[form],
                asks=asks_of(record),
                key=f"record_year_{form}",
            )
    if len(blocks) > 1:
        with st.expander("Read the section here", icon=":material/article:"):
            _shown(blocks[1:], name)


def _choose(record: Record, chosen: Chosen) -> tuple[str, str]:
    found = record.entries
    names = years_between(found, max(part.as_at for part in record.parts))
    made = [name for name in names if any(one.year == name for one in found)]
    first = chosen.year if chosen.year in names else next(iter(made), names[0])
    left, right = st.columns(2)
    year = left.selectbox(
        "Section for the municipal year",
        names,
        index=names.index(first),
        # What is chosen above moves this, until another is picked here.
        key=f"record_section_year_{chosen.year}",
    )
    committees = choices(found)["committee"]
    if len(committees) < 2:
        return year or first, ""
    offered = [EVERY, *committees]
    picked = right.selectbox(
        "Section for the committee",
        offered,
        index=offered.index(chosen.committee) if chosen.committee in offered else 0,
        key=f"record_section_committee_{chosen.committee}",
    )
    return year or first, "" if picked in (None, EVERY) else str(picked)


def _first(blocks: Sequence[Block]) -> None:
    """What the section begins with, as a sentence of the page."""
    first = blocks[0]
    if isinstance(first, Paragraph):
        st.markdown(f"**{as_typed(first.text)}**")


def _shown(blocks: Sequence[Block], key: str) -> None:
    """The section's own blocks, so that the page says what its files say."""
    for place, block in enumerate(blocks):
        match block:
            case Heading(level=1):
                st.subheader(as_typed(block.text), anchor=False)
            case Heading():
                st.markdown(f"**{as_typed(block.text)}**")
            case Paragraph():
                st.markdown(as_typed(block.text))
            case Table():
                st.caption(as_typed(block.caption))
                frame = pd.DataFrame(list(block.rows), columns=list(block.headings), dtype="str")
                tables.paged(frame, block.caption, f"record_section_{key}_{place}", 20)
