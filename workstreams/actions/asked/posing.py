"""How a question about rows of the plan is put: by reference, in the singular or the plural."""

import pandas as pd

from measures.actions.counts import ids
from workstreams import wording
from workstreams.actions.book import Book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.draft import shortened
from workstreams.actions.listings import days, lengths, listing
from workstreams.asking import Question, Rule
from workstreams.wording import listed


def refs(rows: pd.DataFrame) -> str:
    """The first actions by reference, and how many more: "Q3, Q12 and 4 more".

    One alone is named with its wording.
    """
    if len(rows) == 1 and isinstance(rows["ref"].iloc[0], str):
        return f"{rows['ref'].iloc[0]} (“{shortened(str(rows['title'].iloc[0]))}”)"
    names = [
        str(ref) if isinstance(ref, str) else f"“{title}”"
        for ref, title in zip(rows["ref"], rows["title"], strict=True)
    ]
    if len(names) > 4:
        names = [*names[:3], f"{len(names) - 3} more"]
    return listed(names)


def are(rows: pd.DataFrame) -> str:
    """The verb for one row or several."""
    return wording.are(len(rows))


def have(rows: pd.DataFrame) -> str:
    """The verb for one row or several."""
    return wording.has(len(rows))


def they(rows: pd.DataFrame) -> str:
    """The word that begins a second sentence about one row or several."""
    return "It" if len(rows) == 1 else "They"


def when_due(rows: pd.DataFrame) -> dict[str, list[str]]:
    """The columns that most lists of a question have beside its actions."""
    return {
        "First due": days(rows["first_due"]),
        "Due now": days(rows["current_due"]),
        "Overdue by": lengths(rows["days_overdue"]),
    }


def ask(
    rule: Rule, rows: pd.DataFrame, text: str, more: dict[str, list[str]] | None = None
) -> Question:
    """A question about some rows, with ``more`` or else ``when_due`` in the list under it."""
    shown = listing(rows, more or when_due(rows))
    return Question(rule, "actions", text, shown, ids(rows), ACTIONS.key)


def disagreeing(found: Book, rule: str) -> pd.DataFrame:
    """The rows that break one of the rules of ``measures/actions/disagreements.py``."""
    broken = found.disagreements
    return found.now.loc[broken.loc[broken["rule"] == rule, "life"]]
