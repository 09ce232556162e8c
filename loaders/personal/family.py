"""How old somebody is, when they were born, and whose mother or brother somebody is."""

import re

_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\.?|born|date of birth|\d{1,2}(?:st|nd|rd|th) birthday)\b", re.I
)
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen"
)
_N = rf"(?:\d{{1,2}}(?:½|\.5)?|{_WORDS})"
_RANGE = (
    r"(?! ?(?:\+|%|to\b|-|–|—|plus\b|and (?:over|above|under|up|below)"
    r"|or (?:over|above|under|older|more|younger)))"
)
_PERIOD = r"days?|weeks?|months?|years?|yrs?"
_AGED = re.compile(
    rf"(?<!\w)(?:(?P<what>[A-Za-z]+),? (?:is |are |was |were |been |has been )?)?aged:? "
    rf"{_N}\b{_RANGE}(?! ?\d)",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"cases?|claims?|debts?|invoices?|arrears|referrals?|actions?|complaints?|balances?|items?|"
    r"assessments?|plans?|vacanc(?:y|ies)|posts?|matters?|files?|sums?|payments?|accounts?|not",
    re.IGNORECASE,
)
_AGE = re.compile(
    rf"(?P<before>\b[a-z]+ )?\bages?(?: (?:is|was|of|are))?:? {_N}\b{_RANGE}(?! ?\d)", re.IGNORECASE
)
_LEGAL = re.compile(
    r"(?:until|till|to|from|under|over|before|after|by|reach\w*|above|below|stage) ", re.I
)
_OLD = re.compile(
    rf"\b{_N}(?:[- ]and[- ]a[- ]half)?[- ]?(?:years?|yrs?|months?|weeks?|days?)[- ]?olds?\b"
    r"(?P<noun>(?: [a-z-]+){0,2})",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"\b(?:cases?|plans?|polic(?:y|ies)|judge?ments?|systems?|guidance|buildings?|computers?|data|"
    r"backlogs?|debts?|contracts?|agreements?|reports?|orders?|claims?|matters?|complaints?|"
    r"procedures?|strateg(?:y|ies)|files?|records?|decisions?|assessments?|process(?:es)?|laptops?|"
    r"vehicles?|practices?|forms?|templates?|audits?|issues?|problems?|disputes?|delays?|requests?|"
    r"referrals?|invoices?|vacanc(?:y|ies)|posts?|figures?|statements?|advice)\b",
    re.IGNORECASE,
)
_ARE_OLD = re.compile(
    r"\b(?:cases?|plans?|data|figures?|assessments?|records?|files?|debts?|referrals?)"
    r"[^.,;]{0,15}(?:is|are|was|were|over|than|at least|nearly|now) ?(?:now |over |nearly )?$",
    re.I,
)
_SHORT = re.compile(r"\b\d{1,2} ?(?:y/?o|yrs? of age|years of age|months of age)\b", re.IGNORECASE)
_CHILD = (
    r"(?:boy|girl|child|baby|infant|toddler|son|daughter|brother|sister|sibling|twin|mother|father|"
    r"teenager|pupil|student)"
)
_BEHIND = re.compile(
    rf"\b{_CHILD}(?: \(\d{{1,2}}\)|, ?(?:now )?\d{{1,2}}(?=$|[,.;)]| and)|"
    rf" (?:of|is|was|turned) {_N}\b(?! ?(?:%|{_PERIOD}|cases?|claims?)))",
    re.IGNORECASE,
)
_TURNED = re.compile(rf"\bturned {_N}\b", re.IGNORECASE)
_SCHOOL = re.compile(r"\byear \d{1,2} (?:pupil|student|boy|girl|child)\b", re.IGNORECASE)

_KIN = (
    r"(?:mother|father|mum|mummy|dad|daddy|brother|sister|sibling|twin|son|daughter|"
    r"grand-?(?:mother|father|ma|dad|parents?|son|daughter)|nan|nana|gran|granny|auntie|aunty|aunt|"
    r"uncle|cousin|niece|nephew|wife|husband|partner|boyfriend|girlfriend|"
    r"(?:step|half|foster)[- ]?(?:mother|father|mum|dad|brother|sister|son|daughter|sibling)s?)"
)
_PLURAL = r"(?:brothers|sisters|siblings|parents|twins|sons|daughters|family|children|aunts|uncles)"
_KIND_OF = (
    r"(?:(?:own|birth|natural|maternal|paternal|late|elder|older|younger|eldest|youngest|oldest|"
    r"little|big|baby|half|step|twin|two|three|foster|teenage|new)[- ]){0,2}"
)
_RELATIONS = (
    re.compile(rf"\b(?:his|her) {_KIND_OF}(?:{_KIN}|{_PLURAL})\b", re.IGNORECASE),
    re.compile(rf"\b(?:their|whose) {_KIND_OF}{_KIN}\b", re.IGNORECASE),
    re.compile(
        r"\b(?:boy|girl|baby|twin|brother|sister|mother|father|uncle|aunt|cousin)[’']s "
        rf"{_KIND_OF}(?:{_KIN}|{_PLURAL})\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b[A-Z]{{1,2}}[’']s {_KIND_OF}(?:{_KIN}|{_PLURAL})\b"),
    re.compile(
        rf"(?:\band|&|\+|\bwith|\bfrom) (?:(?:his|her|their|the|a|an|one|two) )?{_KIND_OF}"
        r"(?:(?:half|step)[- ]?)?(?:brother|sister|twin|cousin|nephew|niece)\b(?!-in-law)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:eldest|youngest|older|younger|elder|little|baby|twin|half|step)[- ]"
        r"(?:brother|sister|sibling|son|daughter|child)s?\b(?! groups?\b)",
        re.I,
    ),
    re.compile(r"\btwins?\b(?![- ]?track)(?![- ]?town)(?![- ]bed)", re.IGNORECASE),
    re.compile(rf"\bsiblings? (?:group|set) of {_N}\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:two|three|four|five|six|seven|[2-9]) {_KIND_OF}"
        r"(?:siblings|brothers|sisters)\b",
        re.I,
    ),
)


def age_or_relation(text: str) -> str:
    """Whether a text says a birth, an age or a relation, in words for an officer; "" where not."""
    if _BIRTH.search(text):
        return "a date of birth"
    if _is_an_age(text):
        return "somebody's age"
    return "a family relation" if any(r.search(text) for r in _RELATIONS) else ""


def _of_a_thing(text: str, aged: re.Match[str]) -> bool:
    """Whether it is a debt or a case that is "aged 30 days"."""
    after = re.match(rf" (?:{_PERIOD}) (?:\w+ )?(?P<noun>\w+)", text[aged.end() :])
    before = aged["what"] and _MONEY.fullmatch(aged["what"])
    return bool(before or (after and _MONEY.fullmatch(after["noun"])))


def _is_an_age(text: str) -> bool:
    if any(not _of_a_thing(text, one) for one in _AGED.finditer(text)):
        return True
    if any(not _LEGAL.match(one["before"] or "") for one in _AGE.finditer(text)):
        return True
    for one in _OLD.finditer(text):
        plural = one[0].removesuffix(one["noun"]).casefold().endswith("olds")
        thing = _THINGS.search(one["noun"]) or _ARE_OLD.search(text[: one.start()])
        if not plural and not thing:
            return True
    return any(rule.search(text) for rule in (_SHORT, _BEHIND, _TURNED, _SCHOOL))
