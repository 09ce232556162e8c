"""A sign-in that did not come off says so on the page, and in one line of the log."""

import logging
from collections.abc import MutableMapping
from typing import Any, Literal

from ui.door.headers import Asgi, Message, Receive, Send

STREAMLITS = "streamlit.web.server.starlette.starlette_auth_routes"
PARAMETER = "sign_in"
Outcome = Literal["away", "refused"]
SENTENCES: dict[Outcome, str] = {
    "away": "The service that signs people in does not answer just now, so nobody can sign in. Try "
    "again in a minute. If it stays so, tell whoever looks after this dashboard.",
    "refused": "You were not signed in: what the sign-in service answered could not be used. Try "
    "once more. If it happens again, tell whoever looks after this dashboard.",
}
LOGIN, CALLBACK = "/auth/login", "/oauth2callback"
COOKIE = b"_streamlit_user="


class OneLine(logging.Filter):
    """Makes a line of each complaint: the kind of error in place of its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keeps every record, the shortened ones too."""
        if record.exc_info and record.exc_info[0]:
            why = record.exc_info[0].__name__
            record.msg, record.args = f"Sign-in failed: {record.getMessage()} ({why})", ()
            record.exc_info = record.exc_text = None
        return True


class SigningIn:
    """Leads whoever could not be signed in back to the first page, with the reason to show."""

    def __init__(self, app: Asgi) -> None:
        self._app = app
        logger = logging.getLogger(STREAMLITS)
        if not any(isinstance(one, OneLine) for one in logger.filters):
            logger.addFilter(OneLine())

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Passes everything on but the two answers of a sign-in that failed."""
        path = scope.get("path", "") if scope["type"] == "http" else ""
        if not path.endswith((LOGIN, CALLBACK)):
            await self._app(scope, receive, send)
            return
        base = path.removesuffix(LOGIN).removesuffix(CALLBACK)
        failed = False

        async def led_back(message: Message) -> None:
            nonlocal failed
            if message["type"] == "http.response.start":
                outcome = _outcome(path, message)
                failed = outcome is not None
                if failed:
                    message = _back(message, f"{base}/?{PARAMETER}={outcome}")
            elif failed:
                message = {"type": "http.response.body", "body": b""}
            await send(message)

        await self._app(scope, receive, led_back)


def _outcome(path: str, answer: Message) -> Outcome | None:
    """What became of a step of signing in; None where it went well, or went on."""
    if path.endswith(LOGIN):
        return "away" if answer["status"] >= 400 else None
    cookies = [value for name, value in answer.get("headers", ()) if name.lower() == b"set-cookie"]
    # A cookie that is taken away is set too, to nothing.
    given = any(one.startswith(COOKIE) and not one.startswith(COOKIE + b'""') for one in cookies)
    return None if given else "refused"


def _back(answer: Message, where: str) -> Message:
    cookies = [pair for pair in answer.get("headers", ()) if pair[0].lower() == b"set-cookie"]
    headers = [(b"location", where.encode()), (b"content-length", b"0"), *cookies]
    return {"type": "http.response.start", "status": 303, "headers": headers}
