"""The page on which administrators say who may do what."""

import streamlit as st

from store import people
from store.access.roles import Right, Role
from store.database.engine import open_store
from store.people import Person
from store.plans import plans
from ui.door.visitor import configured
from ui.pieces import tables
from ui.shell import officer
from ui.shell.frame import open_page
from workstreams.wording import counted, sentence, short_day

PLACE, BACK = "people", "people_back"
EVERY = "Every plan"
MAY = {
    Role.READER: "sees the public figures",
    Role.MEMBER: "sees the members’ figures and takes copies of packs",
    Role.OFFICER: "uploads, records, keeps settings and makes packs",
    Role.ADMINISTRATOR: "does all of that, looks after plans and people, withdraws uploads",
}


def show() -> None:
    """The whole page."""
    open_page("People", Right.PEOPLE, of_every_plan=True)
    how = configured()
    if how.mode != "sign-in":
        st.info(
            f"Nobody signs in here: the dashboard runs as “{how.mode}”. What is kept below counts "
            "once people sign in."
        )
    st.markdown("\n".join(f"- **{sentence(role)}** {may}." for role, may in MAY.items()))
    st.caption(
        "Groups of your sign-in and the first administrators stand in the server’s configuration. "
        "A role given here comes on top of those; one taken away is gone at the next click."
    )
    held = people.people(open_store())
    names = {plan.id: plan.name for plan in plans(open_store())}
    _held(held, names)
    _give(names)
    if held:
        _take_away(held, names)


def _held(held: tuple[Person, ...], names: dict[int, str]) -> None:
    st.header("Who holds a role", anchor=False)
    if not held:
        st.write("Nobody yet.")
        return
    lines = [
        {
            "Address": one.address,
            "Role": sentence(one.role),
            "Plan": EVERY if one.plan_id is None else names.get(one.plan_id, "–"),
            "Given by": one.by,
            "Given on": short_day(one.at),
        }
        for one in held
    ]
    tables.rows(lines, f"{counted(len(held), 'role')} and who holds each")


def _give(names: dict[int, str]) -> None:
    st.header("Give a role", anchor=False)
    officer.told(PLACE)
    with st.form(officer.key(PLACE, "form")):
        address = st.text_input("E-mail address", key=officer.key(PLACE, "address"))
        role = st.selectbox(
            "Role", list(Role), format_func=sentence, key=officer.key(PLACE, "role")
        )
        plan = st.selectbox(
            "Plan",
            [None, *names],
            format_func=lambda key: names.get(key, EVERY) if key else EVERY,
            key=officer.key(PLACE, "plan"),
        )
        by = officer.who(PLACE)
        if st.form_submit_button("Give this role", type="primary"):
            officer.save(
                PLACE,
                by,
                lambda: people.give(open_store(), address or "", role or Role.READER, plan, by),
                f"{address} is {role} now.",
            )


def _take_away(held: tuple[Person, ...], names: dict[int, str]) -> None:
    st.header("Take a role away", anchor=False)
    officer.told(BACK)
    lines = {
        one.id: f"{one.address}: {one.role}, {names.get(one.plan_id or 0, EVERY)}" for one in held
    }
    with st.form(officer.key(BACK, "form")):
        chosen = st.selectbox(
            "Role",
            list(lines),
            format_func=lambda key: lines.get(int(str(key)), ""),
            key=officer.key(BACK, "one"),
        )
        by = officer.who(BACK)
        if st.form_submit_button("Take it away") and chosen is not None:
            officer.save(
                BACK,
                by,
                lambda: people.take_away(open_store(), int(chosen), by),
                "Taken away. It is gone at their next click.",
            )
