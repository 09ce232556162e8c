"""The measure of reading is honest: seeds draw alike, planted faults are found, halves differ."""

from dataclasses import fields, replace

import pytest

from benchmarks.trackers.held import HELD
from benchmarks.trackers.invented import Tracker, tracker
from benchmarks.trackers.score import score
from benchmarks.trackers.seen import SEEN
from benchmarks.trackers.vocabulary import Vocabulary

PLAIN = {"titles", "sheets", "headings", "verbs", "things", "owners"}


@pytest.fixture(scope="module")
def easy() -> Tracker:
    """A tracker with nothing difficult about it, of which every role is read."""
    for seed in range(200):
        drawn = tracker(seed, SEEN)
        if drawn.drawn == ("plain",) and {"owner", "due_date"} <= drawn.answer.roles.keys():
            found = score(drawn)
            if found.right == found.wanted:
                return drawn
    raise AssertionError("no easy tracker among the first seeds")


def test_a_seed_gives_the_same_tracker_each_time() -> None:
    for seed in range(8):
        first, again = tracker(seed, SEEN), tracker(seed, SEEN)
        assert first.answer == again.answer
        assert first.drawn == again.drawn


def test_an_easy_tracker_is_read_without_a_fault(easy: Tracker) -> None:
    found = score(easy)
    assert (found.place, found.headings, found.rows, found.silent) == (True, True, True, ())


def test_a_value_that_is_read_wrongly_is_found(easy: Tracker) -> None:
    row, values = next(iter(easy.answer.records.items()))
    records = easy.answer.records | {row: {**values, "title": "Something else"}}
    wrong = replace(easy, answer=replace(easy.answer, records=records))
    assert any(f"row {row}: title" in one for one in score(wrong).silent)


def test_a_record_that_is_missing_or_too_many_is_found(easy: Tracker) -> None:
    row, values = next(iter(easy.answer.records.items()))
    more = replace(easy.answer, records=easy.answer.records | {9999: values})
    assert "row 9999 is missing" in score(replace(easy, answer=more)).silent
    fewer = {key: value for key, value in easy.answer.records.items() if key != row}
    found = score(replace(easy, answer=replace(easy.answer, records=fewer)))
    assert f"row {row} is no record" in found.silent
    assert not found.rows


def test_another_place_or_a_role_of_another_heading_costs_its_score(easy: Tracker) -> None:
    below = replace(easy.answer, heading_rows=(7, 7))
    assert not score(replace(easy, answer=below)).place
    swapped = dict(easy.answer.roles)
    swapped["owner"], swapped["due_date"] = swapped["due_date"], swapped["owner"]
    found = score(replace(easy, answer=replace(easy.answer, roles=swapped)))
    assert found.right == found.wanted - 2


def _words(of: Vocabulary, name: str) -> set[str]:
    held = getattr(of, name)
    values = held.values() if name == "headings" else [held]
    return {word.casefold() for part in values for word in part}


@pytest.mark.parametrize(
    "name", [field.name for field in fields(Vocabulary) if field.name in PLAIN]
)
def test_the_two_halves_share_no_word(name: str) -> None:
    assert not _words(SEEN, name) & _words(HELD, name)
