"""How the dashboard is run is said at its start."""

import pytest

from store.access.configuration import MODES, Access, Misconfigured
from ui.door import run_as


@pytest.mark.parametrize("mode", sorted(set(MODES.values())))
def test_each_way_is_said(
    mode: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run_as, "configured", lambda: Access(mode))
    run_as.say()
    assert f"DASHBOARD_ACCESS: {mode}." in capsys.readouterr().out


def test_half_a_configuration_is_a_line_of_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def spoilt() -> Access:
        raise Misconfigured("secrets.toml, line 3: is not UTF-8 text.")

    monkeypatch.setattr(run_as, "configured", spoilt)
    run_as.say()
    assert [one.getMessage() for one in caplog.records] == [
        "Not set up: secrets.toml, line 3: is not UTF-8 text."
    ]
