"""What the words of every page mean, and the marks printed instead of a figure."""

from collections.abc import Mapping, Sequence

from measures.figures import MARKS
from workstreams.actions.recommended.answer import TWO_MONTHS
from workstreams.actions.recommended.record import YEARS
from workstreams.wording import sentence

Lines = Sequence[Mapping[str, str]]
"""Rows of a table: each heading with its text."""
WORD, MEANS = "Word", "Means"
WORDS: Lines = (
    {WORD: "As at", MEANS: "The day on which the figures were true."},
    {
        WORD: "Upload",
        MEANS: "A file that was accepted, true as at a date. It is never changed afterwards; it "
        "can be withdrawn, and is then kept and marked.",
    },
    {
        WORD: "Check code of a file",
        MEANS: "A row of letters and digits worked out from the file. Two files with the same "
        "code are the same to the letter, so anybody who has the file can check that it is the "
        "one the figures came from.",
    },
    {
        WORD: "Meeting",
        MEANS: "A committee date. Figures are compared between meetings.",
    },
    {
        WORD: "First due, current due",
        MEANS: "The due date first seen, which never changes, and the latest one given.",
    },
    {WORD: "Two months to answer", MEANS: TWO_MONTHS},
    {WORD: "Municipal year", MEANS: YEARS},
    {
        WORD: "Open recommendation",
        MEANS: "One on which something is still to be done: it is neither reported complete nor "
        "withdrawn, and the executive did not reject it.",
    },
    {
        WORD: "From minutes",
        MEANS: "An action or recommendation that an officer kept from the minutes of a meeting. "
        "It stands beside the latest file and every later one until a file brings it: in the same "
        "or much the same words, or under its reference. From then on the file's row is it, with "
        "its life and first due date. A due date is only what the minutes give as a day.",
    },
    {
        WORD: "Better, worse",
        MEANS: "Whether a figure moved the way its definition says it should. Where neither way "
        "is better, the page says only which way it moved.",
    },
    {
        WORD: "The usual ups and downs",
        MEANS: "How far a figure has moved from one time to the next so far. Within that, a rise "
        "or fall says nothing yet. The letters beside a chart are NHS England’s: H and L for a "
        "figure higher or lower than the usual ups and downs, P for a target that is expected to "
        "be met each time, F for one expected to be missed, ? for one met one time and missed the "
        "next.",
    },
)
SAID_OF_ACTIONS: Lines = (
    {
        "What is kept": "Reported status",
        "What it is": "The owner's own word: not started, in progress, complete, paused, withdrawn "
        "or unknown. It is never worked out and never changed by the dashboard.",
    },
    {
        "What is kept": "Against its due date",
        "What it is": "Worked out from the current due date and the as-at date: not due, due by "
        "the next meeting, overdue by a number of days, or no date.",
    },
    {
        "What is kept": "How it was shown",
        "What it is": "For an action called complete: on the officer’s word alone, with evidence "
        "given, or accepted by the committee.",
    },
)
PRINTED: Lines = tuple({"Mark": mark, MEANS: sentence(words)} for mark, words in MARKS.items())
