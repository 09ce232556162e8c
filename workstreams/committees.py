"""Committees as people type them: one however it is capitalised and spaced, and none last."""

from collections.abc import Callable, Iterable
from typing import TypeVar

NO_COMMITTEE = "No committee named"
Thing = TypeVar("Thing")


def named(committee: str) -> str:
    """What a committee is called on pages and in documents; ``NO_COMMITTEE`` where it is blank."""
    return " ".join(committee.split()) or NO_COMMITTEE


def rank(committee: str) -> tuple[bool, str]:
    """Where a committee (as ``named``) stands among others: by the alphabet, none of them last."""
    return committee == NO_COMMITTEE, committee.casefold()


def grouped(found: Iterable[Thing], by: Callable[[Thing], str]) -> list[tuple[str, list[Thing]]]:
    """Things under the name they share, however capitalised, in the order in which each comes.

    The name is as it is first written.
    """
    names: dict[str, str] = {}
    held: dict[str, list[Thing]] = {}
    for one in found:
        key = by(one).casefold()
        names.setdefault(key, by(one))
        held.setdefault(key, []).append(one)
    return [(names[key], some) for key, some in held.items()]
