"""Small plans for tests, told row by row, with what officers recorded beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pandas as pd

from store.said.belonging import holds_from
from tests.made.views import history_of, view_of
from workstreams.actions.columns import ACTIONS
from workstreams.view import Audience, View, no_judgements

MAY, SEP, NOV, JAN = "2021-05-20", "2021-09-07", "2021-11-23", "2022-01-25"
MEETINGS = (MAY, SEP, NOV, JAN, "2022-03-22")


def row(as_at: str, ref: str, title: str = "", **cells: str) -> dict[str, str]:
    """One row of a file; a title is made up where none is given."""
    return {"as_at": as_at, "ref": ref, "title": title or f"The action called {ref}", **cells}


def rows_over(
    dates: Sequence[str], ref: str, title: str = "", **cells: str
) -> list[dict[str, str]]:
    """The same row in several files."""
    return [row(when, ref, title, **cells) for when in dates]


def seen(
    rows: Sequence[Mapping[str, str]],
    judged: Sequence[tuple[str, str, str, Mapping[str, Any]]] = (),
    **more: Any,
) -> View:
    """A view of rows, and of judgements given as kind, subject, date, value."""
    frame = pd.DataFrame(list(rows)).fillna("").astype("str").sort_values("as_at", kind="stable")
    view = view_of({"actions": history_of(ACTIONS, frame)}, **({"meetings": MEETINGS} | more))
    if not judged:
        return view
    empty = no_judgements()
    found = pd.DataFrame(
        {
            "kind": [kind for kind, _, _, _ in judged],
            "subject": [subject for _, subject, _, _ in judged],
            "value": [dict(value) for _, _, _, value in judged],
            "on": [pd.Timestamp(on) for _, _, on, _ in judged],
            "by": "An officer",
            "at": pd.Timestamp("2022-01-01"),
        }
    )
    found = found.assign(holds_from=holds_from(found, view.snapshots, view.meetings))
    return replace(view, judgements=found.astype(empty.dtypes.to_dict()))


MANY = 300
LONG = "Make sure that the arrangement is understood by everybody who has a part in it, and that "


@cache
def many_actions(audience: Audience = "public", words: int = 1) -> View:
    """300 actions over two meetings: a third late, a third called complete with nothing to show.

    Their titles are long: so many times a sentence of 90 letters.
    """
    return seen(
        [
            row(when, f"A{place}", f"{LONG * words}action {place} is done",
                owner=f"Head of service {place % 7}",
                due_date="2021-08-01" if place % 3 else "2022-06-30",
                status="complete" if place % 3 == 2 and when == NOV else "in progress")
            for when in (SEP, NOV)
            for place in range(MANY)
        ],
        audience=audience,
    )  # fmt: skip
