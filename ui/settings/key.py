"""The plan's colour key: what each colour or letter of its files means."""

from typing import Any

import streamlit as st

from loaders.choices import Choices
from store.database.engine import open_store
from store.plan_sheets import KEY
from store.said.remembered import remember
from store.said.settings import change_setting, settings
from ui.pieces import tables
from ui.shell import officer
from workstreams.colour_key import IN_WORDS, MEANINGS, READ_AS
from workstreams.colour_names import named
from workstreams.view import Plan
from workstreams.wording import sentence

PLACE = "settings_key"


def key_of(kept: dict[str, Any]) -> list[dict[str, str]]:
    """The key as it stands: that of the plan's own sheet, and what officers said at an upload."""
    key = [dict(line) for line in kept.get(KEY, [])]
    known = {line["found"] for line in key}
    answered = kept.get(READ_AS, {})
    for line in key:
        line["status"] = answered.get(line["found"], line["status"])
    return key + [
        {"found": found, "means": "", "status": status}
        for found, status in answered.items()
        if found not in known
    ]


def section(plan: Plan, by: str) -> None:
    """The key that stands, and a form to say what one colour or letter means."""
    kept = settings(open_store(), plan.id)
    key = key_of(kept)
    st.header("Colour key", anchor=False)
    st.caption(
        "What a colour or letter in your files means. It is used when the next file is read; what "
        "was accepted already stays as it was read."
    )
    officer.told(PLACE)
    if key:
        tables.rows([_line(one) for one in key], "The plan's colour key")
    with st.form(officer.key(PLACE, "form")):
        found = st.text_input(
            "Colour or letter, as the file has it",
            max_chars=40,
            placeholder="G",
            key=officer.key(PLACE, "found"),
        )
        means = st.text_input(
            "What it means, in the plan's own words",
            max_chars=200,
            placeholder="On target",
            key=officer.key(PLACE, "means"),
        )
        status = st.selectbox(
            "Read as",
            MEANINGS,
            index=None,
            format_func=lambda word: IN_WORDS.get(word, sentence(word)),
            placeholder="Choose a status",
            key=officer.key(PLACE, "status"),
        )
        pressed = st.form_submit_button("Keep this meaning", type="primary")
    if not pressed:
        return
    letter = (found or "").strip()
    if not letter or status is None:
        st.error("Enter the colour or letter, and choose the status it is read as.")
        return
    line = {"found": letter, "means": (means or "").strip(), "status": status}
    changed = [*(one for one in key if one["found"].casefold() != letter.casefold()), line]

    def keep() -> None:
        change_setting(open_store(), plan.id, KEY, changed, by)
        remember(open_store(), plan.id, Choices(colours={letter: status}), by)

    officer.save(PLACE, by, keep, f"“{letter}” is read as “{status}” from the next file on.")


def _line(one: dict[str, str]) -> dict[str, str]:
    return {
        "In the files": sentence(named(one["found"])),
        "Means": one["means"] or "–",
        "Read as": IN_WORDS.get(one["status"], sentence(one["status"])) or "–",
    }
