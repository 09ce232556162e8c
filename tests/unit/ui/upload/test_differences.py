"""What an upload would change, before it is stored."""

from dataclasses import replace
from datetime import date

import pandas as pd

from tests.made.views import view_of
from ui.upload.differences import Differences, differences
from workstreams.actions.columns import ACTIONS
from workstreams.actions.followed.preview import Answer, Preview, preview
from workstreams.recruitment.columns import POSTS
from workstreams.view import View, no_judgements

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
    once = {sort: count for sort, count in found.counts.items() if count}
    assert once == {"completed": 1, "date moved": 1, "gone": 1, "new": 1}
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


FILES = "Move all open files to the new case management system"
RULES = "Agree the escalation procedure with every team"


def over(*files: tuple[str, list[str], list[str]]) -> View:
    """A plan over several files, each given as date, references and wordings."""
    frames = [
        actions(ref=refs, title=titles).assign(snapshot_id=n, as_at=pd.Timestamp(when))
        for n, (when, refs, titles) in enumerate(files, 1)
    ]
    history = pd.concat(frames, ignore_index=True)
    ids = pd.RangeIndex(1, len(history) + 1, name="record_id")
    history = history.astype({"as_at": "datetime64[s]"}).set_axis(ids)
    return view_of({"actions": history})


def beside(stands: View, after: pd.DataFrame, seen: Preview) -> Differences:
    return differences(ACTIONS, stands.now("actions"), after, seen)


def test_a_pair_that_an_officer_splits_is_one_gone_and_one_new() -> None:
    stands = over(("2022-01-25", ["3.2"], [FILES]))
    after = actions(ref=["4.1"], title=[FILES])
    seen = preview(stands, after, AS_AT)
    (link,) = seen.links
    assert (link.words, link.then, link.wording, link.open) == (
        "Was 3.2, now 4.1",
        FILES,
        FILES,
        True,
    )
    assert beside(stands, after, seen).counts["new"] == 0

    split = preview(stands, after, AS_AT, [Answer(link, "different")])
    counts = beside(stands, after, split).counts
    assert (counts["gone"], counts["new"]) == (1, 1)
    confirmed = preview(stands, after, AS_AT, [Answer(link, "same")])
    assert [one.open for one in confirmed.links] == [False]


def test_a_pair_that_was_split_before_is_not_joined_again() -> None:
    dates = ("2021-11-23", "2022-01-25")
    stands = over((dates[0], ["3.2"], [FILES]), (dates[1], ["4.1"], [FILES]))
    said = no_judgements()
    line = [
        "same action",
        "4.1",
        {"was": "3.2", "answer": "different"},
        dates[1],
        "A",
        dates[1],
        dates[1],
    ]
    said.loc[1] = line
    stands = replace(stands, judgements=said.astype(no_judgements().dtypes.to_dict()))
    after = actions(ref=["3.2", "4.1"], title=[FILES, FILES])
    seen = preview(stands, after, AS_AT)
    assert seen.links == ()
    assert seen.after.nunique() == 2
    assert seen.after.iloc[1] == seen.before.iloc[0]


def test_a_row_that_comes_back_is_the_action_it_was() -> None:
    stands = over(
        ("2021-11-23", ["1", "2"], [FILES, RULES]),
        ("2022-01-25", ["2"], [RULES]),
    )
    after = actions(ref=["1", "2"], title=[FILES, RULES])
    seen = preview(stands, after, AS_AT)
    assert seen.after.iloc[0] == 0, "the plan's first action"
    found = beside(stands, after, seen)
    assert found.counts["new"] == 0
    assert found.lines[["sort", "record"]].to_numpy().tolist() == [["listed again", f"1 · {FILES}"]]


def test_a_file_for_a_date_that_has_one_is_asked_about_against_the_one_before() -> None:
    stands = over(("2021-11-23", ["1"], [FILES]), ("2022-01-25", ["2"], [FILES]))
    after = actions(ref=["3"], title=[FILES])
    seen = preview(stands, after, date(2022, 1, 25))
    assert [link.words for link in seen.links] == ["Was 1, now 3"]
    found = beside(stands, after, seen)
    assert found.counts["new"] == 0
    assert found.lines[["was", "now"]].to_numpy().tolist() == [["2", "3"]]
