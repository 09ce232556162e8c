"""A folder that all processes of one run of the tests share, for what is made once for all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

NAME = "TESTS_SHARED_FOLDER"
"""The variable that names it; the processes that a run starts find it there."""


@contextmanager
def standing() -> Iterator[None]:
    """Have the folder as long as the run lasts; in a process of another's run, its folder."""
    if NAME in os.environ:
        yield
        return
    with TemporaryDirectory(prefix="tests_") as made:
        os.environ[NAME] = made
        try:
            yield
        finally:
            del os.environ[NAME]


def folder() -> Path:
    """The folder of this run."""
    return Path(os.environ[NAME])
