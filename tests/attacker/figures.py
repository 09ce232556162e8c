"""Reads a Plotly figure: every string in it, and every mark as a row of name, place and words."""

import re
from collections.abc import Iterator
from typing import Any

from tests.attacker.held import Grid, Held, held


def read(figure: dict[str, Any], about: str = "") -> Held:
    """A figure; ``about`` is what the page says it shows."""
    texts = [plain(text) for text in strings(figure)]
    rows = tuple(row for trace in figure.get("data", ()) for row in _rows(trace))
    return held(texts, [Grid(f"{about} {' '.join(texts)}", rows)])


def strings(value: Any) -> Iterator[str]:
    """Every string anywhere in what JSON can hold, names and values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def plain(text: str) -> str:
    """A label without Plotly's marks."""
    return re.sub(r"<[^>]*>", " ", text)


def _rows(trace: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Each mark: the trace's name, across, up; and each of its words, cut at the line ends."""
    name = str(trace.get("name", ""))
    across, up = trace.get("x") or [], trace.get("y") or []
    if isinstance(across, list) and isinstance(up, list):
        for one, other in zip(across, up, strict=False):
            yield name, str(one), str(other)
    for field in ("hovertext", "text", "z"):
        said = trace.get(field)
        for words in said if isinstance(said, list) else [said]:
            parts = re.split(r"<br ?/?>", str(words))
            yield name, *(plain(part).strip() for part in parts)
