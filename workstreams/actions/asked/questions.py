"""Questions that the plan's own rows raise, each by a plain rule."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd

from measures.actions.counts import ids
from measures.actions.recommendations import orphans, recommendations
from workstreams.actions.asked import rules
from workstreams.actions.book import Book, book
from workstreams.actions.draft import shortened
from workstreams.actions.listings import coded, days, lengths, listing, words
from workstreams.actions.said.judgements import about
from workstreams.asking import Question, Rule
from workstreams.view import View
from workstreams.wording import counted, day, listed


def _refs(rows: pd.DataFrame) -> str:
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


def _are(rows: pd.DataFrame) -> str:
    return "is" if len(rows) == 1 else "are"


def _have(rows: pd.DataFrame) -> str:
    return "has" if len(rows) == 1 else "have"


def _they(rows: pd.DataFrame) -> str:
    return "It" if len(rows) == 1 else "They"


def _standard(rows: pd.DataFrame) -> dict[str, list[str]]:
    return {
        "First due": days(rows["first_due"]),
        "Due now": days(rows["current_due"]),
        "Overdue by": lengths(rows["days_overdue"]),
    }


def _ask(
    rule: Rule, rows: pd.DataFrame, text: str, more: dict[str, list[str]] | None = None
) -> Question:
    return Question(rule, "actions", text, listing(rows, more or _standard(rows)), ids(rows))


def unanswered(found: Book) -> Question | None:
    """Recommendations past their two months with no answer."""
    rows = recommendations(found.now, found.lives.known(), found.as_at)
    rows = rows[(rows["answer"] == "none yet") & rows["days_late"].notna() & rows["in_scope"]]
    if rows.empty:
        return None
    rows = rows.sort_values("days_late", ascending=False)
    longest = counted(int(rows["days_late"].max()), "day")
    up_to = "" if len(rows) == 1 else "up to "
    text = (
        f"When will the executive answer {_refs(rows)}? "
        f"{'Its' if len(rows) == 1 else 'Their'} two months ended {up_to}{longest} ago."
    )
    return _ask(
        rules.UNANSWERED,
        rows,
        text,
        {
            "Two months from": [
                f"{when}, {'notice given' if notice else 'raised'}"
                for when, notice in zip(
                    days(rows["counted_from"]), rows["from_notice"], strict=True
                )
            ],
            "Two months end": days(rows["answer_due"]),
            "Beyond that by": lengths(rows["days_late"]),
        },
    )


def unexplained(found: Book) -> Question | None:
    """Recommendations rejected or accepted only in part, with no reason in the file or recorded."""
    rows = found.now[
        (found.now["kind"] == "recommendation")
        & found.now["response"].isin(["partly accepted", "rejected"])
        & found.now["response_reason"].isna()
        & found.now["in_scope"]
    ]
    told = [
        len(about(found.view, found.lives, int(life), ("answer reason",))) > 0
        for life in rows.index
    ]
    rows = rows[[not one for one in told]]
    if rows.empty:
        return None
    text = (
        f"Why did the executive not accept all of {_refs(rows)}? No reason is recorded for "
        f"{'that answer' if len(rows) == 1 else 'those answers'}."
    )
    more = {"Answer": words(rows["response"]), "Answered": days(rows["response_date"])}
    return _ask(rules.UNEXPLAINED, rows, text, more)


def gone(found: Book) -> Question | None:
    """Open actions that are no longer in the file."""
    rows = found.open[~found.open["listed"]].sort_values("not_listed_since", ascending=False)
    if rows.empty:
        return None
    last: date = rows["last_seen"].max().date()
    one = len(rows) == 1
    text = (
        f"What happened to {_refs(rows)}? {_they(rows)} {'was' if one else 'were'} open when last "
        f"listed{f' on {day(last)}' if one else ''}, and {_are(rows)} not in the file any more."
    )
    return _ask(
        rules.GONE,
        rows,
        text,
        {
            "Last reported status": coded(rows["reported_status"]),
            "Last listed": days(rows["last_seen"]),
            "Due": days(rows["current_due"]),
        },
    )


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
        f"What will be different this time for {_refs(rows)}? {_they(rows)} {_have(rows)} had the "
        f"due date moved {found.said['date_moves']}, and {_are(rows)} {due}."
    )
    more = _standard(rows) | {"Moves": [str(int(moves)) for moves in rows["moves"]]}
    return _ask(rules.MOVED_TWICE, rows, text, more)


def unseen(found: Book) -> Question | None:
    """Actions called complete with nothing that shows it."""
    rows = found.now[found.now["evidence_position"] == "claimed"]
    if rows.empty:
        return None
    rows = rows.sort_values("complete_from", ascending=False)
    text = (
        f"What shows that {_refs(rows)} {_are(rows)} done? {_they(rows)} {_are(rows)} reported "
        "complete, and no evidence has been given."
    )
    return _ask(
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
        f"Who checked before {_refs(rows)} {'was' if len(rows) == 1 else 'were'} called complete? "
        f"{_they(rows)} {_are(rows)} open again."
    )
    more = {"Reopened": days(rows["reopened_at"]), "Latest update": words(rows["update"])}
    return _ask(rules.REOPENED, rows, text, _standard(rows) | more)


def owner_left(found: Book) -> Question | None:
    """Open actions whose owner has left."""
    rows = _disagreeing(found, "owner has left")
    if rows.empty:
        return None
    owners = list(dict.fromkeys(rows["owner"]))
    text = (
        f"Who now answers for {_refs(rows)}? {'The owner' if len(owners) == 1 else 'The owners'} "
        f"in the file ({listed(owners)}) {'has' if len(owners) == 1 else 'have'} left."
    )
    return _ask(rules.OWNER_LEFT, rows, text)


def green_and_overdue(found: Book) -> Question | None:
    """Actions called green past their due date."""
    rows = _disagreeing(found, "green and overdue")
    if rows.empty:
        return None
    rows = rows.sort_values("days_overdue", ascending=False)
    longest = counted(int(rows["days_overdue"].max()), "day")
    up_to = "" if len(rows) == 1 else "up to "
    text = (
        f"Why {_are(rows)} {_refs(rows)} reported green? "
        f"{_they(rows)} {_are(rows)} {up_to}{longest} past the due date."
    )
    return _ask(rules.GREEN, rows, text)


def silent(found: Book) -> Question | None:
    """Overdue actions with nothing new said of them."""
    rows = _disagreeing(found, "update unchanged")
    rows = rows[rows["date_position"] == "overdue"].sort_values("days_overdue", ascending=False)
    if rows.empty or found.view.since is None:
        return None
    text = (
        f"What has been done on {_refs(rows)} since {day(found.view.since)}? "
        f"{_they(rows)} {_are(rows)} overdue, and the update says nothing new."
    )
    return _ask(
        rules.SILENT, rows, text, _standard(rows) | {"Last updated": days(rows["updated_at"])}
    )


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
    text = f"Why has the date of {_refs(rows)} been {happened} since {day(found.view.since)}?"
    more = {
        "Due then": days(rows["current_due_before"]),
        "Due now": days(rows["current_due"]),
        "Latest update": words(rows["update"]),
    }
    return _ask(rules.MOVED, rows, text, more)


def overdue(found: Book) -> Question | None:
    """Whatever is overdue."""
    rows = found.open[found.open["date_position"] == "overdue"]
    if rows.empty:
        return None
    rows = rows.sort_values("days_overdue", ascending=False)
    return _ask(
        rules.OVERDUE, rows, f"When will {_refs(rows)} be done? {_they(rows)} {_are(rows)} overdue."
    )


def no_date(found: Book) -> Question | None:
    """Open actions without a due date."""
    rows = found.open[found.open["date_position"] == "no date"]
    if rows.empty:
        return None
    text = f"By when will {_refs(rows)} be done? The file gives no date."
    return _ask(rules.NO_DATE, rows, text, {"Status": coded(rows["status"])})


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
    return _ask(rules.ONE_DAY, rows, text)


def amber(found: Book) -> Question | None:
    """Actions that stay amber."""
    rows = _disagreeing(found, "amber with no move")
    if rows.empty:
        return None
    text = (
        f"What would turn {_refs(rows)} green? {_they(rows)} {_have(rows)} been amber "
        f"{found.said['amber_meetings']}, with no change of status or date."
    )
    return _ask(rules.AMBER, rows, text)


def no_owner(found: Book) -> Question | None:
    """Open actions without an owner."""
    rows = found.open[found.open["owner"].isna()]
    if rows.empty:
        return None
    text = f"Who will own {_refs(rows)}? The file names nobody."
    return _ask(rules.NO_OWNER, rows, text)


def orphan(found: Book) -> Question | None:
    """Open recommendations that no action names."""
    rows, _ = orphans(found.now, found.lives.known())
    if rows.empty:
        return None
    text = (
        f"Which action delivers {_refs(rows)}? No action in the plan names "
        f"{'it' if len(rows) == 1 else 'them'}."
    )
    return _ask(rules.ORPHAN, rows, text, {"Answer": coded(rows["response"])})


def _disagreeing(found: Book, rule: str) -> pd.DataFrame:
    rules = found.disagreements
    return found.now.loc[rules.loc[rules["rule"] == rule, "life"]]


ASKED: tuple[tuple[Rule, Callable[[Book], Question | None]], ...] = (
    (rules.UNANSWERED, unanswered),
    (rules.GONE, gone),
    (rules.MOVED_TWICE, moved_twice),
    (rules.UNSEEN, unseen),
    (rules.UNEXPLAINED, unexplained),
    (rules.REOPENED, reopened),
    (rules.OWNER_LEFT, owner_left),
    (rules.GREEN, green_and_overdue),
    (rules.SILENT, silent),
    (rules.MOVED, moved),
    (rules.ONE_DAY, one_day),
    (rules.AMBER, amber),
    (rules.NO_OWNER, no_owner),
    (rules.ORPHAN, orphan),
    (rules.OVERDUE, overdue),
    (rules.NO_DATE, no_date),
)


def asked(view: View) -> dict[str, Question]:
    """Every question the plan's rows raise, by the key of its rule."""
    found = book(view)
    made = ((rule, ask(found)) for rule, ask in ASKED)
    return {
        rule.key: replace(question, rule=rule.told(found.said))
        for rule, question in made
        if question is not None
    }
