"""Words and straight lines placed on a picture, as Plotly's plain data."""

from typing import Any

from charts.layout.text import safe, shown


def label(words: str | tuple[str, ...], **where: Any) -> dict[str, Any]:
    """A line of words, or several, letter for letter; in the axes' units where not told other."""
    text = safe(words) if isinstance(words, str) else shown(words)
    return {"text": text, "xref": "x", "yref": "y", "borderpad": 0, **where}


def pinned(text: str, left: float, **where: Any) -> dict[str, Any]:
    """Text in Plotly's markup, ``left`` pixels right of the plot's left edge."""
    where = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": left, "yref": "paper"} | where
    return {"text": text, "borderpad": 0, **where}


def stroke(
    x: tuple[Any, Any], y: tuple[Any, Any], look: dict[str, Any], **where: Any
) -> dict[str, Any]:
    """A straight line between two places on each axis."""
    ends = {"x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]}
    return {"type": "line", "xref": "x", "yref": "y", "line": look, **ends, **where}
