"""The ladder of cases: where each one stands and what is expected next; for members only."""

import pandas as pd

from measures.case_ladder import FINISHED, ladder
from workstreams.asking import BLANK
from workstreams.hra_cases.columns import AWAITING_COURT, STAGES
from workstreams.hra_cases.listed import CaseList, case_list
from workstreams.sections import Section
from workstreams.view import View
from workstreams.wording import counted, day, of_all, sentence, short_day
from workstreams.wording import listed as in_a_row

NOT_SAID = "Not said on the list"
NAMED = 6
"""Cases that a sentence names; of more it says how many there are."""
MOVEMENT = {
    "not moved": "Not moved",
    "moved back": "Moved back",
    "moved on": "Moved on",
    "new": "New",
    "listed": "First list",
    "no longer listed": "No longer listed",
    "finished": "Finished before",
}
CAPTION = (
    "Each case by its key, those that have not moved first. How long it has stood there is counted "
    "from the first list that had it at this stage, so it may have been a little longer."
)


def stands(view: View) -> pd.DataFrame:
    """Every case that was ever listed, as ``measures.case_ladder.ladder`` gives it."""
    listed = case_list(view)
    return view.once("hra_cases: ladder", lambda: ladder(listed.made, tuple(STAGES), listed.since))


def where_each_stands(view: View) -> Section | None:
    """The cases one by one, with what a chair asks of them in sentences above; None in public."""
    listed = case_list(view)
    if listed.public or not listed.tallies:
        return None
    found = stands(view)
    records = listed.made.reindex(found.index)
    since = f"Since {short_day(listed.since)}" if listed.since else "Since the list before"
    rows: dict[str, list[str]] = {
        "Case\u00a0key": list(found["case"]),
        "Stage": [_rung(rung) for rung in found["rung"]],
        "At this stage since": [
            f"{short_day(when)} ({days}\u00a0day{'' if days == 1 else 's'})"
            if days
            else short_day(when)
            for when, days in zip(found["there_since"], found["days"], strict=True)
        ],
        since: [MOVEMENT[movement] for movement in found["movement"]],
        "Expected next": _next(found, records, pd.Timestamp(listed.as_at)),
        "Learning": _lessons(found, records),
    }
    cells = {name: pd.Series(texts, found.index, dtype="str") for name, texts in rows.items()}
    return Section(
        "Where does each case stand?",
        (
            *_not_moved(found, listed),
            " ".join((_court(found), *_expected(found, records, listed))),
            *_learning(found, records, listed),
        ),
        pd.DataFrame(cells, index=found.index),
        CAPTION,
    )


def _rung(rung: str) -> str:
    if rung == AWAITING_COURT:
        return "Settled, awaiting court approval"
    return sentence(rung) or "Stage not given"


def _not_moved(found: pd.DataFrame, listed: CaseList) -> tuple[str, ...]:
    """Which open cases stand where they stood on the list compared with."""
    open_ones = found[found["listed"] & ~found["concluded"]]
    if listed.since is None or open_ones.empty:
        return ()
    still = open_ones[open_ones["movement"] == "not moved"]
    since = f"since {day(listed.since)}"
    if still.empty:
        return (f"No open case stands where it stood: each has moved or is new {since}.",)
    said = of_all(len(still), len(open_ones), "open case", ("has", "have"))
    return (f"{said} not moved {since}: {_named(still['case'])}.",)


def _court(found: pd.DataFrame) -> str:
    """Which settlements wait for the court."""
    waiting = found[found["listed"] & (found["rung"] == AWAITING_COURT)]
    if waiting.empty:
        return "No settlement awaits court approval."
    return f"Court approval is awaited for {_named(waiting['case'])}."


def _expected(found: pd.DataFrame, records: pd.DataFrame, listed: CaseList) -> tuple[str, ...]:
    """For how many open cases the list says what is expected next, and whose day has passed."""
    open_ones = found["listed"] & ~found["concluded"]
    if not open_ones.any():
        return ()
    told = open_ones & records["next_step"].notna()
    if not told.any():
        return (
            "The list does not say what is expected next for any open case: its columns "
            "“Expected next” and “Expected by” would.",
        )
    said = []
    silent = found.loc[open_ones & ~told, "case"]
    if len(silent):
        said.append(f"For {_named(silent)} the list does not say what is expected next.")
    late = found.loc[open_ones & (records["next_date"] < pd.Timestamp(listed.as_at)), "case"]
    if len(late):
        said.append(f"For {_named(late)} the day by which it was expected has passed.")
    return tuple(said)


def _learning(found: pd.DataFrame, records: pd.DataFrame, listed: CaseList) -> tuple[str, ...]:
    """How many cases have learning open, which of them stand still, and which name no action."""
    left = found[found["listed"] & found["concluded"] & (found["rung"] != FINISHED)]
    if left.empty:
        return ()
    said = [f"Learning is open for {counted(len(left), 'concluded case')}."]
    still = left.loc[left["movement"] == "not moved", "case"]
    if listed.since and len(still):
        said.append(f"It was open for {_named(still)} at {day(listed.since)} too.")
    loose = left.loc[records.loc[left.index, "learning_action"].isna(), "case"]
    if len(loose):
        said.append(f"No action of the plan is named for {_named(loose)}.")
    return (" ".join(said),)


def _named(cases: pd.Series) -> str:
    """A few cases by their keys, many by how many they are."""
    names = list(cases)
    if len(names) <= NAMED:
        return in_a_row(names)
    return in_a_row([*names[: NAMED - 1], f"{len(names) - NAMED + 1} more"])


def _next(found: pd.DataFrame, records: pd.DataFrame, now: pd.Timestamp) -> list[str]:
    """What each case waits for and by when, in the list's own words."""
    said = []
    for rung, listed, step, by in zip(
        found["rung"], found["listed"], records["next_step"], records["next_date"], strict=True
    ):
        if not listed or (rung == FINISHED and pd.isna(step)):
            said.append(BLANK)
            continue
        parts = [str(step)] if pd.notna(step) else []
        if pd.notna(by):
            late = (now - by).days
            parts.append(
                f"was expected by {short_day(by)}, {counted(late, 'day')} ago"
                if late > 0
                else f"by {short_day(by)}"
            )
        said.append(sentence(", ".join(parts)) or NOT_SAID)
    return said


def _lessons(found: pd.DataFrame, records: pd.DataFrame) -> list[str]:
    """Whether learning is closed, and the action of the plan that it led to."""
    said = []
    for concluded, rung, action, closed in zip(
        found["concluded"],
        found["rung"],
        records["learning_action"],
        records["learning_closed_date"],
        strict=True,
    ):
        led = f"led to {action}" if pd.notna(action) else "no action named"
        if rung == FINISHED:
            when = f" {short_day(closed)}" if pd.notna(closed) else ""
            said.append(f"Closed{when}; {led}")
        elif concluded or pd.notna(action):
            said.append(f"Open; {led}")
        else:
            said.append(BLANK)
    return said
