"""The page on which officers keep a plan's own settings, with the log of every change."""

from collections.abc import Callable

import streamlit as st

from store.access.roles import Right
from ui.door import run_as
from ui.pieces import one_open
from ui.public import counted, words
from ui.settings import (
    dates,
    exempt,
    facts,
    file_names,
    keeping,
    key,
    log,
    owners,
    targets,
    thresholds,
)
from ui.shell import empty, officer
from ui.shell.frame import open_page
from ui.shell.opened import Opened

PLACE = "settings"
LOG = "log"
Section = Callable[[Opened, str], None]


def _public(opened: Opened, by: str) -> None:
    facts.small_numbers(opened.plan, by)
    exempt.section(opened.plan, by)
    file_names.section(opened.plan, by)


SECTIONS: dict[str, tuple[str, Section]] = {
    "plan": ("Name and committee", lambda opened, by: facts.section(opened.plan, by)),
    "meetings": ("Meetings", lambda opened, by: dates.meetings(opened.plan, by)),
    "events": ("Events", lambda opened, by: dates.events(opened.plan, by)),
    "targets": ("Targets", lambda opened, by: targets.section(opened.plan, by)),
    "thresholds": ("Thresholds", lambda opened, by: thresholds.section(opened.plan, by)),
    "colours": ("Colour key", lambda opened, by: key.section(opened.plan, by)),
    "owners": ("Owners who have left", owners.section),
    "public": ("What the public may see", _public),
    "counted": ("What the indicators count", counted.section),
    "words": ("Small numbers in words", lambda opened, by: words.section(opened.plan, by)),
    "sources": ("Files of the plan", lambda opened, by: keeping.sources(opened.plan, by)),
    "archive": ("Archive", lambda opened, by: keeping.away(opened.plan, by)),
    LOG: ("What was changed", lambda opened, by: log.section(opened.plan)),
}
"""The sections of the page by what the address calls them: a name, and what draws it."""


def show() -> None:
    """What the page is for, the names of its sections, and the one that is open."""
    opened = open_page("Plan settings", Right.SETTINGS)
    if opened is None:
        empty.no_plan()
        return
    st.markdown(
        "What is kept here holds for every page and for the next pack. A pack that was made "
        "already does not change: it is read as the plan stood then."
    )
    names = {
        section: name
        for section, (name, _) in SECTIONS.items()
        # Nobody owns an action of a plan without data.
        if section != "owners" or opened.as_at
    }
    chosen = one_open.choose("Settings, one section open at a time", names, PLACE, "plan")
    by = ""
    if chosen != LOG:
        by = officer.who(PLACE)
        st.caption("Kept with every change you save below.")
    _, draw = SECTIONS[chosen]
    draw(opened, by)
    st.caption(f"How this dashboard is run: {run_as.sentence()}")
