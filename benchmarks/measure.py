"""Time and peak memory of one function call in a process of its own, and the time of one here.

``python -m benchmarks.measure MODULE FUNCTION ARGUMENT…`` calls the function and prints both.
"""

import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Measured:
    """The best of several runs: seconds of the call alone, and the most memory held, in bytes."""

    seconds: float
    peak: int


@dataclass(frozen=True)
class Call:
    """What to measure: a function by name, with text arguments.

    When its module has a function ``before_<name>`` it is called first, outside the time.
    """

    module: str
    function: str
    arguments: tuple[str, ...] = ()


def measured(calls: Mapping[str, Call], runs: int = 3) -> dict[str, Measured]:
    """Each call's best of some runs, taken in turns so that a busy moment hits all alike."""
    fastest: dict[str, Measured] = {}
    for _ in range(runs):
        for name, call in calls.items():
            found = _once(call)
            before = fastest.get(name, found)
            fastest[name] = Measured(
                min(found.seconds, before.seconds), min(found.peak, before.peak)
            )
    return fastest


def best(
    work: Callable[[], object], runs: int, clock: Callable[[], float] = time.perf_counter
) -> float:
    """The fewest seconds that some work took here: what else the machine does only ever adds."""
    took = []
    for _ in range(runs):
        began = clock()
        work()
        took.append(clock() - began)
    return min(took)


def _once(call: Call) -> Measured:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.measure", call.module, call.function, *call.arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{call.module}.{call.function} failed:\n{done.stderr[-2000:]}")
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def peak_memory() -> int:
    """The most memory that this process and any of its children held, in bytes; 0 on Windows."""
    if sys.platform == "win32":
        return 0
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return unit * max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )


def _main() -> None:
    module, function, *arguments = sys.argv[1:]
    loaded = importlib.import_module(module)
    if (before := getattr(loaded, f"before_{function}", None)) is not None:
        before(*arguments)
    began = time.perf_counter()
    getattr(loaded, function)(*arguments)
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "peak": peak_memory()}))  # noqa: T201


if __name__ == "__main__":
    _main()
