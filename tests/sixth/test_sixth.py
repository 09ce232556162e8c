"""A sixth workstream, declared in one file, stands everywhere without a line changed elsewhere."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
JOURNEY = HERE / "journey.py"


def test_a_workstream_of_one_file_stands_wherever_the_five_do() -> None:
    # In a process of its own: the workstreams are fixed when the product is first imported.
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.sixth.registered"]
    told = subprocess.run(
        [*command, "-p", "no:cacheprovider", "-p", "no:xdist", str(JOURNEY)],
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert told.returncode == 0, told.stdout[-6000:] + told.stderr[-2000:]
    assert " passed" in told.stdout
