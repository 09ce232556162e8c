"""Return sheets that came back, checked against what was asked and put side by side.

Nothing depends on the order in which sheets came: of one action and one cell all that was said
counts, and where owners say different things nothing is taken until an officer chooses.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

__all__ = ["LEFT", "Cell", "Collected", "Conflict", "Returned", "Said", "collected"]

from loaders.returned.form import ANSWERS
from loaders.returned.keys import Key, opened
from loaders.returned.read import Returned, Row
from measures.following.keys import wording_key
from workstreams.actions.book import Book, book
from workstreams.actions.draft import name
from workstreams.actions.updates.asked import Asked
from workstreams.actions.updates.owners import lives_of, subjects_of
from workstreams.actions.updates.statuses import status_of
from workstreams.view import View
from workstreams.wording import counted, day

Cell = tuple[str, str]
"""An action, by its name for good, and which of ``form.ANSWERS`` is said of it."""
LEFT = ""
"""In what an officer chose: leave it as the plan has it."""


@dataclass(frozen=True, order=True)
class Said:
    """One thing that one sheet says of one action. A day is in ISO form.

    ``action`` is the action's name for good (``owners.Action.subject``) as it stands now.
    """

    action: str
    answer: str
    value: str
    owner: str
    file: str
    place: str


@dataclass(frozen=True)
class Conflict:
    """Different things said of one cell. ``values`` are what an officer may choose from."""

    cell: Cell
    named: str
    said: tuple[Said, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """Each value once, in order."""
        return tuple(dict.fromkeys(one.value for one in self.said))


@dataclass(frozen=True)
class Collected:
    """What came back for one meeting.

    ``taken`` are the values that go into the draft, by action and cell, with all who said so;
    ``conflicts`` are those that nobody chose between. ``returned`` are the owners whose sheets
    these are, ``missing`` those of whom no sheet came, now or before, in the order they were asked;
    ``silent`` the actions of both that nothing was said about, with their owners.
    ``untaken`` gives for each file what of it was not taken, and why.
    """

    asked: Asked
    said: tuple[Said, ...]
    taken: Mapping[Cell, str]
    conflicts: tuple[Conflict, ...]
    returned: tuple[str, ...]
    missing: tuple[str, ...]
    silent: tuple[tuple[str, str], ...]
    untaken: tuple[tuple[str, str], ...]

    @property
    def overdue(self) -> date | None:
        """The day by which sheets were to be back."""
        return self.asked.reply_by


def collected(
    view: View,
    asked: Sequence[Asked],
    meeting: date,
    files: Sequence[Returned],
    statuses: Mapping[str, str],
    secret: bytes,
    chosen: Mapping[Cell, str] | None = None,
    before: Sequence[str] = (),
) -> Collected:
    """What the files say for a meeting, checked against everything ever ``asked`` of the plan.

    ``statuses`` are the plan's own words with what they mean; ``chosen`` says which value an
    officer takes of a conflict, or ``LEFT``. ``before`` are owners whose sheets are in an upload
    that was accepted already. The meeting must have been asked for.
    """
    standing = next(one for one in reversed(asked) if one.meeting == meeting and one.stands)
    found = book(view)
    desk = _Desk(
        found,
        lives_of(found.lives),
        subjects_of(found.lives),
        {one.id: one for one in asked},
        standing,
        statuses,
        secret,
    )
    said: set[Said] = set()
    untaken: set[tuple[str, str]] = set()
    came: set[str] = set()
    first: dict[str, str] = {}
    for file in sorted(files, key=lambda one: (one.file, one.sha256)):
        untaken |= {(file.file, sentence) for sentence in file.told}
        if file.sha256 in first:
            untaken.add((file.file, f"It is the same file as {first[file.sha256]}: counted once."))
            continue
        first[file.sha256] = file.file
        owners, own, why = desk.sheet(file)
        came |= owners
        said |= own
        untaken |= {(file.file, sentence) for sentence in why}
    taken, conflicts = _weighed(desk, said, chosen or {})
    names = [sheet.owner for sheet in standing.sheets]
    done = {owner.casefold() for owner in before} - came
    return Collected(
        standing,
        tuple(sorted(said)),
        taken,
        conflicts,
        tuple(one for one in names if one.casefold() in came),
        tuple(one for one in names if one.casefold() not in came | done),
        _silent(desk, {one.action for one in said}, done),
        tuple(sorted(untaken)),
    )


def _silent(
    desk: "_Desk", about: Collection[str], done: Collection[str]
) -> tuple[tuple[str, str], ...]:
    """The owners and actions that nothing was said about, but for owners who are ``done``."""
    return tuple(
        (sheet.owner, name(ref, words))
        for sheet in desk.standing.sheets
        for action, ref, words in sheet.actions
        if sheet.owner.casefold() not in done and desk.now_called(action, ref, words) not in about
    )


@dataclass(frozen=True)
class _Desk:
    """What a sheet is checked against."""

    book: Book
    lives: Mapping[str, int]
    latest: Mapping[int, str]
    asked: Mapping[int, Asked]
    standing: Asked
    statuses: Mapping[str, str]
    secret: bytes

    def sheet(self, file: Returned) -> tuple[set[str], set[Said], list[str]]:
        """The owners that a file is from, what it says, and what of it is not taken."""
        owners: set[str] = set()
        said: set[Said] = set()
        wrong: dict[str, int] = {}
        told: list[str] = []
        for row in file.rows:
            key = opened(row.key, self.secret) if row.key else None
            asked = self.asked.get(key.asking) if key else None
            why = self._not_ours(row, key, asked)
            if why:
                wrong[why] = wrong.get(why, 0) + 1
            elif key is not None and asked is not None:
                owners.add(asked.sheets[key.sheet].owner.casefold())
                found, sentences = self._row(row, key, asked, file.file)
                said |= found
                told += sentences
        told += [f"{counted(rows, 'row')}: {why}" for why, rows in wrong.items()]
        return owners, said, told

    def _not_ours(self, row: Row, key: Key | None, asked: Asked | None) -> str:
        """Why a row is none that was sent out for this plan and meeting; "" where it is one."""
        if not row.key:
            return "it has no key, so nobody knows which action it is about. Nothing was taken."
        if key is None:
            return (
                "the key was changed, or is another dashboard’s. Nothing was taken: ask for "
                "the sheet that was sent out."
            )
        if key.plan != self.book.view.plan.id:
            return "it is on a sheet of another plan. Nothing was taken."
        if asked is None or key.sheet >= len(asked.sheets):
            return "the store does not know when it was asked for. Nothing was taken."
        if asked.meeting != self.standing.meeting:
            return f"it was asked for the meeting on {day(asked.meeting)}. Nothing was taken."
        return ""

    def _row(self, row: Row, key: Key, asked: Asked, file: str) -> tuple[set[Said], list[str]]:
        sheet = asked.sheets[key.sheet]
        known = {action: (ref, words) for action, ref, words in sheet.actions}
        if key.action not in known:
            return set(), [f"{row.place}: {sheet.owner} was not asked about this action."]
        ref, words = known[key.action]
        if other := self._another(row, words, asked):
            return set(), [
                f"{row.place}: its key is that of “{name(ref, words)}”, and its words are those of "
                f"“{other}”. Nothing was taken: ask whoever sent it which is meant."
            ]
        action = self.now_called(key.action, ref, words)
        life = self.lives.get(action)
        if life is None:
            return set(), [f"{row.place}: the plan has “{name(ref, words)}” no more."]
        if not bool(self.book.now.loc[life, "open"]):
            status = str(self.book.now["status"].loc[life])
            return set(), [f"{row.place}: “{name(ref, words)}” is {status} by now. Nothing taken."]
        return self._answers(row, action, sheet.owner, file)

    def _answers(self, row: Row, action: str, owner: str, file: str) -> tuple[set[Said], list[str]]:
        values: dict[str, str] = dict(row.answers)
        told: list[str] = []
        if typed := values.get("status"):
            if status_of(typed, self.statuses) is None:
                told.append(
                    f"{row.place}, {ANSWERS['status']}: “{typed[:80]}” is no status of this plan. "
                    "It was not taken."
                )
                del values["status"]
            else:
                own = {word.casefold(): word for word in self.statuses}
                values["status"] = own.get(" ".join(typed.split()).casefold(), typed)
        if row.new_date:
            values["new_date"] = row.new_date.isoformat()
        elif values.pop("reason", ""):
            told.append(f"{row.place}: it gives a reason for a new date, and no date. Not taken.")
        return {
            Said(action, answer, value, owner, file, row.place) for answer, value in values.items()
        }, told

    def _another(self, row: Row, words: str, asked: Asked) -> str:
        """Another action that was asked about, whose very words the row has; "" where none."""
        shown = wording_key(row.words)
        if not shown or shown == wording_key(words):
            return ""
        return next(
            (
                name(ref, others)
                for sheet in asked.sheets
                for _, ref, others in sheet.actions
                if wording_key(others) == shown
            ),
            "",
        )

    def now_called(self, action: str, ref: str, words: str) -> str:
        """The action's latest name: the one asked by, else that of the one with its words."""
        if action in self.lives:
            return self.latest[self.lives[action]]
        now = self.book.now
        same = now[(now["ref"].fillna("") == ref) & (now["title"].fillna("") == words)]
        return self.latest.get(int(same.index[0]), action) if len(same) == 1 else action


def _weighed(
    desk: _Desk, said: set[Said], chosen: Mapping[Cell, str]
) -> tuple[dict[Cell, str], tuple[Conflict, ...]]:
    """What is taken of all that was said, and where owners differ and nobody chose."""
    cells: dict[Cell, list[Said]] = {}
    for one in sorted(said):
        cells.setdefault((one.action, one.answer), []).append(one)
    taken: dict[Cell, str] = {}
    conflicts: list[Conflict] = []
    for cell, all_said in cells.items():
        values = {_same(one, desk.statuses): one.value for one in reversed(all_said)}
        if len(values) == 1:
            taken[cell] = next(iter(values.values()))
            continue
        row = desk.book.now.loc[desk.lives[cell[0]]]
        conflict = Conflict(cell, name(row["ref"], row["title"]), tuple(all_said))
        if chosen.get(cell) in conflict.values:
            taken[cell] = chosen[cell]
        elif cell not in chosen:
            conflicts.append(conflict)
        else:
            conflicts += [] if chosen[cell] == LEFT else [conflict]
    return taken, tuple(conflicts)


def _same(said: Said, statuses: Mapping[str, str]) -> str:
    """What two owners say alike: spaces and capitals make no difference, nor do two words for one
    status."""
    if said.answer == "status":
        return status_of(said.value, statuses) or said.value
    return " ".join(said.value.split()).casefold()
