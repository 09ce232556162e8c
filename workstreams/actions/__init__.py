"""Actions: what was promised, by whom and by when, and how far it has got."""

import pandas as pd

from workstreams.actions.asked.questions import RULES, asked
from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.drawn.changes import bridge, dates
from workstreams.actions.drawn.groups import by_owner, by_theme
from workstreams.actions.drawn.over_time import burn_up, open_over_time
from workstreams.actions.drawn.positions import (
    by_status,
    date_position,
    due_months,
    evidence,
    overdue_age,
)
from workstreams.actions.followed.links import unconfirmed
from workstreams.actions.measures import EVIDENCED, MEASURES, MOVED, OVERDUE
from workstreams.actions.records.tables import life_table
from workstreams.actions.sections import due_next, likely, likely_unheaded, overdue
from workstreams.base import Measure, Workstream
from workstreams.sections import RECORDS, Screen, Topic
from workstreams.view import View
from workstreams.wording import are, has, listed, of_all


def finding(view: View) -> str:
    """The sentence at the top of the page."""
    now = book(view).now
    scope = now[now["in_scope"]]
    dated, comparable = _known(view, OVERDUE), _known(view, MOVED)
    if scope.empty:
        return "The plan has no actions yet."
    done = scope[scope["complete"]]
    backed = int(done["evidence_position"].isin(["evidenced", "accepted"]).sum())
    accepted = int((done["evidence_position"] == "accepted").sum())
    first = f"{of_all(len(done), len(scope), 'action')} reported complete"
    if len(scope) == 1:
        return _of_one(scope.iloc[0], first, dated, comparable)
    if len(done):
        proof = f"{backed or 'none'} with evidence and " if _known(view, EVIDENCED) else ""
        first += f", {proof}{accepted or 'none'} accepted by the committee"
    late = int((scope["date_position"] == "overdue").sum())
    moved = int((scope["moves"] > 0).sum())
    gone = int((scope["open"] & ~scope["listed"]).sum())
    rest = [f"{late or 'none'} {are(late)} overdue"] if dated else []
    if comparable:
        rest.append(f"{moved or 'none'} {has(moved)} had the due date moved")
    if gone:
        rest.append(f"{gone} {are(gone)} no longer in the file")
    return f"{first}. Of all of them, {listed(rest)}." if rest else f"{first}."


def _known(view: View, measure: Measure) -> bool:
    """Whether the files can tell this figure: what they cannot tell is not said to be none."""
    return measure.figure(view).value is not None


def _of_one(action: pd.Series, first: str, dated: bool, comparable: bool) -> str:
    """The sentence about a plan of one action."""
    position = action["evidence_position"]
    if action["complete"]:
        first += "" if position in ("evidenced", "accepted") else " without evidence"
        first += f" and {'' if position == 'accepted' else 'not '}accepted by the committee"
    late, moved = action["date_position"] == "overdue", action["moves"] > 0
    rest = [f"is {'' if late else 'not '}overdue"] if dated else []
    if comparable:
        rest.append(f"has {'' if moved else 'not '}had its due date moved")
    if action["open"] and not action["listed"]:
        rest.append("is no longer in the file")
    return f"{first}. It {listed(rest)}." if rest else f"{first}."


def leads(view: View) -> tuple[str, ...]:
    """How far it has got, and then what is late; where nothing is, what shows what is done."""
    now = book(view).now
    late = (now["date_position"] == "overdue").any()
    return ("burn_up", "date_position" if late else "evidence")


DUE = ("due_date", "revised_due_date")
POSITION = (*DUE, "status")

ACTIONS_WORKSTREAM = Workstream(
    key="actions",
    title="Actions",
    about="What was promised, by whom and by when, and how far it has got.",
    tables=(ACTIONS,),
    measures=MEASURES,
    charts=(
        burn_up,
        evidence,
        bridge,
        date_position,
        overdue_age,
        dates,
        by_owner,
        by_theme,
        by_status,
        due_months,
        open_over_time,
    ),
    finding=finding,
    empty="Upload a plan or an action log to see its actions here.",
    rules=RULES,
    asked=asked,
    read_from={
        "burn_up": (*POSITION, "completed_date", "evidence"),
        "evidence": ("status", "evidence"),
        "bridge": ("status",),
        "dates": DUE,
        "by_owner": ("owner", *POSITION),
        "by_theme": ("theme", *POSITION),
        "by_status": ("status", "rag"),
        "": POSITION,
    },
    cards=("actions.complete", "actions.evidenced", "actions.overdue", "actions.moved"),
    leads=leads,
    topics=(
        Topic("far", "How far are we?", ("burn_up", "evidence", "by_status", "by_theme")),
        Topic("late", "What is late?", ("date_position", "overdue_age", "due_months")),
        Topic("slipped", "What has slipped?", ("dates", "open_over_time", "bridge"), (likely,)),
        Topic("whose", "Whose is it?", ("by_owner",)),
        Topic(
            RECORDS,
            "What do the records say?",
            sections=(
                Screen("way to recommendations"),
                Screen("vanished actions"),
                Screen("disagreements"),
                Screen("matches"),
                Screen("unplaced judgements"),
            ),
        ),
    ),
    printed_sections=(likely_unheaded, overdue, due_next),
    unconfirmed=unconfirmed,
    one_row="an action",
    life=life_table,
    beside_record=Screen("recorded of an action"),
)
