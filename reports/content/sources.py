"""The way back from a chart's figures to the cells of the officers' files."""

from collections.abc import Iterable

from charts.kinds.points import points
from charts.spec import Chart
from reports.content.blocks import Sheet, Source
from workstreams import WORKSTREAMS
from workstreams.base import Measure, Workstream
from workstreams.view import View
from workstreams.wording import day, listed

FILES = 12
"""Files that a sentence names one by one."""


def sources(view: View, wanted: Iterable[int]) -> dict[int, Source]:
    """Record id -> where it was read, with the letter of each column, for the records wanted."""
    ids = set(wanted)
    files = {s.id: s.file for s in view.snapshots}
    letters = {(s.id, t.table, t.sheet): t.letters for s in view.snapshots for t in s.tables}
    made: dict[int, Source] = {}
    for table, frame in view.history.items():
        rows = frame[frame.index.isin(ids)]
        places = zip(rows.index, rows["snapshot_id"], rows["sheet"], rows["row"], strict=True)
        for record, snapshot, sheet, row in places:
            known = letters.get((int(snapshot), table, str(sheet)), {})
            made[int(record)] = Source(files.get(int(snapshot), ""), str(sheet), int(row), known)
    return made


def _own(chart: Chart) -> Workstream:
    return next(w for w in WORKSTREAMS if w.key == chart.key.split(".")[0])


def cells(chart: Chart, source: Source) -> str:
    """The cells that a record gives to a chart, "H5, J5"; "" where the letters are not known."""
    found = [
        source.letters[name] for name in _own(chart).fields(chart.key) if name in source.letters
    ]
    ordered = sorted(set(found), key=lambda letter: (len(letter), letter))
    return ", ".join(f"{letter}{source.row}" for letter in ordered)


def records(chart: Chart) -> list[tuple[int, ...]]:
    """The records behind each row of a chart's data."""
    if "records" not in chart.data:
        return [()] * len(chart.data)
    return [tuple(ids) for ids in chart.data["records"]]


def measure_of(chart: Chart) -> Measure | None:
    """The measure that a chart is about."""
    return next((m for w in WORKSTREAMS for m in w.measures if m.key == chart.measure), None)


def about(sheet: Sheet) -> list[str]:
    """What has to be said of a chart's figures: what they count and how, notes and source."""
    chart = sheet.chart
    source = f"Source: {chart.source.removeprefix('Source: ')}" if chart.source else ""
    measure = measure_of(chart)
    meant = f"{measure.name}: {measure.definition}" if measure else ""
    worked = f"Worked out as: {measure.formula}" if measure else ""
    defined = f"Source of the definition: {measure.source}" if measure and measure.source else ""
    said = [chart.subtitle, *chart.remarks, meant, worked, defined, source, sheet.unlisted]
    return [text for text in said if text]


def unlisted(chart: Chart, view: View) -> str:
    """What the figures of a chart that have no records of their own were made from; "" for none."""
    workstream = _own(chart)
    without = [mark for mark, ids in zip(points(chart), records(chart), strict=True)
               if mark.value and not ids]  # fmt: skip
    if view.audience == "public" and workstream.about_children:
        return (
            "The rows behind these figures are about children: they are for members only, and "
            "are not listed here."
        )
    if not without:
        return ""
    keys = {table.key for table in workstream.tables if len(view.history.get(table.key, ()))}
    used = {int(s) for key in keys for s in view.history[key]["snapshot_id"].unique()}
    files = [
        s.file if s.described else f"{s.file} (as at {day(s.as_at)})"
        for s in view.snapshots
        if s.id in used
    ]
    named = listed(files[-FILES:])
    more = f", and {len(files) - FILES} earlier ones" if len(files) > FILES else ""
    sheets = listed([f"“{t.sheet}”" for t in workstream.tables if t.key in keys])
    return (
        f"A figure without records of its own was counted from all rows of {sheets} in the "
        f"files as they stood at its date: {named}{more}."
    )


def runs(numbers: Iterable[int]) -> str:
    """Numbers in order, those in a row joined: "1 to 4, 7"."""
    made: list[list[int]] = []
    for number in sorted(set(numbers)):
        if made and made[-1][1] == number - 1:
            made[-1][1] = number
        else:
            made.append([number, number])
    return ", ".join(str(a) if a == b else f"{a} to {b}" for a, b in made)
