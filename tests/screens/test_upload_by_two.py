"""Two officers at one plan: what is accepted is what was looked at, and what is undone is said."""

from datetime import date
from pathlib import Path

import pytest

from loaders.check import check
from store.access.roles import Role
from store.access.visitor import AT_THE_MACHINE, Visitor, acting
from store.database.engine import open_store
from store.said.settings import change_setting
from store.snapshots import Changed, accept_each, snapshots, withdraw
from tests.made.workbooks import of_rows
from tests.screens.conftest import OpenPage
from tests.screens.test_upload import LOG, accepted, chosen, pressed
from ui.shell import look
from workstreams import TABLES
from workstreams.thresholds import THRESHOLDS

OTHERS = (*LOG, ("Z4", "Paint the shed", "Training officer", date(2022, 12, 9), "Not started"))


def another(when: date) -> int:
    """An upload by somebody else; gives its snapshot."""
    read = check(of_rows(OTHERS), "other.xlsx", TABLES)
    (made,) = accept_each(open_store(), 2, [(when, read)], "Second officer", {"": "Seen"})
    return made.id


def uploads() -> list[str]:
    return [one.file for one in snapshots(open_store(), 2)]


def test_an_upload_of_another_between_looking_and_accepting_is_told_and_looked_at_again(
    own_store: Path, open_page: OpenPage
) -> None:
    app = chosen(open_page("upload", plan="2"))
    with acting(AT_THE_MACHINE):
        another(date(2022, 10, 30))
    accepted(app)
    (told,) = [one.value for one in app.warning if "Nothing was stored" in one.value]
    assert "Second officer uploaded other" in told
    assert "as at 30 October 2022" in told
    assert "log.xlsx" not in uploads()
    assert app.text_input(key="accepted_by").value == "Committee officer"
    pressed(app, "Accept as at")
    assert "is accepted as at 31 October 2022" in app.success[0].value
    assert uploads().count("log.xlsx") == 1


@pytest.mark.parametrize("what", ["a setting", "a withdrawal"])
def test_any_other_change_of_the_plan_is_told_too(
    what: str, own_store: Path, open_page: OpenPage
) -> None:
    app = chosen(open_page("upload", plan="2"))
    with acting(AT_THE_MACHINE):
        if what == "a setting":
            change_setting(open_store(), 2, THRESHOLDS[0].key, THRESHOLDS[0].default, "Other")
        else:
            withdraw(open_store(), snapshots(open_store(), 2)[-1].id, "Other", "A slip")
    accepted(app)
    assert any("the plan was changed" in one.value for one in app.warning)
    assert "log.xlsx" not in uploads()


def test_a_change_in_the_last_moment_is_refused_by_the_store(own_store: Path) -> None:
    with acting(AT_THE_MACHINE):
        seen = look.plan_version(2)
        another(date(2022, 10, 30))
        read = check(of_rows(LOG), "log.xlsx", TABLES)
        with pytest.raises(Changed):
            accept_each(open_store(), 2, [(date(2022, 10, 31), read)], "First", looked_at=seen)
    assert "log.xlsx" not in uploads()


def test_undo_after_somebody_else_withdrew_it_is_a_sentence(
    own_store: Path, open_page: OpenPage
) -> None:
    app = accepted(chosen(open_page("upload", plan="2")))
    with acting(AT_THE_MACHINE):
        withdraw(open_store(), snapshots(open_store(), 2)[-1].id, "Second officer", "A slip")
    next(one for one in app.button if one.label == "Undo").click().run()
    assert not app.exception
    told = [one.value for one in (*app.warning, *app.info)]
    assert any("Undone" in one or "nothing left to undo" in one for one in told)
    assert not app.error


def test_undo_of_somebody_whose_role_was_taken_away_undoes_nothing(
    own_store: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = accepted(chosen(open_page("upload", plan="2")))
    reader = Visitor("Committee officer", {None: Role.READER})
    monkeypatch.setattr("ui.door.visitor._who", lambda how, request: reader)
    next(one for one in app.button if one.label == "Undo").click().run()
    assert not app.exception
    with acting(AT_THE_MACHINE):
        assert "log.xlsx" in uploads()
