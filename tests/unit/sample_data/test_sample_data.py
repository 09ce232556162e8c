"""The sample plans: they read without a problem, are made the same again, and tell their story."""

import csv
import json
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
import sqlalchemy as sa

from loaders.check import check
from loaders.outcome import Checked
from measures.following.minuted import is_minuted
from sample_data import make
from sample_data.legal_actions import ACTIONS
from store import snapshots
from store.plans import add_plan, plans
from store.said.minuted import kept_of
from store.sample import SAMPLES, load_sample
from store.views import view
from workstreams import TABLES, WORKSTREAMS
from workstreams.actions.book import book
from workstreams.view import View

FOLDER = make.FOLDER
BOOKS = sorted(FOLDER.glob("*/*.xlsx"))
SHARED = next((FOLDER.parent.parent / "shared" / "real_workbooks").glob("71_*.csv"), None)


def named(path: Path) -> str:
    return f"{path.parent.name} {path.stem}"


def read(path: Path) -> Checked:
    return check(path.read_bytes(), path.name, TABLES)


def listed(as_at: str) -> dict[str, dict[str, object]]:
    """The legal team's actions that one workbook lists, by reference."""
    records = read(SAMPLES[0] / f"{as_at}.xlsx").frames["actions"]
    return {row["ref"]: row for row in records.to_dict("records")}


@pytest.mark.parametrize("path", BOOKS, ids=named)
def test_every_sheet_is_read_as_what_it_is_with_nothing_left_out(path: Path) -> None:
    checked = read(path)
    assert [str(one) for one in checked.problems if one.level == "error"] == []
    assert checked.left_out == ()
    with ZipFile(path) as book:
        sheets = sum(name.startswith("xl/worksheets/sheet") for name in book.namelist())
    assert len(checked.readings) == sheets
    assert all(reading.table for reading in checked.readings)
    assert [(one.sheet, one.left_out) for one in checked.readings if one.left_out] == []


@pytest.mark.parametrize("path", BOOKS, ids=named)
def test_the_as_at_date_in_the_title_block_is_that_of_the_files_name(path: Path) -> None:
    assert read(path).as_at == date.fromisoformat(path.stem)


def test_making_the_workbooks_again_gives_the_committed_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "workforce.csv").write_bytes((FOLDER / "workforce.csv").read_bytes())
    monkeypatch.setattr(make, "FOLDER", tmp_path)
    make.main()
    assert {path.relative_to(tmp_path) for path in tmp_path.glob("*/*")} == {
        path.relative_to(FOLDER) for folder in SAMPLES for path in folder.glob("*")
    }
    for path in tmp_path.glob("*/*.xlsx"):
        committed = FOLDER / path.relative_to(tmp_path)
        # Compared part by part: another zlib may pack the same parts into other bytes.
        with ZipFile(path) as new, ZipFile(committed) as old:
            assert new.namelist() == old.namelist()
            assert [new.read(part) for part in new.namelist()] == [
                old.read(part) for part in old.namelist()
            ], f"run python -m sample_data.make: {path.name} is not as committed"
    for path in tmp_path.glob("*/recorded.jsonl"):
        assert path.read_bytes() == (FOLDER / path.relative_to(tmp_path)).read_bytes()


def test_the_minutes_are_read_and_what_they_ask_for_is_what_the_workbooks_hold(
    store: sa.Engine,
) -> None:
    load_sample(store)
    legal, review = (view(store, one.id, audience="members") for one in plans(store, None))
    kept = {line.subject: line.value for line in kept_of(store, legal.plan.id)}
    recommended = [f"Rec {letter}" for letter in "abcdef"]
    assert sorted(kept) == ["Act 1", "Act 2", *recommended]
    assert [line.subject for line in kept_of(store, review.plan.id)] == ["Act 1"]
    for part in ("every two months", "service level agreement", "managers know", "understand"):
        assert part in kept["Rec b"]["text"]
    own = legal.history["actions"]
    own = own[is_minuted(own.index)]
    # They stand from the meeting on, until the next workbook brings them: never twice.
    assert set(own["as_at"].dt.date) == {date(2021, 9, 7)}
    assert set(own["owner"].dropna()) == {"Solicitor to the council"}
    assert own["due_date"].dropna().dt.date.to_list() == [date(2021, 11, 23)]
    brought = listed("2021-11-23")
    assert [brought[ref]["title"] for ref in recommended] == [
        kept[ref]["text"] for ref in recommended
    ]
    lives = book(legal).lives.known()
    for ref in recommended:
        assert lives.loc[lives["ref"] == ref, "life"].nunique() == 1
    asked = lives[lives["kind"] == "committee action"]
    assert asked["life"].nunique() == 2
    # The review's one decision is in its first workbook, so it never stands beside one.
    decided = review.history["actions"]
    assert not is_minuted(decided.index).any()
    assert (decided["kind"] == "committee action").groupby(decided["as_at"]).sum().max() == 1


def test_making_a_workbook_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        make.write_one(folder, "2021-05-20", make.ABOUT_LEGAL, make.legal_sheets("2021-05-20"))
        made.append((folder / "2021-05-20.xlsx").read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("path", BOOKS, ids=named)
def test_every_sheet_says_what_is_illustrative(path: Path) -> None:
    with ZipFile(path) as book:
        texts = book.read("xl/sharedStrings.xml").decode()
        assert "Illustrative: made up to show the dashboard." in texts
        assert "Illustrative" in book.read("docProps/core.xml").decode()


def test_the_departments_figures_carry_their_source_and_licence() -> None:
    (sheet,) = [one for one in make.section_20_sheets("2026-03-17") if one.name == "Workforce"]
    assert sheet.notes == (make.LICENCE,)
    assert "Department for Education" in make.LICENCE
    assert "Open Government Licence v3.0" in make.LICENCE
    assert {row["time_period"] for row in sheet.rows} == {float(year) for year in range(2017, 2026)}


@pytest.mark.skipif(SHARED is None, reason="the Department's whole file is not beside the project")
def test_the_departments_figures_are_those_it_published() -> None:
    assert SHARED is not None
    with SHARED.open(encoding="utf-8-sig", newline="") as file:
        published = {
            (row["time_period"], row["geographic_level"], row["region_name"], row["la_name"]): row
            for row in csv.DictReader(file)
        }
    with (FOLDER / "workforce.csv").open(encoding="utf-8", newline="") as file:
        ours = list(csv.DictReader(file))
    assert len(ours) == 27
    for row in ours:
        key = (row["time_period"], row["geographic_level"], row["region_name"], row["la_name"])
        assert row == {heading: published[key][heading] for heading in row}


def test_the_committees_words_of_7_september_2021_are_all_there() -> None:
    refs = {str(row.start["Reference"]): row.start for row in ACTIONS}
    assert {f"Rec {letter}" for letter in "abcdef"} <= set(refs)
    assert {"Act 1", "Act 2"} <= set(refs)
    assert "7 September 2021, item 30, recommendation d" in str(refs["Rec d"]["Source"])
    assert "Q7" in str(refs["Rec d"]["Action"])
    # The committee set one date only, in b; no other may be made up.
    assert [
        ref for ref, row in refs.items() if ref[:3] in ("Rec", "Act") and "Due date" in row
    ] == []
    due = {ref: row["due_date"] for ref, row in listed("2021-11-23").items() if ref[:3] == "Rec"}
    assert [ref for ref, when in due.items() if str(when) != "NaT"] == ["Rec b"]


def test_notice_and_reasons_are_read_from_the_file_and_not_every_answer_has_one() -> None:
    last = listed("2022-11-22")
    assert {
        ref: (str(row["notice_date"])[:10], isinstance(row["response_reason"], str))
        for ref, row in last.items()
        if ref[:3] == "Rec" and row["response"] not in (None, "none yet")
    } == {
        "Rec a": ("NaT", False),
        **{f"Rec {letter}": ("2021-09-20", True) for letter in "bcd"},
        "Rec e": ("2021-09-20", False),
    }
    review = read(SAMPLES[1] / "2026-03-17.xlsx").frames["actions"]
    review = review[review["kind"] == "recommendation"]
    # The real day of notice is not in public, so the sample makes none up.
    assert review["notice_date"].isna().all()
    assert review["response_reason"].notna().sum() == 5


def test_a_row_vanishes_and_another_is_renumbered_and_reworded() -> None:
    january, march, may = listed("2022-01-25"), listed("2022-03-22"), listed("2022-05-24")
    assert "Q14" in march
    assert "Q14" not in may
    assert "Q19" in january
    assert "Q19" not in march
    assert "case management system" in str(january["Q19"]["title"])
    assert "case management system" in str(march["Q31"]["title"])
    assert january["Q19"]["title"] != march["Q31"]["title"]


def test_dates_move_more_than_once_and_complete_becomes_in_progress() -> None:
    moved = [
        str(listed(as_at)["Q24"]["revised_due_date"])[:10]
        for as_at in ("2022-01-25", "2022-03-22", "2022-05-24", "2022-09-20")
    ]
    assert len(set(moved)) == 4
    assert listed("2022-03-22")["Q7"]["status"] == "complete"
    assert listed("2022-07-19")["Q7"]["status"] == "in progress"


def test_green_rows_are_past_due_and_one_theme_falls_due_on_one_day() -> None:
    last = listed("2022-11-22")
    assert (last["Q12"]["rag"], str(last["Q12"]["due_date"])[:10]) == ("G", "2021-12-31")
    first = listed("2021-11-23").values()
    systems = {str(row["due_date"])[:10] for row in first if str(row["theme"]).startswith("4")}
    assert systems == {"2022-03-31"}


def test_one_staff_group_stays_untrained() -> None:
    cohorts = read(SAMPLES[0] / "2022-11-22.xlsx").frames["cohorts"]
    untrained = cohorts[(cohorts["cohort"] == "Middle managers") & (cohorts["in_date"] == 0)]
    assert untrained["course"].tolist() == ["Human Rights Act workshop"]
    counted = cohorts[["in_date", "expired", "booked", "never"]].sum(axis=1)
    assert (counted == cohorts["in_role"]).all()
    assert (cohorts["never"] >= 0).all()


def test_no_row_holds_a_persons_name() -> None:
    """Owners are job titles: the list is short and read by eye."""
    owners = {str(cells["owner"]) for cells in listed("2022-11-22").values()} - {"nan"}
    assert owners == {
        "Assistant director, safeguarding",
        "Democratic services manager",
        "Head of legal services",
        "Head of service, court team",
        "Interim head of children's legal",
        "Legal practice manager",
        "Practice lead, learning",
        "Principal lawyer, children",
        "Principal social worker",
        "Solicitor to the council",
        "Workforce development manager",
    }


@pytest.fixture
def loaded(store: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> list[View]:
    """Both plans as a newcomer's store holds them."""
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")
    assert load_sample(store)
    assert not load_sample(store)
    return [view(store, plan.id) for plan in plans(store)]


def test_an_empty_store_gets_both_plans_once_with_what_officers_recorded(
    loaded: list[View], store: sa.Engine
) -> None:
    legal, review = loaded
    assert legal.plan.name == "Children's Legal Team Improvement Plan"
    assert review.plan.name == "Section 20 review"
    assert legal.plan.area == "Herefordshire, County of"
    assert legal.plan.illustrative.startswith("Illustrative")
    assert (str(legal.as_at), str(legal.since)) == ("2022-11-22", "2022-09-20")
    assert [len(one.snapshots) for one in loaded] == [9, 6]
    assert legal.next_meeting == date(2023, 1, 24)
    assert {"acceptance", "owner left", "same action"} <= set(legal.judgements["kind"])
    recorded = (SAMPLES[0] / "recorded.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(legal.judgements) == len(recorded)
    (last,) = [one for one in snapshots.snapshots(store, legal.plan.id) if one.as_at == legal.as_at]
    assert last.accepted_by == "Sample data"


def test_what_officers_recorded_is_about_actions_of_the_plan(loaded: list[View]) -> None:
    for found in loaded:
        refs = set(found.history["actions"]["ref"])
        about = found.judgements[~found.judgements["kind"].isin({"owner left", "commentary"})]
        assert set(about["subject"]) <= refs
        meetings = {str(meeting.when) for meeting in found.meetings}
        for value in found.judged("acceptance")["value"]:
            assert value["meeting"] in meetings


def test_each_target_is_one_that_a_measure_knows(loaded: list[View]) -> None:
    keys = {measure.key for workstream in WORKSTREAMS for measure in workstream.measures}
    assert [
        one.measure for found in loaded for one in found.targets if one.measure not in keys
    ] == []


def test_a_store_that_has_a_plan_is_left_alone(store: sa.Engine) -> None:
    add_plan(store, "Ours", "Committee", by="Improvement officer")
    assert not load_sample(store)
    assert [plan.name for plan in plans(store)] == ["Ours"]


def test_the_recorded_lines_are_plain_json() -> None:
    for folder in SAMPLES:
        for line in (folder / "recorded.jsonl").read_text(encoding="utf-8").splitlines():
            assert set(json.loads(line)) == {"kind", "subject", "on", "value"}
