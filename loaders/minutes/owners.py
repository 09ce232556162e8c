"""Who is to do something, in the words of minutes: a post, a team, a name, initials."""

import re

INITIALS = r"[A-Z]{2,4}[a-z]?"
_INITIALS = re.compile(rf"^{INITIALS}(?:\s*(?:,|/|&|\+|and|,\s*and)\s*{INITIALS})*$")
_NAME = r"[A-Z][\w’'.-]*"
_NAMES = re.compile(
    rf"^{_NAME}(?:\s+(?:{_NAME}|of|for|the|and|&|de"
    rf"|van)){{0,7}}(?:\s*[,/]\s*{_NAME}(?:\s+{_NAME})*)*"
    rf"(?:,?\s*(?:and|&|/)\s*{_NAME}(?:\s+{_NAME})*)?$"
)
POSTS = re.compile(
    r"\b(?:director|officer|manager|head|chair(?:man|woman|person)?|convenor|clerk|secretar(?:y"
    r"|iat)|lead|leads"
    r"|leader|team|councillors?|cllrs?|members?|treasurer|co-?ordinator|solicitor|deputy|executive"
    r"|accountant|engineer|administrator|principal|headteacher|governors?|trustees?|editor|editors"
    r"|chief|commissioner|inspector|librarian|archivist|adviser|advisor|analyst|architect|planner"
    r"|surveyor|developer|maintainers?|organi[sz]ers?|representatives?|reps?|officers|directors"
    r"|managers|heads|service|services|department|directorate|division|unit|office|support|staff"
    r"|group|sub-?group|working party|committee|sub-?committee|board|panel|forum|partnership"
    r"|council|trust|all|everyone"
    r"|everybody|volunteers?|contractors?|consultants?|auditors?|auditor|president|vice-chair"
    r"|caretaker"
    r"|warden|scrutiny|democratic services|partners|colleagues|champion|specialist|practitioner"
    r"|portfolio holder|cabinet member|monitoring officer|facilitator|registrar|co-chairs?"
    r"|author)\b",
    re.IGNORECASE,
)
BODIES = re.compile(
    r"^(?:the\s+)?(?:[\w’'&,-]+\s+){0,6}?(?:committee|sub-?committee|board|panel|group|council"
    r"|cabinet|executive"
    r"|members?|forum|partnership|meeting|governors|councillors|trustees|commission|team"
    r"|directors|all"
    r"|we|everyone|those present|assembly|court|conference|party|network|alliance|consortium"
    r"|society|association|attendees|participants|delegates)$",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"^(?:the\s+|a\s+|an\s+|this\s+|that\s+|it\b|there\b|they\b|he\b|she\b|further\s+"
    r"|all\s+)?(?:[\w’'-]+\s+){0,4}?(?:it|there|report|reports|letter|paper|papers|update"
    r"|updates|minutes|item|items|draft|drafts|policy|policies|strategy|agenda|document|documents"
    r"|training|review|plan|plans|scheme|information|data|costs?|funding|budget|website|statement"
    r"|need|approach|proposals?|process|system|results?|feedback|comments?|link|links|reference"
    r"|date|dates|venue|event|work|changes|decision|details|invitation|page|list|table|version"
    r"|guidance|advice|standards?|survey|grant|project|access|issue|issues|action|actions|option"
    r"|options)$",
    re.IGNORECASE,
)
VERBS = re.compile(
    r"^(?:accept|act|add|archive|address|adopt|advertise|advise|agree|align|allow|amend|analyse"
    r"|apply|approach|approve|arrange|ascertain|ask"
    r"|assess|assist|attend|audit|author|be|begin|book|bring|build|buy|call|capture|carry|chair"
    r"|change|chase|check|circulate"
    r"|clarify|close|collate|collect|come|comment|communicate|compare|compile|complete|conduct"
    r"|confirm|connect|consider|consult"
    r"|contact|continue|convene|convert|coordinate|co-ordinate|copy|correct|cost|create|deal"
    r"|decide|define|deliver|design"
    r"|determine|develop|discuss|display|distribute|document|draft|draw|edit|email|e-mail"
    r"|encourage|engage|enquire|ensure|establish"
    r"|evaluate|examine|expand|explain|explore|extend|feed|file|finalise|finalize|find|fix|follow"
    r"|forward|fund|gather|get|give"
    r"|go|handle|help|hold|host|identify|implement|improve|include|incorporate|inform|inspect"
    r"|install|instruct|insert|inquire"
    r"|introduce|investigate|invite|invoice|issue|join|keep|launch|lead|learn|let|liaise|list|log"
    r"|look|maintain|make|manage"
    r"|map|measure|meet|merge|monitor|move|nominate|note|notify|obtain|offer|open|order|organise"
    r"|organize|oversee"
    r"|pass|pay|phone|pick|place|plan|post|prepare|present|print|prioriti[sz]e|produce|progress"
    r"|promote|propose|provide|publish|purchase"
    r"|push|put|raise|re-?circulate|re-?draft|read|recommend|record|recruit|refer|refine|refresh"
    r"|register|release|remind|remove|repair"
    r"|replace|reply|report|represent|request|research|resend|resolve|respond|return|review"
    r"|revise|revisit|rewrite|ring|run|scope|schedule|search|secure"
    r"|seek|select|send|set|share|show|sign|simplify|source|speak|start|store|strengthen|submit"
    r"|suggest|summari[sz]e|supply"
    r"|support|survey|tabulate|take|talk|test|tidy|track|train|transfer|translate|trial|try"
    r"|undertake|update|upload|use|verify"
    r"|visit|work|write|scan|supplement|canvass|renew|contribute|retain|pursue|reach|push"
    r"|escalate)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"^(?P<who>.{2,90}?)\s+(?:will|shall|would|should|must|can|is to|are to|was to|were to|has to"
    r"|agreed to|has agreed to|have agreed to|undertook to|offered to|volunteered to|promised to"
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
    r"|will)\s+(?P<verb>[a-z-]+)"
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
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def names_somebody(text: str) -> bool:
    """Whether words are a post, team, name or initials, and not a thing."""
    plain = _ARTICLE.sub("", text.strip(" .,:;"))
    if not plain or len(plain.split()) > 14 or _THINGS.match(text.strip()):
        return False
    if _INITIALS.match(plain):
        return True
    if _ORDERS.match(plain):
        return False
    other = [
        word
        for word in re.findall(r"[\w’'-]+", plain)
        if word.islower() and not _JOINS.fullmatch(word) and not POSTS.fullmatch(word)
    ]
    return len(other) <= _OTHER and bool(POSTS.search(plain) or _NAMES.match(plain))


_OTHER = 2
"""So many small words that name no post may stand in who is named: "the acting housing lead"."""
_JOINS = re.compile(
    r"of|for|the|and|to|or|in|with|at|deputy|acting|interim|assistant|senior|joint|new|other"
)
_ORDERS = re.compile(
    r"^(?:ask|invite|write|contact|send|remind|request|instruct|tell|email|call|get|thank|inform"
    r"|notify|consider"
    r"|agree|seek|make|encourage|continue|need|arrange|report|comments?|letter|meeting|update"
    r"|note|work)\b",
    re.IGNORECASE,
)


def alone(text: str) -> bool:
    """Whether words are nobody's sentence: only who is to do it, as a tag or a cell has it."""
    plain = text.strip(" .,:;[]()")
    short = len(plain.split()) <= 12 and not _TO.search(plain)
    short = short and not SAYS.search(plain) and not re.search(r"\brelates?\b", plain)
    return (
        short
        and bool(plain)
        and plain[:1].isupper() | plain.casefold().startswith("the ")
        and names_somebody(plain)
    )


def ahead(text: str) -> tuple[str, str]:
    """Who stands before "to" and what they are to do: ("AB", "send the paper"); ("", "") for none."""
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


_NO_VERB = frozenset(
    [
        "the",
        "this",
        "that",
        "these",
        "our",
        "their",
        "his",
        "her",
        "its",
        "all",
        "any",
        "each",
        "every",
        "some",
        "more",
        "most",
        "both",
        "other",
        "one",
        "two",
    ]
)


def _may_be_verb(word: str, who: str) -> bool:
    """Whether a word after "to" may be a verb that is not listed: after initials or a plain post."""
    plain = word.isalpha() and word.islower() and len(word) > 2 and word not in _NO_VERB
    return (
        plain and not word.endswith(("s", "ing", "ed", "tion", "ment", "ly", "ity")) and alone(who)
    )


SAYS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|said|asked|agreed|noted|notes|will|would|should"
    r"|need|needs"
    r"|that|which|if|whether|how|when|what|why|by|made|could|can|did|does|started|discussed"
    r"|resolved|felt"
    r"|explained|suggested|wanted|raised|outlined|thanked|wished|presented|reported|stated"
    r"|ability)\b",
    re.IGNORECASE,
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
    plain = re.sub(r"^(?:that|to)\s*:?\s+", "", text.strip(), flags=re.IGNORECASE)
    if found := _DELEGATED.search(plain):
        return found["who"].strip(" ,")
    for way in (committed(plain)[0], ahead(plain)[0]):
        if way:
            return way.strip(" ,")
    if found := _AHEAD.match(plain):
        if alone(found["who"]) and len(found["who"].split()) <= 6:
            return found["who"].strip()
    for tag in _TAGS:
        if (found := tag.search(plain)) and alone(
            who := re.sub(r",[^,]*\d[^,]*$", "", found["who"])
        ):
            return who.strip()
    if (found := _dashed(plain)) and alone(found):
        return found
    if (
        (found := _ASKING.search(plain))
        and names_somebody(found["who"])
        and not SAYS.search(found["who"])
        and VERBS.match(found["verb"])
    ):
        return found["who"].strip(" ,")
    if (found := _BY.search(plain)) and alone(found["who"]):
        return found["who"].strip()
    if who := _bare(plain):
        return who
    for found in _AND_THAT.finditer(plain):
        if not BODIES.match(found["who"]) and (who := committed(plain[found.start("who") :])[0]):
            return who
    return ""


_AND_THAT = re.compile(r"\band\s+that\s+(?P<who>.{2,60}?)\s+(?:would|will|should)\b")


def _bare(text: str) -> str:
    """Who stands before a verb without "to", as after "that": "the Head of Legal provide a note"."""
    for found in re.finditer(r"\s+(?=([a-z-]+)\b)", text[:120]):
        who = text[: found.start()]
        if VERBS.fullmatch(found[1]) and names_somebody(who) and not SAYS.search(who):
            post = POSTS.search(who) and (who[:1].isupper() or who.startswith("the "))
            return who.strip(" ,") if post and _titled(who) and not BODIES.match(who) else ""
    return ""


def _titled(who: str) -> bool:
    return all(
        word[:1].isupper() or _JOINS.fullmatch(word) or POSTS.fullmatch(word)
        for word in re.findall(r"[\w’'-]+", who)
    )


def _dashed(text: str) -> str:
    """What stands after a dash at the end, before the date where there is one: "… – AB – 12 May"."""
    from loaders.minutes import dues

    parts = re.split(r"\s[–—-]\s", text.rstrip(" .;"))
    while (
        len(parts) > 1
        and re.search(r"\d|ongoing|asap|next meeting|end of|immediate", parts[-1], re.IGNORECASE)
        and (dues.words(f"by {parts[-1]}") or dues.words(parts[-1]))
    ):
        parts.pop()
    return parts[-1].strip() if len(parts) > 1 else ""
