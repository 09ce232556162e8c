"""A key that stands for a person and cannot be turned back into a name."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

LENGTH = 32
"""Bytes of an installation's secret."""


class SpoiltKey(ValueError):
    """The file of the secret holds less than was written into it."""


def person_key(name: str, secret: bytes) -> str:
    """The key of a name: the same for the same name and secret, however it is spaced or cased.

    A keyed hash (HMAC-SHA-256, RFC 2104): without the secret, names cannot be tried one by one.
    Eighty bits are kept, so that two people of one council never share a key in practice.
    """
    plain = " ".join(name.replace(",", " ").split()).casefold()
    made = hmac.new(secret, plain.encode(), hashlib.sha256).hexdigest()
    return f"person {made[:20]}"


def kept_secret(path: Path) -> bytes:
    """The installation's secret from its file, made at the first call, for its owner's eyes.

    Raises ``SpoiltKey`` where the file was emptied or cut short: with what is left every person
    would have a second key.
    """
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        draft.touch(mode=0o600)
        draft.write_bytes(secrets.token_bytes(LENGTH))
        try:
            path.hardlink_to(draft)  # all or nothing, should two servers start at once
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    if path.stat().st_mode & 0o077 and os.name != "nt":
        path.chmod(0o600)
    secret = path.read_bytes()
    if len(secret) < LENGTH:
        raise SpoiltKey(path.name)
    return secret


def key_mark(secret: bytes) -> str:
    """A few letters that tell one secret from another, and of which nothing can be worked out."""
    return hmac.new(secret, b"which key", hashlib.sha256).hexdigest()[:16]
