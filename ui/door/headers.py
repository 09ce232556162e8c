"""What every answer of the server carries, so that a browser asks nobody else for anything."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

POLICY = "; ".join(
    (
        "default-src 'self'",
        # Streamlit's page sets one variable in line, and its charts compile their own code.
        "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)


def headers(framed_by: str = "") -> dict[str, str]:
    """The headers. ``framed_by`` is the one address that may show the pages in a frame."""
    ancestors = f"'self' {framed_by}" if framed_by else "'none'"
    return {
        "Content-Security-Policy": f"{POLICY}; frame-ancestors {ancestors}",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    } | ({} if framed_by else {"X-Frame-Options": "DENY"})


class Headers:
    """Adds the headers to every answer over HTTP."""

    def __init__(self, app: Asgi, framed_by: str = "") -> None:
        self._app = app
        self._added = [
            (name.lower().encode(), value.encode()) for name, value in headers(framed_by).items()
        ]

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Passes everything on, and adds to what begins an answer."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in self._added}
                kept = [pair for pair in message.get("headers", ()) if pair[0].lower() not in own]
                message["headers"] = [*kept, *self._added]
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)
