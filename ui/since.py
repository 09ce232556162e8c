"""What happened to the actions since the meeting before, as tables of text, old beside new."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from ui.wording import short_day
from workstreams.actions.book import Book
from workstreams.wording import counted

EVIDENCE = {
    "claimed": "Owner's word only",
    "evidenced": "Evidence given",
    "accepted": "Accepted by the committee",
}
MOVES = {1: "once", 2: "twice"}


@dataclass(frozen=True)
class Group:
    """One question and the actions that answer it. ``lines`` holds text only, headed for a page."""

    title: str
    about: str
    lines: pd.DataFrame


def since_last_met(book: Book) -> tuple[Group, ...]:
    """The six groups of what happened between the two dates; none where there is one date only."""
    found = book.changed
    if found is None:
        return ()
    moved = found.moved.sort_values("days", ascending=False)
    return (
        Group(
            "Completed",
            "Reported complete since then.",
            _table(
                found.completed,
                {
                    "Was": _text("status_before", "Not listed"),
                    "How it is shown": lambda rows: rows["evidence_position"].map(EVIDENCE),
                },
            ),
        ),
        Group(
            "Date moved",
            "The due date is another than it was.",
            _table(
                moved,
                {
                    "Was due": _day("current_due_before"),
                    "Now due": _day("current_due"),
                    "Moved by": lambda rows: rows["days"].map(_by),
                    "Moved in all": lambda rows: rows["moves"].map(_times),
                },
            ),
        ),
        Group(
            "Reopened",
            "Complete or withdrawn then, open now.",
            _table(found.reopened, {"Was": _text("status_before"), "Now": _text("status")}),
        ),
        Group(
            "No longer listed",
            "In the file then, not now, and nobody has recorded why. They still count.",
            _table(
                found.gone,
                {"Last status": _text("status"), "Due": _day("current_due")},
            ),
        ),
        Group(
            "New",
            "First seen since then.",
            _table(found.new, {"Status": _text("status"), "Due": _day("current_due")}),
        ),
        Group(
            "No update",
            "Open then and now, and the update says the same.",
            _table(
                found.silent,
                {"Due": _day("current_due"), "Last new update": _day("updated_at", "Never")},
            ),
        ),
    )


def overdue(book: Book) -> Group:
    """The open actions past their current due date, longest overdue first."""
    late = book.now[book.now["date_position"] == "overdue"]
    return Group(
        "Late now",
        "Past the current due date and not complete, the longest first.",
        _table(
            late.sort_values("days_overdue", ascending=False),
            {
                "Due": _day("current_due"),
                "Late by": lambda rows: rows["days_overdue"].map(_days),
                "Date moved": lambda rows: rows["moves"].map(_times),
                "Reported": _text("status"),
            },
        ),
    )


def due_next(book: Book) -> Group:
    """The open actions that fall due before the next meeting, the soonest first."""
    soon = book.now[book.now["date_position"] == "due by next meeting"]
    return Group(
        "Due before the next meeting",
        "Open, and due by the date of the next meeting.",
        _table(
            soon.sort_values("current_due"),
            {
                "Due": _day("current_due"),
                "Date moved": lambda rows: rows["moves"].map(_times),
                "Reported": _text("status"),
            },
        ),
    )


Column = Callable[[pd.DataFrame], pd.Series]


def _table(rows: pd.DataFrame, columns: dict[str, Column]) -> pd.DataFrame:
    """Reference and title, owner, the columns asked for, and the row of the file."""
    name = rows["ref"].fillna("").str.cat(rows["title"].fillna(""), sep=" ").str.strip()
    out = {"Action": name, "Owner": rows["owner"].fillna("No owner given")}
    out |= {heading: made(rows) for heading, made in columns.items()}
    out["Where"] = rows["sheet"].str.cat(rows["row"].astype("str"), sep=", row ")
    return pd.DataFrame(out).astype("str").reset_index(drop=True)


def _text(field: str, missing: str = "Not given") -> Column:
    return lambda rows: rows[field].fillna(missing).astype("str").str.capitalize()


def _day(field: str, missing: str = "No date") -> Column:
    return lambda rows: pd.Series(
        [missing if pd.isna(when) else short_day(when) for when in rows[field]], index=rows.index
    )


def _days(days: float) -> str:
    return counted(int(days), "day")


def _by(days: float) -> str:
    if pd.isna(days):
        return "No date now"
    return f"{_days(abs(days))} {'later' if days >= 0 else 'earlier'}"


def _times(moves: float) -> str:
    number = int(moves)
    return MOVES.get(number, f"{number} times" if number else "never")
