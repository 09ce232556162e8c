"""Where records came from: the files behind a chart in a line, the sheet and row of each one."""

from collections.abc import Collection, Sequence
from datetime import date

import numpy as np
import pandas as pd

from workstreams.view import View


def source(view: View, records: pd.DataFrame) -> str:
    """The file of the records, or the latest of several: "plan.xlsx and 3 earlier files"."""
    wanted = set(records["snapshot_id"])
    return _named([s.file for s in view.snapshots if s.id in wanted])


def source_of_dates(view: View, dates: Collection[date]) -> str:
    """The file that stood at the latest of some dates, with those of the others counted."""
    return _named([s.file for s in view.snapshots if s.as_at in dates and not s.withdrawn])


def _named(files: Sequence[str]) -> str:
    if not files:
        return ""
    earlier = len(files) - 1
    if not earlier:
        return files[-1]
    return f"{files[-1]} and {earlier} earlier {'file' if earlier == 1 else 'files'}"


def places(view: View, table: str, records: pd.DataFrame) -> list[str]:
    """Sheet and row of each record, and before them the file where it is not the latest one.

    So two rows of different files that stood in the same place are told apart. A record of which
    nothing is known has a dash.
    """
    where = records["sheet"].str.cat(records["row"].astype("Int64").astype("str"), ", row\u00a0")
    files = records["snapshot_id"].map({one.id: one.file for one in view.snapshots})
    earlier = ~records["snapshot_id"].isin(view.now(table)["snapshot_id"]) & files.notna()
    found = np.where(earlier, files.astype("str").str.cat(where, ", "), where)
    return pd.Series(found, dtype="str").fillna("–").to_list()
