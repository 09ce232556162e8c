"""Whatever owners say, the draft is the same in any order, and each word in it was said."""

import random
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.returned.keys import Key, sealed
from loaders.returned.read import Returned, Row
from tests.made.actions import MAY, row, rows_over, seen
from workstreams.actions.updates.applied import applied
from workstreams.actions.updates.asked import Asked, AskedSheet
from workstreams.actions.updates.collected import Collected, collected
from workstreams.actions.updates.owners import owners
from workstreams.actions.updates.statuses import own_words
from workstreams.view import View

SECRET = b"k" * 32
MEETING = date(2022, 1, 25)
OWNERS = ("Clerk", "Head of service; Clerk", "Head of service")
STATUSES = own_words([])


@cache
def plan() -> tuple[View, Asked]:
    view = seen(
        [
            *(row(MAY, f"Q{n}", owner=OWNERS[n % 3], due_date="2021-09-30") for n in range(6)),
            *rows_over([MAY], "Q9", owner="Clerk", status="complete"),
        ]
    )
    return view, Asked(
        MEETING,
        view.as_at,
        None,
        tuple(
            AskedSheet(one.name, tuple((a.subject, a.ref, a.words) for a in one.actions))
            for one in owners(view)
        ),
        7,
    )


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["Complete", "Done", "In progress", "Wibble"]),
        "progress": st.sampled_from(["Begun", "begun ", "Not begun", "=1+1"]),
        "evidence": st.sampled_from(["Minute 5", "A link"]),
        "reason": st.just("Funding"),
    },
)
DAYS = st.none() | st.sampled_from([date(2022, 3, 31), date(2022, 6, 30)])


@st.composite
def files(draw: st.DrawFn) -> tuple[Returned, ...]:
    _, asked = plan()
    made = []
    for number in range(draw(st.integers(0, 5))):
        sheet = draw(st.integers(0, len(asked.sheets) - 1))
        rows = []
        for place, (action, ref, words) in enumerate(asked.sheets[sheet].actions):
            key = sealed(Key(draw(st.sampled_from([1, 1, 1, 2])), 7, sheet, action), SECRET)
            shown = draw(st.sampled_from([words, words, "Other words"]))
            rows.append(Row(f"Update, row {place}", key, ref, shown, draw(ANSWERS), draw(DAYS)))
        # Sometimes two files are one.
        made.append(Returned(f"{number}.xlsx", str(draw(st.integers(0, 3))), tuple(rows), ()))
    once = {one.sha256: one for one in made}
    return tuple(Returned(one.file, one.sha256, once[one.sha256].rows, ()) for one in made)


def found(of: tuple[Returned, ...]) -> Collected:
    view, asked = plan()
    return collected(view, [asked], MEETING, of, STATUSES, SECRET)


@settings(max_examples=25, deadline=None)
@given(files(), st.randoms(use_true_random=False))
def test_in_any_order_the_draft_is_the_same(
    of: tuple[Returned, ...], chance: random.Random
) -> None:
    view, _ = plan()
    other = list(of)
    chance.shuffle(other)
    first, second = found(of), found(tuple(other))
    assert first == second
    one, two = applied(view, first, STATUSES), applied(view, second, STATUSES)
    assert one.changes == two.changes
    assert one.rows.equals(two.rows)


@settings(max_examples=25, deadline=None)
@given(files())
def test_nothing_is_taken_that_nobody_said_and_nothing_said_is_silently_lost(
    of: tuple[Returned, ...],
) -> None:
    view, asked = plan()
    result = found(of)
    said = {((one.action, one.answer), one.value) for one in result.said}
    assert set(result.taken.items()) <= said
    cells = {cell for cell, _ in said}
    assert cells == set(result.taken) | {one.cell for one in result.conflicts}
    for conflict in result.conflicts:
        assert len(conflict.values) > 1
    assert set(result.returned) | set(result.missing) == {one.owner for one in asked.sheets}
    rows = applied(view, result, STATUSES).rows
    told = {action for action, _ in result.taken}
    untouched = [f"r{record}" for record in rows.index if f"r{record}" not in told]
    before = view.now("actions")
    keep = [record for record in rows.index if f"r{record}" in untouched]
    assert rows.loc[keep].equals(before.loc[keep])
