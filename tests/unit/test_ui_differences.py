"""What an upload would change, before it is stored."""

from datetime import date

import pandas as pd

from tests.golden.golden import view_of
from ui.differences import Differences, differences
from workstreams.actions.columns import ACTIONS
from workstreams.actions.preview import preview
from workstreams.recruitment.columns import POSTS

AS_AT = date(2022, 3, 22)


def actions(**cells: list[object]) -> pd.DataFrame:
    number = len(cells["ref"])
    where = {"sheet": ["Actions"] * number, "row": list(range(6, 6 + number))}
    return ACTIONS.frame({"title": [f"Do {ref}" for ref in cells["ref"]], **where, **cells})


def stored(frame: pd.DataFrame) -> pd.DataFrame:
    ids = pd.RangeIndex(100, 100 + len(frame), name="record_id")
    return frame.assign(snapshot_id=1, as_at=pd.Timestamp("2022-01-25")).set_axis(ids, axis=0)


def changes(before: pd.DataFrame, after: pd.DataFrame) -> Differences:
    """The differences of some actions, before as they are stored."""
    stands = view_of({"actions": before}, as_at="2022-01-25", since="")
    return differences(ACTIONS, stands.now("actions"), after, preview(stands, after, AS_AT))


def test_the_same_rows_change_nothing() -> None:
    frame = actions(ref=["Q1", "Q2"], status=["in progress", None])
    found = changes(stored(frame), frame)
    assert not found.any
    assert found.same == 2


def test_new_gone_completed_and_moved_are_told_apart_with_old_beside_new() -> None:
    due = [pd.Timestamp("2022-02-01")] * 3
    before = actions(ref=["Q1", "Q2", "Q3"], status=["in progress"] * 3, due_date=due)
    after = actions(
        ref=["Q1", "Q2", "Q9"],
        title=["Do Q1", "Do Q2", "Something else entirely, about foster carers"],
        status=["complete", "in progress", "not started"],
        due_date=[due[0], pd.Timestamp("2022-06-01"), due[0]],
    )
    found = changes(stored(before), after)
    assert found.counts == {"completed": 1, "date moved": 1, "gone": 1, "new": 1, "changed": 0}
    moved = found.lines[found.lines["sort"] == "date moved"].iloc[0]
    assert (moved["was"], moved["now"]) == ("1\u00a0Feb\u00a02022", "1\u00a0Jun\u00a02022")
    assert moved["where"] == "Actions, row 7"
    assert found.lines["sort"].tolist()[0] == "completed", "the claim of completion comes first"


def test_a_renumbered_action_is_not_new() -> None:
    before = actions(ref=["3.2"], title=["Agree the escalation procedure with every team"])
    after = actions(ref=["4.1"], title=["Agree the escalation procedure with every team"])
    found = changes(stored(before), after)
    assert found.counts["new"] == 0
    assert found.lines["what"].tolist() == ["Reference"]


def test_a_record_with_two_changes_is_counted_once_in_each_sort() -> None:
    before = actions(ref=["Q1"], owner=["Practice lead"], theme=["One"])
    after = actions(ref=["Q1"], owner=["Team manager"], theme=["Two"])
    found = changes(stored(before), after)
    assert len(found.lines) == 2
    assert found.counts["changed"] == 1


def test_posts_are_followed_by_their_number_and_a_cleared_cell_is_said() -> None:
    def posts(grade: str | None) -> pd.DataFrame:
        cells = {"post": ["CLT01"], "title": ["Solicitor"], "grade": [grade]}
        return POSTS.frame({**cells, "sheet": ["Posts"], "row": [6]})

    found = differences(POSTS, stored(posts("HC8")), posts(None))
    assert found.lines[["was", "now"]].to_numpy().tolist() == [["HC8", "not given"]]


def test_the_first_rows_of_a_table_are_all_new() -> None:
    frame = actions(ref=["Q1", "Q2"])
    found = changes(stored(frame).iloc[0:0], frame)
    assert found.counts["new"] == 2
