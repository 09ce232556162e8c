"""The log of a plan reads as sentences: no key of the program, and the upload by its day."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from store.file_names import CLEARED
from store.said.changes import Entry, OfUpload
from store.said.ledger import RENAMED
from tests.screens.plain_words import unplain
from ui.settings.log import lines
from ui.settings.sentences import ended, told

MAY, JUNE = date(2022, 5, 10), date(2022, 6, 14)
AT = datetime(2022, 7, 1, 9, 30, tzinfo=UTC)
UPLOAD = OfUpload("plan.xlsx", MAY)


def entry(kind: str, subject: str, value: Any, on: date | None = None, **more: Any) -> Entry:
    given = {"ended_by": "", "ended_at": None, "said_by": None, "about": None}
    return Entry(1, kind, subject, value, on, "Scrutiny officer", AT, **(given | more))


@pytest.mark.parametrize(
    ("said", "before", "sentence"),
    [
        (
            entry("plan", "committee", "Scrutiny"),
            entry("plan", "committee", "Audit"),
            "The committee was changed from “Audit” to “Scrutiny”.",
        ),
        (entry("plan", "area", "Herefordshire"), None,
         "The name in published figures was set to “Herefordshire”."),
        (entry("plan", "illustrative", ""), entry("plan", "illustrative", "Made up"),
         "The note for a plan that is not real was “Made up” and is left blank."),
        (entry("setting", "date_moves", 3), None,
         "The threshold “moves of a date” was changed from 2 moves to 3 moves."),
        (entry("setting", "small_number", 10), entry("setting", "small_number", 5),
         "The largest count that is hidden was changed from 5 to 10."),
        (entry("setting", "reading: hidden", "leave out"), None,
         "What becomes of rows and sheets hidden by hand was set to “left out”."),
        (entry("setting", "reading: sheets", {"Log": "leave out", "Plan 22": "actions"}), None,
         "Which sheets are read was decided: the sheet “Log” is left out; the sheet “Plan 22” is "
         "read as “Actions”."),
        (entry("setting", "reading: fields",
               {"actions": {"Deadline": "current_due", "Notes": "leave out"}}),
         entry("setting", "reading: fields", {"actions": {"Deadline": "current_due"}}),
         "Which columns are read was changed: “Notes” on Actions is left out."),
        (entry("setting", "reading: colours", {"00B050": "complete", "P": "unknown"}), None,
         "How colours are read was decided: green fill (00B050) is read as complete; “P” says "
         "nothing about status."),
        (entry("setting", "person_key", "4f1c"), None,
         "The key that stands for people was kept with the plan."),
        (entry("setting", CLEARED, ["a.xlsx"]), None,
         "Which files are named in public was set to “a.xlsx”."),
        (entry("setting", "reading: rows", {"actions": {"total of the plan": "leave out"}}), None,
         "Which rows are read was decided: the row “total of the plan” on Actions is left out."),
        (entry("setting", "reading: words", {"posts": {"position: with the agency": "advertised"}}),
         None,
         "How the plan’s own words are read was decided: “with the agency” under “Stage” on Posts "
         "is read as advertised."),
        (entry("setting", "reading: read_before", {"posts": {"Post": "post", "FTE": "fte"}}), None,
         "How the last file was read was decided: 2 columns of Posts."),
        (entry("setting", "colour_key", [{"found": "G", "means": "On target", "status": ""}]), None,
         "The colour key was set to “G” for “On target”."),
        (entry("meeting", "Scrutiny", None, JUNE, said_by=UPLOAD),
         None,
         "The meeting of 14 June 2022, Scrutiny, was added. It was in the upload of 10 May 2022 "
         "(plan.xlsx)."),
        (entry("event", "New system", None, JUNE), None,
         "The event “New system” of 14 June 2022 was added."),
        (entry("target", "actions.complete", {"value": 0.85, "series": ""}, JUNE), None,
         "The target for Actions: Actions reported complete was set to 85% by 14 June 2022."),
        (entry("evidence", "Q1", {"text": "Audit report"}, JUNE), None,
         "Evidence for Q1 was recorded, as at 14 June 2022: Audit report."),
        (entry("same action", "Q2", {"answer": "same", "was": "Q1"}, JUNE), None,
         "Whether Q2 is the same action was answered: with Q1 it is one action."),
        (entry("no longer listed", "Q14",
               {"reason": "merged into another action", "into": "Q15", "text": ""}), None,
         "Why Q14 is no longer listed was recorded: merged into another action, Q15."),
        (entry("step change", "recruitment.vacancy_rate", {"reason": "Two posts added"}), None,
         "A step change in Recruitment: Vacancy rate was marked: Two posts added."),
        (entry("owner left", "Head of legal", {"text": ""}, JUNE), None,
         "The owner Head of legal was marked as left on 14 June 2022."),
        (entry("withdrawal", "7", {"reason": "Wrong file"}, about=UPLOAD), None,
         "The upload of 10 May 2022 (plan.xlsx) was withdrawn: Wrong file."),
        (entry("pack", "2022-06-14", {"reason": ""}, JUNE), None,
         "The pack for the meeting of 14 June 2022 was made."),
        (entry("asking", "2022-06-14", {"sheets": [], "reply_by": None}, JUNE), None,
         "The request for updates for the meeting of 14 June 2022 was made."),
        (entry(RENAMED, "1", "Review tracker", was="Action log"), None,
         "The name of a file of the plan was changed from “Action log” to “Review tracker”."),
        (entry(RENAMED, "1", "Tracker", was="Log"), entry(RENAMED, "1", "Log"),
         "The name of a file of the plan was changed from “Log” to “Tracker”."),
        (entry(RENAMED, "1", "None of (2022): [the] *files*", was="Log: 2"), None,
         "The name of a file of the plan was changed from “Log: 2” to “None of (2022): [the] "
         "*files*”."),
        (entry(RENAMED, "1", "Tracker"), None,
         "The name of a file of the plan was set to “Tracker”."),
    ],
)  # fmt: skip
def test_a_line_of_the_log_is_a_sentence(said: Entry, before: Entry | None, sentence: str) -> None:
    assert told(said, before).replace("\u00a0", " ") == sentence
    assert not unplain(sentence)


@pytest.mark.parametrize(
    ("gone", "sentence"),
    [
        (entry("meeting", "", None, JUNE), "The meeting of 14 June 2022 was taken away."),
        (entry("evidence", "Q1", {"text": "Audit"}), "Evidence for Q1 was taken back: Audit."),
        (
            entry("withdrawal", "7", {"reason": "Wrong file"}, about=UPLOAD),
            "The upload of 10 May 2022 (plan.xlsx) was brought back.",
        ),
    ],
)
def test_what_was_taken_back_is_a_sentence_too(gone: Entry, sentence: str) -> None:
    assert ended(gone).replace("\u00a0", " ") == sentence


def test_what_took_another_things_place_is_one_line_and_what_ended_alone_a_line_of_its_own() -> (
    None
):
    first = replace(entry("plan", "council", "A"), ended_at=AT, ended_by="Clerk")
    second = replace(entry("plan", "council", "B"), id=2)
    gone = replace(entry("meeting", "", None, JUNE), id=3, ended_at=AT, ended_by="Clerk")
    told_of = [
        line["What happened"].replace("\u00a0", " ") for line in lines([gone, second, first])
    ]
    assert sorted(told_of) == [
        "The council was changed from “A” to “B”.",
        "The council was set to “A”.",
        "The meeting of 14 June 2022 was added.",
        "The meeting of 14 June 2022 was taken away.",
    ]
