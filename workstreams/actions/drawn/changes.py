"""What changed: the bridge from one meeting to the next, and how far due dates have moved."""

import pandas as pd

from charts.spec import Chart
from measures.actions.counts import ids
from measures.actions.history import Bridge
from workstreams.actions.book import book
from workstreams.actions.draft import chart, names
from workstreams.view import View
from workstreams.wording import are, counted, day, has, listed, of_all, sentence

OFTEN = {1: "once", 2: "twice"}


def bridge(view: View) -> Chart | None:
    """From the open actions at the date compared with to those now."""
    found = book(view)
    if found.changed is None or found.before is None or view.since is None:
        return None
    changed, steps = found.changed, found.changed.bridge
    rows = [
        (
            f"Open on {day(view.since)}",
            steps.opening,
            "total",
            ids(found.before[found.before["open"]]),
        ),
        ("New", steps.new, "up", ids(changed.new)),
        ("Reopened", steps.reopened, "up", ids(changed.reopened)),
        ("Reported complete", -steps.completed, "down", ids(changed.completed)),
        ("Withdrawn or merged", -steps.dropped, "down", ids(changed.dropped)),
        (f"Open on {day(view.as_at)}", steps.closing, "total", ids(found.open)),
    ]
    data = pd.DataFrame(rows, columns=["label", "value", "series", "records"])
    data["value"] = data["value"].astype("float64")
    data["text"] = [
        f"{int(value)}"
        if kind == "total" or not value
        else f"{'+' if value > 0 else '−'}{abs(int(value))}"
        for value, kind in zip(data["value"], data["series"], strict=True)
    ]
    return chart(
        found,
        "bridge",
        "bridge",
        _bridge_finding(view, steps),
        f"Open actions from {day(view.since)} to {day(view.as_at)}",
        data,
        {"label": "Step", "value": "Actions"},
        of=found.now,
        by_status=True,
        measure="open",
        summary="An action that arrived already complete is counted as new and as complete."
        if (changed.new["complete"]).any()
        else "",
    )


def _bridge_finding(view: View, steps: Bridge) -> str:
    assert view.since is not None
    closing = steps.closing
    change = closing - steps.opening
    how = "as many as" if not change else f"{abs(change)} {'more' if change > 0 else 'fewer'} than"
    parts = [
        f"{number} {word}"
        for number, word in (
            (steps.completed, "completed"),
            (steps.new, "new"),
            (steps.reopened, "reopened"),
            (steps.dropped, "withdrawn or merged"),
        )
        if number
    ]
    return (
        f"{sentence(counted(closing, 'action'))} {are(closing)} open, {how} on "
        f"{day(view.since)}: {listed(parts) or 'nothing came or went'}"
    )


def dates(view: View) -> Chart | None:
    """First to current due date of every action whose date has moved, longest slip first."""
    found = book(view)
    now = found.in_scope
    moved = now[now["moves"] > 0]
    if moved.empty:
        return None
    slip = (moved["current_due"] - moved["first_due"]).dt.days
    moved = moved.assign(slip=slip).sort_values(
        ["slip", "moves", "ref"], ascending=[False, False, True], na_position="first"
    )
    taken = moved["current_due"].isna()
    data = pd.DataFrame(
        {
            "label": names(moved),
            "when": moved["first_due"].to_numpy(),
            "end": moved["current_due"].to_numpy(),
            "value": moved["slip"].to_numpy(dtype="float64"),
            "text": [
                _move(slip, int(moves))
                for slip, moves in zip(moved["slip"], moved["moves"], strict=True)
            ],
            "records": [(int(record),) for record in moved["record_id"]],
        }
    )
    often = int((moved["moves"] > 1).sum())
    said = f"{of_all(len(moved), len(now), 'action', ('has', 'have'))} had the due date moved"
    if often:
        said += f", {often} of them more than once" if len(moved) > 1 else " more than once"
    if taken.any():
        said += f"; {int(taken.sum())} {has(taken.sum())} no date any more"
    order = "dates taken away first, then the longest move" if taken.any() else "longest move first"
    return chart(
        found,
        "dates",
        "dumbbell",
        said,
        f"First due date and current due date, {order}",
        data,
        {"label": "Action", "when": "First due", "end": "Current due", "text": "Move"},
        of=moved,
        measure="moved",
    )


def _move(slip: float, moves: int) -> str:
    """How far a date is from the first one, and how often it moved."""
    if pd.isna(slip):
        return f"taken away, moved {_often(moves - 1)} before" if moves > 1 else "taken away"
    how_far = f"{counted(abs(int(slip)), 'day')} {'later' if slip > 0 else 'earlier'}"
    return f"{how_far if slip else 'back to the first date'}, moved {_often(moves)}"


def _often(moves: int) -> str:
    return OFTEN.get(moves, f"{moves} times")
