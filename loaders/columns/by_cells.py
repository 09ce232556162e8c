"""Fields taken for what their cells hold, where no heading is called so: always asked about."""

from collections.abc import Sequence

from loaders.cells.readers import shown
from loaders.columns import rag
from loaders.columns.beside import GUESSED, Match, sure
from loaders.columns.likeness import SURE, named
from loaders.columns.profile import LABEL, Profile
from loaders.declared import Table
from loaders.sheets.page import is_text
from loaders.sheets.spelling import normal

HALF, MOSTLY = 0.5, 0.6
LEAST = 2


def whom(
    table: Table, found: dict[str, Match], headings: Sequence[str], profiles: Sequence[Profile]
) -> None:
    """Takes a column that is called like a date, and holds people, for who does it: "By".

    It is pointed out, and only where other headings leave little doubt about the table.
    """
    taken = {match.place for match in found.values()}
    people = [one for one in table.columns if one.looks == "people" and one.field not in found]
    dated = [one for one in table.columns if one.kind.dtype.startswith("datetime")]
    for column in people if sure(table, found) else []:
        for place, heading in enumerate(headings):
            profile = profiles[place]
            if place in taken or profile.people < HALF or profile.length > LABEL:
                continue
            if any(profile.alien(one) and named(table, one, heading)[0] >= SURE for one in dated):
                why = "it is called like a date, and its cells hold people"
                found[column.field] = Match(place, GUESSED, why, guessed=True)
                break


def when(table: Table, found: dict[str, Match], headings: Sequence[str]) -> None:
    """Takes a column called “Date” that stands behind who does it for the day it is due.

    That is asked, and only where the file has no other day for it.
    """
    due, later = table.moves
    owner = next(
        (found[c.field] for c in table.columns if c.looks == "people" and c.field in found), None
    )
    if not due or owner is None or due in found or later in found:
        return
    for name in table.past:
        own = found.get(name)
        if own and normal(headings[own.place]) == "date" and own.place > owner.place:
            del found[name]
            why = "it stands behind who does it, and no other column is a day that it is due"
            found[due] = Match(own.place, GUESSED, why, guessed=True)


def state(
    table: Table, found: dict[str, Match], headings: Sequence[str], profiles: Sequence[Profile]
) -> None:
    """Takes a column full of colours or of words of the status for it, whatever it is called.

    "Delivery confidence" and "Auditor's opinion" are such. Colours of severity are theirs.
    """
    if not table.colour_means or table.colour in found or table.colour_means in found:
        return
    taken = {match.place for match in found.values()}
    words = table[table.colour_means].kind
    for place, heading in enumerate(headings):
        profile = profiles[place]
        short = profile.count >= LEAST and profile.length <= LABEL and profile.words >= MOSTLY
        if place in taken or not short or rag.is_graded(heading):
            continue
        held = [value for value in profile.held if is_text(value)]
        colours = sum(map(rag.is_code, held))
        read = sum(Profile.reads(words.read, value) or rag.is_code(value) for value in held)
        lights = {shown(value)[:1].casefold() for value in held if rag.is_code(value)} & {*"rag"}
        if read < MOSTLY * profile.count or (colours == read and len(lights) < LEAST):
            continue
        field = table.colour if colours > HALF * read else table.colour_means
        if not named(table, table[field], heading, guess=True)[0]:
            continue
        found[field] = Match(place, GUESSED, "its cells say how things stand", guessed=True)
        return
