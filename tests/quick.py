"""The tests that a change is likely to break, as many as fit into a quick check.

    python -m tests.quick [PYTEST ARGUMENTS]

What changed is what differs from the main branch (``main``, else ``origin/main``), committed or
not. From there the choice goes, nearest first:

1. always the tests of the house itself (``tests/test_*.py``);
2. test files that changed, then those that stand in the folder of ``tests/unit`` with the name of
   a changed folder, or name a changed module themselves, then those that reach one over two
   imports, and so on. A text counts as an import where it is a module's name or path, or in
   ``tests/screens`` the name of a page; a file that is not Python stands for the modules beside it;
3. the other unit tests, shortest first.

Equally near, the shortest go first; what does not fit is said by name. The tests of
``tests/browser``, ``tests/attacker`` and ``tests/property`` are never among them, and no PostgreSQL
is asked.
"""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.lengths import KEPT, length
from tests.source import PRODUCT, ROOT, files, imported, module, name, words

SECONDS = 200.0
"""Processor time for tests: with layout, habits and types under three minutes on two cores."""
NEVER = ("tests/browser/", "tests/attacker/", "tests/property/")
PLACES = (*PRODUCT, "benchmarks", "tests")
FAR = 1_000
"""How far a test is from a change that it does not reach."""
NAMED = 5
"""So many of what is left out are named."""


@dataclass(frozen=True)
class Choice:
    """Test files, nearest first: those that fit, and those near the change that do not."""

    chosen: tuple[str, ...]
    left_out: tuple[str, ...]


def main(arguments: list[str]) -> int:
    """Choose, say what was chosen, run it."""
    changes = changed()
    found = choose(changes)
    sys.stdout.write(told(changes, found))
    sys.stdout.flush()
    os.environ.pop("TEST_DATABASE_URL", None)
    shared_out = ("-q", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
    # In a process of its own: this one has loaded what pytest wants to load itself.
    command = [sys.executable, "-m", "pytest", *shared_out, *found.chosen, *arguments]
    return subprocess.run(command, cwd=ROOT).returncode


def told(changes: Iterable[str], found: Choice) -> str:
    """What was chosen and what was left out, in sentences."""
    files = sorted(changes)
    lines = [
        f"Files changed: {len(files)}. Test files run, near them or short: {len(found.chosen)}."
    ]
    if found.left_out:
        names = ", ".join(found.left_out[:NAMED])
        more = len(found.left_out) - NAMED
        rest = f" and {more} more" if more > 0 else ""
        lines += [f"Left out though the change reaches them, for time: {names}{rest}."]
    lines += ["Not run here: browser, attacker, property, PostgreSQL (python tests/check.py does)."]
    return "\n".join(lines) + "\n"


def changed() -> set[str]:
    """Paths from the root that differ from the main branch, new ones with them."""
    base = next(filter(None, map(_since, ("main", "origin/main"))), "HEAD")
    untracked = _git("ls-files", "--others", "--exclude-standard")
    return {*_git("diff", "--name-only", base), *untracked}


def _since(branch: str) -> str:
    """The commit from which this work left a branch; nothing where there is no such branch."""
    return next(iter(_git("merge-base", "HEAD", branch)), "")


def _git(*order: str) -> list[str]:
    done = subprocess.run(["git", *order], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.splitlines() if done.returncode == 0 else []


def choose(
    changes: Iterable[str], seconds: float = SECONDS, long: Callable[[str], float] = length
) -> Choice:
    """The test files for these changed paths; ``long`` tells the seconds of a file."""
    steps = hops(changes)
    tests = [file for file in _files() if _is_test(file) and not file.startswith(NEVER)]
    tests.sort(key=lambda file: (steps.get(file, FAR), long(file), file))
    chosen, left_out, left = [], [], seconds
    for file in tests:
        house = file.count("/") == 1
        if file not in steps and not house and not file.startswith("tests/unit/"):
            continue
        if house or long(file) <= left:
            chosen.append(file)
            left -= long(file)
        elif file in steps:
            left_out.append(file)
    return Choice(tuple(chosen), tuple(left_out))


def hops(changes: Iterable[str]) -> dict[str, int]:
    """Every file that a change reaches, with the number of imports in between."""
    begun = {file for path in changes for file in _stands_for(path)}
    found = dict.fromkeys(begun, 0)
    waiting = deque(begun)
    users = _users()
    while waiting:
        file = waiting.popleft()
        for user in users.get(file, ()):
            if user not in found:
                found[user] = found[file] + 1
                waiting.append(user)
    folders = {f"tests/unit/{Path(file).parent}/" for file in begun}
    for file in _files():
        if _is_test(file) and f"{Path(file).parent}/" in folders:
            found[file] = min(found.get(file, FAR), 1)
    return found


def _stands_for(path: str) -> list[str]:
    """The Python files a changed path stands for: itself, or those beside it or above it."""
    if path in _files():
        return [path]
    if Path(path).parts[0] not in PLACES or ROOT / path == KEPT:
        return []
    for folder in Path(path).parents:
        beside = [file for file in _files() if Path(file).parent == folder]
        if beside:
            return beside
    return []


@cache
def _users() -> Mapping[str, frozenset[str]]:
    """Who names a file: file -> the files that import it, name it, or have it as their conftest."""
    found: dict[str, set[str]] = {}
    names = {module(ROOT / file): file for file in _files()}
    pages = {Path(file).stem: file for file in _files() if file.startswith("pages/")}
    for file in _files():
        said = {word for word in words(ROOT / file) if "." in word} & {*names, *_files()}
        used = {names.get(word, word) for word in said}
        used |= {names[one] for one in imported(ROOT / file) if one in names}
        if file.startswith("tests/screens/"):
            used |= {pages[word] for word in words(ROOT / file) if word in pages}
        if file.startswith("tests/"):
            around = {str(folder / "conftest.py") for folder in Path(file).parents}
            used |= around & set(_files())
        for one in used - {file}:
            found.setdefault(one, set()).add(file)
    return {file: frozenset(users) for file, users in found.items()}


def _is_test(file: str) -> bool:
    return file.startswith("tests/") and Path(file).name.startswith("test_")


@cache
def _files() -> frozenset[str]:
    """Every Python file of the product and its tests, by its path from the root."""
    return frozenset(map(name, files(*PLACES)))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
