"""A public copy of what officers wrote: small numbers of children in it are told as "1 to 5".

Whatever the words stand in (an action's title, an update, a note, a reason, an event), they are
changed where a public view is made, so that no page, pack or list below it can print them. An
officer who has looked at a text may clear it; it then stands as it was written.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

import pandas as pd

from loaders.cells.readers import text
from loaders.declared import Table
from measures.small_numbers.disclosure import limit_of
from measures.small_numbers.in_words import in_public
from workstreams.view import Event, View

TEXTS_CLEARED = "texts_cleared"
"""The plan's setting: the sums of the texts that an officer has cleared for public copies."""
HAS_NUMBER = (
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|single)\b"
)


@dataclass(frozen=True)
class Told:
    """A text with small numbers of children: where it stands, and what a public copy says."""

    table: str
    field: str
    row: int
    text: str
    public: str


def sum_of(text: str) -> str:
    """What a cleared text is known by in the plan's settings."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:20]


def in_public_copy(text: str, settings: Mapping[str, object]) -> str:
    """What a public copy of a plan with these settings makes of a text."""
    return _Words.of(settings)(text)


def public(view: View, tables: Iterable[Table]) -> View:
    """The view with its texts as a public copy gives them."""
    said = _Words.of(view.settings)
    history = {table.key: said.frame(view.history[table.key], table) for table in tables}
    judgements = view.judgements.assign(value=view.judgements["value"].map(said.value))
    return replace(
        view,
        history=dict(view.history) | history,
        judgements=judgements,
        events=tuple(Event(one.when, said(one.text)) for one in view.events),
    )


def found(
    frames: Mapping[str, pd.DataFrame], tables: Iterable[Table], settings: Mapping[str, object]
) -> list[Told]:
    """The texts of a file's records that a public copy changes, each once, in the file's order."""
    said = _Words.of(settings)
    told: dict[str, Told] = {}
    for table in tables:
        if table.key not in frames:
            continue
        frame = frames[table.key]
        for field in _texts(table):
            for row, words in zip(frame["row"], frame[field].fillna(""), strict=True):
                if said(words) != words:
                    told.setdefault(words, Told(table.key, field, int(row), words, said(words)))
    return list(told.values())


def _texts(table: Table) -> list[str]:
    """The fields that hold an officer's words."""
    return [column.field for column in table.columns if column.kind is text]


def _candidates(column: pd.Series) -> pd.Series:
    return column[column.str.contains(HAS_NUMBER, case=False, na=False)]


@dataclass(frozen=True)
class _Words:
    """How a plan's texts are told in public."""

    limit: int
    cleared: frozenset[str]

    @classmethod
    def of(cls, settings: Mapping[str, object]) -> "_Words":
        kept = settings.get(TEXTS_CLEARED)
        cleared = frozenset(map(str, kept)) if isinstance(kept, list) else frozenset()
        return cls(limit_of(settings.get("small_number")), cleared)

    def __call__(self, words: str) -> str:
        public = in_public(words, self.limit)
        return words if public == words or sum_of(words) in self.cleared else public

    def frame(self, frame: pd.DataFrame, table: Table) -> pd.DataFrame:
        """The frame with its texts changed; the very frame where none is."""
        changed = {}
        for field in _texts(table):
            candidates = _candidates(frame[field])
            told = {words: self(words) for words in candidates.unique()}
            if any(words != public for words, public in told.items()):
                column = frame[field].copy()
                column.loc[candidates.index] = candidates.map(told)
                changed[field] = column
        for past in frame.columns[frame.columns.str.endswith("_history")]:
            changed[past] = frame[past].map(self.history)
        return frame.assign(**changed) if changed else frame

    def history(self, periods: object) -> object:
        """What a cell said at each period, or each move of a date with its reason: lists."""
        if isinstance(periods, list):
            return [self.history(one) for one in periods]
        return self(periods) if isinstance(periods, str) else periods

    def value(self, value: object) -> object:
        """A judgement's value, whose parts may be texts."""
        if isinstance(value, dict):
            return {key: self(one) if isinstance(one, str) else one for key, one in value.items()}
        return value
