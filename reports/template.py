"""A council's own Word template, looked at before it is used."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError

LARGEST = 50_000_000
"""Bytes that a template may hold once it is unpacked."""


class NotATemplate(Exception):
    """The file cannot be used as a template; the message says why and what to do."""


def usable(data: bytes) -> bytes:
    """The template itself, where it can be written on."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > LARGEST:
            raise NotATemplate("This template is too large. Take the pictures out of it.")
        docx.Document(BytesIO(data))
    # Broken XML is a SyntaxError too.
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError):
        raise NotATemplate(
            "This file cannot be used as a template. Open it in Word and save it as a Word "
            "document (.docx), without macros."
        ) from None
    return data
