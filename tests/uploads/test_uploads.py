"""Workbooks as councils keep them, each beside the words that say how it was read."""

from pathlib import Path

import pytest

from loaders.__main__ import as_text
from loaders.check import check
from loaders.outcome import Checked
from tests.uploads.make import BOOKS
from workstreams import TABLES

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.xlsx"))


def read(path: Path) -> Checked:
    return check(path.read_bytes(), path.name, TABLES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_workbook_is_read_as_its_text_says(path: Path) -> None:
    expected = path.with_suffix(".txt")
    said = "\n".join(as_text(read(path))) + "\n"
    assert said == expected.read_text(encoding="utf-8"), (
        f"Where this is right, write it to {expected.name}:\n{said}"
    )


def test_every_workbook_made_here_has_its_text() -> None:
    made = {make.__name__ for make in BOOKS}
    assert {path.stem for path in FILES} == made
    assert {path.stem for path in HERE.glob("*.txt")} == made


def test_no_name_of_a_person_is_kept_from_a_sheet_of_posts_and_cases() -> None:
    checked = read(HERE / "posts_and_cases.xlsx")
    assert "A name" not in repr(checked)
    for frame in checked.frames.values():
        assert not frame.astype("str").eq("A name").any().any()


def test_a_matrix_gives_one_record_a_person_and_course_without_names() -> None:
    checked = read(HERE / "training_matrix.xlsx")
    frame = checked.frames["trained"]
    assert len(frame) == 9
    assert frame["person"].str.startswith("person ").all()
    assert "A name" not in repr(checked)
    assert frame["position"].tolist()[1:3] == ["booked", "never"]
    assert frame["completed_date"].notna().sum() == 2


def test_months_across_become_periods_and_a_mark_stays_a_mark() -> None:
    frame = read(HERE / "indicators_across.xlsx").frames["indicators"]
    first = frame[frame["indicator"] == "Advice within 5 days"]
    assert first["period"].dt.strftime("%Y-%m-%d").tolist() == [
        "2021-04-30",
        "2021-05-31",
        "2021-06-30",
    ]
    assert first["value"].tolist()[:2] == [0.8, 0.85]
    assert first["value_mark"].tolist()[2] == "c"
    assert frame["target"].tolist()[0] == 0.9


def test_progress_by_month_keeps_every_month_and_shows_the_latest() -> None:
    frame = read(HERE / "bath_progress_by_month.xlsx").frames["actions"]
    assert frame["update"].tolist() == ["Audit shows 80%", "Dates set", "In use"]
    assert frame["update_history"].tolist()[0] == [
        ["2003-10-31", "Progress October 2003", "New form in use"],
        ["2003-12-31", "Progress December 2003", "Audit shows 80%"],
    ]
    assert frame["theme"].tolist() == [
        "Standard 1 - Referrals",
        "Standard 1 - Referrals",
        "Standard 2 - Assessments",
    ]


def test_an_id_is_never_made_a_number() -> None:
    frame = read(HERE / "torbay_question_words.xlsx").frames["actions"]
    assert frame["ref"].tolist() == ["1.1", "1.10", "2.1"]
    assert frame["theme"].tolist()[2] == "2 WORKFORCE"


def test_a_plan_kept_on_a_sheet_a_theme_takes_its_themes_from_the_sheets() -> None:
    frame = read(HERE / "split_by_theme.xlsx").frames["actions"]
    assert frame["theme"].tolist() == ["Legal advice"] * 2 + ["Training"] * 2
    assert frame["sheet"].tolist() == ["Legal advice"] * 2 + ["Training"] * 2


def test_merged_cells_stand_for_every_row_they_cover() -> None:
    frame = read(HERE / "merged_action_with_two_owners.xlsx").frames["actions"]
    assert frame["title"].tolist()[:2] == ["Improve legal advice"] * 2
    assert frame["owner"].tolist()[:2] == ["Head of legal", "Service manager"]
    assert frame["row"].tolist() == [2, 3, 4]


def test_a_colour_is_kept_but_never_taken_for_a_status_unasked() -> None:
    frame = read(HERE / "status_in_fill_only.xlsx").frames["actions"]
    assert frame["rag"].tolist() == ["green", "amber", "red"]
    assert frame["status"].isna().all()
