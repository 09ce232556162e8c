"""What words name a post, a team, a person or a committee, and what words are verbs of work."""

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
    r"^(?:the\s+)?(?:option|phase|item|section|appendix|annex|version|stage|question|part|figure"
    r"|table|milestone|tier|level)\s+\w{1,3}$|^(?:some|any|no)(?:one|body)$"
    r"|^(?:the\s+|a\s+|an\s+|this\s+|that\s+|it\b|there\b|they\b|he\b|she\b|further\s+"
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
    r"|escalate|finish|mend|fill|count|cut|clean|clear|paint|tell|warn|trace|widen|commission"
    r"|negotiate|facilitate|link|embed|cascade|disseminate|benchmark|pilot|reconcile|resume"
    r"|rearrange|reinstate|reconsider|resubmit|redesign|re-?issue|sort|quantify|model)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Za-z]{0,3}[./-]?\d[\w./-]*$")
"""The reference of something: "Q7", "AM22/04"."""
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_OTHER = 2
"""So many small words that name no post may stand in who is named: "the acting housing lead"."""
_JOINS = re.compile(
    r"of|for|the|and|to|or|in|with|at|deputy|acting|interim|assistant|senior|joint|new|other"
)
_ALL = re.compile(r"all\s+\S", re.IGNORECASE)
_ORDERS = re.compile(
    r"^(?:asks?|invites?|accepts?|rejects?|thanks|write|contact|send|remind|request|instruct|tell|email|call|get|thank|inform"
    r"|notify|consider"
    r"|agree|seek|make|encourage|continue|need|arrange|report|comments?|letter|meeting|update"
    r"|note|work)\b",
    re.IGNORECASE,
)
SAYS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|said|asked|agreed|agrees|resolves|approves|noted|notes|will|would|should"
    r"|need|needs"
    r"|that|which|if|whether|how|when|what|why|by|made|could|can|did|does|started|discussed"
    r"|resolved|felt"
    r"|explained|suggested|wanted|raised|outlined|thanked|wished|presented|reported|stated"
    r"|ability)\b"
    r"|^(?:he|she|it|they|we|i)$|\b(?:aims?|hopes?|intends?|continues?|seeks?|tries|try|expects?)$",
    re.IGNORECASE,
)


def names_somebody(text: str) -> bool:
    """Whether words are a post, team, name or initials, and not a thing."""
    plain = _ARTICLE.sub("", text.strip(" .,:;"))
    if not plain or len(plain.split()) > 14 or _THINGS.match(text.strip()) or _CODE.match(plain):
        return False
    if _INITIALS.match(plain):
        return True
    if _ORDERS.match(plain) or (_ALL.match(plain) and not POSTS.search(plain[4:])):
        return False
    other = [
        word
        for word in re.findall(r"[\w’'-]+", plain)
        if word.islower() and not _JOINS.fullmatch(word) and not POSTS.fullmatch(word)
    ]
    return len(other) <= _OTHER and bool(POSTS.search(plain) or _NAMES.match(plain))


def alone(text: str) -> bool:
    """Whether words are nobody's sentence: only who is to do it, as a tag or a cell has it."""
    plain = text.strip(" .,:;[]()")
    short = len(plain.split()) <= 12 and not re.search(r"\s+to\s+[a-z-]+", plain)
    short = (
        short
        and not re.search(r"[(]|: ", plain)
        and not SAYS.search(plain)
        and not re.search(r"\brelates?\b", plain)
    )
    return (
        short
        and bool(plain)
        and plain[:1].isupper() | plain.casefold().startswith("the ")
        and names_somebody(plain)
    )


def titled(who: str) -> bool:
    """Whether every word is a post, a capitalised word or one that joins them."""
    return all(
        word[:1].isupper() or word.isdigit() or _JOINS.fullmatch(word) or POSTS.fullmatch(word)
        for word in re.findall(r"[\w’'-]+", who)
    )
