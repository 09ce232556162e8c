"""What stands below a workstream's charts, on its page and in a pack: data, or a screen's name."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from workstreams.view import View


@dataclass(frozen=True)
class Section:
    """Sentences and a table under a heading; without a heading it goes on from what is above.

    ``table`` holds text cells under on-screen headings; ``caption`` says what it lists, in a
    sentence. ``rows_of`` is the key of the table whose records its rows are, by record id; "" where
    they are none.
    """

    heading: str
    words: tuple[str, ...] = ()
    table: pd.DataFrame | None = None
    caption: str = ""
    rows_of: str = ""


@dataclass(frozen=True)
class Screen:
    """A section with controls or forms of its own, which the pages draw by this name."""

    name: str


Told = Callable[[View], Section | None]
"""A section of a view; None where the view gives nothing to say."""
