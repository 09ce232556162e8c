"""What a server's layers do with a request: uploads refused unread, headers on every answer."""

import asyncio
from collections.abc import MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from store.access.roles import Role
from store.access.visitor import Visitor
from ui.door.headers import Asgi, Headers, headers
from ui.door.uploads import Uploads, know

PATH = "/_stcore/upload_file/{session}/file-1"


class Told(list[MutableMapping[str, Any]]):
    """What a client is sent; counts how often the body it sends is asked for."""

    asked = 0


def asked(app: Asgi, path: str, method: str = "PUT", kind: str = "http") -> Told:
    told = Told()

    async def receive() -> MutableMapping[str, Any]:
        told.asked += 1
        return {"type": "http.request", "body": b"secret", "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        told.append(message)

    # In a thread of its own: tests of pages may have a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(
            asyncio.run, app({"type": kind, "path": path, "method": method}, receive, send)
        ).result()
    return told


async def within(scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
    await receive()
    await send({"type": "http.response.start", "status": 204, "headers": [(b"x-own", b"1")]})
    await send({"type": "http.response.body", "body": b""})


@pytest.mark.parametrize("base", ["", "/plans"])
@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_a_file_of_a_visit_that_may_not_upload_is_refused_unread(base: str, method: str) -> None:
    told = asked(Uploads(within), base + PATH.format(session="stranger"), method)
    assert told[0]["status"] == 403
    assert told.asked == 0


def test_a_visit_may_upload_until_its_role_is_taken_away() -> None:
    app, path = Uploads(within), PATH.format(session="officer")
    roles: dict[int | None, Role] = {2: Role.OFFICER}
    know("officer", lambda: Visitor("Officer", roles))
    assert asked(app, path)[0]["status"] == 204
    roles[2] = Role.MEMBER  # between two runs of the page
    assert asked(app, path)[0]["status"] == 403
    roles.clear()
    assert asked(app, path)[0]["status"] == 403
    know("officer", lambda: Visitor("Officer", {None: Role.ADMINISTRATOR}))
    assert asked(app, path)[0]["status"] == 204
    know("officer", None)
    assert asked(app, path)[0]["status"] == 403
    assert asked(app, path, "DELETE")[0]["status"] == 204


def test_all_else_is_passed_on() -> None:
    assert asked(Uploads(within), "/_stcore/health", "GET")[0]["status"] == 204


def test_every_answer_carries_the_headers_once() -> None:
    for app in (Headers(within), Headers(Uploads(within))):
        start = asked(app, PATH.format(session="stranger"))[0]
        names = [name.decode() for name, _ in start["headers"]]
        for name in headers():
            assert names.count(name.lower()) == 1


def test_only_ourselves_are_asked_for_anything_and_nobody_frames_the_pages() -> None:
    policy = headers()["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http:" not in policy
    assert "https:" not in policy
    assert "'unsafe-eval'" not in policy
    framed = headers("https://intranet.example.gov.uk")
    assert (
        "frame-ancestors 'self' https://intranet.example.gov.uk"
        in framed["Content-Security-Policy"]
    )
    assert "X-Frame-Options" not in framed


def test_a_websocket_is_passed_on_as_it_is() -> None:
    assert asked(Headers(within), "/_stcore/stream", kind="websocket")[0]["headers"] == [
        (b"x-own", b"1")
    ]
