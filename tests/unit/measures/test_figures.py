"""What a figure was made from, in words that are right for its unit."""

import pytest

from measures.change import change
from measures.figures import Figure, missing, plain, printed
from tests.made.packs import looked_at, made
from workstreams import WORKSTREAMS


@pytest.mark.parametrize(
    ("value", "unit", "part", "whole", "parts"),
    [
        (0.0917, "percent", 5.5, 60, "5.5 of 60"),
        (1, "count", 1, 4, "1 of 4"),
        (0, "count", 0, 6, "0 of 6"),
        (2983 / 33, "days", 2983, 33, "2,983 days ÷ 33"),
        (0, "days", 0, 33, "0 days ÷ 33"),
        (70 / 4.8, "cases", 70, 4.8, "70 cases ÷ 4.8"),
        (0.5, "cases", 1, 2, "1 case ÷ 2"),
        (2.5, "months", 5, 2, "5 months ÷ 2"),
        (1.5, "fte", 3, 2, "3 FTE ÷ 2"),
        (250, "pounds", 1000, 4, "£1,000 ÷ 4"),
        (0.8, "number", 8, 10, "8 ÷ 10"),
        (8, "number", 8, 10, "8 of 10"),
        (12.5, "number", 50, 40_000, "from 50 and 40,000"),
        (3, "number", 3, 0, "3 of 0"),
    ],
)
def test_parts_are_a_part_of_a_whole_or_one_number_over_another(value, unit, part, whole, parts):
    assert Figure("A", value, unit, None, part, whole).parts == parts


def test_a_figure_that_is_missing_or_hidden_has_no_parts():
    assert missing("A", "days", "nothing is late").parts == ""
    assert Figure("A", 2.0, "days", None, 4, 2).hidden().parts == ""


def test_no_average_of_the_sample_plans_is_printed_as_a_part_of_a_whole():
    averages = set()
    for place in (0, 1):
        for workstream in WORKSTREAMS:
            for measure in workstream.measures:
                figure = measure.figure(looked_at(place))
                if figure.parts and figure.unit not in ("percent", "count"):
                    averages.add(measure.key)
                    assert " of " not in figure.parts, measure.key
    assert averages == {"actions.days_moved", "recruitment.caseload"}
    printed = {line.measure.key: line.now.full for line in made().lines}
    assert printed["actions.days_moved"] == "90.4 days (2,983 days ÷ 33)"


def test_a_half_is_rounded_up_as_people_expect_whatever_share_it_is_of():
    for whole in range(1, 81):
        for part in range(whole + 1):
            tenths = (2000 * part + whole) // (2 * whole)
            expected = f"{tenths // 10}.{tenths % 10}".removesuffix(".0")
            assert printed(part / whole, "percent") == f"{expected}%", f"{part} of {whole}"


@pytest.mark.parametrize(
    ("number", "said"),
    [(6.25, "6.3"), (-6.25, "-6.3"), (0.05, "0.1"), (-0.05, "-0.1"), (-0.04, "0"), (2.675, "2.7"),
     (28.499999999999996, "28.5"), (1234.45, "1,234.5"), (0.25, "0.3"), (0.35, "0.4"),
     (1e16, "10,000,000,000,000,000")],
)  # fmt: skip
def test_a_number_is_rounded_once_and_one_way(number, said):
    assert plain(number) == said


def test_pounds_and_changes_are_rounded_the_same_way():
    assert printed(2.5, "pounds") == "£3"
    assert printed(-0.4, "pounds") == "£0"
    before, now = (Figure("A", value, "percent", better="lower") for value in (0.0625, 0.125))
    assert str(change(now, before, "lower")) == "Up 6.2 percentage points: worse"
