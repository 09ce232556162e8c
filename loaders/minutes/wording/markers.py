"""The words that minutes put before, over or after what is to be done: "ACTION:", "RESOLVED –"."""

import re
from dataclasses import dataclass

from loaders.minutes.items import Kind
from loaders.minutes.lines import Line
from loaders.minutes.wording import owners, posts


@dataclass(frozen=True)
class Marker:
    """A marker and what follows it on its line, ``rest``.

    ``owner`` is who the marker itself names, ``label`` its own number ("AP3"). ``heading`` is
    True where it stands over a list or a paragraph; ``tag`` where it belongs to what came before;
    ``loose`` where it says no more than "agreed", which actions are too.
    """

    kind: Kind
    rest: str = ""
    owner: str = ""
    label: str = ""
    heading: bool = False
    tag: bool = False
    loose: bool = False


_SEPARATOR = r"\s*(?::\s*[-–—]?|[–—]|-(?=\s|$)|\.(?=\s|$))\s*"
_WORDED: dict[Kind, str] = {
    "action": (
        "action; actions; action point; action points; action item; action items; actions "
        "arising; action log; action list; action summary; agreed actions; actions agreed; "
        "summary of actions; list of actions; summary of action points; actions required; "
        "action required; action table; actions from this meeting; actions from the meeting; "
        "actions from meeting; actions and owners; next steps; new actions; action tracker; "
        "summary of agreed actions; key actions; to do; actions arising from the meeting; "
        "actions arising from this meeting; todo; camau gweithredu; camau i'w cymryd; "
        "gweithredu; cam gweithredu; camau; pwyntiau gweithredu; rhestr gamau gweithredu; "
        "cofnod gweithredu; tasks"
    ),
    "resolution": (
        "decision; decisions; decisions made; summary of decisions; key decisions; resolved; "
        "resolution; resolutions; agreed; decisions taken; decision made; it was agreed; it "
        "was resolved; penderfyniad; penderfyniadau; penderfynwyd; cytunwyd; decisions "
        "agreed; list of decisions; decisions and resolutions"
    ),
    "recommendation": (
        "recommendation; recommendations; recommended; argymhelliad; argymhellion; "
        "argymhellwyd; summary of recommendations; recommendations to cabinet; "
        "recommendations agreed; recommendations to council; recommendations arising"
    ),
    "note": "noted; nodwyd",
}
"""The headings over what is of each kind, in English and Welsh."""
_HEADINGS = {word: kind for kind, words in _WORDED.items() for word in words.split("; ")}
_PAST = re.compile(
    r"\b(?:previous|last|earlier|outstanding|completed|closed|review of|update on|matters arising"
    r"|progress (?:on|against)|carried forward|status of)\b",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"^(?P<open>[\[(]\s*)?(?P<word>(?:agreed\s+|new\s+)?(?:action|AP|AI|cam gweithredu"
    r"|gweithredu)(?:\s*(?:points?|items?))?s?)"
    r"(?P<mid>(?:[^:–—]|(?<=\w)-(?=\w)){0,60}?)" + _SEPARATOR + r"(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ACTION_BARE = re.compile(r"^[\[(]?\s*ACTIONS?\s+(?P<rest>\S.*)$")
_NUMBER = re.compile(r"^[#.]?\s*(?P<label>[A-Z]{0,3}\d+(?:[./-]\d+)*[a-z]?)\s*(?P<more>.*)$")
_FOR = re.compile(r"^(?:for|on|by|owner|lead|with)\s*:?\s+", re.IGNORECASE)
_FORMAL = re.compile(
    r"^(?P<lead>(?:it\s+was\s+|and\s+)?(?:also\s+|further\s+|therefore\s+|unanimously\s+)*)"
    r"(?P<word>resolved|recommended|agreed|decided|decisions?|recommendations?|resolutions?|noted"
    r"|penderfynwyd|penderfyniad"
    r"|argymhellwyd|argymhelliad|cytunwyd)\b(?P<mid>(?:\s*\([^)]{0,40}\)|\s+(?:unanimously"
    r"|nem\.? con\.?|to (?:cabinet|council)|accordingly)|\s*#?\s*\d{1,3}(?:[./]\d+)*)*)"
    r"(?P<after>\s*[:;,.–—-]*\s*)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_KINDS: dict[str, Kind] = {
    "resol": "resolution", "recom": "recommendation", "agree": "resolution", "decid": "resolution",
    "decis": "resolution", "noted": "note", "pende": "resolution", "argym": "recommendation",
    "cytun": "resolution",
}  # fmt: skip
_INTRO = re.compile(
    r"\b(?P<word>actions?|resolved|agreed|recommend\w*|decided|decisions?|resolutions?|requested"
    r"|asked)\b",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\b(?:below|following|as follows)\b|:\s*-?$|\b(?:that|to)\s*[:–—-]*\s*$"
    r"|\bthat\s+(?:the\s+)?(?:committee|board|panel|council|cabinet|group|forum|authority|members?)$",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"^(?P<before>.{15,}?[.!?;)’”\w])\s*[\[(]?\s*\b(?P<word>ACTIONS?|Actions?)(?P<mid>\s+(?:by"
    r"|for|on|points?))?\s*(?P<sep>[:–—-]?)\s*"
    r"(?P<who>[^.:\[\]()]{0,80}?)\s*[\])]?\s*\.?$",
    re.DOTALL,
)
_BOXED = re.compile(
    r"(?<=[.!?;)])\s+(?=[\[(]?(?:ACTIONS?|Actions?(?:\s+[Pp]oints?)?"
    r"|AP)(?:\s*\d+(?:\.\d+)*)?(?:\s*\([^)]{2,40}\))?\s*(?::|[–—]|-\s)"
    r"|[\[(]?ACTIONS?\s+[A-Z]{2,4}\b|(?:It was |Members )?RESOLVED\b|(?:Resolved|Agreed)\s*(?::"
    r"|[–—-]\s)|RECOMMENDED\b|DECISION\b)"
)
_SPACED = re.compile(r"\b(?:[A-Z] ){3,}[A-Z]\b")


def parts(text: str) -> list[str]:
    """A paragraph, cut before each marker that stands within it."""
    return [part.strip() for part in _BOXED.split(text) if part.strip()]


def past(line: Line) -> bool:
    """Whether a line heads what earlier meetings asked for."""
    words = line.text.strip(" :.")
    return (
        len(words.split()) <= 12
        and bool(_PAST.search(words))
        and bool(
            re.search(
                r"\b(?:actions?|matters arising|action log|decisions?|recommendations?)\b",
                words,
                re.IGNORECASE,
            )
        )
        and not words.endswith((".", ";"))
        and not re.search(r"\b(?:was|were|agreed)\b", words)
    )


def of(text: str) -> Marker | None:
    """The marker that a line begins with, or None."""
    plain = text.strip().strip("*_ ")
    return heading(plain) or _action(plain) or _formal(plain)


def heading(plain: str) -> Marker | None:
    """A line that is nothing but a marker, in English, Welsh or both: "Camau / Actions"."""
    sides = [
        side.strip(" :.-–—[]()").casefold().replace("’", "'") for side in re.split(r"[/|–]", plain)
    ]
    if len(plain) > 70 or not all(sides[:1]):
        return None
    kinds = [_HEADINGS[side] for side in sides if side in _HEADINGS]
    if kinds and (len(kinds) == len([side for side in sides if side]) or len(sides) <= 2):
        own = [side for side in sides if side and side not in _HEADINGS]
        if own and not re.match(r"^[a-z' ]{3,30}$", own[0]) or len(own) > 1:
            return None
        return Marker(kinds[-1], heading=True) if not own or "/" in plain or "|" in plain else None
    return None


def _action(plain: str) -> Marker | None:
    found = _ACTION.match(plain)
    if not found:
        bare = _ACTION_BARE.match(plain)
        if bare and owners.ahead(bare["rest"])[0]:
            return Marker("action", bare["rest"])
        if bare and posts.alone(bare["rest"]) and len(bare["rest"].split()) < 6:
            return Marker("action", owner=bare["rest"].strip(" .])"), tag=True)
        return None
    short = found["word"].casefold()
    if short == "ap" and not re.match(r"\s*\d", found["mid"]):
        return None
    if short == "ai" and (found["word"] != "AI" or found["mid"].strip(" 0123456789")):
        return None
    mid, rest = found["mid"].strip(), found["rest"].strip()
    if found["open"]:
        rest = re.sub(r"\s*[\])]\s*\.?$", "", rest)
    label = owner = ""
    if number := _NUMBER.match(mid):
        label, mid = number["label"], number["more"].strip()
        label = (
            f"{'AP' if found['word'] == 'AP' else found['word'].strip().title()} {label}".replace(
                "AP ", "AP"
            )
        )
    if re.fullmatch(r"by|owner|on", mid, re.IGNORECASE) and rest:
        return Marker("action", owner=rest.strip(" .()[]"), label=label, tag=True)
    named = _FOR.sub("", mid.strip("()[]")).strip(" ()[]")
    if named and not re.fullmatch(
        r"(?:arising|agreed|required|log|from (?:the|this) meeting|summary|needed)",
        named,
        re.IGNORECASE,
    ):
        if not posts.alone(named):
            return None
        owner = named
    if not rest:
        return Marker(
            "action", "", owner, label, heading=True, tag=bool(owner) and mid.startswith("by")
        )
    if _FOR.match(rest) and posts.alone(_FOR.sub("", rest)):
        return Marker("action", "", _FOR.sub("", rest).strip(" .:"), label, heading=True)
    if posts.alone(rest):
        return Marker("action", owner=rest.strip(" .()[]"), label=label, tag=True)
    return Marker("action", rest, owner, label)


def _formal(plain: str) -> Marker | None:
    squeezed = _SPACED.sub(lambda found: found[0].replace(" ", ""), plain)
    found = _FORMAL.match(squeezed if _SPACED.match(plain) else plain)
    if not found:
        return None
    word, after, rest = found["word"], found["after"].strip(), found["rest"].strip()
    loud = word.isupper() or bool(found["lead"])
    that = bool(re.match(r"(?:that|to)\b|t h a t\b", rest, re.IGNORECASE))
    noun = word.casefold().startswith(
        ("decision", "recommendation", "resolution", "penderfyniad", "argymhelliad")
    )
    if noun and not (after or found["mid"].strip()):
        return None
    if found["lead"] and not rest:
        return Marker(_KINDS[word.casefold()[:5]], heading=True, loose=word.casefold() == "agreed")
    if (
        found["lead"]
        and not word.isupper()
        and not (after and re.match(r"(?:that|to)?\s*[:–—-]*\s*$", rest, re.IGNORECASE))
    ):
        return None
    if not (after[:1] in tuple(":–—-") and after or loud or that or found["mid"].strip()):
        return None
    if after[:1] == "." and not noun:
        return None
    loose = word.casefold() == "agreed"
    if loose and not (after or word.isupper()):
        # "Agreed that the fair be held in May." is a sentence like any other.
        return None
    return Marker(_KINDS[word.casefold()[:5]], rest, heading=not rest, loose=loose)


def introduces(text: str) -> Marker | None:
    """The marker that a sentence is, where it introduces the list below it."""
    last = re.split(r"(?<=[.!?])\s+(?=[A-Z])", text.strip())[-1]
    if not _BELOW.search(last) or len(last.split()) > 60:
        return None
    words = [found["word"].casefold() for found in _INTRO.finditer(last)]
    if not words or re.search(
        r"\b(?:points?|comments|questions|issues|views)\b.*\b(?:raised|made|discuss\w*|below"
        r"|following)\b"
        r"|\b(?:raised|made)\b.*\b(?:points?|comments)\b|\bquestions\b|\bnoted\b[^,;]*:$",
        last,
        re.IGNORECASE,
    ):
        return None
    if any(word.startswith("recommend") for word in words):
        return Marker("recommendation", heading=True)
    if any(word.startswith("action") for word in words):
        return Marker("action", heading=True)
    if re.search(r"\b(?:requested|asked)\b", last, re.IGNORECASE) and not re.search(
        r"\bagreed|resolved\b", last, re.IGNORECASE
    ):
        who = re.search(r"\b(?:requested|asked)\s+(?:that\s+)?(.{2,60}?)\s+to\s*[:–—-]*$", last)
        return (
            Marker("action", heading=True, owner=who[1])
            if who and posts.names_somebody(who[1])
            else None
        )
    return Marker("resolution", heading=True, loose="agreed" in words)


def trailing(text: str) -> tuple[str, str] | None:
    """What stands before a tag at the end, and whom it names: "… to members. ACTION: AB"."""
    found = _TRAILING.match(text)
    if not found:
        return None
    who = found["who"].strip()
    if not who and not (found["word"].isupper() or text.rstrip().endswith(("]", ")"))):
        return None
    if who and not (posts.alone(who) and (found["sep"] or found["mid"] or found["word"].isupper())):
        return None
    return found["before"].strip(" ([–-"), who
