"""Text that no form of a pack, and no database, takes: taken out once, where text comes in."""

import re
from typing import Any

_LINES = re.compile("[\x0b\x0c\x1c-\x1e]")
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
"""What XML 1.0 does not take (Word writes it at the end of a table's cell and for a line break),
and marks that turn the words after them round, so that they are read as others."""


def unfit(text: str) -> bool:
    """Whether a text holds such characters."""
    return not text.isprintable() and _UNFIT.search(text) is not None


def fit(text: str) -> str:
    """The text without them; those that stand for a new line are one."""
    return _UNFIT.sub("", _LINES.sub("\n", text)) if unfit(text) else text


def fit_all(value: Any) -> Any:
    """A value of texts, lists and mappings, as JSON has them, with every text made fit."""
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, dict):
        return {fit_all(key): fit_all(one) for key, one in value.items()}
    return [fit_all(one) for one in value] if isinstance(value, list | tuple) else value
