"""A pack made where there is no browser: every finding and table, and how to get pictures."""

import re
from io import BytesIO
from itertools import takewhile
from pathlib import Path

import docx
import pytest

from charts.picture.browsers import ADVICE, ANYWHERE, COMMANDS
from charts.table import table
from reports import __main__ as command
from reports.captioned import ACROSS, AHEAD, MOST, OVER_TIME, ROWS, UNDER, tables, told
from reports.content.blocks import Block, Paragraph, Picture, Table
from reports.pdf import document as pdf
from reports.pictures import Drawings
from reports.word import document as word
from store.database.engine import open_store
from tests.made.charts import chart
from tests.made.packs import drawings, made, pdf_text, squeezed
from tests.made.stores import SEPTEMBER, a_plan, accepted, actions, day

NONE = Drawings(missing=ADVICE)


def beside(blocks: tuple[Block, ...], picture: Picture) -> tuple[str, list[Table]]:
    """What stands after a picture's finding: its small print, and the tables of its figures."""
    at = blocks.index(Paragraph(picture.chart.finding, "finding"))
    small = blocks[at + 1]
    assert isinstance(small, Paragraph)
    after = takewhile(lambda block: isinstance(block, Picture | Table), blocks[at + 2 :])
    return small.text, [block for block in after if isinstance(block, Table)]


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("audience", ["public", "members"])
@pytest.mark.parametrize("missing", [True, False], ids=["not drawn", "drawn"])
def test_a_picture_has_its_finding_its_notes_and_its_table_drawn_or_not(place, audience, missing):
    given = made(place, audience)
    blocks = told(given.blocks, NONE if missing else drawings(given))
    assert [b for b in blocks if isinstance(b, Picture)] == [] or not missing
    for picture in given.pictures:
        small, (first, *_) = beside(blocks, picture)
        assert picture.chart.subtitle.rstrip(".") in small
        assert not missing or f"sheet “{picture.sheet}”" in small
        cells = table(picture.chart)
        assert first.caption.startswith(UNDER)
        assert 0 < len(first.rows) <= (ROWS if picture.chart.kind in OVER_TIME else MOST)
        assert len(first.headings) <= ACROSS + 1
        assert first.rows[-1][0] == str(cells.iloc[-1, 0])
        cut = len(cells) > len(first.rows)
        assert ("the rest is in the workbook of data" in first.caption) == cut
        assert (f"of {len(cells)} rows" in first.caption) == cut


def test_of_a_planned_path_the_years_ahead_do_not_crowd_out_what_has_happened():
    burn_up = next(p for p in made().pictures if p.chart.key == "actions.burn_up")
    _, (found,) = beside(told(made().blocks, NONE), burn_up)
    days = [row[0] for row in found.rows]
    assert "22 November 2022" in days
    # Those next to come, and the last, where the lines have their labels.
    assert len(days) - days.index("22 November 2022") == 1 + AHEAD + 1
    assert len(days) == ROWS
    assert days[-1] == str(table(burn_up.chart).iloc[-1, 0])
    assert "12 of 16 rows" in found.caption


@pytest.mark.parametrize(("columns", "parts"), [(1, 1), (8, 1), (9, 2), (17, 3)])
def test_a_wide_grid_is_set_in_as_many_tables_as_its_columns_need(columns, parts):
    cells = {
        "label": ["Team"] * columns,
        "series": [f"Course {at}" for at in range(columns)],
        "value": [at / columns for at in range(columns)],
        "text": [f"{at} of {columns}" for at in range(columns)],
    }
    found = tables(Picture(chart("x", "grid", "f", cells), "01 x"))
    assert len(found) == parts
    assert [h for one in found for h in one.headings[1:]] == cells["series"]
    assert [c for one in found for c in one.rows[0][1:]] == cells["text"]


def test_a_note_is_said_once_however_many_pictures_have_it():
    given = made()
    blocks = told(given.blocks, drawings(given))
    said = [note for b in blocks if isinstance(b, Picture) for note in b.notes]
    said += [b.text for b in blocks if isinstance(b, Paragraph)]
    for picture in given.pictures:
        for note in picture.chart.remarks:
            assert said.count(note) == 1


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
