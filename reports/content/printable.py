"""A text as documents can set it."""

KEPT = frozenset("\n\u00a0\u202f")
"""Line ends, and the spaces at which a date or a number never breaks."""


def printable(text: str) -> str:
    """The text without what no page can hold, such as what macros leave in copied tables."""
    return "".join(c if c.isprintable() or c in KEPT else " " for c in text)
