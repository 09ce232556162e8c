"""Following actions: what officers said, what is only likely, what is asked."""

from functools import cache

import pandas as pd
import pytest

from benchmarks.made.invented_plan import Truth, invent
from measures.following.lives import lives
from measures.following.matching import follow
from tests.made.views import history_of
from workstreams.actions.columns import ACTIONS

MAY, SEP, NOV, JAN = "2021-05-20", "2021-09-07", "2021-11-23", "2022-01-25"
FILES = "Move all open files to the new case management system"
CASES = "Transfer all open case files to the new case management system"


@cache
def unruly(seed: int) -> tuple[pd.DataFrame, Truth]:
    """300 actions over 60 uploads, with the truth about them."""
    return invent(300, 60, seed)


def plan(*rows: tuple[str, ...]) -> pd.DataFrame:
    """A history of rows given as date, reference, wording, owner, due date."""
    names = ["as_at", "ref", "title", "owner", "due_date"]
    filled = [(*row, *[""] * (5 - len(row))) for row in rows]
    return history_of(ACTIONS, pd.DataFrame(filled, columns=names, dtype="str"))


def test_a_renumbered_row_is_followed_and_shown_to_an_officer() -> None:
    history = plan((MAY, "3.2", FILES), (SEP, "4.1", FILES))
    found = follow(history)
    (link,) = found.proposals.to_dict("records")
    assert found.life.tolist() == [0, 0]
    assert (link["was_ref"], link["now_ref"], link["why"]) == ("3.2", "4.1", "renumbered")
    assert link["followed"]
    assert link["decided"] == ""


def test_what_an_officer_split_stays_split() -> None:
    history = plan((MAY, "3.2", FILES), (SEP, "4.1", FILES), (NOV, "4.1", FILES))
    found = follow(history, different=[(1, 2)])
    assert found.life.tolist() == [0, 1, 1]
    assert found.proposals.empty


def test_what_an_officer_confirmed_is_followed_however_unlike_it_is() -> None:
    history = plan((MAY, "3.2", FILES), (SEP, "4.1", "Go digital"), (NOV, "4.1", "Go digital"))
    found = follow(history, same=[(1, 2)])
    assert found.life.tolist() == [0, 0, 0]
    assert found.proposals["decided"].tolist()[0] == "same"


def test_likeness_alone_is_asked_about_but_not_followed() -> None:
    history = plan((MAY, "3.2", FILES, "A", "2021-06-30"), (SEP, "4.1", CASES, "B", "2022-01-31"))
    found = follow(history)
    assert found.life.tolist() == [0, 1]
    assert found.proposals["followed"].tolist() == [False]


def test_a_row_reworded_a_little_under_its_reference_is_shown_and_needs_no_question() -> None:
    found = follow(plan((MAY, "Q19", FILES), (SEP, "Q19", CASES)))
    (link,) = found.proposals.to_dict("records")
    assert found.life.tolist() == [0, 0]
    assert (link["was_title"], link["now_title"], link["why"]) == (FILES, CASES, "reworded")
    assert (link["asked"], link["turned"], link["followed"]) == (False, False, True)


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("Audit 20 case files every month", "Audit 10 case files every month"),
        ("Audit twenty case files every month", "Audit 10 case files every month"),
        ("Audit the cases under section 20 again", "Audit the cases under section 31 again"),
        ("Letters are sent to parents at once", "Letters are not sent to parents at once"),
        ("Place a child with a signed consent", "Place a child without a signed consent"),
        ("Panels don't meet in the holidays", "Panels do meet in the holidays"),
    ],
)
def test_a_number_or_a_not_that_changed_under_one_reference_is_asked_about(
    then: str, now: str
) -> None:
    found = follow(plan((MAY, "5", then), (SEP, "5", now)))
    (link,) = found.proposals.to_dict("records")
    assert found.life.tolist() == [0, 0], "followed meanwhile, as a renumbered row is"
    assert (link["asked"], link["turned"], link["followed"]) == (True, True, True)


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("Audit ten case files every month", "Audit 10 case files every month"),
        ("Send form no. 5 to every parent", "Send form 5 to every parent"),
        ("Panels can't meet in August", "Panels cannot meet in August"),
    ],
)
def test_the_same_number_in_other_letters_is_no_change(then: str, now: str) -> None:
    assert follow(plan((MAY, "5", then), (SEP, "5", now))).proposals["asked"].tolist() == [False]


def test_a_row_reworded_under_its_reference_can_be_split() -> None:
    history = plan((MAY, "Q19", FILES), (SEP, "Q19", CASES), (NOV, "Q19", CASES))
    found = follow(history, different=[(1, 2)])
    assert found.life.tolist() == [0, 1, 1]
    assert found.proposals.empty


def test_an_action_back_under_an_earlier_wording_is_shown_and_can_be_split() -> None:
    rows = [
        (MAY, "5", "Audit 20 files"),
        (SEP, "5", "Audit 10 files"),
        (NOV, "5", "Audit 20 files"),
    ]
    found = follow(plan(*rows))
    assert found.life.tolist() == [0, 0, 0]
    assert found.proposals[["was", "now", "asked"]].to_numpy().tolist() == [
        [1, 2, True],
        [2, 3, True],
    ]
    assert follow(plan(*rows), different=[(2, 3)]).life.tolist() == [0, 0, 1]


def test_what_was_split_at_one_date_does_not_split_what_was_followed_before() -> None:
    rows = [(MAY, "3.2", FILES), (SEP, "4.1", FILES), (NOV, "3.2", FILES), (JAN, "4.1", FILES)]
    found = follow(plan(*rows), same=[(1, 2)], different=[(3, 4)])
    assert found.life.tolist() == [0, 0, 0, 1]


def test_two_rows_of_the_same_wording_are_not_taken_for_each_other() -> None:
    history = plan((MAY, "1", "Train staff"), (MAY, "2", "Train staff"), (SEP, "2", "Train staff"))
    assert follow(history).life.tolist() == [0, 1, 1]


def test_an_action_that_vanished_long_ago_is_not_found_in_new_wording() -> None:
    dates = pd.date_range("2021-01-31", periods=6, freq="2ME").strftime("%Y-%m-%d")
    other = [(when, "9", "Publish the supervision log", "C") for when in dates]
    rows = [(dates[0], "1", FILES, "A", "2021-06-30"), *other]
    history = plan(*rows, (dates[5], "2", CASES, "A", "2021-06-30")).sort_values("as_at")
    assert follow(history).life.iloc[-1] == 2


def test_no_row_of_a_snapshot_shares_its_action_with_another() -> None:
    history, _ = invent(60, 12, seed=4)
    history = history.assign(life=follow(history).life)
    assert not history.duplicated(["as_at", "life"]).any()


def test_a_history_without_records_has_no_actions() -> None:
    found = follow(plan((MAY, "1", FILES)).iloc[0:0])
    assert found.life.empty
    assert found.proposals.empty


@pytest.mark.parametrize("steps", [1, 5, 11])
def test_what_is_followed_up_to_a_date_does_not_depend_on_what_comes_after(steps: int) -> None:
    history, _ = invent(60, 12, seed=5)
    early = history[history["snapshot_id"] <= steps]
    assert follow(early).life.equals(follow(history).life.loc[early.index])


def test_a_reference_that_every_row_shares_is_no_reference() -> None:
    # The same day every time, so that only the wording can tell the rows apart.
    old = [(MAY, "Action", f"Write guide {n} about subject {n * 7}") for n in range(30)]
    new = [(SEP, "Action", f"Buy thing {n} of sort {n * 11}") for n in range(30)]
    assert follow(plan(*old, *new)).life.nunique() == 60


def links(life: pd.Series) -> set[tuple[int, int]]:
    """Each record with the record before it of the same action."""
    frame = pd.DataFrame({"life": life.to_numpy(), "now": life.index})
    frame["was"] = frame.groupby("life")["now"].shift()
    frame = frame.dropna().astype({"was": "int64"})
    return set(zip(frame["was"], frame["now"], strict=True))


@pytest.mark.parametrize("seed", [1, 2])
def test_an_invented_plan_of_300_actions_over_60_uploads_is_followed_truly(seed: int) -> None:
    history, truth = unruly(seed)
    found = follow(history)
    name = history["ref"] + " " + history["title"]
    changed = {
        kind: {(a, b) for a, b in links(life) if name[a] != name[b]}
        for kind, life in (("found", found.life), ("true", truth.life))
    }
    assert len(changed["true"]) > 500, "the plan must be unruly enough to tell"
    right = changed["found"] & changed["true"]
    # Only links where reference or wording changed: the rest would flatter both shares.
    assert len(right) / len(changed["found"]) >= 0.99
    assert len(right) / len(changed["true"]) >= 0.97


def test_the_history_of_a_truly_followed_action_is_exact() -> None:
    history, truth = unruly(1)
    known = lives(history)
    state = known.state()
    # The same set of records, so surely the same action: true life -> life found.
    found = {tuple(r): life for life, r in known.records.groupby("life")["record_id"]}
    true = {tuple(r.index): life for life, r in truth.life.groupby(truth.life)}
    both = {true[records]: found[records] for records in true.keys() & found.keys()}
    assert len(both) / len(true) >= 0.97
    told = truth.told.loc[list(both)]
    says = state.loc[list(both.values()), list(told.columns)].set_axis(told.index)
    pd.testing.assert_frame_equal(says, told, check_dtype=False)
