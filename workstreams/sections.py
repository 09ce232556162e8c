"""What answers a question on a workstream's page, or stands in its part of a pack."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from workstreams.view import View


@dataclass(frozen=True)
class Section:
    """Sentences and a table under a heading; without a heading it goes on from what is above.

    ``table`` holds text cells under on-screen headings; ``caption`` says what it lists, in a
    sentence. ``rows_of`` is the key of the table whose records its rows are, by record id; "" where
    they are none. ``for_everybody`` says that it holds only what a public copy may say where the
    workstream's rows are for members only.
    """

    heading: str
    words: tuple[str, ...] = ()
    table: pd.DataFrame | None = None
    caption: str = ""
    rows_of: str = ""
    for_everybody: bool = False


@dataclass(frozen=True)
class Screen:
    """A section with controls or forms of its own, which the pages draw by this name."""

    name: str


Told = Callable[[View], Section | None]
"""A section of a view; None where the view gives nothing to say."""


@dataclass(frozen=True)
class Topic:
    """A question that a chair asks of a workstream; what answers it is opened on its page.

    ``key`` stands in the page's address. ``charts`` are those that answer it, by their names (the
    key without the workstream's); ``sections`` stand below them.
    """

    key: str
    question: str
    charts: tuple[str, ...] = ()
    sections: tuple[Told | Screen, ...] = ()


REST, FIGURES, RECORDS = "more", "figures", "records"
"""The keys of the questions that each page asks by itself: charts that no other question names,
all figures in one table, the records."""
ALL_FIGURES = Topic(FIGURES, "What are all the figures?")
THE_RECORDS = Topic(RECORDS, "What do the records say?")
