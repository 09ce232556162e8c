"""The locks beside the ranges: each package at one version that its range takes, with hashes."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.source import ROOT

LOCKS = {
    "requirements.lock": ("requirements.txt",),
    "tests/requirements.lock": ("requirements.txt", "tests/requirements.txt"),
}
PACKAGE = re.compile(
    r"^([\w.\[\],-]+)==([\w.+!]+)( ; [^\\]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.M
)


def ranges(path: str) -> list[Requirement]:
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    return [Requirement(line.partition("#")[0]) for line in lines if line.partition("#")[0].strip()]


def locked(text: str) -> dict[str, list[Version]]:
    """Each package by its plain name: its version, or one for each Python."""
    found: dict[str, list[Version]] = {}
    for name, version, _, _ in PACKAGE.findall(text):
        found.setdefault(canonicalize_name(name.partition("[")[0]), []).append(Version(version))
    return found


def unlike(wanted: list[Requirement], found: dict[str, list[Version]]) -> list[str]:
    """The ranges that a lock has nothing for, or something outside of."""
    return [
        str(one)
        for one in wanted
        if not found.get(canonicalize_name(one.name))
        or not all(one.specifier.contains(v) for v in found[canonicalize_name(one.name)])
    ]


@pytest.mark.parametrize("lock", LOCKS)
def test_each_range_is_locked_inside_it(lock: str) -> None:
    found = locked((ROOT / lock).read_text(encoding="utf-8"))
    assert not unlike([one for path in LOCKS[lock] for one in ranges(path)], found)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_packages_with_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    body = re.sub(r"(?m)^#.*\n", "", text)
    assert not PACKAGE.sub("", body).strip(), "something else stands in it"
    assert not re.search(r"(?i)https?:|--index|--find-links|file:", text)


def test_the_tests_run_on_what_the_dashboard_runs_on() -> None:
    own, tests = (locked((ROOT / lock).read_text(encoding="utf-8")) for lock in LOCKS)
    assert {name: tests.get(name) for name in own} == own


def test_a_package_that_left_its_range_is_noticed() -> None:
    wanted = [Requirement("pandas>=3.1,<4"), Requirement("typst>=0.15")]
    assert unlike(wanted, {"pandas": [Version("4.0")]}) == ["pandas<4,>=3.1", "typst>=0.15"]
    assert not unlike(wanted, {"pandas": [Version("3.2")], "typst": [Version("0.15")]})


def test_ci_installs_from_the_lock_with_its_hashes() -> None:
    run = (Path(ROOT) / ".ci" / "run").read_text(encoding="utf-8")
    assert "--require-hashes -r tests/requirements.lock" in run
