"""The recommendations page: exact words, answer with reason, clock, actions, annual table."""

import io
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from store.engine import open_store
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.filling import OFFICER, field, kept, press
from tests.screens.reading import said
from ui.recommendations_table import csv
from workstreams.actions.recommended import clock, finding, recommended

SEPTEMBER, NOVEMBER = date(2021, 9, 7), date(2021, 11, 6)


def test_each_recommendation_stands_in_the_words_of_the_file(
    sample_store: Path, open_page: OpenPage
) -> None:
    records = view(open_store(), 1).now("actions")
    words = records.loc[records["kind"] == "recommendation", "title"]
    text = said(open_page("recommendations", plan="1")).replace("\\", "")
    assert len(words) == 6
    assert all(f"“{one}”" in text for one in words)
    assert all(ref in text for ref in ("Rec a", "Rec f"))


def test_a_late_answer_and_a_missing_one_are_told_from_one_in_time(
    sample_store: Path, open_page: OpenPage
) -> None:
    text = said(open_page("recommendations", plan="1"))
    assert "Answered within the two months, which ended 6 November 2021." in text
    assert "Answered 67 days after the two months ended on 6 November 2021." in text
    assert "No answer yet, 381 days after the two months ended on 6 November 2021." in text


def test_the_actions_that_deliver_it_stand_under_it(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("recommendations", plan="1")
    tables = [t.value for t in app.table if "Stands" in t.value.columns]
    assert list(tables[0]["Action"]) == ["Q8", "Q10", "Q9", "Q34"]


def test_an_officer_records_the_reason_for_an_answer(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("recommendations", plan="1")
    assert "second opinion cannot bind" not in said(app)
    field(app, "selectbox", "Recommendation").set_value("Rec e")
    reason = "A second opinion cannot bind an officer."
    field(app, "text_area", "The executive's reason, as it was given").set_value(reason)
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    press(app, "Record the reason")
    assert kept("answer reason") == [("Rec e", {"reason": reason}, OFFICER)]
    assert "second opinion cannot bind" in said(app)


def test_a_reason_without_a_name_is_not_kept(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("recommendations", plan="1")
    field(app, "text_area", "The executive's reason, as it was given").set_value("Because.")
    press(app, "Record the reason")
    assert "Enter your name or job title" in app.error[0].value
    assert not kept("answer reason")


def test_a_plan_without_recommendations_says_how_to_bring_them_in(
    empty_store: Path, open_page: OpenPage
) -> None:
    app = open_page("recommendations")
    assert not app.table


@pytest.mark.parametrize(
    ("answer", "answered", "as_at", "says", "late"),
    [
        ("accepted", date(2021, 11, 6), date(2022, 1, 1), "within the two months", False),
        ("rejected", date(2021, 11, 7), date(2022, 1, 1), "Answered 1 day after", True),
        ("accepted", None, date(2022, 1, 1), "does not say when", False),
        ("none yet", None, date(2021, 11, 6), "The two months end on 6 November 2021", False),
        ("none yet", None, date(2021, 11, 7), "No answer yet, 1 day after", True),
    ],
)
def test_the_clock_ends_with_the_last_day_of_the_second_month(
    answer: str, answered: date | None, as_at: date, says: str, late: bool
) -> None:
    sentence, kept_late = clock(SEPTEMBER, NOVEMBER, answer, answered, as_at)
    assert says in sentence
    assert kept_late is late


def test_without_the_day_it_was_raised_there_is_no_clock() -> None:
    assert clock(None, None, "none yet", None, NOVEMBER) == (
        "The file does not say when it was raised, so the two months cannot be told.",
        False,
    )


def test_the_finding_counts_answers_and_those_beyond_two_months(sample_store: Path) -> None:
    found = recommended(view(open_store(), 1))
    assert finding(found) == (
        "6 recommendations: 4 accepted, 1 partly accepted and 1 without an answer yet. "
        "2 were not answered within two months."
    )
    assert {one.year for one in found} == {"2021/22"}


def test_the_file_for_the_annual_report_runs_nothing_in_a_spreadsheet() -> None:
    made = csv(pd.DataFrame({"Recommendation": ["=HYPERLINK(1)"], "Answer": ["-5"]}))
    read = pd.read_csv(io.BytesIO(made), encoding="utf-8-sig", dtype="str")
    assert read.iloc[0].to_list() == ["'=HYPERLINK(1)", "-5"]
