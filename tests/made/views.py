"""Views of a plan made from rows of text, so that a measure can be asked without a store."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

import pandas as pd

from loaders.declared import Table
from workstreams.view import Audience, Event, Meeting, Plan, Snapshot, TableRead, Target, View

GIVEN = "given"
"""The attribute of a history frame that names the columns its rows were given with."""


def history_of(table: Table, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of text (fields as columns, "" for a blank, and ``as_at``) as a history frame."""
    fields = [c for c in rows if c not in {"case", "as_at"} and not str(c).startswith("answer")]
    given: dict[str, object] = {
        str(field).removesuffix("_"): [value or None for value in rows[field]] for field in fields
    }
    numbers = {c.field for c in table.columns if c.kind.dtype == "float64"}
    for field in numbers & set(given):
        given[field] = [None if v is None else float(v) for v in given[field]]  # type: ignore[attr-defined]
    if "row" not in given:
        given["row"] = list(range(2, len(rows) + 2))
    given["row"] = [int(str(v)) for v in given["row"]]  # type: ignore[attr-defined]
    frame = table.frame(given)  # type: ignore[arg-type]
    unknown = set(given) - set(frame)
    assert not unknown, f"{table.key} has no column {sorted(unknown)}"
    frame["as_at"] = pd.Series(pd.to_datetime(rows["as_at"].to_numpy()), dtype="datetime64[s]")
    order = sorted(frame["as_at"].unique())
    frame["snapshot_id"] = frame["as_at"].map({d: i for i, d in enumerate(order, 1)}).astype(int)
    frame.index = pd.Index(range(1, len(frame) + 1), name="record_id")
    frame.attrs[GIVEN] = tuple(str(one) for one in fields)
    return frame


def view_of(
    history: Mapping[str, pd.DataFrame],
    *,
    meetings: Sequence[str] = (),
    targets: Sequence[Target] = (),
    events: Sequence[Event] = (),
    settings: Mapping[str, object] | None = None,
    as_at: str = "",
    since: str | None = None,
    audience: Audience = "public",
) -> View:
    """A view of histories made by ``history_of``.

    ``as_at`` defaults to the latest date found and ``since`` to the one before it; ``since=""``
    is a view with nothing to compare with.
    """
    found = sorted({d.date() for frame in history.values() for d in frame["as_at"]})
    today = date.fromisoformat(as_at) if as_at else found[-1]
    earlier = [d for d in found if d < today]
    compared = date.fromisoformat(since) if since else None
    # The columns that the rows were given with are those of the file, filled in or not.
    read = tuple(
        TableRead(key, key, len(frame), 0, dict.fromkeys(frame.attrs.get(GIVEN, ()), "A"))
        for key, frame in history.items()
    )
    if since is None and earlier:
        compared = earlier[-1]
    return View(
        plan=Plan(1, "A plan", "A committee"),
        as_at=today,
        since=compared,
        snapshots=tuple(
            Snapshot(
                i, day, f"{day}.xlsx", f"{i}", datetime(2022, 1, 1, tzinfo=UTC), "An officer", read
            )
            for i, day in enumerate(found, 1)
        ),
        meetings=tuple(Meeting(date.fromisoformat(when)) for when in meetings),
        targets=tuple(targets),
        events=tuple(events),
        history={
            key: frame[frame["as_at"] <= pd.Timestamp(today)] for key, frame in history.items()
        },
        settings=settings or {},
        audience=audience,
    )
