"""Every form of file that is told apart has a reader, and is offered where a file is chosen."""

from typing import get_args

from loaders.formats import workbook
from loaders.formats.cannot import READABLE
from loaders.formats.sniff import Kind
from ui.upload.page import TYPES

KINDS = set(get_args(Kind))


def test_every_form_has_a_reader() -> None:
    assert set(workbook._READERS) == KINDS


def test_every_form_is_offered_on_the_upload_page_and_named_in_what_can_be_read() -> None:
    assert set(TYPES) >= KINDS
    assert not {kind for kind in KINDS if f".{kind}" not in READABLE}
