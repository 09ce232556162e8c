"""A pack made where there is no browser: every finding and table, and how to get pictures."""

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest

from charts.picture.browsers import ADVICE, ANYWHERE, COMMANDS
from charts.table import table
from reports import __main__ as command
from reports.content.blocks import Paragraph, Picture, Table
from reports.content.sections import UNDER
from reports.pdf import document as pdf
from reports.pictures import Drawings
from reports.unpictured import ACROSS, AHEAD, OVER_TIME, ROWS, told
from reports.word import document as word
from store.database.engine import open_store
from tests.made.packs import drawings, made, pdf_text, squeezed
from tests.made.stores import SEPTEMBER, a_plan, accepted, actions, day

NONE = Drawings(missing=ADVICE)


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("audience", ["public", "members"])
def test_a_chart_without_a_picture_has_its_finding_and_its_table(place, audience):
    given = made(place, audience)
    blocks = told(given.blocks, NONE)
    assert not any(isinstance(block, Picture) for block in blocks)
    assert not any(isinstance(block, Table) and block.caption == UNDER for block in blocks)
    for picture in given.pictures:
        at = blocks.index(Paragraph(picture.chart.finding, "lead"))
        instead = blocks[at + 1]
        assert isinstance(instead, Table)
        assert picture.chart.subtitle.rstrip(".") in instead.caption
        assert f"sheet “{picture.sheet}”" in instead.caption
        cells = table(picture.chart)
        assert 0 < len(instead.rows) <= ROWS
        assert len(instead.headings) <= ACROSS
        if picture.chart.key != "actions.burn_up":
            late = picture.chart.kind in OVER_TIME
            last = -1 if late or len(cells) <= ROWS else ROWS - 1
            assert instead.rows[-1][0] == str(cells.iloc[last, 0])
        cut = len(cells) > len(instead.rows)
        assert ("The rest is in the workbook of data" in instead.caption) == cut
        assert (f"of {len(cells)} rows" in instead.caption) == cut


def test_of_a_planned_path_the_years_ahead_do_not_crowd_out_what_has_happened():
    given = made()
    burn_up = next(p for p in given.pictures if p.chart.key == "actions.burn_up")
    found = next(b for b in told(given.blocks, NONE) if isinstance(b, Table)
                 and burn_up.chart.subtitle.rstrip(".") in b.caption)  # fmt: skip
    days = [row[0] for row in found.rows]
    assert "22 November 2022" in days
    assert len(days) - days.index("22 November 2022") == 1 + AHEAD
    assert len(days) == ROWS
    assert f"Up to {days[-1]}, 12 of 16 rows." in found.caption


def test_notes_that_stand_inside_a_picture_stand_under_its_table():
    given = made()
    said = " ".join(b.text for b in told(given.blocks, NONE) if isinstance(b, Paragraph))
    for picture in given.pictures:
        assert all(note in said for note in picture.chart.notes)


def test_the_reason_is_given_once_in_word_and_in_the_pdf_with_the_commands():
    given = made()
    document = docx.Document(BytesIO(word.write(given, NONE)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts.count(ADVICE) == 1
    assert len(document.tables) == sum(isinstance(b, Table) for b in told(given.blocks, NONE))
    paper = squeezed(pdf_text(pdf.write(given, NONE)))
    assert paper.count(squeezed(ADVICE)) == 1
    for block in told(given.blocks, NONE):
        if isinstance(block, Table):
            assert squeezed("".join(block.headings)) in paper


def test_nothing_changes_where_every_picture_is_drawn():
    given = made()
    assert told(given.blocks, drawings(given)) == given.blocks


def test_the_command_says_why_there_are_no_pictures_and_how_to_get_them(
    tmp_path, monkeypatch, capsys
):
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "none"))
    engine = open_store(url)
    plan = a_plan(engine)
    row = {"ref": "1", "title": "One", "due_date": day("2021-08-01"), "status": "in progress"}
    accepted(engine, plan, SEPTEMBER, actions(row))
    words = ["--plan", plan.name, "--meeting", "2021-09-07", "--out", str(tmp_path / "out")]
    assert command.main([*words, "--only", "word,pdf"]) == 0
    said = capsys.readouterr().out
    assert f"No pictures. {ADVICE}" in said
    assert command.main([*words, "--only", "excel"]) == 0
    assert "No pictures" not in capsys.readouterr().out


def test_every_system_the_readme_names_is_in_the_advice_and_the_other_way_round():
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", readme.partition("To get pictures:")[2], re.M)
    named = dict(rows[: len(COMMANDS) + 3])
    for system, how in COMMANDS.items():
        assert how in named[system]
        assert system in ADVICE
        assert how in ADVICE
    others = set(named) - set(COMMANDS) - {"system", "---"}
    assert others == {"any, without an administrator"}
    assert ANYWHERE in named["any, without an administrator"]
    assert ANYWHERE in ADVICE
