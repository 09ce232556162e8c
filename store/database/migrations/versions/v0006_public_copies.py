"""Public copies: when the public saw a plan, so that nothing it is told later gives more away."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, with a line for each pack that was issued before there was one."""
    op.create_table(
        "public_copies",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("plan_id", sa.Integer, nullable=False),
        sa.Column("uploads", sa.String(60), nullable=False),
        sa.Column("alone", sa.Boolean, nullable=False),
        sa.Column("said", sa.Text),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_public_copies"),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name="fk_public_copies_plan_id"),
    )
    op.create_index("ix_public_copies_plan_id", "public_copies", ["plan_id"])
    ledger = sa.table("ledger", *(sa.column(name) for name in ("id", "plan_id", "kind", "at")))
    copies = sa.table(
        "public_copies",
        *(sa.column(name) for name in ("plan_id", "uploads")),
        sa.column("alone", sa.Boolean),
        sa.column("at", sa.DateTime(timezone=True)),
    )
    issued = (
        sa.select(ledger.c.plan_id, sa.literal(""), sa.true(), ledger.c.at)
        .where(ledger.c.kind == "pack")
        .order_by(ledger.c.id)
    )
    op.execute(copies.insert().from_select(["plan_id", "uploads", "alone", "at"], issued))
