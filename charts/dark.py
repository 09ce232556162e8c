"""A drawing for a page that is dark: the same marks and words, each colour by its counterpart."""

from collections.abc import Mapping
from typing import Any

from charts.palette import IN_THE_DARK


def in_the_dark(drawn: Any) -> Any:
    """A copy of a figure's plain data, or of a part of it, with the colours of a dark page.

    Only what is a colour of ``palette`` changes; a word that an officer typed is none.
    """
    if isinstance(drawn, str):
        return IN_THE_DARK.get(drawn, drawn)
    if isinstance(drawn, Mapping):
        return {name: in_the_dark(part) for name, part in drawn.items()}
    if isinstance(drawn, list | tuple):
        return type(drawn)(in_the_dark(part) for part in drawn)
    return drawn
