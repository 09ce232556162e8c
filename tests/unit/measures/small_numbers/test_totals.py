"""Totals of what was paid: never so that one payment could be worked out."""

from datetime import date

from measures.small_numbers.totals import released_total


def days(*amounts: dict[str, float]) -> list[tuple[date, dict[str, float]]]:
    return [(date(2021, 1 + place, 1), paid) for place, paid in enumerate(amounts)]


def payments(many: int, each: float = 10_400) -> dict[str, float]:
    return {f"case {n}": each for n in range(many)}


def test_a_total_is_published_only_once_more_than_five_cases_are_paid() -> None:
    assert released_total(days(payments(5))) is None
    released = released_total(days(payments(5), payments(6)))
    assert released is not None
    assert (released.when, released.total) == (date(2021, 2, 1), 62_000)


def test_a_published_total_stands_until_six_more_payments_are_made() -> None:
    released = released_total(days(payments(6), payments(11)))
    assert released is not None
    assert released.when == date(2021, 1, 1)
    released = released_total(days(payments(6), payments(11), payments(12)))
    assert released is not None
    assert released.when == date(2021, 3, 1)


def test_no_total_is_published_when_one_payment_is_most_of_it() -> None:
    assert released_total(days({**payments(6, 1_000), "large": 50_000})) is None


def test_a_limit_raised_later_never_publishes_at_a_date_that_stood_between() -> None:
    counts = days(payments(6), payments(11), payments(12))
    released = released_total(counts, limit=10)
    assert released is not None
    assert released.when == date(2021, 3, 1)


def when_of(released: object) -> date | None:
    return getattr(released, "when", None)


def test_a_corrected_payment_cannot_be_found_from_the_total_before() -> None:
    first, corrected = payments(6), payments(6) | {"case 0": 27_900.0}
    assert when_of(released_total(days(first)))
    assert released_total(days(corrected), in_print=[first]) is None


def test_a_total_that_is_in_print_is_given_again() -> None:
    first = payments(6)
    assert released_total(days(first), in_print=[first]) == released_total(days(first))


def test_a_total_of_before_is_given_where_the_latest_differs_by_one_payment() -> None:
    lists = days(payments(6), payments(12) | {"case 11": 27_900.0})
    released = released_total(lists, in_print=[payments(6), payments(12)])
    assert when_of(released) == date(2021, 1, 1)


def test_a_total_is_compared_with_each_in_print_and_not_with_the_last_alone() -> None:
    """Six payments are added and taken back, and one is changed."""
    lists = days(payments(6), payments(12), payments(6) | {"case 0": 12_000.0})
    assert when_of(released_total(lists)) == date(2021, 2, 1)


def test_what_two_corrections_have_in_common_gives_no_payment_away() -> None:
    """The correction changes the same six in both; beside it the second list has one more."""
    first, second = payments(6), payments(12)
    changed = dict.fromkeys(payments(6), 11_000.0)
    lists = days(first | changed, second | changed | {"case 12": 5_000.0})
    released = released_total(lists, in_print=[first, second])
    assert when_of(released) == date(2021, 1, 1)


def test_a_list_of_no_payments_has_no_total() -> None:
    assert released_total(days({})) is None
