"""The bytes of minutes as lines of text, whatever their form; a row of a table has "|" in it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.formats import cannot, delimited, sniff
from loaders.formats.documents import docx, pdf
from loaders.minutes import page

_WRAPPED = 60, 130
"""Lines that were broken to fit a page are so long at most; a paragraph on one line is longer."""
_BROKEN = 1
"""So many lines at least go on in small letters where a text is broken to fit a page."""
_NARROW = 30
"""The lines of a PDF are broken in any case, also in a narrow column."""
_BEGINS = re.compile(
    r"\s*(?:[•·●○◦▪■□–—*-]\s|\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})[).]\s|\d+(?:\.\d+)+\s|(?:action"
    r"|resolved|recommend|decision|agreed)\w*\b\s*[:–-])",
    re.IGNORECASE,
)


def text(data: bytes, name: str) -> list[str]:
    """The lines of a .txt, .docx, .pdf or web page. Raises ``CannotRead`` for any other file."""
    kind = sniff.kind(data, name)
    if kind == "docx":
        return docx.text(data, name)
    if kind == "html":
        return page.lines(delimited.decoded(data))
    if kind == "pdf":
        return unwrapped(pdf.text(data, name), least=_NARROW)
    if kind == "csv":
        return unwrapped(delimited.decoded(data).splitlines())
    raise cannot.no_minutes(name)


def unwrapped(lines: Sequence[str], least: int = _WRAPPED[0]) -> list[str]:
    """Lines with those put together that were broken to fit a page, each in its first line's place.

    The others are left empty, so that a line's number is still that of the file.
    """
    lengths = [len(line.strip()) for line in lines if line.strip()]
    if not lengths or max(lengths) > _WRAPPED[1] or max(lengths) < least:
        return list(lines)
    full = 0.72 * max(lengths)
    goes_on = [
        len(above.strip()) >= full and here.strip()[:1].islower() for above, here in pairwise(lines)
    ]
    if sum(goes_on) < _BROKEN:
        return list(lines)
    out = list(lines)
    head = 0
    for at in range(1, len(out)):
        above, here = lines[at - 1].rstrip(), lines[at].strip()
        broken = (
            here
            and len(above.strip()) >= full
            and not above.endswith((":", ";"))
            and not _BEGINS.match(here)
            and "|" not in above + here
            and not (
                above.endswith((".", "!", "?"))
                and here[:1].isupper()
                and len(above) < 0.9 * max(lengths)
            )
        )
        if not broken:
            head = at
        else:
            out[head] = f"{out[head].rstrip()} {here}"
            out[at] = ""
    return out
