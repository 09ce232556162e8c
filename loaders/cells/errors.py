"""Cells whose formula failed: what Excel and LibreOffice show in place of a result."""

import re

_ERROR = re.compile(
    r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|BUSY!|CONNECT!"
    r"|EXTERNAL!|UNKNOWN!|PYTHON!|GETTING_DATA|ERROR!)|Err:\d{3}",
    re.IGNORECASE,
)
_FIRST = ("#", "E", "e")

ADVICE = "A formula failed in this cell, so it holds nothing. Mend the formula or type the value."
"""What an officer should do about it."""


def is_error(value: object) -> bool:
    """Whether a cell shows that its formula failed ("#N/A", "#REF!"), and nothing else.

    A .csv holds such an error as text, so the text itself is what tells.
    """
    # Asked of every text of a file: nearly all are told by their first letter.
    return (
        isinstance(value, str)
        and value.lstrip()[:1] in _FIRST
        and _ERROR.fullmatch(value.strip()) is not None
    )
