"""What must be answered before one of several files can be accepted with the others."""

from datetime import date

from loaders.choices import LATEST, Choices
from loaders.outcome import Checked
from ui.upload import colours, out_of_sight
from workstreams import TABLES
from workstreams.wording import are, counted, mean


def needs(checked: Checked, choices: Choices, as_at: date | None) -> tuple[str, ...]:
    """Each a sentence; none where the file is ready. ``as_at`` is its date, if known."""
    if not any(len(frame) for frame in checked.frames.values()):
        return (f"No row of it could be read. {_why_nothing(checked)}",)
    found = []
    if as_at is None:
        found.append("Say on which day it was true.")
    if checked.copies and choices.copies != LATEST:
        found.append(f"It holds one list at {len(checked.copies)} dates: look at each.")
    if any(unseen := out_of_sight.asked(checked, choices)):
        found.append(f"Say what becomes of {counted(sum(unseen), 'row')} out of sight.")
    words = colours.unanswered(checked, choices)
    if words:
        found.append(
            f"Say what {counted(words, 'colour or word', 'colours and words')} {mean(words)}."
        )
    if stopped := sum(len(reading.stopped) for reading in checked.readings):
        found.append(f"{counted(stopped, 'row')} cannot be taken as {_it_is(stopped)} written.")
    warnings = {p for p in checked.problems if p.level == "warning" and p.reasoned}
    if warnings and not words:  # what a word means is a warning until it is said
        found.append(f"Say why {counted(len(warnings), 'warning')} {are(len(warnings))} accepted.")
    return tuple(found)


def _why_nothing(checked: Checked) -> str:
    """What keeps a file's rows out first of all: an error, or a table or sheet not known."""
    told = [p for p in checked.problems if p.level == "error"] or checked.problems
    if told:
        where = ", ".join(part for part in (told[0].sheet, told[0].cell) if part)
        return f"{where}: {told[0].advice}" if where else told[0].advice
    if checked.readings:
        return f"{checked.readings[0].sheet}: there is nothing under its headings."
    if checked.left_out:
        return f"{checked.left_out[0].sheet}: {checked.left_out[0].why}."
    return "There is nothing in it."


def brings(checked: Checked) -> str:
    """What a file holds, in a few words: "14 actions, 3 meetings"."""
    rows = {key: len(frame) for key, frame in checked.frames.items() if len(frame)}
    parts = [f"{table.sheet}: {rows[table.key]:,}" for table in TABLES if table.key in rows]
    return "; ".join(parts) or "Nothing that could be read"


def _it_is(number: int) -> str:
    return "it is" if number == 1 else "they are"
