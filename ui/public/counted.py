"""What each indicator counts: small counts of children are left out of public copies."""

from collections.abc import Iterable, Sequence

import streamlit as st

from measures.indicators import Counted, Series
from measures.small_numbers.guarded import counted_in
from store.database.engine import open_store
from store.said.settings import change_setting, settings
from ui.shell import officer
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.indicators.columns import INDICATORS
from workstreams.indicators.series import COUNTS, counts, named, tracked
from workstreams.view import Plan
from workstreams.wording import counted, listed

PLACE = "settings_counted"
WORDS: dict[Counted, str] = {
    "children": "Children or families",
    "staff": "Staff",
    "things": "Neither",
}
HEADING = INDICATORS["counts"].heading
WHY = (
    "An indicator that counts children or families, or does not say what it counts, is guarded in "
    "public: small counts, and shares made from them, are left out."
)


def unknown(plan: Plan, found: Iterable[Series]) -> list[str]:
    """The indicators of which neither the file, an officer nor the name says what they count."""
    kept = settings(open_store(), plan.id)
    return [series.name for series in found if counts(kept, series) is None]


def section(opened: Opened, by: str) -> None:
    """What each indicator of the plan counts, and a form to say it."""
    found = [one.series for one in opened.of(tracked)] if opened.as_at else []
    st.header("What the indicators count", anchor=False)
    officer.told(PLACE)
    if not found:
        st.caption("The plan has no indicators yet.")
        return
    st.caption(WHY)
    told = [series for series in found if series.counts]
    if told:
        what = listed([f"{as_typed(s.name)}: {WORDS[s.counts].lower()}" for s in told if s.counts])
        st.caption(f"The file itself says it, in its column “{HEADING}”, of {what}.")
    if asked := [series.name for series in found if not series.counts]:
        form(opened.plan, asked, by, PLACE)


def form(plan: Plan, names: Sequence[str], by: str, place: str) -> None:
    """One list an indicator, with what stands; those that nobody knows first."""
    said = settings(open_store(), plan.id).get(COUNTS, {})
    stands = {name: said.get(named(name)) or counted_in(name) for name in names}
    choices: list[Counted] = list(WORDS)
    with st.form(officer.key(place, "form")):
        chosen = {
            name: st.selectbox(
                as_typed(name),
                choices,
                index=None if kind is None else choices.index(kind),
                format_func=WORDS.__getitem__,
                placeholder="Not said: guarded like children",
                key=officer.key(place, f"counts_{named(name)}"),
            )
            for name, kind in sorted(stands.items(), key=lambda one: one[1] is not None)
        }
        pressed = st.form_submit_button("Keep what they count", type="primary")
    if not pressed:
        return
    # What the name says anyway is not kept as said, so that a later reading of names may better it.
    new = {
        named(name): kind
        for name, kind in chosen.items()
        if kind is not None and (kind != counted_in(name) or named(name) in said)
    }
    if said | new == said:
        st.error("Choose what an indicator counts first.")
        return
    officer.save(
        place,
        by,
        lambda: change_setting(open_store(), plan.id, COUNTS, said | new, by),
        f"What {counted(len(new), 'indicator')} {'count' if len(new) > 1 else 'counts'} is kept.",
    )
