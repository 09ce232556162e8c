"""No word is kept of a row that an error kept out."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take out what was found in those rows: it may name somebody. What to do about it stays."""
    op.execute("UPDATE problems SET found = '' WHERE level = 'error'")
