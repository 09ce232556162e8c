"""A key to letters and colours in one text: however it begins and whatever parts its letters."""

from itertools import product

import pytest

from loaders.columns import rag
from loaders.columns.key_text import pairs
from loaders.formats.grid import Grid
from loaders.sheets.page import Page

LETTERS = {"R": "off track", "A": "slipping", "G": "on track", "B": "complete"}
COLOURS = {"Red": "off track", "Amber": "slipping", "Green": "on track"}


BEFORE = ("", "RAG: ", "RAG key: ", "Key - ", "RAG rating (", "Key:\n")
MEANS = (" = ", ": ", " – ", " - ", "=", " means ", " is ")
PARTED = (", ", "; ", "\n", " | ", ". ", " / ", ";", " • ")


@pytest.mark.parametrize("before", BEFORE)
def test_every_letter_keeps_its_meaning(before: str) -> None:
    for means, parted, names in product(MEANS, PARTED, (LETTERS, COLOURS)):
        text = before + parted.join(f"{name}{means}{meant}" for name, meant in names.items())
        text += ")" if "(" in before else ""
        assert dict(pairs(text)) == names, text


def test_a_key_under_a_plan_gives_all_of_its_letters() -> None:
    values: list[list[object]] = [
        ["Action", "RAG"],
        ["Write the rota", "R"],
        [None, None],
        ["RAG: R = off track, A = slipping, G = on track, B = complete", None],
    ]
    assert rag.key_in(Page(Grid("Plan", values)), {0, 1}) == LETTERS


@pytest.mark.parametrize(
    "text",
    [
        "RAG: R = off track, A = slipping, G = on track, B = complete",
        "BRAG status used in this plan: R = off track A = slipping G = on track B = complete",
        "Key: (R) = off track; (A) = slipping; (G) = on track; (B) = complete",
        "RAG rating (R=off track; A=slipping; G=on track; B=complete)",
        "Status [R: off track / A: slipping / G: on track / B: complete]",
        "Key to progress – R – off track | A – slipping | G – on track | B – complete.",
        "R (off track), A (slipping), G (on track) and B (complete)",
        "R = off track, A = slipping, G = on track and B = complete",
        "RAG R: off track A: slipping G: on track B: complete",
        "Legend\nR = off track\nA = slipping\nG = on track\nB = complete\n",
        "• R = off track • A = slipping • G = on track • B = complete",
        "Key: “R” = off track, “A” = slipping, “G” = on track, “B” = complete",
        "R - off track - A - slipping - G - on track - B - complete",
    ],
)
def test_the_first_letter_is_not_lost(text: str) -> None:
    assert dict(pairs(text)) == LETTERS


def test_a_letter_and_its_colour_mean_the_same() -> None:
    told = dict(pairs("R/Red = late, G (Green) = on time, R/A = nearly late"))
    assert told == {
        "R": "late",
        "Red": "late",
        "G": "on time",
        "Green": "on time",
        "R/A": "nearly late",
    }


def test_a_meaning_keeps_its_own_commas_brackets_and_dashes() -> None:
    text = "RAG: R = late, or not begun (no plan), A = slipping – needs a push, G = fine (so far)"
    assert dict(pairs(text)) == {
        "R": "late, or not begun (no plan)",
        "A": "slipping – needs a push",
        "G": "fine (so far)",
    }


def test_one_letter_in_a_cell_of_its_own_is_read_after_a_word_for_a_key() -> None:
    assert pairs("Key: R = off track") == [("R", "off track")]
    assert pairs("5 = fully in place") == [("5", "fully in place")]


@pytest.mark.parametrize(
    "text",
    [
        "Children's services improvement plan",
        "Owner: a director of the service",
        "The plan is a living document: it is reviewed each month",
        "Updated 28/11/2026 - version 3 - draft",
        "Priority 1: a stable workforce",
        "Chair: B Smith",
        "We will take a red - amber - green view",
        "Red tape; green paper",
    ],
)
def test_a_sentence_is_no_key(text: str) -> None:
    assert pairs(text) == []
