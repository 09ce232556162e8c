"""A council's own Word template, looked at before it is used."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError

from reports.word.filled import places_of
from reports.word.refused import NotATemplate

LARGEST = 50_000_000
"""Bytes that a template may hold once it is unpacked."""
KINDS = "[Content_Types].xml"
TEMPLATE = b"wordprocessingml.template.main+xml"
DOCUMENT = b"wordprocessingml.document.main+xml"


def usable(data: bytes) -> bytes:
    """The template as a document, where it can be written on: a .docx, or a .dotx made one."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > LARGEST:
            raise NotATemplate("This template is too large. Take the pictures out of it.")
        data = _as_document(data)
        docx.Document(BytesIO(data))
        places_of(data)
    # Broken XML is a SyntaxError too; a zip with a password is a RuntimeError.
    except (
        BadZipFile,
        PackageNotFoundError,
        KeyError,
        ValueError,
        SyntaxError,
        RuntimeError,
        zlib.error,
    ):
        raise NotATemplate(
            "This file cannot be used as a template. Open it in Word and save it as a Word "
            "document (.docx) or template (.dotx), without macros."
        ) from None
    return data


def _as_document(data: bytes) -> bytes:
    """A Word template is a document but for the name of its kind; a document stays as it is."""
    with ZipFile(BytesIO(data)) as parts:
        kinds = parts.read(KINDS)
        if TEMPLATE not in kinds:
            return data
        made = BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as copy:
            for part in parts.infolist():
                text = parts.read(part)
                copy.writestr(part, text.replace(TEMPLATE, DOCUMENT) if part.filename == KINDS
                              else text)  # fmt: skip
    return made.getvalue()
