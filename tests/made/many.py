"""A plan of as many actions as a large council's, with much to say of each."""

from functools import cache

from tests.made.actions import NOV, SEP, row, seen
from workstreams.view import Audience, View

ACTIONS = 300
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
            for place in range(ACTIONS)
        ],
        audience=audience,
    )  # fmt: skip
