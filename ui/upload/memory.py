"""What a plan remembers of how its file was read, so that the next one needs no choice."""

from dataclasses import replace

from loaders.choices import LEAVE_OUT, Choices
from loaders.outcome import Checked
from store.database.engine import open_store
from store.said.remembered import remember, remembered

FORGOTTEN = ""
"""Kept in place of a field for a heading that the plan's file no longer has."""


def recalled(plan_id: int) -> Choices:
    """What was remembered, without the headings that an accepted file had dropped."""
    known = remembered(open_store(), plan_id)
    fields = {
        table: {heading: field for heading, field in headings.items() if field != FORGOTTEN}
        for table, headings in known.fields.items()
    }
    return replace(known, fields=fields)


def keep(plan_id: int, checked: Checked, choices: Choices, by: str) -> None:
    """Remember how an accepted file was read, whether proposed or chosen."""
    remember(open_store(), plan_id, as_read(checked, choices), by)


def as_read(checked: Checked, choices: Choices) -> Choices:
    """The choices that would read this very file the same way again.

    Every heading read is named with its field, so that a column that is renamed or gone next
    time can be said; headings this file does not have any more are forgotten.
    """
    fields: dict[str, dict[str, str]] = {}
    for reading in checked.readings:
        if not reading.table:
            continue
        earlier = choices.fields.get(reading.table, {})
        own = fields.setdefault(reading.table, {h: f for h, f in earlier.items() if f == LEAVE_OUT})
        own |= {heading: field for field, heading in reading.fields.items()}
        own |= {h: FORGOTTEN for h in earlier if h not in reading.headings and h not in own}
    return replace(choices, fields=dict(choices.fields) | fields)
