"""What a pack names so that it can be made again: the rules' version and the software's."""

import hashlib
import tomllib
from functools import cache
from importlib.metadata import version
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
RULES = ("measures", "workstreams")
"""Where figures are worked out and put into words."""
DRAW = ("plotly", "kaleido", "typst", "python-docx", "python-pptx", "xlsxwriter")
"""What the forms of a pack are drawn and written with."""


@cache
def rules() -> str:
    """Eight letters that change whenever a definition, or a line that works out a figure, does."""
    return of_files(HOUSE, RULES)


def of_files(house: Path, folders: tuple[str, ...]) -> str:
    """Eight letters for the source in some folders: the same on every machine."""
    found = hashlib.sha256()
    sources = [path for folder in folders for path in (house / folder).rglob("*.py")]
    for name, path in sorted((path.relative_to(house).as_posix(), path) for path in sources):
        # A copy taken on Windows ends its lines in another way.
        text = path.read_bytes().replace(b"\r\n", b"\n")
        found.update(f"{name} {len(text)}\n".encode())
        found.update(text)
    return found.hexdigest()[:8]


@cache
def software() -> str:
    """The name and version of this program, and of what it draws and writes with."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    drawn = ", ".join(f"{name} {version(name)}" for name in DRAW)
    return f"{project['name']} {project['version']} ({drawn})"
