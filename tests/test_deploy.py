"""The files of ``deploy/``: whole, in step with the product, and named in README."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from store.access.configuration import MODES, SETTING
from tests.source import ROOT
from ui.shell import first_start

DEPLOY = ROOT / "deploy"
UNITS = ("dashboard@.service", "dashboard-backup.service", "dashboard-backup.timer")


def text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def settings() -> dict[str, str]:
    lines = [x for x in text("environment").splitlines() if x and not x.startswith("#")]
    return {name: value for name, _, value in (line.partition("=") for line in lines)}


def test_readme_names_each_file_that_is_there_or_is_named_by_one() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"deploy/([\w@.-]*\w)", readme))
    assert {name for name in named if not (DEPLOY / name).exists()} == set()
    beside = {"dashboard-backup.service", "Dockerfile.dockerignore"}
    assert {path.name for path in DEPLOY.iterdir()} == named | beside


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
@pytest.mark.parametrize("name", UNITS)
def test_systemd_finds_nothing_wrong(name: str, tmp_path: Path) -> None:
    for unit in UNITS:
        # What a unit starts must be there for it to be whole; here it is another program.
        whole = re.sub(r"/opt/dashboard/\.venv/bin/streamlit", "/bin/true", text(unit))
        (tmp_path / unit.replace("@.", "@8501.")).write_text(whole, encoding="utf-8")
    looked = subprocess.run(
        ["systemd-analyze", "verify", str(tmp_path / name.replace("@.", "@8501."))],
        capture_output=True,
        text=True,
        timeout=60,
    )
    ours = [x for x in looked.stderr.splitlines() if "dashboard" in x]
    assert ours == []
    assert looked.returncode == 0


def test_a_service_starts_the_dashboard_with_the_settings_file() -> None:
    unit = text("dashboard@.service")
    assert "streamlit run dashboard.py --server.port=%i" in unit
    for name in ("dashboard@.service", "dashboard-backup.service"):
        assert "EnvironmentFile=/etc/dashboard/environment" in text(name)
    assert "python -m store backup /var/backups/dashboard/" in text("dashboard-backup.service")


def test_the_settings_are_those_that_the_dashboard_knows() -> None:
    found = settings()
    assert found[SETTING] in MODES
    assert found[first_start.SETTING] in first_start.REFUSED
    assert found["STREAMLIT_SERVER_ALLOWED_HOSTS"] == found["STREAMLIT_BROWSER_SERVER_ADDRESS"]
    assert found["PERSON_KEY_SECRET"] == ""  # a secret is made at each place, and is not ours


def test_nginx_and_the_services_agree_on_name_and_limit() -> None:
    site = text("nginx.conf")
    name = settings()["STREAMLIT_SERVER_ALLOWED_HOSTS"]
    assert site.count(f"server_name {name};") == 2
    config = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    (limit,) = re.findall(r"(?m)^maxUploadSize = (\d+)", config)
    assert int(re.findall(r"client_max_body_size (\d+)m", site)[0]) > int(limit)
    assert "enableXsrfProtection = true" in config
    assert "enableCORS = true" in config


def test_a_page_is_not_slowed_by_looking_at_modules_and_collecting_after_each_run() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["fileWatcherType"] == "none"
    assert config["runner"]["postScriptGC"] is False


def test_the_container_installs_from_the_lock_and_says_that_it_was_not_tried() -> None:
    said = text("Dockerfile")
    assert "was not tried" in said
    assert "--require-hashes -r requirements.lock" in said
    assert {".venv", "data", ".streamlit/secrets.toml"} <= set(
        text("Dockerfile.dockerignore").splitlines()
    )
