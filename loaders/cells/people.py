"""A key that stands for a person and cannot be turned back into a name."""

import hashlib
import hmac
import secrets
from pathlib import Path


def person_key(name: str, secret: bytes) -> str:
    """The key of a name: the same for the same name and secret, however it is spaced or cased.

    A keyed hash (HMAC-SHA-256, RFC 2104): without the secret, names cannot be tried one by one.
    Eighty bits are kept, so that two people of one council never share a key in practice.
    """
    plain = " ".join(name.replace(",", " ").split()).casefold()
    made = hmac.new(secret, plain.encode(), hashlib.sha256).hexdigest()
    return f"person {made[:20]}"


def kept_secret(path: Path) -> bytes:
    """The installation's secret from its file, made at the first call, for its owner's eyes."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        draft.touch(mode=0o600)
        draft.write_bytes(secrets.token_bytes(32))
        try:
            path.hardlink_to(draft)  # all or nothing, should two servers start at once
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_bytes()
