"""Recommendations: the clock from notice, the reason that stands, and words that are never cut."""

from datetime import date

import pandas as pd
import pytest

from measures.actions.recommendations import recommendations
from reports.content.blocks import Paragraph, Table
from reports.content.lists import recommendations as in_pack
from tests.made.actions import JAN, MAY, NOV, SEP, row, rows_over, seen
from workstreams.actions.asked.questions import asked
from workstreams.actions.book import book
from workstreams.actions.recommended.answer import TWO_MONTHS, clock, counted_from, in_short, reason
from workstreams.actions.recommended.told import finding, printed, recommended, report_table
from workstreams.view import View

RAISED, NOTICE, NOVEMBER = date(2021, 9, 7), date(2021, 9, 20), date(2021, 11, 6)


def told(ref: str = "Rec a", as_at: str = JAN, **cells: str) -> dict[str, str]:
    """One recommendation in a file."""
    return row(as_at, ref, **({"kind": "recommendation", "raised_date": SEP} | cells))


def measured(view: View) -> pd.DataFrame:
    found = book(view)
    return recommendations(found.now, found.lives.known(), found.as_at).set_index("ref")


@pytest.mark.parametrize(
    ("raised", "notice", "start", "due", "from_notice"),
    [
        ("2021-09-07", "2021-09-20", "2021-09-20", "2021-11-19", True),
        ("2021-09-07", "2021-09-07", "2021-09-07", "2021-11-06", True),
        ("2021-09-07", "2021-09-01", "2021-09-07", "2021-11-06", False),
        ("2021-09-07", "", "2021-09-07", "2021-11-06", False),
        ("", "2021-09-20", "2021-09-20", "2021-11-19", True),
        ("", "", "", "", False),
    ],
)
def test_the_two_months_run_from_notice_where_that_is_the_later_day(
    raised: str, notice: str, start: str, due: str, from_notice: bool
) -> None:
    found = measured(seen([told(raised_date=raised, notice_date=notice)])).loc["Rec a"]
    assert (
        found["counted_from"] is pd.NaT
        if not start
        else found["counted_from"] == pd.Timestamp(start)
    )
    assert found["answer_due"] is pd.NaT if not due else found["answer_due"] == pd.Timestamp(due)
    assert found["from_notice"] == from_notice


def test_lateness_is_counted_from_the_end_of_the_two_months_after_notice() -> None:
    answered = {"response": "accepted", "response_date": "2021-11-25"}
    rows = [told("Rec a", **answered), told("Rec b", notice_date="2021-09-20", **answered)]
    rows += [told("Rec c"), told("Rec d", notice_date="2021-09-30", **answered)]
    assert measured(seen(rows))["days_late"].fillna(0).to_dict() == {
        "Rec a": 19,
        "Rec b": 6,
        "Rec c": 80,
        "Rec d": 0,
    }


@pytest.mark.parametrize(
    ("raised", "notice", "says"),
    [
        (RAISED, NOTICE, "Counted from notice on 20 September 2021."),
        (
            RAISED,
            None,
            "Counted from the day it was raised, 7 September 2021, because the file does not say "
            "when notice was given.",
        ),
        (
            RAISED,
            date(2021, 9, 1),
            "Counted from the day it was raised, 7 September 2021, because the notice, 1 "
            "September 2021, came before it.",
        ),
        (None, NOTICE, "Counted from notice on 20 September 2021."),
        (None, None, ""),
    ],
)
def test_it_is_said_which_day_the_two_months_are_counted_from(
    raised: date | None, notice: date | None, says: str
) -> None:
    assert counted_from(raised, notice) == says


DUE = date(2021, 11, 19)


@pytest.mark.parametrize(
    ("due", "answer", "answered", "as_at", "noticed", "says"),
    [
        (DUE, "accepted", DUE, "2022-01-25", True, "Answered in time. Ended 19 Nov 2021, notice"),
        (
            *(DUE, "rejected", date(2021, 11, 20), "2022-01-25", False),
            "Answered 1 day late. Ended 19 Nov 2021, the day it was raised",
        ),
        (
            *(DUE, "accepted", None, "2021-10-01", True),
            "Answered, the file does not say when. Ended 19 Nov 2021, notice",
        ),
        (
            *(DUE, "none yet", None, "2021-11-22", True),
            "No answer yet, 3 days late. Ended 19 Nov 2021, notice",
        ),
        (DUE, "none yet", None, "2021-11-19", True, "No answer yet. Ends 19 Nov 2021, notice"),
        (None, "accepted", DUE, "2021-11-19", False, ""),
    ],
)
def test_the_two_months_are_told_in_few_words(due, answer, answered, as_at, noticed, says) -> None:
    said = in_short(due, answer, answered, date.fromisoformat(as_at), noticed=noticed)
    expected = f"{says}.".replace("2021, ", "2021, counted from ")
    assert said.replace("\u00a0", " ") == (
        expected if says else "Cannot be told: the file gives no day."
    )
    assert (" late" in said) == (
        due is not None and clock(due, answer, answered, date.fromisoformat(as_at))[1]
    )


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
    sentence, kept_late = clock(NOVEMBER, answer, answered, as_at)
    assert says in sentence
    assert kept_late is late


def test_without_the_day_it_was_raised_or_notice_was_given_there_is_no_clock() -> None:
    sentence, late = clock(None, "none yet", None, NOVEMBER)
    assert sentence == (
        "The file says neither when it was raised nor when notice was given, so the two months "
        "cannot be told."
    )
    assert not late


def officers(said: str, on: str = "2021-12-01") -> pd.DataFrame:
    """What an officer recorded as the reason, and when."""
    return pd.DataFrame({"value": [{"reason": said}], "at": [pd.Timestamp(on)]})


@pytest.mark.parametrize(
    ("filed", "since", "recorded", "stands", "otherwise"),
    [
        ("In the file", date(2021, 11, 23), officers("").iloc[:0], "In the file", ""),
        ("", None, officers("As told"), "As told", ""),
        ("", None, officers("").iloc[:0], "", ""),
        ("The same", date(2021, 11, 23), officers("The same"), "The same", ""),
        (
            "In the file",
            date(2021, 12, 1),
            officers("As told"),
            "As told",
            "Recorded by an officer on 1 December 2021. The file gives another reason: "
            "“In the file”",
        ),
        (
            "In the file",
            date(2021, 12, 2),
            officers("As told"),
            "In the file",
            "On 1 December 2021 an officer had recorded another reason: “As told”",
        ),
    ],
)
def test_the_later_of_the_files_reason_and_the_officers_stands(
    filed: str, since: date | None, recorded: pd.DataFrame, stands: str, otherwise: str
) -> None:
    assert reason(filed, since, recorded) == (stands, otherwise)


def test_a_files_reason_counts_from_the_first_file_that_gave_it_in_these_words() -> None:
    rejected = {"response": "rejected", "response_reason": "Too dear"}
    rows = [
        told(as_at=MAY, response="rejected"),
        *(told(as_at=when, **rejected) for when in (SEP, NOV)),
        told(as_at=JAN, **rejected | {"response_reason": "Not ours to do"}),
        told("Rec b", JAN),
    ]
    assert measured(seen(rows[:3]))["reason_since"].to_list() == [pd.Timestamp(SEP)]
    now = measured(seen(rows))["reason_since"]
    assert now["Rec a"] == pd.Timestamp(JAN)
    assert now["Rec b"] is pd.NaT


def test_an_officers_reason_stands_against_a_later_file_that_says_nothing_new() -> None:
    # Recorded on 1 January 2022; the file of 25 January 2022 still has the older words.
    judged = [("answer reason", "Rec a", SEP, {"reason": "It would bind the court"})]
    cells = {"kind": "recommendation", "response": "rejected", "response_reason": "Too dear"}
    (one,) = recommended(seen(rows_over([NOV, JAN], "Rec a", **cells), judged))
    assert (one.reason, one.unexplained) == ("It would bind the court", False)
    assert "Too dear" in one.otherwise
    (new,) = recommended(seen(rows_over([JAN], "Rec a", **cells), judged))
    assert new.reason == "Too dear"
    assert "It would bind the court" in new.otherwise


@pytest.mark.parametrize("answer", ["partly accepted", "rejected"])
def test_an_answer_that_is_not_a_full_yes_and_gives_no_reason_is_pointed_out(answer: str) -> None:
    rows = [told("Rec a", response=answer), told("Rec b", response="accepted")]
    view = seen(rows)
    assert [one.unexplained for one in recommended(view)] == [True, False]
    assert "1 was not accepted in full, with no reason recorded." in finding(recommended(view))
    assert asked(view)["unexplained"].rows["Reference"].to_list() == ["Rec a"]
    answers = printed(report_table(recommended(view)))["Answer and reason"]
    assert answers.iloc[0] == f"{answer.capitalize()}. No reason is recorded."
    filed = seen([row | {"response_reason": "Too dear"} for row in rows])
    recorded = seen(rows, [("answer reason", "Rec a", SEP, {"reason": "Too dear"})])
    for explained in (filed, recorded):
        assert "unexplained" not in asked(explained)
        assert "no reason recorded" not in finding(recommended(explained))


def test_words_that_drifted_are_told_with_the_words_first_listed() -> None:
    first, now = "Require a meeting after every case", "Consider a meeting after a case"
    cells = {"kind": "recommendation", "raised_date": SEP}
    view = seen([row(SEP, "Rec d", first, **cells), row(JAN, "Rec d", now, **cells)])
    (one,) = recommended(view)
    assert one.words == now
    assert one.first_words == f"Worded otherwise when first listed, 7 September 2021: “{first}”"
    words = report_table([one])["In the committee’s words"].iloc[0]
    assert first in words
    assert now in words
    (same,) = recommended(seen(rows_over([SEP, JAN], "Rec d", first, **cells)))
    assert same.first_words == ""


LONG = " ".join(f"word{number}" for number in range(120))


def test_a_pack_prints_every_recommendation_with_nothing_cut() -> None:
    rows = [
        told(f"Rec {n}", title=f"{n} {LONG}", response="rejected", response_reason=f"{n}! {LONG}")
        | {"response_date": "2021-11-25", "notice_date": "2021-09-20"}
        for n in range(1, 31)
    ]
    rows.append(row(JAN, "Q1", source="Recommendation 1"))
    blocks = in_pack(seen(rows))
    (table,) = [b for b in blocks if isinstance(b, Table) and "Two months" in b.headings]
    cells = [dict(zip(table.headings, cells, strict=True)) for cells in table.rows]
    assert len(cells) == 30
    for n, one in enumerate(cells, start=1):
        assert one["Reference"] == f"Rec {n}, 7 September 2021"
        assert one["In the committee’s words"] == f"{n} {LONG}"
        assert one["Answer and reason"] == f"Rejected. {n}! {LONG}"
        assert one["Two months"] == (
            "Answered 6 days late. Ended 19\u00a0Nov\u00a02021, counted from notice."
        )
    assert cells[0]["Actions that deliver it"] == "Q1 (unknown)"
    assert Paragraph(TWO_MONTHS) in blocks


def test_a_pack_prints_the_table_of_the_page() -> None:
    view = seen([told("Rec a", response="accepted", response_reason="It is right"), told("Rec b")])
    (table,) = [b for b in in_pack(view) if isinstance(b, Table) and "Two months" in b.headings]
    page = printed(report_table(recommended(view), ("row 2", "row 3")))
    assert list(page.columns) == [*table.headings, "Where in the file"]
    assert [tuple(cells[:-1]) for cells in page.itertuples(index=False)] == list(table.rows)
