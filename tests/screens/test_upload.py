"""The upload journey: how it was read, problems, what will change, accept, done, undo."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from store.database.engine import open_store
from store.said.as_read import accepted_problems
from store.said.remembered import remembered
from store.said.settings import settings
from store.snapshots import snapshots
from store.views import view
from tests.made.workbooks import of_rows
from tests.screens.conftest import OpenPage
from tests.screens.filling import kept, placed
from tests.screens.reading import said
from workstreams.actions.book import book

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LOG = (
    ("Action log",),
    ("Progress as at 31 October 2022",),
    ("Ref", "Action", "Lead", "By when", "Status"),
    ("Z1", "Write the induction pack", "Head of legal services", date(2022, 12, 1), "In progress"),
    ("Z2", "Book the workshop", "Training officer", date(2022, 11, 1), "Complete"),
    ("Z3", "Agree the template", "Principal lawyer", date(2022, 12, 9), "Not started"),
)


def chosen(app: AppTest, rows: object = LOG, name: str = "log.xlsx") -> AppTest:
    """The page once a file has been chosen."""
    data = rows if isinstance(rows, bytes) else of_rows(rows)  # type: ignore[arg-type]
    app.file_uploader[0].set_value([(name, data, XLSX)]).run()
    assert not app.exception
    return placed(app)


def pressed(app: AppTest, label: str) -> AppTest:
    """The page after a button that begins with these words is pressed."""
    next(b for b in app.button if b.label.startswith(label)).click().run()
    assert not app.exception
    return app


def accepted(app: AppTest) -> AppTest:
    placed(app)
    app.text_input(key="accepted_by").set_value("Committee officer")
    for reason in (t for t in app.text_input if str(t.key).startswith("reason_")):
        reason.set_value("Checked with the owner")
    return pressed(app, "Accept as at")


def test_a_pasted_table_goes_the_same_way_as_a_chosen_file(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("upload")
    lines = [*LOG[2:], ("Z4", "Say “when”\nand where", "Head", date(2022, 12, 1), "Open")]
    text = "\n".join(
        "\t".join(f'"{cell}"' if "\n" in str(cell) else str(cell) for cell in line)
        for line in lines
    )
    app.text_area[0].set_value(text).run()
    assert not app.exception
    assert "Pasted table" in said(app)
    app = accepted(app)
    assert snapshots(open_store(), 1)[-1].file == "Pasted table.txt"


def test_the_page_says_in_one_line_what_is_never_kept(
    sample_store: Path, open_page: OpenPage
) -> None:
    privacy = [c.value for c in open_page("upload").caption if "forgotten" in c.value]
    assert len(privacy) == 1
    assert "date of birth" in privacy[0]


def test_a_chosen_file_shows_what_each_sheet_was_taken_for(
    own_store: Path, open_page: OpenPage
) -> None:
    app = chosen(open_page("upload", plan="1"))
    taken = app.table[0].value
    assert taken.iloc[0]["Sheet"] == "Plan"
    assert taken.iloc[0]["Taken for"] == "Actions"
    assert taken.iloc[0]["Rows"] == "3"
    assert taken.iloc[0]["Headings on"] == "row 3"


def test_the_date_in_the_file_is_proposed(own_store: Path, open_page: OpenPage) -> None:
    app = chosen(open_page("upload", plan="1"))
    assert app.date_input[0].value == date(2022, 10, 31)
    assert "31 October 2022" in said(app)


def test_nothing_is_stored_before_it_is_accepted(own_store: Path, open_page: OpenPage) -> None:
    before = snapshots(open_store(), 1)
    app = chosen(open_page("upload", plan="1"))
    pressed(app, "Accept as at")  # without a name
    assert "name or job title" in app.error[0].value
    assert snapshots(open_store(), 1) == before


def test_what_will_change_is_said_before_it_is_stored(own_store: Path, open_page: OpenPage) -> None:
    app = chosen(open_page("upload", plan="1"))
    text = said(app)
    assert "Compared with “Improvement plan workbook” as at 20 September 2022" in text
    assert "3 new" in text
    assert "no longer in the file" in text


def test_an_accepted_file_is_charted_and_can_be_undone(
    own_store: Path, open_page: OpenPage
) -> None:
    app = accepted(chosen(open_page("upload", plan="2")))
    assert "accepted as at 31 October 2022" in app.success[0].value
    found = view(open_store(), 2, as_at=date(2022, 10, 31))
    assert list(found.now("actions")["ref"]) == ["Z1", "Z2", "Z3"]

    pressed(app, "Undo")
    assert "Undone" in said(app)
    assert view(open_store(), 2, as_at=date(2022, 10, 31)).as_at != date(2022, 10, 31)
    kept = [s for s in snapshots(open_store(), 2, withdrawn=True) if s.withdrawn]
    assert [s.file for s in kept] == ["log.xlsx"]
    assert kept[0].accepted_by == "Committee officer"


def test_after_accepting_the_control_is_empty_again(own_store: Path, open_page: OpenPage) -> None:
    app = accepted(chosen(open_page("upload", plan="2")))
    assert not app.file_uploader[0].value
    assert not [b for b in app.button if b.label.startswith("Accept as at")]


def test_a_warning_must_be_accepted_with_a_reason(own_store: Path, open_page: OpenPage) -> None:
    rows = [*LOG, ("Z3", "Agree the template again", "Principal lawyer", "Q5 2022", "Done")]
    app = chosen(open_page("upload", plan="2"), rows)
    asked = [t for t in app.text_input if str(t.key).startswith("reason_")]
    assert asked
    app.text_input(key="accepted_by").set_value("Committee officer")
    pressed(app, "Accept as at")
    assert "Enter a reason" in app.error[-1].value
    accepted(app)
    (snapshot,) = (s for s in snapshots(open_store(), 2) if s.file == "log.xlsx")
    warnings = [a for a in accepted_problems(open_store(), snapshot.id) if a.reason]
    assert warnings
    assert {a.reason for a in warnings} == {"Checked with the owner"}


def test_an_error_keeps_its_row_out_and_the_officer_sees_which(
    own_store: Path, open_page: OpenPage
) -> None:
    rows = [*LOG, ("Z4", "Send the letters", "Principal lawyer", "31/02/2022", "In progress")]
    app = chosen(open_page("upload", plan="2"), rows)
    problems = next(t.value for t in app.table if "What to do" in t.value.columns)
    line = problems[problems["Where"] == "Plan D7"].iloc[0]
    assert "31/02/2022" in line["Found"]
    accepted(app)
    assert len(view(open_store(), 2, as_at=date(2022, 10, 31)).now("actions")) in (3, 4)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.xlsx", b""),
        ("letter.docx.xlsx", b"PK\x03\x04 not a workbook"),
        ("plan.xlsx", b"%PDF-1.7 a PDF with another name"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence_and_the_control_again(
    name: str, data: bytes, own_store: Path, open_page: OpenPage
) -> None:
    before = snapshots(open_store(), 1)
    app = chosen(open_page("upload", plan="1"), data, name)
    (error,) = app.error
    assert name in error.value
    assert error.value.endswith(".")
    assert app.file_uploader
    assert snapshots(open_store(), 1) == before


def test_the_meaning_of_a_letter_is_asked_once_and_remembered(
    own_store: Path, open_page: OpenPage
) -> None:
    rows = [
        (*row, ("RAG", "G", "A", "G")[at - 2]) if at >= 2 else row for at, row in enumerate(LOG)
    ]
    rows = [tuple(cell for at, cell in enumerate(row) if at != 4) for row in rows]
    app = chosen(open_page("upload", plan="2"), rows)
    asked = [s for s in app.selectbox if str(s.key).startswith("colour_")]
    assert {s.label for s in asked} >= {"Under “RAG” “G” (2 rows) means"}
    assert not [b for b in app.button if b.label.startswith("Accept as at")]
    for one in asked:
        one.set_value("in progress")
    pressed(app, "Use these meanings")
    accepted(app)
    kept = remembered(open_store(), 2).colours
    assert kept["G"] == "in progress"
    again = chosen(open_page("upload", plan="2"), [*rows, ("Z9", "One more")], "later.xlsx")
    assert [b for b in again.button if b.label.startswith("Accept as at")]


def test_a_corrected_heading_is_read_that_way_and_remembered(
    own_store: Path, open_page: OpenPage
) -> None:
    rows = [("Ref", "Action", "Wibble", "Status"), ("Z1", "Write it", "Head of legal", "Ongoing")]
    app = chosen(open_page("upload", plan="2"), rows)
    heading = next(s for s in app.selectbox if s.label == "“Wibble”")
    heading.set_value("owner")
    pressed(app, "Read it again like this")
    columns = next(t.value for t in app.table if "Read as" in t.value.columns)
    assert columns.set_index("Heading in the file").loc["Wibble", "Read as"] == "Owner"
    accepted(app)
    assert "Wibble" in str(settings(open_store(), 2))


def test_the_next_file_of_the_same_layout_needs_no_choice(
    own_store: Path, open_page: OpenPage
) -> None:
    rows = [("Ref", "Action", "Wibble", "Status"), ("Z1", "Write it", "Head of legal", "Ongoing")]
    app = chosen(open_page("upload", plan="2"), rows)
    next(s for s in app.selectbox if s.label == "“Wibble”").set_value("owner")
    accepted(pressed(app, "Read it again like this"))
    later = [*rows, ("Z2", "Send it", "Practice lead", "Ongoing")]
    app = chosen(open_page("upload", plan="2"), later, "later.xlsx")
    columns = next(t.value for t in app.table if "Read as" in t.value.columns)
    assert columns.set_index("Heading in the file").loc["Wibble", "Read as"] == "Owner"


def test_a_renamed_column_is_said_once_in_words(own_store: Path, open_page: OpenPage) -> None:
    rows = [("Ref", "Action", "Lead", "Status"), ("Z1", "Write it", "Head of legal", "Ongoing")]
    accepted(chosen(open_page("upload", plan="2"), rows))
    renamed = [("Ref", "Action", "Officer", "Status"), *rows[1:]]
    app = chosen(open_page("upload", plan="2"), renamed, "renamed.xlsx")
    assert "Last time “Lead” was read as Owner" in said(app)
    app.date_input[0].set_value(date(2026, 3, 18)).run()
    accepted(app)
    again = chosen(open_page("upload", plan="2"), [*renamed, ("Z2", "Send it")], "again.xlsx")
    assert "Last time" not in said(again)


def test_the_same_file_for_the_same_date_is_noticed(own_store: Path, open_page: OpenPage) -> None:
    same = of_rows(LOG)
    accepted(chosen(open_page("upload", plan="2"), same))
    app = chosen(open_page("upload", plan="2"), same, "copy of log.xlsx")
    assert any("accepted for 31 October 2022" in one.value for one in app.warning)


def test_a_plan_can_be_started_from_nothing(empty_store: Path, open_page: OpenPage) -> None:
    app = open_page("upload")
    pressed(app, "Start this plan")
    assert "name" in app.error[0].value
    app.text_input[0].set_value("SEND improvement plan")
    app.text_input(key="started_by").set_value("Committee officer")
    pressed(app, "Start this plan")
    accepted(chosen(app))
    assert view(open_store(), 1).plan.name == "SEND improvement plan"


def test_a_snapshot_can_be_withdrawn_with_a_reason_and_restored(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("upload", plan="1")
    app.text_input(key="withdrawn_by").set_value("Committee officer")
    pressed(app, "Withdraw this upload")
    assert "why" in app.error[0].value.casefold()
    next(t for t in app.text_input if t.label == "Why it is withdrawn").set_value("Wrong file")
    app.text_input(key="withdrawn_by").set_value("Committee officer")
    pressed(app, "Withdraw this upload")
    assert view(open_store(), 1).as_at == date(2022, 9, 20)
    app.text_input(key="withdrawn_by").set_value("Committee officer")
    pressed(app, "Restore this upload")
    assert view(open_store(), 1).as_at == date(2022, 11, 22)


RENUMBERED = (
    *LOG[:1],
    ("Progress as at 30 November 2022",),
    LOG[2],
    ("Y1", *LOG[3][1:]),
    ("Y2", *LOG[4][1:]),
    ("Z3", "Agree the 2 templates", *LOG[5][2:]),
    ("Z4", "Publish the supervision log", "Principal lawyer", date(2023, 1, 9), "Not started"),
)
ONE_OR_TWO = ["One action", "Two actions", "Not answered"]


def asked(app: AppTest) -> list[str]:
    """The questions whether a row is an earlier action."""
    return [radio.label for radio in app.radio if list(radio.options) == ONE_OR_TWO]


def answer(app: AppTest, question: str, said: str) -> AppTest:
    (radio,) = [radio for radio in app.radio if question in radio.label]
    radio.set_value(said).run()
    assert not app.exception
    return app


def actions(as_at: date) -> int:
    return len(book(view(open_store(), 2, as_at=as_at)).now)


def test_a_renumbered_row_is_asked_about_before_it_is_accepted(
    own_store: Path, open_page: OpenPage
) -> None:
    accepted(chosen(open_page("upload", plan="2")))
    before = actions(date(2022, 10, 31))
    app = chosen(open_page("upload", plan="2"), RENUMBERED, "next.xlsx")
    assert asked(app) == [
        "One action or two? Was Z1, now Y1",
        "One action or two? Was Z2, now Y2",
        "One action or two? Z3 in other words",
    ]
    text = said(app)
    assert "Then: Agree the template" in text
    assert "Now: Agree the 2 templates" in text
    assert "1 new" in text
    assert "3 matches above have no answer" in text

    answer(app, "Was Z1", "Two actions")
    assert "2 new" in said(app), "the preview knows the answer"
    assert len(asked(app)) == 3, "what was answered stays to be answered otherwise"
    answer(app, "Was Z2", "One action")
    assert "1 match above has no answer" in said(app)
    assert kept_answers() == [], "nothing is stored yet"

    accepted(app)
    assert kept_answers() == [
        ("Y1", {"was": "Z1", "answer": "different"}),
        ("Y2", {"was": "Z2", "answer": "same"}),
    ]
    assert actions(date(2022, 11, 30)) == before + 2
    left = "1 match between uploads is not confirmed by an officer; it counts as one action."
    look = {"plan": "2", "as_at": "2022-11-30"}
    assert left in said(open_page("actions", **look))
    assert left in said(open_page("overview", **look))

    pressed(app, "Undo")
    assert kept_answers() == [], "the answers go with the upload"


def kept_answers() -> list[tuple[str, dict[str, str]]]:
    return [(subject, value) for subject, value, _ in kept("same action", 2)]


def test_a_whole_plan_renumbered_is_confirmed_in_one_press(
    own_store: Path, open_page: OpenPage
) -> None:
    accepted(chosen(open_page("upload", plan="2")))
    app = chosen(open_page("upload", plan="2"), RENUMBERED, "next.xlsx")
    pressed(app, "Confirm the 2 whose wording is unchanged")
    assert [r.value for r in app.radio if r.label in asked(app)] == [
        *("One action", "One action", "Not answered")
    ]
    accepted(app)
    assert [value["answer"] for _, value in kept_answers()] == ["same", "same"]
