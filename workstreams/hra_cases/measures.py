"""The measures of Human Rights Act cases, with the words that explain them."""

from measures.figures import Better, Figure, Unit
from workstreams.base import Measure
from workstreams.hra_cases import figures
from workstreams.hra_cases.figures import Named, moving, standing
from workstreams.view import View

SOURCE = "The legal team's list of cases, by a reference that means nothing outside the team."
RULE = (
    " In a public copy the count is given as 0 or in a band, such as 1 to 5, and is left out where "
    "it would help to work out a smaller count."
)


def _measure(
    key: str,
    name: str,
    better: Better,
    definition: str,
    formula: str,
    figure: Named,
    unit: Unit = "count",
) -> Measure:
    """A measure of cases, each of which is about a child. Its figure has its name and direction."""

    def named(view: View) -> Figure:
        return figure(view, name, better)

    return Measure(f"hra_cases.{key}", name, definition, formula, unit, better, named, SOURCE, True)


MEASURES = (
    _measure(
        "open",
        "Cases open",
        "neutral",
        "Claims under the Human Rights Act 1998, made or expected, that are not concluded." + RULE,
        "Cases on the list at any stage before concluded.",
        standing("open", lambda now: ~now["concluded"]),
    ),
    _measure(
        "new",
        "New cases",
        "neutral",
        "Cases that have joined the list since the list before. More cases can mean more "
        "claims, or that more are being found." + RULE,
        "Cases on this list whose reference was not on the list compared with.",
        moving("new", figures.new),
    ),
    _measure(
        "newly_concluded",
        "Cases concluded",
        "neutral",
        "Cases that were settled, decided, withdrawn or dismissed since the list before. "
        "A concluded case can still have learning to close." + RULE,
        "Cases concluded on this list that were not concluded on the list compared with.",
        moving("newly_concluded", figures.newly_concluded),
    ),
    _measure(
        "over_a_year",
        "Open 12 months or more",
        "lower",
        "Open cases whose date opened is at least 12 whole months before the list's date." + RULE,
        "Open cases with 12 or more whole months from date opened to the as-at date.",
        standing("from_12", lambda now: ~now["concluded"] & now["age"].eq("from_12")),
    ),
    _measure(
        "learning_open",
        "Learning still open",
        "lower",
        "Concluded cases whose learning has not been closed. For the committee a case is "
        "finished only when what was learned is tied to the plan and shown to be done." + RULE,
        "Concluded cases that are not at the stage learning closed and have no date of "
        "learning closed by the as-at date.",
        standing("learning_open", lambda now: now["concluded"] & ~now["learning_closed"]),
    ),
    _measure(
        "learning_closed",
        "Learning closed",
        "higher",
        "Concluded cases whose learning has been closed. Only in members’ copies: a public "
        "copy gives those whose learning is still open.",
        "Concluded cases at the stage learning closed, or with a date of learning closed by "
        "the as-at date.",
        standing("learning_closed", lambda now: now["concluded"] & now["learning_closed"]),
    ),
    _measure(
        "learning_linked",
        "Learning tied to a plan action",
        "higher",
        "Concluded cases whose learning names the plan action it led to. Only in members’ copies.",
        "Concluded cases with a plan action from learning.",
        figures.linked,
    ),
    _measure(
        "dropped",
        "No longer listed",
        "lower",
        "Cases on the list before that are missing from this one. A case should stay on "
        "the list until its learning is closed." + RULE,
        "Cases on the list compared with whose reference is not on this list.",
        moving("dropped", figures.dropped),
    ),
    _measure(
        "paid",
        "Total paid",
        "neutral",
        "What has been paid in all, never an estimate or a reserve. A public copy gives the total, "
        "to the nearest £1,000, only when it covers more than 5 payments none of which is more "
        "than half; it changes only when more than 5 payments are new or different from every "
        "total that was given before, so that no two can be subtracted. It says the date it was "
        "true.",
        "Sum of the amounts paid on the list.",
        figures.paid,
        "pounds",
    ),
)
