"""What members read of each case: where it stands, what is expected next, what was learned."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import pytest

from tests.made.views import history_of, view_of
from workstreams.hra_cases import HRA_CASES_WORKSTREAM
from workstreams.hra_cases.columns import HRA_CASES
from workstreams.hra_cases.ladder import where_each_stands
from workstreams.hra_cases.ladder_chart import MOST, stage_by_meeting
from workstreams.sections import Section
from workstreams.view import View

SEPTEMBER, OCTOBER, NOVEMBER = "2022-09-20", "2022-10-18", "2022-11-22"
Cells = Mapping[str, str]


def view(*lists: tuple[str, Mapping[str, Cells]], since: str | None = None) -> View:
    """A members' view of lists of cases, each a date and the cells of each case."""
    rows = [
        {"as_at": when, "case_": name, **cells}
        for when, cases in lists
        for name, cells in cases.items()
    ]
    frame = pd.DataFrame(rows, dtype="str").fillna("")
    made = view_of(
        {"hra_cases": history_of(HRA_CASES, frame)},
        meetings=(SEPTEMBER, NOVEMBER, "2023-01-24"),
        since=since,
    )
    return replace(made, audience="members")


def told(of: View) -> Section:
    found = where_each_stands(of)
    assert found is not None
    return found


def rows(of: View) -> dict[str, dict[str, str]]:
    """The table by case, without the spaces that do not break."""
    table = told(of).table
    assert table is not None
    plain = table.rename(columns=lambda name: name.replace("\u00a0", " "))
    plain = plain.apply(lambda cells: cells.str.replace("\u00a0", " "))
    return {str(row.pop("Case key")): dict(row) for row in plain.to_dict("records")}  # type: ignore[misc]


STOOD = {
    "A": {"stage": "notified"},
    "B": {"stage": "issued"},
    "C": {"stage": "concluded", "learning_action": "Q7"},
    "D": {"stage": "concluded"},
    "E": {"stage": "learning closed", "learning_closed_date": "2022-08-01", "learning_action": "7"},
    "F": {"stage": "negotiation"},
}
NOW = {
    "A": {"stage": "notified", "next_step": "records", "next_date": "2022-10-31"},
    "B": {
        "stage": "settled, awaiting approval",
        "next_step": "approval hearing",
        "next_date": "2023-01-10",
    },
    "C": STOOD["C"],
    "D": {"stage": "concluded", "learning_closed_date": "2022-11-01"},
    "E": STOOD["E"],
    "G": {"stage": "potential claim identified"},
}
TWO = view((SEPTEMBER, STOOD), (NOVEMBER, NOW))


def test_each_case_has_a_row_by_its_key_those_that_have_not_moved_first() -> None:
    assert list(rows(TWO)) == ["A", "C", "B", "D", "G", "F", "E"]


def test_a_row_says_where_a_case_stands_for_how_long_and_what_is_expected_next() -> None:
    assert rows(TWO)["A"] == {
        "Stage": "Notified",
        "At this stage since": "20 Sep 2022 (63 days)",
        "Since 20 Sep 2022": "Not moved",
        "Expected next": "Records, was expected by 31 Oct 2022, 22 days ago",
        "Learning": "–",
    }
    assert rows(TWO)["B"] == {
        "Stage": "Settled, awaiting court approval",
        "At this stage since": "22 Nov 2022",
        "Since 20 Sep 2022": "Moved on",
        "Expected next": "Approval hearing, by 10 Jan 2023",
        "Learning": "–",
    }


def test_a_row_says_whether_learning_is_closed_and_the_action_it_led_to() -> None:
    learning = {name: row["Learning"] for name, row in rows(TWO).items()}
    assert learning == {
        "A": "–",
        "B": "–",
        "C": "Open; led to Q7",
        "D": "Closed 1 Nov 2022; no action named",
        "E": "Closed 1 Aug 2022; led to 7",
        "F": "–",
        "G": "–",
    }


def test_what_is_not_said_is_said_to_be_missing_and_nothing_more_is_expected_of_the_finished() -> (
    None
):
    expected = {name: row["Expected next"] for name, row in rows(TWO).items()}
    assert expected["C"] == expected["G"] == "Not said on the list"
    assert expected["D"] == expected["E"] == expected["F"] == "–"


def test_what_left_the_list_stays_on_the_page() -> None:
    assert rows(TWO)["F"]["Since 20 Sep 2022"] == "No longer listed"
    assert rows(TWO)["F"]["Stage"] == "Negotiation"


def test_the_sentences_name_what_has_not_moved_the_court_and_what_is_open() -> None:
    assert told(TWO).words == (
        "1 of 3 open cases has not moved since 20 September 2022: A.",
        "Court approval is awaited for B. For G the list does not say what is expected next. "
        "For A the day by which it was expected has passed.",
        "Learning is open for 1 concluded case. It was open for C at 20 September 2022 too.",
    )


@pytest.mark.parametrize(
    ("stood", "now", "says"),
    [
        (["notified"], ["notified"], "The one open case has not moved since"),
        (["notified"] * 2, ["notified"] * 2, "Both open cases have not moved since"),
        (["notified"] * 3, ["notified"] * 3, "All 3 open cases have not moved since"),
        (["notified"] * 3, ["notified", "issued", "notified"], "2 of 3 open cases have not moved"),
        (["notified"], ["issued"], "No open case stands where it stood: each has moved or is new"),
    ],
)
def test_how_many_have_not_moved_is_said_of_one_and_of_several(
    stood: list[str], now: list[str], says: str
) -> None:
    cases = [
        {f"{place}": {"stage": stage} for place, stage in enumerate(stages)}
        for stages in (stood, now)
    ]
    assert told(view((SEPTEMBER, cases[0]), (NOVEMBER, cases[1]))).words[0].startswith(says)


def test_many_cases_are_counted_rather_than_named() -> None:
    many = {f"HRA-{n}": {"stage": "notified"} for n in range(1, 9)}
    (first, *_) = told(view((SEPTEMBER, many), (NOVEMBER, many))).words
    assert first.endswith(": HRA-1, HRA-2, HRA-3, HRA-4, HRA-5 and 3 more.")


def test_a_list_without_the_column_is_told_which_would_say_it() -> None:
    words = " ".join(told(view((SEPTEMBER, STOOD))).words)
    assert "The list does not say what is expected next for any open case" in words
    assert "not moved" not in words


def test_the_first_list_is_compared_with_nothing() -> None:
    first = rows(view((SEPTEMBER, STOOD)))
    assert {row["Since the list before"] for row in first.values()} == {"First list"}


def test_the_picture_has_the_stage_of_each_case_at_every_meeting() -> None:
    chart = stage_by_meeting(TWO)
    assert chart is not None
    cells: dict[str, dict[str, str]] = {}
    for row in chart.data.itertuples():
        cells.setdefault(str(row.label), {})[str(row.series)] = str(row.text)
    assert cells == {
        "A": {"20 Sep 2022": "Notified", "22 Nov 2022": "Notified"},
        "B": {"20 Sep 2022": "Issued", "22 Nov 2022": "Awaiting court"},
        "C": {"20 Sep 2022": "Concluded", "22 Nov 2022": "Concluded"},
        "D": {"20 Sep 2022": "Concluded", "22 Nov 2022": "Learning closed"},
        "F": {"20 Sep 2022": "Negotiation", "22 Nov 2022": "Not listed"},
        "G": {"20 Sep 2022": "–", "22 Nov 2022": "Potential claim"},
    }
    assert chart.finding == (
        "Human Rights Act cases since 20 September 2022: 2 moved on, 1 is new and 1 is no longer "
        "listed"
    )
    assert "1 case is not drawn, learning having been closed before; the list has each." in (
        chart.notes
    )


def test_of_several_lists_before_one_meeting_the_picture_has_the_latest() -> None:
    between = {"A": {"stage": "under investigation"}}
    chart = stage_by_meeting(view((SEPTEMBER, STOOD), (OCTOBER, between), (NOVEMBER, NOW)))
    assert chart is not None
    assert chart.series_order == ("20 Sep 2022", "22 Nov 2022")


def test_a_picture_of_many_cases_says_how_many_it_leaves_to_the_list() -> None:
    many = {f"HRA-{n}": {"stage": "notified"} for n in range(MOST + 4)}
    chart = stage_by_meeting(view((SEPTEMBER, many), (NOVEMBER, many)))
    assert chart is not None
    assert chart.data["label"].nunique() == MOST
    assert "4 cases are not drawn; the list has each." in chart.notes


def test_the_ladder_is_in_no_public_copy() -> None:
    public = replace(TWO, audience="public")
    assert where_each_stands(public) is None
    assert stage_by_meeting(public) is None
    for sections in (
        HRA_CASES_WORKSTREAM.told_first(public),
        HRA_CASES_WORKSTREAM.told_in_print(public),
    ):
        assert [one.heading for one in sections] == ["What can be said of the cases?"]
