"""How the dashboard is run, in a sentence for the log and for the page of settings."""

import logging
import sys

from store.access.configuration import SETTING, Misconfigured, Mode
from ui.door.visitor import configured

log = logging.getLogger(__name__)
SAID: dict[Mode, str] = {
    "this machine only": "this machine only. Whoever sits at it may do everything; requests from "
    "elsewhere are refused.",
    "sign-in": "sign-in. Everybody signs in, and may do what their role allows.",
    "published": "published. Nobody signs in, and everybody sees the public figures alone.",
}


def sentence() -> str:
    """How it is run now. Raises ``Misconfigured`` where that cannot be said."""
    return f"{SETTING}: {SAID[configured().mode]}"


def say() -> None:
    """Say it where the server was started, once; or what is wrong with the configuration."""
    try:
        sys.stdout.write(f"\n  {sentence()}\n\n")
        sys.stdout.flush()
    except Misconfigured as why:
        log.error("Not set up: %s", why)
