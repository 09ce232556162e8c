"""The links between rows of different snapshots, as an officer is shown and asked about them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from measures.following.drift import turned

Whole = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Link:
    """The record ``now`` taken for the action of the record ``was``: positions in the history.

    ``score`` is their likeness (0 to 100); ``sure`` that nobody need be asked.
    """

    was: int
    now: int
    score: float
    followed: bool
    decided: str = ""
    sure: bool = False


def proposals(
    history: pd.DataFrame, links: Sequence[Link], life: Whole, ref: Whole, title: Whole
) -> pd.DataFrame:
    """The links an officer can confirm or split, oldest first.

    ``life``, ``ref`` and ``title`` number each record's action, reference and wording, by its
    position in the history. Comes out: the frame that ``matching.Followed`` describes.
    """
    was = np.array([link.was for link in links], dtype=np.int64)
    now = np.array([link.now for link in links], dtype=np.int64)
    moved = ref[was] != ref[now]
    words = title[was] != title[now]
    turn = _turns(history["title"], was, now)
    sure = np.array([link.sure for link in links], dtype=bool)
    return pd.DataFrame(
        {
            "was": history.index.to_numpy()[was],
            "now": history.index.to_numpy()[now],
            "life": life[now],
            "was_ref": history["ref"].array[was],
            "now_ref": history["ref"].array[now],
            "was_title": history["title"].array[was],
            "now_title": history["title"].array[now],
            "score": np.array([link.score for link in links], dtype=np.float64),
            "as_at": history["as_at"].array[now],
            "why": pd.Series(
                np.select(
                    [moved & words, moved, words],
                    ["renumbered and reworded", "renumbered", "reworded"],
                    "listed twice",
                ),
                dtype="str",
            ),
            "turned": turn,
            "asked": ~sure | turn,
            "followed": np.array([link.followed for link in links], dtype=bool),
            "decided": pd.Series([link.decided for link in links], dtype="str"),
        }
    )


def _turns(titles: pd.Series, was: Whole, now: Whole) -> Bools:
    """Whether a number or a "not" changed between the wordings of each link."""
    codes, found = pd.factorize(titles)
    words = np.append(found.to_numpy(dtype=object), "")
    pairs = list(zip(codes[was].tolist(), codes[now].tolist(), strict=True))
    told = {(a, b): turned(words[a], words[b]) for a, b in set(pairs)}
    return np.array([told[pair] for pair in pairs], dtype=bool)
