"""What a pack names so that it can be made again: the rules' version and the software's."""

import hashlib
import tomllib
from functools import cache
from pathlib import Path

from workstreams import WORKSTREAMS
from workstreams.questions import ORDER

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


@cache
def rules() -> str:
    """Eight letters that change whenever a definition, a formula or a question's rule does."""
    said = [
        f"{measure.key}|{measure.definition}|{measure.formula}"
        for workstream in WORKSTREAMS
        for measure in workstream.measures
    ]
    said += [f"{rule.key}|{rule.when}" for rule in ORDER]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:8]


@cache
def software() -> str:
    """The name and version of this program."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    return f"{project['name']} {project['version']}"
