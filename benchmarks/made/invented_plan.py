"""A plan invented by a seeded generator, with the truth about every action's life written down.

It is meant to be as unruly as real plans are: themes renumbered from one upload to the next, rows
reworded, sometimes both at once, two rows merged into one, rows that vanish and come back, new
rows that sound like old ones, due dates that move and move back, actions reopened or withdrawn,
dates, owners and evidence that are blank in some uploads and there again in later ones.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from workstreams.actions.columns import ACTIONS
from workstreams.names import names_in

VERBS = names_in(
    """
    Agree; Review; Train; Recruit; Audit; Publish; Write; Replace; Report; Check; Hold; Set; Move;
    Record; Share; Test; Update; Rewrite; Bring; Commission; Appoint; Map; Close; Extend; Simplify
    """
)
THINGS = names_in(
    """
    the escalation procedure; the induction pack; the supervision log; the case management system;
    pre-proceedings letters; the threshold document; the workload limit; permanence plans; legal
    gateway meetings; the service level agreement; consent forms; the placement panel; court
    bundles; viability assessments; the risk register; contact arrangements; chronologies; the duty
    rota; statements of evidence; the call-in procedure; learning reviews; the complaints log; time
    recording; counsel's fees; the quality framework; transition plans; care plans; family group
    conferences; the fostering handbook; advocacy referrals; health assessments; pathway plans; the
    data dashboard; the scheme of delegation; exit interviews; the recruitment campaign; agency
    contracts; the sufficiency strategy; return home interviews; missing episodes
    """
)
PEOPLE = names_in(
    """
    social workers; middle managers; solicitors; councillors; new starters; reviewing officers; the
    court team; the children's legal team; foster carers; team leaders; the senior leadership team;
    partner agencies; schools; health visitors; the police; care leavers; parents; the scrutiny
    committee; business support; the front door
    """
)
ENDS = names_in(
    """
    every month; before each hearing; within ten working days; by the end of the quarter; with
    evidence for members; twice a year; in plain English; at the first visit; as the judgment asked;
    after an independent check; in line with the new policy; and tell the board; where consent is
    not clear; for every open case; with a named lead; in the new system; and keep a record; across
    all localities; at no extra cost; and check it after a year
    """
)
SAME_MEANING = {
    "Agree": "Sign off",
    "Review": "Look again at",
    "Train": "Give training on",
    "Recruit": "Fill",
    "Audit": "Sample and audit",
    "Write": "Draft",
    "Report": "Give a report on",
    "Check": "Make sure of",
    "Record": "Keep a record of",
    "Replace": "Bring in something better than",
    "social workers": "all social workers",
    "solicitors": "lawyers",
    "councillors": "elected members",
    "new starters": "new staff",
    "team leaders": "team managers",
    "schools": "schools and colleges",
    "every month": "monthly",
    "twice a year": "every six months",
    "before each hearing": "ahead of each hearing",
}
OWNERS = tuple(
    f"{rank} {team}"
    for rank in ("Head of", "Manager,", "Lead for", "Director of")
    for team in ("law", "practice", "courts", "quality", "placements", "workforce")
)
THEMES = 8
FIRST = pd.Timestamp("2012-01-31")


@dataclass(frozen=True)
class Truth:
    """What is true of the invented plan, worked out without any of the product's code.

    ``columns`` are the rows as written, upload by upload. ``life`` is the true action of every
    record, indexed by record id.
    """

    columns: dict[str, list[object]]

    @cached_property
    def life(self) -> pd.Series:
        """The true action of every record."""
        return pd.Series(self.columns["life"], index=range(1, len(self.columns["life"]) + 1))

    @cached_property
    def events(self) -> pd.DataFrame:
        """All that happened to each action: life, as_at, event, was, now, days, record_id."""
        return _events(self.columns)

    @cached_property
    def told(self) -> pd.DataFrame:
        """What the history of each action must say at the end, indexed by true action.

        ``first_due``, ``moves``, ``reopenings``, ``first_seen`` and ``last_seen``.
        """
        return _told(self.columns, self.events)


@dataclass
class _Action:
    life: int
    theme: int
    title: str
    owner: str
    due: pd.Timestamp | None
    raised: pd.Timestamp
    status: str = "not started"
    away: int = 0
    update: str = ""
    words: list[str] = field(default_factory=list)
    no_due: int = 0
    no_owner: int = 0
    withdrawn: int = 0
    evidence: str = ""


class _Plan:
    """The plan as its officers keep it, changed from one upload to the next."""

    def __init__(self, actions: int, seed: int) -> None:
        self.chance = np.random.default_rng(seed)
        self.blanks = np.random.default_rng([seed, 1])
        self.size = actions
        self.all: list[_Action] = []
        self.titles: set[str] = set()
        self.listed = [self.new(FIRST) for _ in range(actions)]

    def pick(self, words: Sequence[str]) -> str:
        return str(words[int(self.chance.integers(len(words)))])

    def wording(self) -> list[str]:
        while True:
            words = [
                self.pick(VERBS),
                self.pick(THINGS),
                "for " + self.pick(PEOPLE),
                self.pick(ENDS),
            ]
            # In a large plan wording would run out: its rows name the place they are about too.
            if self.size > 1000:
                words.append(f"in locality {int(self.chance.integers(self.size))}")
            if " ".join(words) not in self.titles:
                self.titles.add(" ".join(words))
                return words

    def new(self, when: pd.Timestamp) -> _Action:
        words = self.wording()
        due = when + pd.Timedelta(days=int(self.chance.integers(60, 900)))
        due = due if self.chance.random() > 0.08 else None
        action = _Action(
            len(self.all),
            int(self.chance.integers(THEMES)),
            " ".join(words),
            self.pick(OWNERS),
            due,
            when,
            words=words,
        )
        self.all.append(action)
        return action

    def pass_time(self, when: pd.Timestamp) -> None:
        """What officers do to the plan between two uploads."""
        odds = self.chance.random((len(self.listed), 8))
        kept = []
        for action, odd in zip(self.listed, odds, strict=True):
            if odd[0] < 0.006:  # vanishes, half of them for a while only
                action.away = 0 if odd[1] < 0.5 else int(self.chance.integers(1, 4))
                if action.away:
                    kept.append(action)
                continue
            kept.append(action)
            if action.away:
                action.away -= 1
                continue
            self.work(action, when, odd)
        self.listed = kept
        self.merge()
        while len(self.listed) < self.size or self.chance.random() < 0.5:
            self.listed.append(self.new(when))

    def work(self, action: _Action, when: pd.Timestamp, odd: np.ndarray) -> None:
        """One action's two months."""
        late = action.due is not None and action.due < when and action.status != "complete"
        if action.due is not None and (odd[2] < 0.03 or late and odd[2] < 0.4):
            days = int(self.chance.integers(30, 200))
            action.due = action.due + pd.Timedelta(days=days if odd[3] < 0.95 else -min(days, 20))
        if action.status == "complete":
            if odd[4] < 0.01:
                action.status = "in progress"
        elif odd[4] < 0.12:
            action.status = "complete" if action.status == "in progress" else "in progress"
        if odd[5] < 0.5:
            action.update = f"As told in {when:%B %Y}."
        if odd[6] < 0.02:
            self.reword(action)
        if odd[6] < 0.006:
            self.reword(action)
        if odd[7] < 0.01:
            action.owner = self.pick(OWNERS)

    def leave_out(self, here: list[_Action]) -> None:
        """What is blank in this upload, for one to four uploads; what is withdrawn; evidence."""
        for action, odd in zip(here, self.blanks.random((len(here), 4)), strict=True):
            action.no_due = _for_a_while(action.no_due, odd[0])
            action.no_owner = _for_a_while(action.no_owner, odd[1])
            action.withdrawn = _for_a_while(action.withdrawn, odd[2])
            if action.evidence:
                action.evidence = "" if odd[3] > 0.99 else action.evidence
            elif action.status == "complete" and odd[3] < 0.2:
                action.evidence = f"Minute {int(odd[3] * 1000)}"

    def reword(self, action: _Action) -> None:
        """Say the same in other words."""
        words = list(action.words)
        at = [i for i, word in enumerate(words) if word.removeprefix("for ") in SAME_MEANING]
        if at and self.chance.random() < 0.6:
            i = at[int(self.chance.integers(len(at)))]
            for_ = "for " if words[i].startswith("for ") else ""
            words[i] = for_ + SAME_MEANING[words[i].removeprefix("for ")]
        elif self.chance.random() < 0.5:
            words.append(self.pick(["as agreed", "with partners", "(phase 2)", "- see update"]))
        else:
            words[0], words[-1] = words[-1].capitalize() + ":", words[0].lower()
        action.words = words
        action.title = " ".join(words)
        self.titles.add(action.title)

    def merge(self) -> None:
        """Two actions of a theme become one row now and then; the second one ends."""
        if self.chance.random() > 0.004 * len(self.listed) or len(self.listed) < 4:
            return
        first, second = self.chance.choice(len(self.listed), 2, replace=False)
        one, other = self.listed[int(first)], self.listed[int(second)]
        if one.theme != other.theme or one.away or other.away:
            return
        one.words = [*one.words, "and " + other.words[1]]
        one.title = " ".join(one.words)
        self.listed.remove(other)


def _for_a_while(left: int, odd: float) -> int:
    """How many uploads something still lasts: one fewer, or now and then one to four anew."""
    return left - 1 if left else int(1 + odd * 999) if odd < 0.004 else 0


def invent(actions: int = 300, snapshots: int = 60, seed: int = 1) -> tuple[pd.DataFrame, Truth]:
    """A history in the shape of ``View.history`` and the truth about it.

    A reference is the theme's number and the row's place in it ("3.12"). Most uploads keep every
    reference; now and then one theme is renumbered from the top, closing the gaps.
    """
    plan = _Plan(actions, seed)
    refs: dict[int, str] = {}
    next_place = [1] * THEMES
    rows: list[dict[str, object]] = []
    for step in range(snapshots):
        when = FIRST + pd.DateOffset(months=2 * step) + pd.offsets.MonthEnd(0)
        if step:
            plan.pass_time(when)
        here = sorted((a for a in plan.listed if not a.away), key=lambda a: (a.theme, a.life))
        renumbered = (
            set(np.flatnonzero(plan.chance.random(THEMES) < 0.05).tolist()) if step else set()
        )
        for theme in renumbered:
            next_place[theme] = 1
        plan.leave_out(here)
        for action in here:
            if action.theme in renumbered and plan.chance.random() < 0.15:
                plan.reword(action)
            if action.life not in refs or action.theme in renumbered:
                refs[action.life] = f"{action.theme + 1}.{next_place[action.theme]}"
                next_place[action.theme] += 1
            rows.append(
                {
                    "ref": refs[action.life],
                    "title": action.title,
                    "theme": f"Theme {action.theme + 1}",
                    "owner": None if action.no_owner else action.owner,
                    "raised_date": action.raised,
                    "due_date": None if action.no_due else action.due,
                    "status": "withdrawn" if action.withdrawn else action.status,
                    "update": action.update or None,
                    "evidence": action.evidence or None,
                    "as_at": when,
                    "snapshot_id": step + 1,
                    "life": action.life,
                }
            )
        # A row that is away when its theme is renumbered comes back under a new reference.
        for action in plan.listed:
            if action.away and action.theme in renumbered:
                refs.pop(action.life, None)
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    return _framed(columns), Truth(columns)


def _framed(columns: dict[str, list[object]]) -> pd.DataFrame:
    rows = {
        name: values
        for name, values in columns.items()
        if name not in {"life", "as_at", "snapshot_id"}
    }
    frame = ACTIONS.frame(rows | {"row": list(range(2, len(rows["ref"]) + 2))})
    frame["snapshot_id"] = pd.Series(columns["snapshot_id"], dtype="int64")
    frame["as_at"] = pd.Series(columns["as_at"], dtype="datetime64[s]")
    frame.index = pd.RangeIndex(1, len(frame) + 1, name="record_id")
    return frame


@dataclass
class _Known:
    """What was last known of an action: its last row, and the date and update last given."""

    row: dict[str, object]
    step: int
    record: int
    due: pd.Timestamp | None
    update: object


def _events(columns: dict[str, list[object]]) -> pd.DataFrame:
    """All that happened, row by row."""
    known: dict[object, _Known] = {}
    told: list[tuple[object, ...]] = []
    uploads = list(dict.fromkeys(columns["as_at"]))
    steps = {when: step for step, when in enumerate(uploads)}
    for record, cells in enumerate(zip(*columns.values(), strict=True), 1):
        row = dict(zip(columns, cells, strict=True))
        life, step = row["life"], steps[row["as_at"]]
        before = known.get(life)
        if before is not None and before.step < step - 1:
            told.append(_one(life, uploads[before.step + 1], "no longer listed", before.record))
        told += [
            _one(life, row["as_at"], event, record, was, now)
            for event, was, now in (_changes(row, before, step) if before else _first(row))
        ]
        due = row["due_date"]
        known[life] = _Known(
            row,
            step,
            record,
            due if isinstance(due, pd.Timestamp) else before.due if before else None,
            row["update"] or (before.update if before else None),
        )
    told += [
        _one(life, uploads[last.step + 1], "no longer listed", last.record)
        for life, last in known.items()
        if last.step < len(uploads) - 1
    ]
    names = ["life", "as_at", "event", "was", "now", "days", "record_id"]
    return pd.DataFrame(told, columns=names)


Change = tuple[str, object, object]


def _first(row: dict[str, object]) -> list[Change]:
    told: list[Change] = [("first listed", None, row["title"])]
    return told + ([("updated", None, row["update"])] if row["update"] else [])


def _changes(row: dict[str, object], before: _Known, step: int) -> list[Change]:
    """What changed from an action's row before to this one."""
    old, told = before.row, list[Change]()
    if before.step < step - 1:
        told.append(("listed again", None, None))
    due = row["due_date"]
    if due is None and old["due_date"] is not None:
        told.append(("date taken away", before.due, None))
    elif due is not None and before.due is None:
        told.append(("date set", None, due))
    elif due is not None and due != before.due:
        told.append(("date moved", before.due, due))
    elif due is not None and old["due_date"] is None:
        told.append(("date given back", None, due))
    was, now = old["status"], row["status"]
    if was != now:
        closed = was in ("complete", "withdrawn")
        opened = "reopened" if closed else "status changed"
        told.append((str(now) if now in ("complete", "withdrawn") else opened, was, now))
    for name in ("owner", "evidence"):
        if row[name] is None and old[name] is not None:
            told.append((f"{name} taken away", old[name], None))
    if row["owner"] is not None and row["owner"] != old["owner"]:
        told.append(("owner changed", old["owner"], row["owner"]))
    if row["evidence"] is not None and old["evidence"] is None:
        told.append(("evidence given", None, row["evidence"]))
    if row["ref"] != old["ref"]:
        told.append(("renumbered", old["ref"], row["ref"]))
    if _plainly(row["title"]) != _plainly(old["title"]):
        told.append(("reworded", old["title"], row["title"]))
    if row["update"] and row["update"] != before.update:
        told.append(("updated", None, row["update"]))
    return told


def _one(
    life: object, when: object, event: str, record: int, was: object = None, now: object = None
) -> tuple[object, ...]:
    days = (now - was).days if event == "date moved" else np.nan  # type: ignore[operator]
    return life, when, event, _as_text(was), _as_text(now), days, record


def _as_text(value: object) -> str:
    return f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else str(value or "")


def _plainly(title: object) -> str:
    return " ".join(re.findall(r"\w+", str(title).casefold()))


def _told(columns: dict[str, list[object]], events: pd.DataFrame) -> pd.DataFrame:
    rows = pd.DataFrame({name: columns[name] for name in ("life", "as_at", "due_date")})
    rows["due_date"] = pd.to_datetime(rows["due_date"])
    lives = rows.groupby("life", sort=False)
    moved = events["event"].isin(["date moved", "date taken away"])
    found = pd.DataFrame(
        {
            "first_due": lives["due_date"].first(),
            "moves": events.loc[moved, "life"].value_counts(),
            "reopenings": events.loc[events["event"] == "reopened", "life"].value_counts(),
            "first_seen": lives["as_at"].min(),
            "last_seen": lives["as_at"].max(),
        }
    ).fillna({"moves": 0, "reopenings": 0})
    dates = dict.fromkeys(("first_due", "first_seen", "last_seen"), "datetime64[s]")
    return found.astype(dates | {"moves": "int64", "reopenings": "int64"})
