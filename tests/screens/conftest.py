"""Named states for the screens: a store with nothing, one with the sample plans; a page opened."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.made.sample import sample_copy
from ui.overview import opening

DASHBOARD = str(Path(__file__).resolve().parents[2] / "dashboard.py")
OpenPage = Callable[..., AppTest]


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample plans in it, one for all tests that change nothing."""
    return sample_copy(tmp_path_factory.mktemp("sample") / "sample.sqlite")


@pytest.fixture(autouse=True)
def asked_for_by_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page under AppTest has no connection that could say where it was asked for."""
    monkeypatch.setattr("ui.door.visitor.from_this_machine", lambda: True)


@pytest.fixture(autouse=True)
def lines_stand_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a line opens is made once it is opened; tests look at all that a page can show."""
    monkeypatch.setattr(opening, "FOLDED", partial(opening.FOLDED, expanded=True))


@pytest.fixture
def empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with no plan."""
    path = tmp_path / "empty.sqlite"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    return path


@pytest.fixture
def sample_store(sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample plans, for tests that change nothing: they share the file and its cache."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{sample_file}")
    return sample_file


@pytest.fixture
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample plans in a store of the test's own, to be changed."""
    path = sample_copy(tmp_path / "store.sqlite")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    return path


@pytest.fixture
def open_page() -> OpenPage:
    """Open a page through dashboard.py, with what its address says."""

    def opened(name: str = "overview", **address: str) -> AppTest:
        app = AppTest.from_file(DASHBOARD, default_timeout=60)
        app.query_params.update(address)
        # At once: the first page would work out figures that no test of another asks for.
        app.switch_page(f"pages/{name}.py").run()
        assert not app.exception, [e.message for e in app.exception]
        return app

    return opened
