"""The only cached reads. What is cached is keyed by the plan's version, so it is never stale."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.draw import Width, draw
from charts.spec import Chart
from measures.figures import Figure
from store import plans as plan_store
from store import snapshots as snapshot_store
from store.database.engine import open_store
from store.database.version import version
from ui.actions.lists import ActionLists, action_lists_of
from ui.overview.late import Late
from ui.overview.late import late as late_of
from ui.shell import honest
from ui.shell.look import Look, Opened, store_name
from ui.shell.look import view as live
from ui.shell.moments import Moment, moments
from workstreams import WORKSTREAMS
from workstreams.across.compared import compared, heading
from workstreams.across.moved import Moves
from workstreams.across.moved import moves as moves_of
from workstreams.across.notes import Note, notes
from workstreams.across.questions import questions as asked
from workstreams.actions.book import book
from workstreams.actions.drawn.changes import bridge as bridge_of
from workstreams.actions.followed.since import Since, since_last_met
from workstreams.actions.recommended.told import Recommended
from workstreams.actions.recommended.told import recommended as recommended_of
from workstreams.asking import Question
from workstreams.base import Measure, Workstream
from workstreams.run_charts import of_measure
from workstreams.source import places as places_of
from workstreams.view import Plan, Target, View

KEPT: dict[str, Any] = {"show_spinner": False, "hash_funcs": {Look: repr}}
"""How every answer is kept. Streamlit would take a look apart field by field for its key."""
TREND = 12
"""How many snapshots a trend line on the overview goes back."""


@dataclass(frozen=True)
class Result:
    """One measure's figure, the one it is compared with, and its target."""

    measure: Measure
    figure: Figure
    before: Figure | None
    target: Target | None


@dataclass(frozen=True)
class Shown:
    """What a workstream says in words and figures."""

    finding: str
    results: tuple[Result, ...]
    has_records: bool


@dataclass(frozen=True)
class Trend:
    """A headline figure at the latest snapshots, oldest first."""

    figures: tuple[Figure, ...]
    dates: tuple[date, ...]


@dataclass(frozen=True)
class Dates:
    """The dates that stand round a page's own, and what is said of the two compared."""

    since: date | None
    next_meeting: date | None
    heading: str
    compared: str


def plans() -> list[Plan]:
    """Every plan, in the order they were added."""
    return plan_store.plans(open_store())


def plan_version(plan_id: int) -> str:
    """Changes whenever anything of the plan does."""
    return version(open_store(), plan_id)


def choices(plan_id: int, plan_version: str) -> tuple[Moment, ...]:
    """The dates a plan can be looked at, newest first."""
    return _choices(store_name(), plan_id, plan_version)


def workstream(key: str) -> Workstream:
    """The declared workstream with this key."""
    return next(found for found in WORKSTREAMS if found.key == key)


def view(opened: Opened) -> View:
    """The plan as the page looks at it. Only where there is a snapshot."""
    return live(opened.look)


def dates(opened: Opened) -> Dates:
    """The date compared with, and the next meeting."""
    return _dates(opened.look)


def shown(opened: Opened, workstream_key: str) -> Shown:
    """What a workstream's page says in words and figures."""
    return _shown_of(_answers(opened.look, workstream_key, None), workstream_key)


def headline(opened: Opened, workstream_key: str) -> Shown:
    """The same with the headline figure alone, for the overview."""
    return _shown_of(_answers(opened.look, workstream_key, 1), workstream_key)


def charts(opened: Opened, workstream_key: str) -> tuple[Chart, ...]:
    """The workstream's charts that have something to draw."""
    return _charts(opened.look, workstream_key)


def bridge(opened: Opened) -> Chart | None:
    """From the open actions at the date before to those now."""
    return _bridge(opened.look)


def drawn(opened: Opened, chart: Chart, width: Width) -> go.Figure:
    """A chart of this page, drawn.

    Checking a figure takes Plotly longer than all else on a page; this one was checked when it
    was drawn, so it is put together again without it.
    """
    return go.Figure(_drawn(opened.look, chart.key, width, chart), _validate=False)


def run_chart(opened: Opened, workstream_key: str, measure_key: str) -> Chart | None:
    """A measure at every snapshot as a run chart; None where it has no figure at all."""
    return _run_chart(opened.look, workstream_key, measure_key)


def trend(opened: Opened, workstream_key: str) -> Trend:
    """The workstream's headline figure at each of the latest snapshots."""
    return _trend(opened.look, workstream_key)


def since(opened: Opened) -> Since | None:
    """What changed in the actions between the two dates; None where nothing came before."""
    return _since(opened.look)


def late(opened: Opened) -> Late | None:
    """The actions overdue and due next; None where there are no actions."""
    return _late(opened.look)


def action_lists(opened: Opened) -> ActionLists:
    """What the actions page lists beside its records."""
    return _action_lists(opened.look)


def questions(opened: Opened) -> tuple[Question, ...]:
    """The questions to ask, the three to ask first at the front."""
    return _questions(opened.look)


def moves(opened: Opened) -> Moves:
    """The figures of every workstream that moved since the date compared with."""
    return _moves(opened.look)


def recommended(opened: Opened) -> tuple[Recommended, ...]:
    """The recommendations of the plan, in full."""
    return _recommended(opened.look)


def chart_notes(opened: Opened) -> tuple[Note, ...]:
    """What officers wrote beside charts for the page's snapshot."""
    return _chart_notes(opened.look)


def stands_on(opened: Opened, workstream_key: str) -> str:
    """The honesty strip's words."""
    return _stands_on(opened.look, workstream_key)


def placed(opened: Opened, table: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows indexed by record id, with the sheet and row that each comes from; see ``source``."""
    found = view(opened)
    # Only these columns: a long history has many others.
    records = found.history[table][["sheet", "row", "snapshot_id"]].reindex(rows.index)
    return rows.assign(Where=places_of(found, table, records))


def places(opened: Opened, table: str, ids: Sequence[int]) -> list[str]:
    """Where in the file each of some records stands, in the same order: sheet and row."""
    return placed(opened, table, pd.DataFrame(index=pd.Index(ids)))["Where"].to_list()


def owners(opened: Opened) -> list[str]:
    """The owners that the plan's actions name at the page's date, in order of the alphabet."""
    named = view(opened).now("actions")["owner"].dropna().astype("str").unique()
    return sorted(named, key=str.casefold)


def is_latest(opened: Opened) -> bool:
    """Whether the page shows the plan's latest date, to which what is recorded now belongs."""
    newest = choices(opened.plan.id, opened.version)
    return bool(newest) and opened.as_at == max(moment.as_at for moment in newest)


def standing(plan_id: int, as_at: date) -> View | None:
    """The plan as it stands at a date, before an upload; None where it has nothing by then."""
    plan_now = plan_version(plan_id)
    if not any(moment.as_at <= as_at for moment in choices(plan_id, plan_now)):
        return None
    return live(Look(store_name(), plan_id, plan_now, as_at, None, "members"))


@dataclass(frozen=True)
class _Answers:
    finding: str
    results: tuple[tuple[str, Figure, Figure | None, Target | None], ...]
    has_records: bool


def _shown_of(answers: _Answers, workstream_key: str) -> Shown:
    """The answers with their measures, which hold functions and so come from the declaration."""
    found = workstream(workstream_key)
    results = tuple(
        Result(found[key], figure, before, target)
        for key, figure, before, target in answers.results
    )
    return Shown(answers.finding, results, answers.has_records)


@st.cache_data(**KEPT, max_entries=200)
def _choices(store: str, plan_id: int, version: str) -> tuple[Moment, ...]:
    engine = open_store()
    return moments(snapshot_store.snapshots(engine, plan_id), plan_store.meetings(engine, plan_id))


@st.cache_data(**KEPT, max_entries=200)
def _dates(look: Look) -> Dates:
    view = live(look)
    return Dates(view.since, view.next_meeting, heading(view), compared(view))


@st.cache_data(**KEPT, max_entries=600)
def _answers(look: Look, workstream_key: str, first: int | None) -> _Answers:
    view = live(look)
    found = workstream(workstream_key)
    earlier = view.back_to(view.since) if view.since else None
    return _Answers(
        found.finding(view),
        tuple(
            (
                measure.key,
                measure.figure(view),
                measure.figure(earlier) if earlier else None,
                view.target(measure.key) or view.target(measure.name),
            )
            for measure in found.measures[:first]
        ),
        any(len(view.now(table.key)) for table in found.tables if table.key in view.history),
    )


@st.cache_data(**KEPT, max_entries=300)
def _charts(look: Look, workstream_key: str) -> tuple[Chart, ...]:
    return workstream(workstream_key).drawn(live(look))


@st.cache_data(**KEPT, max_entries=100)
def _bridge(look: Look) -> Chart | None:
    return bridge_of(live(look))


@st.cache_data(**KEPT, max_entries=1000)
def _drawn(look: Look, chart_key: str, width: Width, _chart: Chart) -> dict[str, Any]:
    return dict(draw(_chart, width, words=False).to_dict())


@st.cache_data(**KEPT, max_entries=100)
def _run_chart(look: Look, workstream_key: str, measure_key: str) -> Chart | None:
    return of_measure(workstream(workstream_key)[measure_key], live(look))


@st.cache_data(**KEPT, max_entries=300)
def _trend(look: Look, workstream_key: str) -> Trend:
    view = live(look)
    headline = workstream(workstream_key).measures[0]
    dates = view.dates[-TREND:]
    return Trend(tuple(headline.figure(view.back_to(when)) for when in dates), dates)


@st.cache_data(**KEPT, max_entries=100)
def _since(look: Look) -> Since | None:
    view = live(look)
    return None if view.history["actions"].empty else since_last_met(view)


@st.cache_data(**KEPT, max_entries=100)
def _late(look: Look) -> Late | None:
    view = live(look)
    return None if view.history["actions"].empty else late_of(book(view))


@st.cache_data(**KEPT, max_entries=100)
def _action_lists(look: Look) -> ActionLists:
    return action_lists_of(live(look))


@st.cache_data(**KEPT, max_entries=100)
def _questions(look: Look) -> tuple[Question, ...]:
    return asked(live(look))


@st.cache_data(**KEPT, max_entries=100)
def _moves(look: Look) -> Moves:
    return moves_of(live(look))


@st.cache_data(**KEPT, max_entries=100)
def _recommended(look: Look) -> tuple[Recommended, ...]:
    view = live(look)
    return () if view.history["actions"].empty else recommended_of(view)


@st.cache_data(**KEPT, max_entries=100)
def _chart_notes(look: Look) -> tuple[Note, ...]:
    return notes(live(look))


@st.cache_data(**KEPT, max_entries=300)
def _stands_on(look: Look, workstream_key: str) -> str:
    return honest.says(live(look), workstream(workstream_key))
