"""Items kept from minutes stand beside the files until a file brings them."""

import numpy as np
import pandas as pd
import pytest

from measures.following.matching import follow
from measures.following.minuted import beside, is_minuted, outstanding

JUNE, SEPTEMBER, NOVEMBER = (np.datetime64(f"2021-{m}-01", "s") for m in ("06", "09", "11"))
DATES = {1: JUNE, 2: SEPTEMBER, 3: NOVEMBER}
WORDS = "Training be provided to councillors to help them be confident in the call in procedure"
ITEM = ("Rec f", WORDS)
OLD = [("1.1", "Fill the vacant posts in the legal team"), ("1.2", "Publish the duty rota")]


def frame(rows: list[tuple[int, str, str]]) -> pd.DataFrame:
    """Records of (snapshot, ref, title), as a history has them."""
    columns = {"snapshot_id": "int64", "ref": "str", "title": "str"}
    index = pd.RangeIndex(1, len(rows) + 1, name="record_id")
    made = pd.DataFrame(rows, columns=list(columns), index=index).astype(columns)
    dates = pd.Series([DATES[snapshot] for snapshot, _, _ in rows], index, "datetime64[s]")
    return made.assign(as_at=dates)


def kept(ref: str = ITEM[0], title: str = ITEM[1]) -> pd.DataFrame:
    return frame([(1, ref, title)]).set_axis(pd.Index([42]), axis=0)


def history(*more: tuple[int, str, str]) -> pd.DataFrame:
    return frame(sorted([*((at, *row) for at in DATES for row in OLD), *more], key=lambda r: r[0]))


def stands_at(records: pd.DataFrame, item: pd.DataFrame, since: np.datetime64) -> list[int]:
    """In which snapshots the item stands."""
    found = beside(records, item, {42: since}, DATES, list(DATES.values()), ("ref", "title"))
    own = found[is_minuted(found.index).to_numpy()]
    assert found.index.is_unique
    assert found["as_at"].is_monotonic_increasing
    return own["snapshot_id"].to_list()


def test_an_item_kept_before_any_file_is_that_of_the_first_that_has_it() -> None:
    before = np.datetime64("2021-05-01", "s")
    assert stands_at(history((1, *ITEM)), kept(), before) == []
    assert stands_at(history((2, *ITEM)), kept(), before) == [1]


def test_an_item_stands_from_the_snapshot_it_was_kept_beside_until_a_file_brings_it() -> None:
    assert stands_at(history(), kept(), SEPTEMBER) == [2, 3]
    assert stands_at(history((3, *ITEM)), kept(), SEPTEMBER) == [2]


@pytest.mark.parametrize(
    "row",
    [
        ("9.4", WORDS),
        ("9.4", WORDS.upper() + "."),
        ("Rec f", "Provide training so that councillors are confident in the call in procedure"),
        ("9.4", "Training to be provided to councillors so they are confident with the call in "
         "procedure"),
    ],
)  # fmt: skip
def test_a_row_renumbered_or_reworded_is_the_item(row: tuple[str, str]) -> None:
    records = history((3, *row))
    assert stands_at(records, kept(), SEPTEMBER) == [2]
    found = beside(records, kept(), {42: SEPTEMBER}, DATES, list(DATES.values()), ("ref", "title"))
    assert len(set(follow(found).life[found["title"].isin([ITEM[1], row[1]])])) == 1


@pytest.mark.parametrize(
    "row",
    [
        ("9.4", "Recruit three solicitors before the spring"),
        ("Rec f", "Buy a new case management system"),
        ("Rec g", "Publish the duty rota every month"),
    ],
)
def test_another_row_is_not(row: tuple[str, str]) -> None:
    assert stands_at(history((3, *row)), kept(), SEPTEMBER) == [2, 3]


def test_a_row_that_stood_when_the_item_was_kept_is_another() -> None:
    twin = ("9.4", "Training be provided to officers to help them be confident in the procedure")
    assert stands_at(history((2, *twin), (3, *twin)), kept(), SEPTEMBER) == [2, 3]


def test_where_the_snapshot_it_was_kept_beside_is_gone_it_stands_in_the_one_before() -> None:
    records = history()
    records = records[records["snapshot_id"] == 1]
    found = beside(records, kept(), {42: NOVEMBER}, {1: JUNE}, [JUNE], ("ref", "title"))
    assert is_minuted(found.index).sum() == 1


def test_an_earlier_view_does_not_have_it() -> None:
    records = history()
    records = records[records["snapshot_id"] == 1]
    found = beside(
        records, kept(), {42: SEPTEMBER}, {1: JUNE}, list(DATES.values()), ("ref", "title")
    )
    assert not is_minuted(found.index).any()


def test_a_file_that_lacks_it_leaves_it_outstanding() -> None:
    stood, file = frame([(1, *row) for row in OLD]), frame([(2, *row) for row in OLD])
    assert len(outstanding(kept(), file, stood, ("ref", "title"))) == 1
    brings = frame([(2, *row) for row in [*OLD, ("4", WORDS)]])
    assert outstanding(kept(), brings, stood, ("ref", "title")).empty
