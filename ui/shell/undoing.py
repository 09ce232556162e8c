"""Taking back what an officer recorded: it is ended, not deleted, for packs still say it."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from store.database.engine import open_store
from store.said.judgements import end_judgement
from ui.shell import officer

LOGGED = "It stays in the log of the plan."


def fields(
    plan_id: int,
    lines: Mapping[int, str],
    place: str,
    field: str,
    label: str,
    button: str,
    said: str,
    *,
    told_at: str = "",
    kind: Literal["primary", "secondary"] = "secondary",
) -> None:
    """Inside an open form: choose one of the judgements by their ids, and end it under a name.

    ``place`` and ``field`` make the keys of the widgets; ``said`` is told where ``told_at`` says,
    else at the place itself.
    """
    chosen = st.selectbox(
        label,
        list(lines),
        format_func=lambda key: lines.get(int(str(key)), ""),
        key=officer.key(place, field),
    )
    by = officer.who(place)
    if st.form_submit_button(button, type=kind) and chosen is not None:
        officer.save(
            told_at or place,
            by,
            lambda: end_judgement(open_store(), plan_id, chosen, by),
            f"{said} {LOGGED}",
        )
