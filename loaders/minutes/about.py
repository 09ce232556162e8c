"""Which meeting minutes are of: its date and the committee, from what stands at their head."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from loaders.cells import dates
from loaders.minutes.lines import Line
from loaders.minutes.wording.dues import DAY

_HEAD = 30
_SHORT = 10
"""A line of so few words that holds a date is a heading, which says when the meeting was."""
_BODY = (
    r"(?:Sub-?Committee|Committee|Board|Panel|Forum|Cabinet|Council|Group|Commission|Partnership"
    r"|Executive"
    r"|Governing Body|Trustees|Assembly|Network|Working Party)"
)
_NAMED = re.compile(
    rf"\b((?:[A-Z][\w’'&-]*,?\s+(?:and\s+|of\s+|for\s+|the\s+|&\s+"
    rf"|in\s+)*){{0,9}}{_BODY})\b(?!\s+(?:Room|Chamber|House|Offices?))"
)
_MEETING = re.compile(r"\b(?:meeting|minutes|held|date|dyddiad|cofnodion)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:since|report|previous|last|next|published|deadline|by|printed|draft issued|updated"
    r"|agreed as|due|from|after|before)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"^(?:Minutes\s+of\s+(?:the\s+)?|Meeting\s+of\s+(?:the\s+)?|Present\s+|The\s+|Draft\s+)+",
    re.IGNORECASE,
)


def meeting_date(lines: Sequence[Line]) -> date | None:
    """The day of the meeting, where the head of the minutes says it with its year."""
    told: list[tuple[bool, date]] = []
    for line in lines[:_HEAD]:
        for found in re.finditer(DAY, line.whole, re.IGNORECASE):
            day = _day(found[0])
            ahead = line.whole[: found.start()]
            if day is None or _NOT.search(ahead[-40:]) or len(line.whole) > 220:
                continue
            short = len(line.whole.split()) <= _SHORT
            told.append((short or bool(_MEETING.search(line.whole)), day))
    firm = [day for sure, day in told if sure]
    if firm:
        return firm[0]
    return told[0][1] if told else None


def _day(text: str) -> date | None:
    plain = re.sub(r"^[A-Za-z]+day,?\s+|^the\s+|\bof\s+|,", "", text, flags=re.IGNORECASE)
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", plain)
    plain = re.sub(r"^([A-Za-z]+)\s+(\d{1,2})\s+(\d{4})$", r"\2 \1 \3", plain.strip())
    if not re.search(r"\d{4}|\d[/.]\d+[/.]\d", plain):
        return None
    span = dates.span(plain)
    return span.first if span and span.first == span.last else None


def committee(lines: Sequence[Line]) -> str:
    """The name of the committee as the head of the minutes has it; "" where it has none."""
    named = [
        name for line in lines[:_HEAD] if len(line.whole) <= 160 for name in _names(line.whole)
    ]
    smaller = [name for name in named if not name.casefold().endswith("council")]
    return (smaller or named or [""])[0]


def _names(text: str) -> Iterator[str]:
    """The committees that a line of the head names; one in capitals too."""
    for side in text.split(" / "):
        loud = _LOUD.match(side)
        for found in [loud] if loud else _NAMED.finditer(side):
            name = _LEADS.sub("", found[1].strip())
            if len(name.split()) >= 2 and not name.startswith(("That ", "Agenda ", "T H")):
                yield name


_LOUD = re.compile(
    r"((?:MINUTES OF (?:THE )?)?[A-Z][A-Z ,&’'-]{4,80}\b(?:COMMITTEE|BOARD|PANEL|FORUM|CABINET"
    r"|COUNCIL"
    r"|GROUP|COMMISSION|PARTNERSHIP))\b"
)
