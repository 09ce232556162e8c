"""What officers write for a meeting: kept with it, changed, taken back, logged, guarded."""

from datetime import date

import pytest
import sqlalchemy as sa

from store import plans, snapshots
from store.refused import Refused
from store.said.changes import changes
from store.said.ledger import now
from store.said.meeting_words import Change, change_words, words_for
from store.views import view
from tests.made.stores import BY, MAY, NOVEMBER, SEPTEMBER, actions
from ui.settings.log import lines
from workstreams import WORKSTREAMS
from workstreams.across.meeting_words import ASKED, about_part, said
from workstreams.view import Meeting

ACTIONS = about_part(WORKSTREAMS[0])


@pytest.fixture
def plan_id(store: sa.Engine) -> int:
    made = plans.add_plan(store, "Legal", "Scrutiny Committee", by=BY)
    plans.add(store, made.id, [Meeting(SEPTEMBER), Meeting(NOVEMBER)], BY)
    for when in (MAY, NOVEMBER):
        snapshots.accept(store, made.id, when, actions({"ref": "1", "title": "Fill posts"}), BY)
    return int(made.id)


def write(store: sa.Engine, plan_id: int, meeting: date, subject: str, was: str, new: str) -> None:
    change_words(store, plan_id, meeting, [Change(subject, was, new)], BY)


def test_each_meeting_has_its_own_words_and_an_earlier_one_shows_those(
    store: sa.Engine, plan_id: int
) -> None:
    write(store, plan_id, SEPTEMBER, ASKED, "", "To note the plan")
    write(store, plan_id, NOVEMBER, ASKED, "", "1. To ask for a review\n- to meet in January")
    then = view(store, plan_id, as_at=SEPTEMBER, meeting=SEPTEMBER)
    assert said(then).asked == ("note the plan.",)
    assert said(view(store, plan_id)).asked == ("ask for a review.", "meet in January.")
    assert words_for(store, plan_id, MAY) == {}


def test_words_are_changed_and_taken_back_and_the_log_says_both(
    store: sa.Engine, plan_id: int
) -> None:
    write(store, plan_id, NOVEMBER, ACTIONS, "", "A second advert is out")
    before = now()
    write(store, plan_id, NOVEMBER, ACTIONS, "A second advert is out", "Two posts are filled")
    assert words_for(store, plan_id, NOVEMBER) == {ACTIONS: "Two posts are filled"}
    # A pack that was made before says what stood then.
    assert said(view(store, plan_id, known_at=before)).of(ACTIONS) == ("A second advert is out",)
    write(store, plan_id, NOVEMBER, ACTIONS, "Two posts are filled", " \n")
    assert words_for(store, plan_id, NOVEMBER) == {}
    found = [line["What happened"] for line in lines(changes(store, plan_id))]
    about = "What is being done about actions, for the meeting of 23 November 2021, was"
    assert f"{about} taken back: Two posts are filled." in found
    assert f"{about} changed: Two posts are filled." in found
    assert f"{about} written: A second advert is out." in found


def test_of_two_who_write_at_once_the_second_is_told(store: sa.Engine, plan_id: int) -> None:
    write(store, plan_id, NOVEMBER, "legal", "", "None")
    with pytest.raises(Refused, match="Somebody changed legal implications meanwhile.*“None”"):
        write(store, plan_id, NOVEMBER, "legal", "", "Counsel is asked")
    assert words_for(store, plan_id, NOVEMBER) == {"legal": "None"}


def test_all_are_kept_or_none(store: sa.Engine, plan_id: int) -> None:
    both = [Change("risk", "", "Delay"), Change("nothing that there is", "", "x")]
    with pytest.raises(Refused):
        change_words(store, plan_id, NOVEMBER, both, BY)
    with pytest.raises(Refused, match="no meeting on 20 May 2021"):
        change_words(store, plan_id, MAY, both[:1], BY)
    assert words_for(store, plan_id, NOVEMBER) == {}


def test_small_numbers_of_children_are_told_otherwise_in_public(
    store: sa.Engine, plan_id: int
) -> None:
    write(store, plan_id, NOVEMBER, "legal", "", "3 families <may> appeal & 12 do not\x07")
    assert said(view(store, plan_id)).implications == (
        ("Legal implications", ("1 to 5 families <may> appeal & 12 do not",)),
    )
    members = said(view(store, plan_id, audience="members")).of("legal")
    assert members == ("3 families <may> appeal & 12 do not",)
