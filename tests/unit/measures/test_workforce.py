"""Our formulas against every rate that the Department for Education has published since 2017."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from loaders.check import check
from measures import workforce
from measures.workforce import Rate
from tests.golden.recruitment.published import EXTRACT, NOT_REPRODUCED, WHOLE, as_history, read
from workstreams import TABLES

RATES = (
    workforce.VACANCY,
    workforce.AGENCY,
    workforce.TURNOVER,
    workforce.CASELOAD,
)
HALF_A_DECIMAL = 0.05 + 1e-9
PRINTED_TO = {"cases": 1.0}
ROUNDING = "the parts are printed rounded; unrounded they can give the published rate"
WITHHELD = "the published rate leaves out authorities whose part is marked"

whole_file = pytest.mark.skipif(
    WHOLE is None, reason="the Department's whole file is not beside this checkout"
)


def by_formula(rate: Rate, records: pd.DataFrame) -> pd.Series:
    """Each row's rate as it is worked out where none is published, in the published unit."""
    unpublished = {rate.field: float("nan"), f"{rate.field}_mark": ""}
    rows = records.assign(
        census=workforce.census(records), record=records.index, **unpublished
    ).to_dict("records")
    found = [workforce.figure(rate, row).value for row in rows]
    return pd.Series(
        [float("nan") if value is None else value * rate.scale for value in found], records.index
    )


def range_of(rate: Rate, records: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The lowest and highest rate that the parts, before they were rounded, could have given."""
    part_slack = PRINTED_TO.get(rate.part, 0.1) / 2
    rest = [field for field in rate.whole if field != rate.part]
    others = records[rest].sum(axis="columns", skipna=False) if rest else 0.0
    low_part = (records[rate.part] - part_slack).clip(lower=0)
    high_part = records[rate.part] + part_slack
    slack = 0.05 * len(rest)
    shared = rate.part in rate.whole
    low = low_part / ((low_part if shared else 0) + others + slack)
    high = high_part / ((high_part if shared else 0) + others - slack)
    return low * rate.scale, high * rate.scale


def without_withheld(rate: Rate, records: pd.DataFrame, index: int) -> list[tuple[str, float]]:
    """A total's rate from its authorities, without those that a mark stands for.

    Tried with those marked unreliable (u), not available (x), and both left out. The printed total
    of a part holds an estimate for them, which is why it does not give the printed rate.
    """
    total = records.loc[index]
    local = records[records["level"].eq("Local authority") & records["period"].eq(total["period"])]
    if total["level"] == "Regional":
        london = {"Inner London", "Outer London"}
        local = local[
            local["region"].isin(london if total["region"] == "London" else {total["region"]})
        ]
    fields = sorted({rate.part, *rate.whole})
    found = []
    for marks in ({"u"}, {"x"}, {"u", "x"}):
        marked = pd.concat([local[f"{field}_mark"].isin(marks) for field in fields], axis=1)
        gone, rest = local[marked.any(axis=1)], local[~marked.any(axis=1)]
        whole = float(sum(rest[field].sum() for field in rate.whole))
        if len(gone):
            value = float(rest[rate.part].sum()) / whole * rate.scale
            found.append((", ".join(sorted(gone["area"])), value))
    return found


def explained(records: pd.DataFrame) -> list[dict[str, str]]:
    """Every published rate that the formula does not give as printed, with the reason."""
    out = []
    for rate in RATES:
        ours, published = by_formula(rate, records), records[rate.field]
        low, high = range_of(rate, records)
        for index in records.index[(ours - published).abs() > HALF_A_DECIMAL]:
            printed = published[index]
            why = "not explained"
            if low[index] - HALF_A_DECIMAL <= printed <= high[index] + HALF_A_DECIMAL:
                why = ROUNDING
            else:
                for areas, value in without_withheld(rate, records, index):
                    # The authorities' own parts are rounded too.
                    if abs(value - printed) <= HALF_A_DECIMAL + 0.02:
                        why = f"{WITHHELD}: {areas}"
                        break
            out.append(
                {
                    "year": str(records.loc[index, "period"]),
                    "place": str(workforce.place(records)[index]),
                    "rate": rate.field,
                    "ours": f"{ours[index]:.2f}",
                    "published": f"{printed:.1f}",
                    "why": why,
                }
            )
    return out


def listed(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@whole_file
def test_every_published_rate_comes_back_or_is_listed_with_the_reason() -> None:
    assert WHOLE is not None
    records = read(WHOLE)
    assert len(records) == 1463
    assert explained(records) == listed(NOT_REPRODUCED)


def test_no_listed_rate_is_without_a_reason() -> None:
    reasons = [row["why"] for row in listed(NOT_REPRODUCED)]
    assert len(reasons) == 248
    assert sum(why == ROUNDING for why in reasons) == 239
    assert sum(why.startswith(WITHHELD) for why in reasons) == 9


@whole_file
def test_a_mark_is_missing_with_its_meaning_and_never_nought() -> None:
    assert WHOLE is not None
    records = as_history(read(WHOLE))
    rows = records.assign(census=workforce.census(records))
    for rate in RATES:
        marked = rows[rows[f"{rate.field}_mark"].notna()]
        assert marked[rate.field].isna().all()
        for record, row in marked.iterrows():
            found = workforce.figure(rate, {**row, "record": record})
            assert found.value is None
            assert str(found) == row[f"{rate.field}_mark"]
            assert found.why_missing
            assert "not published" not in found.why_missing


def extract() -> pd.DataFrame:
    records = as_history(read(EXTRACT))
    return records.assign(census=workforce.census(records), place=workforce.place(records))


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.field)
def test_the_extract_gives_the_published_rates_or_is_listed(rate: Rate) -> None:
    records = extract()
    excused = {
        (row["year"], row["place"]) for row in listed(NOT_REPRODUCED) if row["rate"] == rate.field
    }
    ours = by_formula(rate, records)
    compared = 0
    for index, row in records.iterrows():
        if (row["period"], row["place"]) not in excused:
            assert ours[index] == pytest.approx(row[rate.field], abs=HALF_A_DECIMAL)
            compared += 1
    assert compared >= 18


def test_england_in_2023_is_the_published_line() -> None:
    row = next(r for r in workforce.of_place(extract(), "England") if r["period"] == "2023")
    assert round(row["leavers_fte"] / row["in_post_fte"] * 100, 1) == 15.9 == row["turnover_rate"]
    assert str(workforce.figure(workforce.VACANCY, row)) == "18.9%"
    assert str(workforce.figure(workforce.CASELOAD, row)) == "16"


def test_parts_that_do_not_give_the_published_rate_are_not_printed_beside_it() -> None:
    rows = workforce.of_place(extract(), "West Midlands")
    found = workforce.figure(workforce.AGENCY, next(r for r in rows if r["period"] == "2024"))
    assert str(found) == "13.9%"
    assert found.parts == ""
    mine = workforce.of_place(extract(), "Herefordshire, County of")[-1]
    assert workforce.figure(workforce.VACANCY, mine).parts == "60 of 185.5"


def test_a_rate_that_is_not_published_is_worked_out_from_its_parts() -> None:
    blank = {"vacancy_rate": float("nan")}
    row = {**workforce.of_place(extract(), "England")[-1], **blank}
    assert str(workforce.figure(workforce.VACANCY, row)) == "14.2%"
    found = workforce.figure(workforce.VACANCY, {**row, "vacancy_fte": float("nan")})
    assert found.value is None
    assert found.why_missing == "not in the table"


def test_nothing_is_divided_by_nought() -> None:
    records = extract().head(1).assign(vacancy_fte=0.0, in_post_fte=0.0)
    assert by_formula(workforce.VACANCY, records).isna().all()


def test_the_area_is_the_plans_or_the_only_one() -> None:
    records = extract()
    assert workforce.area_of(records) == "Herefordshire, County of"
    assert workforce.area_of(records, "herefordshire, county of ") == "Herefordshire, County of"
    assert workforce.area_of(records, "Rutland") == ""
    assert workforce.region_of(records, "Herefordshire, County of") == "West Midlands"


def as_loaded(path: Path) -> pd.DataFrame:
    """The workforce records of a file as the project's own reader gives them."""
    checked = check(path.read_bytes(), path.name, TABLES)
    assert checked.problems == ()
    return checked.frames["workforce"]


@pytest.mark.parametrize(
    "path", [EXTRACT, pytest.param(WHOLE, marks=whole_file)], ids=["extract", "whole"]
)
def test_the_file_loads_as_it_is_published_with_every_figure_and_mark(path: Path) -> None:
    loaded, expected = as_loaded(path), read(path)
    fields = [c for c in expected.columns if c != "sheet"]
    pd.testing.assert_frame_equal(
        loaded[fields].reset_index(drop=True), expected[fields], check_dtype=False
    )
