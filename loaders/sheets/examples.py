"""The mark of an example row, which a blank workbook carries and the reader passes over."""

import re

EXAMPLE = "Example: "
"""What the first cell of an example row begins with."""

_MARK = re.compile(
    r"\s*(?:for\s+)?(?:example|e\.g\.|eg)(?:\s*[:–—-]\s*|\s*$|\s+only\b|\s+row\b)", re.I
)


def is_example(first: object) -> bool:
    """Whether a row is an example, told from its first filled cell."""
    return isinstance(first, str) and _MARK.match(first) is not None
