"""Minutes of many forms against answers by hand, and the rules one by one."""

import io
import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks.minutes import TEXTS, scored
from loaders.formats.cannot import CannotRead
from loaders.minutes.__main__ import main
from loaders.minutes.items import Item
from loaders.minutes.read import of_text, read


def items(text: str) -> list[Item]:
    return list(of_text(text.strip("\n").splitlines()).items)


def test_the_texts_are_read_as_their_answers_say() -> None:
    found = scored(TEXTS)
    assert found.invented == 0
    assert found.recall >= 0.97, found.missed
    assert found.precision >= 0.97, found.extra
    assert min(found.kind, found.owner, found.due) >= 0.98


def test_there_are_texts_of_many_forms() -> None:
    assert len(list(TEXTS.glob("*.txt"))) >= 60


def test_lines_under_an_action_say_who_by_when_and_whether_it_is_done() -> None:
    found = items(
        "Action: Send the list\nOwner: Clerk\nDue: 4 May 2023\n"
        "Action: Buy the paint\nOwner: Warden\nStatus: Complete\n"
    )
    assert [(item.text, item.owner, item.due_date) for item in found] == [
        ("Send the list", "Clerk", date(2023, 5, 4))
    ]


def test_who_acts_on_a_list_is_told_of_what_is_to_be_done_in_it() -> None:
    found = items(
        "The Panel agreed:\n• To hold a session with carers\n• To note the report\n"
        "Action by: Head of Commissioning"
    )
    assert [(item.kind, item.owner) for item in found] == [
        ("resolution", "Head of Commissioning"),
        ("note", ""),
    ]


def test_a_ticked_box_is_done() -> None:
    assert [item.text for item in items("- [ ] Ana: send it\n- [x] Dev: sign it")] == [
        "Ana: send it"
    ]


def test_a_list_of_what_is_put_to_the_executive_recommends() -> None:
    found = items(
        "Resolved that the comments below be submitted to the Cabinet:\n"
        "- that the saving be made later;\n- that reserves be shown:\n    o by year\n"
        "- that users be asked."
    )
    assert [item.kind for item in found] == ["recommendation"] * 3


def test_what_was_decided_stands_without_the_business_it_was_decided_on() -> None:
    (found,) = items("12.3 To consider a bench: it was resolved to buy an oak bench.")
    assert found.text == "it was resolved to buy an oak bench."


def test_what_was_asked_before_and_what_is_done_is_no_action() -> None:
    found = items(
        """
        Actions from the previous meeting
        Action 1: Clerk to write to the landlord - complete
        1. Chair to visit the site.

        Parking
        Action: Clerk to write to the school.
        """
    )
    assert [item.text for item in found] == ["Clerk to write to the school."]


def test_an_agenda_holds_no_items() -> None:
    assert not items("AGENDA\n\n5. Report\nRecommendation: that the Panel notes the report")


def test_a_list_ends_where_another_heading_of_the_agenda_is_numbered_like_it() -> None:
    found = items(
        "RESOLVED:\n1. That the lease be signed.\n2. That the rent be reviewed.\n"
        "3. Any Other Business\nThere was none."
    )
    assert [item.label for item in found] == ["1.", "2."]


def test_two_actions_that_differ_in_a_number_are_two() -> None:
    found = items(
        "Actions\n• Clerk to send letter 12 to the owners of the mill\n"
        "• Clerk to send letter 13 to the owners of the mill"
    )
    assert len(found) == 2


def document(paragraphs: list[str], rows: list[list[str]]) -> bytes:
    from docx import Document

    made = Document()
    for text in paragraphs:
        style = "List Bullet" if text.startswith("•") else None
        made.add_paragraph(text.removeprefix("• "), style)
    table = made.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


LINES = ["Harbour Board", "Minutes, 3 May 2022", "Actions:", "• AB to paint the boat", "Dredging"]
ROWS = [["Action", "Owner", "By when"], ["Buy a rope", "CD", "10 May"]]
WANTED = [("AB to paint the boat", "AB", None), ("Buy a rope", "CD", date(2022, 5, 10))]


def test_a_word_document_is_read_with_its_lists_and_tables() -> None:
    found = read(document(LINES, ROWS), "minutes.docx")
    assert [(item.text, item.owner, item.due_date) for item in found.items] == WANTED
    assert (found.committee, found.meeting_date) == ("Harbour Board", date(2022, 5, 3))


def test_a_web_page_is_read_with_its_lists_and_tables() -> None:
    page = (
        "<html><head><title>x</title></head><body><h1>Harbour Board</h1><p>Minutes, 3 May 2022</p>"
        "<h2>Actions:</h2><ul><li>AB to <b>paint</b> the boat</li></ul><p>Dredging</p><table>"
        "<tr><th>Action</th><th>Owner</th><th>By when</th></tr>"
        "<tr><td>Buy a rope</td><td>CD</td><td>10 May</td></tr></table></body></html>"
    )
    found = read(page.encode(), "minutes.html")
    assert [(item.text, item.owner, item.due_date) for item in found.items] == WANTED


def test_a_pdf_is_read_with_its_wrapped_lines_put_together() -> None:
    import typst

    source = (
        "#set page(width: 12cm)\nHarbour Board\n\nMinutes of the meeting on 3 May 2022\n\n"
        "ACTION: The Harbour Master to find out what the dredging of the inner basin would cost "
        "and to tell the Board by 10 June 2022.\n"
    )
    (item,) = read(typst.compile(source.encode()), "minutes.pdf").items
    assert item.text.endswith("would cost and to tell the Board by 10 June 2022.")
    assert (item.owner, item.due_date) == ("The Harbour Master", date(2022, 6, 10))


def test_a_workbook_is_no_minutes(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    path = tmp_path / "plan.xlsx"
    book.save(path)
    with pytest.raises(CannotRead, match="not minutes"):
        read(path.read_bytes(), path.name)


def test_the_command_reads_in_a_process_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("Harbour Board\nMinutes, 3 May 2022\n\nACTION: AB to paint the boat.\n")
    assert main([str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "meeting_date": "2022-05-03",
        "committee": "Harbour Board",
        "items": [
            {"kind": "action", "text": "AB to paint the boat.", "label": None, "owner": "AB"}
            | {"due": None, "due_date": None, "line": 4}
        ],
    }
    assert main([str(path)]) == 0
    assert "line 4: action: AB to paint the boat. (by AB)" in capsys.readouterr().out
    assert main([str(tmp_path / "none.txt")]) == 2
