"""What each page has to press, to take and to bring: the right that each asks for, and no more.

A new button, form, download or upload is entered here, or ``test_every_role`` fails.
"""

import ast
from collections.abc import Iterator

from store.access.roles import Right
from tests.source import files, name, tree

SEE, MEMBERS, RECORD = Right.SEE, Right.SEE_MEMBERS_FIGURES, Right.RECORD
NOTES = {RECORD: ("Add the note", "Mark the step")}
MINUTES = "The minutes: a Word document, PDF, text or saved web page"
OFFERED: dict[str, dict[Right, tuple[str, ...]]] = {
    "start": {},
    "all_plans": {},
    "overview": {SEE: ("Chair’s brief (one page)", "Chair’s brief for a phone")},
    "actions": {
        SEE: (*("Print this action (PDF)", "Table as CSV", "Picture (PNG)", "Picture (SVG)"),),
        RECORD: (
            *("Add the note", "Take the note back", "Mark the step", "Record it"),
            *("Record the answer", "Take the answer back"),
        ),
    },
    "recruitment": NOTES,
    "hra_cases": NOTES,
    "training": NOTES,
    "indicators": NOTES,
    "recommendations": {
        SEE: ("Download the whole table as CSV",),
        RECORD: ("Record the reason", MINUTES, "Take these back"),
    },
    "record": {
        SEE: (
            *("Download as Excel workbook", "Download as Word document"),
            *("Download the section as Word document", "Download the section as PDF"),
        )
    },
    "definitions": {SEE: ()},
    "search": {SEE: ()},
    "upload": {
        Right.UPLOAD: (
            "Download the blank workbook",
            "Your workbook or action log, as you keep it; several at once if you like",
        ),
        RECORD: (MINUTES, "Take these back"),
        Right.WITHDRAW: ("Withdraw this upload", "Restore this upload"),
        Right.PLANS: ("Start this plan", "Bring back “Put away”", "Remove the sample"),
    },
    "updates": {
        Right.UPDATES: (
            *("Prepare the sheets", "Download it as text", "Download the calendar file"),
            "Download the sheets and messages",
            "The sheets that came back, as many as you like: renamed, converted or half filled",
        )
    },
    "committee_pack": {
        MEMBERS: ("Get the pack", "Preview", "Word template", "Download a sample template"),
        RECORD: ("Save the words",),
        Right.PACK: ("Make the pack", "Make it anew"),
    },
    "plan_settings": {
        Right.SETTINGS: (
            *("Save the plan", "Add the meeting", "Take away", "Add the event", "Set the target"),
            *("Save the thresholds", "Keep this meaning", "Raise the limit", "Save the paragraphs"),
            *("Save the names", "Keep what they count", "Clear these texts", "Rename this file"),
        ),
        RECORD: ("Mark as left", "Take the mark back"),
        Right.PLANS: ("Archive this plan", "Bring back “Put away”", "Remove the sample"),
    },
    "people": {Right.PEOPLE: ("Give this role", "Take it away")},
}
"""Page -> right -> the labels of what asks for it there."""

OF_THE_WHOLE = {"Start this plan", "Remove the sample", "Give this role", "Take it away"}
"""They belong to no plan: the right is asked for in every one."""

DRAWN = {"button", "form_submit_button", "file_uploader", "download_button", "camera_input"}
DRAWN |= {"audio_input", "chat_input", "data_editor"}
ELSEWHERE = {
    **dict.fromkeys(("Sign in", "Sign out", "Sign in again"), "browser/test_sign_in"),
    "Try again": "unit/ui/door/test_faults",
    "Put all back to the usual numbers": "screens/test_plan_settings",
    "Undo": "screens/test_upload",
    "Read it as at this date": "screens/test_sheets_a_month",
    "Use this answer": "screens/test_sheets_a_month",
    "Use these answers": "screens/test_rows_out_of_sight",
    "Read it again like this": "screens/test_upload",
    "Read it again with these rows": "screens/test_rows_out_of_sight",
    "Use these meanings": "screens/test_upload",
    "Leave it out": "screens/test_columns_not_used",
    "Leave all of them out": "screens/test_columns_not_used",
    "Put the draft away": "screens/test_updates",
    "Keep these items": "screens/test_minutes",
    "Take it back": "screens/test_evidence",
    "Download your workbook with every problem marked": "screens/test_upload",
    "Download a blank workbook for …": "screens/test_every_page",
    "Download … as a workbook": "screens/test_updates",
    "Download reminders for …": "screens/test_updates",
    "Accept as at …": "screens/test_upload",
    "Accept … ready": "screens/test_several_files",
    "Put away what is not accepted": "screens/test_several_files",
    "Confirm the … whose wording is unchanged": "screens/test_upload",
    "Use it as “…”": "screens/test_columns_not_used",
}
"""What is there only once a file is chosen, or something is wrong -> the test that comes to it.

Of a chosen file nothing is stored but by accepting, which asks for the right like all the others.
"""


NAMED = {
    ("ui/door/downloads.py", "label"): "the one place that gives files; its callers are looked at",
    ("ui/overview/chair.py", "form.label"): "a form of the brief each, entered above",
    ("ui/pack/page.py", "label"): "a file of the pack each; screens/test_committee_pack",
    ("ui/shell/undoing.py", "button"): "what is recorded taken back, entered above",
    ("ui/updates/returns.py", "label"): "goes on to the upload page with the draft",
    ("ui/upload/accept.py", "several"): "accepts as at several dates; screens/test_sheets_a_month",
}
"""Where the code has a name in place of a label -> what it stands for."""


def written_in_code() -> Iterator[tuple[str, str]]:
    """Where the code draws one of them: the file, and the label with … for what is put in."""
    for path in files("ui", "pages", "dashboard"):
        for node in ast.walk(tree(path)):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and called.attr in DRAWN:
                for label in _labels(node.args[0]):  # type: ignore[attr-defined]
                    yield name(path), label


def _labels(said: ast.expr) -> Iterator[str]:
    match said:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(
                str(getattr(part, "value", "")) if isinstance(part, ast.Constant) else "…"
                for part in parts
            )
        case ast.IfExp(body=one, orelse=other):
            yield from (*_labels(one), *_labels(other))
        case ast.Call(args=[inner]):  # text made safe for Markdown
            yield from _labels(inner)
        case _:
            yield ast.unparse(said)
