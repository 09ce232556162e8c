"""Where the records behind a chart came from, said in a line."""

from collections.abc import Collection, Sequence
from datetime import date

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
