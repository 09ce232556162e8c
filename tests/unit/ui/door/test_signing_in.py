"""A sign-in that did not come off leads back with its reason, and says one line to the log."""

import logging
from collections.abc import Sequence
from contextlib import suppress

import pytest

from ui.door.headers import Message
from ui.door.signing_in import STREAMLITS, SigningIn

OUT = (b"set-cookie", b'_streamlit_user=""; Max-Age=0; Path=/')
IN = (b"set-cookie", b"_streamlit_user=signed; Path=/")


def answered(
    path: str, status: int, headers: Sequence[tuple[bytes, bytes]], body: bytes = b"Told"
) -> tuple[int, dict[str, str], bytes]:
    """What a browser gets where Streamlit answers so: status, headers, words."""
    sent: list[Message] = []

    async def streamlit(scope: Message, receive: object, send: object) -> None:
        await send({"type": "http.response.start", "status": status, "headers": list(headers)})
        await send({"type": "http.response.body", "body": body})

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {}

    # Nothing here waits for anything, so one step ends it, whatever loop this thread may have.
    with suppress(StopIteration):
        SigningIn(streamlit)({"type": "http", "path": path}, receive, send).send(None)
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], found, b"".join(one.get("body", b"") for one in sent[1:])


@pytest.mark.parametrize("status", [400, 404, 500, 503])
@pytest.mark.parametrize("base", ["", "/plans"])
def test_a_provider_that_is_away_leads_back_with_the_reason(status: int, base: str) -> None:
    code, headers, body = answered(f"{base}/auth/login", status, [(b"content-type", b"text/plain")])
    assert (code, headers["location"], body) == (303, f"{base}/?sign_in=away", b"")


@pytest.mark.parametrize("cookies", [[], [OUT], [(b"set-cookie", b"other=1")]])
def test_an_answer_that_signs_nobody_in_leads_back_with_the_reason(
    cookies: list[tuple[bytes, bytes]],
) -> None:
    code, headers, _ = answered("/oauth2callback", 302, [(b"location", b"/"), *cookies])
    assert (code, headers["location"]) == (303, "/?sign_in=refused")
    assert ("set-cookie" in headers) == bool(cookies)


@pytest.mark.parametrize(
    ("path", "status", "headers"),
    [
        ("/auth/login", 302, [(b"location", b"https://login.example.gov.uk/")]),
        ("/oauth2callback", 302, [(b"location", b"/"), IN]),
        ("/oauth2callback", 302, [(b"location", b"/"), OUT, IN]),
        ("/auth/logout", 500, []),
        ("/overview", 404, []),
    ],
)
def test_everything_else_is_passed_on(
    path: str, status: int, headers: list[tuple[bytes, bytes]]
) -> None:
    assert answered(path, status, headers)[0] == status
    assert answered(path, status, headers)[2] == b"Told"


def test_the_log_has_a_line_and_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    SigningIn(None)
    try:
        raise ConnectionError("at the address https://login.example.gov.uk")
    except ConnectionError:
        logging.getLogger(STREAMLITS).warning("Error during redirect.", exc_info=True)
    (record,) = caplog.records
    assert record.getMessage() == "Sign-in failed: Error during redirect. (ConnectionError)"
    assert "Traceback" not in caplog.text
