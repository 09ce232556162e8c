"""How long something holds, as people write it: "3 years", "annual", "every 24 months"."""

import re

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTED = re.compile(
    rf"^(?:every |each |valid for |for )?(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)}|)[ -]?"
    r"(?P<unit>years?(?:ly)?|yrs?|yearly|y|months?(?:ly)?|mths?|m)\.?(?: refresh\w*)?$"
)
_NAMED = {
    **dict.fromkeys(("annual", "annually", "every year", "each year", "yearly"), 12),
    **dict.fromkeys(("biennial", "biennially", "every other year", "every second year"), 24),
    **dict.fromkeys(("triennial", "triennially"), 36),
    **dict.fromkeys(("six-monthly", "half-yearly", "twice a year"), 6),
}
LONGEST = 120


def months(value: object, unit: str = "") -> int | None:
    """The months that a cell says; None where it is no length of time.

    ``unit`` is what a number alone counts, "years" or "months".
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float) or (isinstance(value, str) and value.strip().isdecimal()):
        count = float(value)
        found = count * {"years": 12, "months": 1}.get(unit, 0)
        return int(found) if 0 < found <= LONGEST and found.is_integer() else None
    if not isinstance(value, str):
        return None
    words = " ".join(value.casefold().strip(" .()").split())
    if words in _NAMED:
        return _NAMED[words]
    match = _COUNTED.match(words)
    if not match:
        return None
    counted = match["count"]
    number = int(counted) if counted.isdecimal() else _NUMBERS.get(counted, 1)
    found = number * (12 if match["unit"].startswith("y") else 1)
    return found if 0 < found <= LONGEST else None
