"""What the public was told before is remembered, whatever happens to the uploads since."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256

import pytest
import sqlalchemy as sa

from measures.figures import Figure
from store import snapshots
from store.access.roles import Role
from store.access.visitor import NOBODY, NotAllowed, Visitor, acting
from store.database.engine import DatabaseFault
from store.database.tables import PUBLIC_COPIES
from store.said import packs, public_copies
from store.views import view
from tests.made.stores import BY, MAY, NOVEMBER, SEPTEMBER, a_plan, accepted, reading, upload
from workstreams.hra_cases import HRA_CASES_WORKSTREAM
from workstreams.hra_cases.columns import HRA_CASES
from workstreams.view import Plan

READER = Visitor("Reader", {None: Role.READER})


@pytest.fixture
def plan(store: sa.Engine) -> Plan:
    return a_plan(store)


def cases(
    store: sa.Engine, plan: Plan, when: date, over: int, still: int, **paid: float
) -> snapshots.Snapshot:
    """A list of cases: so many concluded and paid £10,000, or as ``paid`` says, and so many not."""
    rows = [
        {"case": f"c{n}", "stage": "concluded", "paid": paid.get(f"c{n}", 10_000.0)}
        for n in range(over)
    ]
    rows += [{"case": f"o{n}", "stage": "notified"} for n in range(still)]
    checked = upload(reading(HRA_CASES, *rows), sha256=sha256(repr(rows).encode()).hexdigest())
    return accepted(store, plan, when, checked)


def figure(store: sa.Engine, plan: Plan, name: str, as_at: date | None = None) -> Figure:
    return HRA_CASES_WORKSTREAM[f"hra_cases.{name}"].figure(view(store, plan.id, as_at))


def test_a_corrected_payment_is_not_found_from_two_issues(store: sa.Engine, plan: Plan) -> None:
    cases(store, plan, MAY, 6, 3)
    packs.issue(store, plan.id, MAY, BY)
    assert figure(store, plan, "paid").value == 60_000

    cases(store, plan, MAY, 6, 3, c5=27_500.0)

    packs.issue_anew(store, plan.id, MAY, BY, "A payment was wrong.")
    assert figure(store, plan, "paid").value is None


def test_what_nobody_saw_may_be_corrected_freely(store: sa.Engine, plan: Plan) -> None:
    cases(store, plan, MAY, 6, 3)
    assert figure(store, plan, "paid").value == 60_000
    cases(store, plan, MAY, 6, 3, c5=17_500.0)
    assert figure(store, plan, "paid").value == 68_000


def test_a_list_is_compared_in_print_with_one_list_only(store: sa.Engine, plan: Plan) -> None:
    cases(store, plan, MAY, 0, 8)
    between = cases(store, plan, SEPTEMBER, 1, 8)
    cases(store, plan, NOVEMBER, 2, 9)
    assert figure(store, plan, "new").mark == "1 to 5"
    packs.issue(store, plan.id, NOVEMBER, BY)
    snapshots.withdraw(store, between.id, BY, "It was another plan's.")

    assert figure(store, plan, "new").mark == "not given"
    assert figure(store, plan, "open").mark == "6 to 10"

    snapshots.restore(store, between.id, BY)
    assert figure(store, plan, "new").mark == "1 to 5"


def test_a_reader_who_saw_a_page_is_as_good_as_a_pack(store: sa.Engine, plan: Plan) -> None:
    cases(store, plan, MAY, 6, 3)
    with acting(READER):
        public_copies.seen(store, plan.id)
    cases(store, plan, MAY, 6, 3, c5=27_500.0)
    with acting(READER):
        assert figure(store, plan, "paid").value is None


def test_a_pack_is_the_same_when_it_is_made_again(store: sa.Engine, plan: Plan) -> None:
    cases(store, plan, MAY, 6, 3)
    first = packs.issue(store, plan.id, MAY, BY)
    cases(store, plan, MAY, 6, 3, c5=27_500.0)
    second = packs.issue_anew(store, plan.id, MAY, BY, "A payment was wrong.")
    cases(store, plan, NOVEMBER, 20, 3)

    def paid(issue: packs.Issue) -> float | None:
        found = view(store, plan.id, MAY, known_at=issue.known_at)
        return HRA_CASES_WORKSTREAM["hra_cases.paid"].figure(found).value

    assert [paid(first), paid(second), paid(first)] == [60_000, None, 60_000]
    assert figure(store, plan, "paid").value is not None


def test_the_members_figures_know_nothing_of_it(store: sa.Engine, plan: Plan) -> None:
    cases(store, plan, MAY, 6, 3)
    packs.issue(store, plan.id, MAY, BY)
    cases(store, plan, MAY, 6, 3, c5=27_500.0)
    found = view(store, plan.id, audience="members")
    assert HRA_CASES_WORKSTREAM["hra_cases.paid"].figure(found).value == 77_500


def test_what_the_public_sees_is_noted_once_until_uploads_change(
    store: sa.Engine, plan: Plan
) -> None:
    cases(store, plan, MAY, 6, 3)
    for _ in range(3):
        with acting(READER):
            public_copies.seen(store, plan.id)
    packs.issue(store, plan.id, MAY, BY)
    assert len(noted(store)) == 1
    cases(store, plan, NOVEMBER, 6, 4)
    public_copies.seen(store, plan.id)
    assert len(noted(store)) == 2
    assert [row.said for row in noted(store)] == [None, None]
    figure(store, plan, "open")
    assert [bool(row.said) for row in noted(store)] == [True, False]


def test_nobody_sees_nothing(store: sa.Engine, plan: Plan) -> None:
    with acting(NOBODY), pytest.raises(NotAllowed):
        public_copies.seen(store, plan.id)


def test_a_store_that_takes_nothing_still_hides_what_it_must(
    store: sa.Engine, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases(store, plan, MAY, 6, 3)
    packs.issue(store, plan.id, MAY, BY)
    cases(store, plan, MAY, 6, 3, c5=27_500.0)

    @contextmanager
    def read_only(*_: object) -> Iterator[sa.Connection]:
        raise DatabaseFault("attempt to write a readonly database")
        yield

    monkeypatch.setattr(public_copies, "writing", read_only)
    assert figure(store, plan, "paid").value is None
    assert [row.said for row in noted(store)] == [None]


def noted(store: sa.Engine) -> list[sa.Row]:
    with store.connect() as connection:
        return list(connection.execute(sa.select(PUBLIC_COPIES).order_by(PUBLIC_COPIES.c.id)))
