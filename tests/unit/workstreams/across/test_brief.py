"""What changed, in five sentences at most."""

from tests.made.packs import looked_at
from workstreams.across.brief import MOST, brief


def test_the_sample_plan_is_told_in_five_sentences_with_the_worst_first():
    assert [one.text for one in brief(looked_at(0, "members"))] == [
        "Indicators: care proceedings finished within 26 weeks went from 28.6% to 12.5%: worse.",
        "Q3 and Q28 have become late; five are late in all.",
        "The due date of Q31 was moved.",
        "Recruitment: cases beyond what the team can carry went from 0 to 8: worse, as are seven "
        "other figures.",
        "Rec c and Q32 were called complete, neither with evidence.",
    ]


def test_a_small_share_of_children_is_in_no_public_sentence():
    said = " ".join(one.text for one in brief(looked_at()))
    assert "26 weeks" not in said
    assert "12.5%" not in said


def test_each_sentence_has_the_rows_it_is_about_and_there_are_never_more_than_five():
    for plan in (0, 1):
        for audience in ("public", "members"):
            told = brief(looked_at(plan, audience))
            assert 0 < len(told) <= MOST
            assert all(len(one.rows) for one in told)
            assert [one.rank for one in told] == sorted(one.rank for one in told)


def test_what_is_done_keeps_a_place_among_what_is_worse():
    assert any(one.good for one in brief(looked_at()))


def test_the_first_upload_has_nothing_to_tell():
    first = looked_at()
    assert brief(first.back_to(first.dates[0])) == ()
