"""Which lines under a marker belong to one item, and where the list ends."""

import re
from collections.abc import Sequence

from loaders.minutes import tables
from loaders.minutes.lines import Line, follows
from loaders.minutes.wording import markers

_REASON = re.compile(
    r"^(?:reasons?|reason for (?:the )?decision|vote|voting|alternative options|other options"
    r"|background|rheswm)\b.{0,40}?\s*[:–-]",
    re.IGNORECASE,
)
_NO_ITEM = re.compile(
    r"^(?:(?:moved|proposed|seconded)(?: by)?\b|for:?\s*\d|against:?\s*\d|none\b\.?$"
    r"|no actions?\b|n/?a\b|nil\b|(?:the )?meeting (?:closed|ended|finished)|end of meeting"
    r"|apologies|present\b|in attendance)",
    re.IGNORECASE,
)


def no_item(text: str) -> bool:
    """Whether a line after a marker is none of its items: who moved it, the reason, "None"."""
    return bool(_NO_ITEM.match(text) or _REASON.match(text))


def begins(lines: Sequence[Line], at: int) -> bool:
    """Whether a numbered or bulleted line is there."""
    return at < len(lines) and bool(lines[at].numbering)


_LEAD = re.compile(
    r"(?:That\s+)?(?:the\s+)?[\w\s-]{2,60}\s*:\s*[-–]?|[^.;:]{2,160}\bfollowing\b[^.;:]{0,40}:",
    re.IGNORECASE,
)


def start(lines: Sequence[Line], at: int, before: str) -> int | None:
    """Where what stands under a marker begins; None where nothing of it does.

    ``before`` is the label that stood on the marker's own line, with which the list began.
    """
    if at >= len(lines) or tables.read(lines, at):
        return None
    if before and not (lines[at].label and follows(lines[at].label, before)):
        return None
    text = lines[at].text
    lead = text.strip(" :–-").casefold() in ("that", "to") or bool(_LEAD.fullmatch(text))
    below = at + 1 < len(lines) and bool(lines[at + 1].numbering or markers.of(lines[at + 1].text))
    return at + 1 if lead and below else at


def gathered(lines: Sequence[Line], at: int) -> tuple[list[list[Line]], int]:
    """The items of the list that begins at a line, each with what is nested in it, and its end."""
    first = lines[at]
    groups = [[first]]
    label = first.label
    at += 1
    while at < len(lines):
        line = lines[at]
        if line.cells or (not line.numbering and not _continues(lines, at, first.numbering, label)):
            break
        if _next(line, label, first):
            groups.append([line])
            label = line.label
        elif not line.numbering or _nested(line, first, groups[-1]):
            groups[-1].append(line)
        else:
            break
        at += 1
    return groups, at


def children(lines: Sequence[Line], at: int, text: str, numbering: str) -> tuple[str, int]:
    """A text with the bullets nested under it, where it leads up to them."""
    if not text.rstrip().endswith((":", ":-", "–")):
        return text, at
    while at < len(lines) and lines[at].numbering and lines[at].numbering != numbering:
        text = f"{text}\n{lines[at].whole}"
        at += 1
    return text, at


def _next(line: Line, label: str, first: Line) -> bool:
    if first.numbering == "bullet":
        return line.numbering == "bullet" and line.indent <= first.indent + 1 and not _starts(line)
    if line.label and follows(line.label, label):
        return not _title(line)
    return False


def _starts(line: Line) -> bool:
    return bool(markers.of(line.text))


def _title(line: Line) -> bool:
    """A short heading of the agenda, numbered as it happens like the list before it."""
    words = line.text.split()
    return (
        len(words) <= 6
        and line.text[-1] not in ".;,"
        and not line.text.casefold().startswith(("that", "to "))
        and (
            line.text.isupper()
            or line.text.istitle()
            or line.text.casefold().startswith(("any other", "date of", "next meeting"))
        )
    )


def _nested(line: Line, first: Line, held: Sequence[Line]) -> bool:
    if (
        _starts(line)
        or line.label
        and first.numbering == "bullet"
        and line.numbering in ("digit", "dotted")
    ):
        return False
    if (
        line.numbering == "digit"
        and line.label
        and not line.label.startswith("(")
        and not follows(line.label, "0")
    ):
        return any(follows(line.label, one.label) for one in held[-1:] if one.label)
    return line.numbering != first.numbering or line.indent > first.indent + 1


def _continues(lines: Sequence[Line], at: int, numbering: str, label: str) -> bool:
    """Whether a plain paragraph stands within a list, which goes on after it."""
    line = lines[at]
    if (
        markers.of(line.text)
        or _REASON.match(line.text)
        or at + 1 >= len(lines)
        or numbering == "bullet"
    ):
        return False
    after = lines[at + 1]
    return (
        bool(after.label)
        and after.numbering == numbering
        and follows(after.label, label)
        and not _title(after)
    )
