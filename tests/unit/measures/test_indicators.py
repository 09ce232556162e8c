"""Indicators, from a golden file and by hand."""

from datetime import date

import pandas as pd
import pytest

from measures.indicators import Series, all_series, counts_of
from tests.golden.golden import Case, cases
from tests.made.views import history_of
from workstreams.indicators.columns import INDICATORS

MET = {"yes": True, "no": False, "": None}
LAST_MET = date(2021, 9, 7)


@pytest.mark.parametrize("case", cases("indicators/series.csv", INDICATORS), ids=lambda c: c.name)
def test_the_golden_file_gives_the_same_figures(case: Case) -> None:
    (series,) = all_series(case.history)
    row = next(i for i in case.answers.index if case.answers.loc[i, "answer_move"])
    answers = case.answers.loc[row]
    latest = series.latest
    assert str(latest) == answers["answer_latest"]
    assert latest.parts == answers["answer_parts"]
    met = None if latest.value is None else series.met(latest.value)
    assert met is MET[answers["answer_met"]]
    assert series.move(LAST_MET) == answers["answer_move"]


def indicator(*values: object, unit: str = "percent", **given: object) -> Series:
    """One indicator with a value a month from January 2021."""
    rows = pd.DataFrame(
        {
            "value": ["" if v is None else str(v) for v in values],
            "period": [f"2021-{m:02d}-28" for m in range(1, len(values) + 1)],
        },
        dtype="str",
    ).assign(indicator="A", unit=unit, better="higher", as_at="2021-11-23")
    for name, value in given.items():
        rows[name] = value
    (series,) = all_series(history_of(INDICATORS, rows))
    return series


def test_small_percentages_typed_out_of_100_are_not_taken_for_shares() -> None:
    series = indicator(0.8, 1.2, 2.5)
    assert series.points["value"].tolist() == pytest.approx([0.008, 0.012, 0.025])
    assert series.doubts == ("Figures of 1 or less were read as 1% or less.",)


def test_a_share_among_whole_percentages_is_read_as_a_share_and_said() -> None:
    series = indicator(62, 0.71, 80)
    assert series.points["value"].tolist() == pytest.approx([0.62, 0.71, 0.8])
    assert series.doubts == ("Figures of 1 or less were read as shares: 0.8 as 80%.",)


def test_nought_per_cent_is_nought_however_it_is_typed() -> None:
    series = indicator(0, 50)
    assert series.points["value"].tolist() == [0.0, 0.5]
    assert series.doubts == ()


def test_two_numbers_outweigh_a_percentage_that_differs_from_them_and_it_is_said() -> None:
    series = indicator(90, 80, numerator="8", denominator="10")
    assert series.points["value"].tolist() == [0.8, 0.8]
    assert series.doubts == (
        "1 percentage differs from the two numbers beside it; the numbers are used.",
    )


def test_a_percentage_of_nothing_is_missing() -> None:
    series = indicator(None, numerator="0", denominator="0")
    assert series.latest.value is None
    assert series.latest.why_missing == "left blank"


def test_a_series_without_a_unit_is_a_percentage_only_if_its_numbers_make_one() -> None:
    assert indicator(None, unit="", numerator="8", denominator="10").unit == "percent"
    assert indicator(12, unit="").unit == "number"


def test_a_name_is_one_name_whatever_its_capitals_and_spaces() -> None:
    rows = pd.DataFrame(
        {
            "as_at": ["2021-09-07", "2021-11-23"],
            "indicator": ["Advice on time", "Advice  on Time"],
            "period": ["2021-08-31", "2021-10-31"],
            "value": ["70", "80"],
        },
        dtype="str",
    )
    (series,) = all_series(history_of(INDICATORS, rows))
    assert series.name == "Advice  on Time"
    assert len(series.points) == 2


def test_an_indicator_no_longer_in_the_file_comes_last_and_is_kept() -> None:
    rows = pd.DataFrame(
        {
            "as_at": ["2021-09-07", "2021-09-07", "2021-11-23"],
            "indicator": ["Gone", "Kept", "Kept"],
            "period": ["2021-08-31", "2021-08-31", "2021-10-31"],
            "value": ["1", "2", "3"],
        },
        dtype="str",
    )
    assert [s.name for s in all_series(history_of(INDICATORS, rows))] == ["Kept", "Gone"]


def test_no_records_is_no_series() -> None:
    rows = pd.DataFrame({"as_at": ["2021-09-07"], "indicator": [""]}, dtype="str")
    assert all_series(history_of(INDICATORS, rows)) == ()


def test_row_order_never_matters() -> None:
    rows = pd.DataFrame(
        {
            "as_at": "2021-11-23",
            "indicator": "A",
            "period": [f"2021-{m:02d}-28" for m in range(1, 8)],
            "value": [str(v) for v in range(7)],
        },
        dtype="str",
    )
    (there,), (back,) = (
        all_series(history_of(INDICATORS, r))
        for r in (rows, rows.iloc[::-1].reset_index(drop=True))
    )
    assert there.points["value"].tolist() == back.points["value"].tolist()
    assert str(there.latest) == str(back.latest)


@pytest.mark.parametrize(
    ("cells", "answer"),
    [
        (["staff", None], "staff"),
        (["staff", "things"], "staff"),
        (["things", "children", "staff"], "children"),
        ([None], None),
    ],
)
def test_rows_that_disagree_on_what_is_counted_are_guarded(
    cells: list[str | None], answer: str | None
) -> None:
    assert counts_of(pd.Series(cells, dtype="str")) == answer
