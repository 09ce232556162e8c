"""The table under a chart: the same figures as text."""

import pytest

from charts.table import alt, table
from tests.made.charts import CHARTS, chart

BY_KEY = {one.key: one for one in CHARTS}


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.key)
def test_every_figure_of_every_chart_is_in_its_table(one):
    cells = set(table(one).to_numpy().ravel())
    assert {text for text in one.data["text"] if text} <= cells


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.key)
def test_a_table_holds_only_text_and_no_blank(one):
    for cell in table(one).to_numpy().ravel():
        assert isinstance(cell, str)
        assert cell not in {"", "nan", "None", "NaT"}


def test_parts_stand_side_by_side_in_their_order():
    assert list(table(BY_KEY["stacked.one"]).columns) == [
        "Row", "Overdue", "Due by next meeting", "Not due", "No date", "Complete",
    ]  # fmt: skip


def test_dates_are_written_out():
    assert table(BY_KEY["trend.uploads"])["Date"].iloc[0] == "20 May 2021"
    moved = table(BY_KEY["dates.moved"])
    assert list(moved.columns) == ["Row", "First due", "Due now", "Change"]
    assert moved["Due now"].iloc[-1] == "no date"


def test_headings_are_the_charts_own():
    one = chart("x", "bars", "f", {"label": ["a"], "value": [1.0]},
                headings={"label": "Owner", "value": "Actions"})  # fmt: skip
    assert list(table(one).columns) == ["Owner", "Actions"]


def test_a_value_without_words_is_printed_by_the_one_rule():
    one = chart("x", "bars", "f", {"label": ["a"], "value": [0.5], "text": [""]}, unit="percent")
    assert table(one).to_numpy().tolist() == [["a", "50%"]]


def test_two_figures_for_one_cell_are_listed_and_neither_is_lost():
    one = chart("x", "grid", "f", {"label": ["a", "a"], "series": ["s", "s"], "value": [1.0, 2.0]})
    assert len(table(one)) == 2


def test_a_run_chart_says_its_signals_and_levels():
    run = table(BY_KEY["run.limits"])
    assert list(run.columns) == [
        "Date", "Figure", "Mean", "Lower limit", "Upper limit", "Target", "Signal",
    ]  # fmt: skip
    assert "Concern" in set(run["Signal"])
    assert "Lower limit" not in table(BY_KEY["run.short"])


def test_a_short_charts_text_alternative_reads_its_figures_out():
    assert alt(BY_KEY["bridge"]).endswith(
        "New: +5; Reopened: +1; Completed: −3; No longer listed: −1; Open at 22 November 2022: 23."
    )
    assert alt(BY_KEY["trend.sixty"]) == BY_KEY["trend.sixty"].alt
