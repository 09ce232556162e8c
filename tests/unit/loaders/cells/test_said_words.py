"""A status is the whole of what a cell says."""

import pytest

from loaders.cells.readers import Noted, Unreadable
from workstreams.actions.columns import STATUS


def read(typed: str) -> str | None:
    try:
        found = STATUS.read(typed)
    except Unreadable:
        return None
    return found.value if isinstance(found, Noted) else str(found)


@pytest.mark.parametrize(
    "typed",
    [
        *("Completed (partially)", "Complete: 80%", "Complete 80%", "Closed – reopened 12/03/2024"),
        *("Closed, reopened 12 March", "Complete. Reopened at Board", "Done (except training)"),
        *("Not complete", "complete - awaiting sign off?", "Complete - awaiting evidence"),
        *("Completed?", "Incomplete", "No longer complete", "Ongoing/Complete", "Done by March"),
        *("Complete subject to Cabinet", "Completed - all but one", "Closed (in error)"),
        *("Open (closed in error)", "Complete in draft", "Done, to be checked", "Phase 1 done"),
        *("Achieved in part", "Uncompleted", "Started but paused", "In progress, then complete"),
        *("Complete - 3 of 4", "Complete for adults only", "To be completed", "Done?"),
    ],
)
def test_what_goes_on_is_not_complete_and_is_asked(typed: str) -> None:
    assert read(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        *("Complete", "COMPLETED", "Complete.", "Done!", "Done ✓", "Closed 12/3/21", "complete,"),
        *("Completed March 2024", "Complete (12/03/2024)", "Completed on 12 March 2024"),
        *("Complete - signed off 12/03/2024", "Closed - no further action", "Done - Q3 2023/24"),
        *("Complete, evidence attached", "Completed 100%", "Complete as at 31/03/2024"),
        *("Complete / closed", "Complete & embedded", "Done - report to March board"),
    ],
)
def test_a_date_or_a_phrase_that_confirms_changes_nothing(typed: str) -> None:
    assert read(typed) == "complete"


@pytest.mark.parametrize(
    "typed",
    [
        *("On track to complete", "Almost complete", "nearly done", "Partially implemented"),
        *("75%", "50% complete", "5 %", "In progress - 50%", "In progress (80% complete)"),
        *("Open (waiting for data)", "Underway; on track", "Ongoing – meeting held"),
    ],
)
def test_what_is_under_way_is_in_progress(typed: str) -> None:
    assert read(typed) == "in progress"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(
            ("In progeress", "in progress"),
            ("In progess", "in progress"),
            ("in-progres", "in progress"),
        ),
        *(("Compelted", "complete"), ("Complted", "complete"), ("Completd", "complete")),
        *(("Not startd", "not started"), ("Not strated", "not started"), ("closd", "complete")),
        *(("Susspended", "paused"), ("Cancled", "withdrawn"), ("Impelmented", "complete")),
        *(("Supersceded", "withdrawn"), ("Achived", "complete"), ("Ongiong", "in progress")),
    ],
)
def test_a_slip_of_typing_is_read_as_what_it_means_and_said(typed: str, meant: str) -> None:
    found = STATUS.read(typed)
    assert found == Noted(meant, f"Read as “{meant}”, taken for a slip of typing.")


@pytest.mark.parametrize(
    "typed",
    [
        *("Now started", "passed", "delayed", "archived", "inactive", "Unfinished", "Unstarted"),
        *("Overdue", "Slipped", "At risk", "Pending", "Escalated", "BAU", "Met", "Blocked", "Late"),
        *("Reopened", "100%", "Not applicable", "Transferred to ICB", "Merged with 2.3"),
    ],
)
def test_a_plans_own_word_is_no_slip(typed: str) -> None:
    assert read(typed) is None
