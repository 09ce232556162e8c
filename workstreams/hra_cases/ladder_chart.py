"""The ladder drawn: the stage of each case at every meeting; for members only."""

from dataclasses import replace
from datetime import date

import pandas as pd

from charts.spec import Chart
from measures.case_ladder import rungs
from workstreams.asking import BLANK
from workstreams.hra_cases.columns import AWAITING_COURT, STAGES
from workstreams.hra_cases.drawn import Row, base, short, table
from workstreams.hra_cases.ladder import stands
from workstreams.hra_cases.listed import CaseList, case_list
from workstreams.view import View, reports_to
from workstreams.wording import are, counted, day, listed, sentence

SHORT = {
    "potential claim identified": "Potential claim",
    AWAITING_COURT: "Awaiting court",
}
"""Stages that a cell calls by fewer words."""
MOST = 16
"""Cases that the picture has room for, those that have not moved first."""
MOVED = {
    "moved on": ("moved on", "moved on"),
    "moved back": ("moved back", "moved back"),
    "new": ("is new", "are new"),
    "no longer listed": ("is no longer listed", "are no longer listed"),
}
"""What is said of one case, and of several."""


def stage_by_meeting(view: View) -> Chart | None:
    """Cases down, those that have not moved first; the lists that meetings had across."""
    cases = case_list(view)
    if cases.public or not cases.tallies:
        return None
    drawn = base(
        view,
        cases,
        "ladder",
        "grid",
        finding(view),
        table(_rows(view, cases)),
        what="the stage of each at every meeting",
        of="open",
        notes=("The stronger the colour of a stage, the further along.", _left_out(view)),
        heading="Case",
    )
    headings = {**drawn.headings, "value": "Place of the stage", "text": "Stage"}
    return replace(drawn, latest_fit=True, headings=headings)


def _drawn(view: View) -> pd.DataFrame:
    """The cases that are drawn: not those that were finished before, unless all were."""
    found = stands(view)
    left = found[found["movement"] != "finished"]
    return (left if len(left) else found).head(MOST)


def _left_out(view: View) -> str:
    """What is said of the cases that are not drawn; "" where all are."""
    rest = stands(view).drop(_drawn(view).index)
    if rest.empty:
        return ""
    said = f"{counted(len(rest), 'case')} {are(len(rest))} not drawn"
    if rest["movement"].eq("finished").all():
        return f"{said}, learning having been closed before; the list has each."
    return f"{said}; the list has each."


def _rows(view: View, cases: CaseList) -> list[Row]:
    """A cell a case and list: how high its stage stands, its name, and the record behind it."""
    height = {stage: float(at) for at, stage in enumerate(STAGES, 1)}
    rung = rungs(cases.made)
    keys = cases.made["key"]
    records = dict(
        zip(zip(keys, cases.made["as_at"].dt.date, strict=True), keys.index, strict=True)
    )
    found = _drawn(view)
    rows: list[Row] = []
    for name, key in zip(found["case"], keys.loc[found.index], strict=True):
        begun = False
        for when in at_meetings(view, cases):
            record = records.get((key, when))
            if record is None:
                absent = "Not listed" if begun else BLANK
                rows.append((name, short(when), float("nan"), absent, ()))
                continue
            begun, stage = True, rung.loc[record]
            told = SHORT.get(stage, sentence(stage)) or "Not given"
            rows.append((name, short(when), height.get(stage, 0.0), told, (record,)))
    return rows


def at_meetings(view: View, cases: CaseList) -> list[date]:
    """The dates of the lists that meetings had: of several before one meeting, the latest."""
    by_meeting = {reports_to(tally.when, view.meetings): tally.when for tally in cases.tallies}
    return sorted(by_meeting.values())


def finding(view: View) -> str:
    """How many cases moved since the list compared with, and which way."""
    cases, found = case_list(view), stands(view)
    if cases.since is None:
        return "The stage of each Human Rights Act case"
    # Of those no longer listed, only what the list compared with had.
    recent = cases.made["as_at"].loc[found.index] >= pd.Timestamp(cases.since)
    movements = found.loc[recent, "movement"]
    told = []
    for movement, (one, several) in MOVED.items():
        number = int((movements == movement).sum())
        if number or movement == "moved on":
            told.append(f"{number or 'none'} {one if number == 1 else several}")
    return f"Human Rights Act cases since {day(cases.since)}: {listed(told)}"
