"""Questions about due dates: moved, passed, missing, or all on one day."""

import pandas as pd

from workstreams.actions.asked import rules
from workstreams.actions.asked.posing import are, ask, have, refs, they, when_due
from workstreams.actions.book import Book
from workstreams.actions.listings import coded, days, numbers, words
from workstreams.asking import Question
from workstreams.wording import day


def moved_twice(found: Book) -> Question | None:
    """Dates that moved so many times and have come round again."""
    near = found.open["date_position"].isin(["overdue", "due by next meeting"])
    rows = found.open[near & (found.open["moves"] >= found.moves_asked)]
    if rows.empty:
        return None
    rows = rows.sort_values(["moves", "days_overdue"], ascending=False)
    meeting = found.view.next_meeting
    due = f"overdue or due by {day(meeting)}" if meeting else "overdue"
    text = (
        f"What will be different this time for {refs(rows)}? {they(rows)} {have(rows)} had the "
        f"due date moved {found.said['date_moves']}, and {are(rows)} {due}."
    )
    more = when_due(rows) | {"Moves": numbers(rows["moves"])}
    return ask(rules.MOVED_TWICE, rows, text, more)


def moved(found: Book) -> Question | None:
    """Dates moved or taken away since the date compared with, those taken away first."""
    if found.changed is None or found.view.since is None:
        return None
    taken = found.changed.date_taken
    rows = pd.concat([taken[taken["open"]], found.changed.moved[found.changed.moved["open"]]])
    if rows.empty:
        return None
    taken_away = int(rows["current_due"].isna().sum())
    happened = "taken away" if taken_away == len(rows) else "moved or taken away"
    happened = happened if taken_away else "moved"
    text = f"Why has the date of {refs(rows)} been {happened} since {day(found.view.since)}?"
    more = {
        "Due then": days(rows["current_due_before"]),
        "Due now": days(rows["current_due"]),
        "Latest update": words(rows["update"]),
    }
    return ask(rules.MOVED, rows, text, more)


def overdue(found: Book) -> Question | None:
    """Whatever is overdue."""
    rows = found.open[found.open["date_position"] == "overdue"]
    if rows.empty:
        return None
    rows = rows.sort_values("days_overdue", ascending=False)
    return ask(
        rules.OVERDUE, rows, f"When will {refs(rows)} be done? {they(rows)} {are(rows)} overdue."
    )


def no_date(found: Book) -> Question | None:
    """Open actions without a due date."""
    rows = found.open[found.open["date_position"] == "no date"]
    if rows.empty:
        return None
    text = f"By when will {refs(rows)} be done? The file gives no date."
    return ask(rules.NO_DATE, rows, text, {"Status": coded(rows["status"])})


def one_day(found: Book) -> Question | None:
    """A single day on which much of the plan is due."""
    pile = found.one_day
    if pile is None:
        return None
    rows = found.now[found.now["record_id"].isin(pile.records)]
    text = (
        f"Which of the {pile.actions} actions due on {day(pile.when)} will be done first? "
        f"They are {pile.actions} of {pile.of} open actions with a date."
    )
    return ask(rules.ONE_DAY, rows, text)
