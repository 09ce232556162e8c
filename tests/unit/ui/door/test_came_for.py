"""What somebody asked for before they signed in is given out once, to the same browser alone."""

from types import SimpleNamespace

import pytest

from ui.door import came_for

TOKEN = bytes(range(16))


def cookie(token: bytes, mask: bytes) -> str:
    hidden = bytes(one ^ mask[at % 4] for at, one in enumerate(token))
    return f"2|{mask.hex()}|{hidden.hex()}|1795806458"


def comes(monkeypatch: pytest.MonkeyPatch, cookies: str, path: str = "", **query: str) -> None:
    """A run of a browser with these cookies, at this address."""
    context = SimpleNamespace(
        cookies={came_for.COOKIE: cookies} if cookies else {},
        url=f"https://plans.example.gov.uk/{path}",
    )
    monkeypatch.setattr(came_for.st, "context", context)
    asked = SimpleNamespace(to_dict=lambda: query)
    monkeypatch.setattr(came_for.st, "query_params", asked)


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    came_for._kept.clear()


def test_the_same_browser_under_another_mask_is_led_on_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    comes(monkeypatch, cookie(TOKEN, b"abcd"), "actions", plan="2")
    came_for.remember()
    comes(monkeypatch, cookie(TOKEN, b"wxyz"))
    assert came_for.take() == ("actions", {"plan": "2"})
    assert came_for.take() == ("", {})


@pytest.mark.parametrize("told", ["", "none", "2|zz|zz|1", "2||00|1", cookie(TOKEN[::-1], b"abcd")])
def test_another_browser_or_a_spoilt_cookie_is_led_nowhere(
    told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    comes(monkeypatch, cookie(TOKEN, b"abcd"), "actions")
    came_for.remember()
    comes(monkeypatch, told, "hra_cases")
    assert came_for.take() == ("", {})


def test_only_so_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(came_for, "MOST", 3)
    for number in range(5):
        comes(monkeypatch, cookie(bytes([number] * 16), b"abcd"), "actions")
        came_for.remember()
    assert len(came_for._kept) == 3
    comes(monkeypatch, cookie(bytes([4] * 16), b"abcd"))
    assert came_for.take()[0] == "actions"
