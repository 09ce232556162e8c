"""What officers of the sample plans recorded beside the workbooks: all made up.

Each line is a judgement as the dashboard keeps it: kind, subject, the date it is true from, value.
"""

from typing import Any

Recorded = dict[str, Any]


def accepted(meeting: str, *refs: str) -> list[Recorded]:
    """The committee saw the evidence at a meeting and took the actions as done."""
    value = {"meeting": meeting, "text": "Accepted on the evidence given."}
    return [{"kind": "acceptance", "subject": ref, "on": meeting, "value": value} for ref in refs]


def evidence(on: str, ref: str, text: str) -> Recorded:
    """Somebody showed what proves an action done, after the workbook had been sent."""
    return {"kind": "evidence", "subject": ref, "on": on, "value": {"text": text, "link": ""}}


def reason(on: str, ref: str, text: str) -> Recorded:
    """Why a date moved, in the words of who moved it."""
    return {"kind": "move reason", "subject": ref, "on": on, "value": {"reason": text}}


LEGAL: list[Recorded] = [
    *accepted("2021-11-23", "Q1", "Q8", "Q18", "Q27", "Rec a", "Act 1"),
    *accepted("2022-01-25", "Q10", "Q13", "Q16", "Rec b"),
    *accepted("2022-03-22", "Q9", "Q23", "Q26"),
    *accepted("2022-05-24", "Q4", "Q6", "Q20"),
    evidence("2022-04-12", "Q17", "Audit report sent to members, April 2022"),
    {
        "kind": "owner left",
        "subject": "Interim head of children's legal",
        "on": "2022-03-04",
        "value": {"text": "The interim's contract ended when the permanent head started."},
    },
    {
        "kind": "same action",
        "subject": "Q31",
        "on": "2022-03-22",
        "value": {"was": "Q19", "answer": "same"},
    },
    reason("2021-09-07", "Q2", "No suitable candidate in the first round."),
    reason("2022-01-25", "Q2", "Senior posts attracted no applicants."),
    reason("2022-07-19", "Q2", "The principal lawyer gave notice."),
    reason("2022-03-22", "Q24", "Senior officers asked for more time to comment."),
    reason("2022-09-20", "Q7", "Meetings required but often not held."),
    {
        "kind": "commentary",
        "subject": "actions.by_status",
        "on": "2022-11-22",
        "value": {"text": "Five actions wait for the new case management system."},
    },
]
SECTION_20: list[Recorded] = [
    *accepted("2019-07-16", "R1", "S1", "S3"),
    *accepted("2020-03-17", "R3"),
    *accepted("2024-03-19", "R2", "R4"),
]
