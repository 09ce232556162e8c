"""What is wrong in an upload: worst first, by cell, in plain words, with what to do."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from loaders.outcome import Checked
from loaders.problems import Problem
from loaders.written.marked import marked
from reports.media_types import XLSX
from store.access.roles import Right
from ui.door import downloads
from ui.pieces import tables
from ui.shell.wording import as_typed
from workstreams.wording import counted, listed

SHOWN = 20
WORDS = {"error": "Must\u00a0fix", "warning": "Check", "note": "For your information"}


def section(plan_id: int, checked: Checked, data: bytes) -> None:
    """The problems, at most twenty of them, and the officer's own workbook with all marked."""
    st.header("Problems", anchor=False)
    problems = tuple(problem for problem in checked.problems if not _of_unused(checked, problem))
    if not problems:
        if unread := not_read(checked):
            st.info(f"Nothing is wrong in what was read. Not read: {as_typed(listed(unread))}.")
        else:
            st.success("No problems were found.")
        return
    st.markdown(summary(problems))
    shown = problems[:SHOWN]
    tables.rows([_line(problem) for problem in shown], "Problems by cell, worst first")
    if len(problems) > len(shown):
        st.caption(f"{counted(len(problems) - len(shown), 'more problem')} not shown here.")
    downloads.button(
        "Download your workbook with every problem marked",
        lambda: marked(data, checked.file, problems),
        file_name=f"{Path(checked.file).stem} - problems marked.xlsx",
        mime=XLSX,
        asks=((Right.UPLOAD, plan_id),),
    )
    stopped = sum(len(reading.stopped) for reading in checked.readings)
    if stopped:
        st.warning(
            f"{counted(stopped, 'row')} cannot be taken with an error in it. You can accept the "
            "others now, or fix the file and choose it again above."
            if stopped == 1
            else f"{counted(stopped, 'row')} cannot be taken with errors in them. You can accept "
            "the others now, or fix the file and choose it again above."
        )


def not_read(checked: Checked) -> list[str]:
    """What of a file gave no records: rows, tables like none we know, sheets."""
    rows = sum(len(one.left_out) + len(one.stopped) for one in checked.readings if one.table)
    parts = [counted(rows, "row")] if rows else []
    parts += [f"the table on {one.sheet}" for one in checked.readings if not one.table]
    columns = sum(len(one.unused) for one in checked.readings)
    parts += [counted(columns, "column")] if columns else []
    return parts + [f"the sheet {one.sheet}" for one in checked.left_out]


def _of_unused(checked: Checked, problem: Problem) -> bool:
    """Whether a problem is that a column was not used, which is asked about above."""
    return any(
        (reading.sheet, one.cell) == (problem.sheet, problem.cell)
        for reading in checked.readings
        for one in reading.unused
    )


def summary(problems: Sequence[Problem]) -> str:
    """How many of each: "2 cells to fix, 3 to check and 1 note on how a cell was read."."""
    levels = [problem.level for problem in problems]
    parts = []
    if errors := levels.count("error"):
        parts.append(f"**{counted(errors, 'problem')} to fix**")
    if warnings := levels.count("warning"):
        parts.append(f"**{counted(warnings, 'thing')} to check**")
    if notes := levels.count("note"):
        parts.append(f"{counted(notes, 'note')} on how a cell was read")
    return f"{listed(parts)}."


def _line(problem: Problem) -> dict[str, str]:
    # A cell that must be filled in holds nothing; of a column, a heading or a row there is no cell.
    none = "Nothing" if problem.level == "error" and problem.cell else "–"
    return {
        "Level": WORDS[problem.level],
        "Where": " ".join(part for part in (problem.sheet, problem.cell) if part) or "The file",
        "Column": problem.heading or "–",
        "Found": problem.found or none,
        "What to do": problem.advice,
    }
