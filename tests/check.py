"""Every check, in the order in which a mistake is cheapest to find: run by people and by CI alike.

    python tests/check.py [PYTEST ARGUMENTS]

Stops at the first check that fails and exits with its code.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECKS = (
    ("Layout of the code", ["ruff", "format", "--check", "."]),
    ("Habits of the code", ["ruff", "check", "."]),
    ("Types", ["mypy"]),
    ("Tests", ["pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]),
)


def main(arguments: list[str]) -> int:
    for name, command in CHECKS:
        extra = arguments if command[0] == "pytest" else []
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        code = subprocess.run([sys.executable, "-m", *command, *extra], cwd=ROOT).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
