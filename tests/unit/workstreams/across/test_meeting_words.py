"""What the committee is asked, as officers write it: a line each, whatever stands before it."""

import pytest

from workstreams.across.meeting_words import ASKED, Said


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Note the report", "note the report."),
        ("To note the report.", "note the report."),
        ("- Note the report", "note the report."),
        ("•Note the report", "note the report."),
        ("1. Note the report", "note the report."),
        ("(2) Note the report", "note the report."),
        ("a) Note the report", "note the report."),
        ("(b) Note the report", "note the report."),
        # A number that says something stays.
        ("3 senior posts be agreed", "3 senior posts be agreed."),
        ("2021/22 figures be noted", "2021/22 figures be noted."),
        ("1.5 posts be agreed", "1.5 posts be agreed."),
        ("20% of files be audited", "20% of files be audited."),
    ],
)
def test_only_the_mark_of_a_list_is_taken_off(line: str, asked: str) -> None:
    assert Said({ASKED: line}).asked == (asked,)
