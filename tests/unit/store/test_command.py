from pathlib import Path

import pytest
import sqlalchemy as sa

from store.__main__ import main
from store.database.engine import open_store
from store.plans import plans
from store.snapshots import snapshots
from tests.made.monthly import monthly

CSV = b"Reference,Action,Owner,Due date,Status\nQ1,Write the plan,Solicitor,30/09/2021,Complete\n"
BAD = b"Reference,Action,Owner,Due date,Status\nQ1,Write the plan,Solicitor,soon,Complete\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")
    (tmp_path / "log.csv").write_bytes(CSV)
    return tmp_path


def accept(folder: Path, *more: str, name: str = "log.csv", as_at: str = "2021-09-07") -> int:
    file = str(folder / name)
    return main(["accept", file, "--plan", "Legal plan", "--as-at", as_at, *more])


def stored() -> sa.Engine:
    return open_store()


def test_a_file_is_accepted_into_a_new_plan_and_then_into_the_same(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accept(here, "--new", "--by", "Improvement officer") == 0
    assert "Upload 1 of “Legal plan”, as at 7 September 2021, is stored." in (
        capsys.readouterr().out
    )
    assert accept(here, "--plan", " legal  PLAN ", as_at="23/11/2021") == 0
    (plan,) = plans(stored())
    first, second = snapshots(stored(), plan.id)
    assert (first.accepted_by, second.accepted_by) == ("Improvement officer", "Scheduled upload")
    assert str(second.as_at) == "2021-11-23"


def test_no_plan_is_made_without_being_asked(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accept(here) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "There is no plan called “Legal plan”. There are no plans yet. Add --new" in told
    assert plans(stored()) == []


def test_a_file_is_read_again_in_the_place_of_an_earlier_reading(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accept(here, "--new", "--by", "Improvement officer") == 0
    mended = CSV + b"Q2,Train the team,Solicitor,30/11/2021,Not started\n"
    (here / "log.csv").write_bytes(mended)
    again = ["accept", str(here / "log.csv"), "--plan", "Legal plan", "--again", "1"]
    assert main(again) == 2
    assert "Say with --why" in capsys.readouterr().err
    assert main([*again, "--why", "A row was missing", "--source", "Another"]) == 2
    assert "goes where it was" in capsys.readouterr().err
    assert main([*again[:-1], "7", "--why", "A row was missing"]) == 2
    assert "no upload 7 in use" in capsys.readouterr().err

    assert main([*again, "--why", "A row was missing"]) == 0
    told = capsys.readouterr().out
    assert "It takes the place of upload 1, which is kept with your reason." in told
    assert "Upload 2 of “Legal plan”, as at 7 September 2021, is stored." in told
    assert "2 rows read" in told
    (plan,) = plans(stored())
    old, new = snapshots(stored(), plan.id, withdrawn=True)
    assert (old.withdrawn, new.withdrawn, new.as_at, new.corrects) == (True, False, old.as_at, True)
    assert old.source == new.source


def test_a_file_that_cannot_be_read_leaves_no_plan_behind(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "empty.xlsx").write_bytes(b"")
    assert accept(here, "--new", name="empty.xlsx") == 2
    assert "empty.xlsx is empty" in capsys.readouterr().err
    assert accept(here, "--new", name="nowhere.xlsx") == 2
    assert "nowhere.xlsx" in capsys.readouterr().err
    assert plans(stored()) == []


def test_a_refusal_leaves_no_new_plan_behind(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accept(here, "--new", as_at="2999-01-01") == 2
    assert "has not come yet" in capsys.readouterr().err
    assert plans(stored()) == []


def test_problems_are_printed_with_their_cells(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "log.csv").write_bytes(BAD)
    accept(here, "--new")
    assert "D2" in capsys.readouterr().out


def test_the_same_file_again_is_refused_in_one_line(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accept(here, "--new")
    capsys.readouterr()
    assert accept(here) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "already accepted" in told


def test_snapshots_are_listed_withdrawn_and_restored(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accept(here, "--new")
    by = ["--by", "Improvement officer"]
    assert main(["withdraw", "1", "--reason", "Wrong file", *by]) == 0
    capsys.readouterr()
    assert main(["uploads", "--plan", "Legal plan"]) == 0
    told = capsys.readouterr().out
    assert "7 September 2021  Log  log.csv  Scheduled upload" in told
    assert "withdrawn" in told
    assert main(["restore", "1", *by]) == 0
    assert main(["restore", "1", *by]) == 2
    assert main(["uploads", "--plan", "Nothing"]) == 2
    assert "The plans are: “Legal plan”" in capsys.readouterr().err


def test_the_store_is_backed_up_and_copied(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    accept(here, "--new")
    assert main(["backup", str(here / "copy.sqlite")]) == 0
    assert main(["copy", f"sqlite:///{here / 'other.sqlite'}"]) == 0
    for name in ("copy", "other"):
        engine = open_store(f"sqlite:///{(here / name).resolve()}.sqlite")
        assert [plan.name for plan in plans(engine)] == ["Legal plan"]
        engine.dispose()
    assert main(["plans"]) == 0
    assert "Legal plan  (no committee given)" in capsys.readouterr().out


def test_a_date_that_is_none_is_refused_at_once(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        accept(here, as_at="last week")
    assert "Write it as 2021-09-07" in capsys.readouterr().err


def test_a_database_that_does_not_answer_is_said_in_one_line(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////proc/none/store.sqlite")
    assert main(["plans"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_snapshot_is_made_of_each_month_that_a_file_has_a_sheet_for(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(here / "months.xlsx")
    Path(file).write_bytes(monthly("April 2024", "May 2024"))
    words = ["accept", file, "--plan", "Legal plan", "--each-month"]
    assert main([*words, "--new"]) == 0
    told = capsys.readouterr().out
    assert "as at 30 April 2024, is stored" in told
    assert "as at 31 May 2024, is stored" in told
    Path(file).write_bytes(monthly("April 2024", "May 2024", "June 2024"))
    assert main(words) == 0
    days = [str(one.as_at) for one in snapshots(stored(), 1)]
    assert days == ["2024-04-30", "2024-05-31", "2024-06-30"]


def test_without_a_date_in_the_file_one_must_be_given(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(here / "log.csv")
    assert main(["accept", file, "--plan", "Legal plan", "--new"]) == 2
    assert "Say with --as-at" in capsys.readouterr().err
    assert main(["accept", file, "--plan", "Legal plan", "--new", "--each-month"]) == 2
    assert plans(stored()) == []


def test_a_backup_is_restored_into_an_empty_store_and_stays_as_it_was(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    accept(here, "--new")
    saved = here / "saved.sqlite"
    assert main(["backup", str(saved)]) == 0
    before = saved.read_bytes()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{here / 'other.sqlite'}")
    capsys.readouterr()
    assert main(["restore-backup", str(saved)]) == 0
    assert capsys.readouterr().out == f"{saved} is restored: 1 plan.\n"
    (plan,) = plans(stored())
    assert plan.name == "Legal plan"
    assert [one.file for one in snapshots(stored(), plan.id)] == ["log.csv"]
    assert saved.read_bytes() == before
    assert accept(here, as_at="2021-11-23") == 0  # and it goes on from there


def test_a_backup_that_cannot_be_restored_says_why_and_changes_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    accept(here, "--new")
    saved = here / "saved.sqlite"
    main(["backup", str(saved)])
    (here / "spoilt.sqlite").write_bytes(b"no database at all" * 500)
    (here / "nothing.sqlite").write_bytes(b"")
    capsys.readouterr()
    assert main(["restore-backup", str(saved)]) == 2
    assert "has plans in it" in capsys.readouterr().err
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{here / 'other.sqlite'}")
    for name, why in {
        "nowhere.sqlite": "There is no file",
        "spoilt.sqlite": "cannot be read as a backup",
        "nothing.sqlite": "There are no plans in",
    }.items():
        assert main(["restore-backup", str(here / name)]) == 2
        told = capsys.readouterr().err
        assert why in told
        assert len(told.splitlines()) == 1
    assert plans(stored()) == []


LOG = b"No,Item agreed,By whom,By when,Position\n27,Bring the figures,Director,09/11/2021,Open\n"


def test_a_second_file_with_actions_goes_where_it_is_said_to_go(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "Scrutiny log.csv").write_bytes(LOG)
    accept(here, "--new", "--new-source", "Action plan")
    capsys.readouterr()
    assert accept(here, name="Scrutiny log.csv") == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "None of its 1 row is in “Action plan”" in told
    assert "--new-source “Scrutiny log”" in told
    assert accept(here, "--source", "Nothing", name="Scrutiny log.csv") == 2
    assert "Its sources are: “Action plan”." in capsys.readouterr().err
    assert accept(here, "--new-source", "Scrutiny log", name="Scrutiny log.csv") == 0
    # From now on it is known.
    assert accept(here, name="Scrutiny log.csv", as_at="2021-11-23") == 0
    capsys.readouterr()
    assert main(["sources", "--plan", "Legal plan"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Action plan  as at 7 September 2021  Scheduled upload  No later meeting is entered",
        "Scrutiny log  as at 23 November 2021  Scheduled upload  No later meeting is entered",
    ]
    assert main(["uploads", "--plan", "Legal plan"]) == 0
    assert "7 September 2021  Action plan  log.csv" in capsys.readouterr().out


def test_what_is_odd_is_refused_until_it_is_confirmed(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "other.csv").write_bytes(LOG)
    accept(here, "--new", "--new-source", "Action plan")
    wrong = ["--source", "action  plan"]
    odd = {"name": "other.csv", "as_at": "2020-10-01"}
    assert accept(here, *wrong, **odd) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert told.endswith("Then add --confirm rows --confirm earlier --confirm year.\n")
    assert accept(here, *wrong, "--confirm", "rows", "--confirm", "earlier", **odd) == 2
    assert "1 October 2020 is 341 days from the nearest" in capsys.readouterr().err
    every = ["--confirm", "rows", "--confirm", "earlier", "--confirm", "year"]
    assert accept(here, *wrong, *every, **odd) == 0
