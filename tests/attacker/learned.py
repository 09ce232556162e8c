"""What the attacker learns of the sample plan with cases, beside what is true and may be known."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from measures.hra_cases import Tally
from measures.small_numbers.published_cases import LEAST_LEFT
from store.views import view
from tests.attacker import attack, forms
from tests.attacker.attack import CELLS, FLOWS, Count, Read
from tests.attacker.forms import Met
from tests.attacker.said import MANY, Said
from workstreams.hra_cases.listed import case_list

ANSWERED = {*CELLS, *FLOWS}
"""The counts that a public copy may speak of."""


@cache
def truth() -> dict[date, Tally]:
    """Every count of cases at every date, as members know them."""
    tallies = case_list(view(forms.engine(), 1, audience="members")).tallies
    return {tally.when: tally for tally in tallies}


def lists() -> tuple[date, ...]:
    return tuple(truth())


@cache
def reads(meeting: Met) -> dict[str, Read]:
    """What each public file of a meeting says of cases."""
    files = forms.files_of(meeting)
    return {name: attack.read(name, data, lists()) for name, data in files.items()}


@cache
def everything() -> dict[str, Read]:
    """What each public file of every meeting says of cases."""
    return {
        f"{meeting}: {name}": read
        for meeting in forms.met()
        for name, read in reads(meeting).items()
    }


def said(found: Iterable[Read]) -> set[Said]:
    return {one for read in found for one in read.said}


def hidden() -> set[Count]:
    """The counts that no public copy may give away: all that are not none."""
    return {
        (cell, when)
        for place, (when, tally) in enumerate(truth().items())
        for cell in ((*CELLS, *FLOWS) if place else CELLS)
        if getattr(tally, cell)
    }


def leaks(found: Iterable[Read], *, solve: bool = True) -> list[str]:
    """Everything that the attacker learns and should not; without ``solve`` by reading alone."""
    found = list(found)
    ranges = attack.known(said(found))
    strange = [f"not understood: {text}" for read in found for text in read.strange]
    exact = [f"exact: {one}" for one in said(found) if one.exact]
    untold = [
        f"never told: {one}"
        for one in said(found)
        if one.cell not in ANSWERED and (one.low, one.high) not in ((0, MANY), (0, 0))
    ]
    two = [f"said in two ways: {count}" for count, (low, high) in ranges.items() if low > high]
    if strange or exact or untold or two or not solve:
        return [*strange, *exact, *untold, *two]
    few = attack.few(ranges, lists(), LEAST_LEFT)
    return [f"recovered: {count} is one of {few[count]}" for count in sorted(few)]
