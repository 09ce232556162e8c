"""The executive's answer to a recommendation in words: its two months and its reason."""

from datetime import date

import pandas as pd

from workstreams.wording import counted, day, short_day

TWO_MONTHS = (
    "The executive has two months to answer a recommendation, beginning with the day it received "
    "it or, if later, the notice that asked for an answer (Local Government Act 2000, section "
    "9FE). Here they are counted from the day notice was given or, where the file does not say "
    "when that was, from the day the recommendation was raised."
)


def clock(due: date | None, answer: str, answered: date | None, as_at: date) -> tuple[str, bool]:
    """What to say of the two months that end on ``due``, and whether they were not kept."""
    if due is None:
        return (
            "The file says neither when it was raised nor when notice was given, so the two "
            "months cannot be told."
        ), False
    if answer != "none yet":
        if answered is None:
            return f"Answered; the file does not say when. The two months ended {day(due)}.", False
        if answered <= due:
            return f"Answered within the two months, which ended {day(due)}.", False
        over = counted((answered - due).days, "day")
        return f"Answered {over} after the two months ended on {day(due)}.", True
    if as_at > due:
        over = counted((as_at - due).days, "day")
        return f"No answer yet, {over} after the two months ended on {day(due)}.", True
    return f"No answer yet. The two months end on {day(due)}.", False


def in_short(
    due: date | None, answer: str, answered: date | None, as_at: date, *, noticed: bool
) -> str:
    """The same for the cell of a table: "Answered 7 days late. Ended 11 Jan 2019, from notice."."""
    if due is None:
        return "Cannot be told: the file gives no day."
    done = answer != "none yet"
    ended, late = as_at > due or done, ((answered if done else as_at) or due) - due
    said = "Answered" if done else "No answer yet"
    if late.days > 0:
        said += f"{'' if done else ','} {counted(late.days, 'day')} late"
    elif done:
        said += ", the file does not say when" if answered is None else " in time"
    start = "notice" if noticed else "the day it was raised"
    return f"{said}. {'Ended' if ended else 'Ends'} {short_day(due)}, counted from {start}."


def counted_from(raised: date | None, notice: date | None) -> str:
    """Which day the two months are counted from, and why it is not the other."""
    if notice is not None and (raised is None or notice >= raised):
        return f"Counted from notice on {day(notice)}."
    if raised is None:
        return ""
    why = (
        "the file does not say when notice was given"
        if notice is None
        else f"the notice, {day(notice)}, came before it"
    )
    return f"Counted from the day it was raised, {day(raised)}, because {why}."


def reason(filed: str, since: date | None, recorded: pd.DataFrame) -> tuple[str, str]:
    """The executive's reason, and what to say where the file and an officer give different ones.

    ``filed`` is the file's reason, ``since`` the as-at date since when it has been in these words;
    ``recorded`` are an officer's judgements about it, oldest first. The later one is shown. An
    officer who records a reason has the file to look at, and records one because the file has none
    or has it wrong: so the officer's stands, also against later files that still say the same. A
    file's reason stands only where its words are new since the day the officer's was recorded.
    """
    if recorded.empty:
        return filed, ""
    last = recorded.sort_values("at", kind="stable").iloc[-1]
    said, on = str(last["value"].get("reason", "")), last["at"].date()
    if not filed or filed == said:
        return said, ""
    if since is not None and since > on:
        return filed, f"On {day(on)} an officer had recorded another reason: “{said}”"
    return said, f"Recorded by an officer on {day(on)}. The file gives another reason: “{filed}”"
