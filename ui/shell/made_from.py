"""What tells whether a thing that was worked out from a plan, and kept, is out of date."""

from functools import cache

from reports.content.rules import HOUSE, RULES, of_files


def made_from(version: str) -> str:
    """What is worked out now would be made from: the plan as it is, by the rules as they are."""
    return f"{version}, rules {_rules()}"


@cache
def _rules() -> str:
    """Changes whenever a line does that works a figure out, or that reads what it is of."""
    return of_files(HOUSE, (*RULES, "store"))
