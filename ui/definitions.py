"""The definitions page: every measure, column and mark, straight from the declarations."""

import streamlit as st

from measures.figures import MARKS
from store.database.engine import open_store
from store.plans import meetings
from store.said.settings import settings
from ui.pieces import tables
from ui.shell import empty
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams import WORKSTREAMS
from workstreams.across.questions import CHOICE, rules_of
from workstreams.actions.recommended.answer import TWO_MONTHS
from workstreams.asking import Rule
from workstreams.base import Measure, Workstream
from workstreams.wording import sentence

POSITIONS = (
    {
        "Position": "Reported status",
        "What it is": "The owner's own word: not started, in progress, complete, paused, withdrawn "
        "or unknown. It is never worked out and never changed by the dashboard.",
    },
    {
        "Position": "Date position",
        "What it is": "Worked out from the current due date and the as-at date: not due, due by "
        "the next meeting, overdue by a number of days, or no date.",
    },
    {
        "Position": "Evidence position",
        "What it is": "Nothing yet; claimed (the officer says complete); evidenced (evidence is "
        "given); accepted (by the committee).",
    },
)
BETTER = {"higher": "Higher", "lower": "Lower", "neutral": "Neither"}
WORDS = (
    {"Word": "As at", "Means": "The day on which the figures were true."},
    {
        "Word": "Snapshot",
        "Means": "One accepted upload, true as at a date. It is never changed afterwards; it can "
        "be withdrawn, and is then kept and marked.",
    },
    {
        "Word": "Meeting",
        "Means": "A committee date. Figures are compared between meetings.",
    },
    {
        "Word": "First due, current due",
        "Means": "The due date first seen, which never changes, and the latest one given.",
    },
    {"Word": "Two months to answer", "Means": TWO_MONTHS},
    {
        "Word": "From minutes",
        "Means": "An action or recommendation that an officer kept from the minutes of a meeting. "
        "It stands beside the latest file and every later one until a file brings it: in the same "
        "or much the same words, or under its reference. From then on the file's row is it, with "
        "its life and first due date. A due date is only what the minutes give as a day.",
    },
    {
        "Word": "Better, worse",
        "Means": "Whether a figure moved the way its definition says it should. Where neither way "
        "is better, the page says only which way it moved.",
    },
)


def show(opened: Opened | None) -> None:
    """Words, positions and marks first; then each workstream's measures and columns."""
    st.header("Words used on every page", anchor=False)
    tables.rows(WORDS, "Words used on every page")
    st.header("Three positions of an action, kept apart", anchor=False)
    tables.rows(POSITIONS, "The three positions of an action")
    st.header("Marks printed instead of a figure", anchor=False)
    tables.rows(
        [{"Mark": mark, "Means": sentence(words)} for mark, words in MARKS.items()],
        "Marks printed instead of a figure",
    )
    st.header("When a question is proposed", anchor="questions")
    st.markdown(as_typed(CHOICE))
    tables.rows(
        [
            {"Order": str(place), "It is asked when": rule.when, "About": rule.subject.capitalize()}
            for place, rule in enumerate(_rules(opened), start=1)
        ],
        "The rules behind the questions, in order",
    )
    for workstream in WORKSTREAMS:
        _workstream(workstream)


def _rules(opened: Opened | None) -> tuple[Rule, ...]:
    """The rules with the plan's own thresholds in their words; the usual ones without a plan."""
    if opened is None:
        return rules_of({}, has_meetings=True)
    plan_id = opened.plan.id
    has_meetings = bool(meetings(open_store(), plan_id))
    return rules_of(settings(open_store(), plan_id), has_meetings)


def _workstream(workstream: Workstream) -> None:
    st.header(as_typed(workstream.title), anchor=workstream.key.replace("_", "-"))
    st.write(as_typed(workstream.about))
    tables.rows(
        [_measure(measure) for measure in workstream.measures],
        f"The measures of {workstream.title}",
    )
    with st.expander("The columns its sheets may have", icon=":material/table:"):
        for table in workstream.tables:
            st.markdown(f"**{as_typed(table.sheet)}.** {as_typed(table.about)}")
            tables.rows(
                [
                    {
                        "Heading": column.heading + (" (needed)" if column.required else ""),
                        "Also read": ", ".join(column.also_called) or "–",
                        "Holds": column.kind.says,
                        "Note": column.help or "–",
                    }
                    for column in table.columns
                ],
                f"Columns of {table.sheet}",
            )
    empty.workstream_template(workstream)


def _measure(measure: Measure) -> dict[str, str]:
    source = f" Source: {measure.source}" if measure.source else ""
    return {
        "Measure": measure.name,
        "What it counts": measure.definition,
        "How it is worked out": measure.formula + source,
        "Better when": BETTER[measure.better],
    }
