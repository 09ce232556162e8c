"""What the charts and sentences of training say."""

from dataclasses import replace
from datetime import date

import pandas as pd

from tests.made.views import history_of, view_of
from workstreams.training import TRAINING
from workstreams.training.columns import ATTENDANCE, COHORTS, PERSON
from workstreams.training.coverage import HIDE_SMALL
from workstreams.view import View

GROUPS = """as_at,cohort,course,in_role,in_date,expired,booked,never
2021-09-07,Social workers,Workshop,42,29,4,4,5
2021-09-07,Middle managers,Workshop,12,0,0,0,12
2021-09-07,Reviewing officers,Workshop,9,9,0,0,0
2021-09-07,Lawyers,Workshop,4,2,0,0,2
2021-11-23,Social workers,Workshop,40,31,2,3,4
2021-11-23,Middle managers,Workshop,10,0,0,2,8
2021-11-23,Reviewing officers,Workshop,9,9,0,0,0
2021-11-23,Lawyers,Workshop,4,2,0,0,2"""
EVENTS = """as_at,held_date,course,cohort,attended
2021-11-23,2021-06-01,Workshop,Social workers,12
2021-11-23,2021-10-05,Workshop,,15
2021-11-23,2021-11-02,Workshop,Social workers,7
2021-11-23,2021-12-02,Workshop,Social workers,9"""


def frame(text: str) -> pd.DataFrame:
    head, *rows = [line.split(",") for line in text.splitlines()]
    return pd.DataFrame(rows, columns=head, dtype="str")


def view(groups: str = GROUPS, events: str = EVENTS) -> View:
    history = {"cohorts": history_of(COHORTS, frame(groups))}
    if events:
        history["attendance"] = history_of(ATTENDANCE, frame(events))
    return view_of(history, meetings=("2021-09-07", "2021-11-23"))


def charts(of: View) -> dict[str, str]:
    found = [make(of) for make in TRAINING.charts]
    return {chart.key.removeprefix("training."): chart.finding for chart in found if chart}


def texts(of: View, place: int) -> list[str]:
    chart = TRAINING.charts[place](of)
    assert chart is not None
    return list(chart.data["text"])


def test_every_chart_states_what_it_found() -> None:
    assert charts(view()) == {
        "grid": "Coverage is lowest for Middle managers: 0 of 10 for Workshop",
        "parts": "21 pieces of training are not in date: 14 never trained, 2 expired and 5 booked",
        "over_time": "42 of 63 pieces of training are in date (66.7%), "
        "up from 59.7% at 7 September 2021",
        "both_numbers": "2 more pieces of training in date and 4 fewer in scope "
        "than at 7 September 2021",
        "untrained": "14 pieces of training were never done, most of all Middle managers "
        "for Workshop (8)",
        "events": "22 attendances at 2 events since 7 September 2021",
    }


def test_the_page_opens_with_coverage_and_both_its_numbers() -> None:
    assert TRAINING.finding(view()) == (
        "42 of 63 pieces of training are in date (66.7%), up from 59.7% at 7 September 2021. "
        "2 more pieces of training in date and 4 fewer in scope than at 7 September 2021. "
        "Coverage is lowest for Middle managers: 0 of 10 for Workshop. "
        "14 pieces of training were never done, most of all Middle managers for Workshop (8)."
    )


def test_coverage_that_rises_only_because_people_left_says_so() -> None:
    left = "\n".join(GROUPS.splitlines()[:1]) + (
        "\n2021-09-07,Social workers,Workshop,40,20,0,0,20"
        "\n2021-11-23,Social workers,Workshop,30,20,0,0,10"
    )
    assert charts(view(left, ""))["both_numbers"] == (
        "Coverage rose only because fewer people are in scope: as many pieces of training "
        "in date and 10 fewer in scope than at 7 September 2021"
    )


def test_the_grid_gives_n_of_n_and_says_where_nobody_is_in_scope() -> None:
    two = GROUPS + "\n2021-11-23,Lawyers,Induction,4,4,0,0,0"
    chart = TRAINING.charts[0](view(two))
    assert chart is not None
    cells = chart.data.set_index(["label", "series"])["text"]
    assert cells["Middle managers", "Workshop"] == "0 of 10"
    assert cells["Lawyers", "Induction"] == "4 of 4"
    assert cells["Social workers", "Induction"] == "none in scope"


def test_bars_come_with_the_lowest_coverage_first_and_the_parts_in_order() -> None:
    chart = TRAINING.charts[1](view())
    assert chart is not None
    assert list(dict.fromkeys(chart.data["label"])) == [
        "Middle managers",
        "Lawyers",
        "Social workers",
        "Reviewing officers",
    ]
    assert chart.series_order == ("In date", "Expired", "Booked", "Never trained")


def test_a_position_that_was_not_given_is_a_part_of_its_own() -> None:
    half = "as_at,cohort,course,in_role,in_date\n2021-11-23,Social workers,Workshop,40,31"
    chart = TRAINING.charts[1](view(half, ""))
    assert chart is not None
    assert chart.series_order[-1] == "Not in date, not said why"
    assert chart.finding == "9 pieces of training are not in date: 9 not said why"


def test_attendances_are_never_divided_by_staff() -> None:
    figure = TRAINING["training.attendances"].figure(view())
    assert (str(figure), figure.denominator) == ("22", None)
    chart = TRAINING.charts[5](view())
    assert chart is not None
    assert "people may repeat" in chart.notes[0]


def test_an_event_still_to_come_is_not_an_attendance() -> None:
    assert len(texts(view(), 5)) == 3


def test_rows_that_do_not_add_up_are_left_out_and_counted() -> None:
    wrong = GROUPS + "\n2021-11-23,New starters,Workshop,5,9,0,0,0"
    chart = TRAINING.charts[0](view(wrong))
    assert chart is not None
    assert "1 row left out: the parts add to more than are in role." in chart.notes
    assert str(TRAINING["training.in_scope"].figure(view(wrong))) == "63"


def test_people_and_groups_feed_the_same_figures() -> None:
    people = pd.DataFrame(
        [
            ("2021-11-23", f"p{n}", "Social  workers", "workshop", "2021-01-01" if n < 31 else "")
            for n in range(40)
        ],
        columns=["as_at", "person", "cohort", "course", "completed_date"],
        dtype="str",
    )
    alone = view_of({"trained": history_of(PERSON, people)})
    assert TRAINING["training.coverage"].figure(alone).parts == "31 of 40"
    both = view_of(
        {
            "trained": history_of(PERSON, people),
            "cohorts": history_of(COHORTS, frame(GROUPS.replace(",40,31,", ",80,62,"))),
        }
    )
    # Where both tell of a group and course, the people count: they lead back to their rows.
    assert TRAINING["training.coverage"].figure(both).parts == "42 of 63"


def test_small_groups_are_left_out_of_a_public_copy_where_the_plan_asks() -> None:
    asked = replace(view(), settings={HIDE_SMALL: True})
    chart = TRAINING.charts[0](asked)
    assert chart is not None
    # Lawyers are 4 people; reviewing officers go with them, or subtraction would show the 4.
    assert set(chart.data["label"]) == {"Social workers", "Middle managers"}
    assert "Staff groups of 1 to 5 people are left out." in chart.notes
    assert TRAINING["training.coverage"].figure(asked).parts == "42 of 63"
    members = TRAINING.charts[0](replace(asked, audience="members"))
    assert members is not None
    assert "Lawyers" in set(members.data["label"])


def test_a_total_is_hidden_where_it_would_be_the_one_small_group() -> None:
    one = "as_at,cohort,course,in_role,in_date\n2021-11-23,Lawyers,Workshop,4,2"
    asked = replace(view(one, ""), settings={HIDE_SMALL: True})
    assert str(TRAINING["training.coverage"].figure(asked)) == "c"
    assert TRAINING.finding(asked).startswith("Totals are left out")


def test_without_a_record_every_figure_says_why_and_no_chart_is_drawn() -> None:
    empty = replace(view(), history={})
    reasons = {measure.figure(empty).why_missing for measure in TRAINING.measures}
    assert reasons == {"no training record has been uploaded", "no events have been uploaded"}
    assert not any(make(empty) for make in TRAINING.charts)
    assert TRAINING.finding(empty) == ""


def test_the_order_of_rows_never_matters() -> None:
    turned = view()
    shuffled = turned.history["cohorts"].sample(frac=1, random_state=1)
    again = replace(turned, history={**turned.history, "cohorts": shuffled})
    assert TRAINING.finding(again) == TRAINING.finding(turned)


def test_training_names_its_own_file_and_not_another_of_the_same_day() -> None:
    seen = view(events="")
    posts = replace(seen.snapshots[-1], id=99, file="posts.xlsx", fingerprint="other")
    asked = replace(seen, snapshots=(posts, *seen.snapshots, posts), shared={})
    drawn = [chart for make in TRAINING.charts if (chart := make(asked))]
    assert len(drawn) == 5
    for chart in drawn:
        assert chart.source.startswith("2021-11-23.xlsx")


def test_all_staff_is_a_total_and_nobody_is_counted_twice() -> None:
    total = f"{GROUPS}\n2021-11-23,All staff,Workshop,63,42,2,5,14"
    assert TRAINING["training.coverage"].figure(view(total)).parts == "42 of 63"
    alone = "as_at,cohort,course,in_role,in_date\n2021-11-23,All staff,Workshop,63,42"
    assert TRAINING["training.coverage"].figure(view(alone)).parts == "42 of 63"


def test_a_list_of_events_older_than_the_date_compared_with_says_its_date() -> None:
    later = replace(view(), as_at=date(2022, 2, 10), since=date(2021, 12, 9), shared={})
    found = TRAINING["training.attendances"].figure(later)
    assert found.value is None
    assert found.why_missing == "the latest list of events is as at 23 November 2021"
    assert charts(later)["events"].startswith("34 attendances at 3 events up to 23 November 2021")
