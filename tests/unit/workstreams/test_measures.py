"""Each measure is worked out by hand somewhere: a test or a golden file of its own names it."""

import re
from functools import cache
from pathlib import Path

import pytest

from workstreams import WORKSTREAMS

TESTS = Path(__file__).resolve().parents[2]
MEASURES = [(w.key, m.key.split(".")[1]) for w in WORKSTREAMS for m in w.measures]


@cache
def known(workstream: str) -> str:
    """All that tests of one workstream and their golden files say."""
    places = [TESTS / "unit" / "workstreams" / workstream, TESTS / "golden" / workstream]
    files = [path for place in places for path in sorted(place.rglob("*.*")) if path.is_file()]
    files += sorted((TESTS / "unit" / "measures").rglob("*.py"))
    read = [path for path in files if path.suffix in {".py", ".csv"}]
    return "\n".join(path.read_text(encoding="utf-8") for path in read)


@pytest.mark.parametrize(("workstream", "measure"), MEASURES)
def test_a_measure_is_named_by_a_test_of_its_workstream(workstream: str, measure: str) -> None:
    named = re.search(rf"\b(answer_)?{measure}\b", known(workstream)) is not None
    assert named, f"no test names {workstream}.{measure}"
