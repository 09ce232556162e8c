"""Words are found in any case, accent and ending, and but for a slip of typing."""

import pytest

from measures.finding.words import asked, meant, stem, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The team’s SURVEY, 3.2", ["the", "team", "survey", "3", "2"]),
        ("Café Ynys Môn", ["cafe", "ynys", "mon"]),
        ("", []),
    ],
)
def test_a_text_is_taken_apart_into_words_as_they_are_compared(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "alike",
    [
        ("train", "trains", "trained", "training", "trainer"),
        ("recruit", "recruits", "recruitment", "recruiting"),
        ("vacancy", "vacancies"),
        ("complete", "completed", "completion", "completing"),
        ("recommendation", "recommendations"),
    ],
)
def test_forms_of_one_word_have_one_stem(alike: tuple[str, ...]) -> None:
    assert len({stem(word) for word in alike}) == 1


def test_a_reference_and_a_short_word_are_only_themselves() -> None:
    assert stem("q3s") == "q3s"
    assert stem("need") == "need"
    assert stem("used") == "used"


def test_small_words_are_looked_for_only_where_nothing_else_was_typed() -> None:
    assert asked("the training of the team") == ["training", "team"]
    assert asked("of the") == ["of", "the"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("traning", ["training"]),
        ("recomendaton", ["recommendation"]),
        ("vacnacy", ["vacancy"]),
        ("zebra", []),
        ("q33", []),
        ("teh", []),
    ],
)
def test_a_slip_is_put_right_and_nothing_else_is_guessed(typed: str, found: list[str]) -> None:
    assert meant(typed, ["training", "recommendation", "vacancy", "q3", "the"]) == found
