"""What a plan remembers of how its file was read, so that the next one needs no choice."""

from dataclasses import replace

from loaders.choices import Choices
from loaders.outcome import Checked
from store.database.engine import open_store
from store.said.remembered import remember
from workstreams.view import Snapshot


def keep(plan_id: int, snapshot: Snapshot, checked: Checked, choices: Choices, by: str) -> None:
    """Remember what an officer decided about an accepted file, and how it was read.

    It is remembered for as long as the upload that it became stands.
    """
    said = decided(checked, choices)
    remember(open_store(), plan_id, said, by, snapshot.source.id, snapshot.id)


def decided(checked: Checked, choices: Choices) -> Choices:
    """The officer's choices, with the guesses that were accepted; and how the file was read.

    A heading that was only read is not remembered as chosen: it would stand in the way of the
    next file's own.
    """
    fields = {table: dict(headings) for table, headings in choices.fields.items()}
    read: dict[str, dict[str, str]] = {}
    for reading in checked.readings:
        if not reading.table:
            continue
        own = {heading: field for field, heading in reading.fields.items()}
        read.setdefault(reading.table, {}).update(own)
        guessed = {heading: field for heading, field in own.items() if field in reading.guessed}
        if guessed:
            fields.setdefault(reading.table, {}).update(guessed)
    return replace(choices, fields=fields, read_before=read)
