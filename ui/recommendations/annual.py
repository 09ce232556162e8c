"""The table of recommendations for the annual scrutiny report: on the screen and to download."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from reports.media_types import CSV
from ui.door import downloads
from ui.pieces import tables
from ui.shell.opened import Opened
from workstreams.actions.columns import ACTIONS
from workstreams.actions.recommended.told import Recommended, printed, report_table
from workstreams.source import placed


def section(opened: Opened, found: Sequence[Recommended]) -> None:
    """The short table to read, and the whole of it as a file."""
    st.header("Table for the annual scrutiny report", anchor=False)
    ids = pd.Index([one.record_id for one in found])
    rows = placed(opened.view, ACTIONS.key, pd.DataFrame(index=ids))
    table = report_table(found, rows["Where"].to_list())
    tables.paged(printed(table), "What became of each recommendation", "annual", 20)
    downloads.button(
        "Download the whole table as CSV",
        partial(tables.csv, table),
        file_name="recommendations.csv",
        mime=CSV,
        asks=opened.asks,
        key="recommendations_csv",
    )
    st.caption(
        "The committee pack prints the same table. The file has each part in a column of its own, "
        "and also who asked, the day of the answer, the evidence and the latest update."
    )
    st.page_link(
        "pages/record.py",
        label="Go to the record of every plan, and a municipal year’s section in Word and PDF",
        icon=":material/arrow_forward:",
    )
