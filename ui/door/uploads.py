"""Files of visitors who may not upload are refused before a byte of them is kept."""

import asyncio
import re
import threading
from collections.abc import Callable, MutableMapping
from typing import Any

from store.access.roles import Right
from store.access.visitor import Visitor
from store.database.engine import DatabaseFault
from ui.door.headers import Asgi, Receive, Send

ADDRESS = re.compile(r"/_stcore/upload_file/(?P<session>[^/]+)/")
MOST = 5_000
"""Visits that are remembered; the one that was longest not heard of goes first."""
_visitors: dict[str, Callable[[], Visitor]] = {}
_lock = threading.Lock()


def know(session: str, who: Callable[[], Visitor] | None) -> None:
    """Says of a visit, at each of its runs, how its visitor is found; None where they see nothing.

    Who they are is asked when a file comes: a role taken away after the run counts no longer.
    """
    with _lock:
        _visitors.pop(session, None)
        if who is not None:
            _visitors[session] = who
        while len(_visitors) > MOST:
            del _visitors[next(iter(_visitors))]


def allowed(session: str) -> bool:
    """Whether files of this visit are taken now."""
    with _lock:
        who = _visitors.get(session)
    return who is not None and who().may_somewhere(Right.UPLOAD)


class Uploads:
    """Answers an upload of a visit that may not with 403, its body unread."""

    def __init__(self, app: Asgi) -> None:
        self._app = app

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Passes everything on but such uploads."""
        found = ADDRESS.search(scope.get("path", "")) if scope["type"] == "http" else None
        refused = found is not None and scope["method"] not in {"OPTIONS", "DELETE"}
        status, said = 403, b"You may not upload here."
        try:
            # The store is asked, so not by the thread that serves everybody.
            if not refused or await asyncio.to_thread(allowed, found["session"] if found else ""):
                await self._app(scope, receive, send)
                return
        except DatabaseFault:
            status, said = 503, b"The plans cannot be read just now. Choose the file again."
        kind = (b"content-type", b"text/plain; charset=utf-8")
        # The connection is closed, so that what was still to be sent is not waited for.
        start = {"type": "http.response.start", "status": status}
        await send({**start, "headers": [kind, (b"connection", b"close")]})
        await send({"type": "http.response.body", "body": said})
