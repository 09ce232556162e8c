"""The layers that every request goes through, the outermost first."""

import os

from starlette.middleware import Middleware

from ui.door.headers import Headers
from ui.door.signing_in import SigningIn
from ui.door.uploads import Uploads

FRAMED_BY = "DASHBOARD_FRAMED_BY"
"""The one address that may show the dashboard in a frame; without it, none may."""


def layers() -> list[Middleware]:
    """Headers on every answer, a word on failed sign-ins, files only of those who may upload."""
    framed_by = os.environ.get(FRAMED_BY, "").strip()
    return [Middleware(Headers, framed_by=framed_by), Middleware(SigningIn), Middleware(Uploads)]
