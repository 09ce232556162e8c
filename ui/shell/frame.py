"""Opening a page: the menu, the pickers, the title and what every screen must say."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from charts.palette import coloured
from store.access.roles import Right
from store.access.visitor import NotAllowed, current, require
from store.database.engine import open_store
from store.plans import plans
from ui.door import came_for, gate
from ui.shell import screen_width
from ui.shell.opened import Opened
from ui.shell.side import picker, search_box
from ui.shell.wording import as_typed
from workstreams import WORKSTREAMS
from workstreams.base import Workstream
from workstreams.view import Audience, Plan
from workstreams.wording import listed

OPENED = "opened_by_dashboard"
MARK = Path(__file__).parent / "mark.svg"
"""The small picture of the browser's tab."""
SHEET = coloured((Path(__file__).parent / "page.css").read_text(encoding="utf-8"))
"""What Streamlit's settings cannot say of the look of a page."""
TOP = Path(__file__).parents[2]
FIRST = "pages/overview.py"
ALL_PLANS = "pages/all_plans.py"
OF_A_ROLE = (
    ("upload", "Upload", Right.UPLOAD),
    ("updates", "Updates", Right.UPDATES),
    ("committee_pack", "Committee pack", Right.SEE_MEMBERS_FIGURES),
    ("plan_settings", "Plan settings", Right.SETTINGS),
    ("people", "People", Right.PEOPLE),
)
"""Pages in the menu only of those who may use them: file, title, right."""
EXEMPT = "Exempt: not for publication"


def menu(screen: Callable[[str], None] | None = None) -> Sequence[st.Page]:
    """The pages in the order of the declarations, then those that this visitor's role opens.

    ``screen`` draws the page of a workstream, given its key, that has no file in pages/; without
    it, such workstreams are left out.

    They carry no icons: the browser would fetch each as a favicon from a server outside. They
    stand under no headings: Streamlit puts those inside the list, where a screen reader trips.
    """
    several = len(plans(open_store())) > 1
    return [
        # The first page's own address, /overview, is unknown to Streamlit where it is the default.
        st.Page(_start, title="Overview", url_path="start", default=True, visibility="hidden"),
        st.Page(ALL_PLANS, title="All plans", visibility="visible" if several else "hidden"),
        st.Page(FIRST, title="Overview"),
        *(page_of(w, screen) for w in WORKSTREAMS if screen or _file(w)),
        st.Page("pages/recommendations.py", title="Recommendations"),
        st.Page("pages/record.py", title="Record of recommendations"),
        st.Page("pages/definitions.py", title="Definitions"),
        st.Page(search_box.PAGE, title="Search", visibility="hidden"),
        # To others they are hidden, not unknown: who signs in at their address is to come there.
        *(
            st.Page(
                f"pages/{name}.py", title=title, visibility="visible" if _may(right) else "hidden"
            )
            for name, title, right in OF_A_ROLE
        ),
    ]


def _may(right: Right) -> bool:
    """Whether a page of this right is of any use: who may do what is asked of no plan alone."""
    visitor = current()
    return visitor.may(right) if right is Right.PEOPLE else visitor.may_somewhere(right)


def page_of(workstream: Workstream, screen: Callable[[str], None] | None = None) -> st.Page:
    """The page of a workstream: its file in pages/, else what ``screen`` draws, given its key.

    A link gives no screen: it leads to the page of the menu that has the same address.
    """
    source = _file(workstream) or partial(screen or _nothing, workstream.key)
    return st.Page(source, title=workstream.title, url_path=workstream.key)


def _file(workstream: Workstream) -> str:
    file = f"pages/{workstream.key}.py"
    return file if (TOP / file).is_file() else ""


def _nothing(key: str) -> None:
    """Stands in a link for the screen that the menu has."""


def _start() -> None:
    """The bare address leads to all plans, of one to its overview; or to what was asked for."""
    query = st.query_params.to_dict()
    path, asked = came_for.take() if st.user.get("is_logged_in") else ("", {})
    page = next((page for page in menu(_nothing) if path and page.url_path == path), None)
    first = ALL_PLANS if len(plans(open_store())) > 1 and not query else FIRST
    st.switch_page(page or first, query_params=query or asked)


def open_page(
    title: str,
    right: Right = Right.SEE,
    *,
    brief: bool = False,
    of_every_plan: bool = False,
    search: bool = True,
) -> Opened | None:
    """Open a page: menu, pickers, title, what is shown and its notices.

    Returns what to look at, or None where there is no plan to look at yet. Every page calls this
    first; it stops with a sentence where the visitor may not open the page for this plan. With
    ``brief`` the notices take one line each, and the page says the rest of them itself. A page
    ``of_every_plan`` is closed to whoever may do this in one plan alone; one without
    ``search`` has its own. A fresh server sends a
    bookmark such as /recruitment straight to its file in pages/ and skips dashboard.py, because
    the old router runs until a menu is registered; so it is here.
    """
    _begin(search)
    opened = picker.choose()
    _head(title, search)
    try:
        require(right, opened.plan.id if opened and not of_every_plan else None)
    except NotAllowed as why:
        if opened or right is not Right.SEE:
            st.error(as_typed(str(why)))
            st.stop()
    if opened is None:
        return None
    st.caption(as_typed(picker.says(opened, brief=brief)))
    if opened.plan.illustrative and brief:
        st.caption(f":material/info: {as_typed(_first_sentence(opened.plan))}.")
    elif opened.plan.illustrative:
        st.info(as_typed(opened.plan.illustrative), icon=":material/info:")
    if opened.audience == "members" and brief:
        st.warning(f"{EXEMPT}. These figures may identify a child.", icon=":material/lock:")
    elif opened.audience == "members":
        _exempt()
    return opened


def open_over_plans(title: str) -> tuple[Opened, ...]:
    """Open a page that looks at every plan the visitor may see, each at its latest date.

    As ``open_page``, with no plan and no date to pick. Gives the plans that have data.
    """
    _begin()
    found = picker.choose_all()
    _head(title)
    _over([(one.plan, one.audience) for one in found])
    return found


def open_over_all(title: str) -> list[tuple[Plan, Audience]]:
    """As ``open_over_plans``, and no plan is read: each with the figures that are to be shown."""
    _begin()
    found = picker.each()
    _head(title)
    _over(found, brief=True)
    return found


def _over(plans: Sequence[tuple[Plan, Audience]], *, brief: bool = False) -> None:
    """What must be said of several plans: whose figures are made up, and whose are exempt."""
    made_up = [plan for plan, _ in plans if plan.illustrative]
    if made_up and brief:
        for said in dict.fromkeys(_first_sentence(plan) for plan in made_up):
            of = listed([plan.name for plan in made_up if _first_sentence(plan) == said])
            st.caption(f":material/info: {as_typed(f'{said} ({of}).')}")
    elif made_up:
        each = (f"**{as_typed(one.name)}:** {as_typed(one.illustrative)}" for one in made_up)
        st.info("  \n".join(each), icon=":material/info:")
    if any(audience == "members" for _, audience in plans):
        _exempt()


def _first_sentence(plan: Plan) -> str:
    return plan.illustrative.partition(". ")[0].rstrip(".")


def _begin(search: bool = True) -> None:
    """The menu on a cold server, the door, and the search that every page has at its side."""
    if not st.session_state.get(OPENED):
        gate.begin()
        st.navigation(menu(), expanded=True)
        st.rerun()
    gate.require()
    if search:
        search_box.show()


def _head(title: str, search: bool = True) -> None:
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.title(title, anchor=False)
            if search:
                search_box.link()
        # Text is drawn with the page; what st.html draws comes after the charts and moves them.
        st.markdown(f"<style>{SHEET}</style>", unsafe_allow_html=True)
        screen_width.measure()


def _exempt() -> None:
    st.warning(
        "These are the members' figures. They may identify a child.",
        title=EXEMPT,
        icon=":material/lock:",
    )
