"""The rules of disclosure control, one by one."""

from dataclasses import replace

import pytest

from measures.figures import Figure, missing
from measures.small_numbers.disclosure import (
    band,
    banded,
    let_out,
    limit_of,
    suppressed,
)
from tests.made.views import view_of
from workstreams.hra_cases import HRA_CASES_WORKSTREAM


@pytest.mark.parametrize(
    ("count", "printed"),
    [(0, "0"), (1, "1 to 5"), (5, "1 to 5"), (6, "6 to 10"), (10, "6 to 10")],
)
def test_a_count_is_printed_as_nothing_or_its_band(count: int, printed: str) -> None:
    assert str(band(count)) == printed


def test_a_band_inside_a_sentence_is_in_words() -> None:
    assert [band(n).words for n in (0, 3, 12)] == ["none", "1 to 5", "11 to 15"]


@pytest.mark.parametrize(
    ("setting", "limit"),
    [(None, 5), ("", 5), (3, 5), (5, 5), (6, 10), ("7", 10), (10, 10), (11, 15), ("many", 5)],
)
def test_the_limit_is_never_lowered_and_keeps_bands_inside_bands(
    setting: object, limit: int
) -> None:
    assert limit_of(setting) == limit


@pytest.mark.parametrize("count", range(41))
def test_a_wider_band_never_cuts_through_a_narrower_one(count: int) -> None:
    narrow, wide = band(count, 5), band(count, 10)
    assert wide.low <= narrow.low
    assert narrow.high <= wide.high


def test_a_banded_figure_carries_no_number_and_no_record() -> None:
    figure = banded(Figure("Cases open", 8, "count", records=(1, 2, 3)), shown=True)
    assert (str(figure), figure.value, figure.records) == ("6 to 10", None, ())
    assert figure.why_missing.startswith("given as a band")


@pytest.mark.parametrize("count", [0, 1, 5, 6, 12])
def test_a_count_that_would_help_is_not_given_whatever_it_is(count: int) -> None:
    figure = banded(
        Figure("Cases open", count, "count", None, count, 40, records=(1,)), shown=False
    )
    assert (str(figure), figure.value, figure.numerator, figure.records) == (
        "not given",
        None,
        None,
        (),
    )


def test_a_true_zero_is_shown() -> None:
    figure = banded(Figure("New cases", 0, "count"), shown=True)
    assert (str(figure), figure.value) == ("0", 0)


def test_a_missing_figure_keeps_its_reason() -> None:
    figure = missing("Cases open", "count", "no list of cases has been uploaded")
    assert banded(figure, shown=True).why_missing == "no list of cases has been uploaded"


@pytest.mark.parametrize(("count", "printed"), [(0, "0"), (1, "c"), (8, "c"), (40, "c")])
def test_no_exact_count_of_children_is_let_out(count: int, printed: str) -> None:
    told = let_out(Figure("Cases open", count, "count", None, count, 40, records=(1, 2)))
    assert (str(told), told.numerator, told.denominator, told.records) == (printed, None, None, ())


def test_a_measure_of_children_that_forgets_the_rule_is_hidden_in_public() -> None:
    careless = replace(
        HRA_CASES_WORKSTREAM["hra_cases.open"],
        figure=lambda view: Figure("Cases open", 3, "count", records=(1, 2, 3)),
    )
    nothing = view_of({}, as_at="2021-05-20", since="")
    assert str(careless.figure(nothing)) == "c"
    assert str(careless.figure(replace(nothing, audience="members"))) == "3"


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([10, 20], [False, False]),
        ([3, 20, 8], [True, False, True]),
        ([3, 4, 20], [True, True, False]),
        ([1, 1, 20], [True, True, True]),
        ([3, 0, 0], [True, True, False]),
        ([0, 0], [False, False]),
    ],
)
def test_the_next_smallest_part_is_hidden_where_one_could_be_subtracted(
    counts: list[int], hidden: list[bool]
) -> None:
    assert list(suppressed(counts)) == hidden
