"""Owners of the sample plan are asked: a sheet and a message each, kept, and the same again."""

import re
from datetime import date
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import sqlalchemy as sa
from openpyxl import load_workbook

from loaders.returned.keys import Key, opened
from reports.updates.__main__ import main
from reports.updates.asking import Prepared, again, prepare
from store.database.engine import open_store
from store.said.remembered import secret
from store.said.updates import asked_of
from store.views import view
from tests.made.sample import sample_copy
from workstreams.actions.updates.owners import owners

MEETING, BACK = date(2023, 1, 24), date(2023, 1, 14)
PLAN = "Children's Legal Team Improvement Plan"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> sa.Engine:
    path = sample_copy(tmp_path_factory.mktemp("asking") / "store.sqlite")
    return open_store(f"sqlite:///{path}")


@pytest.fixture(scope="module")
def prepared(sample: sa.Engine) -> Prepared:
    return prepare(sample, 1, MEETING, BACK, "For [owner]: [open actions].", "Improvement officer")


def files(zipped: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(zipped)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_each_owner_has_one_sheet_and_one_message_with_it(
    sample: sa.Engine, prepared: Prepared
) -> None:
    named = [owner.name for owner in owners(view(sample, 1))]
    assert [sheet.owner for sheet in prepared.asked.sheets] == named
    made = files(prepared.zip)
    assert len(made) == 2 * len(named)
    for name, data in made.items():
        if not name.endswith(".eml"):
            continue
        message = message_from_bytes(data, policy=default)
        (part,) = message.iter_attachments()  # type: ignore[attr-defined]
        assert made[f"Return sheets/{part.get_filename()}"] == part.get_content()
        assert "24 January 2023" in message["Subject"]


def test_every_key_of_a_sheet_is_that_of_an_action_asked_of_its_owner(prepared: Prepared) -> None:
    keys = secret()
    for name, data in files(prepared.zip).items():
        if not name.endswith(".xlsx"):
            continue
        found = [
            opened(str(cell.value), keys)
            for cell in load_workbook(BytesIO(data))["Update"]["A"]
            if str(cell.value).startswith("ud-")
        ]
        assert found
        sheet = prepared.asked.sheets[found[0].sheet]  # type: ignore[union-attr]
        assert found == [
            Key(1, prepared.asked.id, prepared.asked.sheets.index(sheet), subject)
            for subject, _, _ in sheet.actions
        ]
        assert re.sub(r"\W+", "", sheet.owner) == re.sub(r"\W+", "", Path(name).stem)


def test_the_same_asking_is_made_again_and_one_that_the_plan_has_moved_on_from_is_not(
    sample: sa.Engine, prepared: Prepared
) -> None:
    same = again(sample, 1, prepared.asked.id)
    assert same is not None
    assert files(same.zip).keys() == files(prepared.zip).keys()
    assert again(sample, 1, prepared.asked.id + 1) is None
    anew = prepare(sample, 1, date(2023, 3, 21), None, "", "Improvement officer")
    prepare(sample, 1, date(2023, 3, 21), date(2023, 3, 1), "", "Improvement officer")
    assert again(sample, 1, anew.asked.id) is None


def test_the_command_writes_the_zip_and_keeps_the_asking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = sample_copy(tmp_path / "store.sqlite")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{store}")
    out = tmp_path / "made" / "sheets.zip"
    asked = ["--plan", PLAN, "--out", str(out)]
    assert main([*asked, "--meeting", "2023-01-24"]) == 0
    said = capsys.readouterr().out
    (kept,) = asked_of(open_store(), 1)
    assert f"{len(kept.sheets)} owners asked for the meeting on 24 January 2023:" in said
    assert "  Solicitor to the council: 2 actions" in said
    assert len(files(out.read_bytes())) == 2 * len(kept.sheets)
    assert main(asked) == 2
    assert capsys.readouterr().err.startswith("The plan knows of no meeting to come.")
    assert main(["--plan", "Other", "--out", str(out)]) == 2
    assert "There is no plan called “Other”." in capsys.readouterr().err
