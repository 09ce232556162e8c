"""A figure under a heading that names a date, with its own month where that is another one."""

from datetime import date

from measures.figures import Figure


def cell(figure: Figure, heading: date | None) -> str:
    """The figure with its parts; with its month where it was true on another day than ``heading``.

    A yearly census or a monthly series stands under the date of the snapshot it came with.
    """
    own = figure.as_at if figure.as_at != heading else None
    return f"{figure.full}, {own:%b}\u00a0{own:%Y}" if own else figure.full
