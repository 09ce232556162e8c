"""A file with one sheet a month: whether each is the plan as at its date, and all at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from loaders.choices import EACH, LATEST, Choices
from loaders.outcome import Checked
from loaders.repeated.copies import only
from store.database.engine import open_store
from store.snapshots import snapshots
from store.sources.kept import Into
from ui.pieces import tables
from ui.shell import look
from ui.shell.wording import as_typed
from ui.upload.accept import Upload
from ui.upload.differences import compared
from workstreams.view import Plan, Source
from workstreams.wording import counted, day, listed

WORDS = {
    LATEST: "The latest sheet is the plan; the others are only its past",
    EACH: "Each sheet is the plan as it stood at its date: keep each as an upload of its own",
}


def section(checked: Checked, choices: Choices) -> Choices | None:
    """Ask what several copies of one list are; the choices once that is answered."""
    if not checked.copies or choices.copies:
        return None
    st.header("One sheet for each date", anchor=False)
    st.markdown(
        as_typed(
            f"This file holds the same list {len(checked.copies)} times: on "
            f"{listed([listed(copy.sheets) for copy in checked.copies])}. It counts once. Your "
            "answer is kept with the plan and used for the next file."
        )
    )
    key = checked.sha256[:12]
    with st.form(f"copies_{key}", border=True):
        said = st.radio("What the sheets are", list(WORDS), format_func=WORDS.__getitem__)
        if not st.form_submit_button("Use this answer", type="primary"):
            return None
    return replace(choices, copies=said)


def each(
    plan: Plan,
    as_at: date,
    checked: Checked,
    choices: Choices,
    into: Into,
    read: Callable[[Choices], Checked],
) -> list[Upload]:
    """The file as at each date that its source has no snapshot of, the last as at ``as_at``.

    ``read`` reads the file with other choices.
    """
    if not checked.copies:
        return [(as_at, checked)]
    if any(copy.as_at is None for copy in checked.copies):
        # Months without a year go back from the date that the officer gives the latest.
        checked = read(replace(choices, as_at=as_at))
    source = into if isinstance(into, Source) else None
    there = {one.as_at for one in snapshots(open_store(), plan.id) if one.source == source}
    uploads: list[Upload] = []
    lines = []
    for copy in checked.copies:
        last = copy == checked.copies[-1]
        when = as_at if last else copy.as_at
        if when is None or (not last and when >= as_at):
            continue
        own = checked if last else read(only(checked, copy, choices, when))
        if last or when not in there:
            uploads.append((when, own))
        rows = sum(len(frame) for frame in own.frames.values())
        lines.append(
            {
                "Sheet": listed(copy.sheets),
                "As at": day(when),
                "Records": f"{rows:,}",
                "What becomes of it": _becomes(plan, source, when, own, new=(when, own) in uploads),
            }
        )
    tables.rows(lines, "The sheets of the file, each with its date and what becomes of it")
    return uploads


def _becomes(plan: Plan, source: Source | None, when: date, own: Checked, *, new: bool) -> str:
    if new:
        return "Kept as an upload of its own"
    stands = look.standing_of(plan.id, when, source)
    found = compared(own, stands, {}) if stands else []
    differs = sum(sum(one.counts.values()) for one in found)
    if not differs:
        return "In the plan already"
    records = counted(differs, "record")
    return f"In the plan already, where {records} stood otherwise; that stays as it is"
