"""References and wording as they are compared: what is only spelling is taken away."""

import re
from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Codes = NDArray[np.int64]
_WORDS = re.compile(r"\w+").findall


def ref_key(ref: str) -> str:
    """A reference as it is compared: "1..1", "1.1." and "(1.1)" are one; 1.10 and 1.1 are two."""
    if ref.isalnum():
        return ref.casefold()
    plain = re.sub(r"[\s()\[\]]", "", ref.casefold())
    return re.sub(r"\.{2,}", ".", plain).strip(".:-")


def wording_key(text: str) -> str:
    """Wording as it is compared: case, spacing and punctuation taken away."""
    return " ".join(_WORDS(text.casefold()))


def keyed(texts: pd.Series, key: Callable[[str], str]) -> tuple[Codes, list[str]]:
    """A column of text as codes into a list of its different keys; a blank is code -1.

    The key is worked out once for each different text, so a history costs what its wording does.
    """
    codes, found = pd.factorize(texts)
    keys = [key(str(text)) for text in found]
    merged, different = pd.factorize(pd.Series([k or None for k in keys], dtype="object"))
    return np.append(merged, -1)[codes].astype(np.int64), [str(k) for k in different]
