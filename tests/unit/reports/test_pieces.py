"""The forms of a pack, the zip of pictures, the council's template, and the browser kept open."""

from datetime import UTC, datetime
from io import BytesIO
from typing import get_args
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from charts.picture.kept import Kept
from reports.forms import FORMS, NAMES, Form
from reports.word.refused import NotATemplate
from reports.word.template import LARGEST, usable
from reports.zipped import zipped

AT = datetime(2022, 11, 22, 10, 30, 5, tzinfo=UTC)


class Opened:
    """Stands in for the browser: counts how often it is opened and closed."""

    log: list[str]

    def __enter__(self) -> "Opened":
        self.log.append("opened")
        return self

    def __exit__(self, *problem: object) -> None:
        self.log.append("closed")


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What happens to the browser."""
    Opened.log = []
    monkeypatch.setattr("charts.picture.kept.Pictures", Opened)
    return Opened.log


def a_zip(**parts: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, contents in parts.items():
            archive.writestr(name, contents)
    return made.getvalue()


def test_a_zip_is_the_same_whatever_order_its_files_come_in() -> None:
    one = zipped({"a.txt": b"first", "b.txt": b"second"}, AT)
    assert one == zipped({"b.txt": b"second", "a.txt": b"first"}, AT)
    with ZipFile(BytesIO(one)) as archive:
        assert archive.namelist() == ["a.txt", "b.txt"]
        assert archive.read("b.txt") == b"second"
        assert archive.getinfo("a.txt").date_time == (2022, 11, 22, 10, 30, 4)


def test_a_word_document_is_a_template() -> None:
    made = BytesIO()
    docx.Document().save(made)
    assert usable(made.getvalue()) == made.getvalue()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", a_zip(word=b"not a document")])
def test_what_is_no_word_document_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(NotATemplate, match="save it as a Word document"):
        usable(data)


def test_a_template_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(NotATemplate, match="too large"):
        usable(a_zip(word=b"0" * (LARGEST + 1)))


def test_two_pictures_are_drawn_by_one_browser(log: list[str]) -> None:
    kept = Kept()
    assert [kept.draw(lambda pictures: b"one"), kept.draw(lambda pictures: b"two")] == [
        b"one",
        b"two",
    ]
    assert log == ["opened"]
    kept.close()
    assert log == ["opened", "closed"]


def test_a_browser_that_fails_is_closed_and_the_next_picture_gets_a_new_one(
    log: list[str],
) -> None:
    kept = Kept()

    def fails(pictures: object) -> bytes:
        raise RuntimeError("crashed")

    with pytest.raises(RuntimeError):
        kept.draw(fails)
    assert kept.draw(lambda pictures: b"again") == b"again"
    kept.close()
    assert log == ["opened", "closed", "opened", "closed"]


def test_every_form_of_a_pack_has_a_name_and_a_place_in_the_order() -> None:
    assert set(NAMES) == set(FORMS) == set(get_args(Form))
