"""Names as people type them: of plans, their files, committees and measures."""

from collections.abc import Callable, Iterable
from typing import TypeVar
from unicodedata import normalize

NO_COMMITTEE = "No committee named"
SIGNS = str.maketrans(
    dict.fromkeys("‘’ʼ`´", "'") | dict.fromkeys("“”„", '"') | dict.fromkeys("‐‑–—", "-")
)
"""Signs that word processors put in the place of those that a keyboard has."""
Thing = TypeVar("Thing")


def names_in(text: str) -> tuple[str, ...]:
    """Names written one after another, with semicolons between: "Ref; Action no"."""
    return tuple(" ".join(name.split()) for name in text.split(";"))


def folded(name: str) -> str:
    """A name as it is compared: whatever its case, blanks, quotation marks, dashes and accents.

    Worked out here and not by a database: SQLite knows the case of English letters alone.
    """
    return normalize("NFC", " ".join(normalize("NFD", name.translate(SIGNS)).split()).casefold())


def grouped(found: Iterable[Thing], by: Callable[[Thing], str]) -> list[tuple[str, list[Thing]]]:
    """Things under the name they share (see ``folded``), in the order in which each comes.

    The name is as it is first written.
    """
    names: dict[str, str] = {}
    held: dict[str, list[Thing]] = {}
    for one in found:
        key = folded(by(one))
        names.setdefault(key, by(one))
        held.setdefault(key, []).append(one)
    return [(names[key], some) for key, some in held.items()]


def committee_named(committee: str) -> str:
    """What a committee is called on pages and in documents; ``NO_COMMITTEE`` where it is blank."""
    return " ".join(committee.split()) or NO_COMMITTEE


def committee_rank(committee: str) -> tuple[bool, str]:
    """Where a committee (as it is called) stands: by the alphabet, and ``NO_COMMITTEE`` last."""
    return committee == NO_COMMITTEE, folded(committee)
