"""Numbers as Excel shows them, format by format."""

import copy
import pickle

import pytest

from loaders.formats.number_format import Formatted, formatted, shown_as

ACCOUNTING = '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-'
SHOWN = [
    (0.88, "0.0%", "88.0%"),
    (1, "0%", "100%"),
    (0.333, "0%", "33%"),
    (1.2, "0%", "120%"),
    (-0.05, "0.0%", "-5.0%"),
    (88, '0.0"%"', "88.0%"),
    (88, "0.0\\%", "88.0%"),
    (1.1, "0.00", "1.10"),
    (12.5, "0", "13"),
    (1.005, "0.00", "1.01"),
    (-0.01, "0.0", "0.0"),
    (7, "000", "007"),
    (3, '"A"000', "A003"),
    (12345, "00-000", "12-345"),
    (7, "0000 000", "0000 007"),
    (1234.5, "#,##0.00", "1,234.50"),
    (1234567, "#,##0,", "1,235"),
    (1234567, '0.0,,"m"', "1.2m"),
    (1200, '"£"#,##0', "£1,200"),
    (1200, "[$£-809]#,##0", "£1,200"),
    (-5, "0.0", "-5.0"),
    (-5, "#,##0;(#,##0)", "(5)"),
    (0, "#,##0;-#,##0;-", "-"),
    (44, ACCOUNTING, "44.00"),
    (0, ACCOUNTING, "-"),
    (5, "[Red]0.0", "5.0"),
    (0.5, ".00", ".50"),
    (12.5, ".00", "12.50"),
    (3.5, "0.##", "3.5"),
]


@pytest.mark.parametrize(("number", "code", "text"), SHOWN)
def test_a_number_is_shown_as_its_format_says(number: float, code: str, text: str) -> None:
    assert shown_as(number, code) == text


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (5, "General"),
        (45000, "dd/mm/yyyy"),
        (0.5, "h:mm"),
        (1.5, "[h]:mm"),
        (0.5, "# ?/?"),
        (1200, "0.00E+00"),
        (5, "[>3]0;0.0"),
        (5, "@"),
        (5, ";;;"),
        (0, "0;-0;;@"),
        (1e20, "0.0"),
        (float("nan"), "0.0"),
    ],
)
def test_dates_and_formats_that_hide_a_number_leave_it_as_it_is(number: float, code: str) -> None:
    assert shown_as(number, code) is None


def test_a_formatted_number_counts_as_the_number_it_is() -> None:
    number = formatted(1.1, "0.00")
    assert isinstance(number, Formatted)
    assert (number, number + 1, number.text, number.percent) == (1.1, 2.1, "1.10", False)


def test_a_percentage_is_a_share_of_one_whether_its_sign_multiplies_or_is_only_printed() -> None:
    for number in (formatted(0.88, "0.0%"), formatted(88, '0.0"%"')):
        assert isinstance(number, Formatted)
        assert (float(number), number.text, number.percent) == (0.88, "88.0%", True)


def test_a_format_that_changes_nothing_leaves_a_plain_number() -> None:
    assert type(formatted(7.0, "0")) is float


def test_a_formatted_number_keeps_its_text_on_its_way_to_another_process() -> None:
    number = formatted(7.0, "000")
    for again in (pickle.loads(pickle.dumps(number, protocol=5)), copy.deepcopy(number)):
        assert isinstance(again, Formatted)
        assert (again, again.text) == (7, "007")
