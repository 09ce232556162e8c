"""The keys that tie a row of a return sheet to its action, which nobody can make up or change."""

import hashlib
import hmac
import re
from dataclasses import dataclass

_SHAPE = re.compile(r"\bud-(\d{1,12})-(\d{1,12})-(\d{1,6})-([rm]\d{1,12})-([0-9a-f]{20})\b")
"""Neither a number nor a date, whatever a spreadsheet makes of a CSV file."""
LIKE = re.compile(r"\bud-[\w-]{6,}")
"""What was one of our keys before somebody changed it."""


@dataclass(frozen=True)
class Key:
    """What a row is about: a plan, one asking of it, the sheet there, and the action.

    ``action`` names a record of the store ("r12") or an item kept from minutes ("m3").
    """

    plan: int
    asking: int
    sheet: int
    action: str


def sealed(key: Key, secret: bytes) -> str:
    """The key as text, with a seal that only this installation can make (HMAC-SHA-256)."""
    plain = f"ud-{key.plan}-{key.asking}-{key.sheet}-{key.action}"
    return f"{plain}-{_seal(plain, secret)}"


def opened(text: str, secret: bytes) -> Key | None:
    """The key that a text holds; None where there is none, or its seal is not ours."""
    found = _SHAPE.search(text)
    if found is None:
        return None
    plain = found[0].rpartition("-")[0]
    if not hmac.compare_digest(_seal(plain, secret), found[5]):
        return None
    return Key(int(found[1]), int(found[2]), int(found[3]), found[4])


def _seal(plain: str, secret: bytes) -> str:
    """Eighty bits, made with a key of its own: the secret itself stands for names of people."""
    own = hmac.new(secret, b"return sheets", hashlib.sha256).digest()
    return hmac.new(own, plain.encode(), hashlib.sha256).hexdigest()[:20]
