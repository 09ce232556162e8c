"""What a reader takes a file to say of the number of cases: which count, when, between what."""

import re
from calendar import month_abbr, month_name
from dataclasses import dataclass
from datetime import date, datetime

MANY = 10**6
MONTH = "|".join(name for name in [*month_name, *month_abbr] if name)
DAY = rf"(?:\d{{1,2}} (?:{MONTH}) \d{{4}}|\d{{4}}-\d\d-\d\d)"
LEFT_OUT = "a number left out because it would give a smaller one away"
NUMBER = (
    r"(?:\d+ to \d+|\d[\d,]*(?:\.\d+)?|[Nn]one|No|c|not given"
    rf"|{LEFT_OUT}|{LEFT_OUT.capitalize()})"
)


@dataclass(frozen=True)
class Said:
    """One statement: the count is at least ``low`` and at most ``high`` on that date."""

    cell: str
    when: date
    low: int
    high: int
    words: str = ""

    @property
    def exact(self) -> bool:
        """Whether it gives a number of cases, and not none and not a band."""
        return self.low == self.high > 0


def day(text: str) -> date | None:
    """A date in words, or None where it is none."""
    for form in ("%d %B %Y", "%d %b %Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip().removeprefix("At "), form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def number(text: str) -> tuple[int, int] | None:
    """What a printed count allows: "not given" anything, "6 to 10" a band, "8" or "8.0" itself."""
    text = text.strip().removeprefix("£").replace(",", "")
    if text in ("c", "not given", LEFT_OUT, LEFT_OUT.capitalize()):
        return 0, MANY
    if text.lower() in ("none", "no"):
        return 0, 0
    if band := re.fullmatch(r"(\d+) to (\d+)", text):
        return int(band[1]), int(band[2])
    if re.fullmatch(r"\d+(\.0)?", text):
        return int(float(text)), int(float(text))
    return None
