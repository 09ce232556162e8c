"""Where the records behind a chart came from, said in a line."""

import pandas as pd

from workstreams.view import View


def source(view: View, records: pd.DataFrame) -> str:
    """The file of the records, or the latest of several: "plan.xlsx and 3 earlier files"."""
    wanted = set(records["snapshot_id"])
    files = [s.file for s in view.snapshots if s.id in wanted]
    if not files:
        return ""
    earlier = len(files) - 1
    if not earlier:
        return files[-1]
    return f"{files[-1]} and {earlier} earlier {'file' if earlier == 1 else 'files'}"
