"""What is known of the uploads behind a pack: warnings they came with, and rows left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.content.blocks import Table
from reports.content.lists import MOST, cut
from store.database.engine import Engine
from store.said.as_read import Accepted, accepted_problems, readings
from workstreams import WORKSTREAMS
from workstreams.source import standing
from workstreams.view import Snapshot, View
from workstreams.wording import counted, listed

ROWS = 25
"""Rows left out that a pack lists one by one."""
RECORDED = {
    "evidence": ("note of evidence", "notes of evidence"),
    "acceptance": ("acceptance by the committee", "acceptances by the committee"),
    "no longer listed": ("reason why an action is no longer listed", "reasons why actions are no "
                         "longer listed"),
    "same action": ("answer on whether two actions are the same", "answers on whether two actions "
                    "are the same"),
    "step change": ("step change with its reason", "step changes with their reasons"),
    "owner left": ("owner who left", "owners who left"),
}  # fmt: skip
"""The judgements that figures are worked out with, and what one and several are called."""


@dataclass(frozen=True)
class LeftOut:
    """A row of an upload that is in no figure, and why."""

    table: str
    file: str
    sheet: str
    row: int
    why: str


@dataclass(frozen=True)
class Warned(Accepted):
    """A problem that an upload was accepted with, and the file it was in."""

    file: str = ""


def used(view: View) -> tuple[Snapshot, ...]:
    """The uploads that any row of the view came from; one that was replaced is not among them."""
    ids = {int(s) for frame in view.history.values() for s in frame["snapshot_id"].unique()}
    return tuple(snapshot for snapshot in view.snapshots if snapshot.id in ids)


def latest(view: View) -> dict[str, tuple[Snapshot, ...]]:
    """Table -> the uploads that its latest rows came from: one of each source."""
    return {
        table.key: standing(view, table.key)
        for workstream in WORKSTREAMS
        for table in workstream.tables
        if len(view.history.get(table.key, ()))
    }


def behind(engine: Engine, view: View) -> tuple[tuple[Warned, ...], tuple[LeftOut, ...]]:
    """The warnings and the rows left out of every upload that a latest table came from."""
    tables = latest(view)
    warned: list[Warned] = []
    left: list[LeftOut] = []
    once = {snapshot.id: snapshot for found in tables.values() for snapshot in found}
    for snapshot in sorted(once.values(), key=lambda s: (s.as_at, s.id), reverse=True):
        own = {key for key, found in tables.items() if snapshot in found}
        # What is said of a sheet whose rows a later upload replaced is of no matter here.
        replaced = {t.sheet for t in snapshot.tables} - {
            t.sheet for t in snapshot.tables if t.table in own
        }
        problems = [
            p for p in accepted_problems(engine, snapshot.id) if p.problem.sheet not in replaced
        ]
        stopped = _rows(p for p in problems if p.problem.level == "error")
        warned += [Warned(p.problem, p.reason, snapshot.file) for p in problems
                   if p.problem.level != "error" or not p.problem.cells]  # fmt: skip
        for read in readings(engine, snapshot.id):
            if read["table"] in own:
                rows = [(int(row), str(why)) for row, why in read["left_out"]]
                rows += [
                    (row, stopped.get((read["sheet"], row), "a cell that could not be read"))
                    for row in read["stopped"]
                ]
                left += [
                    LeftOut(read["table"], snapshot.file, read["sheet"], row, why)
                    for row, why in sorted(rows)
                ]
    return tuple(warned), tuple(left)


def _rows(errors: Iterable[Accepted]) -> dict[tuple[str, int], str]:
    """Sheet and row -> what to do about the error that keeps it out; the cell's words stay out."""
    found: dict[tuple[str, int], str] = {}
    for one in errors:
        for cell in one.problem.cells:
            row = int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
            found.setdefault((one.problem.sheet, row), f"{cell}: {one.problem.advice}")
    return found


def left_out(view: View, rows: Sequence[LeftOut]) -> list[Table]:
    """The rows left out with why: the first of them, in public none of a sheet about children."""
    private = {t.key for w in WORKSTREAMS if w.about_children for t in w.tables}
    shown = [one for one in rows if view.audience == "members" or one.table not in private]
    if not shown:
        return []
    more = ""
    if len(shown) > ROWS:
        more = f" The first {ROWS} of {len(shown)} are here; {len(shown) - ROWS} more are not."
    cells = tuple((one.file, one.sheet, str(one.row), cut(one.why)) for one in shown[:ROWS])
    return [
        Table(f"Rows left out of every figure, and why.{more}",
              ("File", "Sheet", "Row", "Why it is left out"), cells)
    ]  # fmt: skip


def warnings(found: Sequence[Accepted]) -> Table:
    """What was found in the uploads and why it was accepted; their files where there are several.

    A public copy is given none about children's sheets.
    """
    files = [one.file if isinstance(one, Warned) else "" for one in found]
    several = len(set(files)) > 1
    rows = tuple(
        (*([file] if several else []), cut(str(one.problem)),
         cut(one.reason) or "no reason was given")
        for file, one in zip(files[:MOST], found, strict=False)
    )  # fmt: skip
    more = ""
    if len(found) > MOST:
        more = f" The first {MOST} of {counted(len(found), 'warning')} are here."
    headings = (*(["File"] if several else []), "What was found", "Why accepted")
    return Table(f"What was found, and why it was accepted.{more}", headings, rows)


def recorded(view: View) -> str:
    """What figures stand on beside the files, and how much of it officers recorded."""
    kinds = view.judgements["kind"].value_counts()
    said = [
        counted(int(kinds[kind]), one, many)
        for kind, (one, many) in RECORDED.items()
        if kind in kinds
    ]
    if not said:
        return "Officers recorded nothing in the dashboard that changes a figure."
    return (
        f"Beside the files, figures stand on what officers recorded in the dashboard: "
        f"{listed(said)}."
    )
