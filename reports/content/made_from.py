"""What a pack was made from, inside every file of it: so that each can be traced when alone."""

import zlib
from html import escape
from struct import pack as packed

from reports.content.blocks import COPIES, Pack
from reports.content.paper import Paper

FILE = "Made from.txt"
SIGNED = 33
"""Bytes of a PNG before its second chunk: the signature and the header."""


def facts(paper: Paper) -> tuple[str, ...]:
    """Each fact as a line: the plan, the copy, then snapshot, fingerprint, rules and software."""
    said = (*paper.about, ("Copy", COPIES[paper.audience]), *paper.facts)
    lines = tuple(f"{name}: {' '.join(value.split())}" for name, value in said if value)
    return (paper.banner, *lines) if paper.banner else lines


SHORT = ("Upload reported", "Made from what was known on", "Issue", "Version of the rules")
"""The facts that one side of paper has room for; the others are in the file's properties."""


def in_brief(pack: Pack) -> str:
    """The facts that matter most, in one line."""
    said = dict(pack.facts)
    return ". ".join(f"{name}: {said[name].rstrip('.')}" for name in SHORT if name in said) + "."


def sentence(paper: Paper) -> str:
    """The same facts in one line."""
    return ". ".join(line.rstrip(".") for line in facts(paper)) + "."


def file(pack: Pack) -> bytes:
    """The same facts as a file of their own."""
    return ("\n".join(facts(pack)) + "\n").encode()


def in_svg(svg: bytes, pack: Pack) -> bytes:
    """A drawing with the facts in it; they are not shown."""
    about = f"<metadata>{escape(sentence(pack), quote=False)}</metadata>".encode()
    # After title and description, which come first for those who listen.
    first = svg.find(b"</desc>")
    place = first + 7 if first >= 0 else svg.index(b">", svg.index(b"<svg")) + 1
    return svg[:place] + about + svg[place:]


def in_png(png: bytes, pack: Pack) -> bytes:
    """A picture with the facts in it; they are not shown."""
    text = sentence(pack)
    try:
        chunk = _chunk(b"tEXt", b"Comment\0" + text.encode("latin-1"))
    except UnicodeEncodeError:
        chunk = _chunk(b"iTXt", b"Comment\0\0\0\0\0" + text.encode())
    return png[:SIGNED] + chunk + png[SIGNED:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return packed(">I", len(data)) + kind + data + packed(">I", zlib.crc32(kind + data))
