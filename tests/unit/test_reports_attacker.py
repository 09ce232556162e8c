"""What a patient reader of every byte can learn from the public forms about the hidden counts.

The cases are changed behind the printed bands, and every public form is made again: if a form held
anything of what is hidden, its bytes would change. What the printed bands themselves give away is
settled by the sums in tests/property/test_disclosure.py.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pandas as pd
import pytest

from charts.draw import draw
from reports import excel, html, pdf, word
from reports.blocks import Pack, Picture
from reports.forms import pictures
from reports.pack import pack
from tests.packs import MOMENT, drawings, looked_at, made
from workstreams.hra_cases import HRA_CASES_WORKSTREAM
from workstreams.hra_cases.columns import HRA_CASES, STEP
from workstreams.view import View

KEY = HRA_CASES.key
MEETINGS = [snapshot.as_at for snapshot in looked_at().snapshots]


def forms(given: Pack) -> dict[str, bytes]:
    """Every file of a public pack, with the figures that its pictures are drawn from."""
    drawn = drawings(given)
    found = {
        "word": word.write(given, drawn),
        "pdf": pdf.write(given, drawn),
        "excel": excel.write(given),
        "page": html.write(given),
    }
    found |= pictures(given, drawn)
    for sheet in given.sheets:
        for width in ("report", "wide"):
            found[f"{sheet.name} {width}"] = draw(sheet.chart, width).to_json().encode()
    return found


def with_cases(view: View, cases: pd.DataFrame) -> View:
    """The view with other cases, and with as many rows read as there now are."""
    change = len(cases) - len(view.history[KEY])
    snapshots = []
    for snapshot in view.snapshots:
        tables = tuple(
            replace(read, rows_read=read.rows_read + change) if read.table == KEY else read
            for read in snapshot.tables
        )
        snapshots.append(replace(snapshot, tables=tables))
    history = {**view.history, KEY: cases}
    return replace(view, history=history, snapshots=tuple(snapshots), memo={})


def other_cases(view: View) -> Iterator[tuple[str, pd.DataFrame]]:
    """Ways the cases might have been: one case fewer or one more, or at another stage."""
    cases = view.history[KEY]
    yield (
        "under investigation is notified",
        cases.assign(stage=cases["stage"].replace("under investigation", "notified")),
    )
    for name in cases["case"].unique():
        yield f"without {name}", cases[cases["case"] != name]
        copy = cases[cases["case"] == name].assign(case=f"{name}-again")
        copy.index = copy.index + 1_000_000
        yield f"{name} twice", pd.concat([cases, copy])


def printed(view: View) -> list[object]:
    """All that the workstream itself says in public."""
    found: list[object] = [HRA_CASES_WORKSTREAM.finding(view)]
    found += [measure.figure(view).full for measure in HRA_CASES_WORKSTREAM.measures]
    found += [
        (c.finding, c.summary, c.subtitle, c.notes, c.data.drop(columns="records").to_csv())
        for draw_ in HRA_CASES_WORKSTREAM.charts
        if (c := draw_(view)) is not None
    ]
    return found


def twins(view: View, most: int) -> list[tuple[str, View]]:
    """Other truths behind the same printed bands; there must be some, or nothing is tested."""
    truth = printed(view)
    others = ((name, with_cases(view, cases)) for name, cases in other_cases(view))
    found = list(islice(((n, twin) for n, twin in others if printed(twin) == truth), most))
    assert len(found) == most
    return found


def content(given: Pack) -> list[object]:
    """All that a form is written from."""
    blocks = [b if not isinstance(b, Picture) else (b.alt, b.caption) for b in given.blocks]
    drawn = [
        (s.name, s.chart.alt, s.chart.notes, s.chart.marks, s.chart.data.to_csv())
        for s in given.sheets
    ]
    return [blocks, drawn, given.lines, given.facts, given.sources, given.file]


@pytest.mark.parametrize("meeting", MEETINGS[2:], ids=str)
def test_no_public_pack_changes_with_what_is_hidden(meeting):
    view = looked_at(0, "public", meeting)
    before = content(pack(view, meeting, MOMENT))
    for name, twin in twins(view, 2):
        assert content(pack(twin, meeting, MOMENT)) == before, name


def test_no_byte_of_a_public_form_changes_with_what_is_hidden():
    view, meeting = looked_at(), MEETINGS[-1]
    before = forms(pack(view, meeting, MOMENT))
    name, twin = twins(view, 2)[-1]
    after = forms(pack(twin, meeting, MOMENT))
    assert [form for form in before if before[form] != after[form]] == [], name


def test_the_same_changes_show_in_a_members_copy():
    """So the public forms could have shown them."""
    view = looked_at(0, "members")
    truth = printed(view)
    for name, twin in twins(looked_at(), 2):
        assert printed(replace(twin, audience="members", memo={})) != truth, name


def test_no_public_form_names_a_case_or_a_stage():
    given = made()
    names = set(looked_at().history[KEY]["case"])
    stages = set(STEP) - set(STEP.values()) - {"negotiation", "notified"}
    for form, data in forms(given).items():
        text = data.decode("utf-8", "ignore")
        for word_ in names | stages:
            assert f">{word_}<" not in text, f"{word_} in {form}"
            assert f'"{word_}"' not in text, f"{word_} in {form}"


def test_no_file_name_says_anything_of_a_count():
    given = made()
    for name in pictures(given, drawings(given)):
        stem = name.rpartition("/")[2]
        assert not any(part.isdigit() for part in stem.split(".")[0].split("_")[1:]), name


def test_no_record_of_a_case_is_a_source_in_public():
    ids = set(looked_at().history[KEY].index)
    assert not ids & set(made().sources)
    assert ids & set(made(0, "members").sources)
