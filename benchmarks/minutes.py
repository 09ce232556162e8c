"""Minutes: how well what is to be done is found in texts of many forms, against answers by hand."""

import csv
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lines import Line
from loaders.minutes.items import Item
from loaders.minutes.read import read

TEXTS = Path(__file__).resolve().parents[1] / "tests" / "minutes"
"""NAME.txt beside NAME.csv, its answers: kind, label, owner, due, due_date (ISO) and text."""
_BEGINS = 8
_ALIKE = 0.85
_ARTICLES = {"the", "a", "an"}


@dataclass(frozen=True)
class Scored:
    """What was found of all texts. Each is a share of 0 to 1, but ``invented``, a count of dates.

    ``missed`` and ``extra`` name the items that were not found or are none, for a person to read.
    """

    recall: float
    precision: float
    kind: float
    owner: float
    due: float
    invented: int
    missed: tuple[str, ...]
    extra: tuple[str, ...]


def run() -> list[Line]:
    """The scores of the texts in ``tests/minutes``, beside what was hoped for on unseen ones."""
    start = time.perf_counter()
    found = scored(TEXTS)
    took = time.perf_counter() - start
    aims = {"recall": 0.90, "precision": 0.85, "kind": 0.85, "owner": 0.80, "due": 0.85}
    lines = [
        Line(
            name, share=getattr(found, name), aim=f"at least {aim}", met=getattr(found, name) >= aim
        )
        for name, aim in aims.items()
    ]
    invented = Line(
        f"due dates that no text gives: {found.invented}", took, aim="none", met=not found.invented
    )
    return [*lines, invented]


def scored(folder: Path) -> Scored:
    """Reads every text of a folder and compares what is found with its answers."""
    count: Counter[str] = Counter()
    missed: list[str] = []
    extra: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        left = list(read(path.read_bytes(), path.name).items)
        count["given"] += len(left)
        for answer in _answers(path.with_suffix(".csv")):
            count["wanted"] += 1
            item = next((one for one in left if _same(one.text, answer["text"])), None)
            if item is None:
                missed.append(f"{path.stem}: {answer['text']}")
                continue
            left.remove(item)
            count["found"] += 1
            count.update(_right(item, answer))
        extra += [f"{path.stem}: {item.text}" for item in left]
    found = max(count["found"], 1)
    return Scored(
        count["found"] / max(count["wanted"], 1),
        count["found"] / max(count["given"], 1),
        count["kind"] / found,
        count["owner"] / found,
        count["due"] / found,
        count["invented"],
        tuple(missed),
        tuple(extra),
    )


def _answers(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _right(item: Item, answer: Mapping[str, str]) -> Iterator[str]:
    """What of an item that was found is as its answer says, and whether a date was invented."""
    if item.kind == answer["kind"]:
        yield "kind"
    if _plain(item.owner) == _plain(answer["owner"]):
        yield "owner"
    if _plain(item.due) == _plain(answer["due"]):
        yield "due"
    if item.due_date and item.due_date.isoformat() != answer["due_date"]:
        yield "invented"


def _same(text: str, answer: str) -> bool:
    ours, theirs = _words(text), _words(answer)
    start = min(_BEGINS, len(theirs))
    if ours[:start] == theirs[:start]:
        return True
    shared = len(set(ours) & set(theirs))
    return shared >= _ALIKE * max(len(set(ours)), len(set(theirs)))


def _words(text: str) -> list[str]:
    letters = (letter if letter.isalnum() or letter == "'" else " " for letter in text.casefold())
    return "".join(letters).split()


def _plain(text: str) -> list[str]:
    return [word for word in _words(text) if word not in _ARTICLES]
