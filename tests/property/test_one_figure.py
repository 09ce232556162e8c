"""The same date has one figure: an earlier page says the same, whatever comes or is said later."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Any

import numpy as np
import pytest
import sqlalchemy as sa
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from loaders.declared import Table
from loaders.outcome import Reading
from store import plans, snapshots
from store.accepting.again import accept_again
from store.database.engine import open_store
from store.said.judgements import GONE, judge
from store.said.minuted import Kept, keep
from store.sources.kept import Adds, sources
from store.views import view
from tests.made.stores import BY, a_plan, day, reading, upload
from ui.shell.honest import says
from workstreams import WORKSTREAMS
from workstreams.actions import ACTIONS_WORKSTREAM
from workstreams.actions.columns import ACTIONS
from workstreams.indicators.columns import INDICATORS
from workstreams.plan.columns import EVENTS, KEY, MEETINGS, TARGETS
from workstreams.recruitment.columns import POSTS
from workstreams.view import Audience, Meeting, View

DATES = tuple(date(2025, 1, 14) + timedelta(days=56 * n) for n in range(5))
MET = (date(2025, 1, 21), date(2025, 3, 18), date(2025, 5, 6))
"""Meetings: one a week after the first date, one between the second and third, one on a date."""
REFS = ("1.1", "1.2", "2.1", "2.2", "R1")
WORDS = ("Train the team", "Review the duty rota", "Write the procedure", "Publish the plan")
LISTED = (*WORDS, "Answer the committee")
SOURCES = ("Action plan", "Posts tracker")
NUMBERS = count(1)
Page = dict[str, object]


def actions_of(chance: np.random.Generator) -> Reading:
    """The plan's rows: some left out, their dates, statuses and evidence at random."""
    rows: list[dict[str, Any]] = []
    for ref, title in zip(REFS, LISTED, strict=True):
        if chance.random() < 0.2:
            continue
        status = ("not started", "in progress", "complete", "complete")[chance.integers(4)]
        due = DATES[chance.integers(5)] + timedelta(days=int(chance.integers(-20, 60)))
        rows.append(
            {
                "ref": ref if chance.random() < 0.85 else f"{ref}a",
                "title": title,
                "owner": "Head of Legal",
                "status": status,
                "due_date": day(str(due)),
                "kind": "recommendation" if ref == "R1" else "plan action",
                "evidence": "Minute 4" if chance.random() < 0.3 else None,
            }
        )
    return reading(ACTIONS, *rows or [{"ref": "1.1", "title": WORDS[0]}])


def others_of(chance: np.random.Generator, as_at: date) -> list[Reading]:
    """What else may stand in a file: indicators, and what its own sheets say of the plan."""
    found = [
        reading(
            INDICATORS,
            *(
                {"indicator": "Advice in time", "period": day(str(when)), "value": value}
                for when, value in zip(
                    DATES[: DATES.index(as_at) + 1],
                    chance.random(5).round(2).tolist(),
                    strict=False,
                )
            ),
        )
    ]
    sheets: tuple[tuple[Table, dict[str, Any]], ...] = (
        (MEETINGS, {"when": day(str(as_at + timedelta(days=int(chance.integers(1, 50)))))}),
        (TARGETS, {"measure": "Advice in time", "value": float(chance.random())}),
        (EVENTS, {"when": day(str(as_at)), "text": f"What happened by {as_at}"}),
        (KEY, {"found": "G", "means": "Going well", "status": "in progress"}),
    )
    found += [reading(table, row) for table, row in sheets if chance.random() < 0.4]
    return found


def posts_of(chance: np.random.Generator) -> Reading:
    stages = ("permanent", "vacant", "advertised", "offered")
    return reading(
        POSTS,
        *(
            {"post": f"P{n}", "title": "Solicitor", "fte": 1.0, "position": stages[place]}
            for n, place in enumerate(chance.integers(0, 4, 4).tolist(), 1)
        ),
    )


@dataclass
class Tried:
    """A plan, and what has been done to it so far."""

    store: sa.Engine
    plan: int
    chance: np.random.Generator
    audience: Audience

    @property
    def dates(self) -> list[date]:
        return sorted({one.as_at for one in snapshots.snapshots(self.store, self.plan)})

    def file(self, as_at: date, source: str) -> Any:
        own = source == SOURCES[0]
        tables = [actions_of(self.chance), *others_of(self.chance, as_at)]
        read = tables if own else [posts_of(self.chance)]
        return upload(*read, sha256=f"{next(NUMBERS):064}")

    def pages(self) -> dict[date, Page]:
        """What the pages of every date say."""
        return {
            when: page(view(self.store, self.plan, when, audience=self.audience))
            for when in self.dates
        }

    def accept(self) -> date:
        as_at, source = DATES[self.chance.integers(5)], SOURCES[self.chance.integers(2)]
        there = {one.name: one for one in sources(self.store, self.plan)}
        into = there.get(source, Adds(source))
        file = self.file(as_at, source)
        snapshots.accept(self.store, self.plan, as_at, file, BY, into=into)
        return as_at

    def again(self) -> date:
        """Read one of the files again; the page of its date then says so."""
        standing = snapshots.snapshots(self.store, self.plan)
        old = standing[self.chance.integers(len(standing))]
        file = self.file(old.as_at, old.source.name)
        accept_again(self.store, self.plan, old, old.as_at, file, BY, "Read wrongly")
        seen = view(self.store, self.plan, old.as_at, audience="members")
        told = [says(seen, workstream) for workstream in WORKSTREAMS]
        assert any("were corrected on" in said for said in told), told
        return old.as_at

    def withdraw(self) -> date:
        """Withdraw one that another date comes after: the latest is what everything counts at."""
        standing = snapshots.snapshots(self.store, self.plan)
        several = [one for one in standing if one.as_at < self.dates[-1]]
        if not several:
            return date.max
        old = several[self.chance.integers(len(several))]
        snapshots.withdraw(self.store, old.id, BY, "The wrong file")
        return old.as_at

    def record(self) -> date:
        """Say something of an action, as of today or of an earlier day; gives what it is about."""
        on = DATES[self.chance.integers(5)] + timedelta(days=int(self.chance.integers(0, 50)))
        ref = REFS[self.chance.integers(5)]
        kind, value = (
            ("evidence", {"text": "Seen", "link": ""}),
            ("acceptance", {"meeting": MET[0].isoformat(), "text": ""}),
            ("no longer listed", {"reason": GONE[self.chance.integers(3)], "into": "1.1"}),
            ("answer reason", {"reason": "It was on leave"}),
            ("owner left", {"text": ""}),
            ("same action", {"was": "1.1", "answer": "same"}),
            ("commentary", {"text": "It is in hand"}),
        )[self.chance.integers(7)]
        subject = {"owner left": "Head of Legal", "commentary": "actions.by_status"}.get(kind, ref)
        judge(self.store, self.plan, kind, subject, value, BY, on)
        return max((when for when in self.dates if when <= on), default=date.min)

    def minute(self) -> date:
        """Keep an action from minutes beside the latest file."""
        latest, number = self.dates[-1], next(NUMBERS)
        frame = reading(ACTIONS, {"ref": "", "title": f"Report in month {number}"}).frame
        rows = Kept(ACTIONS.key, frame, [("", f"Report in month {number}")])
        keep(self.store, self.plan, rows, latest, BY)
        return latest


def page(seen: View) -> Page:
    """What the page of a date is worked out from, and the figures of the actions.

    The figures of every workstream are worked out from nothing else; those of the actions are also
    told which uploads came later, whose answers they are to pass over.
    """
    told: Page = {
        "facts": (seen.plan, seen.since, seen.meetings, seen.targets, seen.events, seen.in_print),
        "settings": dict(seen.settings),
        "judged": seen.judgements.drop(columns="holds_from").to_dict("index"),
        "finding": ACTIONS_WORKSTREAM.finding(seen),
    }
    for key in (ACTIONS.key, POSTS.key, INDICATORS.key):
        told[key] = seen.history[key].astype("object").fillna("").to_dict("index")
    for measure in ACTIONS_WORKSTREAM.measures:
        figure = measure.figure(seen)
        told[measure.key] = str(figure), figure.numerator, figure.denominator
    return told


@pytest.fixture(scope="module")
def own_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Engine]:
    engine = open_store(f"sqlite:///{tmp_path_factory.mktemp('one_figure') / 'store.sqlite'}")
    yield engine
    engine.dispose()


STEPS = ("accept", "accept", "record", "record", "again", "withdraw", "minute")


@given(st.lists(st.sampled_from(STEPS), min_size=3, max_size=7), st.integers(0, 10_000))
@settings(max_examples=3, deadline=None, phases=[Phase.generate])
def test_every_earlier_page_says_the_same_after_a_later_upload_or_record(
    own_store: sa.Engine, steps: list[str], seed: int
) -> None:
    plan = a_plan(own_store, f"Plan {next(NUMBERS)}").id
    plans.add(own_store, plan, [Meeting(when) for when in MET], BY)
    audience: Audience = "members" if seed % 2 else "public"
    tried = Tried(own_store, plan, np.random.default_rng(seed), audience)
    tried.accept()
    before = tried.pages()
    for step in steps:
        about = getattr(tried, step)()
        after = tried.pages()
        for place in before.keys() & after.keys():
            if place < about:
                changed = {
                    key: (was, after[place].get(key))
                    for key, was in before[place].items()
                    if was != after[place].get(key)
                }
                assert not changed, (step, about, place, changed)
        before = after
