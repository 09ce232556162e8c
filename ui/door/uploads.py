"""Files of visitors who may not upload are refused before a byte of them is kept."""

import re
import threading
from collections.abc import MutableMapping
from typing import Any

from ui.door.headers import Asgi, Receive, Send

ADDRESS = re.compile(r"/_stcore/upload_file/(?P<session>[^/]+)/")
_may: set[str] = set()
_lock = threading.Lock()


def allow(session: str, *, may: bool) -> None:
    """Says of a visit, at each of its runs, whether its visitor may upload now."""
    with _lock:
        if may:
            _may.add(session)
        else:
            _may.discard(session)


def allowed(session: str) -> bool:
    """Whether files of this visit are taken."""
    with _lock:
        return session in _may


class Uploads:
    """Answers an upload of a visit that may not with 403, its body unread."""

    def __init__(self, app: Asgi) -> None:
        self._app = app

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Passes everything on but such uploads."""
        found = ADDRESS.search(scope.get("path", "")) if scope["type"] == "http" else None
        refused = found is not None and scope["method"] not in {"OPTIONS", "DELETE"}
        if not refused or allowed(found["session"] if found else ""):
            await self._app(scope, receive, send)
            return
        said = b"You may not upload here."
        kind = (b"content-type", b"text/plain; charset=utf-8")
        # The connection is closed, so that what was still to be sent is not waited for.
        start = {"type": "http.response.start", "status": 403}
        await send({**start, "headers": [kind, (b"connection", b"close")]})
        await send({"type": "http.response.body", "body": said})
