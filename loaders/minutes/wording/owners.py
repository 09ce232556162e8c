"""Who is to do something, in the words of minutes: a post, a team, a name, initials."""

import re

from loaders.minutes.wording.posts import BODIES, POSTS, SAYS, VERBS, alone, names_somebody, titled

_MODAL = re.compile(
    r"^(?P<who>.{2,90}?)(?:\s+(?:also|then|further))?\s+(?:will|shall|would|should|must"
    r"|can|is to|are to|was to|were to|has to|agreed to|has agreed to|have agreed to|undertook to"
    r"|offered to|volunteered to|promised to"
    r"|committed to|wanted to|wished to|wishes to|wants to|has offered to|has undertaken to"
    r"|needs? to)\s+"
    r"(?:also\s+|then\s+|now\s+|therefore\s+)?(?P<verb>[\w-]+)(?:\s+(?P<next>[\w-]+))?"
)
_ASKED = re.compile(
    r"^(?P<who>.{2,120}?)\s+(?:(?:will|shall|would|should|to)\s+)?(?:be|is|are|was|were"
    r"|been)\s+(?:also\s+|further\s+|formally\s+)?(?:asked|requested|invited"
    r"|instructed|tasked|authori[sz]ed|encouraged|urged|directed|commissioned|appointed|nominated"
    r"|empowered|recommended)\s+(?:to|that)\b"
)
_TO = re.compile(r"\s+to\s+(?=(?P<verb>[a-z-]+))")
_DELEGATED = re.compile(
    r"\b(?:delegated(?:\s+authority)?|given"
    r"|granted)\s+to\s+(?P<who>(?:the\s+)?.{3,90}?)(?=\s*,?\s+(?:in consultation|to\s+[a-z]+"
    r"|and that|for\b)|[.;]|$)"
)
_ASKING = re.compile(
    r"\b(?:asks?|asked|requests?|requested|invites?|invited|instructs?|instructed|tasks?|tasked"
    r"|calls on|called on|directs?|directed|urges?|urged|recommends?|recommended|authori[sz]es?)\s+"
    r"(?:that\s+)?(?P<who>.{2,80}?)\s+(?:(?:be asked |be requested |be invited )?to|would|should"
    r"|will)\s+(?P<verb>[a-z-]+)",
    re.IGNORECASE,
)
_ASKING_THAT = re.compile(
    r"\b(?:asks?|asked|requests?|requested|recommends?|recommended)\s+that\s+(?P<what>.+)$",
    re.DOTALL | re.IGNORECASE,
)
_BY = re.compile(
    r"\bbe\s+\w+(?:ed|en|un|wn|ne|de|nt"
    r"|ght)(?:\s+\w+ly)?\s+by\s+(?P<who>(?:the\s+)?[^,.;()]{2,60}?)(?=\s+(?:by|before|to|and|in"
    r"|at|for|on|with|within)\b|[,.;()]|$)"
)
_TAGS = (
    re.compile(
        r"[(\[]\s*(?:action(?:\s+by)?|lead"
        r"|owner)?\s*[:–-]?\s*(?P<who>[^()\[\]]{2,60}?)\s*[)\]][.;]?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:\b(?:owner|lead|action(?:\s+by)?|by whom|responsible|assigned to"
        r"|who)\s*[:–-])\s*(?P<who>[^:;.()]{2,60}?)(?=\s*(?:[;.,(]|[–-]\s|\b(?:by|due|deadline"
        r"|when|date)\b|$))",
        re.IGNORECASE,
    ),
)
_DASHED = re.compile(r"\s[–—-]\s+(?P<who>[^–—]{2,60}?)\s*(?:\([^)]*\))?[.;]?$")
_AHEAD = re.compile(r"^(?P<who>[^:–—]{2,50}?)\s*(?::|\s[–—-])\s+\S")


def ahead(text: str) -> tuple[str, str]:
    """Who stands before "to" and what is to be done: ("AB", "send the paper"); else ("", "")."""
    for found in _TO.finditer(text):
        who = text[: found.start()]
        if len(who.split()) > 16 or re.search(r"[.;!?]\s", who):
            break
        if (
            not (VERBS.match(found["verb"]) or _may_be_verb(found["verb"], who))
            or found["verb"] == "be"
            and not _ASKED.match(text)
        ):
            continue
        if inner := re.match(r"^[A-Z]?[a-z]+s?\s+to\s+(?P<name>[A-Z].*)$", who):
            who = inner["name"]
        return (
            (who, text[found.end() :]) if names_somebody(who) and not SAYS.search(who) else ("", "")
        )
    return "", ""


_NO_VERB = re.compile(
    r"the|this|that|these|our|their|his|her|its|all|any|each|every|some|more|most|both|other|one"
    r"|two"
)


def _may_be_verb(word: str, who: str) -> bool:
    """Whether a word after "to" may be a verb not listed: after initials or a plain post."""
    plain = word.isalpha() and word.islower() and len(word) > 2 and not _NO_VERB.fullmatch(word)
    return (
        plain and not word.endswith(("s", "ing", "ed", "tion", "ment", "ly", "ity")) and alone(who)
    )


def committed(text: str) -> tuple[str, str]:
    """Who will do something and the verb, in "AB will send", "the Head of Legal agreed to look"."""
    if found := _ASKED.match(text):
        asked = names_somebody(found["who"]) and not SAYS.search(found["who"])
        return (found["who"], "asked") if asked else ("", "")
    found = _MODAL.match(text)
    if not found or not names_somebody(found["who"]) or SAYS.search(found["who"]):
        return "", ""
    verb, after = found["verb"].casefold(), (found["next"] or "")
    if verb == "be" and not re.match(
        r"(?:responsible|leading|contacting|preparing|\w+ing$)", after
    ):
        return "", ""
    return (found["who"], verb) if VERBS.match(verb) else ("", "")


def of(text: str) -> str:
    """The owner of an item, in its own words; "" where it names none."""
    plain = re.sub(r"^(?:that|to|t h a t)\s*:?\s+", "", text.strip(), flags=re.IGNORECASE)
    if found := _DELEGATED.search(plain):
        return found["who"].strip(" ,")
    for way in (committed(plain)[0], ahead(plain)[0]):
        if way:
            return _CONSULTS.sub("", way).strip(" ,")
    if who := in_brackets(plain):
        return who
    found = _AHEAD.match(plain)
    if found and alone(found["who"]) and len(found["who"].split()) <= 6:
        return found["who"].strip()
    for tag in _TAGS:
        if (found := tag.search(plain)) and alone(who := _undated(found["who"])):
            return who.strip()
    dashed = _dashed(plain)
    if dashed and alone(dashed):
        return dashed
    if (
        (found := _ASKING.search(plain))
        and names_somebody(found["who"])
        and not SAYS.search(found["who"])
        and VERBS.match(found["verb"])
    ):
        return found["who"].strip(" ,")
    if (found := _ASKING_THAT.search(plain)) and (who := bare(found["what"])):
        return who
    if (found := _BY.search(plain)) and alone(found["who"]):
        return found["who"].strip()
    if who := bare(plain):
        return who
    for found in _AND_THAT.finditer(plain):
        if not BODIES.match(found["who"]) and (who := committed(plain[found.start("who") :])[0]):
            return who
    return ""


_CONSULTS = re.compile(r",?\s+in consultation with\b.*$", re.DOTALL)
_IN_BRACKETS = re.compile(r"\((?P<inner>[^()]{5,90})\)\s*[.;]?$")


def in_brackets(text: str) -> str:
    """Who carries it out, as brackets at the end say: "… be visited (AB to arrange)"; else ""."""
    found = _IN_BRACKETS.search(text)
    return ahead(found["inner"])[0].strip(" ,") if found else ""


_AND_THAT = re.compile(
    r"\band\s+(?:that\s+)?(?P<who>.{2,60}?)\s+(?:would|will|should|(?:be|was|were)\s+(?:asked|requested|invited"
    r"|instructed|authori[sz]ed))\b"
)


def _undated(who: str) -> str:
    """Who stands in a tag, without by when: "Clerk, end of April"."""
    from loaders.minutes.wording import dues

    name, comma, rest = who.rpartition(",")
    dated = re.search(r"\d", rest) or dues.words(f"by {rest.strip()}") or dues.words(rest)
    return name if comma and dated else who


def _acts(word: str) -> bool:
    plain = [word] + [word[: -len(end)] for end in ("s", "es") if word.endswith(end)]
    return any(VERBS.fullmatch(one) for one in plain)


def bare(text: str) -> str:
    """Who stands before a bare verb, as after "that": "the Head of Legal provide a note"."""
    for found in re.finditer(r"\s+(?=([a-z-]+)\b)", text[:120]):
        who = text[: found.start()]
        if _acts(found[1]) and names_somebody(who) and not SAYS.search(who):
            post = POSTS.search(who) and (who[:1].isupper() or who.startswith(("the ", "officers")))
            return who.strip(" ,") if post and titled(who) and not BODIES.match(who) else ""
    return ""


def _dashed(text: str) -> str:
    """What stands after a last dash, or before the date after it: "… – AB – 12 May"."""
    from loaders.minutes.wording import dues

    parts = re.split(r"\s[–—-]\s", text.rstrip(" .;"))
    while (
        len(parts) > 1
        and re.search(r"\d|ongoing|asap|next meeting|end of|immediate", parts[-1], re.IGNORECASE)
        and (dues.words(f"by {parts[-1]}") or dues.words(parts[-1]))
    ):
        parts.pop()
    return parts[-1].strip() if len(parts) > 1 else ""
