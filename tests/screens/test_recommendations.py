"""The recommendations page: exact words, answer with reason, clock, actions, annual table."""

import io
from pathlib import Path

import pandas as pd

from store.database.engine import open_store
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.filling import OFFICER, field, kept, press
from tests.screens.reading import said
from ui.pieces.tables import csv
from workstreams.actions.recommended.answer import TWO_MONTHS
from workstreams.actions.recommended.told import finding, recommended


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
    assert "Answered within the two months, which ended 19 November 2021." in text
    assert "Answered 54 days after the two months ended on 19 November 2021." in text
    assert "No answer yet, 368 days after the two months ended on 19 November 2021." in text


def test_it_is_said_what_the_two_months_are_and_from_which_day_they_run(
    sample_store: Path, open_page: OpenPage
) -> None:
    text = said(open_page("recommendations", plan="1"))
    assert TWO_MONTHS in text
    assert text.count("Counted from notice on 20 September 2021.") == 5
    assert text.count("because the file does not say when notice was given.") == 1
    report = said(open_page("recommendations", plan="1", ask="annual"))
    assert report.count("2021, counted from notice.") == 5
    assert report.count("2021, counted from the day it was raised.") == 1
    assert TWO_MONTHS in said(open_page("definitions", plan="1"))


def test_the_reason_stands_with_the_answer_and_a_missing_one_is_pointed_out(
    sample_store: Path, open_page: OpenPage
) -> None:
    text = said(open_page("recommendations", plan="1"))
    assert (
        "**Reason for the answer:** Both can be reported without telling of any one case." in text
    )
    assert text.count("**Reason for the answer:** none is recorded") == 1  # a, which is accepted
    assert text.count("The executive did not accept all of this, and no reason is recorded.") == 1


def test_the_actions_that_deliver_it_stand_under_it(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("recommendations", plan="1")
    tables = [t.value for t in app.table if "Stands" in t.value.columns]
    assert list(tables[0]["Action"]) == ["Q8", "Q10", "Q9", "Q34"]


def test_an_officer_records_the_reason_for_an_answer(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("recommendations", plan="1", ask="record")
    assert "second opinion cannot bind" not in said(app)
    field(app, "selectbox", "Recommendation").set_value("Rec e")
    reason = "A second opinion cannot bind an officer."
    field(app, "text_area", "The executive's reason, as it was given").set_value(reason)
    field(app, "text_input", "Your name or job title", "answer_reason").set_value(OFFICER)
    press(app, "Record the reason")
    assert kept("answer reason") == [("Rec e", {"reason": reason}, OFFICER)]
    assert "second opinion cannot bind" in said(app)


def test_a_reason_without_a_name_is_not_kept(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("recommendations", plan="1", ask="record")
    field(app, "text_area", "The executive's reason, as it was given").set_value("Because.")
    press(app, "Record the reason")
    assert "Enter your name or job title" in app.error[0].value
    assert not kept("answer reason")


def test_a_plan_without_recommendations_says_how_to_bring_them_in(
    empty_store: Path, open_page: OpenPage
) -> None:
    app = open_page("recommendations")
    assert not app.table


def test_the_finding_counts_answers_and_those_beyond_two_months(sample_store: Path) -> None:
    found = recommended(view(open_store(), 1))
    assert finding(found) == (
        "6 recommendations: 4 accepted, 1 partly accepted and 1 without an answer yet. "
        "2 were not answered within two months. 1 was not accepted in full, with no reason "
        "recorded."
    )
    assert {one.year for one in found} == {"2021/22"}


def test_the_file_for_the_annual_report_runs_nothing_in_a_spreadsheet() -> None:
    made = csv(pd.DataFrame({"Recommendation": ["=HYPERLINK(1)"], "Answer": ["-5"]}))
    read = pd.read_csv(io.BytesIO(made), encoding="utf-8-sig", dtype="str")
    assert read.iloc[0].to_list() == ["'=HYPERLINK(1)", "-5"]
