"""Which heading is which field."""

from datetime import UTC, datetime
from typing import Any

import pytest

from loaders.choices import LEAVE_OUT
from loaders.columns.match import matches
from loaders.columns.profile import Profile
from workstreams.actions.columns import ACTIONS
from workstreams.recruitment.columns import POSTS


def test_an_outcome_that_is_hoped_for_is_no_update() -> None:
    headings = ["Outcome", "Action", "Owner", "Latest position (Oct 26)"]
    hoped = {
        "Outcome": ["Children are safe", "Fewer first time entrants", "Stable homes for all"],
        "Latest position (Oct 26)": ["40 visited", "Held in May", "Not begun"],
    }
    found = fields(headings, hoped)
    assert "Outcome" not in found.values()
    assert found["update"] == "Latest position (Oct 26)"
    told = {"Outcome": ["It was agreed in May", "The board has approved it", "Resolved"]}
    assert fields(["Action", "Owner", "Outcome"], told)["update"] == "Outcome"
    assert fields(["Action", "Owner", "Outcome"])["update"] == "Outcome"


@pytest.mark.parametrize("heading", ["Agreed date", "Baseline date", "Baseline completion date"])
def test_a_date_that_was_agreed_is_due_beside_its_revision(heading: str) -> None:
    found = fields(["Ref", "Action", heading, "Revised date"])
    assert (found["due_date"], found["revised_due_date"]) == (heading, "Revised date")


def fields(
    headings: list[str], cells: dict[str, list[Any]] | None = None, about: str = "", **more: Any
) -> dict[str, str]:
    held = cells or {}
    profiles = [Profile(held.get(heading, [])) for heading in headings]
    table = more.pop("table", ACTIONS)
    found = matches(table, headings, profiles, more.pop("chosen", {}), about, **more)
    return {field: headings[match.place] for field, match in found.items()}


PLANS = {  # headings of published plans -> the fields they must give
    "Torbay": {
        *(("ref", "NOS"), ("title", "What?"), ("owner", "Who?"), ("detail", "How?")),
        *(("due_date", "When?"), ("status", "Current Status")),
        ("success_measure", "Success measures"),
    },
    "York": {
        *(("ref", "Reference"), ("source", "Origin"), ("raised_date", "Date"), ("theme", "Area")),
        *(("title", "Recommendation"), ("response_date", "Exec Date")),
        *(("owner", "Lead Officer/EM"), ("update", "Action taken"), ("status", "Status")),
    },
    "City of London": {
        *(("title", "Action"), ("owner", "Officer responsible"), ("update", "Progress Update")),
    },
    "Bromsgrove": {
        *(("priority", "Priority"), ("due_date", "Target Completion")),
        ("revised_due_date", "Revised Target Completion"),
    },
    "Herefordshire": {
        *(("ref", "No."), ("source", "Ofsted Para No"), ("owner", "Lead"), ("title", "Action")),
        *(("due_date", "By When"), ("rag", "Progress R/A/G")),
        ("evidence", "Monitoring and Evaluation"),
    },
    "Recommendation monitor": {
        *(("ref", "Rec no"), ("title", "Recommendation"), ("source", "Meeting")),
        *(("raised_date", "Date agreed"), ("notice_date", "Sent to Cabinet on")),
        *(("response", "Cabinet response"), ("response_reason", "Reason for response")),
        *(("response_date", "Date of response"), ("update", "Comments")),
    },
    "Risk register": {
        *(("ref", "Risk ID"), ("title", "Risk Description"), ("owner", "Risk Owner")),
        *(("priority", "Residual Risk Level"), ("status", "Status")),
    },
    "Action workbook": {
        *(("ref", "POAM ID"), ("title", "Weakness Name"), ("owner", "Point of Contact")),
        *(("detail", "Weakness Description"), ("raised_date", "Original Detection Date")),
        *(("due_date", "Scheduled Completion Date"), ("priority", "Original Risk Rating")),
        ("update", "Comments"),
    },
}


@pytest.mark.parametrize("plan", PLANS)
def test_the_headings_of_a_published_plan_give_their_fields(plan: str) -> None:
    wanted = dict(sorted(PLANS[plan], key=lambda pair: pair[1]))
    assert fields(list(wanted.values())) == wanted


@pytest.mark.parametrize(
    "heading",
    [
        *("Raised By", "Reported by", "Impact", "Likelihood", "Probability", "Trigger", "Cost"),
        *("Duration", "Predecessor", "Status Date", "Last updated", "Vendor Dependency"),
        *("Parent ID", "Budget", "Mitigation", "Reviewer", "Review Date", "Employee ID"),
        *("Reason", "Reasons", "Reason for delay", "Reason for change", "Explanation", "Notice"),
    ],
)
def test_a_heading_that_no_field_needs_is_left_alone(heading: str) -> None:
    assert fields([heading]) == {}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("LeadOfficer", "owner"),
        ("lead_officer(s)", "owner"),
        ("DUE  DATE", "due_date"),
        ("Due\ndate", "due_date"),
        ("Due date (dd/mm/yyyy)", "due_date"),
        ("Recomendation", "title"),
        ("% Complete", "percent_complete"),
        ("Mitigation owner", "owner"),
        ("Nº", "ref"),
    ],
)
def test_spacing_case_and_slips_do_not_hide_a_heading(heading: str, field: str) -> None:
    assert list(fields([heading])) == [field]


def test_cells_decide_where_headings_leave_it_open() -> None:
    days = [datetime(2022, 1, day, tzinfo=UTC) for day in (1, 2, 3)]
    hoped = {"Completion date": days, "Status": ["Open", "In progress", "Not started"]}
    done = {"Completion date": days, "Status": ["Closed", "Complete", "Done"]}
    assert fields(["Action", "Completion date", "Status"], hoped)["due_date"] == "Completion date"
    assert (
        fields(["Action", "Completion date", "Status"], done)["completed_date"] == "Completion date"
    )


def test_a_status_in_prose_gives_way_to_one_in_a_word() -> None:
    cells = {
        "Current Status": ["The policy was written in 2016 and has not been looked at since"] * 3,
        "State": ["Open", "Closed", "Open"],
    }
    assert fields(["Action", "Current Status", "State"], cells)["status"] == "State"


def test_what_the_rows_are_called_decides_what_they_are_about() -> None:
    assert fields(["Issue ID", "Description", "Actions", "Owner"])["title"] == "Description"
    assert fields(["Ref", "Recommendation", "Action"], about="Action plan")["title"] == "Action"


def test_a_choice_wins_over_any_likeness() -> None:
    chosen = {"Who?": LEAVE_OUT, "Notes": "owner"}
    found = fields(["What?", "Who?", "Notes"], chosen=chosen)
    assert found == {"title": "What?", "owner": "Notes"}


def test_the_longest_text_is_taken_only_for_a_file_known_to_hold_the_table() -> None:
    cells = {"Way forward": ["Write to every family", "Meet the court"], "Zone": ["A", "B"]}
    assert "title" not in fields(["Zone", "Way forward"], cells)
    assert fields(["Zone", "Way forward"], cells, guess=True)["title"] == "Way forward"


def test_every_match_carries_a_reason_and_a_confidence() -> None:
    headings = ["Post ID", "Job title", "FTE", "Recruitment status"]
    found = matches(POSTS, headings, [Profile([]) for _ in headings], {})
    assert found["fte"].reason == "“FTE” is another word for “Hours (FTE)”"
    assert found["title"].reason == "the heading is “Job title”"
    assert all(0.5 <= match.confidence <= 1 for match in found.values())
