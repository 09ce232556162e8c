"""How every chart looks: colours in their order, patterns, type and sizes.

Colours and template are the Government Analysis Function's, from ``afcharts``. Consecutive
colours of the palette stand 3:1 apart, but the first, third and fifth do not, nor the second,
fourth and sixth; so from the third on a pattern tells them apart, in grey print too.
"""

from dataclasses import dataclass

import afcharts.pio_template  # noqa: F401  (importing it registers the template)
import plotly.graph_objects as go
import plotly.io as pio

BLUE, TURQUOISE, PLUM, ORANGE, GREY, LILAC = COLOURS = (
    "#12436D",
    "#28A197",
    "#801650",
    "#F46A25",
    "#3D3D3D",
    "#A285D1",
)
DARK = frozenset({BLUE, PLUM, GREY})
PATTERNS = ("", "", "/", "\\", ".", "x")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x")
QUIET = "#6F777B"
"""Grey for what is not in focus: 4.5 to 1 on white, where the palette's own grey has 1.8."""
PALE = "#D6D6D6"
INK = "#0B0C0C"
SOFT_INK = "#4A5157"
PAPER = "#FFFFFF"
SHADES = ("#F2F6FA", "#D5E6F5", "#ADD1F1", "#6BACE6", "#2073BC", "#12436D")
"""Light to dark, for the cells of a grid."""

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


SIZES = {
    "screen": Size(widths=(600,), responsive=True, pad=2),
    "narrow": Size(widths=(330,), responsive=True, pad=2),
    "report": Size(widths=(680,), tallest=880, plot=200, pad=8, pixels=1360),
    "wide": Size(widths=(800, 1024, 1280), heights=(450, 576, 720), pixels=2560),
}


def colour(place: int) -> str:
    """The colour of a series by its place in the order."""
    return COLOURS[place % len(COLOURS)]


def ink_on(fill: str) -> str:
    """The colour of words on a fill: white on the dark three, near black on the rest."""
    return PAPER if fill in DARK or fill in SHADES[-2:] else INK


def pattern(place: int) -> dict[str, object]:
    """The pattern of a series by its place, for a bar's ``marker.pattern``."""
    shape = PATTERNS[place % len(PATTERNS)]
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
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        uniformtext={"mode": False},
    )
    return made


TEMPLATE: dict[str, object] = _template().to_plotly_json()
