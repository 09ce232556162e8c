"""An invented workstream of one file: complaints, each with its stage and the day it was answered.

Everything the product needs of it is declared here.
"""

import numpy as np
import pandas as pd

from charts.spec import Chart
from loaders.cells import readers
from loaders.declared import Column, Listing, Table
from measures.figures import Figure, count, share
from workstreams.base import Measure, Workstream
from workstreams.sections import Section, Topic
from workstreams.source import source
from workstreams.view import View
from workstreams.wording import counted, of_all, sentence, subtitle

DAYS = 20
STAGES = {"received": ("new",), "being looked into": ("open",), "answered": ("closed",)}

COMPLAINTS = Table(
    key="complaints",
    sheet="Complaints",
    about="One row a complaint.",
    filled_by=("complaint",),
    also_called=("Complaints log",),
    refused=("complainant",),
    columns=(
        Column("complaint", "Complaint", readers.ref, ("Complaint ref",), required=True),
        Column("stage", "Stage", readers.one_of(STAGES, "stage"), (), required=True),
        Column("received", "Received on", readers.day, ("Date received",), required=True),
        Column("answered", "Answered on", readers.day, ("Date answered",)),
        Column("subject", "What it is about", readers.text, ("Subject of complaint",)),
    ),
    listing=Listing(
        ("complaint", "stage", "received", "subject"),
        filters=("stage",),
        named_by=("complaint", "subject"),
        known_by=("complaint",),
        expected=(("subject", "a subject"),),
        done=("stage", "answered"),
    ),
)


def _open(view: View) -> pd.DataFrame:
    now = view.now(COMPLAINTS.key)
    return now[now["stage"] != "answered"]


def _late(view: View) -> pd.DataFrame:
    waiting = _open(view)
    return waiting[(pd.Timestamp(view.as_at) - waiting["received"]).dt.days > DAYS]


def unanswered(view: View) -> Figure:
    """Complaints without an answer."""
    return count("Complaints without an answer", _open(view).index.tolist(), view.as_at, "lower")


def in_time(view: View) -> Figure:
    """The share of the answered complaints that were answered within the days."""
    now = view.now(COMPLAINTS.key).dropna(subset="answered")
    quick = now[(now["answered"] - now["received"]).dt.days <= DAYS]
    return share(
        "Answered in time", quick.index.tolist(), now.index.tolist(), view.as_at, better="higher"
    )


def by_stage(view: View) -> Chart | None:
    """How many complaints stand at each stage."""
    now = view.now(COMPLAINTS.key)
    if now.empty:
        return None
    ids = [tuple(now.index[now["stage"] == stage].tolist()) for stage in STAGES]
    data = pd.DataFrame(
        {
            "label": [sentence(stage) for stage in STAGES],
            "value": np.array([len(rows) for rows in ids], dtype="float64"),
            "text": [str(len(rows)) for rows in ids],
            "records": pd.Series(ids, dtype="object"),
        }
    )
    return Chart(
        key="complaints.by_stage",
        kind="bars",
        finding=finding(view),
        subtitle=subtitle(
            "Complaints by stage", counted(len(now), "complaint"), view.plan, view.as_at
        ),
        data=data,
        unit="count",
        as_at=view.as_at,
        headings={"label": "Stage", "value": "Complaints"},
        measure="complaints.unanswered",
        value_title="Complaints",
        source=source(view, now),
    )


def finding(view: View) -> str:
    """The sentence at the top of the page."""
    return f"{of_all(len(_open(view)), len(view.now(COMPLAINTS.key)), 'complaint')} unanswered"


def waiting(view: View) -> Section | None:
    """The complaints that have waited too long."""
    rows = _late(view)
    if rows.empty:
        return None
    table = pd.DataFrame(
        {"Complaint": rows["complaint"], "Received": rows["received"].dt.strftime("%d/%m/%Y")}
    )
    words = (f"{counted(len(rows), 'complaint')} waited for more than {DAYS} days.",)
    return Section(
        "Waiting too long", words, table, "Complaints that wait too long.", COMPLAINTS.key
    )


def unconfirmed(view: View) -> str:
    """What is not settled about the figures."""
    return "Complaints on the phone are not counted." if len(view.now(COMPLAINTS.key)) else ""


COMPLAINTS_WORKSTREAM = Workstream(
    key="complaints",
    title="Complaints",
    about="What people complained of, and how soon they were answered.",
    tables=(COMPLAINTS,),
    measures=(
        Measure(
            key="complaints.unanswered",
            name="Complaints without an answer",
            definition="Complaints at any stage but answered.",
            formula="count of complaints",
            unit="count",
            better="lower",
            figure=unanswered,
        ),
        Measure(
            key="complaints.in_time",
            name="Answered in time",
            definition=f"Complaints answered within {DAYS} days, as a share of those answered.",
            formula="complaints answered in time ÷ complaints answered",
            unit="percent",
            better="higher",
            figure=in_time,
        ),
    ),
    charts=(by_stage,),
    finding=finding,
    empty="Upload a list of complaints to see them here.",
    topics=(Topic("waiting", "Who is waiting?", sections=(waiting,)),),
    printed_sections=(waiting,),
    unconfirmed=unconfirmed,
    one_row="a complaint",
)
