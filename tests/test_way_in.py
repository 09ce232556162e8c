"""README.md and CONTRIBUTING.md say what is there, so that a newcomer finds it."""

import re
from pathlib import Path
from token import COMMENT, STRING
from tokenize import tokenize

import pytest

from tests.source import FILES, PRODUCT, ROOT, name

GUIDES = ("README.md", "CONTRIBUTING.md")
TOPS = (*(top for top in PRODUCT if top != "dashboard"), "benchmarks", "tests")
PATH = re.compile(rf"(?<![\w./-])(?:(?:{'|'.join(TOPS)})/[\w./-]*|[\w-]+\.(?:py|md|txt|toml))")
NAMED = re.compile(
    rf"(?<![\w./-])((?:{'|'.join(TOPS)})/[\w/.-]*\w\.(?:py|csv|md)|(?<=``)\w+\.py(?=``))"
)
STARTED = re.compile(rf"python -m ((?:{'|'.join(TOPS)})(?:\.\w+)*)")
HOUSE = re.compile(r"^```\n(dashboard\.py .*?)^```$", re.M | re.S)
LISTED = re.compile(r"^( *)([\w.]+/?) {2,}(\S.*)$", re.M)


def text(guide: str) -> str:
    return (ROOT / guide).read_text(encoding="utf-8")


def paths(guide: str) -> list[str]:
    """Every path that a guide names, outside README's list of the house."""
    outside = HOUSE.sub("", text(guide))
    return [found.rstrip(".") for found in PATH.findall(outside)]


def listed() -> dict[str, str]:
    """The places in README's list of the house, inner ones in full, and what each is for."""
    block = HOUSE.search(text("README.md"))
    assert block, "README.md lists the house in a block that begins with dashboard.py"
    made: dict[str, str] = {}
    top = ""
    for indent, place, purpose in LISTED.findall(block[1]):
        top = top if indent else place
        made[f"{top}{place}" if indent else place] = purpose
    return made


def there() -> set[str]:
    """Each top place and each folder in it that holds code, or what tests are made from."""
    found = {"dashboard.py", *(f"{top}/" for top in TOPS)}
    for top in TOPS:
        inner = [path for path in (ROOT / top).iterdir() if any(path.rglob("*.py"))]
        found |= {f"{top}/{path.name}/" for path in inner if path.is_dir()}
    return found


@pytest.mark.parametrize("guide", GUIDES)
def test_every_path_that_a_guide_names_exists(guide: str) -> None:
    named = paths(guide)
    assert len(named) >= 5
    assert not [path for path in named if not list(ROOT.glob(path)) and not own_file(path)]


def own_file(path: str) -> bool:
    """Whether a bare file name is what every folder of a kind has: "document.py"."""
    return "/" not in path and any(
        path == file.name for top in TOPS for file in (ROOT / top).rglob(path)
    )


def test_readme_lists_each_folder_with_its_purpose() -> None:
    assert set(listed()) == there()


def test_no_two_folders_are_said_to_be_for_the_same() -> None:
    purposes = list(listed().values())
    assert len(set(purposes)) == len(purposes)


def test_each_way_to_add_has_five_steps_and_the_test_that_fails_first() -> None:
    ways = re.findall(r"(?ms)^### (.*?)\n(.*?)(?=^#)", text("CONTRIBUTING.md"))
    assert [name for name, _ in ways] == [
        "a file format",
        "a workstream",
        "a colour",
        "a measure",
        "a page",
        "a form of the pack",
    ]
    for way, steps in ways:
        lines = re.findall(r"(?m)^\d\. .*$", steps)
        assert len(lines) == 5, way
        assert "**Fails first:** `tests/" in lines[0], way


def said(path: Path) -> str:
    """All the docstrings and comments of a file, with its other texts."""
    with path.open("rb") as source:
        tokens = [t for t in tokenize(source.readline) if t.type in (COMMENT, STRING)]
    return "\n".join(token.string for token in tokens)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_file_that_a_docstring_or_a_comment_names_exists(path: Path) -> None:
    words = said(path)
    named = NAMED.findall(words)
    missing = [one for one in named if not (ROOT / one).exists() and not own_file(one)]
    for command in STARTED.findall(words):
        at = ROOT / command.replace(".", "/")
        missing += [] if at.with_suffix(".py").exists() or at.is_dir() else [command]
    assert not missing
