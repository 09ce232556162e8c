"""Files are read in a child process: what it answers, and what happens when it cannot."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.formats.cannot import CannotRead
from loaders.formats.limits import MAX_BYTES
from loaders.guarded import memory, processor, safely
from loaders.outcome import Checked
from loaders.written.marked import marked
from tests.made import workbooks
from tests.made.children import taken_over
from workstreams import TABLES


def test_a_refusal_comes_back_as_the_sentence_it_was() -> None:
    with pytest.raises(CannotRead, match=r"plan\.xlsx is a picture: choose an Excel workbook"):
        safely.check(b"\x89PNG\r\n", "plan.xlsx", TABLES)


def test_a_child_that_takes_too_long_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(CannotRead, match=r"Reading plan\.xlsx took longer than 0 seconds: copy"):
        safely.run(
            *("loaders.formats.workbook", "grids", list, workbooks.of_rows(), "plan.xlsx"),
            seconds=0.01,
        )
    assert time.monotonic() - began < 5


def test_a_child_that_sleeps_is_ended_by_the_clock() -> None:
    began = time.monotonic()
    with pytest.raises(CannotRead, match="took longer than 0 seconds"):
        safely.run("tests.made.children.sleeping", "asleep", str, b"60", "plan.xlsx", seconds=0.2)
    assert time.monotonic() - began < 30


def test_a_child_that_waits_for_a_busy_machine_is_not_ended() -> None:
    assert safely.run("tests.made.children.sleeping", "asleep", str, b"4", "a", seconds=3.5) == "a"


def test_a_child_that_takes_too_much_memory_is_ended() -> None:
    data = workbooks.of_rows([["text of a cell", number] for number in range(20_000)])
    with pytest.raises(CannotRead, match=r"plan\.xlsx could not be opened safely: copy the table"):
        safely.run("loaders.formats.workbook", "grids", list, data, "plan.xlsx", most=20_000_000)


def test_a_child_that_falls_over_gives_a_sentence_and_the_log_says_where(caplog) -> None:
    with pytest.raises(CannotRead, match="could not be opened safely"):
        safely.run("os", "_exit", str, b"", "plan.xlsx")
    with pytest.raises(CannotRead, match="could not be opened safely"):
        safely.run("loaders.formats.workbook", "nothing", str, b"secret words", "plan.xlsx")
    assert "AttributeError at child.py:" in caplog.text
    assert "secret" not in caplog.text


def test_a_file_over_the_limit_starts_no_child(monkeypatch) -> None:
    monkeypatch.setattr(safely, "_start", lambda: pytest.fail("a child was started"))
    with pytest.raises(CannotRead, match="is 26 MB and the limit is 25 MB"):
        safely.check(b"\0" * (MAX_BYTES + 1_000_000), "plan.xlsx", TABLES)


def test_a_warm_child_is_used_once_and_another_made_ready() -> None:
    safely.stop()
    safely.warm()
    try:
        (first,) = safely._waiting
        safely.check(workbooks.of_rows(), "plan.xlsx", TABLES)
        (second,) = safely._waiting
        assert first.poll() is not None
        assert second.pid != first.pid
    finally:
        safely.stop()
    assert safely._waiting == []


def test_a_warm_child_that_has_died_is_replaced() -> None:
    safely.warm(keep=False)
    (waiting,) = safely._waiting
    waiting.kill()
    waiting.wait()
    assert len(safely.check(workbooks.of_rows(), "plan.xlsx", TABLES).readings) == 1


def test_several_threads_can_read_at_once() -> None:
    found: list[int] = []
    threads = [
        threading.Thread(
            target=lambda: found.append(
                len(safely.check(workbooks.of_rows(), "plan.xlsx", TABLES).readings)
            )
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1] * 4


def test_a_child_knows_nothing_of_the_servers_secrets() -> None:
    passed = safely._environment({"DATABASE_URL": "secret", "PATH": "/bin", "Path": "C:"})
    assert "secret" not in passed.values()
    assert passed["PATH"] == "/bin"


def test_memory_in_use_is_told() -> None:
    assert 10_000_000 < memory.in_use(os.getpid()) < 4_000_000_000


@pytest.mark.parametrize("answer", ["pickle", "endless", "columns", "text", "huge"])
def test_an_answer_that_a_file_put_in_the_childs_mouth_ends_in_a_sentence(answer: str) -> None:
    safely.stop()
    with pytest.raises(CannotRead, match=r"plan\.xlsx could not be opened safely: copy"):
        safely.run(
            "tests.made.children.taken_over", "answered", Checked, answer.encode(), "plan.xlsx"
        )
    assert taken_over.REACHED not in os.environ


def test_a_frame_of_other_columns_than_its_tables_is_no_answer(monkeypatch) -> None:
    table = replace(TABLES[0], key="other")
    data = workbooks.of_rows()
    real = safely.check(data, "plan.xlsx", TABLES)
    monkeypatch.setattr(safely, "run", lambda *_: real)
    with pytest.raises(CannotRead, match="could not be opened safely"):
        safely.check(data, "plan.xlsx", [table])


def test_a_child_ends_when_its_server_is_killed_and_leaves_no_file(tmp_path) -> None:
    # A server that waits for a child which would take a minute; both have their folder of files.
    code = (
        "from loaders.guarded import safely\n"
        "safely.warm(keep=False)\n"
        "print(safely._waiting[0].pid, flush=True)\n"
        "safely.run('tests.made.children.taken_over', 'busy', str, b'60', 'plan.xlsx')"
    )
    server = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        env=os.environ | {"TMPDIR": f"{tmp_path}"},
    )
    assert server.stdout is not None
    reading = int(server.stdout.readline())
    until = time.monotonic() + 30
    while processor.seconds_used(reading) < 1 and time.monotonic() < until:
        time.sleep(0.05)
    server.kill()
    server.communicate()
    while _runs(reading) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _runs(reading)
    assert list(tmp_path.iterdir()) == []


def _runs(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_marking_a_workbook_needs_no_temporary_file() -> None:
    data = workbooks.of_rows()
    checked = safely.check(data, "plan.xlsx", TABLES)
    assert marked(data, "plan.xlsx", checked.problems).startswith(b"PK")


def test_a_child_can_write_no_file() -> None:
    with pytest.raises(CannotRead, match="could not be opened safely"):
        safely.run("tests.made.children.taken_over", "written", str, b"words", "plan.xlsx")


def test_every_table_can_be_sent_to_a_child() -> None:
    data = workbooks.of_rows()
    checked = safely.check(data, "plan.xlsx", TABLES)
    assert checked.file == "plan.xlsx"
    assert checked.readings[0].headings == ("Ref", "Action", "Owner", "Status")


def test_a_checked_file_is_the_same_from_a_child_as_from_here() -> None:
    from loaders.check import check

    data = workbooks.of_rows()
    here, there = check(data, "plan.xlsx", TABLES), safely.check(data, "plan.xlsx", TABLES)
    for ours, theirs in zip(here.readings, there.readings, strict=True):
        assert ours.frame.equals(theirs.frame)
        assert list(ours.frame.dtypes) == list(theirs.frame.dtypes)
        assert replace(ours, frame=None) == replace(theirs, frame=None)


def test_a_file_of_nothing_but_headings_over_and_over_is_read_in_time_and_the_rest_named() -> None:
    data = b"Ref,Action,Owner\n1,Do it,Head\n" * 3000
    checked = safely.check(data, "plan.csv", TABLES)
    assert "more than 80 tables" in checked.left_out[0].why
