"""What a test does on a machine that lacks a program: it skips and says why; in CI it fails."""

import os
from typing import NoReturn

import pytest


def missing(program: str, package: str) -> NoReturn:
    """End the test, or the fixture that asks for the program, with how to get it."""
    why = f"{program} is not installed. On Debian: apt-get install {package}"
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)
