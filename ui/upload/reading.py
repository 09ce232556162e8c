"""How an upload was read: each sheet, each column with samples, and the way to put it right."""

from dataclasses import replace

import streamlit as st

from loaders.choices import LEAVE_OUT, Choices
from loaders.declared import Table
from loaders.outcome import Checked, Reading
from ui.pieces import tables
from ui.shell.wording import as_typed
from ui.upload import out_of_sight, row_choices
from ui.upload.visit import answers
from workstreams import TABLES
from workstreams.wording import counted, listed

BY_KEY = {table.key: table for table in TABLES}
SHOWN_ROWS = 10


def section(checked: Checked, choices: Choices) -> Choices | None:
    """Show how the file was read; returns other choices where the officer made some."""
    st.header("How it was read", anchor=False)
    if checked.readings:
        tables.rows(
            [_taken(reading) for reading in checked.readings],
            "What each sheet of the file was taken for",
        )
    else:
        st.warning("No table was found in this file.")
    for note in checked.notes:
        st.caption(as_typed(note))
    if (said := _unknown(checked, choices)) is not None:
        return said
    if checked.readings:
        with st.expander("See how each column was read", icon=":material/table:"):
            _reading(_chosen(checked))
    if checked.left_out:
        with st.expander(
            f"{counted(len(checked.left_out), 'sheet')} left out", icon=":material/visibility_off:"
        ):
            tables.rows(
                [
                    {"Sheet": left.sheet, "Why it was left out": left.why}
                    for left in checked.left_out
                ],
                "Sheets left out and why",
            )
    with st.expander("Put rows back or take them out", icon=":material/playlist_add_check:"):
        rows = row_choices.form(checked, choices)
    with st.expander("Correct how it was read", icon=":material/edit:"):
        return _corrections(checked, choices) or rows


def _unknown(checked: Checked, choices: Choices) -> Choices | None:
    """Ask what each sheet holds that was not recognised; the choices once one is answered."""
    for sheet, reading in _first_of_each(checked).items():
        if reading.table or not reading.rows:
            continue
        with st.container(border=True):
            st.markdown(as_typed(f"“{sheet}” was not recognised: what does it hold?"))
            headings = listed([f"“{one}”" for one in reading.headings if one])
            st.caption(
                as_typed(f"{counted(reading.rows, 'row')} under {headings or 'no heading'}.")
            )
            picked = st.selectbox(
                as_typed(f"“{sheet}” holds"),
                [*BY_KEY, LEAVE_OUT],
                index=None,
                format_func=lambda key: BY_KEY[key].sheet if key in BY_KEY else "Nothing to read",
                placeholder="Choose, and it is read at once",
                key=f"holds_{answers.mark(checked.file)}_{sheet}",
            )
            tried = choices.sheets.get(sheet)
            if picked is not None and picked != tried:
                return replace(choices, sheets={**choices.sheets, sheet: picked})
            if tried in BY_KEY:
                st.caption(f"It cannot be read as {BY_KEY[tried].sheet}: no heading of it fits.")
    return None


def _first_of_each(checked: Checked) -> dict[str, Reading]:
    """What the first table of each sheet was read as."""
    first: dict[str, Reading] = {}
    for reading in checked.readings:
        first.setdefault(reading.sheet, reading)
    return first


def _taken(reading: Reading) -> dict[str, str]:
    """One sheet, or one table of it, in a line: what it was taken for and which rows."""
    first, last = reading.heading_rows
    left = len(reading.left_out) + len(reading.stopped)
    known = reading.table in BY_KEY
    return {
        "Sheet": reading.sheet,
        "Taken for": BY_KEY[reading.table].sheet if known else "Nothing we know, so not used",
        "Rows": f"{reading.rows:,}",
        "Left out": f"{left:,}" if known else "All",
        "Headings on": f"row {first}" if first == last else f"rows {first} to {last}",
        "Records on": _extent(reading),
    }


def _extent(reading: Reading) -> str:
    """The rows that the records stand on; of a table that goes on over pages, from page to page."""
    if not reading.first_row:
        return "–"
    sheets = reading.frame["sheet"].to_list() if len(reading.frame) else []
    if len(set(sheets)) > 1:
        first, last = sheets[0], sheets[-1]
        return f"{first}, row {reading.first_row} to {last}, row {reading.last_row}"
    return f"rows {reading.first_row} to {reading.last_row}"


def _chosen(checked: Checked) -> Reading:
    """The sheet that the officer looks at; where there is one only, that."""
    if len(checked.readings) == 1:
        return checked.readings[0]
    place = st.selectbox(
        "Sheet",
        range(len(checked.readings)),
        format_func=lambda at: checked.readings[at].sheet,
        key=f"looked_at_{checked.sha256[:12]}",
    )
    return checked.readings[place or 0]


def _reading(reading: Reading) -> None:
    if reading.refused:
        st.warning(
            as_typed(
                f"Not read and never stored, because it looks personal: {listed(reading.refused)}."
            )
        )
    tables.rows(_columns(reading), f"Columns of the sheet {reading.sheet} and how each was read")
    if reading.left_out:
        st.markdown(f"**{counted(len(reading.left_out), 'row')} left out**")
        lines = [{"Row": str(row), "Why": why} for row, why in reading.left_out[:SHOWN_ROWS]]
        tables.rows(lines, "Rows left out and why")
        more = len(reading.left_out) - len(lines)
        if more > 0:
            st.caption(f"And {counted(more, 'more row')}, for the same reasons.")


def _columns(reading: Reading) -> list[dict[str, str]]:
    field_of = {heading: field for field, heading in reading.fields.items()}
    table = BY_KEY.get(reading.table)
    lines = []
    for heading in reading.headings:
        if not heading:
            continue
        field = field_of.get(heading, "")
        lines.append(
            {
                "Heading in the file": heading,
                "Read as": table[field].heading if table and field else "Not used",
                "For example": "; ".join(reading.samples.get(heading, ())[:2]) or "–",
                "Why": reading.reasons.get(field, "–") if field else "–",
                "How sure": f"{reading.confidence[field]:.0%}"
                if field in reading.confidence
                else "–",
            }
        )
    return lines


def _corrections(checked: Checked, choices: Choices) -> Choices | None:
    """A form with a list for each sheet and each heading."""
    taken_as = {sheet: reading.table for sheet, reading in _first_of_each(checked).items()}
    sheets = [*taken_as]
    sheets += [left.sheet for left in checked.left_out if left.sheet not in sheets]
    options = ["", *BY_KEY, LEAVE_OUT]
    words = {"": "Let the dashboard decide", LEAVE_OUT: "Leave it out"}
    words |= {key: table.sheet for key, table in BY_KEY.items()}
    with st.form(f"corrections_{checked.sha256[:12]}", border=False):
        st.markdown("**What each sheet holds**")
        picked_sheets = {}
        with st.grid(min_column_width=240):
            for sheet in sheets:
                now = choices.sheets.get(sheet, taken_as.get(sheet, ""))
                picked_sheets[sheet] = st.selectbox(
                    as_typed(f"Sheet “{sheet}”"),
                    options,
                    index=options.index(now) if now in options else 0,
                    format_func=words.__getitem__,
                    key=f"sheet_{checked.sha256[:12]}_{sheet}",
                )
        picked_fields: dict[str, dict[str, str]] = {}
        for place, reading in enumerate(_layouts(checked)):
            picked = _headings(checked, reading, BY_KEY[reading.table], place)
            picked_fields.setdefault(reading.table, {}).update(picked)
        hidden = out_of_sight.hidden(choices, f"hidden_{checked.sha256[:12]}")
        struck = out_of_sight.struck(choices, f"struck_{checked.sha256[:12]}")
        if not st.form_submit_button("Read it again like this", type="primary"):
            return None
    sheets_chosen = {
        sheet: key
        for sheet, key in picked_sheets.items()
        if key and (key != taken_as.get(sheet, "") or sheet in choices.sheets)
    }
    fields = {key: dict(found) for key, found in choices.fields.items()}
    for key, found in picked_fields.items():
        fields[key] = fields.get(key, {}) | found
    return replace(
        choices,
        sheets=dict(choices.sheets) | sheets_chosen,
        fields={key: found for key, found in fields.items() if found},
        hidden=hidden,
        struck=struck,
    )


def _layouts(checked: Checked) -> list[Reading]:
    """The tables that are used, one of each layout: the same headings are asked about once."""
    known = [reading for reading in checked.readings if reading.table in BY_KEY]
    return list({(reading.table, reading.headings): reading for reading in known}.values())


def _headings(checked: Checked, reading: Reading, table: Table, place: int) -> dict[str, str]:
    """What the officer says each heading means, only where that is not what was read."""
    st.markdown(as_typed(f"What each heading on “{reading.sheet}” means"))
    field_of = {heading: field for field, heading in reading.fields.items()}
    options = [LEAVE_OUT, *table.fields]
    words = {LEAVE_OUT: "Not used"} | {column.field: column.heading for column in table.columns}
    changed = {}
    with st.grid(min_column_width=240):
        for heading in dict.fromkeys(h for h in reading.headings if h):
            now = field_of.get(heading, LEAVE_OUT)
            samples = "; ".join(reading.samples.get(heading, ())[:2])
            picked = st.selectbox(
                as_typed(f"“{heading}”"),
                options,
                index=options.index(now),
                format_func=words.__getitem__,
                key=f"field_{checked.sha256[:12]}_{place}_{heading}",
                help=as_typed(f"For example: {samples}") if samples else None,
            )
            if picked != now:
                changed[heading] = picked
    return changed
