"""What officers recorded about actions, put to the actions it is about.

A judgement names an action by the reference (or, where there is none, the wording) in the file of
its day. One that fits no action, or more than one, changes nothing; ``unplaced.py`` lists it.
Answers about links are put to their two records in ``answers.py``.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from measures.actions.history import moves
from measures.following.keys import ref_key, wording_key
from measures.following.lives import Lives
from measures.following.standing import Judged
from workstreams.view import View

OUTCOMES = {
    "completed": "completed",
    "merged into another action": "merged",
    "withdrawn by decision": "withdrawn",
}


def judged(view: View, lives: Lives) -> tuple[Judged, pd.DataFrame]:
    """The view's judgements by action, and those that could not be put to one."""
    kinds = ("evidence", "acceptance", "no longer listed")
    found = view.judgements[view.judgements["kind"].isin(kinds)]
    names = names_of(lives) if len(found) else found
    found = found.assign(
        life=pd.Series(placed(names, found), index=found.index, dtype="float64"),
        outcome=pd.Series(
            [OUTCOMES.get(str(value.get("reason", "")), "") for value in found["value"]],
            index=found.index,
            dtype="str",
        ),
    )
    on_action = found[found["life"].notna()].astype({"life": "int64"})

    def of(kind: str) -> pd.DataFrame:
        return on_action[on_action["kind"] == kind]

    return (
        Judged(of("evidence"), of("acceptance"), of("no longer listed")),
        found[found["life"].isna()],
    )


def move_reasons(view: View, lives: Lives) -> dict[int, str]:
    """The reason an officer recorded for each action's latest move since the date compared with."""
    found = view.judged("move reason")
    if view.since is not None:
        found = found[found["on"] > pd.Timestamp(view.since)]
    names = names_of(lives) if len(found) else found
    reasons = {}
    for subject, on, value in zip(found["subject"], found["on"], found["value"], strict=True):
        life = _life(names, subject, on)
        if life is not None:
            reasons[life] = str(value.get("reason", ""))
    return reasons


def why_gone(value: Mapping[str, Any]) -> str:
    """Why an action is no longer listed: "merged into 4.2: as the board decided in May"."""
    reason, into = str(value.get("reason", "")), value.get("into")
    if into and OUTCOMES.get(reason) == "merged":
        reason = f"merged into {into}"
    text = str(value.get("text") or "")
    return ": ".join(part for part in (reason, text) if part)


def reasons_of_moves(view: View, lives: Lives, life: int) -> dict[pd.Timestamp, str]:
    """Why one action's date moved, by the as-at date of the snapshot that reported the move.

    A reason belongs to the move reported on its day, else to the last one before.
    """
    told = moves(lives)
    reported = told.loc[told["life"] == life, "reported"]
    said = about(view, lives, life, ("move reason",))
    reasons = {}
    for on, value in zip(said["on"], said["value"], strict=True):
        if (reported <= on).any():
            reasons[reported[reported <= on].max()] = str(value.get("reason", ""))
    return reasons


def about(view: View, lives: Lives, life: int, kinds: Sequence[str]) -> pd.DataFrame:
    """The judgements of some kinds that are about one action, oldest first."""
    found = view.judgements[view.judgements["kind"].isin(kinds)]
    if found.empty:
        return found
    names = names_of(lives)
    return found[[one == life for one in placed(names, found)]]


def called(lives: Lives, life: int) -> str:
    """What an action is recorded under now: its reference, else its wording; "" where neither
    tells it from another action.
    """
    names, state = names_of(lives), lives.state().loc[life]
    for name in (state["ref"], state["title"]):
        if isinstance(name, str) and _life(names, name, pd.Timestamp.max) == life:
            return name
    return ""


def placed(names: pd.DataFrame, judgements: pd.DataFrame) -> list[int | None]:
    """The action that each judgement is about; None where its name fits none, or more than one."""
    named = zip(judgements["subject"], judgements["on"], strict=True)
    return [_life(names, subject, on) for subject, on in named]


def names_of(lives: Lives) -> pd.DataFrame:
    """Every name an action went by, with the dates it did: key, life, as_at."""
    known = lives.known()
    refs, words = known["ref"].fillna(""), known["title"].fillna("")
    return known[["life", "as_at"]].assign(key=refs.map(ref_key), words=words.map(wording_key))


def _life(names: pd.DataFrame, subject: str, on: pd.Timestamp) -> int | None:
    """The one action that went by this name latest by the date; else first after it."""
    fits = names[names["key"] == ref_key(subject)] if ref_key(subject) else names.iloc[0:0]
    if fits.empty:
        fits = names[names["words"] == wording_key(subject)]
    if fits.empty:
        return None
    by_then = fits[fits["as_at"] <= on]
    day = by_then["as_at"].max() if len(by_then) else fits["as_at"].min()
    lives = fits.loc[fits["as_at"] == day, "life"].unique()
    return int(lives[0]) if len(lives) == 1 else None
