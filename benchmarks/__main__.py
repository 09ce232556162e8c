"""Run the benchmarks: ``python -m benchmarks [NAME…]``, all of them without a name."""

import argparse
import importlib
import platform
import sys
from pathlib import Path

from benchmarks.lines import Line, table
from store.access.visitor import AT_THE_MACHINE, acting

NAMES = (
    "reading",
    "minutes",
    "upload",
    "store",
    "history",
    "scripts",
    "plans",
    "pages",
    "load",
    "cores",
    "pack",
)
"""Each is a module of this folder with a function ``run`` that gives lines, in order of running."""


def main(arguments: list[str] | None = None) -> int:
    """Prints a table for each benchmark; 0 whether or not the aims were met."""
    there = [name for name in NAMES if (Path(__file__).parent / f"{name}.py").exists()]
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*there, []], help="which; all when left out")
    names: list[str] = parser.parse_args(arguments).names or there
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    for name in names:
        module = importlib.import_module(f"benchmarks.{name}")
        print(f"\n{(module.__doc__ or name).splitlines()[0]}\n", flush=True)
        with acting(AT_THE_MACHINE):
            lines: list[Line] = module.run()
        print(table(lines), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
