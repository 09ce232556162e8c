"""Plans in short: kept sums, so that many plans can be listed without reading their histories."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the empty table; each plan's line is worked out when it is first needed."""
    op.create_table(
        "in_short",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("plan_id", sa.Integer, nullable=False),
        sa.Column("audience", sa.String(20), nullable=False),
        sa.Column("made_from", sa.String(200), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_in_short"),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name="fk_in_short_plan_id"),
        sa.UniqueConstraint("plan_id", "audience", name="uq_in_short_plan_id"),
    )
    op.create_index("ix_in_short_plan_id", "in_short", ["plan_id"])
