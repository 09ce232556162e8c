"""What a command prints: officers' words as text, whatever a terminal would make of them."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import TextIOBase
from typing import TextIO, cast

_ORDERS = re.compile(
    # Control characters but a tab and a new line; marks that turn the direction of writing or
    # cannot be seen.
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)


class _Plain(TextIOBase):
    """Passes text on, with each character that is an order and no text written out."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        """Writes the text; gives how many characters it had."""
        self._out.write(shown(text))
        return len(text)

    def flush(self) -> None:
        """Passes on what is held back."""
        self._out.flush()


def shown(text: str) -> str:
    """A text as it may stand in a terminal: "\\x9b31m" where it would have turned red."""
    return _ORDERS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


@contextmanager
def plain_words() -> Iterator[None]:
    """While it lasts nothing that is printed can steer the terminal, clear it or hide a word."""
    out, err = (cast("TextIO", _Plain(stream)) for stream in (sys.stdout, sys.stderr))
    with redirect_stdout(out), redirect_stderr(err):
        yield
