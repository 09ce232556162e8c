"""The measures of Human Rights Act cases, with the words that explain them."""

from workstreams.base import Measure
from workstreams.hra_cases import figures
from workstreams.hra_cases.figures import moving, standing

SOURCE = "The legal team's list of cases, by a reference that means nothing outside the team."
RULE = (
    " In a public copy the count is given as 0, c (1 to 5) or a band, and is left out where it "
    "would help to work out a smaller count."
)

OPEN = Measure(
    key="hra_cases.open",
    name="Cases open",
    definition="Claims under the Human Rights Act 1998, made or expected, that are not concluded."
    + RULE,
    formula="Cases on the list at any stage before concluded.",
    unit="count",
    better="neutral",
    figure=standing("Cases open", "open", "neutral", lambda now: ~now["concluded"]),
    source=SOURCE,
    counts_children=True,
)
NEW = Measure(
    key="hra_cases.new",
    name="New cases",
    definition="Cases that have joined the list since the list before. More cases can mean more "
    "claims, or that more are being found." + RULE,
    formula="Cases on this list whose reference was not on the list compared with.",
    unit="count",
    better="neutral",
    figure=moving("New cases", "new", "neutral", figures.new),
    source=SOURCE,
    counts_children=True,
)
CONCLUDED = Measure(
    key="hra_cases.newly_concluded",
    name="Cases concluded",
    definition="Cases that were settled, decided, withdrawn or dismissed since the list before. "
    "A concluded case can still have learning to close." + RULE,
    formula="Cases concluded on this list that were not concluded on the list compared with.",
    unit="count",
    better="neutral",
    figure=moving("Cases concluded", "newly_concluded", "neutral", figures.newly_concluded),
    source=SOURCE,
    counts_children=True,
)
OVER_A_YEAR = Measure(
    key="hra_cases.over_a_year",
    name="Open 12 months or more",
    definition="Open cases whose date opened is at least 12 whole months before the list's date."
    + RULE,
    formula="Open cases with 12 or more whole months from date opened to the as-at date.",
    unit="count",
    better="lower",
    figure=standing(
        "Open 12 months or more",
        "from_12",
        "lower",
        lambda now: ~now["concluded"] & now["age"].eq("from_12"),
    ),
    source=SOURCE,
    counts_children=True,
)
LEARNING_OPEN = Measure(
    key="hra_cases.learning_open",
    name="Learning still open",
    definition="Concluded cases whose learning has not been closed. For the committee a case is "
    "finished only when what was learned is tied to the plan and shown to be done." + RULE,
    formula="Concluded cases that are not at the stage learning closed and have no date of "
    "learning closed by the as-at date.",
    unit="count",
    better="lower",
    figure=standing(
        "Learning still open",
        "learning_open",
        "lower",
        lambda now: now["concluded"] & ~now["learning_closed"],
    ),
    source=SOURCE,
    counts_children=True,
)
LEARNING_CLOSED = Measure(
    key="hra_cases.learning_closed",
    name="Learning closed",
    definition="Concluded cases whose learning has been closed. Only in members’ copies: a public "
    "copy gives those whose learning is still open.",
    formula="Concluded cases at the stage learning closed, or with a date of learning closed by "
    "the as-at date.",
    unit="count",
    better="higher",
    figure=standing(
        "Learning closed",
        "learning_closed",
        "higher",
        lambda now: now["concluded"] & now["learning_closed"],
    ),
    source=SOURCE,
    counts_children=True,
)
LEARNING_LINKED = Measure(
    key="hra_cases.learning_linked",
    name="Learning tied to a plan action",
    definition="Concluded cases whose learning names the plan action it led to. Only in members’ "
    "copies.",
    formula="Concluded cases with a plan action from learning.",
    unit="count",
    better="higher",
    figure=figures.linked,
    source=SOURCE,
    counts_children=True,
)
DROPPED = Measure(
    key="hra_cases.dropped",
    name="No longer listed",
    definition="Cases on the list before that are missing from this one. A case should stay on "
    "the list until its learning is closed." + RULE,
    formula="Cases on the list compared with whose reference is not on this list.",
    unit="count",
    better="lower",
    figure=moving("No longer listed", "dropped", "lower", figures.dropped),
    source=SOURCE,
    counts_children=True,
)
PAID = Measure(
    key="hra_cases.paid",
    name="Total paid",
    definition="What has been paid in all, never an estimate or a reserve. A public copy gives "
    "the total, to the nearest £1,000, only when it covers more than 5 payments none of which is "
    "more than half; it changes only when more than 5 payments are new or different, so that two "
    "totals cannot be subtracted. It says the date it was true.",
    formula="Sum of the amounts paid on the list.",
    unit="pounds",
    better="neutral",
    figure=figures.paid,
    source=SOURCE,
    counts_children=True,
)

MEASURES = (
    OPEN,
    NEW,
    CONCLUDED,
    OVER_A_YEAR,
    LEARNING_OPEN,
    LEARNING_CLOSED,
    LEARNING_LINKED,
    DROPPED,
    PAID,
)
