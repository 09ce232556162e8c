"""The parts of a zipped workbook, opened so that none can grow beyond all measure."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from loaders.formats import cannot
from loaders.formats.limits import MAX_PART, MAX_PARTS, MAX_UNPACKED

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError),
)
"""What zipfile raises for a part that is damaged, encrypted or packed in an unknown way."""


class Parts:
    """A zip's parts by name, in any case and with either kind of slash.

    Nothing is ever unpacked to disk, so a name such as ``../../etc/x`` is only a name. The sizes
    are what the directory of the zip says; zipfile reads no more of a part than that.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except BROKEN as error:
            raise cannot.damaged(name) from error
        infos = self._archive.infolist()
        if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED:
            raise cannot.unpacks_too_big(name)
        self._infos = {_plain(info.filename): info for info in infos}

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._infos

    def __iter__(self) -> Iterator[str]:
        return iter(self._infos)

    def open(self, part: str) -> IO[bytes]:
        """A part to read piece by piece."""
        try:
            return self._archive.open(self._infos[_plain(part)])
        except (*BROKEN, KeyError) as error:
            raise cannot.damaged(self.name) from error

    def read(self, part: str) -> bytes:
        """A part as a whole; for small ones."""
        if self._infos[_plain(part)].file_size > MAX_PART:
            raise cannot.unpacks_too_big(self.name)
        with self.open(part) as stream:
            try:
                return stream.read()
            except BROKEN as error:
                raise cannot.damaged(self.name) from error

    def xml(self, part: str, needed: bool = True) -> Element | None:
        """A small part parsed, with entities and document types refused; None where it is not.

        A part that is not ``needed`` is None where it cannot be parsed, too.
        """
        if part not in self:
            return None
        try:
            root: Element = fromstring(self.read(part), forbid_dtd=True)
        except DefusedXmlException as error:
            raise cannot.unpacks_too_big(self.name) from error
        except (ParseError, ValueError, LookupError) as error:
            if not needed:
                return None
            raise cannot.damaged(self.name) from error
        return root


def _plain(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def local(element: Element) -> str:
    """An element's name without its namespace: strict and transitional workbooks differ in it."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
