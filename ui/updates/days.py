"""On which day each sheet came back: kept with what it says."""

from collections.abc import Mapping
from datetime import date, datetime

import streamlit as st

from ui.shell.wording import as_typed
from workstreams.actions.updates.collected import Collected

PLACE = "returns_in"


def section(found: Collected) -> Mapping[str, date]:
    """The day that each owner's sheet came back: one for all, unless an officer says otherwise."""
    if not found.returned:
        return {}
    today = datetime.now().astimezone().date()
    asked = found.asked.at.astimezone().date() if found.asked.at else today
    first = min(asked, today)
    all_on = _day("Day the sheets came back", today, first, today, f"{PLACE}_came") or today
    if len(found.returned) == 1:
        return dict.fromkeys(found.returned, all_on)
    with st.expander("A sheet came back on another day", icon=":material/event:"):
        return {
            owner: _day(as_typed(owner), None, first, today, f"{PLACE}_came_{owner}") or all_on
            for owner in found.returned
        }


def _day(label: str, value: date | None, first: date, last: date, key: str) -> date | None:
    chosen = st.date_input(
        label, value=value, min_value=first, max_value=last, format="DD/MM/YYYY", key=key
    )
    return chosen if isinstance(chosen, date) else None
