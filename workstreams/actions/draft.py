"""What the charts of actions have in common: their frames, labels and the words around them."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts.spec import Chart, Kind
from measures.figures import printed
from workstreams import drawn
from workstreams.actions.book import Book
from workstreams.wording import counted

LABEL = 90
"""Letters of an action's wording that a label shows; the records show all of it."""


def name(ref: object, title: object) -> str:
    """An action as people name it: its reference and its wording."""
    parts = [str(part).strip() for part in (ref, title) if isinstance(part, str)]
    return shortened(" ".join(parts) or "An action without wording")


def shortened(text: str, most: int = LABEL) -> str:
    """The text, cut at a space where it is long."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def shortened_apart(texts: Sequence[str], most: int) -> list[str]:
    """Each text cut where it is long; of others that would look the same, each has a number."""
    shown: dict[str, str] = {}
    for text in dict.fromkeys(texts):
        cut, again = shortened(text, most), 2
        while cut in shown.values():
            cut, again = f"{shortened(text, most)} ({again})", again + 1
        shown[text] = cut
    return [shown[text] for text in texts]


def names(rows: pd.DataFrame) -> list[str]:
    """How people name each of some actions."""
    return [name(ref, title) for ref, title in zip(rows["ref"], rows["title"], strict=True)]


def with_text(data: pd.DataFrame) -> pd.DataFrame:
    """A chart's data with each count as a figure prints it."""
    return data.assign(text=[printed(value, "count") for value in data["value"]])


def chart(
    book: Book,
    key: str,
    kind: Kind,
    finding: str,
    what: str,
    data: pd.DataFrame,
    headings: dict[str, str],
    *,
    measure: str,
    of: pd.DataFrame | None = None,
    notes: Sequence[str] = (),
    by_status: bool = False,
    **more: Any,
) -> Chart:
    """A chart of actions, with its subtitle, notes, source and date filled in.

    ``of`` are the actions in it, where these are not all in scope. ``by_status``: the chart rests
    on reported statuses, so it prints the plan's status key.
    """
    return drawn.chart(
        book.view,
        f"actions.{key}",
        kind,
        finding,
        (what, counted(len(book.in_scope if of is None else of), "action")),
        data,
        headings,
        as_at=book.as_at,
        measure=f"actions.{measure}",
        notes=(*notes, book.colour_note if by_status else "", *book.notes),
        source=book.source,
        **more,
    )
