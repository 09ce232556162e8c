"""What can be looked for in each plan, kept: so that a search over plans reads no history."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the empty table; what can be found of a plan is worked out when it is first needed."""
    op.create_table(
        "to_find",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("plan_id", sa.Integer, nullable=False),
        sa.Column("audience", sa.String(20), nullable=False),
        sa.Column("made_from", sa.String(200), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_to_find"),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name="fk_to_find_plan_id"),
        sa.UniqueConstraint("plan_id", "audience", name="uq_to_find_plan_id"),
    )
    op.create_index("ix_to_find_plan_id", "to_find", ["plan_id"])
