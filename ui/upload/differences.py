"""What an upload would change, worked out before anything is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from loaders.declared import Table
from loaders.outcome import Checked
from measures.following.carried import Unread, carry
from measures.following.minuted import is_minuted, outstanding
from ui.pieces import listing, printing
from workstreams import TABLES
from workstreams.actions.columns import ACTIONS
from workstreams.actions.followed.preview import Answer, Preview, preview
from workstreams.view import View

STOOD, FILE = 1, 2
"""What stands and what is chosen, numbered as if they were two snapshots."""
Sort = Literal["new", "completed", "date moved", "changed", "gone", "listed again"]
SORTS: tuple[Sort, ...] = (
    "completed",
    "date moved",
    "gone",
    "listed again",
    "new",
    "changed",
)
"""In the order a reader wants them: claimed, slipped, vanished, then the rest."""


@dataclass(frozen=True)
class Differences:
    """One table's upload beside what stands now.

    ``lines`` has one row a changed cell, or a record that is new, listed again or gone: ``sort``,
    ``record`` (its name), ``what`` (heading), ``was``, ``now``, ``where`` (sheet and row).
    ``counts`` are records, not cells, by sort; a record may be counted in several. ``same`` records
    are as before.
    """

    table: Table
    lines: pd.DataFrame
    counts: Mapping[Sort, int]
    same: int

    @property
    def any(self) -> bool:
        """Whether anything at all would change."""
        return bool(len(self.lines))


def actions_seen(
    checked: Checked, stands: View | None, as_at: date, answers: Sequence[Answer] = ()
) -> Preview | None:
    """Which action each row of the file would be; None where there is nothing to compare with."""
    if stands is None or not {ACTIONS.key} <= checked.frames.keys() & stands.history.keys():
        return None
    return preview(stands, rows_of(checked, ACTIONS, stands), as_at, answers)


def rows_of(checked: Checked, table: Table, stands: View) -> pd.DataFrame:
    """The rows read, then those that the file has but that were not read, as they stand now, and
    what was kept from minutes and the file does not bring.

    The columns of ``Table.frame``, indexed from 0.
    """
    read, now = checked.frames[table.key], stands.now(table.key)
    if len(table.listing.known_by) != 2 or now.empty:
        return read
    ref, words = table.listing.known_by
    own = is_minuted(now.index).to_numpy()
    kept = outstanding(now[own], read, now[~own], (ref, words))
    now = now[~own]
    unread = [
        Unread(FILE, one.sheet, row.row, row.known_by.get(ref, ""), row.known_by.get(words, ""))
        for one in checked.readings
        if one.table == table.key
        for row in one.unread
    ]
    when = stands.now(table.key)["as_at"].iloc[0]
    later = when + pd.Timedelta(days=1)
    fresh = read.assign(snapshot_id=FILE, as_at=later)
    stood = now[list(fresh.columns)].assign(snapshot_id=STOOD)
    dates = {STOOD: when.to_datetime64(), FILE: later.to_datetime64()}
    whole = carry(pd.concat([stood, fresh]), unread, dates, ref, words)
    rows = whole.loc[whole["snapshot_id"] == FILE, list(read.columns)]
    if len(kept):
        rows = pd.concat([rows, kept[list(read.columns)].astype(read.dtypes.to_dict())])
    return rows.reset_index(drop=True)


def compared(
    checked: Checked, stands: View, followed: Mapping[str, Preview]
) -> Sequence[Differences]:
    """The differences of each table in the file from the one that stands.

    ``followed`` gives, for the tables that have one, which record each row would be.
    """
    return [
        differences(
            table,
            stands.now(table.key),
            rows_of(checked, table, stands),
            followed.get(table.key),
        )
        for table in TABLES
        if table.key in checked.frames and table.key in stands.history
    ]


def differences(
    table: Table, before: pd.DataFrame, after: pd.DataFrame, actions: Preview | None = None
) -> Differences:
    """``after`` (as read) beside ``before`` (the records that stand, as a view gives them).

    ``actions`` says which action each row of actions is; other rows are known by what names them.
    """
    old, new = _identified(table, before, after, actions)
    both = old.index.intersection(new.index, sort=False)
    stood, stands = old.loc[both], new.loc[both]
    came = new.loc[new.index.difference(old.index, sort=False)]
    back = came.index.isin(list(actions.known) if actions else [])
    parts = [
        _whole(table, came[~back], "new"),
        _whole(table, came[back], "listed again"),
        _whole(table, old.loc[old.index.difference(new.index, sort=False)], "gone"),
    ]
    touched = pd.Series(False, index=both)
    for column in table.columns:
        was, now = stood[column.field], stands[column.field]
        moved = (was != now) & ~(was.isna() & now.isna())
        moved = moved.fillna(True).astype("bool")
        if moved.any():
            touched |= moved
            parts.append(_cells(table, column.field, stood[moved], stands[moved]))
    lines = pd.concat(parts, ignore_index=True)
    lines["sort"] = pd.Categorical(lines["sort"], SORTS, ordered=True)
    lines = lines.sort_values("sort", kind="stable", ignore_index=True)
    records = lines.drop_duplicates(["sort", "identity"])["sort"].value_counts()
    counts: dict[Sort, int] = {sort: int(records.get(sort, 0)) for sort in SORTS}
    return Differences(table, lines.drop(columns="identity"), counts, int((~touched).sum()))


def _identified(
    table: Table, before: pd.DataFrame, after: pd.DataFrame, actions: Preview | None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both frames indexed by what tells a record from another, each only once."""
    if actions is not None:
        return (
            before.set_index(actions.before.loc[before.index].rename("identity")),
            after.set_index(actions.after.rename("identity")),
        )
    return _keyed(table, before), _keyed(table, after)


def _keyed(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    key = listing.identities(table, frame)
    # The same name twice in one file is told apart by its order.
    again = key.groupby(key.to_numpy()).cumcount().astype("str")
    return frame.set_index((key + "#" + again).rename("identity"))


def _whole(table: Table, frame: pd.DataFrame, sort: Sort) -> pd.DataFrame:
    """A line for each record that is new, listed again or gone."""
    return _lines(sort, frame, table, "", [""] * len(frame), [""] * len(frame))


def _cells(table: Table, field: str, was: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """A line for each changed cell of one column."""
    column = table[field]
    sort: Sort | list[Sort] = "changed"
    decides, done = table.listing.done
    if field in table.listing.due:
        sort = "date moved"
    elif field == decides:
        sort = ["completed" if value == done else "changed" for value in now[field]]
    old = printing.column(was, column, printing.MISSING)
    new = printing.column(now, column, printing.MISSING)
    return _lines(sort, now, table, column.heading, old, new)


def _lines(
    sort: Sort | list[Sort],
    frame: pd.DataFrame,
    table: Table,
    what: str,
    was: list[str],
    now: list[str],
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "sort": pd.Series(sort, index=range(len(frame)), dtype="str"),
            "identity": frame.index.astype("str").to_numpy(),
            "record": pd.Series(listing.names(table, frame), dtype="str"),
            "what": pd.Series([what] * len(frame), dtype="str"),
            "was": pd.Series(was, dtype="str"),
            "now": pd.Series(now, dtype="str"),
            "where": pd.Series(
                [f"{s}, row {r}" for s, r in zip(frame["sheet"], frame["row"], strict=True)],
                dtype="str",
            ),
        }
    )
