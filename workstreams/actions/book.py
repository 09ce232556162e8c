"""The book of actions: what every figure and chart of this workstream is made from, made once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from measures.actions.completion import OneDay, all_on_one_day
from measures.actions.disagreements import disagreements
from measures.actions.history import Comparison, compare
from measures.following.lives import Lives, lives
from measures.following.standing import Judged, Standing, positions, standing
from measures.periods import stood_at
from workstreams.actions.columns import ACTIONS
from workstreams.actions.said.judgements import judged
from workstreams.actions.said.same import KIND, Answers, answers
from workstreams.colour_key import key_note
from workstreams.source import standing as files_standing
from workstreams.thresholds import AMBER_MEETINGS, DATE_MOVES, SAME_DAY, words
from workstreams.view import View
from workstreams.wording import counted, dated, listed

ROOT = "actions: lives"


@dataclass(frozen=True)
class Book:
    """Every action's life up to a view's date.

    ``now`` and ``before`` are ``standing.positions`` at the view's date and at the date compared
    with (None where there is none); ``changed`` compares them. ``answered`` are officers' answers
    about links. ``unplaced`` are judgements that fit no action.
    """

    view: View
    lives: Lives
    answered: Answers
    stand: Standing
    judged: Judged
    unplaced: pd.DataFrame
    now: pd.DataFrame
    before: pd.DataFrame | None
    changed: Comparison | None

    @property
    def as_at(self) -> date:
        """The view's date."""
        return self.view.as_at

    @property
    def open(self) -> pd.DataFrame:
        """The actions that are neither complete nor dropped."""
        return self.now[self.now["open"]]

    @property
    def in_scope(self) -> pd.DataFrame:
        """Every action but those dropped."""
        return self.now[self.now["in_scope"]]

    @cached_property
    def disagreements(self) -> pd.DataFrame:
        """Where what is said of an action disagrees with its dates, evidence or history."""
        since = pd.Timestamp(self.view.since) if self.view.since else None
        left = self.view.judged("owner left")["subject"]
        amber_at = stood_at(
            [when.date() for when in self.lives.dates],
            self.as_at,
            [meeting.when for meeting in self.view.meetings],
            AMBER_MEETINGS.of(self.view.settings),
        )
        return disagreements(self.lives, self.now, since, left, amber_at)

    @cached_property
    def one_day(self) -> OneDay | None:
        """The single due date that much of the plan shares, if there is one."""
        return all_on_one_day(self.now, SAME_DAY.of(self.view.settings))

    @property
    def came_with_a_file(self) -> str:
        """Says how many of the new actions came with a source that the plan did not have then."""
        if self.changed is None or self.before is None or "source_id" not in self.now:
            return ""
        new = self.changed.new
        came = new[~new["source_id"].isin(self.before["source_id"])]
        names = {one.source.id: one.source.name for one in self.view.snapshots}
        files = [names.get(source, "") for source in came["source_id"].unique()]
        if not files:
            return ""
        which = f"{len(came)} of them" if len(came) < len(new) else "all of them"
        added = "a file" if len(files) == 1 else f"{len(files)} files"
        # In public a source may have no name.
        called = f"{listed([f'“{name}”' for name in files])}, " if all(files) else ""
        return f"{which if len(new) > 1 else ''} with {called}{added} added since".strip()

    @property
    def moves_asked(self) -> int:
        """How many moves of a date are asked about."""
        return DATE_MOVES.of(self.view.settings)

    @property
    def said(self) -> dict[str, str]:
        """The plan's thresholds in words, by their keys."""
        return words(self.view.settings, bool(self.view.meetings))

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to stand inside every picture of this plan."""
        return tuple(note for note in (self.view.plan.illustrative, gone_note(self.now)) if note)

    @property
    def colour_note(self) -> str:
        """The plan's status key: what each colour or letter of its files means."""
        return key_note(self.view.settings)

    @property
    def source(self) -> str:
        """The file that the records stand in, or the files where the plan is kept in several."""
        files = [dated(one) for one in files_standing(self.view, ACTIONS.key)]
        return f"Source: {listed(files)}." if files else ""


def gone_note(now: pd.DataFrame) -> str:
    """Says how many of the actions counted are no longer in the file, and that they still count."""
    gone = int((now["open"] & ~now["listed"]).sum())
    if not gone:
        return ""
    verb, they = ("is", "it counts") if gone == 1 else ("are", "they count")
    return (
        f"{counted(gone, 'open action')} {verb} no longer in the file; "
        f"{they} until an officer records why."
    )


def book(view: View) -> Book:
    """The view's book of actions, made once a view.

    Lives are worked out once, however far back a view is then taken.
    """
    return view.once("actions: book", lambda: _made(view, *followed(view)))


def _made(view: View, known: Lives, answered: Answers) -> Book:
    recorded, unplaced = judged(view, known)
    stand = standing(known, view.as_at, recorded)
    now = positions(known, stand, view.next_meeting)
    before = None
    if view.since is not None and (known.dates <= pd.Timestamp(view.since)).any():
        step = int((known.dates <= pd.Timestamp(view.since)).sum()) - 1
        before = positions(known, stand, None, step)
    changed = compare(before, now) if before is not None else None
    return Book(view, known, answered, stand, recorded, unplaced, now, before, changed)


def followed(view: View) -> tuple[Lives, Answers]:
    """Every action's life up to the view's date, and the officers' answers it was followed with."""
    history = view.history[ACTIONS.key]
    said = view.judged(KIND)
    asked = tuple(
        zip(said.index, said["subject"], said["on"], map(str, said["value"]), strict=True)
    )
    root = view.shared.get(ROOT)
    # A view taken back to an earlier date holds the first part of the same records.
    if (
        isinstance(root, _Root)
        and root.asked == asked
        and root.ids[: len(history)].equals(history.index)
    ):
        return root.lives.until(view.as_at), root.answered
    answered = answers(view, history)
    found = lives(history, answered.same, answered.different)
    view.shared[ROOT] = _Root(history.index, asked, answered, found)
    return found, answered


@dataclass(frozen=True)
class _Root:
    """The lives of the longest history seen, from which those of an earlier date are cut."""

    ids: pd.Index
    asked: tuple[tuple[object, ...], ...]
    answered: Answers
    lives: Lives
