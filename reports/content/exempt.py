"""Why a members' copy is not for publication: the paragraphs of Schedule 12A that a plan names."""

import re
from collections.abc import Iterable, Mapping

from workstreams.view import View
from workstreams.wording import listed

SETTING = "exempt_paragraphs"
"""The plan's setting: which paragraphs, in words."""
PARAGRAPHS = {
    1: "about an individual",
    2: "likely to reveal who an individual is",
    3: "about anybody's financial or business affairs",
    4: "about consultations or negotiations on labour relations",
    5: "for which legal professional privilege could be claimed",
    6: "about a notice, order or direction the council proposes to give",
    7: "about preventing, investigating or prosecuting crime",
}
"""The paragraphs of Part 1 of Schedule 12A for England: information that is …"""
USUAL = (1, 2)
EXEMPT = "Exempt: not for publication ({} of Part 1 of Schedule 12A, Local Government Act 1972)"


def banner(view: View) -> str:
    """What stands on every page and picture of a members' copy; "" on a public one."""
    if view.audience == "public":
        return ""
    return EXEMPT.format(view.settings.get(SETTING) or words(USUAL))


def words(numbers: Iterable[int]) -> str:
    """The paragraphs as they are cited: "paragraph 5", "paragraphs 1 and 2"."""
    cited = [str(number) for number in sorted(numbers)]
    return f"paragraph{'' if len(cited) == 1 else 's'} {listed(cited)}"


def chosen(settings: Mapping[str, object]) -> tuple[int, ...]:
    """The numbers of the paragraphs that a plan's settings name."""
    found = {int(number) for number in re.findall(r"\d+", str(settings.get(SETTING) or ""))}
    return tuple(number for number in PARAGRAPHS if number in found) or USUAL
