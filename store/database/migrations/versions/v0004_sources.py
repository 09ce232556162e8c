"""Sources: each of the files that a plan is kept in. Uploads so far are put to those they were of.

Until now the latest upload with a table stood for it. So that every figure and pack stays as it
was, uploads that have a table in common become one source; those that have none, one each.
"""

import re
from collections.abc import Iterable, Mapping

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
OF_THE_PLAN = {"about", "meetings", "targets", "events", "key", "thresholds", "owners_left"}
"""Sheets about the plan itself, which stand in files of any kind."""
DATE = re.compile(
    r"(?ix) \d{1,4}[-._ /]\d{1,2}[-._ /]\d{1,4} | \b\d{4,8}\b | \b\d{1,2}(?:st|nd|rd|th)?\b"
    r"| \b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
)


def upgrade() -> None:
    """Make the table of sources, and put every snapshot to one."""
    op.create_table(
        "sources",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("plan_id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name="fk_sources_plan_id"),
    )
    op.create_index("ix_sources_plan_id", "sources", ["plan_id"])
    # In words of its own: SQLite adds a reference only together with its column.
    op.execute(
        "ALTER TABLE snapshots ADD COLUMN source_id INTEGER "
        "CONSTRAINT fk_snapshots_source_id REFERENCES sources (id)"
    )
    op.create_index("ix_snapshots_source_id", "snapshots", ["source_id"])
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    sources = sa.table("sources", *map(sa.column, ("id", "plan_id", "name", "by")),
                       sa.column("at", MOMENT))  # fmt: skip
    snapshots = sa.table("snapshots", *map(sa.column, ("id", "plan_id", "file", "by", "source_id")),
                         sa.column("at", MOMENT))  # fmt: skip
    readings = sa.table("readings", *map(sa.column, ("snapshot_id", "table_key", "rows_read")))
    rows = connection.execute(
        sa.select(snapshots.c.id, snapshots.c.plan_id, snapshots.c.file, snapshots.c.by,
                  snapshots.c.at).order_by(snapshots.c.id)
    ).all()  # fmt: skip
    held: dict[int, set[str]] = {row.id: set() for row in rows}
    for snapshot, key in connection.execute(
        sa.select(readings.c.snapshot_id, readings.c.table_key).where(readings.c.rows_read > 0)
    ):
        held[snapshot].add(key)
    by_plan: dict[int, list[int]] = {}
    for row in rows:
        by_plan.setdefault(row.plan_id, []).append(row.id)
    row_of = {row.id: row for row in rows}
    number = 0
    for plan, ids in by_plan.items():
        taken: set[str] = set()
        for group in together({one: held[one] - OF_THE_PLAN for one in ids}):
            number += 1
            last = max(group, key=lambda one: (bool(held[one] - OF_THE_PLAN), one))
            name = _name(row_of[last].file, taken)
            taken.add(name)
            first = row_of[group[0]]
            connection.execute(
                sources.insert().values(
                    id=number, plan_id=plan, name=name, by=first.by, at=first.at
                )
            )
            connection.execute(
                snapshots.update().where(snapshots.c.id.in_(group)).values(source_id=number)
            )
    if number and connection.dialect.name == "postgresql":
        connection.execute(
            sa.text("SELECT setval(pg_get_serial_sequence('sources', 'id'), :last)"),
            {"last": number},
        )


def together(held: Mapping[int, Iterable[str]]) -> list[list[int]]:
    """Snapshots that have a table in common, directly or by others between them, oldest first.

    One that holds nothing of its own goes with the first of the others.
    """
    groups: list[tuple[list[int], set[str]]] = []
    bare: list[int] = []
    for snapshot, keys in held.items():
        own = set(keys)
        if not own:
            bare.append(snapshot)
            continue
        ids = [snapshot]
        for group in [one for one in groups if one[1] & own]:
            groups.remove(group)
            ids, own = [*group[0], *ids], own | group[1]
        groups.append((sorted(ids), own))
    found = sorted(ids for ids, _ in groups)
    if bare:
        found = [sorted([*found[0], *bare]), *found[1:]] if found else [bare]
    return found


def _name(file: str, taken: set[str]) -> str:
    """What a source is called: by its last file, without dates and ending."""
    stem = DATE.sub(" ", re.sub(r"\.\w{1,5}$", "", file).replace("_", " "))
    words = " ".join(re.sub(r"[^\w&’']+", " ", stem).split())
    name = words[:1].upper() + words[1:] if len(words) > 2 else "Workbook"
    name = name[:180]
    numbered = [name, *(f"{name} {number}" for number in range(2, len(taken) + 2))]
    return next(one for one in numbered if one not in taken)
