"""Plain words that findings share: dates, counts and lists as people write them."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from workstreams.view import Plan, Snapshot


def day(when: date | pd.Timestamp) -> str:
    """A date as people write it: 7 September 2021."""
    return f"{when.day} {when:%B %Y}"


def short_day(when: date | pd.Timestamp) -> str:
    """A date for a table, which never breaks over two lines: 22 Nov 2022."""
    return f"{when.day}\u00a0{when:%b}\u00a0{when:%Y}"


def month(when: date | pd.Timestamp) -> str:
    """A month as people write it: September 2021."""
    return f"{when:%B %Y}"


def dated(snapshot: Snapshot) -> str:
    """A file with its date: "plan.xlsx, as at 7 September 2021"."""
    return snapshot.file if snapshot.described else f"{snapshot.file}, as at {day(snapshot.as_at)}"


SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(how_many: int) -> str:
    """A small number inside a sentence as a word, a larger one in figures: "three", "12"."""
    return SMALL[how_many] if how_many < len(SMALL) else f"{how_many}"


def counted(number: int, one: str, many: str = "") -> str:
    """How many of a thing: "1 post", "3 posts", "no posts"."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"


def are(number: int) -> str:
    """The verb for one thing or several."""
    return "is" if number == 1 else "are"


def was(number: int) -> str:
    """The past verb for one thing or several."""
    return "was" if number == 1 else "were"


def has(number: int) -> str:
    """What one thing or several have, or have become."""
    return "has" if number == 1 else "have"


def mean(number: int) -> str:
    """What one word or several stand for."""
    return "means" if number == 1 else "mean"


def of_all(some: int, number: int, one: str, verbs: tuple[str, str] = ("is", "are")) -> str:
    """How many of a number of things, with the verb: "2 of 5 actions are", "Both posts are".

    Where it is none of several: "None of 5 actions is"; of the only one: "The one action is not".
    """
    singular, plural = verbs
    if number == 1:
        return f"The one {one} {singular}{'' if some else ' not'}"
    if not some:
        return f"None of {number} {one}s {singular}"
    if some == number:
        return f"{'Both' if number == 2 else f'All {number}'} {one}s {plural}"
    return f"{some} of {number} {one}s {singular if some == 1 else plural}"


def listed(things: Sequence[str]) -> str:
    """Things in a row: "a", "a and b", "a, b and c"."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} and {things[-1]}"


def sentence(text: str) -> str:
    """The text with its first letter as a capital and the rest left alone."""
    return text[:1].upper() + text[1:]


def lower(name: str) -> str:
    """A figure's name inside a sentence; one that begins with capitals keeps them."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def subtitle(what: str, how_many: str, plan: Plan, as_at: date) -> str:
    """The line under a chart's finding: what it counts, how many, of which plan, as at when."""
    return f"{what}. {sentence(how_many)}, {whose(plan)}, as at {day(as_at)}."


def whose(plan: Plan) -> str:
    """A plan by its council's name and its own: a picture is often looked at far from both."""
    if not plan.council or plan.council.casefold() in plan.name.casefold():
        return plan.name
    return f"{plan.council}, {plan.name}"
