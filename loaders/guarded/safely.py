"""Files from strangers, read in a process of their own under limits of memory and time.

A workbook of 5 KB can make a reader end its whole process, or take 8 GB; in here that costs one
child and gives one plain sentence. A child is started before it is needed (``warm``), reads one
file and ends. It is a new process, not a fork: a server with threads cannot be forked safely.
"""

import atexit
import logging
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from loaders.choices import Choices
from loaders.formats import cannot
from loaders.formats.limits import MAX_BYTES
from loaders.guarded import child, memory, plain, processor

if TYPE_CHECKING:
    from loaders.declared import Table
    from loaders.outcome import Checked

Answer = TypeVar("Answer")

SECONDS = 17.0
"""The most processor time that reading one file may take: a page that waits 20 seconds has failed.
On a busy machine the same file takes longer by the clock, and is read all the same."""
WAIT = 10.0
"""How many times as long a child may take by the clock: one that sleeps uses no processor."""
MEMORY = 800_000_000
"""The most that a child may hold: with the server beside it, under 1 GB."""
_AT_ONCE = threading.BoundedSemaphore(2)
"""Two files are read at a time; the next waits, so that many at once cannot fill the memory."""
_PASSED_ON = (
    *("PATH", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "LANG", "LC_ALL"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "TMPDIR"),
)
"""All that a child gets to know of the server's environment: nothing of its database."""

_log = logging.getLogger(__name__)
_waiting: list["subprocess.Popen[bytes]"] = []
_lock = threading.Lock()
_keep = threading.Event()


def check(
    data: bytes, name: str, tables: Sequence["Table"], choices: Choices | None = None
) -> "Checked":
    """As ``loaders.check.check``, in a process of its own. Raises ``CannotRead``."""
    from loaders.outcome import Checked

    checked = run(
        "loaders.check", "check", Checked, data, name, tuple(tables), choices or Choices()
    )
    shapes = {table.key: list(table.empty().dtypes.items()) for table in tables}
    for reading in checked.readings:
        if reading.table and list(reading.frame.dtypes.items()) != shapes.get(reading.table):
            _log.warning("Reading an upload failed: an answer of other columns")
            raise cannot.too_much(name)
    return checked


def warm(keep: bool = True) -> None:
    """Start a child, so that the next file need not wait; ``keep`` one ready from now on."""
    if keep:
        _keep.set()
    with _lock:
        if not _waiting:
            _waiting.append(_start())


def run(
    module: str,
    function: str,
    answers: type[Answer],
    data: bytes,
    name: str,
    *more: object,
    seconds: float = SECONDS,
    most: int = MEMORY,
) -> Answer:
    """``module.function(data, name, *more)`` in a child; raises ``CannotRead`` when that fails.

    ``answers`` is the type of what it gives: an answer that is anything else is a failure too.
    """
    if len(data) > MAX_BYTES:
        raise cannot.too_big(name, len(data), MAX_BYTES)
    request = pickle.dumps((module, function, (data, name, *more), most, seconds), protocol=5)
    with _AT_ONCE:
        process = _take()
        watch = _Watch(process, seconds, most)
        try:
            reply = _ask(process, request)
        finally:
            watch.stop()
            _end(process)
    if _keep.is_set():
        warm()
    kind, answer = (reply[:1], memoryview(reply)[1:]) if reply else (b"", memoryview(b""))
    try:
        if kind == child.DONE:
            return plain.decoded(answers, answer)
        told = plain.decoded(str, answer) if kind else watch.reason
    except plain.Malformed as error:
        kind, told = b"", f"an answer that is none: {error}"
    if kind == child.CANNOT:
        raise cannot.CannotRead(told)
    _log.warning("Reading an upload failed: %s", told)
    if watch.reason == "time":
        raise cannot.too_long(name, seconds)
    raise cannot.too_much(name)


class _Watch:
    """Ends a child that takes too long or too much memory, on systems that set no limits too."""

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float, most: int) -> None:
        self.reason = ""
        self._over = threading.Event()
        self._thread = threading.Thread(
            target=self._look, args=(process, seconds, most), daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """The child has answered, or ended."""
        self._over.set()
        self._thread.join()

    def _look(self, process: "subprocess.Popen[bytes]", seconds: float, most: int) -> None:
        until = time.monotonic() + WAIT * seconds
        # What a waiting child used while it started up is not this file's.
        before = processor.seconds_used(process.pid)
        while not self._over.wait(0.05):
            used = processor.seconds_used(process.pid) - before
            if used > seconds or time.monotonic() > until:
                self.reason = "time"
            elif memory.in_use(process.pid) > most:
                self.reason = "memory"
            if self.reason:
                process.kill()
                return


def _start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "loaders.guarded.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).resolve().parents[2],
        env=_environment(os.environ),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _environment(ours: Mapping[str, str]) -> dict[str, str]:
    passed = {name: value for name, value in ours.items() if name.upper() in _PASSED_ON}
    # One thread and the plain allocator: each other one reserves memory that the limit would count.
    return passed | {
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "ARROW_DEFAULT_MEMORY_POOL": "system",
        "MALLOC_ARENA_MAX": "2",
        "PYTHONIOENCODING": "utf-8",
    }


def _take() -> "subprocess.Popen[bytes]":
    """A child that waits already, or a new one."""
    with _lock:
        while _waiting:
            process = _waiting.pop()
            if process.poll() is None:
                return process
            _end(process)
    return _start()


def _ask(process: "subprocess.Popen[bytes]", request: bytes) -> bytes | None:
    """The child's answer, or None when it ended without one."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        child.write(process.stdin, request)
        return child.read(process.stdout)
    except (BrokenPipeError, ConnectionError, OSError):
        return None


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except OSError:
                # What was still to be sent to a child that has ended.
                continue
    process.wait()


@atexit.register
def stop() -> None:
    """End the child that waits, as the server ends."""
    _keep.clear()
    with _lock:
        while _waiting:
            _end(_waiting.pop())
