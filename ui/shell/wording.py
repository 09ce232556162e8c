"""How officers' own words are put on the screen."""

import re

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]<>#+|~$:^=])")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the words after them round, so that a sentence of ours could be read wrongly."""
_ICON = re.compile(r":(?=material/|streamlit:)")
"""Streamlit draws these from text that was escaped, too: only a mark between its letters helps."""
JOINED = "\u2060"
"""A mark that is not seen, and at which no line breaks."""
_NUMBERED = re.compile(r"^(\s*\d+)([.)])(\s)", re.MULTILINE)
_DASHED = re.compile(r"^(\s*)(-)(?=[-\s]|$)", re.MULTILINE)
"""A dash that begins a line makes a list of it, or a heading of the line above."""
_SET_IN = re.compile(r"^(?: {4}|\t)\s*")

_ANYTHING = re.compile(r"[-\\`*_{}\[\]<>#+|~$:^=\t\u202a-\u202e\u2066-\u2069]|\d[.)]| {4}")
"""Without any of these there is nothing to do, which most cells of a table are told by."""


def as_typed(text: str) -> str:
    """Text from a workbook, so that Streamlit prints it as it stands and formats nothing."""
    if not _ANYTHING.search(text):
        return text
    plain = _ICON.sub(f":{JOINED}", _TURNS.sub("", text))
    escaped = _PUNCTUATION.sub(r"\\\1", plain)
    return _SET_IN.sub("", _DASHED.sub(r"\1\\\2", _NUMBERED.sub(r"\1\\\2\3", escaped)))
