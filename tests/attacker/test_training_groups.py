"""Where a plan leaves small staff groups out in public, all its past copies give none of them back.

A reader keeps every public copy. Each gives the people in scope of the groups shown at every date
so far, and the totals where they are given; what is left out is looked for by the sums.
"""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from measures.small_numbers.disclosure import limit_of
from tests.made.views import history_of, view_of
from tests.property.sums import Sums
from workstreams.training.columns import COHORTS
from workstreams.training.coverage import HIDE_SMALL, training
from workstreams.view import View

START = date(2021, 5, 20)
GROUPS = ("Social workers", "Managers", "Lawyers", "Reviewing officers", "Starters")


def plan(sizes: list[list[int]]) -> View:
    """A plan with one course: at each date so many people in each group, none for no such group."""
    rows = [
        {
            "as_at": (START + timedelta(days=60 * place)).isoformat(),
            "cohort": group,
            "course": "Workshop",
            "in_role": str(people),
            "in_date": str(people // 2),
        }
        for place, at in enumerate(sizes)
        for group, people in zip(GROUPS, at, strict=False)
        if people
    ]
    history = {"cohorts": history_of(COHORTS, pd.DataFrame(rows, dtype="str"))}
    return replace(view_of(history), settings={HIDE_SMALL: True})


def given_back(of: View) -> dict[str, int]:
    """The small groups whose size follows from all copies together."""
    every = training(replace(of, audience="members")).frame
    size = {(r["as_at"], r["cohort"]): round(r["in_scope"]) for _, r in every.iterrows()}
    name = {key: f"{key[1]} {key[0]:%Y-%m-%d}" for key in size}
    sums = Sums()
    for key in size:
        sums.number(name[key], 1, 60)
    for when in of.dates:
        copy = training(of.back_to(when))
        for _, row in copy.shown(copy.frame).iterrows():
            key = (row["as_at"], row["cohort"])
            sums.number(name[key], size[key], size[key])
        if copy.totals:
            for day in copy.frame["as_at"].unique():
                people = {name[key]: 1 for key in size if key[0] == day}
                sums.equal(people, sum(n for key, n in size.items() if key[0] == day))
    small = [name[key] for key, people in size.items() if people <= limit_of(None)]
    return sums.found(small) if small else {}


@pytest.mark.parametrize("seed", range(12))
def test_no_size_of_a_small_group_follows_from_all_copies(seed: int) -> None:
    chance = np.random.default_rng(seed)
    sizes = [[int(n) for n in chance.choice([0, 2, 3, 5, 6, 7, 9, 14], 5)] for _ in range(4)]
    assert given_back(plan(sizes)) == {}


def test_a_group_left_out_once_stays_out() -> None:
    """Managers go with the lawyers at first; shown later, they would give the lawyers back."""
    moved = plan([[20, 6, 3, 8], [20, 20, 3, 5]])
    assert given_back(moved) == {}
    assert "Managers" in training(moved).hidden


def test_totals_are_left_out_where_a_small_group_would_be_alone_or_all() -> None:
    assert not training(plan([[20, 0, 3], [20, 4, 3], [0, 0, 3]])).totals
    assert not training(plan([[2, 1]])).totals
    assert training(plan([[20, 6, 3]])).totals
