"""The pickers in the side bar: which plan, as at which date, compared with which."""

from itertools import chain
from typing import NoReturn, cast

import streamlit as st

from store.access.roles import Right
from store.access.visitor import current
from store.database.engine import open_store
from store.plans import plans as plans_of
from ui.door import seen
from ui.shell import look, state
from ui.shell.moments import Moment, chosen, earlier
from ui.shell.opened import Opened, latest, opened_at
from workstreams.across.compared import dates
from workstreams.view import Audience, Plan
from workstreams.wording import day

AUDIENCES = {"public": "Public", "members": "Members"}
OF_ONE_PLAN = ("as_at", "since")
"""Choices that mean nothing of another plan: it has its own dates."""


def choose() -> Opened | None:
    """What the address and the side bar say to look at; None where there is no plan yet."""
    plans = plans_of(open_store())
    if not plans:
        return None
    asked = state.asked_for("plan")
    if asked and asked not in {str(plan.id) for plan in plans}:
        _no_such_plan(plans)
    with st.sidebar:
        plan = _plan(plans)
        version = look.plan_version(plan.id)
        moments = look.choices(plan.id, version)
        if not moments:
            st.caption("This plan has no data yet.")
            return Opened(plan, version, None, None, "public")
        moment = _as_at(moments)
        since = _since(earlier(moments, moment.as_at))
        audience = _audience(current().may(Right.SEE_MEMBERS_FIGURES, plan.id))
    seen.on_a_page(plan.id, version)
    return opened_at(moment, plan, version, audience, since.as_at if since else None)


def choose_all() -> tuple[Opened, ...]:
    """Every plan that this visitor may see and that has data, each at its latest date.

    The side bar chooses between the public figures and the members'; of a plan whose members'
    figures are not this visitor's, the public ones are looked at.
    """
    every = (latest(plan, look.plan_version(plan.id), audience) for plan, audience in each())
    found = tuple(chain.from_iterable(every))
    for opened in found:
        seen.on_a_page(opened.plan.id, opened.version)
    return found


def each() -> list[tuple[Plan, Audience]]:
    """Every plan that this visitor may see, with data or without, and the figures to be shown.

    As ``choose_all`` says of them.
    """
    with st.sidebar:
        audience = _audience(current().may_somewhere(Right.SEE_MEMBERS_FIGURES))
    return all_at(audience)


def all_at(audience: Audience) -> list[tuple[Plan, Audience]]:
    """Every plan that this visitor may see, with these figures where they are the visitor's."""
    visitor = current()
    return [
        (plan, audience if visitor.may(Right.SEE_MEMBERS_FIGURES, plan.id) else "public")
        for plan in plans_of(open_store())
    ]


def _plan(plans: list[Plan]) -> Plan:
    by_id = {str(plan.id): plan for plan in plans}
    names = {plan_id: plan.name for plan_id, plan in by_id.items()}
    if st.query_params.get("plan") in {*names} - {state.kept("plan")}:
        # A link from a page over all plans: the dates that were looked at are another plan's.
        for name in set(OF_ONE_PLAN) - {*st.query_params}:
            state.keep(name, "")
    return by_id[_pick("plan", "Plan", names, next(iter(names)))]


def _no_such_plan(plans: list[Plan]) -> NoReturn:
    """Shows no plan in the place of one that is not there, or that this visitor may not see."""
    st.title("There is no such plan", anchor=False)
    st.warning(
        "The plan that was asked for is not here, or is not open to you. No other is shown in its "
        "place: choose one at the side, or ask whoever gave you the link."
    )
    names = {str(plan.id): plan.name for plan in plans}
    st.session_state["plan_picker"] = None
    st.sidebar.selectbox(
        "Plan",
        list(names),
        placeholder="Choose a plan",
        format_func=lambda option: names.get(option, option),
        key="plan_picker",
        on_change=_picked,
        args=("plan",),
    )
    st.stop()


def _as_at(moments: tuple[Moment, ...]) -> Moment:
    labels = {moment.on.isoformat(): moment.label for moment in moments}
    asked = state.asked_for("as_at")
    if asked and asked not in labels:
        st.warning("The link asks for a date with no data. The latest is shown.")
    picked = _pick("as_at", "As at", labels, next(iter(labels)))
    return chosen(moments, picked) or moments[0]


def _since(moments: tuple[Moment, ...]) -> Moment | None:
    if not moments:
        state.keep("since", "")
        return None
    labels = {"": "Last meeting"} | {m.on.isoformat(): m.label for m in moments}
    if state.asked_for("since") not in labels:
        st.warning("The link compares with a date with no data. The last meeting is used.")
    return chosen(moments, _pick("since", "Compared with", labels, ""))


def _audience(may_see_members: bool) -> Audience:
    """Never in the address: a link that is passed on opens what its reader may see.

    Somebody who is signed in as a member opens on the members' figures; at this machine nobody
    says who is looking, so the public figures come first.
    """
    if not may_see_members:
        st.caption("Public figures")
        return "public"
    # Not the control's own default: the pack's page moves it too.
    first = "members" if current().name else "public"
    st.session_state.setdefault("audience", first)
    picked = st.segmented_control(
        "Figures for",
        list(AUDIENCES),
        format_func=AUDIENCES.__getitem__,
        required=True,
        key="audience",
        persist_state="session",
        help="The public figures hide counts of 1 to 5 children. The members' figures show them "
        "and are exempt: not for publication.",
    )
    return cast(Audience, picked or first)


def _pick(name: str, label: str, labels: dict[str, str], default: str) -> str:
    """A list to choose one of, kept in the address under its name."""
    asked = state.asked_for(name)
    value = asked if asked in labels else default
    key = f"{name}_picker"
    st.session_state[key] = value
    st.selectbox(
        label,
        list(labels),
        format_func=lambda option: labels.get(option, option),
        key=key,
        on_change=_picked,
        args=(name,),
        filter_mode="contains" if len(labels) > 8 else None,
    )
    state.keep(name, value)
    return value


def _picked(name: str) -> None:
    state.keep(name, st.session_state[f"{name}_picker"])
    if name == "plan":
        for of_it in OF_ONE_PLAN:
            state.keep(of_it, "")
    if name == "as_at":
        state.keep("since", "")


def says(opened: Opened, *, brief: bool = False) -> str:
    """One line that says what is on the screen: plan, committee, date, compared with.

    The ``brief`` line leaves the committee out: it reads its own page.
    """
    parts = [opened.plan.name, "" if brief else opened.plan.committee]
    if opened.as_at:
        parts.append(f"as at {day(opened.as_at)}")
        since = opened.of(dates).since
        if since:
            parts.append(f"compared with {day(since)}")
    return " · ".join(part for part in parts if part)
