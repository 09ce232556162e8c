"""Where each Human Rights Act case stands: on which rung, since when, and whether it has moved.

Frames in are made by ``measures.hra_cases.cases``: one row a case and list. A case whose learning
is closed stands on the last rung, whatever its stage says.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

FINISHED = "learning closed"
"""The last rung: nothing more is expected of the case."""

MOVEMENTS = (
    "not moved",
    "moved back",
    "moved on",
    "new",
    "listed",
    "no longer listed",
    "finished",
)
"""What became of a case since the list compared with, in the order a chair asks of them.

"listed" is said where there is no list to compare with; "finished" where it was finished then too.
"""


def rungs(made: pd.DataFrame) -> pd.Series:
    """The rung of each row (str): its stage, or ``FINISHED``; "" where no stage is given."""
    stage = made["stage"].fillna("").astype("str")
    return pd.Series(stage.mask(made["learning_closed"], FINISHED), dtype="str")


def ladder(made: pd.DataFrame, stages: Sequence[str], since: date | None) -> pd.DataFrame:
    """One row for every case that was ever on a list, those that have not moved first.

    ``stages`` are the rungs in order; ``since`` is the date of the list compared with. Those alike
    in movement stand open ones first, and the longest on its rung first. The index is the id of the
    case's latest record. Columns:

    - case (str): its reference as it was written last
    - rung (str): where it stands, or stood on the last list that had it
    - listed (bool): whether the latest list has it
    - concluded (bool): whether the claim is over
    - there_since (datetime64): the first list that had it on this rung, with no other rung since
    - days (int64): from then to the last list that has it
    - movement (str): one of ``MOVEMENTS``
    """
    frame = made.assign(rung=rungs(made)).sort_values(["key", "as_at"], kind="stable")
    key = frame["key"]
    # A list that leaves the case out says nothing of its rung, so it ends no stay.
    moved = frame["rung"] != frame.groupby(key)["rung"].shift()
    stay = moved.groupby(key).cumsum()
    first = frame.groupby([key, stay.rename("stay")])["as_at"].transform("min")
    last = frame.assign(there_since=first).drop_duplicates("key", keep="last")
    then = frame[frame["as_at"] == pd.Timestamp(since)] if since else frame.iloc[0:0]
    before = dict(zip(then["key"], then["rung"], strict=True))
    listed = last["as_at"] == made["as_at"].max()
    found = pd.DataFrame(
        {
            "case": last["case"].fillna("").astype("str"),
            "rung": last["rung"],
            "listed": listed,
            "concluded": last["concluded"],
            "there_since": last["there_since"],
            "days": (last["as_at"] - last["there_since"]).dt.days.astype("int64"),
            "movement": [
                _movement(before.get(name), rung, stages, since) if there else "no longer listed"
                for name, rung, there in zip(last["key"], last["rung"], listed, strict=True)
            ],
        }
    ).astype({"movement": "str"})
    place = found["movement"].map({name: at for at, name in enumerate(MOVEMENTS)})
    return (
        found.assign(place=place)
        .sort_values(["place", "concluded", "days", "case"], ascending=[True, True, False, True])
        .drop(columns="place")
    )


def _movement(then: str | None, now: str, stages: Sequence[str], since: date | None) -> str:
    """What became of a case that the latest list has; ``then`` is its rung on the list before."""
    if since is None:
        return "listed"
    if then is None:
        return "new"
    if then == now:
        return "finished" if now == FINISHED else "not moved"
    height: Mapping[str, int] = {stage: at for at, stage in enumerate(stages)}
    # A rung that was not given stands below all: to have one now is a step on.
    return "moved on" if height.get(now, -1) > height.get(then, -1) else "moved back"
