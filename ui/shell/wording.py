"""How officers' own words are put on the screen."""

import re

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]<>#+|~$:^=])")
_NUMBERED = re.compile(r"^(\s*\d+)([.)])(\s)")


def as_typed(text: str) -> str:
    """Text from a workbook, so that Streamlit prints it as it stands and formats nothing."""
    escaped = _PUNCTUATION.sub(r"\\\1", text)
    return _NUMBERED.sub(r"\1\\\2\3", escaped)
