"""Reads what a PNG carries beside its dots: the text, dates and cameras of its chunks."""

import zlib
from collections.abc import Iterator

from tests.attacker.held import Held, held

START = b"\x89PNG\r\n\x1a\n"
DOTS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT"}
"""Chunks that hold the picture and how bright it is, and no words."""


def read(data: bytes) -> Held:
    """Every chunk that can hold words, and what follows the end."""
    return held(text for kind, body in chunks(data) if kind not in DOTS for text in _words(body))


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG, and under the name "" what stands after its end."""
    place = len(START)
    while place + 12 <= len(data):
        size = int.from_bytes(data[place : place + 4])
        kind = data[place + 4 : place + 8]
        yield kind, data[place + 8 : place + 8 + size]
        place += size + 12
        if kind == b"IEND":
            break
    if data[place:]:
        yield b"", data[place:]


def _words(body: bytes) -> Iterator[str]:
    """A chunk as text: as it is, and unpacked where it was packed."""
    yield body.decode("utf-8", "replace").replace("\0", " ")
    for start in (i + 1 for i, byte in enumerate(body) if byte == 0):
        try:
            yield zlib.decompress(body[start:].lstrip(b"\0")).decode("utf-8", "replace")
        except zlib.error:
            continue
