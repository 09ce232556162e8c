"""Names of people: those that are known as such, and words that may be one and are asked about."""

import re

from loaders.personal.known import BOTH, CASE_WORDS, FAMILY, GIVEN

_TITLE = re.compile(r"\b(?i:mr|mrs|ms|miss|mx)\.? (?:[A-Z]\.? ?)?[A-Z][A-Za-z’'-]+")
_FAMILY_OF = re.compile(
    r"\b(?P<name>[A-Z][a-z’'-]{2,}) (?:family|children|siblings|brothers|sisters)\b"
)
_CALLED = re.compile(r"\b(?:called|named|known as|aka|a\.k\.a\.) [A-Z][a-z’'-]{2,}")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_PAIR = re.compile(
    r"(?<![\w’'-])(?P<first>[A-Z][\w’'-]+),? (?:[A-Z]\.? |[A-Z][\w’'-]+ )?"
    r"(?P<last>[A-Z][\w’'-]+|[A-Z]\b)"
)
_PUBLIC = re.compile(
    # Reported cases, and those who decide them, are public.
    r"\b(?:[A-Z][\w’'-]* (?:\([A-Z]\w+\) )?){1,4}v\.? (?:[A-Z][\w’'-]*,? ?|of ){1,5}"
    r"|\bRe [A-Z]{1,2}\b(?: \(Children\))?|\b(?:[A-Z][\w’'-]+ )L?JJ?\b"
    r"|\b(?:M(?:r|rs|s) )?(?:Justice|Judge|HHJ|DJ|Lord|Lady|Baroness|Sir|Dame|Cllr|Councillor"
    r"|Professor|Prof)\b\.? (?:[A-Z][\w’'-]+ ?){1,2}"
    r"|\b(?:St|Saint|Prince|Princess|Queen|King)\b\.? [A-Z][\w’'-]+"
    r"|\b(?:[A-Z][\w’'-]+ ){1,3}(?:Hospital|Foundation|Trust|School|Centre|Review|Inquiry|Report"
    r"|College|Chambers|Council|Act|Academy|University)\b"
)
_CHILD = r"(?i:child|baby|boy|girl|mother|father|mum|dad|brother|sister|son|daughter|twin|sibling)"
_NAMED_CHILD = re.compile(rf"\b{_CHILD}:? (?P<name>[A-Z][a-z’'-]{{2,}})\b")
_AROUND = {
    *("family", "families", "children", "siblings", "case", "matter", "re", "the", "of", "and"),
    *("mr", "mrs", "ms", "miss", "baby", "claim", "master"),
}
"""What stands around a name."""
MOST_WORDS = 4
"""A cell of more words is no name alone."""


def name_of_a_person(text: str) -> str:
    """What is known as somebody's name in a text, in words for an officer; "" where nothing is."""
    return "the name of a person" if _holds_a_name(text) else ""


def _holds_a_name(text: str) -> bool:
    text = _PUBLIC.sub(" ", text)
    if _TITLE.search(text) or _CALLED.search(text):
        return True
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
    bare = [word.removesuffix("'s") for word in words if word not in _AROUND]
    if 0 < len(bare) <= 3 and all(map(_known, bare)) and any(word not in BOTH for word in bare):
        return True
    named = (*_NAMED_CHILD.finditer(text), *_FAMILY_OF.finditer(text))
    if any(_known(one["name"].casefold().removesuffix("'s")) for one in named):
        return True
    if any(_are_a_pair(one["first"], one["last"]) for one in _PAIR.finditer(text)):
        return True
    return any(_is_given(word) for word in re.findall(r"(?<![\w’'-])[A-Z][a-z]+", text))


def _known(word: str) -> bool:
    return word in GIVEN or word in FAMILY or word in BOTH or _double(word)


def _double(word: str) -> bool:
    """A name of two with a hyphen: "Smith-Jones", "Ellie-Mae"."""
    parts = word.split("-")
    return len(parts) == 2 and all(p in GIVEN or p in FAMILY or p == "mae" for p in parts)


def _is_given(word: str) -> bool:
    plain = word.casefold()
    return plain in GIVEN and plain not in BOTH


def _are_a_pair(first: str, last: str) -> bool:
    """Whether two capitalised words are somebody's: a given name and any other that is no post."""
    one, other = (re.sub(r"[’']s?$", "", word.casefold()) for word in (first, last))
    given = {one, other} & GIVEN
    family = {one, other} & FAMILY
    return bool(given - BOTH) or bool(given and family and one != other)


def doubt(text: str) -> str:
    """ "a name" where a cell may hold a rare one; "" where it holds none, or one that is known.

    That is a short cell of capitalised words that no list of cases is written with. Whether one
    is a name or made up, only whoever typed it can tell, so it is asked.
    """
    return "a name" if _may_be_a_name(text) else ""


def _may_be_a_name(text: str) -> bool:
    words = _WORD.findall(_PUBLIC.sub(" ", text))
    if any(map(str.isdigit, text)) or not 0 < len(words) <= MOST_WORDS:
        return False
    unknown = [w for w in words if len(w) > 3 and not _is_known_word(w)]
    names = [w for w in unknown if w[0].isupper()]
    rest = [w for w in words if w not in names and len(w) > 3]
    return bool(names) and not any(w.islower() and w.casefold() not in _AROUND for w in rest)


def _is_known_word(word: str) -> bool:
    plain = word.casefold().replace("’", "'").removesuffix("'s")
    return any(
        form in CASE_WORDS
        for form in (
            plain,
            plain.removesuffix("s"),
            plain.removesuffix("ed"),
            *plain.split("-")[:1],
        )
    )
