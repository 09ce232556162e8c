"""The headline figure of each workstream, in the words that the overview and the brief share."""

from dataclasses import dataclass

from measures.figures import Figure, plain, printed, rounded
from workstreams import WORKSTREAMS
from workstreams.across.own_date import cell
from workstreams.base import Workstream
from workstreams.shown import Result, shown
from workstreams.view import Target, View
from workstreams.wording import sentence, short_day

NOTHING_YET = "Nothing uploaded yet."
NO_CHANGE = "No change to tell of."
BLANK = "–"


@dataclass(frozen=True)
class Headline:
    """One workstream's first figure: as printed, how it changed, and its target, each in words.

    ``parts`` is what the figure was made from, with its month where that is not the view's.
    ``name``, ``parts`` and ``aim`` are "" where there is none.
    """

    key: str
    part: str
    name: str
    figure: str
    parts: str
    change: str
    worse: bool
    aim: str


def headlines(view: View) -> tuple[Headline, ...]:
    """One a workstream, in the order of the menu; of one without records that there are none."""
    return tuple(_headline(workstream, view) for workstream in WORKSTREAMS)


def _headline(workstream: Workstream, view: View) -> Headline:
    said = shown(view, workstream, 1)
    if not said.has_records or not said.results:
        return Headline(workstream.key, workstream.title, "", BLANK, "", NOTHING_YET, False, "")
    result = said.results[0]
    # Two counts of children side by side in a public copy could be subtracted from each other.
    alone = view.audience == "public" and workstream.measures[0].counts_children
    told = "" if alone else change(result)
    return Headline(
        workstream.key,
        workstream.title,
        result.name,
        str(result.figure),
        _parts(result.figure, view),
        sentence(result.figure.why_missing) or told or NO_CHANGE,
        not alone and worse(result),
        aim(result.target, result.figure),
    )


def _parts(figure: Figure, view: View) -> str:
    """What it was made from, and when it was true where that is another day: "5 of 9, Sep 2022"."""
    month = cell(figure, view.as_at).removeprefix(figure.full).removeprefix(", ")
    return ", ".join(part for part in (figure.parts, month) if part)


def worse(result: Result) -> bool:
    """Whether the figure moved for the worse."""
    return result.moved is not None and result.moved.verdict == "worse"


def change(result: Result) -> str:
    """How a figure changed, or why there is none; "" where there is nothing to tell of."""
    if result.moved:
        return str(result.moved).replace("percentage point", "point")
    if not result.figure.mark and result.figure.value is None:
        return sentence(result.figure.why_missing)
    # A figure that is hidden in public is compared as it is printed, and no closer.
    if result.before is None:
        return ""
    return "As before" if str(result.before) == str(result.figure) else f"{result.before} before"


def aim(target: Target | None, figure: Figure) -> str:
    """The target, by when, and how far off it is: "Target 100% by 31 Mar 2023: 43.9 points off"."""
    if target is None:
        return ""
    said = f"Target {printed(target.value, figure.unit)}"
    said += f" by {short_day(target.by)}" if target.by else ""
    if figure.value is None:
        return said
    scale = 100 if figure.unit == "percent" else 1
    off = rounded(abs(rounded(target.value * scale) - rounded(figure.value * scale)))
    met = not off or (figure.value > target.value) == (figure.better == "higher")
    if figure.better != "neutral" and met:
        return f"{said}: met"
    unit = f"{plain(off)} points" if figure.unit == "percent" else printed(off, figure.unit)
    return f"{said}: {unit} off"
