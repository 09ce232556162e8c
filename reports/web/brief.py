"""The chair's brief as one small file that a phone opens: no network, no script."""

from html import escape

from charts.palette import coloured
from reports.content import made_from
from reports.content.blocks import COPIES, Pack
from reports.content.one_side import Asked, Rows
from reports.content.words import ASKED
from reports.web.frame import head
from workstreams.across.headlines import Headline
from workstreams.asking import BLANK
from workstreams.wording import day

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
OWN = coloured("""
main, header, footer { max-width: 42rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 1.75rem; }
h3 { font-size: 1rem; margin: 0; }
.figures { display: grid; gap: .75rem;
  grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
.figures > div { border: 1px solid $quiet; padding: .6rem .75rem; }
.figures p { margin: 0; }
.now { display: block; font-size: 1.7rem; line-height: 1.3; }
.worse { font-weight: bold; }
main li { margin-bottom: .35rem; }
""")


def write(pack: Pack) -> bytes:
    """The page's bytes; the same pack gives the same bytes."""
    banner = f'<p class="banner">{escape(pack.banner)}</p>' if pack.banner else ""
    title = escape(f"Chair’s brief: {pack.title}")
    council = f"{escape(pack.council)}<br>" if pack.council else ""
    page = f"""{head(pack, title, POLICY, OWN)}
<header>{banner}
<h1>{title}</h1>
<p>{council}For {escape(pack.committee)}, {day(pack.meeting)}
<br>{COPIES[pack.audience]}. Data as at {day(pack.as_at)}.</p>
</header>
<main>
{_body(pack)}
</main>
<footer class="foot"><p>{escape(made_from.in_brief(pack))}</p>{banner}</footer>
</body>
</html>
"""
    return page.encode("utf-8")


def _body(pack: Pack) -> str:
    made = pack.brief
    parts = [
        f'<p class="notice">{escape(made.illustrative)}</p>' if made.illustrative else "",
        "<h2>How it stands</h2>",
        f'<div class="figures">{"".join(_figure(one) for one in made.figures)}</div>',
        f"<h2>{escape(made.changed_heading)}</h2>",
        f"<p>{escape(made.compared)}</p>",
        _list("ul", [escape(text) for text in made.changed]),
        _rows(made.late),
        _rows(made.unseen),
        f"<h2>{escape(made.asked_heading)}</h2>" if made.asked else "",
        _list("ol", [_asked(one) for one in made.asked]),
        f"<h2>{escape(ASKED)}</h2>" if made.to_do else "",
        _list("ol", [escape(line) for line in made.to_do]),
    ]
    return "\n".join(part for part in parts if part)


def _figure(one: Headline) -> str:
    name = f"{escape(one.name)}: " if one.name else ""
    parts = f" ({escape(one.parts)})" if one.parts else ""
    worse = ' class="worse"' if one.worse else ""
    said = [
        f'<p>{name}<strong class="now">{escape(one.figure)}</strong>{parts}</p>',
        f"<p{worse}>{escape(one.change)}</p>",
        f"<p>{escape(one.aim)}</p>" if one.aim else "",
    ]
    return f"<div><h3>{escape(one.part)}</h3>{''.join(said)}</div>"


def _rows(found: Rows) -> str:
    """A list, each of its rows a line: a table would have to be moved sideways on a phone."""
    said = " ".join(text for text in (found.said, found.left_out(len(found.rows))) if text)
    under = f"<p>{escape(said)}</p>" if said else ""
    return f"<h2>{escape(found.heading)}</h2>{under}" + _list(
        "ul", [_row(found, row) for row in found.rows]
    )


def _row(found: Rows, row: tuple[str, ...]) -> str:
    """What it is in bold, then each further cell under its heading, blanks left out."""
    first = " ".join(escape(cell) for cell in row[:2] if cell != BLANK)
    more = [
        f"{heading}: {cell}"
        for heading, cell in zip(found.headings[2:], row[2:], strict=True)
        if cell != BLANK
    ]
    rest = f"<br>{escape('; '.join(more))}" if more else ""
    return f"<strong>{first}</strong>{rest}"


def _asked(one: Asked) -> str:
    return f"<strong>{escape(one.text)}</strong>" + _list(
        "ul", [escape(line) for line in one.first(len(one.rows))]
    )


def _list(kind: str, items: list[str]) -> str:
    return f"<{kind}>{''.join(f'<li>{item}</li>' for item in items)}</{kind}>" if items else ""
