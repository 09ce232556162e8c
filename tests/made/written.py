"""The packs of the sample plans as files, each written once for all tests of a process."""

from functools import cache
from io import BytesIO

import openpyxl

from reports.excel import document as excel
from reports.pdf import document as pdf
from reports.web import document as html
from reports.word import document as word
from tests.made.packs import drawings, made, sized
from workstreams.view import Audience


@cache
def in_word(place: int = 0, audience: Audience = "public", *, tall: bool = False) -> bytes:
    """A Word document; with pictures as tall as the pack's own where pages are looked at."""
    given = made(place, audience)
    return word.write(given, sized(given) if tall else drawings(given))


@cache
def in_pdf(place: int = 0, audience: Audience = "public") -> bytes:
    """A PDF, its pictures all of one height."""
    given = made(place, audience)
    return pdf.write(given, drawings(given))


@cache
def in_excel(place: int = 0, audience: Audience = "public") -> bytes:
    """The workbook of data."""
    return excel.write(made(place, audience))


@cache
def book(place: int = 0, audience: Audience = "public") -> openpyxl.Workbook:
    """The workbook of data, opened: to be looked at only."""
    return openpyxl.load_workbook(BytesIO(in_excel(place, audience)))


@cache
def page(place: int = 0, audience: Audience = "public") -> str:
    """The one-file page."""
    return html.write(made(place, audience)).decode()
