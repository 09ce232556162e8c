"""What an upload would do to the actions, worked out before anything is stored.

The rows of the file are followed through the whole history with the officers' answers, as they
will be once accepted, and with the answers given to this very file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from measures.following.matching import Followed, follow
from measures.following.together import originals
from workstreams.actions.columns import ACTIONS
from workstreams.actions.followed.links import Link, links
from workstreams.actions.said.same import KIND
from workstreams.actions.said.same import answers as answers_to
from workstreams.view import View

MOMENT = pd.Timedelta(seconds=1)


@dataclass(frozen=True)
class Answer:
    """An officer's answer about a link of the file: "same" or "different"."""

    link: Link
    answer: str

    @property
    def subject(self) -> str:
        """The name of the later row, which the answer is recorded about."""
        return self.link.now

    @property
    def value(self) -> dict[str, str]:
        """What is recorded."""
        return {"was": self.link.was, "answer": self.answer}


@dataclass(frozen=True)
class Preview:
    """``before`` and ``after`` are action numbers: of each record that stands (by record id), and
    of each row of the file (by the file's own index). ``known`` are those any earlier snapshot had:
    a row of one that does not stand now is listed again. ``links`` are those the file would show,
    in its order; ``where`` is the sheet and row of each by its ``now_id``.
    """

    before: pd.Series
    after: pd.Series
    known: frozenset[int]
    links: tuple[Link, ...]
    where: Mapping[int, str]


def preview(
    stands: View, rows: pd.DataFrame, as_at: date, answers: Sequence[Answer] = ()
) -> Preview:
    """The file's rows of actions beside its source as it stands at their date."""
    history = stands.history[ACTIONS.key]
    judged = _with(stands.judgements, answers, as_at)
    when = pd.Timestamp(as_at)
    first = max(originals(history.index).max(), 0) + 1 if len(history) else 1
    ids = pd.RangeIndex(first, first + len(rows), name=history.index.name)
    fresh = rows.assign(snapshot_id=0, as_at=when).set_axis(ids, axis=0)
    shared = [name for name in history.columns if name in fresh]

    def followed(earlier: pd.DataFrame) -> Followed:
        joined = pd.concat([earlier[shared], fresh[shared]])
        joined = joined.astype({name: history.dtypes[name] for name in shared})
        said = answers_to(replace(stands, as_at=as_at, judgements=judged), joined)
        return follow(joined, said.same, said.different)

    # A file for a date that has one already takes its place: the two are compared as if one after
    # the other, but the actions are followed without the one that goes.
    same_day = history["as_at"] == when
    found = followed(history[~same_day])
    shown = links(found.proposals[found.proposals["as_at"] == when])
    if same_day.any():
        dates = history["as_at"].where(~same_day, when - MOMENT)
        found = followed(history.assign(as_at=dates))
    return Preview(
        found.life.loc[stands.now(ACTIONS.key).index],
        found.life.loc[ids].set_axis(rows.index, axis=0),
        frozenset(found.life.loc[history.index]),
        tuple(sorted(shown, key=lambda link: link.now_id)),
        {
            key: f"sheet {sheet}, row {row}"
            for key, sheet, row in zip(ids, rows["sheet"], rows["row"], strict=True)
        },
    )


def _with(judgements: pd.DataFrame, answers: Sequence[Answer], as_at: date) -> pd.DataFrame:
    """The judgements that stand, and these answers as if they were recorded."""
    if not answers:
        return judgements
    first = int(judgements.index.max()) + 1 if len(judgements) else 1
    number = len(answers)
    more = pd.DataFrame(
        {
            "kind": [KIND] * number,
            "subject": [one.subject for one in answers],
            "value": [one.value for one in answers],
            "on": [pd.Timestamp(as_at)] * number,
            "by": [""] * number,
            "at": [pd.Timestamp(as_at)] * number,
            "holds_from": [pd.Timestamp(as_at)] * number,
        },
        index=pd.RangeIndex(first, first + number, name=judgements.index.name),
    )
    return pd.concat([judgements, more.astype(judgements.dtypes.to_dict())])
