"""The PDF's typeface: one of those wanted, or a word about it."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reports import __main__ as command
from reports.pdf import fonts as typeface
from store.database.engine import open_store
from tests.made.stores import SEPTEMBER, a_plan, accepted, actions, day
from tests.made.written import in_pdf


def test_the_pdf_is_set_in_the_first_typeface_wanted_that_is_there():
    assert typeface.used() in typeface.WANTED
    assert typeface.warning() == ""
    with pikepdf.open(BytesIO(in_pdf())) as opened:
        fonts = {str(font.BaseFont) for page in opened.pages for font in
                 page.obj.Resources.Font.as_dict().values()}  # fmt: skip
    assert fonts
    assert all(typeface.used().replace(" ", "") in font for font in fonts)


@pytest.fixture
def bare(monkeypatch):
    """A machine with none of the typefaces."""
    typeface.used.cache_clear()
    monkeypatch.setattr(typeface, "families", lambda: ["Comic Neue"])
    yield
    typeface.used.cache_clear()


def test_the_command_says_where_there_is_no_such_typeface(bare, tmp_path, monkeypatch, capsys):
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    monkeypatch.setenv("DATABASE_URL", url)
    engine = open_store(url)
    plan = a_plan(engine)
    row = {"ref": "1", "title": "One", "due_date": day("2021-08-01"), "status": "in progress"}
    accepted(engine, plan, SEPTEMBER, actions(row))
    words = ["--plan", plan.name, "--meeting", "2021-09-07", "--out", str(tmp_path / "out")]
    assert command.main([*words, "--only", "pdf", "--parts", "recommendations"]) == 0
    assert typeface.NONE in capsys.readouterr().out
    assert command.main([*words, "--only", "excel"]) == 0
    assert typeface.NONE not in capsys.readouterr().out


def test_the_readme_gives_the_same_commands():
    readme = (Path(__file__).parents[4] / "README.md").read_text(encoding="utf-8")
    for how in ("apt-get install fonts-liberation", "dnf install liberation-sans-fonts"):
        assert how in readme
        assert how in typeface.NONE
