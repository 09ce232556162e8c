"""A plan kept in several files: what vanished is told within each, whatever the order they came."""

from datetime import date
from random import Random

import pandas as pd
import pytest
import sqlalchemy as sa

from store import plans, snapshots
from store.refused import Refused
from store.said.minuted import Kept, keep
from store.sources.kept import Adds, named, sources
from store.views import view
from tests.made.stores import BY, SEPTEMBER, a_plan
from tests.unit.store.sources import made
from tests.unit.store.sources.made import (
    DECEMBER,
    FEBRUARY,
    NAMES,
    NOVEMBER,
    OCTOBER,
    by_date,
    files,
)
from ui.shell.honest import says
from workstreams.across.brief import brief
from workstreams.actions import ACTIONS_WORKSTREAM
from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.followed.since import since_last_met
from workstreams.actions.minuted import Draft, rows
from workstreams.recruitment import RECRUITMENT
from workstreams.source import places
from workstreams.view import Meeting, Plan, View

WHEN = (OCTOBER, NOVEMBER, DECEMBER, FEBRUARY)
WARNED = {"": "Sent so."}


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")


def kept(store: sa.Engine, uploads: list[tuple[str, object, object]], name: str = "One") -> Plan:
    """A plan with these uploads, accepted in this order, each where it is proposed to go."""
    plan = a_plan(store, name)
    plans.add(store, plan.id, [Meeting(when) for when in WHEN], BY)
    for _, when, file in uploads:
        snapshots.accept(store, plan.id, when, file, BY, WARNED)  # type: ignore[arg-type]
    return plan


def figures(seen: View) -> dict[str, str]:
    shown = (ACTIONS_WORKSTREAM, RECRUITMENT)
    return {m.key: str(m.figure(seen)) for workstream in shown for m in workstream.measures}


def told(store: sa.Engine, plan: Plan, dates: tuple[date, ...] = WHEN) -> list[object]:
    """All that is said of a plan at each of its dates, but for what depends on ids."""
    said: list[object] = []
    for when in dates:
        seen = view(store, plan.id, as_at=when)
        changed = since_last_met(seen)
        said.append((when, figures(seen), changed and changed.finding))
        state = book(seen).now
        lines = state[["ref", "title", "status", "listed", "first_seen", "moves", "updated_at"]]
        said.append(lines.astype("str").sort_values(["title"]).to_numpy().tolist())
    return said


def test_the_order_in_which_sources_come_changes_no_figure_and_nothing_vanishes(
    store: sa.Engine,
) -> None:
    came = files()
    expected = told(store, kept(store, by_date(came), "By date"))
    orders = [
        [(name, *one) for name in order for one in came[name]]
        for order in (("log", "posts", "plan"), ("posts", "plan", "log"), ("plan", "log", "posts"))
    ]
    orders.append(by_date(came))
    Random(7).shuffle(orders[-1])
    for number, uploads in enumerate(orders):
        plan = kept(store, uploads, f"Order {number}")
        assert {s.name for s in sources(store, plan.id)} == set(NAMES.values())
        assert told(store, plan) == expected
    for when in WHEN:
        seen = view(store, plan.id, as_at=when)
        # Until a file has come twice nobody can say what is gone from it.
        gone = "no figure" if when in (OCTOBER, NOVEMBER) else "0"
        assert figures(seen)["actions.no_longer_listed"] == gone
        assert book(seen).now["listed"].all()
        assert "vanished" not in str(getattr(since_last_met(seen), "finding", ""))


def test_the_records_of_all_sources_stand_together_at_any_date(store: sa.Engine) -> None:
    plan = kept(store, by_date())
    stands = {OCTOBER: 8, NOVEMBER: 12, DECEMBER: 12, FEBRUARY: 12}
    for when, actions in stands.items():
        seen = view(store, plan.id, as_at=when)
        now = seen.now("actions")
        assert (len(now), now.index.is_unique) == (actions, True)
        assert len(seen.now("posts")) == 6
    december = view(store, plan.id, as_at=DECEMBER, audience="members")
    assert figures(december)["actions.complete"] == "33.3%"  # 3 of the plan's 8, 1 of the log's 4
    said = says(december, ACTIONS_WORKSTREAM)
    assert "Actions, Improvement plan: 8 rows read" in said
    assert "(Scrutiny action log Nov 2025.xlsx, as at 6 November 2025)" in said
    november = view(store, plan.id, as_at=NOVEMBER, audience="members")
    came = "with “Scrutiny action log”, a file added since"
    assert f"4 new (all of them {came})" in str(getattr(since_last_met(november), "finding", ""))
    assert f"Four actions are new, all of them {came}." in [one.text for one in brief(november)]
    assert "with “" not in str(getattr(since_last_met(december), "finding", ""))
    # In public no name is told that is taken from a file's.
    public = view(store, plan.id, as_at=NOVEMBER)
    assert "(all of them with a file added since)" in str(
        getattr(since_last_met(public), "finding", "")
    )
    assert "Scrutiny" not in says(public, ACTIONS_WORKSTREAM)
    # A row that stands from an earlier file is still that file's row.
    own = december.now("actions")
    log = own[own["title"].isin(made.ASKED)]
    assert places(december, "actions", log)[0] == "Plan, row\u00a02"
    assert set(log["snapshot_id"]) <= {s.id for s in december.snapshots if s.as_at == NOVEMBER}


def test_what_vanishes_from_one_source_is_told_of_that_one_alone(store: sa.Engine) -> None:
    uploads = [one for one in by_date() if one[1] != FEBRUARY]
    short = made.read(made.plan(done=3, said="Nearly", without=2), "Improvement plan Feb 26.xlsx")
    plan = kept(store, [*uploads, ("plan", FEBRUARY, short)])
    changed = book(view(store, plan.id)).changed
    assert changed is not None
    assert changed.gone["title"].tolist() == list(made.THINGS[-2:])
    # The log did not come again: nobody can say that it says nothing new.
    assert not set(changed.silent["title"]) & set(made.ASKED)


def test_an_earlier_view_is_the_same_after_a_later_upload_of_another_source(
    store: sa.Engine,
) -> None:
    uploads = by_date()
    plan = kept(store, uploads[:-2])
    before = told(store, plan, WHEN[:3])
    for _, when, file in uploads[-2:]:
        snapshots.accept(store, plan.id, when, file, BY, WARNED)
    assert told(store, plan, WHEN[:3]) == before


def test_two_files_of_one_day_both_stand_and_a_corrected_one_replaces_its_own(
    store: sa.Engine,
) -> None:
    plan = kept(store, [one for one in by_date() if one[1] == FEBRUARY])
    again = made.read(made.log(closed=4), "Scrutiny action log Feb 2026.xlsx")
    snapshots.accept(store, plan.id, FEBRUARY, again, BY, WARNED)
    seen = view(store, plan.id)
    assert len(seen.now("actions")) == 12
    assert (seen.now("actions")["status"] == "complete").sum() == 8


def test_a_source_whose_uploads_are_all_withdrawn_is_gone_until_its_name_is_used_again(
    store: sa.Engine,
) -> None:
    plan = kept(store, by_date())
    for one in snapshots.snapshots(store, plan.id):
        if one.source.name == NAMES["log"]:
            snapshots.withdraw(store, one.id, BY, "Wrong file")
    assert NAMES["log"] not in {s.name for s in sources(store, plan.id)}
    assert len(view(store, plan.id).now("actions")) == 8
    (_, when, file), *_ = [one for one in by_date() if one[0] == "log"]
    new = snapshots.accept(store, plan.id, when, file, BY, WARNED, into=Adds("scrutiny ACTION log"))
    assert new.source.name == NAMES["log"]


def test_a_name_that_a_source_has_cannot_be_added_again_nor_a_blank_one(store: sa.Engine) -> None:
    plan = kept(store, by_date()[:1])
    (_, when, file) = by_date()[2]
    for name in ("  ", "improvement  PLAN"):
        with pytest.raises(Refused):
            snapshots.accept(store, plan.id, when, file, BY, WARNED, into=Adds(name))
    other = kept(store, by_date()[2:3], "Another plan")
    (source,) = sources(store, other.id)
    with pytest.raises(Refused, match="no source called"):
        snapshots.accept(store, plan.id, when, file, BY, WARNED, into=source)
    with store.connect() as connection:
        assert named(connection, plan.id, " improvement plan ") == sources(store, plan.id)[0]


def test_what_was_kept_from_minutes_goes_on_in_the_source_that_brings_it(store: sa.Engine) -> None:
    uploads = by_date()
    plan = kept(store, uploads[:1])
    draft = Draft("committee action", "28", made.ASKED[1], "", None, 31)
    frame, _ = rows([draft], SEPTEMBER, "Scrutiny Committee", b"k" * 32)
    keep(store, plan.id, Kept(ACTIONS.key, frame, [("28", made.ASKED[1])]), OCTOBER, BY)
    for _, when, file in uploads[1:]:
        snapshots.accept(store, plan.id, when, file, BY, WARNED)
    for when, actions in zip(WHEN, (9, 12, 12, 12), strict=True):
        now = book(view(store, plan.id, as_at=when)).now
        assert len(now) == actions
        assert now["listed"].all()
        (first,) = now.loc[now["title"] == made.ASKED[1], "first_seen"]
        assert first == pd.Timestamp(OCTOBER)
