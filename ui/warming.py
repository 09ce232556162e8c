"""Keeping what a plan's first visitor would wait for: worked out once, in the background.

It is done when the server starts and whenever a plan has changed, so that nobody waits for it.
Where it fails, the visitor's own page says why; nothing is said here but in the log.
"""

import gc
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import chain
from threading import Event, Thread

import streamlit as st

from reports.record.gathered import part
from store import plans
from store.access.configuration import Misconfigured
from store.access.roles import Role
from store.access.visitor import Visitor, acting
from store.database.engine import DatabaseFault, open_store
from store.database.version import versions
from store.said.remembered import wrong_with_key
from ui.all_plans.gathered import gathered
from ui.door import faults, run_as
from ui.door.visitor import configured
from ui.pieces.trend_line import trend
from ui.search.gathered import keep_ready
from ui.shell.opened import Opened, latest
from workstreams import WORKSTREAMS
from workstreams.across.compared import dates
from workstreams.across.questions import questions
from workstreams.actions.followed.since import since_last_met
from workstreams.actions.late import late
from workstreams.shown import shown
from workstreams.view import Audience, Plan

EVERY = 5.0
"""Seconds between two looks at whether a plan has changed: long before it is next opened."""
PAUSE = 0.02
"""Seconds between two answers, in which a visitor's own page may run."""
PLANS = 5
"""Of a store of many plans only the first are kept ready; of each other its line among them."""
DATES = 2
"""The latest meeting, and the one before: what a chair looks at."""
log = logging.getLogger(__name__)


@asynccontextmanager
async def running(_app: st.App) -> AsyncIterator[None]:
    """Says how the server is run; while it does, another thread keeps the plans ready."""
    faults.one_line_each()
    run_as.say()
    _say_what_is_wrong_with_the_key()
    stop = Event()
    Thread(target=_keep_ready, args=(stop,), name="warming", daemon=True).start()
    yield
    stop.set()


def _say_what_is_wrong_with_the_key() -> None:
    try:
        if wrong := wrong_with_key(open_store()):
            log.error("%s", wrong)
    except (DatabaseFault, OSError):
        return  # the first page says it


def _keep_ready(stop: Event) -> None:
    known: dict[int, str] = {}
    while True:
        try:
            made = fill_changed(known, stop)
        except Misconfigured:
            return
        except Exception as why:  # whatever it is, the page that needs the store says it
            log.debug("Nothing was worked out beforehand: %s", type(why).__name__)
            made = False
        if made and not gc.get_freeze_count():
            # What stands now stays: a full collection need not look through all of it again.
            gc.collect()
            gc.freeze()
        if stop.wait(EVERY):
            return


def fill_changed(known: dict[int, str], stop: Event) -> bool:
    """Work out the plans that changed since they were last seen; whether there were any.

    ``known`` holds each plan's version (by id) and is brought up to date.
    """
    signs_in = configured().mode == "sign-in"
    audiences: tuple[Audience, ...] = ("members", "public") if signs_in else ("public",)
    made = False
    with acting(Visitor(roles={None: Role.MEMBER if signs_in else Role.READER})):
        now, there = versions(open_store()), plans.plans(open_store())
        for place, plan in enumerate(there):
            if known.get(plan.id) == now[plan.id]:
                continue
            known[plan.id] = now[plan.id]
            looks = [latest(plan, now[plan.id], one, DATES) for one in audiences]
            # The latest date first, in every audience's figures.
            first = chain.from_iterable(zip(*looks, strict=True)) if place < PLANS else ()
            of_each = chain.from_iterable(fill(opened) for opened in first)
            for _ in chain(of_each, _in_short(plan, audiences) if len(there) > 1 else ()):
                made = True
                # A visitor who is waiting goes first.
                if stop.wait(PAUSE):
                    return made
    return made


def _in_short(plan: Plan, audiences: tuple[Audience, ...]) -> Iterator[object]:
    """The plan's line among all plans, and what a search over them finds of it."""
    version = versions(open_store())[plan.id]
    for audience in audiences:
        yield gathered([(plan, audience)])
        yield keep_ready(plan, audience, version)


def fill(opened: Opened) -> Iterator[object]:
    """What takes longest on the overview, the record and each workstream's page, one after another.

    Gives each answer once it is kept.
    """
    yield opened.of(dates)
    yield opened.of(since_last_met)
    yield opened.of(questions)
    yield opened.of(late)
    yield opened.of(part)
    for workstream in WORKSTREAMS:
        yield opened.of(shown, workstream, 1)
        yield opened.of(trend, workstream.measures[0])
    for workstream in WORKSTREAMS:
        yield opened.of(shown, workstream)
        yield opened.of(workstream.drawn)
