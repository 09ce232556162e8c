"""The officer's own workbook with its problems marked, made in a process of its own."""

from collections.abc import Sequence

from loaders.guarded import safely
from loaders.problems import Problem

SECONDS = 60.0


def marked(data: bytes, name: str, problems: Sequence[Problem]) -> bytes:
    """An .xlsx with each problem's cell filled and noted, and a sheet that lists them all.

    Raises ``CannotRead`` when the file cannot be opened within the limits.
    """
    return safely.run(
        "loaders.written.notes", "mark", bytes, data, name, tuple(problems), seconds=SECONDS
    )
