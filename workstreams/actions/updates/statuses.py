"""The words for how an action stands, as a plan itself says them, and what each means here."""

from collections.abc import Mapping, Sequence

from loaders.cells.answers import value_of
from workstreams.actions.columns import ACTIONS, STATUS
from workstreams.colour_key import MEANINGS
from workstreams.wording import sentence

FIELD = ACTIONS.colour_means
LETTERS = 2
"""A letter for a colour is no word that its owner should have to choose."""
CHOSEN = tuple(meaning for meaning in MEANINGS if meaning != "unknown")


def own_words(readings: Sequence[Mapping[str, object]]) -> dict[str, str]:
    """The words to choose from, each with the status it means, in order of the statuses.

    ``readings`` are how tables of the plan's files were read, the latest file first (see
    ``store.said.as_read.readings``). A status that no file of the plan has a word for goes by ours.
    """
    found: dict[str, dict[str, None]] = {status: {} for status in CHOSEN}
    taken: set[str] = set()
    for reading in readings:
        for status, words in _said(reading).items():
            for word in words:
                if status in found and len(word) > LETTERS and word.casefold() not in taken:
                    taken.add(word.casefold())
                    found[status][word] = None
    return {
        word: status
        for status, words in found.items()
        for word in words or {sentence(status): None}
    }


def status_of(typed: str, words: Mapping[str, str]) -> str | None:
    """The status that an owner's word means, by the plan's own words first; None where none."""
    plain = " ".join(typed.split()).casefold()
    own = {word.casefold(): status for word, status in words.items()}
    if plain in own:
        return own[plain]
    value = value_of(STATUS.read, typed)
    return value if isinstance(value, str) and value in CHOSEN else None


def _said(reading: Mapping[str, object]) -> Mapping[str, Sequence[str]]:
    of_table = reading.get("own_words") if reading.get("table") == ACTIONS.key else None
    said = of_table.get(FIELD) if isinstance(of_table, Mapping) else None
    return said if isinstance(said, Mapping) else {}
