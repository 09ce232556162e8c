"""Who said in a return sheet what an action's history tells, and on which day the sheet came."""

from collections.abc import Mapping

import pandas as pd

from measures.following.keys import wording_key
from workstreams.actions.book import Book
from workstreams.actions.updates.owners import lives_of
from workstreams.view import SentBack
from workstreams.wording import day

TOLD_BY: Mapping[str, str] = {
    "updated": "progress",
    "evidence given": "evidence",
    "date set": "new_date",
    "date moved": "new_date",
    "date given back": "new_date",
    "complete": "status",
    "reopened": "status",
    "withdrawn": "status",
    "status changed": "status",
}
"""Which cell of a return sheet tells of each event."""


def said_by(found: Book, happened: pd.DataFrame) -> list[str]:
    """For each event who said so in which sheet; "" where no sheet did.

    ``happened`` is as ``measures.actions.history.events`` gives it.
    """
    sheets = found.view.sent_back
    if not sheets:
        return [""] * len(happened)
    lives = lives_of(found.lives)
    told: dict[tuple[int, pd.Timestamp, str], list[tuple[SentBack, str]]] = {}
    for sheet in sheets:
        for action, answer, words in sheet.said:
            if (life := lives.get(action)) is not None:
                key = (life, pd.Timestamp(sheet.as_at), answer)
                told.setdefault(key, []).append((sheet, words))
    return [
        _named(told.get((int(life), when, TOLD_BY.get(event, "")), []), now)
        for life, when, event, now in zip(
            happened["life"], happened["as_at"], happened["event"], happened["now"], strict=True
        )
    ]


def _named(told: list[tuple[SentBack, str]], now: str) -> str:
    """The owners who said it, each with the day; where several differ, those whose words stand."""
    stands = [one for one in told if wording_key(one[1]) == wording_key(now)]
    lines = [
        f"{sheet.owner}, {f'sheet of {day(sheet.came)}' if sheet.came else 'return sheet'}"
        for sheet, _ in stands or told
    ]
    return "; ".join(dict.fromkeys(lines))
