"""The sample plans, put into an empty store so that a newcomer has something to look at."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import sqlalchemy as sa

from loaders.check import check
from loaders.minutes.read import read
from loaders.outcome import Checked
from store.access.roles import Right
from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import alone, writing
from store.database.tables import PLANS
from store.file_names import CLEARED
from store.plans import add_plan_in
from store.said.judgements import judge_in
from store.said.minuted import Kept, keep_in
from store.said.remembered import remembered, secret
from store.said.settings import change_setting_in
from store.snapshots import accept_in
from store.sources.kept import Adds
from store.upload_rows import ANY
from workstreams import TABLES
from workstreams.actions.columns import ACTIONS
from workstreams.actions.minuted import as_found, rows
from workstreams.plan.columns import ABOUT

FOLDER = Path(__file__).parent.parent / "sample_data"
SAMPLES = (FOLDER / "childrens_legal_team", FOLDER / "section_20_review")
BY = "Sample data"
REASON = "Part of the sample."
SOURCE = "Improvement plan workbook"


def load_sample(engine: sa.Engine, folders: Sequence[Path] = SAMPLES) -> bool:
    """Put the sample plans into a store that has no plan, and say whether that was done.

    It is the server's own work, whoever comes first. All or nothing; where two servers do it at
    once, the second finds it done.
    """
    if _has_plans(engine):
        return False
    choices = remembered(engine)
    books = {
        folder: [check(path.read_bytes(), path.name, TABLES, choices) for path in _books(folder)]
        for folder in folders
    }
    kept = {folder: list(_minuted(folder)) for folder in folders}
    with acting(AT_THE_MACHINE), writing(engine, Right.PLANS) as connection:
        alone(connection)
        if connection.execute(sa.select(PLANS.c.id)).first():
            return False
        for folder, workbooks in books.items():
            _load(connection, folder, workbooks, kept[folder])
    return True


def _load(
    connection: sa.Connection,
    folder: Path,
    workbooks: list[Checked],
    kept: Sequence[tuple[date, Kept]],
) -> None:
    """One plan: its workbooks in order of their dates, then its minutes and what was recorded."""
    about = workbooks[0].frames[ABOUT.key].set_index("fact")["answer"]
    plan_id = add_plan_in(
        connection,
        about["Plan"],
        about["Committee"],
        about["Council"],
        about["Area"],
        about["Illustrative"],
        BY,
    )
    dates = (date.fromisoformat(path.stem) for path in _books(folder))
    uploads = list(zip(dates, workbooks, strict=True))
    accept_in(connection, plan_id, uploads, BY, {ANY: REASON}, into=Adds(SOURCE))
    for meeting, items in kept:
        keep_in(connection, plan_id, items, meeting, BY)
    change_setting_in(connection, plan_id, CLEARED, [path.name for path in _books(folder)], BY)
    for line in (folder / "recorded.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        on = date.fromisoformat(told["on"])
        judge_in(connection, plan_id, told["kind"], told["subject"], told["value"], BY, on)


def _books(folder: Path) -> list[Path]:
    """A plan's workbooks, oldest first: each is named by its as-at date."""
    return sorted(folder.glob("*.xlsx"))


def _minuted(folder: Path) -> Iterator[tuple[date, Kept]]:
    """What a plan's minutes ask for, all as it was found; each file is named by its meeting."""
    for path in sorted((FOLDER / "minutes" / folder.name).glob("*.txt")):
        meeting = date.fromisoformat(path.stem)
        found = read(path.read_bytes(), path.name)
        drafts = as_found(found.items)
        frame, _ = rows(drafts, meeting, found.committee, secret())
        yield meeting, Kept(ACTIONS.key, frame, [(draft.ref, draft.words) for draft in drafts])


def _has_plans(engine: sa.Engine) -> bool:
    with engine.connect() as connection:
        return connection.execute(sa.select(PLANS.c.id)).first() is not None
