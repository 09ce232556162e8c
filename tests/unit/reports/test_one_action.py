"""One action on paper: every cell, its history and what is recorded of it, on one side of A4."""

from datetime import UTC, datetime
from io import BytesIO

import pandas as pd
import pikepdf
import pytest

from reports.one_action import file_name, paper, write
from tests.made.packs import looked_at, pdf_text, squeezed
from workstreams.actions.records.one_action import recordable
from workstreams.actions.records.tables import life_table
from workstreams.view import Audience, View

AT = datetime(2026, 11, 28, 6, 0, tzinfo=UTC)
CELLS = pd.DataFrame(
    {"What": ["Action", "Due date"], "Says": ["Keep <records>", "30 Sep 2022"], "Cell": ["B8", "–"]}
)


def view(audience: Audience = "public") -> View:
    return looked_at(0, audience)


def latest(of: View, ref: str) -> int:
    history = of.history["actions"]
    return int(history.index[history["ref"] == ref][-1])


def sheet(audience: Audience, ref: str = "Q3") -> bytes:
    of = view(audience)
    return write(of, latest(of, ref), f"{ref} · Keep records", "From a.xlsx, row 8", CELLS, AT)


@pytest.mark.parametrize("ref", ["Q3", "Q7", "Rec c", "Q14"])
def test_a_sheet_holds_cells_history_and_what_is_recorded_on_one_side(ref: str) -> None:
    of = view()
    record_id = latest(of, ref)
    data = sheet("public", ref)
    with pikepdf.open(BytesIO(data)) as opened:
        assert len(opened.pages) == 1
    said = squeezed(pdf_text(data))
    found = recordable(of, record_id)
    assert found is not None
    history = life_table(of, record_id)
    assert len(history)
    for frame in (CELLS, history, found.recorded):
        for text in frame.to_numpy().ravel():
            assert squeezed(str(text)) in said
    assert squeezed(found.stands) in said
    assert squeezed("From a.xlsx, row 8.") in said


def test_a_members_sheet_says_so_and_a_public_one_does_not() -> None:
    for audience in ("members", "public"):
        said = squeezed(pdf_text(sheet(audience)))
        assert (squeezed("Exempt: not for publication") in said) == (audience == "members")


def test_the_same_moment_gives_the_same_bytes() -> None:
    assert sheet("public") == sheet("public")


def test_a_column_that_says_nothing_is_not_printed() -> None:
    bare = CELLS.assign(Cell="–")
    of = view()
    made = paper(of, latest(of, "Q3"), "Q3", "From a.xlsx", bare, AT)
    tables = [block for block in made.blocks if hasattr(block, "headings")]
    assert tables[0].headings == ("What", "Says")


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("Q3", "action_Q3_2022-11-22_public.pdf"),
        ("Rec c / 2", "action_Rec-c-2_2022-11-22_public.pdf"),
        ("", "action_without-reference_2022-11-22_public.pdf"),
        ("../../x", "action_x_2022-11-22_public.pdf"),
        ("№ 5", "action_5_2022-11-22_public.pdf"),
    ],
)
def test_the_file_is_called_by_reference_day_and_copy(reference: str, name: str) -> None:
    assert file_name(view(), reference) == name
