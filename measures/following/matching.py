"""Which rows of a source's snapshots are the same action: by reference, else likeness of wording.

Rules, in order, for a row that the snapshot before did not hold under this reference and wording:

1. What an officer said ("same" or "different") always stands.
2. The same reference and wording as an action seen earlier is that action, listed again.
3. The same wording under another reference, where only one action has it, is a renumbered action
   (of two, the one that the snapshot before had).
4. Else the strongest likeness of wording (rapidfuzz ``token_sort_ratio``, 0 to 100) wins, helped by
   the same reference, owner, theme, kind, date raised and due date.

Every link between two references or two wordings is shown, and an officer can confirm or split it.
Wherever wording and reference do not both speak for it, it is asked about; so is one where a
number or a "not" of the wording changed, which may be another promise under the same reference. A
strong link is followed meanwhile, so that renumbering a plan does not wipe out its dates; a weak
one is not.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from measures.following.keys import keyed, ref_key, wording_key
from measures.following.likeness import alike, likeness
from measures.following.minuted import is_minuted, took_up
from measures.following.proposals import Link, proposals
from measures.following.together import original_pairs, originals, stands_again

Pairs = Iterable[tuple[int, int]]
Whole = NDArray[np.int64]
Bools = NDArray[np.bool_]

GONE_FOR = 3
"""Snapshots after which an action that vanished is no longer looked for under other wording."""
HELPS = ("owner", "theme", "kind", "raised_date", "due_date")
REWORDED = 80.0
"""Below this likeness an officer is asked even about an action under its own reference."""
FAMILIAR = 55.0
"""From this likeness on, the same reference is enough to follow a reworded action."""
ALIKE = 82.0
"""From this likeness on, another reference is followed where one further cell agrees."""
RATHER_ALIKE = 66.0
"""From this likeness on, another reference is followed where three further cells agree."""
SHARED = 20
"""A reference that more vanished actions than this have in common is not looked at."""
ASKED = 62.0
"""From this likeness on, a link that is not followed is at least asked about."""


@dataclass(frozen=True)
class Followed:
    """Which action each record belongs to, and the links an officer can confirm or split.

    ``life``: action numbers (int64, from 0, in order of first appearance) indexed by record id.
    ``proposals``, one row a link: ``was`` and ``now`` (record ids), ``life`` (of the later row),
    ``was_ref``, ``now_ref``, ``was_title``, ``now_title``, ``score`` (0 to 100), ``as_at``, ``why``
    ("renumbered", "reworded", "renumbered and reworded"), ``turned`` (bool: a number or a "not" of
    the wording changed), ``asked`` (bool: not only reworded a little under its own reference),
    ``followed`` (bool) and ``decided`` ("" or "same").
    """

    life: pd.Series
    proposals: pd.DataFrame


def follow(history: pd.DataFrame, same: Pairs = (), different: Pairs = ()) -> Followed:
    """Follow every action through a history, within each source by itself.

    ``history`` has ``as_at``, ``ref``, ``title`` and the cells in ``HELPS``, indexed by record id,
    in order of date, and ``source_id`` where there are several. ``same`` and ``different`` are
    officers' answers as pairs of record ids (earlier, later). What is followed up to a date never
    depends on what comes after it, nor on what stands in another source.
    """
    # A record that stands again beside another source's file is the record it was.
    ids = originals(history.index)
    own = history[~stands_again(history.index)]
    same, different = original_pairs(same), original_pairs(different)
    parts = [own] if "source_id" not in own else [rows for _, rows in own.groupby("source_id")]
    lives: list[pd.Series] = []
    found: list[pd.DataFrame] = []
    first = 0
    for rows in parts or [own]:
        trail = _Trail(rows, same, different)
        for step in range(trail.steps):
            trail.walk(step)
        life = trail.life + first
        first += trail.lives
        lives.append(pd.Series(life, index=rows.index))
        found.append(proposals(rows, trail.links, life, trail.ref, trail.title))
    if len(lives) == 1 and len(own) == len(history):
        return Followed(lives[0].rename("life"), found[0])
    numbers, order = pd.factorize(pd.concat(lives).reindex(ids))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    shown = pd.concat(found, ignore_index=True).sort_values("as_at", kind="stable")
    return Followed(
        pd.Series(numbers.astype(np.int64), index=history.index, name="life"),
        shown.assign(life=place[shown["life"].to_numpy()]).reset_index(drop=True),
    )


class _Trail:
    """The walk through the snapshots, oldest first.

    A "row" here is one reference with one wording; a record is that row in one snapshot. Arrays
    are by row, by life (the action's number) or by position of the record in the history.
    """

    def __init__(self, history: pd.DataFrame, same: Pairs, different: Pairs) -> None:
        steps, dates = pd.factorize(history["as_at"], sort=True)
        self.steps = len(dates)
        self.bounds = np.searchsorted(steps, np.arange(self.steps + 1))
        self.ref, _ = keyed(history["ref"], ref_key)
        self.title, self.wordings = keyed(history["title"], wording_key)
        keys = pd.DataFrame({"step": steps, "ref": self.ref, "title": self.title})
        # The same reference and wording twice in one file are two rows, told apart by their order.
        keys["again"] = keys.groupby(["step", "ref", "title"]).cumcount()
        self.row = keys.groupby(["ref", "title", "again"], sort=False).ngroup().to_numpy()
        rows = int(self.row.max(initial=-1)) + 1
        self.present = np.zeros(rows, dtype=bool)
        self.life_of = np.full(rows, -1, dtype=np.int64)
        self.helps = [pd.factorize(history[name])[0] for name in HELPS if name in history]
        self.life = np.full(len(history), -1, dtype=np.int64)
        self.lives = 0
        self.last_record = np.zeros(len(history), dtype=np.int64)
        self.last_step = np.zeros(len(history), dtype=np.int64)
        where = dict(zip(history.index.tolist(), range(len(history)), strict=True))
        self.same = {where[b]: where[a] for a, b in same if a in where and b in where}
        # Two rows that an officer split stay apart from the record on that was asked about.
        self.apart: dict[tuple[int, int], int] = {}
        for a, b in different:
            if a in where and b in where:
                rows_apart = int(self.row[where[a]]), int(self.row[where[b]])
                since = self.apart.get(rows_apart, len(history))
                self.apart[rows_apart] = min(since, where[b])
        self.minuted = is_minuted(history.index).to_numpy()
        self.links: list[Link] = []

    def walk(self, step: int) -> None:
        """Give every record of one snapshot its action."""
        here = np.arange(self.bounds[step], self.bounds[step + 1])
        rows = self.row[here]
        stayed = self.present[rows]
        self.taken = np.zeros(self.lives, dtype=bool)
        self.taken[self.life_of[rows[stayed]]] = True
        arrived = here[~stayed]
        if step:
            for pair_up in (self._answered, self._listed_again, self._renumbered, self._likened):
                arrived = pair_up(step, arrived) if len(arrived) else arrived
        self.life_of[self.row[arrived]] = self.lives + np.arange(len(arrived))
        self.lives += len(arrived)
        self.present[:] = False
        self.present[rows] = True
        lives = self.life_of[rows]
        self.life[here] = lives
        self.last_record[lives] = here
        self.last_step[lives] = step

    def _join(self, record: int, life: int, link: Link) -> None:
        self.life_of[self.row[record]] = life
        self.taken[life] = True
        self.links.append(link)

    def _answered(self, step: int, arrived: Whole) -> Whole:
        """Links that an officer confirmed."""
        left = []
        for record in arrived.tolist():
            was = self.same.get(record)
            life = -1 if was is None else int(self.life[was])
            if life < 0 or self.taken[life]:
                left.append(record)
            else:
                was = int(self.last_record[life])
                self._join(record, life, Link(was, record, self._score(was, record), True, "same"))
        return np.array(left, dtype=np.int64)

    def _listed_again(self, step: int, arrived: Whole) -> Whole:
        """Rows seen earlier under this reference and wording, whose action is not in the file."""
        lives = self.life_of[self.row[arrived]]
        known = lives >= 0
        known[known] = ~self.taken[lives[known]]
        was = self.last_record[np.maximum(lives, 0)]
        other = known & (self.row[was] != self.row[arrived])
        for at in np.flatnonzero(other).tolist():
            known[at] = not self._told_apart(int(was[at]), int(arrived[at]))
            if not known[at]:
                self.life_of[self.row[arrived[at]]] = -1
        # Two old wordings of one action may both come back: the later one goes on with its life.
        order = np.argsort(-self._last_seen(arrived), kind="stable")
        _, first = np.unique(lives[order], return_index=True)
        once = np.zeros(len(arrived), dtype=bool)
        once[order[first]] = True
        back = known & once
        self.taken[lives[back]] = True
        self.life_of[self.row[arrived[known & ~once]]] = -1
        for at in np.flatnonzero(back & other).tolist():
            self.links.append(self._likeness_link(int(was[at]), int(arrived[at])))
        return arrived[~back]

    def _likeness_link(self, was: int, now: int) -> Link:
        """An action back under a reference or wording that it had before the last ones."""
        score = self._score(was, now)
        same_ref = self.ref[was] == self.ref[now] and self.ref[now] >= 0
        return Link(was, now, score, True, sure=bool(same_ref) and score >= REWORDED)

    def _last_seen(self, arrived: Whole) -> Whole:
        lives = self.life_of[self.row[arrived]]
        latest = self.row[self.last_record[np.maximum(lives, 0)]] == self.row[arrived]
        return np.where(lives >= 0, latest.astype(np.int64), -1)

    def _pool(self, step: int, gone_for: int) -> Whole:
        """Actions not in this file that were in one of the last few."""
        lives = np.flatnonzero(~self.taken)
        return lives[step - self.last_step[lives] <= gone_for]

    def _renumbered(self, step: int, arrived: Whole) -> Whole:
        """The same wording under another reference, where one row and one action have it."""
        pool = self._pool(step, step)
        was = pd.Series(pool, index=self.title[self.last_record[pool]])
        # Of two actions of one wording, the one that the last snapshot still had.
        twice = was.index.duplicated(keep=False)
        was = was[~twice | (self.last_step[pool] == step - 1)]
        now = pd.Series(arrived, index=self.title[arrived])
        pairs = pd.concat(
            [was[~was.index.duplicated(keep=False)], now[~now.index.duplicated(keep=False)]],
            axis=1,
            join="inner",
        )
        joined = set()
        for life, record in pairs[pairs.index >= 0].itertuples(index=False):
            was_record = int(self.last_record[life])
            if not self._told_apart(was_record, record):
                self._join(record, life, Link(was_record, record, 100.0, True))
                joined.add(record)
        return np.array([record for record in arrived.tolist() if record not in joined], np.int64)

    def _likened(self, step: int, arrived: Whole) -> Whole:
        """The strongest likeness first, each row and each action once."""
        pool = self._pool(step, GONE_FOR)
        lives, records, scores = self._candidates(pool, arrived)
        was = self.last_record[lives]
        same_ref = (self.ref[was] == self.ref[records]) & (self.ref[records] >= 0)
        agree = sum(
            ((c[was] == c[records]) & (c[was] >= 0)).astype(np.int64) for c in self.helps
        ) + np.zeros(len(was), dtype=np.int64)
        strength = scores + 12.0 * same_ref + 4.0 * agree
        joined: set[int] = set()
        asked: set[int] = set()
        for at in np.lexsort((records, lives, -strength)).tolist():
            life, record, old = int(lives[at]), int(records[at]), int(was[at])
            if record in joined or self.taken[life] or self._told_apart(old, record):
                continue
            score = float(scores[at])
            taken_up = bool(self.minuted[old]) and took_up(score, bool(same_ref[at]))
            if taken_up or _convinces(score, bool(same_ref[at]), int(agree[at])):
                sure = bool(same_ref[at]) and score >= REWORDED
                self._join(record, life, Link(old, record, score, True, sure=sure))
                joined.add(record)
            elif record not in asked and (score >= ASKED or same_ref[at]):
                asked.add(record)
                self.links.append(Link(old, record, score, False))
        return np.array([record for record in arrived.tolist() if record not in joined], np.int64)

    def _candidates(self, pool: Whole, arrived: Whole) -> tuple[Whole, Whole, NDArray[np.float64]]:
        """Pairs worth weighing: alike in wording, or under the same reference."""
        words = self.wordings
        old = [words[t] if (t := self.title[self.last_record[p]]) >= 0 else "" for p in pool]
        new = [words[t] if (t := self.title[a]) >= 0 else "" for a in arrived]
        i, j, scores = alike(old, new, FAMILIAR)
        was = pd.DataFrame({"ref": self.ref[self.last_record[pool]], "i": range(len(pool))})
        now = pd.DataFrame({"ref": self.ref[arrived], "j": range(len(arrived))})
        # A reference that very many rows share ("Action") says nothing of which is which.
        telling = was.groupby("ref")["ref"].transform("size") <= SHARED
        refs = was[telling & (was["ref"] >= 0)].merge(now, on="ref")
        seen = set(zip(i.tolist(), j.tolist(), strict=True))
        more = [(a, b) for a, b in zip(refs["i"], refs["j"], strict=True) if (a, b) not in seen]
        i = np.append(i, np.array([a for a, _ in more], dtype=np.int64))
        j = np.append(j, np.array([b for _, b in more], dtype=np.int64))
        scores = np.append(scores, [likeness(old[a], new[b]) for a, b in more])
        return pool[i], arrived[j], scores

    def _told_apart(self, was: int, now: int) -> bool:
        since = self.apart.get((int(self.row[was]), int(self.row[now])))
        return since is not None and now >= since

    def _score(self, was: int, now: int) -> float:
        one, other = int(self.title[was]), int(self.title[now])
        if one < 0 or other < 0:
            return 0.0
        return likeness(self.wordings[one], self.wordings[other])


def _convinces(score: float, same_ref: bool, agree: int) -> bool:
    """Whether a link is followed until an officer says otherwise."""
    if same_ref:
        return score >= FAMILIAR or agree >= 3
    return (score >= ALIKE and agree >= 1) or (score >= RATHER_ALIKE and agree >= 3)
