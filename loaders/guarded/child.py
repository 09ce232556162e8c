"""The process in which one file is read, and which then ends: ``python -m loaders.guarded.child``.

It reads one request from standard input (a pickle of a function's module and name, its arguments,
and how much memory it may take), answers on standard output in a plain form (``plain``), and never
serves a second file: what a hostile workbook might leave behind goes with it. It writes no file,
and ends when its server does.
"""

import gc
import importlib
import os
import pickle
import struct
import sys
import threading
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import IO

from loaders.formats.cannot import CannotRead
from loaders.guarded import plain

LENGTH = struct.Struct(">Q")
DONE, CANNOT, FAILED = b"d", b"c", b"f"
"""The first byte of an answer: what follows it is what was asked for, or one text."""
LARGEST = 400_000_000
"""The most bytes of a message; 100,000 actions with every column filled are 54 million."""
_FORWARD = ("pandas", "loaders.formats.workbook", "loaders.check")
"""Loaded while no file has come yet."""


def main() -> None:
    """Wait for one request, answer it, end."""
    # What a library prints must not run into the answer.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    gc.disable()
    for module in _FORWARD:
        # One that cannot be loaded is reported when a file needs it, with its reason.
        with suppress(Exception):
            importlib.import_module(module)
    request = read(sys.stdin.buffer)
    if request is None:
        return
    try:
        module, function, arguments, memory, seconds = pickle.loads(request)
        limit(memory, seconds)
        end_with_server()
        work = getattr(importlib.import_module(module), function)
        kind, answer = DONE, plain.encoded(work(*arguments))
    except CannotRead as refusal:
        kind, answer = CANNOT, plain.encoded(str(refusal))
    except MemoryError:
        kind, answer = FAILED, plain.encoded("memory")
    # Calamine's panics are no Exception: whatever goes wrong in here must reach the parent.
    except BaseException as error:
        kind, answer = FAILED, plain.encoded(where(error))
    with suppress(BrokenPipeError):
        write(answers, kind + answer)
    # Nothing is left to tidy, and taking millions of cells apart one by one costs time.
    os._exit(0)


def where(error: BaseException) -> str:
    """What went wrong and at which line, for the server's log; never what stood in a cell."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    lines = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[::-1])
    return f"{type(error).__name__} at {lines}"


def limit(memory: int, seconds: float) -> None:
    """Have the system end this process when it takes more than this, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    bounds = {
        resource.RLIMIT_CORE: 0,
        # A little over what the parent allows, which can say why it ended the child.
        resource.RLIMIT_CPU: int(time.process_time() + seconds) + 2,
        resource.RLIMIT_DATA: memory,
        # Nothing is written but the answer, so nothing is left behind.
        resource.RLIMIT_FSIZE: 0,
    }
    if Path("/proc/self/statm").exists():
        # Address space counts what is only reserved too: room for it on top.
        bounds[resource.RLIMIT_AS] = _reserved() + 2 * memory
    for bound, most in bounds.items():
        with suppress(ValueError, OSError):
            resource.setrlimit(bound, (most, most))


def end_with_server() -> None:
    """Have this process end as soon as the other end of its standard input is closed."""

    def wait() -> None:
        sys.stdin.buffer.read(1)
        os._exit(1)

    # The limit of memory would count the megabytes that a thread reserves as a rule.
    threading.stack_size(262_144)
    threading.Thread(target=wait, daemon=True).start()


def _reserved() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * 4096


def read(stream: IO[bytes], most: int = LARGEST) -> bytes | None:
    """One message, or None where it is too large or the stream ended before it was whole."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    if length > most:
        return None
    body = stream.read(length)
    return body if len(body) == length else None


def write(stream: IO[bytes], message: bytes) -> None:
    """One message with its length before it."""
    stream.write(LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


if __name__ == "__main__":
    main()
