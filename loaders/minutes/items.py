"""What is found in minutes: the meeting, and each thing to be done or decided there."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["action", "recommendation", "resolution", "note"]


@dataclass(frozen=True)
class Item:
    """One item, in the minutes' own words.

    ``label`` is its letter, number or tag as printed, ``owner`` and ``due`` the words that name who
    is to do it and by when; each is "" where the text says none. ``due_date`` is there only where
    those words give a day. ``line`` counts from 1; ``source`` is what stands there, whole.
    ``marked`` is False for a sentence of the discussion, which a list may say again.
    """

    kind: Kind
    text: str
    label: str
    owner: str
    due: str
    due_date: date | None
    line: int
    source: str
    marked: bool = True


@dataclass(frozen=True)
class Minutes:
    """What was read of one meeting. ``committee`` is "" where the text does not say it."""

    meeting_date: date | None
    committee: str
    items: tuple[Item, ...]
