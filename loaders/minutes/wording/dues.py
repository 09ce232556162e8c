"""By when something is to be done, as minutes say it: the words, and a day only where they give it.

A period that something lasts ("a trial of six months") and a date in passing are no deadlines.
"""

import re
from datetime import date

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
DAY = (
    rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?"
    r"|(?<![\d/.-])\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b(?![/.-]\d)|\d{4}[-/.]\d{2}[-/.]\d{2})"
)
_COUNT = (
    r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|couple of|the next|next"
    r"|few)"
)
_PERIOD = (
    rf"(?:the\s+next\s+|next\s+|a\s+)?(?:{_COUNT}\s+)?(?:working\s+|calendar\s+)?"
    r"(?:day|week|fortnight|month|quarter|year|hour)s?(?:[’']s?)?(?:\s+time)?"
)
_POINT = (
    rf"(?:{DAY}|(?:the\s+)?(?:end|beginning|start|middle|close)\s+of\s+(?:the\s+)?(?:next\s+"
    rf"|this\s+)?"
    rf"(?:{_MONTH}(?:\s+\d{{4}})?|week|month|year|quarter|financial year|municipal year|term|play"
    r"|business|day|day\s+on\s+\w+|calendar year|\d{4}|summer|autumn|spring|winter|January)"
    rf"(?:\s+\d{{4}})?|{_WEEKDAY}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?"
    rf"|(?:mid-|early\s+|late\s+)?{_MONTH}(?:\s+\d{{4}})?|Q[1-4](?:\s+\d{{4}}(?:/\d{{2}})?)?"
    r"|(?:Easter|Christmas|summer|autumn|spring|winter)\b(?:\s+\d{4})?|next\s+(?:week|month|year)"
    r"|tomorrow|COP|close of play)"
)
_MEETING = (
    r"(?:the\s+|a\s+|our\s+|its\s+|their\s+|this\s+|each\s+)?(?:next|following|future|forthcoming"
    r"|subsequent|later)\s+(?:(?!meeting)[\w’'&/-]+\s+){0,6}?(?:meeting|session|agenda)s?\b"
    r"(?:\s*\([^)]*\d[^)]*\))?(?:\s+(?:on|in)\s+" + _POINT + ")?"
)
_DATED_MEETING = (
    rf"(?:the\s+|its\s+|our\s+)?(?:{DAY}"
    rf"|{_MONTH}(?:\s+\d{{4}})?)\s+(?:(?!meeting)[\w’'-]+\s+){{0,3}}?"
    r"(?:meeting|board|committee|panel|cabinet|forum)\b"
    r"|(?:the\s+|its\s+|our\s+|a\s+)?(?:[A-Z][\w-]*[’']s?\s+)?meeting\s+(?:of\s+(?:the\s+|this\s+|our\s+)?[A-Z][\w’'&-]*\s+"
    rf"(?:[A-Z][\w’'&-]*\s+){{0,5}})?(?:to be held\s+)?(?:on|in|of)\s+(?:{DAY}"
    rf"|{_MONTH}(?:\s+\d{{4}})?)"
)
_NAMED_MEETING = r"the meeting following\s+[^,.;]+"
_WORDS = re.compile(
    rf"\b(?:(?:no later than|not later than|by no later than|by|before|until|ahead of|prior to"
    rf"|in advance of|in time for|due|due by)\s+(?:{_MEETING}|{_DATED_MEETING}|{_POINT})"
    rf"|(?:at|to|for|in|into|on|from|after)\s+(?:{_MEETING}|{_DATED_MEETING}|{_NAMED_MEETING})"
    rf"|(?<=agenda\s)for\s+(?:{_DATED_MEETING}|{_POINT})"
    rf"|within\s+{_PERIOD}(?:\s+of\s+(?:the\s+)?(?:meeting|date|today)[^,.;]*)?"
    rf"|in\s+(?:the\s+next\s+)?(?:{_COUNT}\s+)(?:working\s+)?(?:day|week|month"
    rf"|year)s?(?:[’']?s?\s+time|[’'])?"
    rf"|in\s+(?:early\s+|late\s+|mid-)?{_MONTH}(?:\s+\d{{4}})?"
    rf"|in\s+(?:the\s+)?(?:(?:early|late|new)\s+)?(?:spring|summer|autumn|winter"
    rf"|new year)\b(?:\s+(?:of\s+)?\d{{4}})?"
    r"|(?:next|this)\s+(?:week|month)\b(?![’'])|next\s+agenda"
    r"|(?:as soon as (?:possible|practicable)|asap|immediately|urgently)"
    r"|(?:after|following|outside(?: of)?)\s+(?:the|this)\s+meeting)",
    re.IGNORECASE,
)
_TAG = re.compile(
    rf"(?:[–—-]\s+|[(\[]\s*|,\s+(?=[^,()]*[)\]][.;]?$)|\b(?:deadline|due(?: date)?|by when"
    rf"|target(?: date)?|when|date)\s*[:–-]\s*)"
    rf"(?P<due>(?:by\s+|due\s+)?(?:{_POINT}|next meeting|ongoing|asap"
    rf"|immediate(?:ly)?))\s*[)\].;]*$",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"(?:period|trial|pilot|duration|term|course)\s+(?:run\s+)?of\s+$|(?<!\bbe\s)(?:received|held|agreed|made"
    r"|published|since|presented|discussed|considered|raised|minutes|approved|circulated|was|were"
    r"|introduced|launched|started|began)\s+$",
    re.IGNORECASE,
)
_SOON = re.compile(r"asap|as soon|immediately|urgently|after|following|outside", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:at|to|for|in|into|on|from)\s+(?:the\s+|its\s+)?last\b", re.IGNORECASE)


def words(text: str) -> str:
    """The words that say by when, exactly as they stand; "" where the text says none.

    Of several the last definite one counts: that of the work, not of what it is about.
    """
    tag = _TAG.search(text)
    found = [
        match
        for match in _WORDS.finditer(text)
        if not _LASTS.search(text[: match.start()]) and not _ONCE.match(match[0])
    ]
    if tag and not any(match.start() < tag.start() < match.end() for match in found):
        return tag["due"]
    firm = [match[0] for match in found if not _SOON.match(match[0])]
    chosen = firm or [match[0] for match in found]
    return chosen[0].strip() if chosen else ""


def day(due: str, meeting: date | None) -> date | None:
    """The day that words give. Without a year it is the meeting's, unless that day had passed.

    Nothing is worked out from "next meeting" or "in two weeks": that would be an invented date.
    """
    from loaders.cells import dates

    found = re.findall(DAY, due, re.IGNORECASE)
    if len(found) != 1:
        return None
    written = re.sub(
        rf"^(?:{_WEEKDAY},?\s+)?(?:the\s+)?|\bof\s+", "", found[0], flags=re.IGNORECASE
    )
    written = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|,", "", written)
    if not re.search(r"\d{4}|\d[/.]\d+[/.]\d", written):
        if meeting is None:
            return None
        written = f"{written} {meeting.year}"
    span = dates.span(re.sub(rf"^({_MONTH})\s+(\d+)\s+(\d+)$", r"\2 \1 \3", written))
    if span is None:
        return None
    chosen = dates.chosen(span, first=True)
    if meeting and str(chosen.year) not in due and chosen < meeting and "/" not in due:
        return None
    return chosen
