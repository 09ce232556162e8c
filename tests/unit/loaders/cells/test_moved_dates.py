"""Cells that hold a date and more: the dates it was before, or words beside it."""

from datetime import date

import pytest

from loaders.cells import moved_dates, readers

MARCH, JUNE, SEPTEMBER = date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30)


@pytest.mark.parametrize(
    "typed",
    [
        "30/06/2024 (was 31/03/2024)",
        "30/06/2024 (previously 31/03/2024)",
        "30/06/2024 (originally 31/03/2024)",
        "30/06/2024 (formerly 31/3/24)",
        "30.06.2024 (orig. 31.03.2024)",
        "30 June 2024 (moved from 31 March 2024)",
        "30 June 2024, was 31 March 2024",
        "was 31/03/2024, now 30/06/2024",
        "31/03/2024 (now 30/06/2024)",
        "31/03/2024, revised to 30/06/2024",
        "31/03/2024 - extended to 30/06/2024",
        "31/03/2024 deferred until 30/06/2024",
        "31/03/24 slipped to end of June 2024",
        "31/03/2024 → 30/06/2024",
        "31/03/2024 -> 30/06/2024",
        "31/03/2024 => 30/06/2024",
        "Original 31/03/2024 Revised 30/06/2024",
        "Revised: 30/06/2024\nOriginal: 31/03/2024",
        "revised from 31/03/2024 to 30/06/2024",
        "first due 31/03/2024, now 30/06/2024",
        "June 2024 (was March 2024)",
        "Jun-24 (orig Mar-24)",
        "end of June 2024 (was end of March 2024)",
        "2024-06-30 (was 2024-03-31)",
        "31st March 2024, rescheduled to 30th June 2024",
        "Q1 2024/25 (was Q4 2023/24)",
    ],
)
def test_a_date_and_the_one_it_was_is_a_date_and_a_move(typed: str) -> None:
    read = readers.day.read(typed)
    assert isinstance(read, readers.Noted)
    assert (*read.earlier, read.value) == (MARCH, JUNE)
    assert read.advice == "Read as 30 June 2024, moved from 31 March 2024."


@pytest.mark.parametrize(
    "typed",
    [
        "30/09/2024 (was 30/06/2024, originally 31/03/2024)",
        "30/09/2024 (originally 31/03/2024, previously 30/06/2024)",
        "31/03/2024; 1st revision 30/06/2024; 2nd revision 30/09/2024",
        "31/03/2024 -> 30/06/2024 -> 30/09/2024",
        "Original: 31/03/2024\nRevised: 30/06/2024\nRevised: 30/09/2024",
        "31/03/2024 extended to 30/06/2024, then 30/09/2024",
    ],
)
def test_each_of_several_moves_counts(typed: str) -> None:
    read = readers.day.read(typed)
    assert isinstance(read, readers.Noted)
    assert (*read.earlier, read.value) == (MARCH, JUNE, SEPTEMBER)


@pytest.mark.parametrize(
    "typed",
    [
        *("31/03/2024\n30/06/2024", "31/03/2024 30/06/2024", "31/03/2024, 30/06/2024"),
        *("31/03/2024 or 30/06/2024", "31/03/2024 and 30/06/2024", "June 2024 / Sept 2024"),
        *("31/03/2024 (agreed at Board 12/02/2024)", "From 01/04/2024 to 30/06/2024"),
    ],
)
def test_two_dates_without_a_word_are_asked_about(typed: str) -> None:
    with pytest.raises(readers.Unreadable, match="does not say which one holds"):
        readers.day.read(typed)


@pytest.mark.parametrize(
    ("typed", "beside"),
    [
        ("31/03/2025 - complete", "complete"),
        ("31/03/2025 (TBC)", "tbc"),
        ("31/03/2025?", "?"),
        ("31 March 2025 subject to Cabinet", "subject to cabinet"),
        ("31/03/2025 at the latest", "at the latest"),
        ("Extended to 31/03/2025", "extended to"),
    ],
)
def test_a_date_with_words_beside_it_is_read_and_the_words_are_said(
    typed: str, beside: str
) -> None:
    read = readers.day.read(typed)
    assert isinstance(read, readers.Noted)
    assert (read.value, read.level) == (date(2025, 3, 31), "warning")
    assert f"“{beside}”" in read.advice


@pytest.mark.parametrize(
    "typed",
    [
        *("31/03/2025 onwards", "31/03/2025 or sooner", "not before 31/03/2025", "was 31/03/2025"),
        *("31 March 2025 + 3 months", "Completed 31/03/2025", "2 weeks after 31/03/2025"),
        "31/03/2025 the board met and asked for a further report on what had been agreed",
    ],
)
def test_words_that_change_what_a_date_means_are_not_left_aside(typed: str) -> None:
    assert moved_dates.path(typed) is None
    with pytest.raises(readers.Unreadable):
        readers.day.read(typed)
