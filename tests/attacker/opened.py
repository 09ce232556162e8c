"""Opens any file by what it is, and what is packed in it, to the last byte."""

import json
import re
from io import BytesIO
from zipfile import ZipFile, is_zipfile

from tests.attacker import figures, markup, pages, pdfs, pictures, sheets
from tests.attacker.held import Held, held, together

RUN = re.compile(rb"[\x20-\x7e\xc2-\xf4\x80-\xbf]{12,}")
WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){12,}")


def opened(name: str, data: bytes) -> Held:
    """Everything a file says, its own name with it."""
    stem = re.sub(r"[_-]+", " ", re.sub(r"\d{4}-\d\d-\d\d", "", name.rpartition("/")[2]))
    return together([held([stem.rpartition(".")[0]]), _inside(name, data)])


def _inside(name: str, data: bytes) -> Held:
    start = data[:400].lstrip()
    if data.startswith(b"%PDF"):
        return together([pdfs.read(data), raw(data)])
    if is_zipfile(BytesIO(data)):
        return _unpacked(data)
    if data.startswith(pictures.START):
        return pictures.read(data)
    if start.lower().startswith(b"<!doctype html"):
        return pages.read(data)
    if start.startswith((b"<?xml", b"<svg", b"<")) and not name.endswith(".rels"):
        return markup.read(data)
    if start.startswith(b"{"):
        return figures.read(json.loads(data))
    if name.endswith((".txt", ".csv")):
        return held(data.decode("utf-8", "replace").splitlines())
    return raw(data)


def _unpacked(data: bytes) -> Held:
    """Each file of a zip, their names and the remarks a zip can carry."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        said = [archive.comment.decode("utf-8", "replace")]
        for entry in archive.infolist():
            said += [entry.filename, entry.comment.decode("utf-8", "replace")]
            said.append(entry.extra.decode("utf-8", "replace"))
    grids = tuple(sheets.grids(parts))
    return together([held(said, grids), *(_inside(name, part) for name, part in parts.items())])


def raw(data: bytes) -> Held:
    """Runs of letters in bytes of any kind, in one byte a letter or in two."""
    runs = [run.decode("utf-8", "ignore") for run in RUN.findall(data)]
    wide = [run.decode("utf-16-le") for run in WIDE.findall(data)]
    return held(runs=[*runs, *wide])
