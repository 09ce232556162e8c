"""Minutes from strangers, read in a process of their own, as workbooks are."""

from loaders.guarded import safely
from loaders.minutes.items import Minutes


def read(data: bytes, name: str) -> Minutes:
    """As ``loaders.minutes.read.read``, under limits of memory and time. Raises ``CannotRead``."""
    return safely.run("loaders.minutes.read", "read", Minutes, data, name)
