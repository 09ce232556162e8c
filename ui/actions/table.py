"""A list of actions a page at a time, each row with where it stands in the file."""

from functools import partial

import pandas as pd

from ui.pieces import tables
from ui.shell.opened import Opened
from workstreams.actions.columns import ACTIONS
from workstreams.source import placed


def paged(opened: Opened, rows: pd.DataFrame, alt: str, key: str, size: int = 8) -> None:
    """Text cells indexed by record id. Only the rows on the screen are looked up."""
    tables.paged(rows, alt, key, size, partial(placed, opened.view, ACTIONS.key))
