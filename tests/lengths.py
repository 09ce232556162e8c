"""How long each test file takes, so that the longest begin first and a quick check keeps its time.

``lengths.json`` holds seconds of processor time by file, which other work on a machine does not
lengthen. ``pytest --keep-lengths`` writes those of the files it ran.
"""

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from tests.sharing import place
from tests.source import ROOT

KEPT = Path(__file__).with_name("lengths.json")
UNKNOWN = 1.0
"""What a file is taken to need that was never measured."""
SHORT = 0.5
"""Shorter files are kept with this, so that the list changes only where it matters."""
_BEGAN = pytest.StashKey[float]()


def kept() -> dict[str, float]:
    """Seconds by file, its path from the root."""
    found: dict[str, float] = json.loads(KEPT.read_text(encoding="utf-8"))
    return found


def length(file: str) -> float:
    """What a file needs, in seconds of processor time."""
    return kept().get(file, UNKNOWN)


def longest_first(items: list[pytest.Item]) -> None:
    """Put the tests that stay together longest first; those of one place keep their order."""
    files = {item.nodeid.partition("::")[0] for item in items}
    known = kept()
    takes: Counter[str] = Counter()
    for file in files:
        takes[place(file)] += known.get(file, UNKNOWN)
    items.sort(key=lambda item: (-takes[place(item.nodeid)], place(item.nodeid)))


class Watch:
    """Adds up what each file's tests take; with several processes each tells the one that asked."""

    def __init__(self, keep: bool) -> None:
        self.keep = keep
        self.taken: Counter[str] = Counter()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> object:
        item.stash[_BEGAN] = spent()
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> object:
        report = yield
        now = spent()
        report.spent = now - item.stash[_BEGAN]
        item.stash[_BEGAN] = now
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.taken[report.nodeid.partition("::")[0]] += getattr(report, "spent", 0)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.keep and not hasattr(session.config, "workerinput"):
            measured = {file: max(SHORT, round(taken, 1)) for file, taken in self.taken.items()}
            all_ = {f: n for f, n in (kept() | measured).items() if (ROOT / f).exists()}
            KEPT.write_text(json.dumps(all_, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def spent() -> float:
    """Seconds of processor time so far, of this process and of those it started and saw end."""
    return sum(os.times()[:4])
