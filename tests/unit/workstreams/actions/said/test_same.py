"""Officers' answers to "was 3.2, now 4.1": which link each is about, and what it does."""

from typing import Any

import pytest

from reports.content.blocks import Paragraph
from reports.content.sections import honesty
from tests.made.actions import JAN, MAY, NOV, SEP, row, rows_over, seen
from workstreams.actions.book import book
from workstreams.actions.followed.links import links_of, unconfirmed
from workstreams.actions.records.one_action import recordable
from workstreams.actions.records.tables import life_table
from workstreams.actions.records.unplaced import (
    NO_LINK,
    NONE,
    NOT_FOLLOWED,
    SEVERAL,
    unplaced_table,
)
from workstreams.actions.said.same import answers
from workstreams.view import View

FILES = "Move all open files to the new case management system"
GUIDE = "Write the guide for managers of the duty rota"
OTHER = rows_over([MAY, SEP, NOV, JAN], "9", "Publish the supervision log")
MOVED = [row(MAY, "3.2", FILES), row(SEP, "4.1", FILES), *OTHER]
TWICE = [
    *(row(MAY, "3.2", FILES), row(SEP, "4.1", FILES), row(NOV, "4.1", FILES)),
    *(row(NOV, "3.2", GUIDE), row(JAN, "4.1", GUIDE), row(JAN, "5.1", FILES)),
    *OTHER,
]
"""3.2 became 4.1 in September; in January another 3.2 became another 4.1."""


def said(answer: str, on: str, was: str = "3.2", now: str = "4.1") -> tuple[str, str, str, Any]:
    return "same action", now, on, {"was": was, "answer": answer}


def numbers(view: View) -> dict[str, int]:
    """How many actions each wording has had."""
    known = book(view).lives.records
    return known.groupby("title")["life"].nunique().to_dict()


@pytest.mark.parametrize(
    ("order", "count"), [(("same", "different"), 2), (("different", "same"), 1)]
)
def test_the_last_answer_about_a_pair_stands(order: tuple[str, ...], count: int) -> None:
    view = seen(MOVED, [said(answer, SEP) for answer in order])
    assert numbers(view)[FILES] == count


def test_an_answer_is_put_to_the_link_of_its_own_date() -> None:
    assert numbers(seen(TWICE)) | {"": 0} == {FILES: 1, GUIDE: 1, OTHER[0]["title"]: 1, "": 0}
    split_first = seen(TWICE, [said("different", SEP)])
    assert (numbers(split_first)[FILES], numbers(split_first)[GUIDE]) == (2, 1)
    split_second = seen(TWICE, [said("different", JAN)])
    assert (numbers(split_second)[FILES], numbers(split_second)[GUIDE]) == (1, 2)


def test_a_later_answer_leaves_the_earlier_link_its_own() -> None:
    view = seen(TWICE, [said("same", SEP), said("different", JAN)])
    confirmed = [
        (link.wording, link.on.isoformat()) for link in links_of(view)[0] if link.confirmed
    ]
    assert confirmed == [(FILES, SEP)]
    assert numbers(view)[GUIDE] == 2


def test_an_answer_given_after_the_snapshot_is_put_to_the_last_link_before_it() -> None:
    view = seen(TWICE, [said("different", "2021-12-01")])
    assert (numbers(view)[FILES], numbers(view)[GUIDE]) == (2, 1)


def test_an_answer_from_before_any_such_link_changes_nothing_and_is_listed() -> None:
    view = seen(TWICE, [said("different", MAY)])
    assert numbers(view)[FILES] == 1
    assert unplaced_table(view)["What to do"].tolist() == [NO_LINK]


def test_rows_nobody_was_asked_about_are_found_at_the_date_of_the_answer() -> None:
    rows = [
        *(row(MAY, "1", "Hold a call-in review"), row(SEP, "2", "Go digital by default")),
        *(row(NOV, "1", "Recruit two lawyers"), row(JAN, "2", "Buy a bundle printer"), *OTHER),
    ]
    first = seen(rows, [said("same", SEP, "1", "2")])
    assert answers(first, first.history["actions"]).same == ((1, 3),)
    second = seen(rows, [said("same", JAN, "1", "2")])
    (pair,) = answers(second, second.history["actions"]).same
    titles = second.history["actions"].loc[list(pair), "title"].tolist()
    assert titles == ["Recruit two lawyers", "Buy a bundle printer"]


def test_an_answer_to_a_question_that_another_answer_raised_is_put_to_it() -> None:
    copies = "Move all open files to the new case management system of the council"
    rows = [row(MAY, "3.2", FILES), row(SEP, "4.1", FILES), row(SEP, "5.7", copies), *OTHER]
    split = seen(rows, [said("different", SEP)])
    raised = [link for link in links_of(split)[0] if link.now == "5.7"]
    assert [link.was for link in raised] == ["3.2"]
    both = seen(rows, [said("different", SEP), said("same", SEP, "3.2", "5.7")])
    life = book(both).lives.records.set_index("ref")["life"]
    assert life["3.2"] == life["5.7"] != life["4.1"]


def test_rows_that_share_a_reference_are_named_by_their_wording() -> None:
    then = ["Agree the escalation procedure", "Audit the consent forms"]
    rows = [row(when, ref, title) for when, ref in ((MAY, "A"), (SEP, "B")) for title in then]
    view = seen([*rows, *OTHER])
    asked, _ = links_of(view)
    assert [(link.was, link.now) for link in asked] == [(title, title) for title in then]
    split = seen([*rows, *OTHER], [said("different", SEP, then[1], then[1])])
    assert (numbers(split)[then[0]], numbers(split)[then[1]]) == (1, 2)


def test_an_earlier_view_is_not_told_of_answers_about_later_snapshots() -> None:
    view = seen(TWICE, [said("different", JAN)])
    early = view.back_to(view.dates[1])
    assert numbers(early)[FILES] == 1


def test_a_confirmed_link_is_in_the_actions_own_history_and_among_what_is_recorded() -> None:
    view = seen(MOVED, [said("same", SEP)])
    history = view.history["actions"]
    record = int(history.index[history["ref"] == "4.1"][0])
    told = life_table(view, record)
    (line,) = told[told["As at"] == "7\u00a0Sep\u00a02021"].to_dict("records")
    assert line["What happened"] == "Was 3.2, now 4.1, confirmed by an officer"
    found = recordable(view, record)
    assert found is not None
    assert found.recorded[["What", "Says"]].to_numpy().tolist() == [
        ["Same action", "Was 3.2, now 4.1: one action"]
    ]


def test_a_link_nobody_confirmed_says_so_in_the_history() -> None:
    view = seen(MOVED)
    history = view.history["actions"]
    record = int(history.index[history["ref"] == "4.1"][0])
    assert "Was 3.2, now 4.1, not yet confirmed by an officer" in set(
        life_table(view, record)["What happened"]
    )


def test_a_split_is_recorded_of_both_actions() -> None:
    view = seen(MOVED, [said("different", SEP)])
    history = view.history["actions"]
    for ref in ("3.2", "4.1"):
        found = recordable(view, int(history.index[history["ref"] == ref][0]))
        assert found is not None
        assert found.recorded["What"].tolist() == ["Different action"]


def test_matches_nobody_confirmed_are_counted_and_how_they_count_is_said() -> None:
    assert unconfirmed(seen(OTHER)) == ""
    assert unconfirmed(seen(MOVED)) == (
        "1 match between uploads is not confirmed by an officer; it counts as one action."
    )
    assert unconfirmed(seen(TWICE)) == (
        "3 matches between uploads are not confirmed by an officer; each counts as one action."
    )
    assert unconfirmed(seen(MOVED, [said("same", SEP)])) == ""
    assert unconfirmed(seen(MOVED, [said("different", SEP)])) == ""


def test_the_pack_says_how_many_matches_are_not_confirmed() -> None:
    blocks = honesty(seen(MOVED), (), (), ())
    said_once = [b for b in blocks if b == Paragraph(unconfirmed(seen(MOVED)))]
    assert len(said_once) == 1
    assert not [b for b in honesty(seen(OTHER), (), (), ()) if "not confirmed" in str(b)]


def test_what_fits_no_action_is_listed_with_what_to_do() -> None:
    rows = [row(MAY, "1", "Train staff"), row(MAY, "1", "Write the guide"), row(MAY, "2", "Audit")]
    judged = [
        ("evidence", "99", MAY, {"text": "Minute", "link": ""}),
        ("acceptance", "1", MAY, {"meeting": MAY, "text": ""}),
        ("move reason", "98", MAY, {"reason": "Nobody applied"}),
        ("evidence", "2", MAY, {"text": "Minute", "link": ""}),
        ("owner left", "Nobody", MAY, {"text": ""}),
    ]
    found = unplaced_table(seen(rows, judged))
    assert found[["What", "About", "What to do"]].to_numpy().tolist() == [
        ["Evidence", "99", NONE],
        ["Accepted by the committee", "1", SEVERAL],
        ["Reason for a moved date", "98", NONE],
    ]


def test_an_answer_that_cannot_be_followed_is_listed() -> None:
    rows = [*rows_over([MAY, SEP], "1", "Train staff"), row(SEP, "2", "Go digital"), *OTHER]
    found = unplaced_table(seen(rows, [said("same", SEP, "1", "2")]))
    assert found["What to do"].tolist() == [NOT_FOLLOWED]
