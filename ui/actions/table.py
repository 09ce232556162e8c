"""A list of actions a page at a time, each row with where it stands in the file."""

import pandas as pd

from ui.pieces import tables
from ui.shell.opened import Opened
from workstreams.actions.columns import ACTIONS


def paged(opened: Opened, rows: pd.DataFrame, alt: str, key: str, size: int = 8) -> None:
    """Text cells indexed by record id."""
    tables.placed(opened, rows, ACTIONS.key, alt, key, size)
