"""The record as files: each opened, its values those of the page, in the words of its reader."""

from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
import sqlalchemy as sa
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.content.blocks import Table
from reports.record.__main__ import main
from reports.record.annual import annual
from reports.record.columns import table
from reports.record.forms import record_file, record_name, year_file, year_name
from reports.record.gathered import Part, Record, gathered
from store.access.roles import Role
from store.access.visitor import AT_THE_MACHINE, Visitor, acting
from store.plans import add_plan
from tests.made.packs import pdf_text, squeezed, word_cells, word_text
from tests.made.recommended.two_plans import HOUSING, SCHOOLS, WHEN, housing, schools
from tests.made.stores import BY, accepted, actions, day
from workstreams.actions.recommended.record import HEADINGS, Chosen, cells, entries, shown

AT = datetime(2026, 11, 28, 6, 0, tzinfo=UTC)
EXEMPT = "Exempt: not for publication"
SAID = "Tell tenants why 3 children were moved"


@cache
def the_record(audience: str = "public", exempt: tuple[int, ...] = ()) -> Record:
    made = (schools(), housing())
    return Record(
        tuple(Part(one.plan, one.as_at, audience, exempt, entries(one)) for one in made)  # type: ignore[arg-type]
    )


def sheet(chosen: Chosen, record: Record | None = None) -> Worksheet:
    data = record_file(record or the_record(), chosen, "excel", AT)
    return load_workbook(BytesIO(data))["Recommendations"]


def rows(page: Worksheet) -> list[list[object]]:
    """The cells of the sheet's one table."""
    (found,) = page.tables.values()
    return [[cell.value for cell in row] for row in page[found.ref]]


def test_the_workbook_is_one_table_to_filter_whose_cells_are_the_records() -> None:
    page = sheet(Chosen())
    head, *body = rows(page)
    assert head == list(HEADINGS)
    (found,) = page.tables.values()
    assert found.autoFilter.ref == found.ref
    for row, one in zip(body, the_record().entries, strict=True):
        expected = [
            datetime(cell.year, cell.month, cell.day) if isinstance(cell, date) else cell  # noqa: DTZ001
            for cell in cells(one)
        ]
        assert row == expected
    assert page.freeze_panes == f"B{int(found.ref.split(':')[0][1:]) + 1}"


def test_a_day_has_room_in_its_column() -> None:
    page = sheet(Chosen())
    wide = {
        column: one.width
        for one in page.column_dimensions.values()
        for column in range(one.min, one.max + 1)
    }
    days = [cell.column for cell in page[page.max_row] if isinstance(cell.value, datetime)]
    assert days
    assert all(wide[column] > len("14 July 2021") for column in days)
    assert wide[HEADINGS.index("As at") + 1] > len("30 June 2022")


def test_text_that_looks_like_a_formula_is_text_in_the_workbook() -> None:
    page = sheet(Chosen(answer="Rejected"))
    (cell,) = [cell for row in page.iter_rows() for cell in row if cell.value == "=SUM(A1:A9)"]
    assert cell.data_type == "s"


def test_what_is_chosen_is_what_is_taken_and_the_copy_says_so() -> None:
    chosen = Chosen(committee=HOUSING.committee, year="2021/22")
    assert [row[0] for row in rows(sheet(chosen))[1:]] == ["b", "2"]
    words = word_text(record_file(the_record(), chosen, "word", AT))
    assert f"Committee: {HOUSING.committee}. Municipal year: 2021/22." in words
    assert "Mend lifts" not in words


def test_nothing_chosen_is_headings_and_a_sentence() -> None:
    nothing = Chosen(answer="Accepted", year="2021/22")
    page = sheet(nothing)
    assert not page.tables
    assert HEADINGS[0] in [cell.value for cell in page["A"]]
    assert "No recommendation is all of what was chosen." in word_text(
        record_file(the_record(), nothing, "word", AT)
    )


def test_the_word_record_has_the_pages_values_under_its_committees_and_plans() -> None:
    data = record_file(the_record(), Chosen(), "word", AT)
    opened = docx.Document(BytesIO(data))
    heads = [(p.style.name, p.text) for p in opened.paragraphs if p.style.name.startswith("Head")]
    assert [text for style, text in heads if style == "Heading 1"] == [
        SCHOOLS.committee,
        "Housing scrutiny panel",
    ]
    assert [text for style, text in heads if style == "Heading 2"] == [
        *(SCHOOLS.name, SCHOOLS.name, HOUSING.name),
    ]
    for made in opened.tables:
        assert made.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    written = {cell for row in word_cells(data) for cell in row}
    page = shown(the_record().entries)
    for heading in ("Answer and reason", "Two months", "Actions that deliver it"):
        assert set(page[heading]) <= written


def test_a_section_says_the_same_in_word_and_pdf_and_each_is_the_same_again() -> None:
    given = annual(the_record(), "2021/22", "", AT)
    word, paper = (year_file(the_record(), "2021/22", "", form, AT) for form in ("word", "pdf"))
    assert word == year_file(the_record(), "2021/22", "", "word", AT)
    assert paper == year_file(the_record(), "2021/22", "", "pdf", AT)
    assert paper.startswith(b"%PDF")
    in_word, in_paper = word_text(word), squeezed(pdf_text(paper))
    texts = [getattr(block, "text", "") for block in given.blocks]
    texts += [cell for block in given.blocks for row in getattr(block, "rows", ()) for cell in row]
    assert len(texts) > 40
    for text in filter(None, texts):
        assert text in in_word.replace("&amp;", "&")
        assert squeezed(text) in in_paper
    assert "1 recommendation is in no year" in in_word


def test_a_year_without_any_is_a_sentence_and_what_is_open_still() -> None:
    texts = [getattr(b, "text", "") for b in annual(the_record(), "2022/23", "", AT).blocks]
    assert "Nothing was recommended in 2022/23." in texts
    assert "3 recommendations of earlier years are open still." in texts
    alone = annual(the_record(), "2022/23", "Nobody's committee", AT)
    assert "What is open" not in [getattr(block, "text", "") for block in alone.blocks]


def test_a_section_of_several_committees_has_a_table_of_each_and_of_one_names_none() -> None:
    def captions(committee: str) -> list[str]:
        blocks = annual(the_record(), "2021/22", committee, AT).blocks
        return [block.caption for block in blocks if isinstance(block, Table)]

    made = [one for one in captions("") if one.startswith("Recommendations made")]
    assert made == [
        f"Recommendations made in 2021/22, {SCHOOLS.committee}, Schools plan.",
        "Recommendations made in 2021/22, Housing Scrutiny Panel.",
    ]
    assert "Recommendations made in 2021/22, Schools plan." in captions(SCHOOLS.committee)


def test_the_plan_is_named_once_where_a_table_is_of_one() -> None:
    found = the_record().entries
    assert all("plan" in row[0] for row in table("All", found).rows)
    own = table("Some", found[:1])
    assert (own.caption, own.rows[0][0]) == ("Some, Schools plan.", "a, 7 September 2021")


def test_a_members_copy_says_on_every_form_that_it_is_not_for_publication() -> None:
    record = the_record("members", (1, 2, 5))
    assert record.banner == (
        f"{EXEMPT} (paragraphs 1, 2 and 5 of Part 1 of Schedule 12A, Local Government Act 1972)"
    )
    assert record.banner in word_text(record_file(record, Chosen(), "word", AT))
    assert record.banner == sheet(Chosen(), record)["A1"].value
    assert squeezed(record.banner) in squeezed(
        pdf_text(year_file(record, "2021/22", "", "pdf", AT))
    )
    assert record_name(record, "word", AT).endswith("2026-11-28_members.docx")
    assert year_name(record, "2021/22", "pdf") == "scrutiny-recommendations_2021-22_members.pdf"


@pytest.fixture
def two_plans(store: sa.Engine) -> sa.Engine:
    """Two plans with a recommendation each, and a third with no upload."""
    with acting(AT_THE_MACHINE):
        for plan, title in ((HOUSING, SAID), (SCHOOLS, "Report absence")):
            kept = add_plan(store, plan.name, plan.committee, by=BY)
            one = {"ref": "1", "title": title, "kind": "recommendation", "raised_date": day(WHEN)}
            accepted(store, kept, date(2022, 7, 1), actions(one))
        add_plan(store, "A plan without an upload", "A committee", by=BY)
    return store


def words(record: Record) -> list[str]:
    return [one.told.words for one in record.entries]


def test_each_reader_finds_only_the_plans_and_words_they_may_see(two_plans: sa.Engine) -> None:
    now = datetime.now(UTC)

    def seen_by(roles: dict[int | None, Role]) -> Record:
        with acting(Visitor("Somebody", roles)):
            return gathered(two_plans, "members", now)

    every = seen_by({None: Role.MEMBER})
    assert words(every) == ["Report absence", SAID]
    assert every.banner.startswith(EXEMPT)
    public = seen_by({None: Role.READER})
    assert len(words(public)) == 2
    assert SAID not in words(public)
    assert (public.audience, public.banner) == ("public", "")
    assert words(seen_by({2: Role.MEMBER})) == ["Report absence"]
    mixed = seen_by({1: Role.READER, 2: Role.MEMBER})
    assert SAID not in words(mixed)
    assert [part.audience for part in mixed.parts] == ["public", "members"]
    assert mixed.banner.startswith(EXEMPT)
    assert seen_by({}).parts == ()


def test_the_command_writes_the_record_and_the_section_and_says_what_is_wrong(
    two_plans: sa.Engine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("reports.record.__main__.open_store", lambda: two_plans)
    out = tmp_path / "record"
    assert main(["--out", str(out), "--year", "2022-23", "--audience", "members"]) == 0
    assert "4 files" in capsys.readouterr().out
    assert {path.suffix for path in out.iterdir()} == {".docx", ".xlsx", ".pdf"}
    section = (out / "scrutiny-recommendations_2022-23_members.docx").read_bytes()
    assert SAID in word_text(section)
    assert main(["--out", str(out), "--committee", "Nobody"]) == 2
    assert f"“{SCHOOLS.committee}”" in capsys.readouterr().err
    for wrong in ("2022", "2022/24", "22/23", "May 2022"):
        with pytest.raises(SystemExit):
            main(["--out", str(out), "--year", wrong])
    moment = datetime.now(UTC).isoformat()
    for folder in ("one", "same"):
        assert main(["--out", str(tmp_path / folder), "--known-at", moment]) == 0
    made = [sorted((tmp_path / folder).iterdir()) for folder in ("one", "same")]
    for one, same in zip(*made, strict=True):
        assert (one.name, one.read_bytes()) == (same.name, same.read_bytes())
