"""Charts of actions: what each finds and from which rows; what changed since the last time."""

from dataclasses import replace

import pandas as pd
import pytest

from charts.spec import Chart
from tests.made.actions import JAN, MAY, NOV, SEP, row, rows_over, seen
from workstreams.actions import ACTIONS_WORKSTREAM, finding
from workstreams.actions.book import book
from workstreams.actions.drawn.changes import bridge, dates
from workstreams.actions.drawn.groups import MOST, by_owner, by_theme
from workstreams.actions.drawn.over_time import burn_up, open_over_time
from workstreams.actions.drawn.positions import (
    by_status,
    date_position,
    due_months,
    evidence,
    overdue_age,
)
from workstreams.actions.followed.since import since_last_met
from workstreams.view import View

ROWS = [
    row(MAY, "1", "Agree the structure", owner="Head of law", theme="Capacity",
        status="in progress", due_date="2021-06-30", update="Drafted"),
    row(MAY, "2", "Recruit solicitors", owner="Head of law", theme="Capacity",
        status="in progress", due_date="2021-06-30", update="Advertised"),
    row(MAY, "3", "Write to families", owner="Lawyer", theme="Rights",
        status="not started", due_date="2021-08-31"),
    row(SEP, "1", "Agree the structure", owner="Head of law", theme="Capacity",
        status="complete", due_date="2021-06-30", update="Agreed", evidence="Minute 4"),
    row(SEP, "2", "Recruit solicitors", owner="Head of law", theme="Capacity",
        status="in progress", due_date="2021-08-31", update="Advertised"),
    row(SEP, "4", "Train councillors", theme="Rights", status="complete"),
    row(SEP, "5", "Review the checklist", owner="Lawyer", theme="Rights", due_date="2021-11-23"),
]  # fmt: skip


@pytest.fixture
def view() -> View:
    return seen(ROWS)


def drawn(chart: Chart | None) -> Chart:
    assert chart is not None
    return chart


def values(chart: Chart) -> dict[str, str]:
    return dict(zip(chart.data["label"], chart.data["text"], strict=True))


def test_the_page_opens_with_all_three_positions(view: View) -> None:
    assert finding(view) == (
        "2 of 5 actions are reported complete, 1 with evidence and none accepted by the committee. "
        "Of all of them, 2 are overdue, 1 has had the due date moved and 1 is no longer in the "
        "file."
    )


def test_reported_status_shows_what_is_no_longer_listed(view: View) -> None:
    chart = drawn(by_status(view))
    assert chart.finding == ("2 of 5 actions are reported complete; 1 is in progress")
    assert values(chart) == {
        "Not started": "0",
        "In progress": "1",
        "Unknown": "1",
        "No longer listed": "1",
        "Complete": "2",
    }


def test_date_position_counts_open_actions_only(view: View) -> None:
    chart = drawn(date_position(view))
    assert chart.finding == (
        "2 of 3 open actions are overdue; 1 more falls due by 23 November 2021"
    )
    assert sum(chart.data["value"]) == 3


def test_evidence_keeps_the_owners_word_apart(view: View) -> None:
    chart = drawn(evidence(view))
    assert chart.finding == (
        "2 actions are called complete: none accepted by the committee, 1 with evidence and 1 with "
        "nothing given that shows it"
    )
    assert chart.data["value"].tolist() == [0, 1, 1, 3]


def test_overdue_by_age_names_the_longest(view: View) -> None:
    chart = drawn(overdue_age(view))
    assert chart.finding == "2 actions are overdue, the longest by 7 days"
    assert chart.data["value"].tolist() == [2, 0, 0, 0]


def test_the_bridge_leads_from_one_meeting_to_the_next(view: View) -> None:
    chart = drawn(bridge(view))
    assert chart.finding == ("3 actions are open, as many as on 20 May 2021: 2 completed and 2 new")
    steps = dict(zip(chart.data["label"], chart.data["value"], strict=True))
    opening, *changes, closing = steps.values()
    assert opening + sum(changes) == closing
    assert "An action that arrived already complete" in chart.summary


def test_dates_are_drawn_from_first_to_current(view: View) -> None:
    chart = drawn(dates(view))
    assert chart.finding == "1 of 5 actions has had the due date moved"
    (line,) = chart.data.to_dict("records")
    assert line["label"] == "2 Recruit solicitors"
    assert (line["when"], line["end"]) == (pd.Timestamp("2021-06-30"), pd.Timestamp("2021-08-31"))
    assert line["text"] == "62 days later, moved once"


def test_the_longest_moves_come_first() -> None:
    rows = [
        row(SEP, f"{n}", due_date="2021-06-30", revised_due_date=f"2022-{n:02}-28")
        for n in range(1, 13)
    ]
    more = [
        row(SEP, f"x{n}", due_date=MAY, revised_due_date=f"2021-06-{n:02}") for n in (1, 2, 3, 4)
    ]
    chart = drawn(dates(seen([*rows, *more])))
    assert chart.data["value"].is_monotonic_decreasing
    assert len(chart.data) == 16


def test_the_burn_up_holds_both_planned_paths_and_says_what_moving_dates_did(view: View) -> None:
    chart = drawn(burn_up(view))
    assert chart.finding == "2 of 5 actions are reported complete; 3 were due by now"
    now = chart.data[chart.data["when"] == pd.Timestamp(SEP)].set_index("series")["value"]
    assert now.to_dict() == {
        "In the plan": 5,
        "Reported complete": 2,
        "With evidence": 1,
        "Accepted by the committee": 0,
        "Due by first dates": 3,
        "Due by current dates": 3,
    }
    ahead = chart.data[chart.data["when"] > pd.Timestamp(SEP)]
    assert set(ahead["series"]) == {"Due by first dates", "Due by current dates"}
    assert [mark.label for mark in chart.marks]


def test_open_over_time_parts_add_up_to_the_open_actions(view: View) -> None:
    chart = drawn(open_over_time(view))
    assert chart.data.groupby("when")["value"].sum().tolist() == [3, 3]
    assert chart.finding == "2 actions are overdue, 2 more than on 20 May 2021"


def test_owners_with_most_overdue_come_first(view: View) -> None:
    chart = drawn(by_owner(view))
    assert chart.finding == (
        "Lawyer and Head of law have 1 overdue action each, the most of any owner"
    )
    assert list(dict.fromkeys(chart.data["label"])) == ["Lawyer", "Head of law", "No owner given"]


def test_a_long_list_of_owners_is_cut_and_the_rest_counted_together() -> None:
    rows = [row(SEP, f"{n}", owner=f"Owner {n:02}") for n in range(20)]
    chart = drawn(by_owner(seen(rows)))
    assert chart.data["label"].iloc[-1] == "8 others"
    assert chart.data["value"].sum() == 20
    assert chart.data["label"].nunique() == MOST + 1


def test_a_plan_without_themes_has_no_chart_of_them() -> None:
    assert by_theme(seen([row(SEP, "1")])) is None


def test_many_due_on_one_day_is_the_finding() -> None:
    rows = [row(SEP, f"{n}", due_date="2022-03-31") for n in range(4)]
    chart = drawn(due_months(seen([*rows, row(SEP, "9", due_date="2021-12-31"), row(SEP, "x")])))
    assert chart.finding == "4 of 5 open actions with a date are due on 31 March 2022"
    assert chart.notes[0] == "1 open action without a due date is not here."


def test_a_plan_over_many_years_is_put_together_by_quarter() -> None:
    rows = [
        row(SEP, f"{y}{m}", due_date=f"{y}-{m:02}-15") for y in (2021, 2022) for m in range(1, 13)
    ]
    assert drawn(due_months(seen(rows))).data["label"].iloc[0] == "January 2021 to March 2021"


def test_a_vanished_row_is_said_in_every_picture(view: View) -> None:
    note = "1 open action is no longer in the file; it counts until an officer records why."
    charts = [chart(view) for chart in ACTIONS_WORKSTREAM.charts]
    assert all(note in chart.notes for chart in charts if chart is not None)


def test_every_chart_says_what_where_how_many_and_when(view: View) -> None:
    charts = [drawn(chart(view)) for chart in ACTIONS_WORKSTREAM.charts]
    assert len({chart.key for chart in charts}) == len(charts) >= 6
    for chart in charts:
        assert chart.key.startswith("actions.")
        assert "A plan, as at 7 September 2021." in chart.subtitle
        assert chart.source == "Source: 2021-09-07.xlsx, as at 7 September 2021."
        assert ACTIONS_WORKSTREAM[chart.measure]
        assert set(chart.headings) <= set(chart.data.columns)
        assert not chart.finding.endswith(".")
        assert "nan" not in chart.data["text"].str.lower().tolist()


def test_the_overview_lists_what_changed_with_old_beside_new(view: View) -> None:
    found = since_last_met(view)
    assert found is not None
    assert found.finding == (
        "Since 20 May 2021: 2 completed, 2 new, 1 date moved, 1 vanished from the file and 1 "
        "with nothing new to say. 3 actions are open now."
    )
    moved = found["moved"].rows.iloc[0]
    assert (moved["Due then"], moved["Due now"]) == (
        "30\u00a0Jun\u00a02021",
        "31\u00a0Aug\u00a02021",
    )
    for change in found.changes:
        assert change.figure.value == len(change.rows) == len(change.figure.records)


def test_a_first_upload_has_nothing_to_compare_with() -> None:
    first = seen([row(MAY, "1")])
    assert since_last_met(first) is None
    assert bridge(first) is None


def test_any_two_dates_can_be_compared() -> None:
    rows = rows_over([MAY, SEP, NOV], "1") + rows_over([NOV, JAN], "2", status="complete")
    found = since_last_met(seen(rows, as_at=JAN, since=MAY))
    assert found is not None
    assert found["new"].rows["Reference"].tolist() == ["2"]
    assert found["gone"].rows["Reference"].tolist() == ["1"]


def test_what_colours_were_read_as_stands_under_charts_of_status(view: View) -> None:
    coloured = replace(view, settings={"reading: colours": {"G": "in progress", "B": "complete"}})
    note = "In this plan G is read as in progress and B is read as complete."
    assert note in drawn(by_status(coloured)).notes
    assert note in drawn(burn_up(coloured)).notes
    assert note not in drawn(by_status(view)).notes


def test_the_plans_own_key_stands_under_every_chart_of_status(view: View) -> None:
    key = [
        {"found": "R", "means": "has missed its date, or will", "status": "in progress"},
        {"found": "FF0000", "means": "late.", "status": ""},
        {"found": "B", "means": "", "status": "complete"},
    ]
    note = (
        "In this plan R means “has missed its date, or will”, red fill (FF0000) “late” (read as "
        "paused) and B is read as complete."
    )
    keyed = replace(view, settings={"colour_key": key, "reading: colours": {"FF0000": "paused"}})
    for chart in (burn_up, evidence, bridge, by_owner, by_theme, by_status):
        assert note in drawn(chart(keyed)).notes
    assert note not in drawn(date_position(keyed)).notes
    assert not any("In this plan" in line for line in drawn(by_status(view)).notes)


def test_a_view_made_from_another_has_a_book_of_its_own(view: View) -> None:
    mine, earlier = book(view), book(view.back_to(view.dates[0]))
    assert book(view) is mine
    assert earlier.as_at == view.dates[0]
    assert book(replace(view, audience="members")).view.audience == "members"


def test_what_came_into_the_plan_and_what_left_it_stands_under_the_burn_up(view: View) -> None:
    drawn = burn_up(view)
    assert drawn is not None
    assert drawn.notes[0] == (
        "Since 20 May 2021 2 actions were added and none withdrawn or merged."
    )
    assert drawn.notes[0] in drawn.summary
    assert drawn.notes[1] in drawn.summary
    assert "On average the current due dates are" in drawn.notes[1]


def test_no_change_between_two_dates_is_called_what_a_figure_of_one_date_is(view: View) -> None:
    found = since_last_met(view)
    assert found is not None
    names = {measure.name for measure in ACTIONS_WORKSTREAM.measures}
    assert names.isdisjoint(change.name for change in found.changes)
