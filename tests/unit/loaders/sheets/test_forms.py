"""What a cell is, told from its form alone."""

import pytest

from loaders.sheets.forms import is_day


@pytest.mark.parametrize(
    "text", ["31/03/2024", "March 2024", "by spring 2024", "FY2024/25", "End of 2024", "1.4.24"]
)
def test_a_date_however_it_is_typed_is_one(text: str) -> None:
    assert is_day(text)


@pytest.mark.parametrize(
    "text", ["E92000001", "E12000005", "REC-120001", "Ref 4120199", "07700 920123", "Q7", "840"]
)
def test_a_code_with_a_year_inside_its_digits_is_no_date(text: str) -> None:
    assert not is_day(text)
