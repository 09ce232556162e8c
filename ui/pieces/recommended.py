"""The table of recommendations for the annual scrutiny report: on the screen and to download."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from loaders.written.escaping import escaped
from ui import data
from ui.pieces import tables
from ui.shell.look import Opened
from workstreams.actions.recommended.told import Recommended, printed, report_table


def section(opened: Opened, found: Sequence[Recommended]) -> None:
    """The short table to read, and the whole of it as a file."""
    st.header("Table for the annual scrutiny report", anchor=False)
    table = report_table(found, data.places(opened, "actions", [one.record_id for one in found]))
    tables.paged(printed(table), "What became of each recommendation", "annual", 20)
    st.download_button(
        "Download the whole table as CSV",
        csv(table),
        file_name="recommendations.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="recommendations_csv",
    )
    st.caption(
        "The committee pack prints the same table. The file has each part in a column of its own, "
        "and also who asked, the day of the answer, the evidence and the latest update."
    )


def csv(table: pd.DataFrame) -> bytes:
    """A table of text as a file that a spreadsheet opens with its accents and runs no cell of."""
    safe = table.astype("object").map(escaped).rename(columns=lambda name: str(escaped(name)))
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")
