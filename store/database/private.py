"""Keeping the store's files to the account that runs the dashboard."""

import os
import stat
from contextlib import suppress
from pathlib import Path

BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite writes beside its file; each new one takes over the rights of the file itself."""


def make_private(path: Path, own_folder: Path | None = None) -> None:
    """Let a store's file be read and written by its owner alone, whether it is there or not.

    Made before SQLite makes it, so that there is no moment in which others may read it. A folder
    that is not there yet is made for its owner alone; one that is there keeps its rights, as it
    may hold other things, unless it is ``own_folder``. What the owner may not do (a store kept
    read only) stays so.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.parent == own_folder:
        with suppress(PermissionError):
            _owner_alone(path.parent)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    for ending in BESIDE:
        # Another account's file cannot be changed by us, and a file may go as another closes it.
        with suppress(PermissionError, FileNotFoundError):
            _owner_alone(path.with_name(path.name + ending))


def _owner_alone(path: Path) -> None:
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        path.chmod(mode & 0o700)
