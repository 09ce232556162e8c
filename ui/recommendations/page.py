"""The recommendations page: words, answer, clock, actions, and the annual report's table."""

from collections.abc import Sequence

import streamlit as st

from charts.palette import Meaning, tag
from ui.actions import table
from ui.actions.lists import action_lists
from ui.minutes import section
from ui.pieces import one_open, tables
from ui.pieces.records import RECORD as RECORD_ASKED
from ui.recommendations import annual, reason
from ui.shell import empty, state
from ui.shell.frame import open_page
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.actions.recommended.answer import TWO_MONTHS
from workstreams.actions.recommended.told import Recommended, finding, recommended
from workstreams.wording import counted, day, sentence

PLACE = "recommendations"
APART, ANNUAL, RECORD = "apart", "annual", "record"
EVERY = "All"
PAGE = 10
ICONS = {
    "accepted": ":material/check:",
    "partly accepted": ":material/contrast:",
    "rejected": ":material/close:",
    "none yet": ":material/hourglass_empty:",
}
LOUD = tag("attention")
MEANINGS: dict[str, Meaning] = {"accepted": "done", "none yet": "attention"}


def show() -> None:
    """The whole page."""
    opened = open_page("Recommendations")
    if opened is None:
        empty.no_plan()
        return
    found = opened.of(recommended) if opened.as_at else ()
    if not found:
        empty.no_snapshot(
            "Upload a plan or an action log in which the committee's recommendations are marked "
            "“recommendation” in the column “Kind” to see them here."
        )
        section.section(opened)
        return
    _full(opened, found)


def _full(opened: Opened, found: Sequence[Recommended]) -> None:
    st.markdown(f"**{as_typed(finding(found))}**")
    st.caption(TWO_MONTHS)
    st.header("Each recommendation", anchor=False)
    looked_for = [one for one in found if str(one.record_id) == st.query_params.get(RECORD_ASKED)]
    if looked_for:
        with st.container(border=True, gap="xsmall"):
            _one(looked_for[0], opened=True)
        st.page_link(
            "pages/recommendations.py",
            label="See all recommendations",
            icon=":material/arrow_forward:",
            query_params=state.address(),
        )
        return
    shown = _of_year(found)
    pages = max(1, -(-len(shown) // PAGE))
    slot = st.container()
    page = st.pagination(pages, key="recommendations_page") if pages > 1 else 1
    with slot:
        for one in shown[(page - 1) * PAGE : page * PAGE]:
            with st.container(border=True, gap="xsmall"):
                _one(one)
    st.header("Ask more of them", anchor=False)
    asked = one_open.choose("Questions, one open at a time", _asked(opened, found), PLACE)
    if asked == APART:
        _orphans(opened)
    elif asked == ANNUAL:
        annual.section(opened, shown)
    elif asked == RECORD:
        reason.section(opened, found)
        section.section(opened)


def _asked(opened: Opened, found: Sequence[Recommended]) -> dict[str, str]:
    """The questions of the page, by what the address calls them; officers' own for them alone."""
    asked = {APART: "Which have no action?", ANNUAL: "What goes into the annual report?"}
    if reason.offered(opened, found) or section.offered(opened):
        asked[RECORD] = "For officers: reasons and minutes"
    return asked


def _of_year(found: Sequence[Recommended]) -> Sequence[Recommended]:
    """The recommendations of one municipal year, where there are several to choose from."""
    years = sorted({one.year for one in found if one.year}, reverse=True)
    if len(years) < 2:
        return found
    picked = st.segmented_control(
        "Raised in the year from May",
        [EVERY, *years],
        default=EVERY,
        required=True,
        key="recommendations_year",
    )
    return found if picked == EVERY else [one for one in found if one.year == picked]


def _one(one: Recommended, opened: bool = False) -> None:
    """One recommendation: what was asked, what was answered and when; the rest one press away."""
    st.markdown(f"**{as_typed(one.letter) or 'Without a reference'}.** “{as_typed(one.words)}”")
    answer = f"Answer: {one.answer}"
    when = f" on {day(one.answered)}." if one.answered and one.answer != "none yet" else ""
    clock = as_typed(f"{one.clock} {one.counted_from}".strip())
    late = f":{LOUD}-background[:material/schedule: Late] {clock}" if one.late else clock
    shade = tag(MEANINGS.get(one.answer))
    st.markdown(f":{shade}-background[{ICONS[one.answer]} {answer}]{when} {late}")
    if one.unexplained:
        st.markdown(
            f":{LOUD}-background[:material/help: No reason] The executive did not accept all of "
            "this, and no reason is recorded."
        )
    st.markdown(f"**What became of it:** {as_typed(one.outcome)}")
    many = counted(len(one.actions), "action") if one.actions else "no action"
    label = f"Where it was raised, the reason for the answer, {many}"
    with st.expander(label, opened, type="compact", key=f"recommendation_{one.record_id}"):
        _more(one)


def _more(one: Recommended) -> None:
    """What else is known of a recommendation, and the actions that name it."""
    if one.first_words:
        st.markdown(f":{LOUD}-background[:material/edit: Reworded] {as_typed(one.first_words)}")
    if one.detail:
        st.markdown(as_typed(one.detail))
    st.caption(as_typed(_raised(one)))
    if not one.unexplained and (one.reason or one.answer != "none yet"):
        st.markdown(f"**Reason for the answer:** {as_typed(one.reason) or 'none is recorded'}")
    if one.otherwise:
        st.caption(as_typed(one.otherwise))
    if one.evidence:
        st.markdown(f"**Evidence:** {as_typed(one.evidence)}")
    if one.update:
        st.markdown(f"**Latest update:** {as_typed(one.update)}")
    if one.actions:
        tables.rows(
            [{"Action": a.name, "What it is": a.words, "Stands": sentence(a.stands)}
             for a in one.actions],
            f"Actions that name {one.letter or 'this recommendation'}",
        )  # fmt: skip
    else:
        st.markdown("**Actions that name it:** none")


def _raised(one: Recommended) -> str:
    """Where and when it was raised; once, where the file's own words give the day already."""
    if one.raised is None or day(one.raised) in one.asked_by:
        return one.asked_by
    return ". ".join(part for part in (f"Raised {one.meeting}", one.asked_by) if part)


def _orphans(opened: Opened) -> None:
    """Recommendations without an action, and actions without their recommendation."""
    st.header("Where recommendations and actions do not meet", anchor=False)
    found = opened.of(action_lists).orphans
    if found.empty:
        st.markdown(
            "Every open recommendation that was not rejected has an action that names it, and "
            "every recommendation that an action names is in the plan."
        )
        return
    alt = "Recommendations without an action, and the reverse"
    table.paged(opened, found, alt, "orphans", 10)
