"""The measures of training, with the words that explain them."""

from workstreams.base import Measure
from workstreams.training import figures

SOURCE = "Training records by person, or counts by staff group, as the service keeps them."
NEED = (
    "A piece of training is one course that one person in role has to have. People who have left "
    "are in no count; people who are exempt or have done it elsewhere do not have to have it."
)
DATES = (
    " Where people are listed, dates decide before words: completed by the as-at date and not "
    "past its expiry is in date."
)

COVERAGE = Measure(
    key="training.coverage",
    name="Training coverage",
    definition="The share of all the training people have to have that is done and in date. "
    f"{NEED} Expired training is not covered. Coverage can rise because untrained people leave, "
    "so both numbers are shown.",
    formula="Pieces of training in date ÷ all pieces of training, at the as-at date." + DATES,
    unit="percent",
    better="higher",
    figure=figures.covered,
    of_a_list=True,
    source=SOURCE,
)
IN_SCOPE = Measure(
    key="training.in_scope",
    name="Pieces of training",
    definition=NEED,
    formula="People in role less people exempt, added up over courses.",
    unit="count",
    better="neutral",
    figure=figures.counted("Pieces of training", "in_scope", "neutral"),
    source=SOURCE,
)
NEVER = Measure(
    key="training.never",
    name="Never trained",
    definition=f"Pieces of training that were never completed and are not booked. {NEED}",
    formula="People in scope with nothing on record. For counts by group: as given, or, where it "
    "is blank and expired and booked are given, those in scope that are left.",
    unit="count",
    better="lower",
    figure=figures.counted("Never trained", "never", "lower"),
    source=SOURCE,
)
EXPIRED = Measure(
    key="training.expired",
    name="Expired",
    definition="Pieces of training that were done once, are past their expiry date and are "
    "not booked again.",
    formula="People in scope whose latest completion has passed its expiry date.",
    unit="count",
    better="lower",
    figure=figures.counted("Expired", "expired", "lower"),
    source=SOURCE,
)
BOOKED = Measure(
    key="training.booked",
    name="Booked",
    definition="Pieces of training not in date, for which a place is booked.",
    formula="People in scope, not in date, marked as booked or with a date still to come.",
    unit="count",
    better="neutral",
    figure=figures.counted("Booked", "booked", "neutral"),
    source=SOURCE,
)
NOBODY = Measure(
    key="training.nobody",
    name="Groups with nobody in date",
    definition="Pairs of a staff group and a course in which not one person is in date.",
    formula="Groups and courses with people in scope and none in date.",
    unit="count",
    better="lower",
    figure=figures.nobody_in_date,
    source=SOURCE,
)
ATTENDANCES = Measure(
    key="training.attendances",
    name="Attendances at events",
    definition="Attendances at training events since the date compared with. People may repeat, "
    "so this is never divided by the number of staff and says nothing of coverage.",
    formula="Sum of the numbers attending events held after the date compared with, up to the "
    "as-at date.",
    unit="count",
    better="neutral",
    figure=figures.attendances,
    source="The list of training events.",
)
MEASURES = (COVERAGE, IN_SCOPE, NEVER, EXPIRED, BOOKED, NOBODY, ATTENDANCES)
