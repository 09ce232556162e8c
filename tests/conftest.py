"""For every test: who it acts as, how long its file takes, and what one run shares."""

from collections.abc import Iterator
from typing import Any

import pytest

from store.access.visitor import AT_THE_MACHINE, acting, ask
from tests import lengths, sharing
from tests.made import shared


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--keep-lengths", action="store_true", help="write how long each file took to lengths.json"
    )


@pytest.hookimpl(wrapper=True)
def pytest_cmdline_main() -> Iterator[None]:
    with shared.standing():
        return (yield)


def pytest_configure(config: pytest.Config) -> None:
    ask(lambda: AT_THE_MACHINE)  # while tests are collected, before any of them acts as somebody
    config.pluginmanager.register(lengths.Watch(config.getoption("--keep-lengths")))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Shared out among processes, the longest file goes first: none is left to the end."""
    if hasattr(config, "workerinput"):
        lengths.longest_first(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> sharing.Together | None:
    """With ``--dist loadfile``, tests that share what is made share a process beyond their file."""
    return sharing.Together(config, log) if config.getoption("dist") == "loadfile" else None


@pytest.fixture(scope="session", autouse=True)
def at_the_machine() -> Iterator[None]:
    """Tests act as somebody at the machine, who may do everything; one of access says otherwise."""
    with acting(AT_THE_MACHINE):
        yield
