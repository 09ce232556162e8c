"""What owners were asked for before a meeting."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class AskedSheet:
    """What one owner was asked about: each action by its name, reference and words."""

    owner: str
    actions: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Asked:
    """One asking. ``id``, ``by`` and ``at`` are the store's; ``stands`` unless asked anew since."""

    meeting: date
    as_at: date
    reply_by: date | None
    sheets: tuple[AskedSheet, ...]
    id: int = 0
    by: str = ""
    at: datetime | None = None
    stands: bool = True
