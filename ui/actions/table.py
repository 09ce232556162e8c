"""A list of actions a page at a time, each row with where it stands in the file."""

from functools import partial

import pandas as pd

from ui import data
from ui.pieces import tables
from ui.shell.look import Opened


def paged(opened: Opened, rows: pd.DataFrame, alt: str, key: str, size: int = 8) -> None:
    """Text cells indexed by record id. Only the rows on the screen are looked up."""
    tables.paged(rows, alt, key, size, partial(data.placed, opened, "actions"))
