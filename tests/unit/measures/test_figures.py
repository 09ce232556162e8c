"""What a figure was made from, in words that are right for its unit."""

import pytest

from measures.figures import Figure, missing
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
