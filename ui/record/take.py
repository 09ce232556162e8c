"""Taking the record away, as it was chosen: a workbook to filter, or a document to read."""

from datetime import datetime
from functools import partial

import streamlit as st

from reports.media_types import DOCX, PDF, XLSX
from reports.record.forms import NAMES, OF_RECORD, Form, record_file, record_name
from reports.record.gathered import Record
from ui.door import downloads
from ui.shell import look
from workstreams.actions.recommended.record import Chosen

MIMES: dict[Form, str] = {"excel": XLSX, "word": DOCX, "pdf": PDF}


def asks_of(record: Record) -> downloads.Asks:
    """What a file of the record asks for: each plan's part, in the words it is in."""
    return tuple(look.seeing(part.plan.id, part.audience) for part in record.parts)


def section(record: Record, chosen: Chosen, known_at: datetime) -> None:
    """A button a form; each file is made when it is asked for."""
    with st.container(horizontal=True):
        for form in OF_RECORD:
            downloads.button(
                f"Download as {NAMES[form]}",
                partial(record_file, record, chosen, form, known_at),
                file_name=record_name(record, form, known_at),
                mime=MIMES[form],
                asks=asks_of(record),
                key=f"record_take_{form}",
            )
    st.caption(
        "Both hold what is chosen above, all pages of it. In the workbook each part has a column "
        "of its own, to sort and filter by, and so have who asked, the evidence, the latest update "
        "and the place in the file."
    )
