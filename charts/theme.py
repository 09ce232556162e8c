"""How every chart looks beside its colours: dashes, symbols, patterns, type and sizes.

The template is the Government Analysis Function's, from ``afcharts``.
"""

from dataclasses import dataclass

import afcharts.pio_template  # noqa: F401  (importing it registers the template)
import plotly.graph_objects as go
import plotly.io as pio

from charts.palette import INK, PAPER, SERIES

DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x")
FONT = "Arial, Liberation Sans, Helvetica, sans-serif"
TITLE, TEXT, SMALL = 17, 13, 12
LEADING = 1.32


@dataclass(frozen=True)
class Size:
    """A form's room in pixels.

    ``width`` is what text is wrapped for; on screen the drawing then fills its container, so it
    is the least it must fit. ``heights`` are the heights allowed for each of ``widths`` tried
    (wide: 16 by 9, from large type to small); none means as tall as it needs.
    """

    widths: tuple[int, ...]
    heights: tuple[int, ...] = ()
    tallest: int = 0
    plot: int = 0
    """The most pixels an upright plot takes where its height is free; 0 leaves it to the chart."""
    responsive: bool = False
    pad: int = 16
    pixels: int = 0
    """How wide the picture is, in pixels, when it is exported."""
    alone: bool = True
    """Whether the picture may be taken by itself; else its words are set round it as text."""


SIZES = {
    "screen": Size(widths=(600,), responsive=True, pad=2),
    "narrow": Size(widths=(330,), responsive=True, pad=2),
    "report": Size(widths=(680,), tallest=880, plot=200, pad=8, pixels=1360),
    "page": Size(widths=(680,), tallest=800, plot=200, pad=8, pixels=1360, alone=False),
    "wide": Size(widths=(800, 1024, 1280), heights=(450, 576, 720), pixels=2560),
}


def pattern(shape: str) -> dict[str, object]:
    """A pattern of ``palette.PATTERNS`` for a bar's ``marker.pattern``."""
    if not shape:
        return {"shape": ""}
    return {
        "shape": shape,
        "fillmode": "overlay",
        "fgcolor": PAPER,
        "fgopacity": 0.55,
        "size": 7,
        "solidity": 0.22,
    }


def _template() -> go.layout.Template:
    """The afcharts template with our type sizes, and with no margin decided behind our back."""
    made = go.layout.Template(pio.templates["afcharts"])
    axis = {
        "automargin": False,
        "tickfont": {"size": TEXT, "color": INK},
        "ticklen": 4,
        "tickangle": 0,
        "zeroline": False,
    }
    made.layout.update(
        font={"family": FONT, "size": TEXT, "color": INK},
        annotationdefaults={"font": {"size": TEXT, "color": INK}, "showarrow": False},
        hoverlabel={"font": {"size": TEXT, "family": FONT}, "align": "left", "bgcolor": PAPER},
        hovermode="closest",
        legend={"font": {"size": TEXT}},
        xaxis=axis,
        yaxis=axis,
        colorway=SERIES,
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        uniformtext={"mode": False},
    )
    return made


TEMPLATE: dict[str, object] = _template().to_plotly_json()
