"""The store's tables: plans, sources, snapshots with readings, records, problems; ledger, people.

Nothing but ``ended_*`` of the ledger and of people is ever changed once written, and that once;
a plan can be deleted for good, with every row that is of it (``store/keeping``).
What was worked out from the rest (``in_short``, ``to_find``) is replaced whenever the rest changes,
and what a public copy said is worked out once, when it is first needed.
"""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, on every database; databases without time zones keep it without one."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC on the way in."""
        return value if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """As UTC on the way out."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


METADATA = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _of(table: str) -> sa.Column[int]:
    return sa.Column(f"{table}_id", sa.ForeignKey(f"{table}s.id"), nullable=False, index=True)


def _by() -> sa.Column[str]:
    return sa.Column("by", sa.String(200), nullable=False)


def _at() -> sa.Column[datetime]:
    return sa.Column("at", Moment, nullable=False)


def _worked_out(name: str) -> sa.Table:
    """What was worked out of each plan, as each audience may see it."""
    return sa.Table(
        name,
        METADATA,
        _id(),
        _of("plan"),
        sa.Column("audience", sa.String(20), nullable=False),
        # What it was worked out from: the plan's version and that of the rules.
        sa.Column("made_from", sa.String(200), nullable=False),
        # JSON.
        sa.Column("value", sa.Text, nullable=False),
        sa.UniqueConstraint("plan_id", "audience", name=f"uq_{name}_plan_id"),
    )


PLANS = sa.Table(
    "plans",
    METADATA,
    _id(),
    # What a plan is called and who it reports to stands in the ledger, where its past is kept;
    # the name is here as well so that no two plans can have the same one.
    sa.Column("name", sa.String(300), nullable=False, unique=True),
    _by(),
    _at(),
)
SOURCES = sa.Table(
    "sources",
    METADATA,
    _id(),
    _of("plan"),
    sa.Column("name", sa.String(200), nullable=False),
    _by(),
    _at(),
)
SNAPSHOTS = sa.Table(
    "snapshots",
    METADATA,
    _id(),
    _of("plan"),
    # Which of the plan's sources it is the file of; always given, though an older store, which
    # gained the column later, cannot be told so.
    sa.Column("source_id", sa.ForeignKey("sources.id"), index=True),
    sa.Column("as_at", sa.Date, nullable=False),
    sa.Column("file", sa.String(500), nullable=False),
    sa.Column("fingerprint", sa.String(64), nullable=False),
    # What else was said of the file as a whole (JSON): sheets left out, notes, software.
    sa.Column("detail", sa.Text, nullable=False),
    _by(),
    _at(),
)
READINGS = sa.Table(
    "readings",
    METADATA,
    _id(),
    _of("snapshot"),
    sa.Column("table_key", sa.String(60), nullable=False),
    sa.Column("sheet", sa.String(200), nullable=False),
    sa.Column("rows_read", sa.Integer, nullable=False),
    sa.Column("rows_left_out", sa.Integer, nullable=False),
    # How it was read (JSON): heading rows, headings, fields, letters, the rows left out and why.
    sa.Column("detail", sa.Text, nullable=False),
)
RECORDS = sa.Table(
    "records",
    METADATA,
    _id(),
    sa.Column("snapshot_id", sa.ForeignKey("snapshots.id"), nullable=False),
    sa.Column("table_key", sa.String(60), nullable=False),
    sa.Column("sheet", sa.String(200), nullable=False),
    sa.Column("row", sa.Integer, nullable=False),
    # The filled cells as one line of JSON: field -> text, number or ISO date.
    sa.Column("cells", sa.Text, nullable=False),
    sa.Index("ix_records_snapshot_table", "snapshot_id", "table_key"),
)
PROBLEMS = sa.Table(
    "problems",
    METADATA,
    _id(),
    _of("snapshot"),
    *(
        sa.Column(name, sa.Text, nullable=False)
        for name in ("level", "sheet", "cell", "field", "heading", "found", "advice", "reason")
    ),
)
PEOPLE = sa.Table(
    "people",
    METADATA,
    _id(),
    # In small letters, as the sign-in gives it.
    sa.Column("address", sa.String(320), nullable=False, index=True),
    sa.Column("role", sa.String(20), nullable=False),
    # None: in every plan, also in those to come.
    sa.Column("plan_id", sa.ForeignKey("plans.id")),
    _by(),
    _at(),
    sa.Column("ended_by", sa.String(200)),
    sa.Column("ended_at", Moment),
)
LEDGER = sa.Table(
    "ledger",
    METADATA,
    _id(),
    _of("plan"),
    sa.Column("kind", sa.String(60), nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("on", sa.Date),
    # The upload whose sheet said so; its lines fall with it when it is withdrawn.
    sa.Column("snapshot_id", sa.ForeignKey("snapshots.id")),
    _by(),
    _at(),
    sa.Column("ended_by", sa.String(200)),
    sa.Column("ended_at", Moment),
    sa.Column("ended_snapshot_id", sa.ForeignKey("snapshots.id")),
)
IN_SHORT = _worked_out("in_short")
"""Plans in short."""
TO_FIND = _worked_out("to_find")
"""What can be looked for, in the words that an audience may read."""
PUBLIC_COPIES = sa.Table(
    "public_copies",
    METADATA,
    _id(),
    _of("plan"),
    # Which uploads stood (``store.database.version.uploads_in``) when the public saw the plan.
    sa.Column("uploads", sa.String(60), nullable=False),
    # True of packs issued by versions that looked at no copy before: what they said is as it was.
    sa.Column("alone", sa.Boolean, nullable=False),
    # What the copy said that later ones are decided against (JSON), once that was worked out.
    sa.Column("said", sa.Text),
    _at(),
)
