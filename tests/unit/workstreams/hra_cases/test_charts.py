"""What the charts of Human Rights Act cases say, in public and to members."""

from dataclasses import replace

import pandas as pd
import pytest

from charts.spec import Chart
from tests.made.views import history_of, view_of
from workstreams.hra_cases import HRA_CASES_WORKSTREAM
from workstreams.hra_cases.columns import HRA_CASES
from workstreams.view import View

SEPTEMBER = {"A": "notified", "B": "issued", "C": "concluded"}
NOVEMBER = {
    "A": "negotiation",
    "B": "concluded",
    "C": "learning closed",
    **dict.fromkeys("DEFGHI", "notified"),
}


def view(audience: str = "public") -> View:
    rows = [
        {"as_at": day, "case_": name, "stage": stage, "opened_date": "2020-06-01"}
        for day, cases in (("2021-09-07", SEPTEMBER), ("2021-11-23", NOVEMBER))
        for name, stage in cases.items()
    ]
    made = view_of(
        {"hra_cases": history_of(HRA_CASES, pd.DataFrame(rows, dtype="str"))},
        meetings=("2021-09-07", "2021-11-23"),
    )
    return replace(made, audience=audience)  # type: ignore[arg-type]


def findings(of: View) -> dict[str, str]:
    return {name: chart.finding for name, chart in drawn(of).items()}


def drawn(of: View) -> dict[str, Chart]:
    """The charts of a view by name."""
    return {HRA_CASES_WORKSTREAM.name(one): one for one in HRA_CASES_WORKSTREAM.drawn(of)}


def test_members_read_exact_counts() -> None:
    assert findings(view("members")) == {
        "ladder": "Human Rights Act cases since 7 September 2021: 3 moved on and 6 are new",
        "open_over_time": "7 Human Rights Act cases are open, 5 more than at 7 September 2021",
        "new_and_concluded": "6 new and 1 concluded since 7 September 2021",
        "stages": "Human Rights Act cases: 7 before issue, none issued and 2 concluded",
        "months_open": "7 of the open cases have been open for 12 months or more",
        "learning": "Learning is closed for 1 of the concluded cases and still open for 1",
    }


def test_the_public_sees_the_one_chart_whose_bands_differ_and_reads_bands() -> None:
    assert findings(view()) == {
        "open_over_time": "6 to 10 Human Rights Act cases are open, "
        "more than at 7 September 2021 (1 to 5)",
    }


def test_the_page_opens_with_what_is_open_new_and_concluded() -> None:
    assert HRA_CASES_WORKSTREAM.finding(view()) == (
        "6 to 10 Human Rights Act cases are open, more than at 7 September 2021 (1 to 5). "
        "6 to 10 new and 1 to 5 concluded since 7 September 2021. "
        "1 to 5 of the concluded cases have learning still open."
    )


def test_no_public_chart_holds_a_number_of_1_to_5_or_a_record() -> None:
    for chart in drawn(view()).values():
        assert not chart.sensitive
        assert not any(chart.data["records"]), chart.key
        # What is drawn, and said of it, are the ends of bands: 1 to 5 and 6 to 10.
        assert set(chart.data["text"]) <= {"0", "1", "5", "6", "10", "not given"}, chart.key
        assert set(chart.data["value"].dropna()) <= {0, 1, 5, 6, 10}, chart.key
        assert "Counts are given in bands of 5" in " ".join(chart.notes)


def test_a_members_chart_says_that_it_is_not_for_publication() -> None:
    for chart in drawn(view("members")).values():
        assert chart.sensitive
        assert "Exempt: not for publication." in chart.notes


def test_every_record_behind_a_members_bar_is_of_the_bar() -> None:
    chart = drawn(view("members"))["open_over_time"]
    assert [len(ids) for ids in chart.data["records"]] == list(chart.data["value"])


def test_meetings_are_marked_on_the_time_axis() -> None:
    chart = drawn(view())["open_over_time"]
    assert [mark.kind for mark in chart.marks] == ["meeting", "meeting"]


def test_no_one_ever_reads_hra_alone() -> None:
    for audience in ("public", "members"):
        for chart in drawn(view(audience)).values():
            assert "HRA" not in chart.alt + "".join(chart.notes)
            assert "Human Rights Act" in chart.alt


def test_a_higher_small_number_setting_gives_wider_bands() -> None:
    wider = replace(view(), settings={"small_number": 7})
    assert str(HRA_CASES_WORKSTREAM["hra_cases.open"].figure(wider)) == "1 to 10"
    assert HRA_CASES_WORKSTREAM.finding(wider).startswith("1 to 10 Human Rights Act cases are open")


@pytest.mark.parametrize("audience", ["public", "members"])
def test_without_a_list_every_figure_says_why_and_no_chart_is_drawn(audience: str) -> None:
    empty = replace(
        view(audience),
        history={"hra_cases": view().history["hra_cases"].iloc[0:0]},
    )
    for measure in HRA_CASES_WORKSTREAM.measures:
        assert measure.figure(empty).why_missing == "no list of cases has been uploaded"
    assert not any(make(empty) for make in HRA_CASES_WORKSTREAM.charts)
    assert HRA_CASES_WORKSTREAM.finding(empty) == ""


def test_a_public_copy_compares_with_the_list_before_whatever_was_chosen() -> None:
    chosen = replace(view(), since=None)
    assert str(HRA_CASES_WORKSTREAM["hra_cases.new"].figure(chosen)) == "6 to 10"
