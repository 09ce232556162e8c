"""Whether a decision only notes, asks another body, or is work: by its own words."""

import re

from loaders.minutes.items import Kind

_LEAD = (
    r"^(?:(?:that|to|the|this|cabinet|council|committee|board|panel|members?|group|forum|it|was|be"
    r"|hereby|unanimously)\b[:,]?\s+)*"
)
_NOTES = re.compile(
    rf"{_LEAD}(?:notes?|noted|receives?(?!\s+(?:a|an|further|regular|updates?)\b)|received"
    rf"|thanks?|welcomes?|acknowledges?|commends?|t(?:ook|akes?) assurance)\b(?!.*\b(?:and"
    rf"|but)\s+(?:that\s+)?(?:\w+\s+){{0,6}}?"
    r"(?:requests?|asks?|agrees?|recommends?|be (?:asked|requested|referred|brought|provided"
    r"|presented|submitted|circulated)|approves?|to (?:report|bring|provide)|will|would))",
    re.IGNORECASE,
)
_BE_NOTED = re.compile(
    r"\bbe\s+(?:\w+ly\s+)?(?:noted|received|thanked|welcomed)(?:\s+and\s+(?:noted"
    r"|received))?(?:\s+with thanks)?\s*[.;,]?(?:\s+and)?$",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"\b(?:minutes|notes of the|record of the|terms of reference)\b.*\b(?:be|were|was|as"
    r"|are)\s+(?:\w+ly\s+)?(?:approved|agreed|confirmed|accepted|adopted|signed|taken as read"
    r"|(?:a|an)\s+(?:correct|true|accurate))"
    r"|\b(?:approve|agree|confirm|accept|sign|adopt|approved|agreed|confirmed|accepted|approves"
    r"|confirms|agrees)\s+(?:\w+\s+){0,3}?(?:the\s+)?(?:draft\s+)?(?:minutes|terms of reference)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^(?:that\s+|to\s+)?(?:(?:the|this)\s+(?:[\w-]+\s+){0,5}?)?(?:recommends?|recommended)\b"
    r"|^(?:that\s+)?(?:it\s+be\s+)?recommended?\s+(?:to|that)\b"
    r"|\bbe\s+recommended\s+to\b|\brecommends?\s+(?:to\s+)?(?:the\s+)?(?:cabinet|council"
    r"|executive|full council|board|governing body)\b"
    r"|^(?:that\s+)?(?:the\s+)?(?:cabinet|executive|full council|council|governing body"
    r"|secretary of state|minister)\s+(?:be\s+(?:asked|requested|recommended|urged|invited)"
    r"|is\s+(?:asked|requested|recommended))\b",
    re.IGNORECASE,
)


_IN_SHORT = re.compile(
    r"^(?:the\s+)?(?:minutes|notes)\b[^.]{0,60}\s*[:–-]\s*(?:were\s+)?(?:agreed|approved|accepted|confirmed)",
    re.IGNORECASE,
)


_SIGNED = re.compile(
    r"^(?:[A-Z\d/.]+\d\s+)?(?:the\s+)?minutes\b.{0,160}?[.:,–-]\s*(?:resolved\W+)?(?:duly\s+)?"
    r"(?:agreed|approved|accepted|confirmed|signed)(?:\s+(?:and|as)\b[^.]{0,60})?\.?$",
    re.IGNORECASE,
)


_SENT = re.compile(
    r"\b(?:submitted|referred|made|forwarded|put|passed|sent|recommended)\s+to\s+(?:the\s+)?"
    r"(?:cabinet|executive|(?:full\s+)?council|governing body|mayor|commissioner)\b",
    re.IGNORECASE,
)
_ELECTED = re.compile(
    r"\b(?:was|were|be|is)\s+(?:duly\s+)?(?:re-?)?(?:elected|appointed)\s+(?:as\s+)?(?:the\s+)?"
    r"(?:vice-?\s?)?chair",
    re.IGNORECASE,
)


def sent_to_others(lead: str) -> bool:
    """Whether what leads up to a list says that it goes to another body."""
    return bool(_SENT.search(lead))


def signs_minutes(paragraph: str) -> bool:
    """Whether a paragraph says in short that minutes were agreed: "Minutes of 5 June. Agreed."."""
    return bool(_SIGNED.match(paragraph))


def notes_only(text: str) -> bool:
    """Whether a formal decision has nothing to follow up: noted, received, minutes approved."""
    if re.search(r"\b(?:public|press)\b.{0,40}\bbe excluded\b", text):
        return True
    if _ELECTED.search(text):
        return True
    return bool(_NOTES.match(text) or _BE_NOTED.search(text) or approves_minutes(text))


def approves_minutes(text: str) -> bool:
    """Whether it says that minutes or terms of reference were agreed, and no more."""
    return bool(_MINUTES.search(text) or _IN_SHORT.match(text)) and len(text.split()) <= 60


def of_decision(text: str) -> Kind:
    """The kind of what stands after "RESOLVED" or "agreed"."""
    if notes_only(text):
        return "note"
    return "recommendation" if _OTHERS.search(text) else "resolution"
