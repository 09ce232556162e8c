"""The page of the search: what is looked for, where, and what was found, each the way to it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import streamlit as st

from measures.finding.index import Finding, Hit, Index, around, find
from ui.door import seen
from ui.search.gathered import Wanted, defined, of_each, of_one
from ui.shell import look, state
from ui.shell.frame import open_page, page_of
from ui.shell.side import picker, search_box
from ui.shell.wording import as_typed
from workstreams import workstream_of
from workstreams.across.to_find import KINDS
from workstreams.wording import day, listed

PAGE = 10
"""Finds on the screen at once."""
MANY = 5
"""Plans from which on it is said how far the reading has come."""
EVERY = "All"
HERE, EVERYWHERE = "This plan", "Every plan"
OTHERS = ("recommendations", "definitions")
"""The pages that things stand on and that are no workstream's."""


def show() -> None:
    """The whole page."""
    opened = open_page("Search", brief=True, search=False)
    words = _words()
    plans = picker.all_at(opened.audience) if opened else []
    everywhere = len(plans) > 1 and _where() == EVERYWHERE
    if not words.strip():
        st.caption(
            "One or more words, in any order: all of them are in what is found. Other endings "
            "count, and a slip of the keyboard is put right where nothing has the word as typed."
        )
        return
    among: list[Index] = [defined(opened)]
    if everywhere:
        among += _each(plans)
    elif opened and opened.as_at:
        among.append(of_one(opened))
    _found(find(words, among), [None, *plans] if everywhere else [None, None])
    if everywhere:
        st.caption(
            "Every plan as at its latest upload, with the latest update of each action. Earlier "
            "updates are found in the plan itself."
        )


def _words() -> str:
    """The box, with what was typed at the side of another page in it."""
    st.session_state.setdefault("search_here", search_box.words())
    typed = st.text_input(
        "Search actions, updates, recommendations, notes and definitions",
        key="search_here",
        type="search",
        live=True,
    )
    search_box.keep(typed or "")
    return typed or ""


def _where() -> str:
    return (
        st.segmented_control(
            "Search in", [HERE, EVERYWHERE], default=HERE, required=True, key="search_where"
        )
        or HERE
    )


def _each(plans: Sequence[Wanted]) -> list[Index]:
    """Every plan; where there are many, it is told how far that has come."""
    bar = st.empty()

    def along(done: int, of: int) -> None:
        if of >= MANY and done % MANY == 0:
            bar.progress(done / of, f"Looked through {done} of {of} plans")

    found = of_each(plans, along)
    bar.empty()
    return found


def _found(finding: Finding, places: Sequence[Wanted | None]) -> None:
    """How much was found, of which kind, and a page of it."""
    for typed, meant in finding.instead.items():
        if meant:
            st.markdown(
                f"Nothing says “{as_typed(typed)}”: what says "
                f"{as_typed(listed([f'“{one}”' for one in meant]))} is shown."
            )
    if not finding.hits:
        st.info("Nothing holds all of these words. Take one away, or try another.")
        return
    many = Counter(hit.entry.kind for hit in finding.hits)
    kinds = [kind for kind in KINDS if many[kind]]
    labels = {EVERY: f"All {len(finding.hits):,}"}
    labels |= {kind: f"{KINDS[kind]} {many[kind]:,}" for kind in kinds}
    kind = EVERY
    if len(kinds) > 1:
        kind = st.pills(
            "Show",
            [EVERY, *kinds],
            format_func=lambda one: labels.get(one, one),
            default=EVERY,
            required=True,
            key="search_kind",
            label_visibility="collapsed",
        ) or EVERY  # fmt: skip
    ranked = sorted(finding.hits, key=lambda hit: (-hit.fits, [*KINDS].index(hit.entry.kind)))
    hits = [hit for hit in ranked if kind in (EVERY, hit.entry.kind)] or ranked
    pages = -(-len(hits) // PAGE)
    slot = st.container(gap="small", key="search_found")
    first = (st.pagination(pages, key=f"search_page_{len(hits)}") - 1) * PAGE if pages > 1 else 0
    with slot:
        some = f"{len(hits):,} found"
        last = min(first + PAGE, len(hits))
        st.caption(f"{first + 1} to {last} of {len(hits):,} found" if pages > 1 else f"{some}:")
        for hit in hits[first : first + PAGE]:
            _one(hit, places[hit.place])


def _one(hit: Hit, place: Wanted | None) -> None:
    """One find: the way to it, what kind it is and of which day, and the words around the hit."""
    entry = hit.entry
    about = [entry.kind]
    if entry.when:
        about.append(day(date.fromisoformat(entry.when)))
    if place:
        about.append(place[0].name)
        seen.on_a_page(place[0].id, look.plan_version(place[0].id))
    with st.container(gap=None):
        _way(hit, place)
        st.caption(as_typed(" · ".join(about)))
        pieces = around(entry.text, hit.by)
        st.markdown("".join(f"**{as_typed(one)}**" if by else as_typed(one) for one, by in pieces))


def _way(hit: Hit, place: Wanted | None) -> None:
    """The link to where it stands."""
    entry = hit.entry
    where = {"plan": str(place[0].id)} if place else state.address()
    asked = {"ask": entry.section, "record": str(entry.record or "")}
    page = f"pages/{entry.page}.py" if entry.page in OTHERS else page_of(workstream_of(entry.page))
    st.page_link(
        page,
        label=f"**{as_typed(entry.name)}**",
        query_params=where | {name: value for name, value in asked.items() if value},
    )
