"""nginx before server processes, by the site's file of ``deploy/``.

That file is used as it is; only ports, folders and names are exchanged.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.visiting.servers import ROOT

DEPLOY = ROOT / "deploy"
NAME = "plans.example.gov.uk"
"""The name that the files of ``deploy/`` stand for."""
ONE = "    server 127.0.0.1:"
"""How the line of one server begins."""
AROUND = """
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{}}
http {{
    log_format visits '$dashboard_visit $upstream_addr';
    access_log {folder}/visits.log visits;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
"""The least that nginx asks for around a site's file; Debian's own has it in nginx.conf."""


def environment() -> dict[str, str]:
    """The settings that ``deploy/environment`` gives every server."""
    lines = (DEPLOY / "environment").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {name: value for name, _, value in pairs}


def program() -> str | None:
    """Where nginx is, if this machine has it."""
    beside = Path("/usr/sbin/nginx")
    return shutil.which("nginx") or (str(beside) if beside.exists() else None)


def before(folder: Path, ports: Sequence[int], tls: int, plain: int) -> subprocess.Popen[bytes]:
    """Starts nginx before the servers at these ports; it answers at ``tls``, with a certificate.

    ``plain`` leads there. What it writes stands in the folder. Whoever calls ends the process.
    """
    nginx = program()
    if nginx is None:
        raise FileNotFoundError("nginx is not on this machine")
    made = f"-keyout {folder}/site.key -out {folder}/site.pem -subj /CN=localhost -days 2"
    command = f"openssl req -x509 -newkey rsa:2048 -nodes {made}"
    subprocess.run(command.split(), check=True, stderr=subprocess.DEVNULL)
    (folder / "site.conf").write_text(_site(folder, ports, tls, plain), encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "around.conf").write_text(AROUND.format(folder=folder, user=user), encoding="utf-8")
    return subprocess.Popen([nginx, "-c", str(folder / "around.conf")])


def _site(folder: Path, ports: Sequence[int], tls: int, plain: int) -> str:
    """The site of ``deploy/`` with ports and names of our own, a line for each server."""
    site = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    listed = [line for line in site.splitlines() if line.startswith(ONE)]
    each = listed[0].removeprefix(ONE).partition(" ")[2]
    for was, now in {
        "\n".join(listed): "\n".join(f"{ONE}{port} {each}" for port in ports),
        "listen 443 ": f"listen 127.0.0.1:{tls} ",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        f"/etc/ssl/certs/{NAME}.pem": f"{folder}/site.pem",
        f"/etc/ssl/private/{NAME}.key": f"{folder}/site.key",
        f"server_name {NAME};": "server_name localhost;",
    }.items():
        assert was in site, f"deploy/nginx.conf has no {was!r}"
        site = site.replace(was, now)
    return site
