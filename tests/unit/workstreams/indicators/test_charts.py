"""What the indicators page says, chart by chart."""

from dataclasses import replace

import pandas as pd
import pytest

from charts.spec import Chart
from tests.made.views import history_of, view_of
from workstreams.indicators import INDICATORS_WORKSTREAM as INDICATORS
from workstreams.indicators.columns import INDICATORS as TABLE
from workstreams.indicators.series import step_subject, tracked
from workstreams.view import Event, Target, View

ADVICE = "Advice given on time"


def rows(
    name: str,
    values: list[object],
    better: str = "higher",
    target: str = "80",
    unit: str = "percent",
    **given: str,
) -> pd.DataFrame:
    """An indicator with a value a month, the last in October 2021."""
    ends = pd.date_range(end="2021-10-31", periods=len(values), freq="ME")
    return pd.DataFrame(
        {
            "indicator": name,
            "period": [f"{when:%Y-%m-%d}" for when in ends],
            "value": ["" if v is None or v == "c" else str(v) for v in values],
            "value_mark": ["c" if v == "c" else "" for v in values],
            "better": better,
            "target": target,
            "unit": unit,
            **given,
        },
        dtype="str",
    )


def view(
    *indicators: pd.DataFrame, since: str = "2021-09-07", targets: tuple[Target, ...] = ()
) -> View:
    frame = pd.concat([*indicators], ignore_index=True).assign(as_at="2021-11-23")
    return view_of(
        {"indicators": history_of(TABLE, frame)},
        since=since,
        meetings=["2021-09-07", "2021-11-23"],
        targets=targets,
        events=[Event(pd.Timestamp("2021-06-01").date(), "New head of legal started")],
        audience="members",
    )


def charts(seen: View) -> list[Chart]:
    return [c for c in (draw(seen) for draw in INDICATORS.charts) if c is not None]


def run(seen: View, place: int = 0) -> Chart:
    return charts(seen)[place + 1]


def test_a_run_chart_title_says_the_move_since_the_last_meeting_and_the_target() -> None:
    chart = run(view(rows(ADVICE, [70, 72, 61])))
    assert chart.finding == (
        "Advice given on time fell from 70% to 61% in October 2021, short of the target of 80%"
    )
    assert chart.subtitle == (
        "3 of 12 points, so the line is the median and has no limits. "
        "3 figures, A plan, as at 31 October 2021."
    )
    assert chart.kind == "run chart"
    assert chart.data["centre"].tolist() == pytest.approx([0.7, 0.7, 0.7])


def test_the_parts_of_the_latest_figure_stand_in_the_subtitle() -> None:
    chart = run(view(rows(ADVICE, [None, None], numerator="36", denominator="50")))
    assert "; the latest figure is 36 of 50. 2 figures," in chart.subtitle


@pytest.mark.parametrize(
    ("values", "better", "target", "finding"),
    [
        (
            [70, 85],
            "higher",
            "80",
            " rose from 70% to 85% in October 2021, meeting the target of 80%",
        ),
        ([30, 25], "lower", "20", " fell from 30% to 25% in October 2021, above the target of 20%"),
        ([30, 30], "higher", "", " stayed at 30% in October 2021"),
        (
            [30, 35],
            "neutral",
            "40",
            " rose from 30% to 35% in October 2021, against a target of 40%",
        ),
        ([30], "higher", "", ": 30% in October 2021"),
        (
            [30, "c"],
            "higher",
            "80",
            ": no figure for October 2021 (hidden, because it is a count of 1 to 5 people or "
            "would give one away)",
        ),
    ],
)
def test_a_run_chart_finding_in_every_case(
    values: list[object], better: str, target: str, finding: str
) -> None:
    assert run(view(rows(ADVICE, values, better, target))).finding == f"{ADVICE}{finding}"


def test_from_twelve_points_the_marks_and_limits_are_said_in_words() -> None:
    falling = [70, 74] * 6 + [30]
    chart = run(view(rows(ADVICE, falling)))
    assert [badge.sentence for badge in chart.badges] == [
        "Variation: ▼ L, worse, by more than the usual ups and downs.",
        "Against the target: ◆ ?, may meet the target one time and miss it the next.",
    ]
    assert [badge.kind for badge in chart.badges] == ["concern", "none"]
    assert chart.summary == (
        "A sign of change for the worse: the latest figure is below the lower limit. "
        "Against the target: may meet the target one time and miss it the next."
    )
    assert chart.data["signal"].iloc[-1] == "concern"
    assert chart.data["upper"].notna().all()
    assert chart.headings["centre"] == "Average"


def test_a_quiet_chart_says_so() -> None:
    chart = run(view(rows(ADVICE, [70, 74] * 7)))
    assert chart.summary.startswith("The latest figure is within the usual ups and downs.")
    assert chart.badges[0].sentence == "Variation: ●, within the usual ups and downs."


def test_a_step_change_is_drawn_with_its_reason() -> None:
    seen = view(rows(ADVICE, [70, 74] * 6 + [90, 92]))
    judged = pd.DataFrame(
        {
            "kind": ["step change"],
            "subject": [step_subject(ADVICE)],
            "value": [{"reason": "A second team started"}],
            "on": [pd.Timestamp("2021-09-01")],
            "by": ["Officer"],
            "at": [pd.Timestamp("2021-11-01")],
        }
    )
    chart = run(replace(seen, judgements=judged))
    assert "New level from 1 September 2021: A second team started." in chart.notes
    assert [m.label for m in chart.marks if m.kind == "step"] == ["A second team started"]
    assert "2 of 12 points since the step" in chart.subtitle
    assert chart.data["upper"].notna().sum() == 12


def test_meetings_and_events_are_marked_on_the_time_axis() -> None:
    chart = run(view(rows(ADVICE, [70] * 8)))
    assert [(m.kind, str(m.when)) for m in chart.marks] == [
        ("event", "2021-06-01"),
        ("meeting", "2021-09-07"),
    ]


def test_the_plans_own_target_is_used_where_the_rows_give_none() -> None:
    seen = view(rows(ADVICE, [70, 72], target=""), targets=(Target(ADVICE, 75),))
    assert run(seen).finding.endswith("short of the target of 75%")
    seen = view(
        rows(ADVICE, [70, 72], target=""), targets=(Target("Indicators", 0.7, None, ADVICE),)
    )
    assert run(seen).finding.endswith("meeting the target of 70%")


def test_the_first_chart_names_what_misses_its_target() -> None:
    seen = view(rows(ADVICE, [70, 72]), rows("Managers confident", [70, 85]))
    chart = charts(seen)[0]
    assert chart.finding == "1 of 2 indicators with a target misses it: Advice given on time"
    texts = chart.data.set_index(["label", "series"])["text"]
    assert texts[ADVICE].to_dict() == {
        "Before": "70% missed",
        "Latest": "72% missed",
        "Target": "80%",
    }
    assert texts["Managers confident", "Latest"] == "85% met"
    assert chart.subtitle == (
        "The latest figures beside those known on 7 September 2021; "
        "a cell in full colour met its target. 2 indicators, A plan, as at 31 October 2021."
    )


@pytest.mark.parametrize(("latest", "says"), [("c", "c"), (None, "left blank")])
def test_a_missing_cell_says_why_and_is_neither_met_nor_missed(latest: object, says: str) -> None:
    data = charts(view(rows(ADVICE, [70, latest])))[0].data
    assert data["text"].tolist() == ["70% missed", says, "80%"]
    assert data["value"].isna().tolist() == [False, True, False]


def test_the_first_figure_has_nothing_before_it() -> None:
    assert charts(view(rows(ADVICE, [70])))[0].data["text"].iloc[0] == "none yet"


def test_a_limit_that_no_figure_could_reach_is_not_drawn_and_that_is_said() -> None:
    chart = run(view(rows(ADVICE, [90, 99] * 7)))
    assert chart.data["upper"].isna().all()
    assert chart.data["lower"].notna().all()
    assert "The upper limit is above 100% and not drawn." in chart.notes
    chart = run(view(rows("Call-ins", [0, 3] * 7, unit="count", target="")))
    assert chart.data["lower"].isna().all()
    assert "The lower limit is below nought and not drawn." in chart.notes


@pytest.mark.parametrize(
    ("first", "second", "finding"),
    [
        ([85], [90], "Both indicators with a target meet it"),
        ([70], [60], "Neither of the 2 indicators with a target meets it"),
        ([85], [60], "1 of 2 indicators with a target misses it: B"),
    ],
)
def test_the_first_charts_finding_in_every_case(
    first: list[object], second: list[object], finding: str
) -> None:
    assert charts(view(rows("A", first), rows("B", second)))[0].finding == finding


def test_without_targets_the_first_chart_says_so() -> None:
    chart = charts(view(rows("A", [1], target=""), rows("B", [1], target="")))[0]
    assert chart.finding == "None of the 2 indicators has a target to be judged by"


def test_the_page_opens_with_targets_and_what_is_getting_worse() -> None:
    seen = view(rows(ADVICE, [70, 72, 61]), rows("Managers confident", [70, 80, 85]))
    assert INDICATORS.finding(seen) == (
        "1 of 2 indicators with a target misses it: Advice given on time. "
        "1 indicator has got worse since 7 September 2021."
    )


def test_the_figures_count_indicators_and_keep_their_parts() -> None:
    seen = view(
        rows(ADVICE, [70, 72, 61]),
        rows("Managers confident", [70, 80, 85]),
        rows("Call-ins", [3, 3, 3], "neutral", ""),
    )
    found = {m.key: m.figure(seen) for m in INDICATORS.measures}
    assert {key: (str(f), f.parts) for key, f in found.items()} == {
        "indicators.meeting_target": ("1", "1 of 2"),
        "indicators.missing_target": ("1", "1 of 2"),
        "indicators.getting_worse": ("1", "1 of 2"),
        "indicators.getting_better": ("1", "1 of 2"),
        "indicators.no_new_figure": ("0", "0 of 3"),
        "indicators.signals": ("no figure", ""),
    }
    assert found["indicators.signals"].why_missing == "no indicator has the 12 figures this needs"
    assert [str(one.series.latest) for one in tracked(seen)] == ["61%", "85%", "3%"]


def test_an_empty_plan_has_no_charts_and_says_why_there_are_no_figures() -> None:
    seen = view(rows(ADVICE, [70]))
    empty = replace(seen, history={"indicators": seen.history["indicators"].iloc[0:0]})
    assert charts(empty) == []
    assert INDICATORS.finding(empty) == "There are no indicators yet."
    for measure in INDICATORS.measures:
        assert measure.figure(empty).value is None


def test_an_earlier_view_of_the_same_plan_has_its_own_figures() -> None:
    early = rows(ADVICE, [70]).assign(as_at="2021-09-07", period="2021-08-31")
    late = rows(ADVICE, [70, 61]).assign(as_at="2021-11-23")
    history = history_of(TABLE, pd.concat([early, late], ignore_index=True))
    seen = view_of({"indicators": history}, audience="members")
    assert [str(one.series.latest) for one in tracked(seen)] == ["61%"]
    assert [str(one.series.latest) for one in tracked(seen.back_to(seen.dates[0]))] == ["70%"]


def test_every_measure_and_chart_keeps_its_promise() -> None:
    seen = view(rows(ADVICE, [70, 74] * 7), rows("B", [1, "c"]))
    keys = {m.key for m in INDICATORS.measures}
    for chart in charts(seen):
        assert chart.measure in keys
        assert set(chart.headings) <= set(chart.data)
        assert chart.finding in chart.alt
        for record in chart.data["records"]:
            assert set(record) <= set(seen.history["indicators"].index)
    for measure in INDICATORS.measures:
        figure = measure.figure(seen)
        assert (figure.name, figure.unit) == (measure.name, measure.unit)


def test_a_month_that_is_missing_breaks_the_line_and_is_said() -> None:
    whole = rows(ADVICE, [70, 72, 61, 64, 66])
    chart = run(view(whole.drop(index=[2])))
    drawn = chart.data.set_index(chart.data["when"].dt.strftime("%Y-%m-%d"))
    assert pd.isna(drawn["value"]["2021-08-31"])
    assert drawn["text"]["2021-08-31"] == "no figure"
    assert drawn["target"]["2021-08-31"] == 0.8
    assert "No figure for August 2021." in chart.notes
    assert "4 figures" in chart.subtitle


def test_many_missing_months_are_counted() -> None:
    whole = rows(ADVICE, [70] * 24)
    chart = run(view(whole.iloc[[*range(12), *range(20, 24)]]))
    assert any(note.endswith("and 2 more.") for note in chart.notes)
    assert not any("No figure for" in note for note in run(view(whole)).notes)


PAIRS = [
    ("Children placed < 20 miles from home", "Children placed > 20 miles from home"),
    ("Advice on time (%)", "Advice on time (number)"),
    ("Advice on time %", "Advice on time"),
    ("Café visits", "Cafe visits"),
    ("\N{WHITE SMILING FACE}", "\N{BLACK SMILING FACE}"),
    ("\N{WHITE SMILING FACE}", "Indicator"),
    ("A-B", "A B"),
    ("£ spent", "$ spent"),
    ("x" * 300, "x" * 299 + "y"),
    ("Under-5s seen", "Under 5s seen"),
    ("A_B", "A/B"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_indicators_of_like_names_have_charts_of_their_own(one: str, other: str) -> None:
    seen = view(rows(one, [70, 72]), rows(other, [10, 12]))
    found = charts(seen)[1:]
    assert len({chart.key for chart in found}) == len(found) == 2
    assert [chart.finding.split(" rose")[0] for chart in found] == [one, other]


def test_the_key_of_a_name_that_is_alone_does_not_change() -> None:
    assert run(view(rows("Advice given on time (%)", [70]))).key == (
        "indicators.advice_given_on_time"
    )
    assert run(view(rows("Advice", [70]), rows("ADVICE ", [71]))).key == "indicators.advice"
