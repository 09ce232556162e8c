"""What a file itself says where we read one of some words."""

from loaders.check import check
from workstreams.actions.columns import ACTIONS

HEAD = "Reference,Action,Owner,Due date,Status\n"


def own(*statuses: str) -> dict[str, tuple[str, ...]]:
    rows = "".join(
        f"Q{n},Action number {n} of the plan,Lead officer,31/03/2022,{said}\n"
        for n, said in enumerate(statuses, start=1)
    )
    (reading,) = check((HEAD + rows).encode(), "log.csv", [ACTIONS]).readings
    return dict(reading.own_words.get("status", {}))


def test_each_status_has_the_files_words_the_most_frequent_first() -> None:
    assert own("On track", "Ongoing", "Ongoing", "Closed", "closed", "Closed") == {
        "in progress": ("Ongoing", "On track"),
        "complete": ("Closed", "closed"),
    }


def test_a_text_that_tells_more_than_a_status_is_no_word_of_the_plan() -> None:
    assert own("Complete", "Ongoing - the second cohort of officers has not been trained yet") == {
        "complete": ("Complete",)
    }


def test_a_blank_or_unknown_word_says_nothing() -> None:
    assert own("", "Ongoing", "Wibble") == {"in progress": ("Ongoing",)}
