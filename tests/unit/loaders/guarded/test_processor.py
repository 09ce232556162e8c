"""Processor time is told, however a system prints it."""

import os
import time

import pytest

from loaders.guarded.processor import from_clock, seconds_used


def test_the_time_of_this_process_is_told() -> None:
    before, own = seconds_used(os.getpid()), time.process_time()
    while time.process_time() - own < 0.3:
        pass
    assert 0.2 < seconds_used(os.getpid()) - before < 1.0


def test_a_process_that_is_not_there_has_used_none() -> None:
    assert seconds_used(2**22 + 1) == 0


@pytest.mark.parametrize(
    ("shown", "seconds"),
    [("0:03.27", 3.27), ("01:02:03", 3723), ("2-01:02:03", 176523), ("", 0), ("?", 0)],
)
def test_a_time_is_read_as_ps_prints_it(shown: str, seconds: float) -> None:
    assert from_clock(shown) == seconds
