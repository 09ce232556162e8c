"""The plain form of an answer: what goes in comes out, and whatever was tampered with is told."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import pandas as pd
import pytest

from loaders.check import check
from loaders.guarded import plain
from loaders.outcome import Checked
from tests.made import workbooks
from workstreams import TABLES


@dataclass(frozen=True)
class Answer:
    """Something of every kind."""

    words: tuple[str, ...]
    pair: tuple[int, float]
    level: Literal["error", "note"] = "note"
    when: date | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


WHOLE = Answer(("a", "ü\ud800", ""), (1, 2.5), "error", date(2024, 2, 29), {"R": 3})


def test_what_goes_in_comes_out() -> None:
    assert plain.decoded(Answer, plain.encoded(WHOLE)) == WHOLE
    assert plain.decoded(bytes, plain.encoded(b"\0\xff")) == b"\0\xff"


def test_a_frame_comes_out_with_its_types_its_gaps_and_its_histories() -> None:
    frame = pd.DataFrame(
        {
            "text": pd.Series(["a", None, "ü"], dtype="str"),
            "number": [1.5, None, -2.0],
            "when": pd.to_datetime(["2024-01-01", None, "1850-01-01"]).as_unit("s"),
            "row": [1, 2, 3],
            "past": [[["2024-01-01", "Due", ""]], [], [["", "Progress", "words"]]],
        }
    )
    for part in (frame, frame[1:].reset_index(drop=True), frame[:0], pd.DataFrame()):
        found = plain.decoded(pd.DataFrame, plain.encoded(part))
        pd.testing.assert_frame_equal(found, part)


@pytest.mark.parametrize(
    "change",
    [
        {"words": "abc"},
        {"words": [1]},
        {"pair": [1]},
        {"pair": [True, 2.5]},
        {"level": "fatal"},
        {"when": 7},
        {"when": "2024-02-30"},
        {"counts": [1]},
        {"counts": {"R": "3"}},
        {"more": 1},
    ],
)
def test_what_is_not_of_its_type_is_told(change: dict[str, object]) -> None:
    given = {"words": ["a"], "pair": [1, 2.5], "level": "note", "when": None, "counts": {}}
    assert plain.decoded(Answer, plain.encoded(given)).words == ("a",)
    with pytest.raises(plain.Malformed):
        plain.decoded(Answer, plain.encoded(given | change))


def test_an_answer_damaged_anywhere_is_told_or_is_still_of_its_types() -> None:
    rows = [["1.10", "Train the team", "Head", "Open"], ["2", "Ask", "Chair", "Done"]]
    message = plain.encoded(check(workbooks.of_rows([*workbooks.PLAN, *rows]), "plan.xlsx", TABLES))
    dice = random.Random(7)
    told = 0
    for _ in range(300):
        spoilt = bytearray(message)
        for _ in range(dice.randint(1, 4)):
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        try:
            found = plain.decoded(Checked, bytes(spoilt[: dice.choice((None, -9))]))
        except plain.Malformed:
            told += 1
        else:
            assert all(len(reading.frame.to_csv()) for reading in found.readings)
    assert told > 30
