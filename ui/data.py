"""The only cached reads. What is cached is keyed by the plan's version, so it is never stale."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.draw import Width, draw
from charts.spec import Chart
from loaders.checked import Checked
from loaders.choices import Choices
from loaders.safely import check
from measures.figures import Figure
from store import plans as plan_store
from store import snapshots as snapshot_store
from store.engine import open_store
from store.version import version
from store.views import view as read_view
from ui.action_lists import ActionLists, action_lists_of
from ui.late import Late
from ui.moments import Moment, moments
from workstreams import TABLES, WORKSTREAMS
from workstreams.actions.recommended import Recommended
from workstreams.actions.recommended import recommended as recommended_of
from workstreams.actions.since import Since
from workstreams.asking import Question
from workstreams.base import Measure, Workstream
from workstreams.notes import Note, notes
from workstreams.questions import questions as asked
from workstreams.run_charts import of_measure
from workstreams.view import Audience, Plan, Target, View

TREND = 12
"""How many snapshots a trend line on the overview goes back."""


@dataclass(frozen=True)
class Opened:
    """What a page looks at. ``as_at`` is None where the plan has no snapshot yet."""

    plan: Plan
    version: str
    as_at: date | None
    since: date | None
    audience: Audience

    @property
    def key(self) -> tuple[str, int, str, date | None, date | None, Audience]:
        """What tells one such look from another."""
        return store_name(), self.plan.id, self.version, self.as_at, self.since, self.audience


@dataclass(frozen=True)
class Result:
    """One measure's figure, the one it is compared with, and its target."""

    measure: Measure
    figure: Figure
    before: Figure | None
    target: Target | None


@dataclass(frozen=True)
class Shown:
    """Everything a workstream's page says, without its records."""

    finding: str
    results: tuple[Result, ...]
    charts: tuple[Chart, ...]
    has_records: bool


@dataclass(frozen=True)
class Trend:
    """A headline figure at the latest snapshots, oldest first."""

    figures: tuple[Figure, ...]
    dates: tuple[date, ...]


def store_name() -> str:
    """Which store is open, so that two stores never share a cached answer."""
    return str(open_store().url)


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
    return _view(*opened.key)


def shown(opened: Opened, workstream_key: str) -> Shown:
    """What a workstream's page says."""
    answers = _shown(*opened.key, workstream_key)
    return Shown(
        answers.finding,
        tuple(
            # Measures hold functions; they come from the declaration, not out of the cache.
            Result(workstream(workstream_key)[key], figure, before, target)
            for key, figure, before, target in answers.results
        ),
        answers.charts,
        answers.has_records,
    )


def drawn(opened: Opened, workstream_key: str, width: Width) -> dict[str, go.Figure]:
    """The workstream's charts, drawn, by their keys.

    Checking a figure takes Plotly longer than all else on a page; these were checked when they
    were drawn, so they are put together again without it.
    """
    pictures = _drawn(*opened.key, workstream_key, width)
    return {key: go.Figure(picture, _validate=False) for key, picture in pictures.items()}


def run_chart(opened: Opened, workstream_key: str, measure_key: str) -> Chart | None:
    """A measure at every snapshot as a run chart; None where it has no figure at all."""
    return _run_chart(*opened.key, workstream_key, measure_key)


def run_chart_drawn(
    opened: Opened, workstream_key: str, measure_key: str, width: Width
) -> go.Figure:
    """That run chart, drawn. Only where there is one."""
    picture = _run_chart_drawn(*opened.key, workstream_key, measure_key, width)
    return go.Figure(picture, _validate=False)


def trend(opened: Opened, workstream_key: str) -> Trend:
    """The workstream's headline figure at each of the latest snapshots."""
    return _trend(*opened.key, workstream_key)


@dataclass(frozen=True)
class _Answers:
    finding: str
    results: tuple[tuple[str, Figure, Figure | None, Target | None], ...]
    charts: tuple[Chart, ...]
    has_records: bool


@st.cache_data(show_spinner=False, max_entries=200)
def _choices(store: str, plan_id: int, version: str) -> tuple[Moment, ...]:
    engine = open_store()
    return moments(snapshot_store.snapshots(engine, plan_id), plan_store.meetings(engine, plan_id))


@st.cache_data(show_spinner=False, max_entries=30)
def _view(
    store: str,
    plan_id: int,
    version: str,
    as_at: date | None,
    since: date | None,
    audience: Audience,
) -> View:
    return read_view(open_store(), plan_id, as_at=as_at, since=since, audience=audience)


@st.cache_data(show_spinner=False, max_entries=300)
def _shown(
    store: str,
    plan_id: int,
    version: str,
    as_at: date | None,
    since: date | None,
    audience: Audience,
    workstream_key: str,
) -> _Answers:
    view = _view(store, plan_id, version, as_at, since, audience)
    found = workstream(workstream_key)
    earlier = view.back_to(view.since) if view.since else None
    drawn = (chart(view) for chart in found.charts)
    return _Answers(
        found.finding(view),
        tuple(
            (
                measure.key,
                measure.figure(view),
                measure.figure(earlier) if earlier else None,
                view.target(measure.key) or view.target(measure.name),
            )
            for measure in found.measures
        ),
        tuple(chart for chart in drawn if chart is not None),
        any(len(view.now(table.key)) for table in found.tables if table.key in view.history),
    )


@st.cache_data(show_spinner=False, max_entries=300)
def _drawn(
    store: str,
    plan_id: int,
    version: str,
    as_at: date | None,
    since: date | None,
    audience: Audience,
    workstream_key: str,
    width: Width,
) -> dict[str, dict[str, Any]]:
    found = _shown(store, plan_id, version, as_at, since, audience, workstream_key)
    return {chart.key: draw(chart, width, words=False).to_dict() for chart in found.charts}


@st.cache_data(show_spinner=False, max_entries=100)
def _run_chart(
    store: str,
    plan_id: int,
    version: str,
    as_at: date | None,
    since: date | None,
    audience: Audience,
    workstream_key: str,
    measure_key: str,
) -> Chart | None:
    view = _view(store, plan_id, version, as_at, since, audience)
    return of_measure(workstream(workstream_key)[measure_key], view)


@st.cache_data(show_spinner=False, max_entries=100)
def _run_chart_drawn(
    store: str,
    plan_id: int,
    version: str,
    as_at: date | None,
    since: date | None,
    audience: Audience,
    workstream_key: str,
    measure_key: str,
    width: Width,
) -> dict[str, Any]:
    look = store, plan_id, version, as_at, since, audience
    chart = _run_chart(*look, workstream_key, measure_key)
    assert chart is not None, "a run chart without a figure was to be drawn"
    return dict(draw(chart, width, words=False).to_dict())


@st.cache_data(show_spinner=False, max_entries=300)
def _trend(
    store: str,
    plan_id: int,
    version: str,
    as_at: date | None,
    since: date | None,
    audience: Audience,
    workstream_key: str,
) -> Trend:
    view = _view(store, plan_id, version, as_at, since, audience)
    headline = workstream(workstream_key).measures[0]
    dates = view.dates[-TREND:]
    return Trend(tuple(headline.figure(view.back_to(when)) for when in dates), dates)


def since(opened: Opened) -> Since | None:
    """What changed in the actions between the two dates; None where nothing came before."""
    return _action_lists(*opened.key).since


def late(opened: Opened) -> Late | None:
    """The actions overdue and due next; None where there are no actions."""
    return _action_lists(*opened.key).late


def action_lists(opened: Opened) -> ActionLists:
    """Everything the pages list about actions."""
    return _action_lists(*opened.key)


def questions(opened: Opened) -> tuple[Question, ...]:
    """The questions to ask, the three to ask first at the front."""
    return _questions(*opened.key)


def placed(opened: Opened, table: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows indexed by record id, with the sheet and row of the file that each comes from."""
    records = view(opened).history[table].reindex(rows.index)
    where = records["sheet"].str.cat(records["row"].astype("Int64").astype("str"), ", row\u00a0")
    return rows.assign(Where=where.fillna("–").to_numpy())


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


def chart_notes(opened: Opened) -> tuple[Note, ...]:
    """What officers wrote beside charts for the page's snapshot."""
    return _chart_notes(*opened.key)


@st.cache_data(show_spinner=False, max_entries=100)
def _chart_notes(
    store: str,
    plan_id: int,
    version: str,
    as_at: date | None,
    since: date | None,
    audience: Audience,
) -> tuple[Note, ...]:
    return notes(_view(store, plan_id, version, as_at, since, audience))


def recommended(opened: Opened) -> tuple[Recommended, ...]:
    """The recommendations of the plan, in full."""
    return _recommended(*opened.key)


@st.cache_data(show_spinner=False, max_entries=100)
def _recommended(
    store: str,
    plan_id: int,
    version: str,
    as_at: date | None,
    since: date | None,
    audience: Audience,
) -> tuple[Recommended, ...]:
    view = _view(store, plan_id, version, as_at, since, audience)
    return () if view.history["actions"].empty else recommended_of(view)


@st.cache_data(show_spinner=False, max_entries=100)
def _action_lists(
    store: str,
    plan_id: int,
    version: str,
    as_at: date | None,
    since: date | None,
    audience: Audience,
) -> ActionLists:
    return action_lists_of(_view(store, plan_id, version, as_at, since, audience))


@st.cache_data(show_spinner=False, max_entries=100)
def _questions(
    store: str,
    plan_id: int,
    version: str,
    as_at: date | None,
    since: date | None,
    audience: Audience,
) -> tuple[Question, ...]:
    return asked(_view(store, plan_id, version, as_at, since, audience))


def records(opened: Opened, table: str) -> pd.DataFrame:
    """The records of one table as at the page's date."""
    return view(opened).now(table)


def standing(plan_id: int, as_at: date) -> View | None:
    """The plan as it stands at a date, before an upload; None where it has nothing by then."""
    plan_now = plan_version(plan_id)
    if not any(moment.as_at <= as_at for moment in choices(plan_id, plan_now)):
        return None
    return _view(store_name(), plan_id, plan_now, as_at, None, "members")


def fingerprint(contents: bytes) -> str:
    """The SHA-256 of a file, by which it is known again."""
    return sha256(contents).hexdigest()


def checked(contents: bytes, name: str, choices: Choices) -> Checked:
    """A file as it is read with these choices, in a process of its own."""
    chosen = repr(replace(choices, secret=b""))
    return _checked(name, fingerprint(contents), chosen, contents, choices)


@st.cache_data(show_spinner=False, max_entries=4, scope="session")
def _checked(name: str, sha256: str, chosen: str, _contents: bytes, _choices: Choices) -> Checked:
    return check(_contents, name, TABLES, _choices)
