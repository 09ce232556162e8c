"""Where each case stands: since when, for how many days, and whether it has moved."""

from datetime import date

import pandas as pd
import pytest

from measures.case_ladder import FINISHED, MOVEMENTS, ladder
from measures.hra_cases import cases
from tests.made.views import history_of
from workstreams.hra_cases.columns import HRA_CASES, STAGES, STEP

MAY, JULY, SEPTEMBER, NOVEMBER = "2022-05-24", "2022-07-19", "2022-09-20", "2022-11-22"
LISTS = (MAY, JULY, SEPTEMBER, NOVEMBER)


def found(since: str | None = SEPTEMBER, closed: str = "", **stories: str) -> pd.DataFrame:
    """The ladder of cases, each told by its stages at the four lists: "notified/notified//issued".

    A stage that is left empty means that the list leaves the case out, "?" that it gives no stage.
    """
    rows = [
        {
            "as_at": when,
            "case_": f"HRA-{name}",
            "stage": stage.replace("?", ""),
            "learning_closed_date": closed,
        }
        for place, when in enumerate(LISTS)
        for name, story in stories.items()
        if (stage := story.split("/")[place])
    ]
    made = cases(history_of(HRA_CASES, pd.DataFrame(rows, dtype="str")), STEP)
    return ladder(made, tuple(STAGES), date.fromisoformat(since) if since else None)


def one(since: str | None = SEPTEMBER, closed: str = "", *, story: str) -> pd.Series:
    """The one case, beside another that every list has."""
    rows = found(since, closed, A=story, Z="issued/issued/issued/issued")
    return rows[rows["case"] == "HRA-A"].iloc[0]


def test_the_frame_has_a_row_a_case_and_the_columns_that_are_promised() -> None:
    rows = found(A="notified/notified/notified/issued", B="//issued/issued")
    assert rows.dtypes.astype("str").to_dict() == {
        "case": "str",
        "rung": "str",
        "listed": "bool",
        "concluded": "bool",
        "there_since": "datetime64[s]",
        "days": "int64",
        "movement": "str",
    }
    assert sorted(rows["case"]) == ["HRA-A", "HRA-B"]


@pytest.mark.parametrize(
    ("story", "since", "days"),
    [
        ("notified/notified/notified/notified", MAY, 182),
        ("notified/notified/notified/issued", NOVEMBER, 0),
        ("notified/issued/issued/issued", JULY, 126),
        ("//notified/notified", SEPTEMBER, 63),
        ("///notified", NOVEMBER, 0),
        # Away and back: the stay at the earlier rung is over.
        ("notified/issued/notified/notified", SEPTEMBER, 63),
        # A list that leaves it out ends no stay.
        ("notified//notified/notified", MAY, 182),
        # Left out at the last list: counted up to the last that had it.
        ("notified/notified/notified/", MAY, 119),
        ("notified///", MAY, 0),
        # A stage that is not given is a rung of its own.
        ("notified/?/?/?", JULY, 126),
        ("?/notified/notified/notified", JULY, 126),
    ],
)
def test_a_case_stands_where_it_does_since_the_first_list_that_had_it_there(
    story: str, since: str, days: int
) -> None:
    case = one(story=story)
    assert (f"{case['there_since']:%Y-%m-%d}", case["days"]) == (since, days)


@pytest.mark.parametrize(
    ("story", "movement"),
    [
        ("notified/notified/notified/notified", "not moved"),
        ("notified/notified/issued/issued", "not moved"),
        ("concluded/concluded/concluded/concluded", "not moved"),
        ("notified/notified/notified/under investigation", "moved on"),
        ("notified/notified/notified/learning closed", "moved on"),
        ("notified/notified/concluded/learning closed", "moved on"),
        ("notified/notified/issued/negotiation", "moved back"),
        ("notified/notified/learning closed/concluded", "moved back"),
        ("notified/notified//notified", "new"),
        ("///issued", "new"),
        ("notified/notified/notified/", "no longer listed"),
        ("notified///", "no longer listed"),
        ("notified/concluded/learning closed/learning closed", "finished"),
        ("///learning closed", "new"),
        ("notified/notified/?/notified", "moved on"),
        ("notified/notified/notified/?", "moved back"),
        ("notified/notified/?/?", "not moved"),
    ],
)
def test_what_became_of_a_case_since_the_list_compared_with(story: str, movement: str) -> None:
    assert one(story=story)["movement"] == movement


def test_it_is_compared_with_the_list_that_is_asked_for() -> None:
    story = "notified/issued/issued/issued"
    assert one(JULY, story=story)["movement"] == "not moved"
    assert one(MAY, story=story)["movement"] == "moved on"
    assert one(None, story=story)["movement"] == "listed"


def test_learning_that_has_its_day_of_closing_is_the_last_rung() -> None:
    story = "issued/issued/concluded/concluded"
    case = one(closed=NOVEMBER, story=story)
    assert (case["rung"], case["movement"], case["days"]) == (FINISHED, "moved on", 0)
    assert one(closed="2022-12-01", story=story)["movement"] == "not moved"


def test_a_reference_in_other_letters_is_the_same_case() -> None:
    rows = pd.DataFrame(
        [
            {"as_at": SEPTEMBER, "case_": "HRA-A", "stage": "notified"},
            {"as_at": NOVEMBER, "case_": "hra-a ", "stage": "notified"},
        ],
        dtype="str",
    )
    made = cases(history_of(HRA_CASES, rows), STEP)
    (movement,) = ladder(made, tuple(STAGES), date.fromisoformat(SEPTEMBER))["movement"]
    assert movement == "not moved"


def test_those_that_have_not_moved_come_first_and_the_longest_of_them_before_all() -> None:
    rows = found(
        F="learning closed/learning closed/learning closed/learning closed",
        E="notified/notified/notified/",
        D="///notified",
        C="notified/notified/notified/issued",
        B="concluded/concluded/concluded/concluded",
        A="notified/notified/issued/issued",
        Y="notified/notified/notified/notified",
    )
    assert "".join(rows["case"].str[-1]) == "YABCDEF"
    assert [MOVEMENTS.index(one) for one in rows["movement"]] == sorted(
        MOVEMENTS.index(one) for one in rows["movement"]
    )


def test_the_index_leads_to_the_latest_record_of_each_case() -> None:
    rows = found(A="notified/notified/notified/", B="///issued")
    # Records are numbered as they come: the lists hold A, A, A and then B.
    assert rows["case"].to_dict() == {4: "HRA-B", 3: "HRA-A"}


def test_without_a_list_there_is_no_row() -> None:
    empty = cases(HRA_CASES.empty().assign(as_at=pd.Series(dtype="datetime64[s]")), STEP)
    assert ladder(empty, tuple(STAGES), None).empty
