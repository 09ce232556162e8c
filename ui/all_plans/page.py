"""All plans: how each stands, by committee; each figure is the way to its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from charts.palette import tag
from measures.figures import NO_FIGURE
from store.said.ledger import now
from ui.all_plans.gathered import Line, gathered
from ui.door import seen
from ui.shell import empty
from ui.shell.frame import open_over_all, page_of
from ui.shell.wording import as_typed
from workstreams import names, workstream_of
from workstreams.across.headlines import BLANK, Headline
from workstreams.across.in_short import InShort
from workstreams.view import Audience, Plan
from workstreams.wording import counted, day, has, listed, of_all, sentence

LOUD = tag("attention")
PAGE = 12
"""Plans on the screen at once."""
MANY = 5
"""Plans to be worked out from which on it is said how far that has come."""
NONE = (BLANK, NO_FIGURE)
NO_DATA = "No file has been uploaded yet."


def show() -> None:
    """The whole page."""
    wanted = open_over_all("All plans")
    if not wanted:
        empty.no_plan()
        return
    lines = in_order(_gathered(wanted))
    st.markdown(f"**{as_typed(finding(lines))}**")
    pages = -(-len(lines) // PAGE)
    slot = st.container(gap="small")
    first = (st.pagination(pages, key="plans_page") - 1) * PAGE if pages > 1 else 0
    with slot:
        if pages > 1:
            last = min(first + PAGE, len(lines))
            st.caption(f"Plans {first + 1} to {last} of {len(lines)}")
        _by_committee(lines[first : first + PAGE])
    st.caption(
        "Each plan as at its last upload, and compared with the meeting before it as its overview "
        "is. A figure leads to the page that it stands on."
    )


def _gathered(wanted: Sequence[tuple[Plan, Audience]]) -> list[Line]:
    """Every plan in short; where many have to be worked out, it is told how far that has come."""
    bar = st.empty()

    def along(done: int, of: int) -> None:
        if of >= MANY:
            bar.progress(done / of, f"Read {done} of {of} plans")

    found = gathered(wanted, along)
    bar.empty()
    for line in found:
        if line.short:
            seen.on_a_page(line.plan.id, line.version)
    return found


def in_order(lines: Sequence[Line]) -> list[Line]:
    """By committee, then by name; those of no committee last."""
    return sorted(
        lines, key=lambda one: (*names.committee_rank(_committee(one)), one.plan.name.casefold())
    )


def _committee(line: Line) -> str:
    return names.committee_named(line.plan.committee)


def finding(lines: Sequence[Line]) -> str:
    """What stands out over all of them."""
    shorts = [one.short for one in lines if one.short]
    late = sum(bool(one.late) for one in shorts)
    waiting = sum(one.unanswered or 0 for one in shorts)
    gone = sum(one.vanished or 0 for one in shorts)
    first = f"{of_all(late, len(lines), 'plan', ('has', 'have'))} late actions"
    if len(lines) == 1:
        first = f"the one plan has {'' if late else 'no '}late actions"
    rest = [
        f"{counted(waiting, 'recommendation')} {has(waiting)} waited more than two months for an "
        "answer",
        f"{counted(gone, 'open action')} {has(gone)} vanished from the file unexplained",
    ]
    said = [one for one, many in zip(rest, (waiting, gone), strict=True) if many]
    return f"{sentence(listed([first, *said]))}."


def _by_committee(lines: Sequence[Line]) -> None:
    for committee, of_it in names.grouped(lines, _committee):
        st.header(as_typed(committee), anchor=False)
        for line in of_it:
            with st.container(border=True, gap="xsmall"):
                _plan(line)


def _plan(line: Line) -> None:
    plan, short = line.plan, line.short
    _link("pages/overview.py", f"**{as_typed(plan.name)}**", plan)
    if short is None:
        st.caption(NO_DATA)
        return
    st.caption(as_typed(dates(short, now().date())))
    with st.container(horizontal=True, gap="small", key=f"figures_{plan.id}"):
        for told in short.headlines:
            if told.figure not in NONE:
                label = f"**{as_typed(told.figure)}** {as_typed(named(told))}"
                _link(page_of(workstream_of(told.key)), label, plan)
    with st.container(horizontal=True, gap="small", key=f"asked_{plan.id}"):
        for one in to_ask(short):
            label = f"**{one.many}** {one.what}" if one.many else f"None {one.what}"
            _link(one.page, f":{LOUD}[{label}]" if one.many else label, plan, one.ask)


def named(headline: Headline) -> str:
    """What the figure is; a number of a few says of how many: "Indicators … target (1 of 6)"."""
    few = headline.parts.startswith(f"{headline.figure} of ")
    return f"{headline.name} ({headline.parts})" if few else headline.name


@dataclass(frozen=True)
class ToAsk:
    """A count that a chair would ask about: of what, and where the rows behind it stand."""

    many: int
    what: str
    page: str
    ask: str = ""


def to_ask(short: InShort) -> list[ToAsk]:
    """What is late, unanswered and vanished; nothing of a plan without actions."""
    places = (
        (short.late, "late", "pages/actions.py", "late"),
        (short.unanswered, "unanswered past two months", "pages/recommendations.py", ""),
        (short.vanished, "vanished from the file", "pages/actions.py", "records"),
    )
    return [ToAsk(many, *place) for many, *place in places if many is not None]


def dates(short: InShort, today: date) -> str:
    """When it was last uploaded and when the committee meets next."""
    meeting = short.next_meeting(today)
    met = f"next meeting {day(meeting)}" if meeting else "no later meeting entered"
    return f"Last upload as at {day(short.last_upload)} · {met}"


def _link(page: str | st.Page, label: str, plan: Plan, ask: str = "") -> None:
    """The way to a page of a plan, at its latest date."""
    where = {"plan": str(plan.id)} | ({"ask": ask} if ask else {})
    st.page_link(page, label=label, query_params=where)
