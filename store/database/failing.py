"""What may be wrong with a database, told from its own words, and the sentence for each."""

import sqlite3
from typing import Literal

from alembic.util.exc import CommandError
from sqlalchemy.exc import SQLAlchemyError as DatabaseFault

Wrong = Literal[
    "away", "locked", "read-only", "full", "damaged", "newer", "gone", "barred", "address"
]

SIGNS: tuple[tuple[Wrong, tuple[str, ...]], ...] = (
    ("locked", ("is locked", "lock timeout", "could not obtain lock", "deadlock")),
    ("read-only", ("readonly database", "read-only", "read only")),
    ("full", ("is full", "no space left", "disk full", "out of disk")),
    ("damaged", ("not a database", "malformed", "invalid page", "corrupt")),
    ("newer", ("can't locate revision",)),
    ("gone", ("no longer there",)),
    ("address", ("address of the database",)),
    ("barred", ("permission denied", "not permitted", "unable to open database file")),
)
"""What SQLite, PostgreSQL and the migrations say in each case; else the database is away."""
KEPT = "What you typed and chose is kept on this page. Nothing was lost."
SENTENCES: dict[Wrong, str] = {
    "away": f"The plans cannot be reached just now: the database does not answer. {KEPT} Try "
    "again in a minute.",
    "locked": f"Somebody else has been writing to the plans for longer than a page waits. {KEPT} "
    "Try again in a minute.",
    "read-only": f"The plans can be read, but not changed: the database is read-only. {KEPT} "
    "Whoever looks after this dashboard can make it writable again.",
    "full": f"There is no room left where the plans are kept, so nothing was stored. {KEPT} "
    "Whoever looks after this dashboard can make room; then try again.",
    "damaged": "The plans cannot be read: the file that holds them is damaged. Whoever looks after "
    "this dashboard can restore the latest backup (README, “For the council’s IT”).",
    "gone": f"The file that holds the plans was moved or deleted while it was open. {KEPT} Whoever "
    "looks after this dashboard can put it back, or the latest backup (README, “For the council’s "
    "IT”).",
    "barred": f"This dashboard may not open or write the file that holds the plans, or its folder. "
    f"{KEPT} Whoever looks after it can give it the right to, or name another place in "
    "DATABASE_URL (README, “For the council’s IT”).",
    "address": "The plans cannot be opened: DATABASE_URL names no database that this dashboard can "
    "use. Whoever looks after it can write it as README says (“For the council’s IT”).",
    "newer": "The plans were kept by a newer version of this dashboard, which this one cannot "
    "read. Whoever looks after it can start the newer version, or restore an older backup.",
}
"""What a page says; it stands alone, for somebody who looks after nothing."""


GONE = "the file of the store is no longer there"
NO_ADDRESS = "the address of the database cannot be read"
NO_FILE = "unable to open database file {}: {}"
NO_DRIVER = "the address of the database asks for “{}”, for which this dashboard has no driver"


class Unusable(DatabaseFault):
    """A store that cannot be opened as it is: no address, no file, damaged, of a newer version."""


OPENING = (sqlite3.Error, CommandError)
"""What opening raises beside ``DatabaseFault``: a driver's own errors, and the migrations'."""


def what_is_wrong(fault: Exception) -> Wrong:
    """Which of the things that go wrong a fault is."""
    words = str(getattr(fault, "orig", None) or fault).casefold()
    return next((wrong for wrong, signs in SIGNS if any(s in words for s in signs)), "away")


def what_it_said(fault: Exception) -> str:
    """A database's complaint in one line, for the person at a command line."""
    plain = SENTENCES[what_is_wrong(fault)].replace(f" {KEPT}", "")
    return f"{plain} It said: {first_line(fault)}"


def first_line(fault: Exception) -> str:
    """What a database complained of, in its own words."""
    return (str(getattr(fault, "orig", None) or fault).strip() or "no reason").splitlines()[0]
