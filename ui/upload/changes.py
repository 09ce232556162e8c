"""What accepting an upload will change against the snapshot that stands, before it is stored."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from measures.small_numbers.disclosure import limit_of
from store.said.settings import SMALL_NUMBER
from store.sources.kept import Into
from ui.pieces import tables
from ui.shell.wording import as_typed
from ui.upload.differences import SORTS, Differences, Sort
from workstreams.plan.columns import HIDDEN
from workstreams.view import View
from workstreams.wording import counted, day, listed

SHOWN = 15
WORDS: dict[Sort, str] = {
    "completed": "completed",
    "date moved": "with a date moved",
    "gone": "no longer in the file",
    "listed again": "listed again",
    "new": "new",
    "changed": "changed otherwise",
}


def section(
    found: Sequence[Differences],
    stands: View | None,
    into: Into,
    said: pd.DataFrame | None = None,
) -> None:
    """The changes of each table, old value beside new. ``said`` are the file's thresholds."""
    st.header("What will change", anchor=False)
    if stands is None:
        st.markdown("This is the plan's first upload: every record is new.")
        return
    before = [one.as_at for one in stands.snapshots if one.source == into]
    dates = [when for when in before if when <= stands.as_at]
    if dates:
        st.caption(as_typed(f"Compared with “{into.name}” as at {day(max(dates))}."))
    elif before:
        st.markdown(as_typed(f"“{into.name}” has no file of this date or before."))
    else:
        st.markdown(
            as_typed(f"This is the first file of “{into.name}”: its records come beside those of ")
            + "the plan's other files, which stay as they are."
        )
    kept = unlowered(said, stands)
    if kept:
        st.info(kept)
    same = [one.table.sheet for one in found if not one.any]
    if same:
        st.markdown(f"**Unchanged:** {listed(same)}.")
    for one in found:
        if one.any:
            st.markdown(f"**{one.table.sheet}:** {summary(one)}")
        for sort in SORTS:
            _sort(one, sort)


def unlowered(said: pd.DataFrame | None, stands: View) -> str:
    """Says that a lower limit for small numbers in the file changes nothing; "" where none does."""
    limit = limit_of(stands.settings.get(SMALL_NUMBER))
    if said is None:
        return ""
    rows = said.loc[said["threshold"] == HIDDEN, "value"]
    lower = [int(value) for value in rows if limit_of(value) < limit]
    if not lower:
        return ""
    return (
        f"The file says that counts of 1 to {lower[0]} people are hidden. Counts of 1 to {limit} "
        "are, and that can only be raised, so this row changes nothing."
    )


def summary(found: Differences) -> str:
    """How many records of each sort: "3 completed, 2 new and 28 unchanged."."""
    parts = [f"{found.counts[sort]} {WORDS[sort]}" for sort in SORTS if found.counts[sort]]
    if found.same:
        parts.append(f"{found.same} unchanged")
    return f"{listed(parts)}."


def _sort(found: Differences, sort: Sort) -> None:
    lines = found.lines[found.lines["sort"] == sort]
    if lines.empty:
        return
    title = f"{counted(found.counts[sort], 'record')} {WORDS[sort]}"
    with st.expander(f"{found.table.sheet}: {title}", icon=":material/compare_arrows:"):
        shown = {"record": "Record", "what": "What", "was": "Was", "now": "Will be"}
        shown["where"] = "Where it stood" if sort == "gone" else "Where"
        if sort in ("new", "listed again", "gone"):
            shown = {"record": "Record", "where": shown["where"]}
        tables.paged(
            lines[list(shown)].rename(columns=shown),
            title,
            f"changes_{found.table.key}_{sort}",
            SHOWN,
        )
