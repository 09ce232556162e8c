"""The house stays small and its names tell its rooms apart; each exception has its reason.

An exception that is no longer needed fails too: take its line out.
"""

import ast
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from tests.source import FILES, PRODUCT, ROOT, files, name, tree

ALL = files(*PRODUCT, "benchmarks", "tests")
OURS = files(*PRODUCT, "benchmarks")
FULL, LONG, DEEP = 15, 300, 60
"""The most files of a folder, lines of a file, and lines of a function."""

FULL_FOLDERS = {
    "pages": "a file of three lines for each address",
    "tests/attacker": "one attacker's readers, a file a form that the product hands out",
    "tests/screens": "a file a promise, most of which span pages",
}
LONG_FILES = {
    "benchmarks/made/invented_plan.py": "the words and the life of one plan of 5,000 actions",
    "benchmarks/trackers/invented.py": "one tracker's life, drawn step by step from a seed",
    "sample_data/legal_actions.py": "the sample plan's rows as the workbook has them",
    "workstreams/actions/columns.py": "one table of declarations: the words headings are known by",
}
DEEP_FUNCTIONS = {
    "loaders/reading/table.py read": "one table step by step, from its grid to its records",
    "loaders/sheets/rows.py sort_rows": "one walk down a table, each rule in the order it counts",
    "measures/following/lives.py _with_changes": "one walk over a life, from snapshot to snapshot",
    "store/database/migrations/versions/v0001_first.py upgrade": "the tables as they first were",
}
ALIKE = {  # not English by the rule below -> the word it is a form of
    **dict.fromkeys(("choice", "chosen"), "choose"),
    **dict.fromkeys(("drawn", "drawing"), "draw"),
    **dict.fromkeys(("written", "writing"), "write"),
    "found": "find",
    "held": "hold",
    "kept": "keep",
    "made": "make",
    "said": "say",
    "seen": "see",
    "taken": "take",
    "told": "tell",
}
SAME_WORD: dict[tuple[str, str, str], str] = {}
"""(folder, name, name) -> why both are called so."""


def stem(word: str) -> str:
    """What the forms of one English word share, near enough: "marked", "marking" -> "mark"."""
    for ending in ("ings", "ing", "ed", "es", "ers", "er", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    word = ALIKE.get(word, ALIKE.get(f"{word}e", word))
    return word.removesuffix("e").removesuffix("y").removesuffix("i")


@cache
def rooms() -> dict[str, list[str]]:
    """Each folder with the names of the files and folders of code in it."""
    held: dict[str, set[str]] = {}
    for path in ALL:
        parts = name(path).removesuffix(".py").split("/")
        for depth in range(1, len(parts)):
            held.setdefault("/".join(parts[:depth]), set()).add(parts[depth])
    nameless = {"__init__", "__main__", "conftest"}
    return {folder: sorted(names - nameless) for folder, names in sorted(held.items())}


def functions(path: Path) -> list[tuple[str, int]]:
    """Every function of a file with its number of lines."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        (f"{name(path)} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(tree(path))
        if isinstance(node, kinds)
    ]


def test_a_folder_holds_few_files() -> None:
    held = {
        folder: len([path for path in (ROOT / folder).glob("*.py") if path.stem != "__init__"])
        for folder in rooms()
    }
    assert {folder for folder, count in held.items() if count > FULL} == set(FULL_FOLDERS), held


def test_a_file_is_short() -> None:
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in OURS}
    long = {path: count for path, count in lines.items() if count > LONG}
    assert set(long) == set(LONG_FILES), long


def test_a_function_is_short() -> None:
    deep = {name: count for path in ALL for name, count in functions(path) if count > DEEP}
    assert set(deep) == set(DEEP_FUNCTIONS), deep


@pytest.mark.parametrize(
    "folder", [folder for folder in rooms() if folder.split("/")[0] != "tests"]
)
def test_a_name_does_not_repeat_its_folders(folder: str) -> None:
    own = folder.split("/")[-1]
    repeated = [one for one in rooms()[folder] if stem(one.split("_")[0]) == stem(own)]
    assert not repeated, f"{folder}: {repeated}"


def test_no_two_names_of_a_folder_are_forms_of_one_word() -> None:
    alike = {
        (folder, one, other)
        for folder, names in rooms().items()
        for one, other in combinations(names, 2)
        if [stem(word) for word in one.split("_")] == [stem(word) for word in other.split("_")]
    }
    assert alike == set(SAME_WORD)


@pytest.mark.parametrize(
    "forms",
    [
        ("check", "checked", "checks", "checking"),
        ("choose", "choices", "choosing", "chosen"),
        ("mark", "marked", "marking", "marks"),
        ("read", "reading", "reader", "readers"),
        ("draw", "drawn", "drawing", "drawings"),
        ("write", "written", "writing"),
        ("record", "recorded", "records"),
        ("figure", "figures"),
        ("copy", "copying", "copies"),
        ("keep", "kept"),
    ],
)
def test_forms_of_a_word_are_known_for_one(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1, [stem(form) for form in forms]


def test_other_words_are_not_taken_for_forms_of_one() -> None:
    words = ("charts", "check", "cells", "columns", "find", "figures", "form", "page", "picture")
    words += ("rows", "records", "sheet", "spans", "state", "statuses", "table", "text", "trim")
    assert len({stem(word) for word in words}) == len(words)


def test_the_top_level_holds_what_was_asked_for() -> None:
    asked = {
        "dashboard.py",
        "pages",
        "loaders",
        "sample_data",
        "tests",
        "requirements.txt",
        "README.md",
    }
    assert asked <= {path.name for path in ROOT.iterdir()}


def test_the_house_is_looked_at_whole() -> None:
    tops = {path.name for path in ROOT.iterdir() if path.is_dir() and any(path.rglob("*.py"))}
    tops -= {top for top in tops if top.startswith(".")}
    assert tops == {*PRODUCT, "benchmarks", "tests"} - {"dashboard"}
    assert ROOT / "dashboard.py" in FILES
