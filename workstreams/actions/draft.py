"""What the charts of actions have in common: their frames, labels and the words around them."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts.spec import Chart, Kind
from measures.figures import Unit, printed
from workstreams.actions.book import Book

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


def names(rows: pd.DataFrame) -> list[str]:
    """How people name each of some actions."""
    return [name(ref, title) for ref, title in zip(rows["ref"], rows["title"], strict=True)]


def with_text(data: pd.DataFrame, unit: Unit = "count") -> pd.DataFrame:
    """A chart's data with each value as a figure prints it."""
    return data.assign(text=[printed(value, unit) for value in data["value"]])


def chart(
    book: Book,
    key: str,
    kind: Kind,
    finding: str,
    what: str,
    data: pd.DataFrame,
    headings: dict[str, str],
    *,
    of: pd.DataFrame | None = None,
    notes: Sequence[str] = (),
    by_status: bool = False,
    unit: Unit = "count",
    **more: Any,
) -> Chart:
    """A chart of actions, with its subtitle, notes, source and date filled in.

    ``by_status``: the chart rests on reported statuses, so it prints the plan's status key.
    """
    return Chart(
        key=f"actions.{key}",
        kind=kind,
        finding=finding,
        subtitle=book.subtitle(what, of),
        data=data,
        unit=unit,
        as_at=book.as_at,
        headings=headings,
        notes=(
            *notes,
            *([book.colour_note] if by_status and book.colour_note else []),
            *book.notes,
        ),
        source=book.source,
        **more,
    )
