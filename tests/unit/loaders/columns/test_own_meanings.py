import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.columns.own_meanings import key, proposed
from loaders.formats.grid import Grid
from loaders.outcome import Checked, Reading
from workstreams import TABLES
from workstreams.hra_cases.columns import HRA_CASES
from workstreams.recruitment.columns import POSTS
from workstreams.training.columns import PERSON

STAGES = ("In post (12m sabbatical cover)", "Permanent", "Out with the agency", "Advertised")
SEEN = [
    ("Post no", "Job title", "FTE", "Stage", "Cover"),
    *(
        (f"L{n}", "Solicitor", 1.0, stage, cover)
        for n, (stage, cover) in enumerate(zip(STAGES, ("Y", "N", "Locum firm", ""), strict=True))
    ),
    ("L9", "Solicitor", 1.0, "Out with the agency", "Locum firm"),
]
MATRIX = [
    ("Name", "Team", "Court skills", "Evidence", "Chronologies"),
    ("A. Person", "North", "In date", "Sat it", "Expired"),
    ("B. Person", "North", "Booked", "Not done", "In date"),
    ("C. Person", "South", "In date", "In date", "Sat it"),
    ("D. Person", "South", "In date", "Expired", "Booked"),
]


def read(rows: list[tuple[object, ...]], table: str, choices: Choices | None = None) -> Reading:
    cells = tuple(tuple(row) for row in rows)
    checked: Checked = check_grids(
        [Grid("Sheet", cells)], "file.xlsx", "a" * 64, TABLES, choices or Choices(as_table=table)
    )
    (found,) = [one for one in checked.readings if one.table == table]
    return found


def test_words_of_a_column_that_are_none_of_its_own_are_asked_with_their_rows() -> None:
    found = read(SEEN, POSTS.key)
    assert found.words["position"] == {"Out with the agency": 2}
    assert found.words["cover"] == {"Locum firm": 2}


def test_what_an_officer_said_a_word_means_is_read_and_asked_no_more() -> None:
    said = {key("position", " out with  the AGENCY"): "advertised"}
    found = read(SEEN, POSTS.key, Choices(as_table=POSTS.key, words={POSTS.key: said}))
    held = found.frame.set_index("post")["position"]
    assert held["L2"] == held["L9"] == "advertised"
    assert not [one for one in found.problems if one.found == "Out with the agency"]
    # It stands in the table still, so that it can be said otherwise.
    assert found.words["position"] == {"Out with the agency": 2}


def test_what_points_to_somebody_is_not_asked_about() -> None:
    rows = [*SEEN, ("L10", "Solicitor", 1.0, "Ring 07700 900123", "Y")]
    assert "Ring 07700 900123" not in read(rows, POSTS.key).words["position"]


def test_an_answer_that_the_column_cannot_hold_is_passed_over() -> None:
    said = {key("position", "Out with the agency"): "no such stage"}
    found = read(SEEN, POSTS.key, Choices(as_table=POSTS.key, words={POSTS.key: said}))
    assert found.frame["post"].tolist() == ["L0", "L1", "L3"]


def test_marks_of_a_training_matrix_are_asked_once_for_all_courses() -> None:
    found = read(MATRIX, PERSON.key)
    assert found.words["position"] == {"Sat it": 2}
    said = {key("position", "Sat it"): "in date"}
    choices = Choices(as_table=PERSON.key, words={PERSON.key: said}, secret=b"for tests")
    frame = read(MATRIX, PERSON.key, choices).frame
    assert frame["position"].value_counts()["in date"] == 5 + 2


@pytest.mark.parametrize(
    ("table", "field", "typed", "meaning"),
    [
        (POSTS, "position", "In post (FTC)", "filled, fixed term"),
        (POSTS, "position", "Substantive [fixed term]", "filled, fixed term"),
        (POSTS, "position", "Team B - vacant", "vacant, not recruiting"),
        (POSTS, "cover", "Agency / bank", "agency"),
        (POSTS, "position", "Something else", ""),
        (HRA_CASES, "outcome", "?", ""),
    ],
)
def test_a_words_parts_propose_what_it_means(
    table: object, field: str, typed: str, meaning: str
) -> None:
    kind = {POSTS.key: POSTS, HRA_CASES.key: HRA_CASES}[table.key][field].kind  # type: ignore[attr-defined]
    assert proposed(kind, typed) == meaning
