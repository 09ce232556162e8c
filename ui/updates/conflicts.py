"""Where owners say different things of one action: an officer chooses, and nobody guesses."""

from datetime import date

import streamlit as st

from loaders.returned.form import ANSWERS
from ui.shell.wording import as_typed
from workstreams.actions.updates.collected import LEFT, Cell, Collected, Conflict
from workstreams.wording import counted, day, sentence

UNDECIDED = "Leave it as the plan has it"


def section(found: Collected) -> dict[Cell, str]:
    """The choices made so far, by cell; those left as the plan has them are among them."""
    if not found.conflicts:
        return {}
    number, one = sentence(counted(len(found.conflicts), "cell")), len(found.conflicts) == 1
    st.subheader("Different things said of one action", anchor=False)
    st.markdown(
        f"{number} of the draft {'stays' if one else 'stay'} as the plan has "
        f"{'it' if one else 'them'} unless you choose."
    )
    return {one.cell: _choice(one) for one in found.conflicts}


def _choice(conflict: Conflict) -> str:
    action, answer = conflict.cell
    heading = next(words for name, words in ANSWERS.items() if name == answer)
    owners: dict[str, list[str]] = {value: [] for value in conflict.values}
    for one in conflict.said:
        owners[one.value].append(f"{one.owner} ({one.file})")
    values = [LEFT, *conflict.values]
    picked = st.radio(
        as_typed(f"{conflict.named}: {heading.lower()}"),
        values,
        format_func=lambda value: as_typed(_shown(value, answer)) if value else UNDECIDED,
        captions=["", *(as_typed(", ".join(owners[value])) for value in conflict.values)],
        key=f"conflict_{action}_{answer}",
    )
    return picked or LEFT


def _shown(value: str, answer: str) -> str:
    if answer == "new_date":
        return day(date.fromisoformat(value))
    return value
