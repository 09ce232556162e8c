"""The words that owners choose from are the plan's own, and mean what its files mean by them."""

import pytest

from workstreams.actions.updates.statuses import own_words, status_of

LATEST = {
    "table": "actions",
    "own_words": {
        "status": {"in progress": ["On track", "Slipping", "A"], "complete": ["Closed"]},
        "kind": {"plan action": ["Task"]},
    },
}
EARLIER = {"table": "actions", "own_words": {"status": {"complete": ["CLOSED", "Signed off"]}}}
OTHER = {"table": "posts", "own_words": {"status": {"complete": ["Filled"]}}}
OLD = {"table": "actions", "headings": ["Status"]}


def test_the_plans_words_stand_in_the_order_of_what_they_mean_and_ours_where_it_has_none() -> None:
    assert own_words([LATEST, OTHER, EARLIER, OLD]) == {
        "Not started": "not started",
        "On track": "in progress",
        "Slipping": "in progress",
        "Closed": "complete",
        "Signed off": "complete",
        "Paused": "paused",
        "Withdrawn": "withdrawn",
    }


def test_a_plan_that_was_read_before_words_were_kept_has_ours() -> None:
    assert list(own_words([OLD])) == [
        *("Not started", "In progress", "Complete", "Paused", "Withdrawn")
    ]


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("On track", "in progress"),
        (" slipping ", "in progress"),
        ("SIGNED  OFF", "complete"),
        ("Completed", "complete"),
        ("On hold", "paused"),
        ("Complete - awaiting evidence", None),
        ("Wibble", None),
        ("unknown", None),
    ],
)
def test_a_word_is_read_as_the_plan_means_it_and_else_as_any_upload(
    typed: str, status: str | None
) -> None:
    assert status_of(typed, own_words([LATEST, EARLIER])) == status


def test_a_plan_whose_word_means_another_thing_is_taken_at_its_own() -> None:
    reading = {"table": "actions", "own_words": {"status": {"in progress": ["Done in part"]}}}
    assert status_of("done in part", own_words([reading])) == "in progress"
