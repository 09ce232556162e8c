import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import LeftOut
from store import snapshots
from store.access.visitor import AT_THE_MACHINE, acting
from store.database import records
from store.database.tables import METADATA, RECORDS, SNAPSHOTS
from store.history import history
from store.refused import Refused
from store.said.as_read import accepted_problems, file_notes, readings
from store.same_upload import same_file
from store.upload_rows import ANY
from tests.made.stores import (
    BY,
    MAY,
    NOVEMBER,
    SEPTEMBER,
    a_plan,
    a_warning,
    accepted,
    actions,
    day,
    reading,
    upload,
)
from workstreams import TABLES
from workstreams.actions.columns import ACTIONS
from workstreams.indicators.columns import INDICATORS
from workstreams.recruitment.columns import WORKFORCE

FULL = {
    "ref": "1.10",
    "title": "Write to families – “soon”",
    "due_date": day("2021-09-30"),
    "percent_complete": 0.1 + 0.2,
    "update": "Line one\nline two",
    "update_history": [["2021-05-01", "Progress May", "Begun"], ["", "Progress", "Line one"]],
}


def frames(store: sa.Engine, plan_id: int) -> pd.DataFrame:
    return history(store, plan_id, (ACTIONS,))["actions"]


def said(frame: pd.DataFrame) -> list[list[Any]]:
    """What a history says, without the ids that depend on the order of accepting."""
    return frame[["as_at", "sheet", "row", "ref", "title"]].astype(str).to_numpy().tolist()


def test_an_accepted_record_reads_back_exactly_with_its_cell_and_snapshot(store: sa.Engine) -> None:
    plan = a_plan(store)
    checked = actions(FULL, {"ref": "2", "title": "Two"})
    snapshot = accepted(store, plan, MAY, checked)

    found = frames(store, plan.id)

    as_read = found[checked.frames["actions"].columns].reset_index(drop=True)
    pd.testing.assert_frame_equal(as_read, checked.frames["actions"])
    assert found["snapshot_id"].tolist() == [snapshot.id] * 2
    assert found["as_at"].tolist() == [pd.Timestamp(MAY)] * 2
    assert found.index.name == "record_id"
    assert found.index.is_unique


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_a_table_with_no_records_reads_back_with_every_column_typed(
    store: sa.Engine, table: Any
) -> None:
    found = history(store, a_plan(store).id, (table,))[table.key]
    declared = table.empty()
    assert found[declared.columns].dtypes.to_dict() == declared.dtypes.to_dict()
    assert (str(found["snapshot_id"].dtype), str(found["as_at"].dtype)) == (
        "int64",
        "datetime64[s]",
    )
    assert not len(found)


def test_a_published_mark_is_kept_beside_the_missing_value(store: sa.Engine) -> None:
    plan = a_plan(store)
    row = {"period": "2025", "level": "National", "vacancy_rate_mark": "u"}
    accepted(store, plan, MAY, upload(reading(WORKFORCE, row)))
    found = history(store, plan.id, (WORKFORCE,))["workforce"]
    assert found["vacancy_rate"].isna().tolist() == [True]
    assert found["vacancy_rate_mark"].tolist() == ["u"]


def test_only_filled_cells_are_stored(store: sa.Engine) -> None:
    accepted(store, a_plan(store), MAY, actions({"ref": "Q1", "title": "One"}))
    with store.connect() as connection:
        cells = connection.execute(sa.select(RECORDS.c.cells)).scalar_one()
    assert json.loads(cells) == {"ref": "Q1", "title": "One"}


def test_a_field_that_is_no_longer_declared_is_left_aside() -> None:
    cells = ['{"ref":"Q1","title":"One","colour_of_the_binder":{"deep":["x"]}}']
    found = records.frame_of(ACTIONS, [1], [1], {1: MAY}, ["S"], [2], cells)
    assert found["title"].tolist() == ["One"]
    assert "colour_of_the_binder" not in found.columns


def test_very_long_text_is_stored_whole(store: sa.Engine) -> None:
    plan = a_plan(store)
    long = "word " * 500_000
    accepted(store, plan, MAY, actions({"title": long}, {"title": "short"}))
    assert frames(store, plan.id)["title"].tolist() == [long, "short"]


def test_half_a_character_and_character_0_are_stored_as_text_every_database_takes(
    store: sa.Engine,
) -> None:
    plan = a_plan(store)
    history = {"title": "One", "update_history": [["", "Progress", "a\ud83d"]], "sheet": "S\x00"}
    accepted(store, plan, MAY, actions(history))
    found = frames(store, plan.id)
    assert found["update_history"].iloc[0] == [["", "Progress", "a?"]]
    assert found["sheet"].tolist() == ["S"]


def test_the_snapshot_says_who_accepted_which_file_and_how_it_was_read(store: sa.Engine) -> None:
    plan = a_plan(store)
    left_out = ((9, "It is struck out."),)
    checked = upload(
        reading(ACTIONS, FULL, left_out=left_out, stopped=(8,)),
        left_out=(LeftOut("Lists", "It holds choices for drop-down lists."),),
        notes=("Two rows are hidden.",),
    )
    snapshot = accepted(store, plan, MAY, checked)
    (read,) = snapshot.tables
    assert (snapshot.file, snapshot.accepted_by, snapshot.as_at) == ("plan.xlsx", BY, MAY)
    assert (read.table, read.rows_read, read.rows_left_out) == ("actions", 1, 2)
    assert read.letters == {"ref": "A"}
    assert readings(store, snapshot.id)[0]["left_out"] == [[9, "It is struck out."]]
    notes = file_notes(store, snapshot.id)
    assert notes["left_out"] == [["Lists", "It holds choices for drop-down lists."]]
    assert notes["notes"] == ["Two rows are hidden."]


def test_each_accepted_warning_keeps_its_reason(store: sa.Engine) -> None:
    plan = a_plan(store)
    first, second = a_warning("31 Feb"), a_warning("soon")
    checked = upload(reading(ACTIONS, FULL, problems=(first, second)))
    reasons = {str(first): "The owner will say.", ANY: "Known."}
    snapshot = snapshots.accept(store, plan.id, MAY, checked, BY, reasons)
    kept = accepted_problems(store, snapshot.id)
    assert [(one.problem, one.reason) for one in kept] == [
        (first, "The owner will say."),
        (second, "Known."),
    ]


def test_the_same_file_for_the_same_date_is_refused_and_nothing_is_stored(
    store: sa.Engine,
) -> None:
    plan = a_plan(store)
    snapshot = accepted(store, plan, MAY, actions(FULL))
    with pytest.raises(Refused, match="very file was already accepted for 20 May 2021"):
        accepted(store, plan, MAY, actions(FULL))
    assert snapshots.snapshots(store, plan.id) == (snapshot,)
    assert same_file(store, plan.id, MAY, "a" * 64) == snapshot
    assert same_file(store, plan.id, SEPTEMBER, "a" * 64) is None


def test_the_same_file_may_come_again_once_its_snapshot_is_withdrawn(store: sa.Engine) -> None:
    plan = a_plan(store)
    snapshot = accepted(store, plan, MAY, actions(FULL))
    snapshots.withdraw(store, snapshot.id, BY, "Wrong plan")
    assert same_file(store, plan.id, MAY, "a" * 64) is None
    assert accepted(store, plan, MAY, actions(FULL)).id != snapshot.id


def test_a_date_to_come_is_refused(store: sa.Engine) -> None:
    tomorrow = datetime.now().astimezone().date() + timedelta(days=2)
    with pytest.raises(Refused, match="has not come yet"):
        accepted(store, a_plan(store), tomorrow, actions(FULL))


def test_a_date_in_the_wrong_century_is_refused(store: sa.Engine) -> None:
    with pytest.raises(Refused, match="Check the year"):
        accepted(store, a_plan(store), date(1021, 5, 20), actions(FULL))


def test_a_file_with_no_good_row_is_refused(store: sa.Engine) -> None:
    with pytest.raises(Refused, match="nothing to accept"):
        accepted(store, a_plan(store), MAY, actions())


def test_accepting_without_a_name_is_refused(store: sa.Engine) -> None:
    plan = a_plan(store)
    with pytest.raises(Refused, match="who is doing this"):
        snapshots.accept(store, plan.id, MAY, actions(FULL), "  ")


def test_accepting_into_a_plan_that_is_not_there_is_refused(store: sa.Engine) -> None:
    with pytest.raises(Refused, match="no such plan"):
        snapshots.accept(store, 99, MAY, actions(FULL), BY)


def test_a_failure_half_way_leaves_nothing_behind(
    store: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = a_plan(store)

    def fails(*_: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr("store.snapshots.plan_sheets.say", fails)
    with pytest.raises(RuntimeError):
        accepted(store, plan, MAY, actions(FULL))
    with store.connect() as connection:
        for table in (SNAPSHOTS, RECORDS):
            assert connection.execute(sa.select(sa.func.count()).select_from(table)).scalar() == 0


def test_a_withdrawn_snapshot_leaves_every_figure_and_is_kept_marked(store: sa.Engine) -> None:
    plan = a_plan(store)
    snapshot = accepted(store, plan, MAY, actions(FULL))
    snapshots.withdraw(store, snapshot.id, BY, "Wrong file")
    assert not len(frames(store, plan.id))
    assert snapshots.snapshots(store, plan.id) == ()
    (kept,) = snapshots.snapshots(store, plan.id, withdrawn=True)
    assert kept.withdrawn


def test_withdrawing_then_restoring_changes_nothing(store: sa.Engine) -> None:
    plan = a_plan(store)
    accepted(store, plan, MAY, actions(FULL))
    second = accepted(store, plan, SEPTEMBER, actions(FULL, sha256="b" * 64))
    before = frames(store, plan.id), snapshots.snapshots(store, plan.id)
    snapshots.withdraw(store, second.id, BY, "Wrong file")
    snapshots.restore(store, second.id, BY)
    pd.testing.assert_frame_equal(frames(store, plan.id), before[0])
    assert snapshots.snapshots(store, plan.id) == before[1]


def test_withdrawing_needs_a_reason_and_a_snapshot_that_stands(store: sa.Engine) -> None:
    plan = a_plan(store)
    snapshot = accepted(store, plan, MAY, actions(FULL))
    with pytest.raises(Refused, match="Say why"):
        snapshots.withdraw(store, snapshot.id, BY, " ")
    with pytest.raises(Refused, match="not withdrawn"):
        snapshots.restore(store, snapshot.id, BY)
    snapshots.withdraw(store, snapshot.id, BY, "Wrong file")
    with pytest.raises(Refused, match="already withdrawn"):
        snapshots.withdraw(store, snapshot.id, BY, "Again")
    with pytest.raises(Refused, match="no upload 99"):
        snapshots.withdraw(store, 99, BY, "Wrong file")


def test_a_later_upload_for_a_date_takes_the_place_of_its_own_tables_only(store: sa.Engine) -> None:
    plan = a_plan(store)
    row = {"indicator": "Advice in time", "period": day("2021-04-30"), "better": "higher"}
    both = upload(reading(ACTIONS, {"title": "Old"}), reading(INDICATORS, row))
    accepted(store, plan, MAY, both)
    accepted(store, plan, MAY, actions({"title": "New"}, sha256="b" * 64))
    found = history(store, plan.id, (ACTIONS, INDICATORS))
    assert found["actions"]["title"].tolist() == ["New"]
    assert found["indicators"]["indicator"].tolist() == ["Advice in time"]


def test_the_order_of_accepting_does_not_matter(store: sa.Engine) -> None:
    uploads = [
        (MAY, actions({"ref": "1", "title": "May"}, sha256="a" * 64)),
        (SEPTEMBER, actions({"ref": "1", "title": "September"}, sha256="b" * 64)),
        (NOVEMBER, actions({"ref": "1", "title": "November"}, sha256="c" * 64)),
    ]
    forwards, backwards = a_plan(store, "Forwards"), a_plan(store, "Backwards")
    for as_at, checked in uploads:
        accepted(store, forwards, as_at, checked)
    for as_at, checked in reversed(uploads):
        accepted(store, backwards, as_at, checked)
    assert said(frames(store, forwards.id)) == said(frames(store, backwards.id))


def test_records_come_in_order_of_sheet_and_row_whatever_the_order_read(store: sa.Engine) -> None:
    plan = a_plan(store)
    records_read = [
        {"title": "third", "sheet": "B", "row": 9},
        {"title": "second", "sheet": "A", "row": 7},
        {"title": "first", "sheet": "A", "row": 3},
    ]
    parts = [reading(ACTIONS, *records_read[1:]), reading(ACTIONS, records_read[0])]
    accepted(store, plan, MAY, upload(*parts))
    assert frames(store, plan.id)["title"].tolist() == ["first", "second", "third"]


def test_the_past_reads_as_it_was_known(store: sa.Engine) -> None:
    plan = a_plan(store)
    first = accepted(store, plan, MAY, actions({"title": "Old"}))
    known_at = first.accepted_at
    accepted(store, plan, MAY, actions({"title": "New"}, sha256="b" * 64))
    snapshots.withdraw(store, first.id, BY, "Replaced")
    then = history(store, plan.id, (ACTIONS,), known_at)["actions"]
    assert then["title"].tolist() == ["Old"]
    assert snapshots.snapshots(store, plan.id, known_at=known_at) == (first,)
    assert frames(store, plan.id)["title"].tolist() == ["New"]


def test_a_whole_history_is_one_query_for_records(store: sa.Engine) -> None:
    plan = a_plan(store)
    for number, as_at in enumerate((MAY, SEPTEMBER, NOVEMBER)):
        accepted(store, plan, as_at, actions(FULL, sha256=str(number) * 64))
    asked: list[str] = []
    sa.event.listen(store, "before_cursor_execute", lambda *told: asked.append(told[2]))
    frames(store, plan.id)
    assert sum("FROM records" in statement for statement in asked) == 1


def test_two_officers_accepting_one_file_at_once_store_it_once(store: sa.Engine) -> None:
    plan = a_plan(store)

    def accept() -> str:
        try:
            with acting(AT_THE_MACHINE):
                return str(accepted(store, plan, MAY, actions(FULL)).id)
        except Refused as why:
            return str(why)

    with ThreadPoolExecutor(4) as officers:
        told = list(officers.map(lambda _: accept(), range(4)))

    assert sum(word.isdigit() for word in told) == 1
    assert sum("already accepted" in word for word in told) == 3
    assert len(snapshots.snapshots(store, plan.id)) == 1


def test_no_word_of_a_row_that_is_kept_out_is_stored(store: sa.Engine) -> None:
    rows = [
        ["Case ref", "Stage", "Date opened", "Theme", "Date concluded"],
        ["HRA-A", "Planted stage", "Planted opening", "Kayleigh Planted", "Planted ending"],
        ["HRA-B", "Notified", "01/03/2021", "Delay", "Some other day"],
    ]
    read = check_grids([Grid("HRA cases", rows)], "cases.xlsx", "a" * 64, TABLES, Choices())
    snapshot = accepted(store, a_plan(store), MAY, read)
    told = {one.problem.cell: one.problem.found for one in accepted_problems(store, snapshot.id)}
    assert told["E3"] == "Some other day"
    assert told["E2"] == told["B2"] == told["D2"] == ""
    with store.connect() as connection:
        kept = [list(connection.execute(sa.select(table))) for table in METADATA.sorted_tables]
    assert "HRA-B" in str(kept)
    assert "lanted" not in str(kept)
