"""Sheets that came back become one draft, whatever happened to them on the way."""

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
import sqlalchemy as sa
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from loaders.check import check
from loaders.returned.read import Returned, read
from reports.updates.asking import Prepared, prepare
from reports.updates.returned import Draft, chasing, take
from store.database.engine import open_store
from store.said.remembered import remembered
from store.said.updates import keep_returned, returned_of
from store.snapshots import accept, withdraw
from store.views import view
from tests.made.sample import sample_copy
from tests.made.updates.returned import Answers, as_csv, edited, filled, sheets
from workstreams import TABLES
from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.records.tables import life_table
from workstreams.view import View

MEETING = date(2023, 1, 24)
BY = "Improvement officer"
JUNE = {"new_date": datetime(2023, 6, 30), "reason": "Late funding"}  # noqa: DTZ001


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> sa.Engine:
    path = sample_copy(tmp_path_factory.mktemp("returned") / "store.sqlite")
    return open_store(f"sqlite:///{path}")


@pytest.fixture(scope="module")
def prepared(sample: sa.Engine) -> Prepared:
    return prepare(sample, 1, MEETING, date(2023, 1, 14), "", BY)


@pytest.fixture(scope="module")
def sent(prepared: Prepared) -> Mapping[str, bytes]:
    return sheets(prepared.zip)


def back(data: bytes, name: str, *rows: Answers) -> Returned:
    return read(filled(data, *rows), name)


def drafted(sample: sa.Engine, *files: Returned) -> Draft:
    return take(sample, 1, MEETING, files)


SOLICITOR, LEGAL, SOCIAL = (
    *("Solicitor to the council", "Head of legal services"),
    "Principal social worker",
)


def test_what_owners_say_goes_into_the_plans_own_layout_and_reads_back(
    sample: sa.Engine, sent: Mapping[str, bytes]
) -> None:
    found = drafted(
        sample,
        back(sent[SOLICITOR], "a.xlsx", {"status": "Complete", "evidence": "Minute 5"}),
        back(sent[LEGAL], "b.xlsx", {"progress": "- Advertised again"} | JUNE),
    )
    assert found.found.returned == (LEGAL, SOLICITOR)
    assert found.found.untaken == ()
    assert found.parts[0].book.own
    assert found.parts[0].book.lost == ()
    page = load_workbook(BytesIO(found.parts[0].book.data))["Actions"]
    assert [cell.value for cell in page[5]][:6] == [
        *("Reference", "Theme", "Action", "Kind", "Source", "Owner")
    ]
    before = view(sample, 1).now(ACTIONS.key)
    choices = remembered(sample, 1)
    after = check(found.parts[0].book.data, "draft.xlsx", TABLES, choices).frames[ACTIONS.key]
    assert len(after) == len(before)
    (record,) = found.parts[0].made.words
    changed = found.parts[0].made.rows.loc[record]
    assert (changed["status"], changed["evidence"]) == ("complete", "Minute 5")
    told = after[after["update"].fillna("").str.startswith("- Advertised again")]
    assert list(told["update"]) == ["- Advertised again. New date 30 June 2023: Late funding"]
    due = told["revised_due_date"].fillna(told["due_date"])
    assert [str(when.date()) for when in due] == ["2023-06-30"]
    same = ["ref", "title", "owner", "theme", "kind", "raised_date"]
    left = after[same].fillna("").sort_values(["ref", "title"], ignore_index=True)
    right = before[same].fillna("").sort_values(["ref", "title"], ignore_index=True)
    assert left.astype(str).equals(right.astype(str))


def test_an_empty_or_half_filled_sheet_changes_only_what_it_says(
    sample: sa.Engine, sent: Mapping[str, bytes]
) -> None:
    found = drafted(
        sample,
        read(sent[SOLICITOR], "empty.xlsx"),
        back(sent[LEGAL], "half.xlsx", {}, {"progress": "Begun"}),
    )
    assert set(found.found.returned) == {SOLICITOR, LEGAL}
    (change,) = found.changes
    assert (change.heading, change.now, change.owners) == ("Latest update", "Begun", (LEGAL,))
    silent = [owner for owner, _ in found.found.silent]
    assert silent.count(SOLICITOR) == 2
    assert silent.count(LEGAL) == 1


def test_in_any_order_and_doubled_the_draft_is_the_same(
    sample: sa.Engine, sent: Mapping[str, bytes]
) -> None:
    one = back(sent[SOLICITOR], "a.xlsx", {"status": "Complete"})
    two = back(sent[LEGAL], "b.xlsx", {"progress": "Begun"})
    three = read(as_csv(filled(sent[SOCIAL], {"evidence": "Audit"})), "c.csv")
    again = back(sent[SOLICITOR], "a (2).xlsx", {"status": "Complete"})
    first = drafted(sample, one, two, three, again)
    for files in ((again, three, two, one), (three, one, again, two)):
        other = drafted(sample, *files)
        assert other.found == first.found
        assert other.changes == first.changes
        assert other.parts[0].made.rows.equals(first.parts[0].made.rows)
    assert first.found.conflicts == ()


def test_different_things_said_of_one_action_wait_for_an_officer(
    sample: sa.Engine, sent: Mapping[str, bytes]
) -> None:
    one = back(sent[SOLICITOR], "first.xlsx", {"status": "Complete", "progress": "Same"})
    two = back(sent[SOLICITOR], "second.xlsx", {"status": "Paused", "progress": "same "})
    found = drafted(sample, one, two)
    (conflict,) = found.found.conflicts
    assert conflict.cell[1] == "status"
    assert conflict.values == ("Complete", "Paused")
    assert {said.file for said in conflict.said} == {"first.xlsx", "second.xlsx"}
    assert [change.heading for change in found.changes] == ["Latest update"]
    chosen = take(sample, 1, MEETING, [one, two], {conflict.cell: "Paused"})
    assert {c.heading: c.now for c in chosen.changes}["Status"] == "paused"
    assert not chosen.found.conflicts
    left = take(sample, 1, MEETING, [one, two], {conflict.cell: ""})
    assert not left.found.conflicts
    assert left.changes == found.changes


def swapped(page: Worksheet, head: int) -> None:
    """The keys alone sorted, away from their rows."""
    one, two = page.cell(head + 1, 1), page.cell(head + 2, 1)
    one.value, two.value = two.value, one.value


def retyped(page: Worksheet, head: int) -> None:
    page.cell(head + 1, 3).value = "Some other words"
    page.cell(head + 1, 2).value = "99"


def changed(page: Worksheet, head: int) -> None:
    for row in (head + 1, head + 2):
        key = str(page.cell(row, 1).value)
        page.cell(row, 1).value = key[:-1] + ("0" if key[-1] != "0" else "1")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (swapped, "its key is that of “"),
        (changed, "2 rows: the key was changed, or is another dashboard’s."),
        (
            lambda page, head: page.delete_cols(1),
            "it has no key, so nobody knows which action it is about.",
        ),
        (
            lambda page, head: page.cell(head + 1, 8).__setattr__("value", "Wibble"),
            "“Wibble” is no status of this plan.",
        ),
        (
            lambda page, head: page.cell(head + 1, 12).__setattr__("value", "Only why"),
            "it gives a reason for a new date, and no date.",
        ),
    ],
)
def test_a_spoilt_sheet_ends_in_a_sentence(
    sample: sa.Engine, sent: Mapping[str, bytes], change: object, says: str
) -> None:
    data = filled(sent[SOLICITOR], {"progress": "Said"}, {"progress": "Said"})
    found = drafted(sample, read(edited(data, change), "spoilt.xlsx"))  # type: ignore[arg-type]
    told = [sentence for _, sentence in found.found.untaken]
    assert any(says in sentence for sentence in told), told


def test_words_typed_over_do_no_harm(sample: sa.Engine, sent: Mapping[str, bytes]) -> None:
    data = filled(sent[SOLICITOR], {"progress": "Said"})
    found = drafted(sample, read(edited(data, retyped), "retyped.xlsx"))
    assert found.found.untaken == ()
    assert [change.now for change in found.changes] == ["Said"]


def test_a_sheet_of_another_plan_or_meeting_is_told_and_not_taken(
    sample: sa.Engine, sent: Mapping[str, bytes]
) -> None:
    other = sheets(prepare(sample, 2, MEETING, None, "", BY).zip)
    march = sheets(prepare(sample, 1, date(2023, 3, 21), None, "", BY).zip)
    files = [
        back(next(iter(other.values())), "other.xlsx", {"progress": "Said"}),
        back(march[SOLICITOR], "march.xlsx", {"progress": "Said"}, {"progress": "Said"}),
    ]
    found = drafted(sample, *files)
    assert found.found.untaken == (
        (
            "march.xlsx",
            "2 rows: it was asked for the meeting on 21 March 2023. Nothing was taken.",
        ),
        ("other.xlsx", "1 row: it is on a sheet of another plan. Nothing was taken."),
    )
    assert found.changes == ()
    assert found.found.returned == ()


def test_those_who_did_not_return_are_reminded_by_a_draft_each(
    sample: sa.Engine, prepared: Prepared, sent: Mapping[str, bytes]
) -> None:
    found = drafted(sample, read(sent[SOLICITOR], "a.xlsx")).found
    assert len(found.missing) == len(prepared.asked.sheets) - 1
    with ZipFile(BytesIO(chasing(sample, 1, found))) as archive:
        names = archive.namelist()
        text = archive.read("Head of legal services.eml").decode()
    assert len(names) == len(found.missing)
    assert f"{SOLICITOR}.eml" not in names
    assert "X-Unsent: 1" in text
    assert "14 January 2023" in text


def _said_by(seen: View) -> set[tuple[str, str]]:
    """What the actions' histories have of return sheets: what happened, and who said so when."""
    lives = [life_table(seen, int(record)) for record in seen.now(ACTIONS.key).index]
    told = [one[one["Said by"] != "–"] for one in lives if "Said by" in one]
    return {
        (what, who.replace("\u00a0", " "))
        for one in told
        for what, who in zip(one["What happened"], one["Said by"], strict=True)
    }


def test_an_accepted_draft_is_an_upload_like_any_and_keeps_who_said_what(
    sample: sa.Engine, sent: Mapping[str, bytes]
) -> None:
    stood = len(book(view(sample, 1)).now)
    found = drafted(sample, back(sent[SOLICITOR], "a.xlsx", {"status": "Complete"} | JUNE))
    checked = check(
        found.parts[0].book.data, "Returned updates.xlsx", TABLES, remembered(sample, 1)
    )
    snapshot = accept(sample, 1, date(2023, 1, 20), checked, BY)
    keep_returned(sample, 1, found.found, snapshot.id, BY, {SOLICITOR: date(2023, 1, 12)})
    now = book(view(sample, 1)).now
    assert len(now) == stood
    assert now["listed"].sum() == len(view(sample, 1).now(ACTIONS.key))
    assert returned_of(sample, 1, MEETING) == (SOLICITOR,)
    said = _said_by(view(sample, 1, audience="members"))
    sheet = f"{SOLICITOR}, sheet of 12 January 2023"
    assert said == {("Reported complete", sheet), ("Due date set", sheet)}
    # The public is not told whose sheets these were.
    assert not view(sample, 1).sent_back
    later = drafted(sample, back(sent[SOLICITOR], "late.xlsx", {}, {"progress": "Later"}))
    assert [change.now for change in later.changes] == ["Later"]
    done = drafted(sample, back(sent[SOLICITOR], "late.xlsx", {"progress": "More"}))
    assert any("is complete by now" in why for _, why in done.found.untaken)
    other = drafted(sample, read(sent[LEGAL], "other.xlsx")).found
    assert SOLICITOR not in {*other.missing, *other.returned}
    withdraw(sample, snapshot.id, BY, "Undone")
    assert returned_of(sample, 1, MEETING) == ()
