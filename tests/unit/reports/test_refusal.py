"""A refusal opens as what was asked for, and says one sentence."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pdfplumber
import pytest
from docx import Document
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation

from reports.media_types import DOCX, PPTX, XLSX
from reports.refusal import refusal

SAID = 'Not #made: "no" \\ more <b>than</b> this.'


def _of_pdf(made: bytes) -> str:
    with pdfplumber.open(BytesIO(made)) as book:
        return " ".join(" ".join(page.extract_text().split()) for page in book.pages)


def _of_zip(made: bytes) -> str:
    with ZipFile(BytesIO(made)) as archive:
        (name,) = archive.namelist()
        return archive.read(name).decode()


READ: dict[str, Callable[[bytes], str]] = {
    "application/pdf": _of_pdf,
    "application/zip": _of_zip,
    "text/csv": lambda made: made.decode("utf-8-sig"),
    "text/plain": bytes.decode,
    "text/calendar": bytes.decode,
    DOCX: lambda made: Document(BytesIO(made)).paragraphs[0].text,
    XLSX: lambda made: load_workbook(BytesIO(made)).active["A1"].value,
    PPTX: lambda made: Presentation(BytesIO(made)).slides[0].shapes.title.text,
}


@pytest.mark.parametrize("mime", READ)
def test_it_says_the_sentence_and_nothing_else(mime: str) -> None:
    assert READ[mime](refusal(mime, SAID)) == SAID


def test_a_page_runs_nothing_of_the_sentence() -> None:
    made = refusal("text/html", SAID).decode()
    assert "&lt;b&gt;than&lt;/b&gt;" in made
    assert "<b>" not in made


def test_a_picture_is_a_picture() -> None:
    with Image.open(BytesIO(refusal("image/png", SAID))) as picture:
        assert picture.width > 300
    assert refusal("image/svg+xml", SAID).startswith(b"<svg")
