"""A name in the letters that every system takes in a file's name."""

import re
from unicodedata import normalize

MOST_LETTERS = 44
"""Letters of a name in a file's: all parts stay under 150."""


def slug(text: str) -> str:
    """A name as every system takes it, cut after a whole word where it is long."""
    apart = re.sub(r"[^a-z0-9]+", "-", _plain(text)).strip("-")
    if len(apart) <= MOST_LETTERS:
        return apart
    return apart[: MOST_LETTERS + 1].rpartition("-")[0] or apart[:MOST_LETTERS]


def _plain(text: str) -> str:
    """Lower case without accents and apostrophes: "childrens", "cafe"."""
    bare = text.lower().replace("'", "").replace("’", "")
    return normalize("NFKD", bare).encode("ascii", "ignore").decode()
