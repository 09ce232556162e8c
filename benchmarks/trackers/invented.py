"""One invented tracker from a seed: the bytes of a file, and what is right to read from it."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.trackers.canvas import Canvas, delimited, xlsx
from benchmarks.trackers.vocabulary import ROLES, Vocabulary

TODAY = date(2025, 6, 30)
NARROW = {"plain", "title above"}
"""Layouts that a delimited text has too."""


@dataclass(frozen=True)
class Answer:
    """What is right: where the plan stands, its headings, and each record by its row.

    ``records``: row -> role -> value: text, a day as ISO text, "" where the cell is empty. The
    status is the reported status, or "ask" where the word's meaning is only an officer's to say.
    """

    sheet: str
    heading_rows: tuple[int, int]
    headings: tuple[str, ...]
    roles: Mapping[str, str]
    records: Mapping[int, Mapping[str, str]]


@dataclass(frozen=True)
class Tracker:
    """A file and its answer. ``clutter`` says which difficulties were drawn, for the report."""

    name: str
    data: bytes
    answer: Answer
    drawn: tuple[str, ...]


@dataclass(frozen=True)
class _Column:
    role: str
    heading: str
    holds: str = ""


def tracker(seed: int, words: Vocabulary) -> Tracker:
    """The tracker of a seed: the same bytes each time it is drawn."""
    rng = Random(seed)
    text = rng.random() < 0.25
    layouts = [name for name in words.layouts if not text or name in NARROW]
    layout = rng.choice(layouts)
    drawn = [layout]
    columns = _columns(rng, words)
    canvas = Canvas(rng.choice(words.sheets))
    row, left = _above(rng, words, canvas, layout)
    row = _headings(rng, words, canvas, layout, columns, row, left)
    records = _body(rng, words, canvas, layout, columns, row, left, drawn, text=text)
    answer = Answer(
        canvas.sheet,
        canvas.heading_rows,
        tuple(column.heading for column in columns),
        {column.role: column.heading for column in columns if column.role},
        records,
    )
    if text:
        return Tracker(f"tracker_{seed}.csv", delimited(canvas, rng), answer, tuple(drawn))
    sheets = [canvas]
    for name in rng.sample(words.clutter, rng.randint(0, 3)):
        drawn.append(f"sheet {name}")
        sheets.insert(rng.randint(0, len(sheets)), _clutter(rng, words, name))
    if any(sheet.sheet == canvas.sheet for sheet in sheets if sheet is not canvas):
        canvas.sheet += " 1"
    return Tracker(f"tracker_{seed}.xlsx", xlsx(sheets, rng), answer, tuple(drawn))


def _columns(rng: Random, words: Vocabulary) -> list[_Column]:
    chances = {"ref": 0.8, "title": 1.0, "owner": 0.9, "due_date": 0.9, "status": 0.85}
    chances |= {"raised_date": 0.3, "progress": 0.6, "theme": 0.35}
    roles = [role for role in ROLES if rng.random() < chances[role]]
    if not {"owner", "due_date", "status"} & set(roles):
        roles.append("owner")
    made = [_Column(role, _heading(rng, words, role)) for role in roles]
    rest = [_Column("", heading, holds) for heading, holds in words.unknown]
    made += rng.sample(rest, rng.choice((0, 0, 1, 2, 4)))
    first = [column for column in made if column.role == "ref"]
    others = [column for column in made if column.role != "ref"]
    rng.shuffle(others)
    return first + others


def _heading(rng: Random, words: Vocabulary, role: str) -> str:
    heading = rng.choice(words.headings[role])
    if rng.random() < 0.15:
        addition = rng.choice(words.additions)
        heading += addition if addition[0] in "\n:" else f" {addition}"
    return heading


def _above(rng: Random, words: Vocabulary, canvas: Canvas, layout: str) -> tuple[int, int]:
    """What stands above the headings; returns the row and column that they begin at."""
    day = TODAY - timedelta(days=rng.randint(0, 20))
    as_at = rng.choice(words.as_at).format(day=f"{day.day} {day:%B %Y}")
    if layout in {"title above", "title and block above"}:
        canvas.put(1, 1, [rng.choice(words.titles)])
        canvas.put(2, 1, [as_at])
        if layout == "title above":
            return rng.choice((3, 4)), 1
        for along, (name, value) in enumerate(
            (("Sponsor", rng.choice(words.owners)), ("Board", rng.choice(words.titles)))
        ):
            canvas.put(4 + along, 1, [name, value])
        return 7, 1
    if layout == "key above":
        for along, letter in enumerate("GAR"):
            canvas.put(1 + along, 1, [letter, ("on course", "some doubt", "late")[along]])
        return 5, 1
    return (4, 3) if layout == "starts at C4" else (1, 1)


def _headings(
    rng: Random,
    words: Vocabulary,
    canvas: Canvas,
    layout: str,
    columns: list[_Column],
    row: int,
    left: int,
) -> int:
    """Writes the headings; returns the first row under them."""
    first = row
    if layout in {"two heading rows", "group headings", "three heading rows"}:
        names = iter(words.groups)
        at = 0
        while at < len(columns):
            wide = min(rng.choice((1, 2, 3)), len(columns) - at)
            canvas.put(row, left + at, [next(names, None)])
            if wide > 1 and layout != "two heading rows":
                canvas.merged.append((row, left + at, row, left + at + wide - 1))
            at += wide
        row += 1
    if layout == "three heading rows":
        canvas.put(row, left, [rng.choice(words.titles)])
        canvas.merged.append((row, left, row, left + len(columns) - 1))
        row += 1
    canvas.put(row, left, [column.heading for column in columns])
    canvas.heading_rows = (first, row)
    return row + 1


def _body(
    rng: Random,
    words: Vocabulary,
    canvas: Canvas,
    layout: str,
    columns: list[_Column],
    row: int,
    left: int,
    drawn: list[str],
    *,
    text: bool,
) -> dict[int, dict[str, str]]:
    """Writes the records and all that stands among them; returns the records' answers by row."""
    records: dict[int, dict[str, str]] = {}
    wide = range(len(columns))
    if rng.random() < 0.2:
        drawn.append("guidance row")
        canvas.put(row, left, [words.explained.get(column.role) for column in columns])
        row += 1
    writing = rng.choice(("date", "dd/mm/yyyy", "long", "month"))
    count = rng.randint(4, 25)
    gap = rng.randint(2, count) if rng.random() < 0.15 else 0
    for number in range(1, count + 1):
        if layout == "sections" and number % 6 == 1:
            canvas.put(row, left, [rng.choice(words.themes)])
            row += 1
        if number == gap:
            drawn.append("blank row")
            row += 1
        values, answer = _record(rng, words, columns, number, writing)
        canvas.put(row, left, values)
        records[row] = answer
        row += 1
    if not text and rng.random() < 0.15:
        drawn.append("filter")
        canvas.filtered = tuple(rng.sample(sorted(records), min(2, len(records))))
    if rng.random() < 0.12:
        drawn.append("placeholders")
        for _ in range(rng.randint(1, 3)):
            canvas.put(row, left, [rng.choice(words.placeholders) for _ in wide])
            row += 1
    if rng.random() < 0.15:
        drawn.append("total")
        canvas.put(row, left, [rng.choice(words.totals), count])
        row += 1
    if rng.random() < 0.12:
        drawn.append("sentinel")
        canvas.put(row, left, [rng.choice(words.sentinels)] * len(columns))
        row += 1
    if rng.random() < 0.3:
        drawn.append("notes")
        row += rng.choice((0, 1))
        for note in words.notes[: rng.randint(1, len(words.notes))]:
            canvas.put(row, left, [note])
            row += 1
    if layout == "key beside":
        beside = left + len(columns) + 1
        for along, line in enumerate((("Key", None), ("G", "on course"), ("R", "late"))):
            canvas.put(canvas.heading_rows[1] + along, beside, line)
    return records


def _record(
    rng: Random, words: Vocabulary, columns: list[_Column], number: int, writing: str
) -> tuple[list[object], dict[str, str]]:
    values: list[object] = []
    answer: dict[str, str] = {}
    pattern = words.refs[number % 1]
    for column in columns:
        value, means = _value(rng, words, column, number, writing, pattern)
        values.append(value)
        if column.role:
            answer[column.role] = means
    return values, answer


def _value(
    rng: Random, words: Vocabulary, column: _Column, number: int, writing: str, pattern: str
) -> tuple[object, str]:
    """A cell's value, None where it is left empty, and what is right to read from it."""
    match column.role:
        case "ref":
            value = pattern.format(n=number)
            return value, value
        case "title":
            first = rng.choice(words.openings if rng.random() < 0.12 else words.verbs)
            value = f"{first} {rng.choice(words.things)} (part {number})"
            return value, value
        case "status":
            if rng.random() < 0.06:
                return None, ""
            value = rng.choice(list(words.statuses))
            return value, words.statuses[value] or "ask"
        case "due_date" | "raised_date":
            if rng.random() < 0.1:
                return None, ""
            back = 400 if column.role == "raised_date" else -200
            day = TODAY - timedelta(days=back + rng.randint(0, 180))
            return _day(day, "date" if column.role == "raised_date" else writing)
        case "owner":
            if rng.random() < 0.08:
                return None, ""
            value = rng.choice(words.owners)
            return value, value
        case "progress":
            value = rng.choice(words.progress)
            return value, value
        case "theme":
            value = rng.choice(words.themes)
            return value, value
    day = TODAY - timedelta(days=rng.randint(0, 300))
    return {"number": rng.randint(1, 90), "date": day}.get(
        column.holds, rng.choice(words.themes)
    ), ""


def _day(day: date, writing: str) -> tuple[object, str]:
    """A day as it is written, and the day that is meant: a month alone means its last day."""
    if writing == "date":
        return day, day.isoformat()
    if writing == "month":
        last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        return f"{day:%B %Y}", last.isoformat()
    text = f"{day:%d/%m/%Y}" if writing == "dd/mm/yyyy" else f"{day.day} {day:%B %Y}"
    return text, day.isoformat()


def _clutter(rng: Random, words: Vocabulary, name: str) -> Canvas:
    """A sheet that is no plan: lists to choose from, counts by week, versions, or a few words."""
    canvas = Canvas(name)
    kind = rng.choice(("lists", "weeks", "versions", "words", "empty"))
    if kind == "lists":
        canvas.heading_rows = (1, 1)
        canvas.put(1, 1, ["Status", "Owner"])
        for at, word in enumerate(words.statuses):
            canvas.put(2 + at, 1, [word, words.owners[at % len(words.owners)]])
    elif kind == "weeks":
        canvas.put(1, 1, ["Week", "New", "Closed", "Open"])
        for week in range(1, 21):
            canvas.put(1 + week, 1, [week, *(rng.randint(0, 9) for _ in range(3))])
    elif kind == "versions":
        canvas.put(1, 1, ["Version", "Changed on", "By", "What changed"])
        for version in range(1, 4):
            day = TODAY - timedelta(days=30 * version)
            canvas.put(
                1 + version, 1, [f"0.{version}", day, words.owners[0], "Dates brought up to date"]
            )
    elif kind == "words":
        canvas.put(2, 2, [rng.choice(words.titles)])
        canvas.put(4, 2, [words.notes[0]])
    return canvas
