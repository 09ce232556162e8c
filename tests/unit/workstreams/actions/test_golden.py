"""Actions against golden files: where they stand, their lives, the bridge, every measure."""

from datetime import date

import pandas as pd
import pytest

from measures.actions.history import compare
from measures.following.lives import lives
from measures.following.standing import positions, standing
from tests.golden.golden import Case, cases
from workstreams.actions.columns import ACTIONS
from workstreams.actions.measures import MEASURES

NEXT = date(2021, 11, 23)


def stands(case: Case) -> pd.DataFrame:
    """The case's actions, in the order of its last snapshot's rows."""
    known = lives(case.history)
    found = positions(known, standing(known, case.as_at), NEXT)
    return found.set_index("record_id").loc[case.records.index]


def as_text(values: pd.Series) -> list[str]:
    """Values as the golden files write them."""
    if values.dtype.kind == "M":
        return values.dt.strftime("%Y-%m-%d").fillna("").tolist()
    return ["" if pd.isna(v) else f"{v:.0f}" if isinstance(v, float) else str(v) for v in values]


@pytest.mark.parametrize("case", cases("actions/positions.csv", ACTIONS), ids=lambda c: c.name)
def test_an_action_stands_where_the_golden_file_says(case: Case) -> None:
    found = stands(case)
    assert as_text(found["status"]) == case.answers["answer_status"].tolist()
    assert as_text(found["date_position"]) == case.answers["answer_date_position"].tolist()
    assert as_text(found["days_overdue"]) == case.answers["answer_days_overdue"].tolist()
    assert as_text(found["evidence_position"]) == case.answers["answer_evidence"].tolist()


@pytest.mark.parametrize("case", cases("actions/lives.csv", ACTIONS), ids=lambda c: c.name)
def test_a_life_is_as_the_golden_file_says(case: Case) -> None:
    known = lives(case.history).records.set_index("record_id").loc[case.history.index]
    pairs = set(zip(known["life"], case.answers["answer_life"], strict=True))
    assert len({life for life, _ in pairs}) == len({name for _, name in pairs}) == len(pairs)
    for column in ("first_due", "current_due", "moves", "reopenings"):
        assert as_text(known[column]) == case.answers[f"answer_{column}"].tolist(), column


@pytest.mark.parametrize("case", cases("actions/bridges.csv", ACTIONS), ids=lambda c: c.name)
def test_a_comparison_is_as_the_golden_file_says(case: Case) -> None:
    known = lives(case.history)
    stand = standing(known, case.as_at)
    changed = compare(positions(known, stand, step=0), positions(known, stand))
    for step in ("opening", "new", "reopened", "completed", "dropped", "closing"):
        assert getattr(changed.bridge, step) == int(case.answer(f"answer_{step}")), step
    said = dict(zip(case.history.index, case.answers["answer_in"].str.split(), strict=True))
    for kind in (
        *("new", "completed", "reopened", "dropped", "moved", "silent", "listed_again"),
        *("date_taken", "owner_taken", "evidence_taken"),
    ):
        expected = {record for record, kinds in said.items() if kind in kinds}
        assert set(getattr(changed, kind)["record_id"]) == expected, kind
    assert changed.gone["ref"].tolist() == case.answer("answer_gone").split()


@pytest.mark.parametrize("case", cases("actions/measures.csv", ACTIONS), ids=lambda c: c.name)
def test_every_measure_is_as_the_golden_file_says(case: Case) -> None:
    view = case.view(meetings=["2021-05-20", "2021-09-07", "2021-11-23"])
    for measure in MEASURES:
        answer = case.answer(f"answer_{measure.key.removeprefix('actions.')}")
        assert measure.figure(view).value == pytest.approx(float(answer)), measure.key


def test_every_measure_has_an_answer_in_the_golden_file() -> None:
    (case,) = cases("actions/measures.csv", ACTIONS)
    asked = {column.removeprefix("answer_") for column in case.answers}
    assert asked == {measure.key.removeprefix("actions.") for measure in MEASURES}
