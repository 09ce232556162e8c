"""Records of several sources at one date: the latest of each, each known as its own file's."""

import numpy as np
import pandas as pd

from measures.following.matching import follow
from measures.following.minuted import FIRST, is_minuted
from measures.following.together import (
    SPAN,
    original_pairs,
    originals,
    stands_again,
    together,
)

JUNE, JULY, SEPTEMBER, NOVEMBER = (
    np.datetime64(f"2021-{month}-01", "s") for month in ("06", "07", "09", "11")
)


def of_source(source: int, first: int, files: dict[np.datetime64, list[str]]) -> pd.DataFrame:
    """One source's records: a row a title at each date, numbered from ``first`` on."""
    rows = [(when, title) for when, titles in files.items() for title in titles]
    index = pd.RangeIndex(first, first + len(rows), name="record_id")
    return pd.DataFrame(
        {
            "as_at": np.array([when for when, _ in rows], dtype="datetime64[s]"),
            "title": pd.Series([title for _, title in rows], dtype="str").to_numpy(),
            "ref": pd.Series([title[:1] for _, title in rows], dtype="str").to_numpy(),
            "source_id": source,
        },
        index=index,
    )


PLAN = of_source(1, 1, {JUNE: ["A plan", "Begin"], SEPTEMBER: ["A plan"]})
LOG = of_source(2, 4, {JULY: ["Ask"], NOVEMBER: ["Ask", "Be told"]})


def at(frame: pd.DataFrame, when: np.datetime64) -> list[str]:
    return frame.loc[frame["as_at"] == when, "title"].to_list()


def test_at_each_date_the_latest_of_each_source_stands() -> None:
    found = together([PLAN, LOG])
    assert at(found, JUNE) == ["A plan", "Begin"]
    assert at(found, JULY) == ["A plan", "Begin", "Ask"]
    assert at(found, SEPTEMBER) == ["A plan", "Ask"]
    assert at(found, NOVEMBER) == ["A plan", "Ask", "Be told"]
    assert found["as_at"].is_monotonic_increasing
    assert found.index.is_unique
    assert found.dtypes.to_dict() == PLAN.dtypes.to_dict()


def test_one_source_alone_is_its_own_history() -> None:
    assert together([PLAN]) is PLAN


def test_a_record_that_stands_again_is_known_as_its_own_files() -> None:
    found = together([PLAN, LOG])
    again = found[stands_again(found.index)]
    assert again["title"].to_list() == ["A plan", "Begin", "Ask", "A plan"]
    assert originals(again.index).to_list() == [1, 2, 4, 3]
    assert set(originals(found.index)) == {1, 2, 3, 4, 5, 6}
    assert original_pairs([(int(again.index[0]), 3)]) == [(1, 3)]
    assert original_pairs([]) == []


def test_what_is_below_zero_stays_what_it_is() -> None:
    minuted = -(7 * 10_000_000 + FIRST + 3)
    part = PLAN.set_axis(pd.Index([minuted, -70_000_002, 3], name="record_id"), axis=0)
    found = together([part, LOG])
    again = found[stands_again(found.index)]
    assert originals(again.index).to_list()[:2] == [minuted, -70_000_002]
    assert is_minuted(again.index).to_list() == [True, False, False, False]


def test_ids_fit_into_a_number_that_every_program_holds() -> None:
    assert SPAN * 6_000 < 2**53  # a file of another source each week for a hundred years


def test_actions_are_followed_within_their_source() -> None:
    log = of_source(2, 4, {JULY: ["A plan"], NOVEMBER: ["A plan", "Begin"]})
    found = together([PLAN, log])
    life = follow(found).life
    by_title = {title: set(life[found["title"] == title]) for title in ("A plan", "Begin")}
    # The same words in two sources are two records; "Begin" of the log is not the plan's, back.
    assert {len(lives) for lives in by_title.values()} == {2}
    assert sorted(life.unique()) == [0, 1, 2, 3]


def test_what_is_followed_up_to_a_date_does_not_depend_on_another_source() -> None:
    alone = follow(PLAN).life
    beside = follow(together([PLAN, LOG])).life
    own = beside[beside.index.isin(PLAN.index)]
    assert (own.to_numpy() == alone.to_numpy()).all()
