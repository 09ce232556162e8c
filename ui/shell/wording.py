"""How officers' own words are put on the screen."""

import re

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]<>#+|~$:^=])")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the words after them round, so that a sentence of ours could be read wrongly."""
_NUMBERED = re.compile(r"^(\s*\d+)([.)])(\s)")


def as_typed(text: str) -> str:
    """Text from a workbook, so that Streamlit prints it as it stands and formats nothing."""
    escaped = _PUNCTUATION.sub(r"\\\1", _TURNS.sub("", text))
    return _NUMBERED.sub(r"\1\\\2\3", escaped)
