"""Sheets from strangers, read in a process of their own, as workbooks are."""

from loaders.guarded import safely
from loaders.returned.read import Returned


def read(data: bytes, name: str) -> Returned:
    """As ``loaders.returned.read.read``, under limits of memory and time. Raises ``CannotRead``."""
    return safely.run("loaders.returned.read", "read", Returned, data, name)
