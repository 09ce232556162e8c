"""Questions about what the file claims: done without evidence, green when late, unchanged, gone."""

from datetime import date

from workstreams.actions.asked import rules
from workstreams.actions.asked.posing import are, ask, disagreeing, have, refs, they, when_due
from workstreams.actions.book import Book
from workstreams.actions.listings import coded, days, words
from workstreams.asking import Question
from workstreams.wording import counted, day, was


def gone(found: Book) -> Question | None:
    """Open actions that are no longer in the file."""
    rows = found.open[~found.open["listed"]].sort_values("not_listed_since", ascending=False)
    if rows.empty:
        return None
    last: date = rows["last_seen"].max().date()
    one = len(rows) == 1
    text = (
        f"What happened to {refs(rows)}? {they(rows)} {was(len(rows))} open when last "
        f"listed{f' on {day(last)}' if one else ''}, and {are(rows)} not in the file any more."
    )
    return ask(
        rules.GONE,
        rows,
        text,
        {
            "Last reported status": coded(rows["reported_status"]),
            "Last listed": days(rows["last_seen"]),
            "Due": days(rows["current_due"]),
        },
    )


def unseen(found: Book) -> Question | None:
    """Actions called complete with nothing that shows it."""
    rows = found.now[found.now["evidence_position"] == "claimed"]
    if rows.empty:
        return None
    rows = rows.sort_values("complete_from", ascending=False)
    text = (
        f"What shows that {refs(rows)} {are(rows)} done? {they(rows)} {are(rows)} reported "
        "complete, and no evidence has been given."
    )
    return ask(
        rules.UNSEEN,
        rows,
        text,
        {
            "Complete since": days(rows["complete_from"]),
            "Success measure": words(rows["success_measure"]),
        },
    )


def reopened(found: Book) -> Question | None:
    """Actions that were complete and are open again."""
    rows = found.open[found.open["reopenings"] > 0]
    if rows.empty:
        return None
    rows = rows.sort_values("reopened_at", ascending=False)
    text = (
        f"Who checked before {refs(rows)} {was(len(rows))} called complete? "
        f"{they(rows)} {are(rows)} open again."
    )
    more = {"Reopened": days(rows["reopened_at"]), "Latest update": words(rows["update"])}
    return ask(rules.REOPENED, rows, text, when_due(rows) | more)


def green_and_overdue(found: Book) -> Question | None:
    """Actions called green past their due date."""
    rows = disagreeing(found, "green and overdue")
    if rows.empty:
        return None
    rows = rows.sort_values("days_overdue", ascending=False)
    longest = counted(int(rows["days_overdue"].max()), "day")
    up_to = "" if len(rows) == 1 else "up to "
    text = (
        f"Why {are(rows)} {refs(rows)} reported green? "
        f"{they(rows)} {are(rows)} {up_to}{longest} past the due date."
    )
    return ask(rules.GREEN, rows, text)


def silent(found: Book) -> Question | None:
    """Overdue actions with nothing new said of them."""
    rows = disagreeing(found, "update unchanged")
    rows = rows[rows["date_position"] == "overdue"].sort_values("days_overdue", ascending=False)
    if rows.empty or found.view.since is None:
        return None
    text = (
        f"What has been done on {refs(rows)} since {day(found.view.since)}? "
        f"{they(rows)} {are(rows)} overdue, and the update says nothing new."
    )
    return ask(
        rules.SILENT, rows, text, when_due(rows) | {"Last updated": days(rows["updated_at"])}
    )


def amber(found: Book) -> Question | None:
    """Actions that stay amber."""
    rows = disagreeing(found, "amber with no move")
    if rows.empty:
        return None
    text = (
        f"What would turn {refs(rows)} green? {they(rows)} {have(rows)} been amber "
        f"{found.said['amber_meetings']}, with no change of status or date."
    )
    return ask(rules.AMBER, rows, text)
