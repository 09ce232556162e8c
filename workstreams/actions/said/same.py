"""Officers' answers to "was 3.2, now 4.1: the same action?", put to the two records they are about.

An answer names both rows as ``workstreams/actions/followed/links.py`` does, and the date of the
snapshot that showed the later one. It is put to the link between two such rows at that date, else
to the last before it: a plan may be renumbered from 3.2 to 4.1 more than once. Of two answers about
one link the later stands. One that fits no link, or one that cannot be followed, changes nothing;
it is listed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from measures.following.keys import ref_key, wording_key
from measures.following.matching import follow
from measures.following.together import originals
from workstreams.view import View

KIND = "same action"
Pair = tuple[int, int]


@dataclass(frozen=True)
class Answers:
    """Which pair of records (earlier, later) each answer is about, by judgement id.

    ``said`` is the answer that stands for each pair: "same" or "different".
    """

    said: Mapping[Pair, str] = field(default_factory=dict)
    about: Mapping[int, Pair] = field(default_factory=dict)

    @property
    def same(self) -> tuple[Pair, ...]:
        """The pairs that are one action."""
        return tuple(pair for pair, answer in self.said.items() if answer == "same")

    @property
    def different(self) -> tuple[Pair, ...]:
        """The pairs that are two actions."""
        return tuple(pair for pair, answer in self.said.items() if answer == "different")

    def instead_of(self, was: int, now: int) -> tuple[int, ...]:
        """The judgements that a new answer about two records takes the place of.

        Those about the same pair, and what else the later record was said to be.
        """
        return tuple(
            judgement
            for judgement, (earlier, later) in self.about.items()
            if later == now and (earlier == was or self.said[earlier, later] == "same")
        )


def answers(view: View, history: pd.DataFrame) -> Answers:
    """The answers that can be put to two records of the history."""
    judged = view.judged(KIND)
    if judged.empty or history.empty:
        return Answers()
    # In the order they were given, whatever date each is about: the last word stands.
    judged = judged.sort_index()
    judged = judged[~judged["on"].isin(_to_come(view))]
    about: dict[int, Pair] = {}
    while len(about) < len(judged):
        # An answer may raise the next question, so what is left is tried again with these.
        found = _stands(judged, about)
        links = _named(follow(history, found.same, found.different).proposals)
        told = _told(judged[~judged.index.isin(list(about))])
        fitting = _fitting(links, told, exactly=True) or _fitting(links, told, exactly=False)
        if not fitting:
            break
        about |= fitting
    for judgement, was, now, on in _told(judged[~judged.index.isin(list(about))]):
        pair = _unasked(history, was, now, on)
        if pair is not None:
            about[judgement] = pair
    return _stands(judged, about)


def _to_come(view: View) -> list[pd.Timestamp]:
    """The dates of snapshots after the view's: what was said of their links is not for it."""
    return [pd.Timestamp(s.as_at) for s in view.snapshots if s.as_at > view.as_at]


def _stands(judged: pd.DataFrame, about: Mapping[int, Pair]) -> Answers:
    said: dict[Pair, str] = {}
    for judgement, value in zip(judged.index.tolist(), judged["value"], strict=True):
        if judgement in about and value.get("answer") in ("same", "different"):
            said[about[judgement]] = value["answer"]
    return Answers(said, dict(about))


Told = tuple[int, str, str, pd.Timestamp]


def _told(judged: pd.DataFrame) -> list[Told]:
    """Each answer's id, the name of the earlier row and of the later one, and its date."""
    was = [str(value.get("was", "")) for value in judged["value"]]
    return list(zip(judged.index.tolist(), was, judged["subject"], judged["on"], strict=True))


def _named(links: pd.DataFrame) -> pd.DataFrame:
    """The links with the reference and the wording of both rows as they are compared."""
    return links.assign(
        was_ref=links["was_ref"].fillna("").map(ref_key),
        now_ref=links["now_ref"].fillna("").map(ref_key),
        was_title=links["was_title"].fillna("").map(wording_key),
        now_title=links["now_title"].fillna("").map(wording_key),
    )


def _goes_by(refs: pd.Series, titles: pd.Series, name: str) -> "pd.Series[bool]":
    """Which rows a name may mean: those with the reference, else those with the wording."""
    by_ref = (refs == ref_key(name)) & (refs != "")
    return by_ref if by_ref.any() else (titles == wording_key(name)) & (titles != "")


def _fitting(links: pd.DataFrame, told: Sequence[Told], exactly: bool) -> dict[int, Pair]:
    """The link that each answer is about, where there is one: that of its date, or the last by it.

    A name that fits two links of one date says nothing of either.
    """
    found = {}
    for judgement, was, now, on in told:
        fits = links[
            _goes_by(links["was_ref"], links["was_title"], was)
            & _goes_by(links["now_ref"], links["now_title"], now)
            & (links["as_at"] <= on)
        ]
        fits = fits[fits["as_at"] == (on if exactly else fits["as_at"].max())]
        if len(fits) == 1:
            found[judgement] = int(fits["was"].iloc[0]), int(fits["now"].iloc[0])
    return found


def _unasked(history: pd.DataFrame, was: str, now: str, on: pd.Timestamp) -> Pair | None:
    """Two rows nobody was asked about: one that came by the date, and the last before it."""
    rows = history[["as_at"]].assign(
        ref=history["ref"].fillna("").map(ref_key),
        title=history["title"].fillna("").map(wording_key),
    )
    rows = rows[rows["as_at"] <= on]
    step = rows["as_at"].rank(method="dense")
    later = rows[_goes_by(rows["ref"], rows["title"], now)].assign(step=step)
    # It came where the snapshot before did not have it under this reference and wording.
    stayed = later.assign(step=later["step"] + 1)[["step", "ref", "title"]]
    came = later.merge(stayed.drop_duplicates(), how="left", indicator=True)["_merge"]
    later = later[(came == "left_only").to_numpy()]
    later = later[later["as_at"] == later["as_at"].max()]
    if len(later) != 1:
        return None
    earlier = rows[rows["as_at"] < later["as_at"].iloc[0]]
    earlier = earlier[_goes_by(earlier["ref"], earlier["title"], was)]
    earlier = earlier[earlier["as_at"] == earlier["as_at"].max()]
    if len(earlier) != 1:
        return None
    return int(originals(earlier.index)[0]), int(originals(later.index)[0])


def words(subject: str, value: Mapping[str, object]) -> str:
    """An answer in words: "Was Q19, now Q31: one action"."""
    was = str(value.get("was") or "")
    pair = f"Was {was or 'another row'}, now {subject}"
    if was and ref_key(was) == ref_key(subject):
        pair = f"{subject} in other words"
    return f"{pair}: {'one action' if value.get('answer') == 'same' else 'two actions'}"
