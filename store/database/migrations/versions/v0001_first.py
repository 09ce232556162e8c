"""Plans, snapshots, readings, records, problems and the ledger."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_plans"),
        sa.UniqueConstraint("name", name="uq_plans_name"),
    )
    op.create_table(
        "snapshots",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("plan_id", sa.Integer, nullable=False),
        sa.Column("as_at", sa.Date, nullable=False),
        sa.Column("file", sa.String(500), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_snapshots"),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name="fk_snapshots_plan_id"),
    )
    op.create_index("ix_snapshots_plan_id", "snapshots", ["plan_id"])
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("snapshot_id", sa.Integer, nullable=False),
        sa.Column("table_key", sa.String(60), nullable=False),
        sa.Column("sheet", sa.String(200), nullable=False),
        sa.Column("rows_read", sa.Integer, nullable=False),
        sa.Column("rows_left_out", sa.Integer, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name="fk_readings_snapshot_id"),
    )
    op.create_index("ix_readings_snapshot_id", "readings", ["snapshot_id"])
    op.create_table(
        "records",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("snapshot_id", sa.Integer, nullable=False),
        sa.Column("table_key", sa.String(60), nullable=False),
        sa.Column("sheet", sa.String(200), nullable=False),
        sa.Column("row", sa.Integer, nullable=False),
        sa.Column("cells", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_records"),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name="fk_records_snapshot_id"),
    )
    op.create_index("ix_records_snapshot_table", "records", ["snapshot_id", "table_key"])
    op.create_table(
        "problems",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("snapshot_id", sa.Integer, nullable=False),
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("cell", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("heading", sa.Text, nullable=False),
        sa.Column("found", sa.Text, nullable=False),
        sa.Column("advice", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_problems"),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name="fk_problems_snapshot_id"),
    )
    op.create_index("ix_problems_snapshot_id", "problems", ["snapshot_id"])
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("plan_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("on", sa.Date),
        sa.Column("snapshot_id", sa.Integer),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("ended_by", sa.String(200)),
        sa.Column("ended_at", MOMENT),
        sa.Column("ended_snapshot_id", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_ledger"),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name="fk_ledger_plan_id"),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name="fk_ledger_snapshot_id"),
        sa.ForeignKeyConstraint(
            ["ended_snapshot_id"], ["snapshots.id"], name="fk_ledger_ended_snapshot_id"
        ),
    )
    op.create_index("ix_ledger_plan_id", "ledger", ["plan_id"])
