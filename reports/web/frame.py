"""What surrounds the blocks of a one-file page: its head and style, and what draws the charts."""

from html import escape

from charts.palette import coloured
from reports.content import made_from
from reports.content.blocks import Pack

STYLE = coloured("""
:root { color-scheme: light; }
body { font: 1rem/1.5 Arial, "Liberation Sans", Helvetica, sans-serif; color: $ink;
  background: $paper; margin: 0; overflow-wrap: break-word; }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; background: $paper; padding: .5rem; }
h1, h2, h3 { color: $blue; line-height: 1.25; }
h1 { font-size: 1.9rem; } h2 { font-size: 1.45rem; margin-top: 2.5rem; }
h3 { font-size: 1.15rem; margin-top: 1.8rem; } h4 { font-size: 1rem; }
.banner { font-weight: bold; border: 3px solid $ink; padding: .5rem .75rem; }
.lead { font-size: 1.1rem; font-weight: bold; }
.notice { border-left: 4px solid $blue; padding-left: .75rem; }
.small, figcaption, .foot { font-size: .875rem; color: $foot; }
figure { margin: 1.5rem 0; border: 1px solid $pale; padding: 1rem; }
figure h3, figure h4 { margin-top: 0; }
.chart { width: 100%; overflow: hidden; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0 1.25rem; width: 100%; font-size: .9rem; }
.wide { min-width: 42rem; } .wide caption { max-width: calc(100vw - 3rem); }
caption { text-align: left; color: $foot; font-size: .875rem; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem .3rem 0;
  border-bottom: 1px solid $quiet; }
thead th { background: $panel; padding-left: .35rem; } td, tbody th { padding-left: .35rem; }
tbody th { font-weight: normal; }
details > summary { cursor: pointer; color: $blue; text-decoration: underline; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid $blue;
  outline-offset: 2px; }
@media print { figure, tr { break-inside: avoid; } .skip { display: none; }
  .wide { min-width: 0; } }
""")

SCRIPT = """
const settings = { displayModeBar: false, responsive: true, scrollZoom: false };
for (const place of document.querySelectorAll(".chart")) {
  const forms = JSON.parse(document.getElementById(place.dataset.from).textContent);
  let drawn = "";
  const draw = () => {
    const form = place.clientWidth < 600 ? "narrow" : "screen";
    if (form !== drawn) {
      drawn = form;
      place.style.height = forms[form].layout.height + "px";
      Plotly.react(place, forms[form].data, forms[form].layout, settings);
    }
  };
  draw();
  new ResizeObserver(draw).observe(place);
}
"""


def head(pack: Pack, title: str, policy: str, style: str = "") -> str:
    """How a page begins, up to its first words.

    ``title`` is HTML, ``policy`` what the page may fetch, ``style`` what it adds to that of all.
    """
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="description" content="{escape(made_from.sentence(pack))}">
<title>{title}</title>
<style>{STYLE}{style}</style>
</head>
<body>"""
