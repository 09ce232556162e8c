"""A key is opened by whoever sealed it, and by nobody else once a letter of it is changed."""

import pytest

from loaders.returned.keys import Key, opened, sealed

SECRET = b"s" * 32
KEY = Key(2, 45, 0, "r123")


@pytest.mark.parametrize("key", [KEY, Key(1, 1, 11, "m7"), Key(10**9, 10**9, 999, "r1")])
def test_a_key_comes_back_as_it_was(key: Key) -> None:
    assert opened(sealed(key, SECRET), SECRET) == key
    assert opened(f"  {sealed(key, SECRET)}\n", SECRET) == key


def test_a_key_with_any_letter_changed_is_none_of_ours() -> None:
    text = sealed(KEY, SECRET)
    for place, letter in enumerate(text):
        other = "1" if letter != "1" else "2"
        assert opened(text[:place] + other + text[place + 1 :], SECRET) is None


@pytest.mark.parametrize(
    "text",
    ["", "ud-2-45-0-r123", "ud-2-45-0-r123-" + "0" * 20, "r123", "=1+1", "ud--1-45-0-r1-ff"],
)
def test_what_has_no_seal_or_a_made_up_one_is_none(text: str) -> None:
    assert opened(text, SECRET) is None


def test_another_installation_opens_none_of_ours() -> None:
    assert opened(sealed(KEY, SECRET), b"t" * 32) is None


def test_the_seal_is_not_made_with_the_secret_itself() -> None:
    import hashlib
    import hmac

    plain, _, seal = sealed(KEY, SECRET).rpartition("-")
    assert seal != hmac.new(SECRET, plain.encode(), hashlib.sha256).hexdigest()[:20]
