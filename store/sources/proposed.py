"""Which of a plan's sources a file continues, or whether it adds one: proposed, with the reason."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa

from loaders.declared import Table
from loaders.outcome import Checked
from measures.following.keys import ref_key, wording_key
from measures.following.likeness import likeness
from store import upload_rows
from store.access.roles import Right
from store.access.visitor import require
from store.database.tables import READINGS, RECORDS, SNAPSHOTS, SOURCES
from store.said import ledger
from store.sources.kept import Adds, Into, named, renamed
from store.sources.names import name_key, proposed_name
from workstreams import TABLES
from workstreams.plan.columns import PLAN_TABLES
from workstreams.view import Source
from workstreams.wording import are, counted

MOST, SOME, ANY = 0.5, 0.2, 0.1
"""Shares of rows: most of them are the same, a good part is, or so few that it may be chance."""
SAME_HEADINGS = 0.6
"""From this share of headings in common on, two files are laid out alike."""
SAME_ACTION = 55.0
"""From this likeness of wording on (0 to 100), one reference means one record."""
BY_KEY = {table.key: table for table in TABLES if table not in PLAN_TABLES}


@dataclass(frozen=True)
class Alike:
    """One source beside a file.

    ``named``: a file of it had this name; ``sheets``: it has a sheet of the same name. ``headings``
    is the share of headings in common. ``same`` of the file's ``rows`` are in its latest file,
    which has ``held``, counted over the ``tables`` (sheets' names) that both have.
    """

    source: Source
    named: bool = False
    sheets: bool = False
    headings: float = 0.0
    same: int = 0
    rows: int = 0
    held: int = 0
    tables: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """How much of the file it has already."""
        return self.same / self.rows if self.rows else 0.0

    @property
    def kept(self) -> float:
        """How much of it the file has."""
        return self.same / self.held if self.held else 0.0

    @property
    def sure(self) -> bool:
        """Whether nobody need be asked: the file is the next of this source."""
        laid_out = self.headings >= SAME_HEADINGS
        if self.named and laid_out:
            return True
        if self.share >= SOME and (laid_out or self.named):
            return self.kept >= ANY
        return self.share >= MOST and self.kept >= SOME

    @property
    def likely(self) -> bool:
        """Whether the file may be the next of this source."""
        return self.named or self.headings >= SAME_HEADINGS or max(self.share, self.kept) >= ANY

    @property
    def weight(self) -> tuple[bool, float, bool, float, bool]:
        """What is likest has the most."""
        return self.sure, self.share + self.kept, self.named, self.headings, self.sheets


@dataclass(frozen=True)
class Proposal:
    """Where a file goes, whether that is ``sure`` or must be answered, and ``why``: one sentence.

    ``beside`` are the plan's sources, the likest first; ``name`` is what a new one would be called.
    """

    into: Into
    sure: bool
    why: str
    name: str
    beside: tuple[Alike, ...] = ()


@dataclass
class _Held:
    """What a source's uploads that stand are known by."""

    names: set[str] = field(default_factory=set)
    sheets: set[str] = field(default_factory=set)
    latest: dict[str, tuple[int, set[str]]] = field(default_factory=dict)
    """Of each table the latest snapshot that holds it, and its headings there."""


def propose(engine: sa.Engine, plan_id: int, checked: Checked) -> Proposal:
    """The source of the plan that a file continues, or the one that it adds."""
    require(Right.UPLOAD, plan_id)
    with engine.connect() as connection:
        return propose_in(connection, plan_id, checked)


def propose_in(connection: sa.Connection, plan_id: int, checked: Checked) -> Proposal:
    """As ``propose``, within a transaction."""
    name = _free(connection, plan_id, proposed_name(checked))
    beside = alike(connection, plan_id, checked)
    adds = Adds(name)
    if not beside:
        return Proposal(adds, True, "It is the first file of this plan.", name)
    first, *others = beside
    sure = [one for one in beside if one.sure]
    if len(sure) == 1 or (sure and sure[0].share > sure[1].share):
        return Proposal(first.source, True, _continues(first), name, beside)
    if sure:
        why = f"It is as like {_quoted(sure[1])} as {_quoted(first)}."
        return Proposal(first.source, False, why, name, beside)
    likely = [one for one in beside if one.likely]
    if not likely:
        # Of a kind that the plan has already it may be a file of another plan.
        new_kind = not any(one.rows and one.held for one in beside)
        return Proposal(adds, new_kind, _is_another(checked, beside), name, beside)
    return Proposal(likely[0].source, False, _may_be(likely[0]), name, beside)


def alike(connection: sa.Connection, plan_id: int, checked: Checked) -> tuple[Alike, ...]:
    """The plan's sources beside a file, the likest first."""
    held = _held(connection, plan_id)
    own = _own(checked)
    rows: dict[str, list[Mapping[str, object]]] = {}
    for record in upload_rows.records(checked):
        rows.setdefault(record["table_key"], []).append(json.loads(record["cells"]))
    name = name_key(checked.file)
    sheets = {key for reading in checked.readings if (key := name_key(reading.sheet))}
    found = []
    for source, has in held.items():
        shared = [key for key in own if key in has.latest]
        both = [own[key] for key in shared], [has.latest[key][1] for key in shared]
        mine, theirs = (set().union(*sets) for sets in both)
        stored = _stored(connection, {key: has.latest[key][0] for key in shared})
        found.append(
            Alike(
                source,
                named=bool(name) and name in has.names,
                sheets=bool(sheets & has.sheets),
                headings=len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0,
                same=sum(_same(BY_KEY[k], rows.get(k, []), stored.get(k, [])) for k in shared),
                rows=sum(len(rows.get(key, ())) for key in shared),
                held=sum(len(stored.get(key, ())) for key in shared),
                tables=tuple(BY_KEY[key].sheet for key in shared),
            )
        )
    return tuple(sorted(found, key=lambda one: one.weight, reverse=True))


def _held(connection: sa.Connection, plan_id: int) -> dict[Source, _Held]:
    lines = ledger.read(connection, plan_id)
    names = renamed(lines)
    found: dict[Source, _Held] = {}
    query = (
        sa.select(
            SOURCES.c.id,
            SOURCES.c.name,
            SNAPSHOTS.c.id.label("snapshot"),
            SNAPSHOTS.c.file,
            READINGS.c.table_key,
            READINGS.c.sheet,
            READINGS.c.rows_read,
            READINGS.c.detail,
        )
        .join_from(SOURCES, SNAPSHOTS, SNAPSHOTS.c.source_id == SOURCES.c.id)
        .join(READINGS, READINGS.c.snapshot_id == SNAPSHOTS.c.id)
        .where(SOURCES.c.plan_id == plan_id)
        .order_by(SNAPSHOTS.c.as_at, SNAPSHOTS.c.id)
    )
    for row in connection.execute(query):
        if row.snapshot in lines.withdrawn:
            continue
        has = found.setdefault(Source(row.id, names.get(row.id, row.name)), _Held())
        has.names.add(name_key(row.file))
        has.sheets.add(name_key(row.sheet))
        if row.table_key in BY_KEY and row.rows_read:
            snapshot, headings = has.latest.get(row.table_key, (0, set()))
            before = headings if snapshot == row.snapshot else set()
            own = _keys(json.loads(row.detail)["headings"])
            has.latest[row.table_key] = row.snapshot, before | own
    return found


def _own(checked: Checked) -> dict[str, set[str]]:
    """The headings of each table of a file that holds records."""
    found: dict[str, set[str]] = {}
    for reading in checked.readings:
        if reading.table in BY_KEY and len(reading.frame):
            found.setdefault(reading.table, set()).update(_keys(reading.headings))
    return found


def _keys(headings: Iterable[str]) -> set[str]:
    """Headings as they are compared: "Progress October" and "Progress December" are one."""
    return {key for heading in headings if (key := name_key(heading) or wording_key(heading))}


def _stored(
    connection: sa.Connection, latest: Mapping[str, int]
) -> dict[str, list[Mapping[str, object]]]:
    """The cells of each table's records in the snapshot given for it."""
    found: dict[str, list[Mapping[str, object]]] = {}
    for key, snapshot in latest.items():
        cells = connection.execute(
            sa.select(RECORDS.c.cells).where(
                RECORDS.c.snapshot_id == snapshot, RECORDS.c.table_key == key
            )
        ).scalars()
        found[key] = [json.loads(one) for one in cells]
    return found


def _same(
    table: Table, rows: list[Mapping[str, object]], stored: list[Mapping[str, object]]
) -> int:
    """How many rows are a stored record: by their words, or by a reference and much the same words.

    Where a table is not known by a reference and words, by all that names a record but its dates:
    the next file may hold the next months alone.
    """
    if len(table.listing.known_by) != 2:
        names = [one for one in table.listing.named_by if table[one].kind.dtype == "str"]
        known = {tuple(wording_key(str(cells.get(one, ""))) for one in names) for cells in stored}
        return sum(
            tuple(wording_key(str(cells.get(one, ""))) for one in names) in known for cells in rows
        )
    ref, words = table.listing.known_by
    by_words = {wording_key(str(cells[words])) for cells in stored if words in cells}
    by_ref = {
        ref_key(str(cells[ref])): wording_key(str(cells.get(words, "")))
        for cells in stored
        if ref in cells
    }
    same = 0
    for cells in rows:
        said = wording_key(str(cells.get(words, "")))
        was = by_ref.get(ref_key(str(cells.get(ref, ""))), "")
        same += said in by_words or bool(was and said and likeness(was, said) >= SAME_ACTION)
    return same


def _free(connection: sa.Connection, plan_id: int, name: str) -> str:
    """A name that no source of the plan has: with a number after it where it must be."""
    number, free = 1, name
    while named(connection, plan_id, free) is not None:
        number += 1
        free = f"{name} {number}"
    return free


def _continues(one: Alike) -> str:
    if one.share >= SOME:
        return f"{one.same:,} of its {counted(one.rows, 'row')} {are(one.same)} in it already."
    return "An earlier file of it had this name and these headings."


def _may_be(one: Alike) -> str:
    rows = f"{one.same or 'none'} of its {counted(one.rows, 'row')} {are(one.same or 1)} in it"
    if one.named:
        return f"An earlier file of {_quoted(one)} had this name, but {rows}."
    if one.headings >= SAME_HEADINGS:
        return f"It is laid out like {_quoted(one)}, but {rows}."
    return f"It is not laid out like {_quoted(one)}, though {rows}."


def _is_another(checked: Checked, beside: tuple[Alike, ...]) -> str:
    shared = [one for one in beside if one.rows]
    if not shared:
        held = [BY_KEY[r.table].sheet for r in checked.readings if r.table in BY_KEY]
        what = held[0].lower() if held else "records of this kind"
        return f"No file of this plan holds {what} yet."
    first = shared[0]
    same = f"None of its {counted(first.rows, 'row')} is"
    if first.same:
        same = f"Only {first.same} of its {counted(first.rows, 'row')} {are(first.same)}"
    return f"{same} in {_quoted(first)}, and it has other headings."


def _quoted(one: Alike) -> str:
    return f"“{one.source.name}”"
