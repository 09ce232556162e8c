"""Where records came from: the files behind a chart in a line, the sheet and row of each one."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from measures.following.minuted import is_minuted
from workstreams.view import Snapshot, View
from workstreams.wording import day


def source(view: View, records: pd.DataFrame) -> str:
    """The file of the records, or the latest of several: "plan.xlsx and 3 earlier files"."""
    wanted = set(records["snapshot_id"])
    return _named([s.file for s in view.snapshots if s.id in wanted])


def source_of_records(view: View, tables: Iterable[str], records: Iterable[int]) -> str:
    """The file of the records of some tables, told by their ids; "" where none of them is there.

    Never looked up by date: a plan's files of one day each hold tables of their own.
    """
    wanted = pd.Index(sorted(set(records)), dtype="int64")
    found = [view.history[key] for key in tables if key in view.history]
    chosen = [frame.loc[frame.index.isin(wanted), ["snapshot_id"]] for frame in found]
    return source(view, pd.concat(chosen)) if chosen else ""


def source_of_dates(view: View, dates: Iterable[date]) -> str:
    """The files of some dates, for figures that no record stands behind: a count of none."""
    wanted = set(dates)
    return _named([s.file for s in view.snapshots if s.as_at in wanted])


def standing(view: View, table: str) -> tuple[Snapshot, ...]:
    """The snapshots whose records of a table stand at the view's date: the latest of each source.

    In the order of their dates.
    """
    wanted = set(view.now(table)["snapshot_id"])
    return tuple(one for one in view.snapshots if one.id in wanted)


def corrected(files: Iterable[Snapshot]) -> str:
    """Says which of the files took the place of another of its date, and when; "" where none."""
    said = [
        f"The figures of {day(one.as_at)} were corrected on {day(one.accepted_at)}: this file took "
        "the place of one accepted before."
        for one in files
        if one.corrects
    ]
    return " ".join(dict.fromkeys(said))


def _named(files: Sequence[str]) -> str:
    if not files:
        return ""
    earlier = len(files) - 1
    if not earlier:
        return files[-1]
    return f"{files[-1]} and {earlier} earlier {'file' if earlier == 1 else 'files'}"


def places(view: View, table: str, records: pd.DataFrame) -> list[str]:
    """Sheet and row of each record, and before them the file where it is not the latest one.

    So two rows of different files that stood in the same place are told apart. A row that is in the
    file but was not read says why. A record of which nothing is known has a dash.
    """
    files = {one.id: one.file for one in view.snapshots}
    unread = view.once(f"unread {table}", lambda: _unread(view, table))
    latest = view.once(f"latest {table}", lambda: {one.id for one in standing(view, table)})
    minuted = dict(zip(records.index, is_minuted(records.index), strict=True))
    found = []
    for record, sheet, row, snapshot in zip(
        records.index, records["sheet"], records["row"], records["snapshot_id"], strict=True
    ):
        if pd.isna(row):
            found.append("–")
            continue
        where = f"{sheet}, row\u00a0{row:.0f}"
        if minuted[record]:
            found.append(f"{sheet}, line\u00a0{row:.0f}; not in the file yet")
            continue
        if record < 0:
            why = unread.get((snapshot, sheet, row), "not read")
            where = f"{where}: {why}, so as it stood before"
        of_earlier = snapshot in files and snapshot not in latest
        found.append(f"{files[snapshot]}, {where}" if of_earlier else where)
    return found


def _unread(view: View, table: str) -> dict[tuple[int, str, int], str]:
    """Snapshot, sheet and row of each row that is in a file and was not read -> why."""
    return {
        (one.id, read.sheet, row): why
        for one in view.snapshots
        for read in one.tables
        if read.table == table
        for row, why in read.unread.items()
    }


def placed(view: View, table: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows indexed by the table's record ids, with a column ``Where``: each one's place."""
    # Only these columns, taken once a view: a long history has many others.
    columns = ["sheet", "row", "snapshot_id"]
    records = view.once(f"places {table}", lambda: view.history[table][columns])
    return rows.assign(Where=places(view, table, records.reindex(rows.index)))
