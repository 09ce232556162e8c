"""What an invented tracker is made of: words by what they stand for, and ways to lay it out."""

from collections.abc import Mapping
from dataclasses import dataclass

ROLES = ("ref", "title", "owner", "due_date", "status", "raised_date", "progress", "theme")


@dataclass(frozen=True)
class Vocabulary:
    """One half of the words. The reader is worked on with one half and measured on the other.

    ``headings``: role -> the headings it goes by. ``unknown``: headings of columns that are no
    concern of a plan of actions, each with what its cells hold ("words", "number", "date").
    ``statuses``: word -> the reported status it means, "" where only an officer can say.
    ``explained``: role -> what a guidance row says of it. ``openings`` are first words of titles
    that sound like something else than an action ("Average", "Note", "Total").
    ``clutter``: names of sheets that hold no plan.
    """

    titles: tuple[str, ...]
    sheets: tuple[str, ...]
    clutter: tuple[str, ...]
    headings: Mapping[str, tuple[str, ...]]
    additions: tuple[str, ...]
    unknown: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]
    verbs: tuple[str, ...]
    openings: tuple[str, ...]
    things: tuple[str, ...]
    owners: tuple[str, ...]
    themes: tuple[str, ...]
    statuses: Mapping[str, str]
    progress: tuple[str, ...]
    explained: Mapping[str, str]
    placeholders: tuple[str, ...]
    sentinels: tuple[str, ...]
    totals: tuple[str, ...]
    notes: tuple[str, ...]
    as_at: tuple[str, ...]
    refs: tuple[str, ...]
    layouts: tuple[str, ...]
