"""Small uploads for the store's tests, as the reader would hand them over."""

from datetime import date
from typing import Any

import pandas as pd
import sqlalchemy as sa

from loaders.declared import Table
from loaders.outcome import Checked, Reading
from loaders.problems import Problem
from store import plans, snapshots
from workstreams.actions.columns import ACTIONS
from workstreams.plan.columns import ABOUT, EVENTS, KEY, MEETINGS, TARGETS
from workstreams.view import Plan, Snapshot

MAY, SEPTEMBER, NOVEMBER = date(2021, 5, 20), date(2021, 9, 7), date(2021, 11, 23)
BY = "Improvement officer"


def day(text: str) -> pd.Timestamp:
    return pd.Timestamp(text)


def reading(table: Table, *records: dict[str, Any], **more: Any) -> Reading:
    """A table of records, in rows 6 and on of its sheet."""
    values = {
        name: [record.get(name, [] if name.endswith("_history") else None) for record in records]
        for record in records
        for name in record
    }
    places = {"sheet": [table.sheet] * len(records), "row": list(range(6, 6 + len(records)))}
    frame = table.frame(values | {name: values.get(name, place) for name, place in places.items()})
    told: dict[str, Any] = {"headings": ("Ref",), "fields": {"ref": "Ref"}, "letters": {"ref": "A"}}
    told |= {"heading_rows": (5, 5), "reasons": {}, "confidence": {}, "first_row": 6}
    told |= {"last_row": 5 + len(records), "rows": len(records)}
    return Reading(table=table.key, sheet=table.sheet, frame=frame, **told | more)


def upload(*readings: Reading, sha256: str = "a" * 64, **more: Any) -> Checked:
    return Checked("plan.xlsx", sha256, readings, **more)


def actions(*records: dict[str, Any], sha256: str = "a" * 64) -> Checked:
    return upload(reading(ACTIONS, *records), sha256=sha256)


def said(
    meetings: tuple[str, ...] = (),
    targets: tuple[dict[str, Any], ...] = (),
    events: tuple[dict[str, Any], ...] = (),
    key: tuple[dict[str, Any], ...] = (),
    about: tuple[dict[str, Any], ...] = (),
    sha256: str = "a" * 64,
) -> Checked:
    """An upload with one action and the plan's own sheets."""
    sheets = {
        MEETINGS: tuple({"when": day(when)} for when in meetings),
        TARGETS: targets,
        EVENTS: events,
        KEY: key,
        ABOUT: about,
    }
    filled = [reading(table, *records) for table, records in sheets.items() if records]
    return upload(reading(ACTIONS, {"ref": "Q1", "title": "One"}), *filled, sha256=sha256)


def a_plan(store: sa.Engine, name: str = "Improvement plan") -> Plan:
    return plans.add_plan(store, name, "Scrutiny committee", by=BY)


def accepted(store: sa.Engine, plan: Plan, as_at: date, checked: Checked, by: str = BY) -> Snapshot:
    return snapshots.accept(store, plan.id, as_at, checked, by)


def a_warning(found: str = "31 Feb") -> Problem:
    return Problem("warning", "Actions", "D6", "due_date", "Due", found, "Enter a date.")
