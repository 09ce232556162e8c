"""How invented trackers are read, against what is right: the reading scores."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from benchmarks.lines import Line
from benchmarks.trackers.invented import Answer, Tracker
from benchmarks.trackers.vocabulary import ROLES
from loaders.check import check
from loaders.formats.cannot import CannotRead
from loaders.outcome import Checked, Reading
from workstreams import TABLES

FIELDS = {"progress": {"update", "detail"}, "due_date": {"due_date", "revised_due_date"}}
"""The fields that may hold a role, where these are not the field of its own name."""
ASKED = {field for role in ROLES for field in FIELDS.get(role, {role})}
"""The fields that an answer says where to find: of the others ("Priority") it says nothing."""


@dataclass(frozen=True)
class Score:
    """One tracker's reading. ``silent`` lists what was read wrongly without a word about it."""

    place: bool
    headings: bool
    rows: bool
    wanted: int
    claimed: int
    right: int
    silent: tuple[str, ...]


def score(tracker: Tracker) -> Score:
    """Reads a tracker as an upload is read, and compares."""
    answer = tracker.answer
    wanted = len(answer.roles)
    try:
        checked = check(tracker.data, tracker.name, TABLES)
    except CannotRead:
        return Score(False, False, False, wanted, 0, 0, ())
    reading = next((r for r in checked.readings if r.table == "actions"), None)
    if reading is None:
        return Score(False, False, False, wanted, 0, 0, ())
    first, last = answer.heading_rows
    text = tracker.name.endswith(".csv")
    place = (text or reading.sheet == answer.sheet) and first <= reading.heading_rows[1] <= last
    read_as = {_plain(heading): field for field, heading in reading.fields.items()}
    known = {_plain(heading): role for role, heading in answer.roles.items()}
    right = sum(
        _field(read_as, heading) in FIELDS.get(role, {role}) for heading, role in known.items()
    )
    return Score(
        place,
        place and _headings(reading, answer),
        place and reading.rows == len(answer.records),
        wanted,
        len(reading.fields.keys() & ASKED),
        right if place else 0,
        tuple(_silent(checked, reading, answer))
        if place
        else (f"read {reading.sheet} as the plan",),
    )


def _plain(heading: str) -> str:
    return re.sub(r"\s+", " ", heading).strip().casefold()


def _field(read_as: Mapping[str, str], heading: str) -> str:
    """The field read from a heading; under a group's heading its words stand last."""
    if heading in read_as:
        return read_as[heading]
    return next((field for name, field in read_as.items() if name.endswith(heading)), "")


def _headings(reading: Reading, answer: Answer) -> bool:
    found = [_plain(heading) for heading in reading.headings]
    right = [_plain(heading) for heading in answer.headings]
    return len(found) == len(right) and all(
        name.endswith(heading) for name, heading in zip(found, right, strict=True)
    )


def _silent(checked: Checked, reading: Reading, answer: Answer) -> Iterable[str]:
    """What the frame says wrongly, where no problem names that row and no list holds it."""
    told = {
        int(digits)
        for problem in checked.problems
        for cell in problem.cells
        if (digits := re.sub(r"\D", "", cell))
    }
    out = {row for row, _ in reading.left_out} | set(reading.stopped) | told
    frame = reading.frame.set_index("row")
    for row in answer.records.keys() - set(frame.index) - out:
        yield f"row {row} is missing"
    for row in set(frame.index) - answer.records.keys() - out:
        yield f"row {row} is no record"
    pointed = range(reading.heading_rows[0], reading.heading_rows[1] + 1)
    columns = {p.field for p in checked.problems if not p.cell or _row(p.cell) in pointed}
    for role, field in (
        ("title", "title"),
        ("owner", "owner"),
        ("due_date", "due_date"),
        ("status", "status"),
    ):
        if role not in answer.roles or field not in reading.fields or field in columns:
            continue
        for row in answer.records.keys() & set(frame.index) - told:
            got, right = _said(frame.loc[row, field]), answer.records[row][role]
            if got != right and not (right == "ask" and got in {"", "unknown"}):
                yield f"row {row}: {role} is “{got}” for “{right}”"


def _row(cell: str) -> int:
    """The row that a single cell's address names, 0 where it names more than one."""
    digits = re.sub(r"[A-Z]", "", cell)
    return int(digits) if digits.isdigit() else 0


def _said(value: object) -> str:
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return "" if value is None or value != value else str(value)


def lines(what: str, trackers: Sequence[Tracker]) -> list[Line]:
    """The scores over some trackers, as a benchmark prints them."""
    scores = [score(one) for one in trackers]
    right = sum(one.right for one in scores)
    shares = (
        ("right sheet and heading row", _share(one.place for one in scores), 0.95),
        ("exact headings", _share(one.headings for one in scores), 0.92),
        ("exact number of rows", _share(one.rows for one in scores), 0.92),
        ("recall of columns", right / sum(one.wanted for one in scores), 0.92),
        ("precision of columns", right / max(1, sum(one.claimed for one in scores)), 0.97),
        ("nothing silently wrong", _share(not one.silent for one in scores), 1.0),
    )
    return [
        Line(f"{what}: {name}", share=share, aim=f"at least {aim:.2f}", met=share >= aim)
        for name, share, aim in shares
    ]


def _share(found: Iterable[bool]) -> float:
    each = list(found)
    return sum(each) / len(each)
