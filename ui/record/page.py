"""The record of recommendations: every plan's, chosen among, read and taken away."""

from collections.abc import Mapping, Sequence

import streamlit as st

from reports.record.gathered import Part, Record, part
from store.said.ledger import now
from ui.pieces import tables
from ui.record import annual, choosing, take
from ui.shell import empty
from ui.shell.frame import open_over_plans
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.actions.recommended.answer import TWO_MONTHS
from workstreams.actions.recommended.record import (
    YEARS,
    Chosen,
    Entry,
    choices,
    in_several_plans,
    shown,
)
from workstreams.actions.recommended.told import finding
from workstreams.wording import counted

PAGE = 10
FEW = 4
"""Plans that are linked beside one another; one of more is chosen from a list."""
MANY = 5
"""Plans from which on it is said how far the reading has come."""


def show() -> None:
    """The whole page."""
    opened = open_over_plans("Record of recommendations")
    if not opened:
        empty.no_plan()
        return
    record, known_at = _gathered(opened), now()
    if not record.entries:
        empty.no_snapshot(
            "No plan has a recommendation yet. Upload a plan or an action log in which the "
            "committee's recommendations are marked “recommendation” in the column “Kind” to see "
            "them here."
        )
        return
    st.caption(as_typed(says(record)))
    st.header("Every recommendation", anchor=False)
    chosen = choosing.choose(record.entries)
    wanted = chosen.of(record.entries)
    if wanted:
        st.markdown(f"**{as_typed(finding([one.told for one in wanted]))}**")
        if twice := in_several_plans(wanted):
            st.markdown(as_typed(twice))
        _listed(wanted, chosen)
        take.section(record, chosen, known_at)
    else:
        st.info("No recommendation is all of that. Choose “every” or “any” in one of the lists.")
    annual.section(record, chosen, known_at)
    st.caption(as_typed(f"{TWO_MONTHS} {YEARS}"))


def _gathered(opened: Sequence[Opened]) -> Record:
    """Every plan's part of the record, each worked out once until its plan changes."""
    bar = st.progress(0.0, "Reading the plans") if len(opened) >= MANY else None
    parts: list[Part] = []
    for place, one in enumerate(opened, 1):
        parts.append(one.of(part))
        if bar:
            bar.progress(place / len(opened), f"Read {place} of {len(opened)} plans")
    if bar:
        bar.empty()
    return Record(tuple(parts))


def says(record: Record) -> str:
    """What the record is of: how many plans and committees, from which dates, in whose words."""
    committees = choices(record.entries)["committee"]
    whose = "one committee" if len(committees) == 1 else f"{len(committees)} committees"
    named = f", {committees[0]}" if len(committees) == 1 else ""
    said = f"{record.of}. Recommendations of {whose}{named}."
    public = sum(part.audience == "public" for part in record.parts)
    if 0 < public < len(record.parts):
        said += f" {counted(public, 'plan')} in public words: there you may see no others."
    return said


def _listed(wanted: Sequence[Entry], chosen: Chosen) -> None:
    """A page of the record, and the way to the plans of what is in it."""
    # What is chosen anew begins on its first page.
    key = f"record_{chosen.words}"
    alt = "Every recommendation, its answer and what became of it"
    tables.paged(shown(wanted), alt, key, PAGE)
    _ways({one.plan.id: one.plan.name for one in wanted})


def _ways(plans: Mapping[int, str]) -> None:
    """The way to the recommendations of each plan, with their evidence and where they stand."""
    if len(plans) > FEW:
        picked = st.selectbox(
            "Go on to one plan",
            list(plans),
            index=None,
            placeholder="Choose a plan",
            format_func=lambda plan_id: plans.get(plan_id, ""),
            key="record_way",
        )
        plans = {} if picked is None else {picked: plans[picked]}
    with st.container(horizontal=True):
        for plan_id, name in plans.items():
            st.page_link(
                "pages/recommendations.py",
                label=as_typed(f"Recommendations of {name}"),
                icon=":material/arrow_forward:",
                query_params={"plan": str(plan_id)},
            )
