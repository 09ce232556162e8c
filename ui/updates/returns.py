"""Returns in: choose the sheets that came back, see what they change, take the draft further."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

import pandas as pd
import streamlit as st

from loaders.formats.cannot import CannotRead
from loaders.returned.read import Returned
from loaders.returned.safely import read
from reports.media_types import XLSX, ZIP
from reports.updates.returned import Draft, Part, chasing, take
from store.access.roles import Right
from store.database.engine import open_store
from store.said.updates import asked_of, keep_returned, returned_of
from ui.door import downloads
from ui.pieces import next_upload, tables, uploaded
from ui.pieces.next_upload import NextUpload
from ui.shell import look
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from ui.updates import conflicts, days
from workstreams.actions.updates.asked import Asked
from workstreams.actions.updates.collected import Cell, Collected
from workstreams.wording import counted, day, listed

PLACE = "returns_in"
TYPES = ["xlsx", "xlsm", "xls", "xlsb", "ods", "fods", "csv", "tsv", "txt"]
MEGABYTES = 25
SHOWN = 15
PRIVACY = (
    "Sheets are read and then forgotten. What they say is kept once you accept the draft as the "
    "plan’s next upload, and with it who said what, in a sheet that came back on which day."
)


@dataclass(frozen=True)
class _Read:
    """The sheets that could be read, and a sentence for each that could not."""

    files: tuple[Returned, ...]
    refused: tuple[tuple[str, str], ...]


def section(opened: Opened) -> None:
    """For the meetings that owners were asked for."""
    standing = [one for one in asked_of(open_store(), opened.plan.id) if one.stands]
    if not standing:
        return
    st.header("Returns in", anchor=False)
    asked = _chosen(standing)
    _earlier(opened, asked)
    files = st.file_uploader(
        "The sheets that came back, as many as you like: renamed, converted or half filled",
        type=TYPES,
        accept_multiple_files=True,
        max_upload_size=MEGABYTES,
        key=f"{PLACE}_files",
    )
    st.caption(f":material/lock: {PRIVACY}")
    if not files:
        return
    found = _read([(file.name, file.getvalue()) for file in files])
    for name, why in found.refused:
        st.error(as_typed(why), title=as_typed(name))
    draft = _draft(opened, asked.meeting, found.files, {})
    chosen = conflicts.section(draft.found)
    if chosen:
        draft = _draft(opened, asked.meeting, found.files, chosen)
    _who(draft.found)
    came = days.section(draft.found)
    _untaken(draft.found)
    _changes(draft)
    _further(opened, draft, len(found.files), came)


def _chosen(standing: Sequence[Asked]) -> Asked:
    """The meeting whose sheets come in: the latest that was asked for, unless another is picked."""
    by_day = {one.meeting: one for one in standing}
    meetings = sorted(by_day, reverse=True)
    if len(meetings) == 1:
        return by_day[meetings[0]]
    picked = st.selectbox("For the meeting on", meetings, format_func=day, key=f"{PLACE}_meeting")
    return by_day.get(picked or meetings[0], by_day[meetings[0]])


def _earlier(opened: Opened, asked: Asked) -> None:
    """Who returned in what was accepted before, so that nobody is chased for it."""
    before = returned_of(open_store(), opened.plan.id, asked.meeting)
    if before:
        number = f"{len(before)} of {counted(len(asked.sheets), 'owner')}"
        st.info(
            f"{number} returned in what was accepted for the meeting on {day(asked.meeting)} "
            "already. Choose further sheets to add to it."
        )


def _read(files: Sequence[tuple[str, bytes]]) -> _Read:
    taken: list[Returned] = []
    refused: list[tuple[str, str]] = []
    with st.spinner(f"Reading {counted(len(files), 'sheet')}", show_time=True):
        for name, contents in files:
            try:
                taken.append(_sheet(name, uploaded.fingerprint(contents), contents))
            except CannotRead as why:
                refused.append((name, str(why)))
    return _Read(tuple(taken), tuple(refused))


@st.cache_data(show_spinner=False, max_entries=200, scope="session")
def _sheet(name: str, sha256: str, _contents: bytes) -> Returned:
    return read(_contents, name)


def _draft(
    opened: Opened, meeting: date, files: Sequence[Returned], chosen: Mapping[Cell, str]
) -> Draft:
    marks = repr(sorted((file.sha256, file.file) for file in files))
    picked = repr(sorted(chosen.items()))
    with st.spinner("Putting the sheets together"):
        return _made(
            look.store_name(), opened.plan.id, opened.version, meeting, marks, picked, files, chosen
        )


@st.cache_data(show_spinner=False, max_entries=6, scope="session")
def _made(
    store: str,
    plan_id: int,
    version: str,
    meeting: date,
    marks: str,
    picked: str,
    _files: Sequence[Returned],
    _chosen: Mapping[Cell, str],
) -> Draft:
    return take(open_store(), plan_id, meeting, _files, _chosen)


def _who(found: Collected) -> None:
    """Who returned and who did not, and whose actions nothing was said about."""
    asked = len(found.asked.sheets)
    st.markdown(f"**{len(found.returned)} of {counted(asked, 'owner')} returned.**")
    today = datetime.now().astimezone().date()
    back = found.overdue
    late = f"Not yet, due {day(back)}" if back and back < today else "Not yet"
    silent: dict[str, int] = {}
    for owner, _ in found.silent:
        silent[owner] = silent.get(owner, 0) + 1
    frame = pd.DataFrame(
        {
            "Owner": [sheet.owner for sheet in found.asked.sheets],
            "Returned": [_came(found, sheet.owner, late) for sheet in found.asked.sheets],
            "Actions": [str(len(sheet.actions)) for sheet in found.asked.sheets],
            "Nothing said of": [str(silent.get(s.owner, 0)) for s in found.asked.sheets],
        }
    )
    with st.expander("Owners, and what nothing was said about", icon=":material/group:"):
        tables.paged(frame, "Owners who were asked", f"{PLACE}_owners", SHOWN)
        if found.silent:
            lines = pd.DataFrame(found.silent, columns=["Owner", "Action"])[["Action", "Owner"]]
            tables.paged(lines, "Actions that nothing was said about", f"{PLACE}_silent", SHOWN)


def _came(found: Collected, owner: str, late: str) -> str:
    if owner in found.returned:
        return "Yes"
    return late if owner in found.missing else "In an earlier upload"


def _untaken(found: Collected) -> None:
    if found.untaken:
        st.warning(
            as_typed("\n\n".join(f"{file}: {why}" for file, why in found.untaken)),
            title="Not taken",
        )


def _changes(draft: Draft) -> None:
    changes = draft.changes
    if not changes:
        st.info("Nothing in these sheets changes the plan.")
        return
    actions = len({change.named for change in changes})
    with st.expander(
        f"What changes: {counted(len(changes), 'cell')} of {counted(actions, 'action')}",
        icon=":material/compare_arrows:",
    ):
        frame = pd.DataFrame(
            {
                "Action": [one.named for one in changes],
                "What": [one.heading for one in changes],
                "Was": [one.was for one in changes],
                "Will be": [one.now for one in changes],
                "Said by": [", ".join(one.owners) for one in changes],
            }
        )
        tables.paged(frame, "What the sheets change", f"{PLACE}_changes", SHOWN)


def _further(opened: Opened, draft: Draft, sheets: int, came: Mapping[str, date]) -> None:
    """The draft of each file as a workbook and as its next upload, and the reminders."""
    _told(draft)
    ready = [one for one in draft.parts if one.made.changes and not one.book.lost]
    with st.container(horizontal=True):
        label = "Go on to accept the draft" if len(ready) == 1 else "Go on to accept the drafts"
        if ready and st.button(label, type="primary", icon=":material/check:"):
            next_upload.carry([_next(opened.plan.id, draft, one, sheets, came) for one in ready])
            st.switch_page("pages/upload.py", query_params={"plan": str(opened.plan.id)})
        for part in draft.parts:
            which = "the draft" if draft.alone else f"the draft of “{part.source.name}”"
            downloads.button(
                as_typed(f"Download {which} as a workbook"),
                partial(bytes, part.book.data),
                file_name=part.file,
                mime=XLSX,
                asks=((Right.UPDATES, opened.plan.id),),
                key=f"{PLACE}_draft_{part.source.id}",
            )
        _reminders(opened.plan.id, draft.found)


def _told(draft: Draft) -> None:
    """What is to be known of the drafts before they are taken further."""
    if len(draft.parts) > 1:
        files = listed([f"“{one.source.name}”" for one in draft.parts])
        st.caption(
            as_typed(f"What came back is about {files}: each has its own draft, accepted in turn.")
        )
    for part in draft.parts:
        if not part.book.own:
            whose = "your file" if draft.alone else f"“{part.source.name}”"
            st.caption(
                as_typed(
                    f"The headings of {whose} cannot hold every record as it was read, so the "
                    "draft stands under the dashboard’s own."
                )
            )
        for lost in part.book.lost:
            st.warning(as_typed(lost))


def _next(
    plan_id: int, draft: Draft, part: Part, sheets: int, came: Mapping[str, date]
) -> NextUpload:
    """A part as the upload page takes it."""
    which = "The draft" if draft.alone else f"The draft of “{part.source.name}”"
    meeting = day(draft.found.asked.meeting)
    said = f"{which} made from {counted(sheets, 'sheet')} that came back for {meeting}."
    keep = partial(_keep, plan_id, part.found, came)
    return NextUpload(plan_id, part.file, part.book.data, said, part.source, keep)


def _reminders(plan_id: int, found: Collected) -> None:
    """The messages to those who did not return."""
    if not found.missing:
        return
    downloads.button(
        f"Download reminders for {counted(len(found.missing), 'owner')}",
        partial(chasing, open_store(), plan_id, found),
        file_name=f"Reminders for {found.asked.meeting.isoformat()}.zip",
        mime=ZIP,
        asks=((Right.UPDATES, plan_id),),
        icon=":material/mail:",
    )


def _keep(
    plan_id: int, found: Collected, came: Mapping[str, date], snapshot_id: int, by: str
) -> None:
    """Keep whose sheet said what and on which day it came, with the upload that it became."""
    keep_returned(open_store(), plan_id, found, snapshot_id, by, came)
