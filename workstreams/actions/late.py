"""Lists of actions to ask about: late, due next, unanswered, called complete and not shown."""

from dataclasses import dataclass

import pandas as pd

from measures.actions.recommendations import recommendations
from workstreams.actions.book import Book, book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.listings import days, lengths, listing, words
from workstreams.view import View
from workstreams.wording import number, sentence

TIMES = {0: "Never", 1: "Once", 2: "Twice"}


@dataclass(frozen=True)
class Late:
    """Tables of text cells, indexed by record id.

    ``overdue_before`` are those of ``overdue`` that were late at the date compared with too.
    ``by_first`` are those not late that would be, had their first due date stood.
    """

    overdue: pd.DataFrame
    overdue_before: pd.DataFrame
    by_first: pd.DataFrame
    due_next: pd.DataFrame
    unanswered: pd.DataFrame
    not_shown: pd.DataFrame

    @property
    def first_dates(self) -> str:
        """What the moving of dates did to the list of what is late; "" where it did nothing."""
        many = len(self.by_first)
        if not many:
            return ""
        would = f"would be late by {'its' if many == 1 else 'their'} first date"
        if len(self.overdue):
            return f"{sentence(number(many))} more {would}."
        one = f"but {number(many)} {would}"
        return f"None is late, {one}: {'the date was' if many == 1 else 'the dates were'} moved."


def late(view: View) -> Late | None:
    """Late actions, the longest first; those due by the next meeting, the soonest first; the rest.

    None where there are no actions.
    """
    if view.history[ACTIONS.key].empty:
        return None
    found = book(view)
    now, position = found.now, found.now["date_position"]
    overdue = now[position == "overdue"].sort_values("days_overdue", ascending=False)
    soon = now[position == "due by next meeting"].sort_values("current_due")
    first = now["first_due"] < pd.Timestamp(view.as_at)
    by_first = now[now["open"] & first & (position != "overdue")].sort_values("first_due")
    return Late(
        _overdue(overdue),
        _overdue(overdue[overdue.index.isin(_late_then(found))]),
        listing(by_first, {"First due": days(by_first["first_due"])} | _dates(by_first)),
        listing(soon, _dates(soon)),
        _unanswered(found),
        _not_shown(found),
    )


def _late_then(found: Book) -> pd.Index:
    """What was late at the date compared with, by the key that an action keeps."""
    if found.before is None:
        return found.now.index[:0]
    return found.before.index[found.before["date_position"] == "overdue"]


def _overdue(rows: pd.DataFrame) -> pd.DataFrame:
    return listing(rows, _dates(rows) | {"Late by": lengths(rows["days_overdue"])})


def _dates(rows: pd.DataFrame) -> dict[str, list[str]]:
    made = {
        "Due": days(rows["current_due"]),
        "Date moved": [TIMES.get(int(moves), f"{int(moves)} times") for moves in rows["moves"]],
        "Reported": [sentence(status) for status in rows["shown_status"]],
    }
    return made | _own_rag(rows)


def _own_rag(rows: pd.DataFrame) -> dict[str, list[str]]:
    """What the owners say of their actions in a letter or colour; no column where none does."""
    return {"RAG": words(rows["rag"])} if rows["rag"].notna().any() else {}


def _unanswered(found: Book) -> pd.DataFrame:
    """Recommendations without an answer, the longest waiting first."""
    rows = recommendations(found.now, found.lives.known(), found.as_at)
    rows = rows[(rows["answer"] == "none yet") & rows["in_scope"]]
    rows = rows.sort_values("days_late", ascending=False, na_position="last")
    more = {"Answer due by": days(rows["answer_due"]), "Late by": lengths(rows["days_late"])}
    return listing(rows, more)


def _not_shown(found: Book) -> pd.DataFrame:
    """What is called complete with nothing that shows it, the latest first."""
    rows = found.now[found.now["evidence_position"] == "claimed"]
    rows = rows.sort_values("complete_from", ascending=False)
    more = {
        "Called complete since": days(rows["complete_from"]),
        "What would show it": words(rows["success_measure"]),
    }
    return listing(rows, more | _own_rag(rows))
