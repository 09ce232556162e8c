"""Sentences of the discussion that decide something or say that somebody will do something.

Opinions, suggestions and work already done are no items, so each rule asks for who and for a verb.
"""

import re

from loaders.minutes.items import Kind
from loaders.minutes.lines import sentences
from loaders.minutes.wording import kinds, owners, posts

_ADVERBS = (
    r"(?:also\s+|then\s+|further\s+|therefore\s+|unanimously\s+|subsequently\s+|formally\s+"
    r"|collectively\s+|duly\s+|however\s+)*"
)
_AGREED = re.compile(
    rf"(?:^|[,;]\s+(?:and\s+|but\s+)?|\b(?:and|but)\s+)(?P<clause>(?:it\s+was\s+"
    rf"|it\s+has\s+been\s+|it\s+is\s+)?{_ADVERBS}"
    rf"(?P<word>agreed|resolved|decided|recommended|requested"
    rf"|voted)(?:\s+by\s+(?:the\s+)?[\w\s]{{3,40}}?)?,?\s+(?P<link>that|to)\s+(?P<what>\S.*))$",
    re.IGNORECASE | re.DOTALL,
)
_BODY_AGREED = re.compile(
    rf"^(?P<who>.{{2,80}}?)\s+{_ADVERBS}(?:have\s+|has\s+|had\s+)?{_ADVERBS}(?P<word>agreed"
    rf"|agrees|resolved|resolves|decided|decides|recommended|recommends|voted|approved|adopted"
    rf"|endorsed|ratified|requested|asked|noted|received)"
    r"\b(?P<rest>.*)$",
    re.DOTALL | re.IGNORECASE,
)
_THIS = re.compile(
    r"^(?:(?P<who>.{2,60}?)\s+)?(?:also\s+)?agreed(?:\s+(?:with|to)?\s*(?:this|the|that|his|her"
    r"|their|these)(?:\s+(?:approach|proposal|proposals|suggestion|change|changes"
    r"|course of action|plan|recommendation|idea))?(?:\s+as an approach)?)?\s*\.?$"
    r"|^(?:this|the (?:proposal|suggestion|approach|recommendation|motion))\s+(?:was"
    r"|were)\s+(?:unanimously\s+)?(?:agreed|approved|accepted|carried"
    r"|supported)(?:\s+by\s+.{3,40})?\s*\.$",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"^(?P<who>.{2,70}?)\s+(?:agreed|confirmed|advised|undertook|promised|said|stated|responded"
    r"|replied|assured\s+\w+)\s+(?:that\s+)?(?P<they>he|she|they|it|officers|this|these"
    r"|those|a \w+|the \w+|details|information)\s+(?:would|will)\s+"
    r"(?P<verb>(?:be\s+)?[\w-]+)\b"
)
_SENDS = re.compile(
    r"^(?:provide|circulate|send|share|forward|email|write|report|supply|distribute|check"
    r"|investigate|look|arrange|follow|raise|feed|be\s+(?:provided|circulated|sent|shared"
    r"|forwarded|emailed|supplied|distributed))$"
)
_DOES = re.compile(
    r"add|ask|bring|chase|come|confirm|contact|discuss|find|get|let|liaise|pass|publish|review|speak"
    r"|take|talk|tell|update"
)
"""What a person who says it will do; "it would take a year" is none."""
_DONE = re.compile(
    r"\b(?:had (?:been )?(?:already )?agreed|already agreed|previously agreed|was agreed (?:in"
    r"|at the (?:last|previous))|as agreed|agreed at the (?:last|previous)"
    r"|still to|could not be agreed|not agreed|previously resolved|last meeting it was agreed)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"^(?:that\s+)?(?:this|it|there|they)\s+(?:was|were|is|had been|would be (?:useful|helpful"
    r"|good|difficult|beneficial))\b",
    re.IGNORECASE,
)
_IN_ROOM = re.compile(
    r"^(?:introduce|note|declare|comment|consider|explain|clarify|vote|describe|give|share their"
    r"|speak|outline|know|be|go|come|leave|say|talk|read|raise|present)\b"
)
_ASKS = re.compile(
    r"\b(?:asked|requested|invited|instructed|tasked)\s+(?:that\s+)?(?P<who>(?!whether|if|about"
    r"|for|how|why|what|when|where|who)\S.{1,70}?)\s+(?P<link>to|would"
    r"|should)\s+(?:be\s+asked\s+to\s+)?(?P<verb>[a-z-]+)"
)
_REQUESTED = re.compile(
    r"^(?P<who>.{2,60}?)\s+(?:also\s+|further\s+)?(?:requested|asked)\s+(?:that\s+"
    r"|for\s+)?(?P<what>.{3,200}?\b(?:be|to be)\s+(?:provided|brought|presented|circulated"
    r"|submitted|shared|sent|included|added|reported|made available|undertaken|considered"
    r"|arranged|scheduled|produced|amended|updated)\b.*)$",
    re.DOTALL,
)
_REQUESTED_THAT = re.compile(
    r"^(?P<who>.{2,60}?)\s+(?:also\s+|further\s+)?(?:requested|asked)\s+that\s+(?P<what>.+)$",
    re.DOTALL,
)
_HEADED = re.compile(
    r"^(?:(?:to|that)\s)?[^:.]{3,100}:\s+(?=(?:it was|(?:the )?(?:committee|council|board"
    r"|panel|group|members|governors|councillors|trustees)) (?:\w+ly )?(?:agreed|resolved|decided"
    r"|approved|recommended)\b)",
    re.IGNORECASE,
)
"""The business of the agenda before what was decided on it, in one line."""
_SETTING = re.compile(
    r"^(?:In (?:response|reply|answer)(?: to [^,]{3,80})?|Following (?:a "
    r"|the )?(?:discussion|debate|questions)|After (?:a |some )?discussion),\s+"
)


def found(sentence: str, before: str) -> tuple[Kind, str, str] | None:
    """The item that a sentence is: its kind, words and owner; None for mere discussion.

    ``before`` is the sentence before it, which "The Board agreed this" belongs to.
    """
    text = _HEADED.sub("", _SETTING.sub("", sentence.strip()))
    if _DONE.search(text) or text.endswith("?") or len(text.split()) < 3 and not _THIS.match(text):
        return None
    if kinds.approves_minutes(text) and re.search(
        r"\b(?:were|was|agreed|approved|confirmed|signed|accepted)\b", text
    ):
        return (
            None
            if re.search(r"\b(?:will|would|to be|next meeting)\b", text)
            else ("note", text, "")
        )
    return (
        _this(text, before)
        or _impersonal(text)
        or _of_body(text)
        or _personal(text)
        or _asked(text)
    )


def _this(text: str, before: str) -> tuple[Kind, str, str] | None:
    seen = _THIS.match(text)
    if not seen or not before or (seen["who"] and not posts.BODIES.match(seen["who"])):
        return None
    return "resolution", f"{before} {text}", ""


def agrees_this(text: str) -> bool:
    """Whether words end in an agreement to what was said before: "… The Board agreed this."."""
    *before, last = sentences(text)
    return bool(before) and bool(_THIS.match(last))


_LEADS_IN = re.compile(
    r"|and|(?:after|following) (?:a |some |further )?(?:discussion|debate|consideration)",
    re.IGNORECASE,
)
_DISCUSSED = re.compile(
    r"\s+(?:discussed|considered|noted|reviewed|debated|received|welcomed|thanked|supported|was"
    r"|were"
    r"|had|felt)\b"
)


def _impersonal(text: str) -> tuple[Kind, str, str] | None:
    seen = _AGREED.search(text)
    if not seen:
        return None
    clause, what = seen["clause"], seen["what"]
    head = text[: seen.start("clause")].strip(" ,;")
    impersonal = bool(re.match(r"it\s", clause, re.IGNORECASE)) or _LEADS_IN.fullmatch(head)
    subject = _DISCUSSED.split(head)[0].strip(" ,")
    if not impersonal and not (head and posts.BODIES.match(subject)):
        return None
    if _OPINION.match(what):
        return None
    word = seen["word"].casefold()
    whole = text if impersonal else clause
    if word == "recommended":
        return "recommendation", whole, owners.of(what)
    return _decided(whole, what, seen["link"])


def _decided(whole: str, what: str, link: str) -> tuple[Kind, str, str]:
    kind = kinds.of_decision(f"{link} {what}")
    who, _ = owners.committed(what)
    if not who and link == "that":
        who = owners.ahead(what)[0]
    if not who or posts.BODIES.match(who):
        who = owners.in_brackets(what) or who
    if kind == "resolution" and who and not posts.BODIES.match(who):
        return "action", whole, who
    if kind == "resolution" and (later := re.search(r"\band\s+that\s+(.+)$", what)):
        who = owners.committed(later[1])[0]
    if kind == "resolution" and not who:
        who = owners.of(f"that {what}") if link == "that" else ""
    return kind, whole, "" if posts.BODIES.match(who or "x") else who


def _of_body(text: str) -> tuple[Kind, str, str] | None:
    seen = _BODY_AGREED.match(text)
    if (
        not seen
        or not posts.BODIES.match(seen["who"])
        or re.search(r"\b(?:said|that|which)\b", seen["who"])
    ):
        return None
    word, rest = seen["word"].casefold(), seen["rest"].strip()
    if word in ("noted", "received"):
        return ("note", text, "") if seen["word"].isupper() else None
    linked = re.match(r"(?P<link>that|to)\s+(?P<what>.+)$", rest, re.DOTALL)
    if word in ("requested", "asked"):
        return None
    if word.startswith("recommend"):
        return "recommendation", text, owners.of(rest) if linked else ""
    if linked and not _OPINION.match(linked["what"]):
        return _decided(text, linked["what"], linked["link"])
    if linked:
        return None
    if word in ("approved", "adopted", "endorsed", "ratified"):
        return "note", text, ""
    if re.match(r"(?:the|an?|[A-Z]\w+[’']s|its|their|amendments?)\b", rest) and not re.search(
        r"\bminor\b", rest
    ):
        return (
            ("resolution" if re.search(r"\band agreed (?:that|to)\b|approach", rest) else "note"),
            text,
            "",
        )
    return None


def _personal(text: str) -> tuple[Kind, str, str] | None:
    who, verb = owners.committed(text)
    if who and not (posts.BODIES.match(who) and not _team(who)) and not _IN_ROOM.match(verb):
        if re.search(
            r"\b(?:would|should|must|can) (?:like|need|have|want)\b", text[: len(who) + 30]
        ):
            return None
        modal = text[len(who) :].split()[:1]
        if modal and modal[0] in (
            "can",
            "should",
            "must",
            "wanted",
            "wished",
            "wishes",
            "wants",
            "need",
            "needs",
            "has",
        ):
            return None
        if verb == "asked" and re.search(
            r"\b(?:was|were) (?:also )?(?:asked|invited) to (?:introduce|comment|note|consider"
            r"|leave|speak|present|declare)\b",
            text,
        ):
            return None
        return "action", text, who
    if text.isupper():
        who, does = owners.ahead(text.lower())
        seen_upper = who and not posts.BODIES.match(who) and not _IN_ROOM.match(does)
        return ("action", text, text[: len(who)]) if seen_upper else None
    who, _ = owners.ahead(text)
    if who and not re.match(
        r"(?:members|all|the committee|the board) to note\b", text, re.IGNORECASE
    ):
        return "action", text, who
    if (
        (told := _TOLD.match(text))
        and posts.alone(told["who"])
        and posts.VERBS.fullmatch(told["verb"])
    ):
        return None if _TALK.fullmatch(told["verb"]) else ("action", text, told["who"])
    seen = _REPORTED.match(text)
    person = seen and re.fullmatch(r"he|she|they|officers", seen["they"])
    sends = seen and (_SENDS.match(seen["verb"]) or (person and _DOES.fullmatch(seen["verb"])))
    if seen and sends and posts.names_somebody(seen["who"]):
        return "action", text, seen["who"]
    return None


_TOLD = re.compile(r"^(?P<who>[A-Z][^:–]{0,40}?)\s*:\s+(?P<verb>[a-z-]+)\b")
_TALK = re.compile(
    r"agree|suggest|propose|ask|note|explain|support|report|recommend|consider|thank|like"
)
"""Verbs of who speaks, as "AB: agree, but later" has them."""


def _team(who: str) -> bool:
    return bool(re.search(r"\b(?:team|officers|secretariat)\b", who, re.IGNORECASE))


def _asked(text: str) -> tuple[Kind, str, str] | None:
    for seen in _ASKS.finditer(text):
        who = seen["who"]
        if (
            posts.names_somebody(who)
            and not posts.SAYS.search(who)
            and posts.VERBS.match(seen["verb"])
            and not _IN_ROOM.match(seen["verb"])
        ):
            return "action", text, who
    told = _REQUESTED_THAT.match(text)
    if told and posts.BODIES.match(told["who"]) and (who := owners.bare(told["what"])):
        return "action", text, who
    seen_asked = _REQUESTED.match(text)
    if (
        seen_asked
        and posts.BODIES.match(seen_asked["who"])
        or text.casefold().startswith("it was requested that")
    ):
        return "resolution", text, owners.of(text)
    return None
