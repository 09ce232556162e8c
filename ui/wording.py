"""How dates and officers' own words are put on the screen."""

import re
from datetime import date

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]<>#+|~$:^=])")
_NUMBERED = re.compile(r"^(\s*\d+)([.)])(\s)")


def short_day(when: date) -> str:
    """A date for a table, which never breaks over two lines: 22 Nov 2022."""
    return f"{when.day}\u00a0{when:%b}\u00a0{when:%Y}"


def as_typed(text: str) -> str:
    """Text from a workbook, so that Streamlit prints it as it stands and formats nothing."""
    escaped = _PUNCTUATION.sub(r"\\\1", text)
    return _NUMBERED.sub(r"\1\\\2\3", escaped)
