"""Every check, in the order in which a mistake is cheapest to find: run by people and by CI alike.

    python tests/check.py [PYTEST ARGUMENTS]
    python tests/check.py --quick [PYTEST ARGUMENTS]

``--quick`` takes less than three minutes on two cores: of the tests it runs those that the change
at hand is likely to break (``tests/quick.py`` says how they are chosen). Stops at the first check
that fails and exits with its code. The twenty slowest tests are named at the end.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUICK = "--quick"
SLOWEST = "--durations=20"
CHECKS = (
    ("Layout of the code", ["ruff", "format", "--check", "."]),
    ("Habits of the code", ["ruff", "check", "."]),
    ("Types", ["mypy"]),
)
ALL = ["pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", SLOWEST]
NEAR = ["tests.quick", SLOWEST]


def main(arguments: list[str]) -> int:
    for name, command in checks(arguments):
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        code = subprocess.run([sys.executable, "-m", *command], cwd=ROOT).returncode
        if code:
            return code
    return 0


def checks(arguments: list[str]) -> list[tuple[str, list[str]]]:
    """Each check by name: the module to run and what it is given."""
    extra = [one for one in arguments if one != QUICK]
    if QUICK in arguments:
        return [*CHECKS, ("Tests near the change", [*NEAR, *extra])]
    return [*CHECKS, ("Tests", [*ALL, *extra])]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
