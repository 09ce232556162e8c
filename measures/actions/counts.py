"""Actions as at one date: counts by position, owner, theme and age. Frames in, figures out.

Every frame taken here is one of ``standing.positions``: one row an action.
"""

from datetime import date

import pandas as pd

from measures.figures import Better, Figure, count, missing, share

AGES = (
    ("1 to 30 days", 1, 30),
    ("31 to 90 days", 31, 90),
    ("91 to 180 days", 91, 180),
    ("Over 180 days", 181, None),
)
"""How long overdue, in bands: about one month, three months, half a year."""


GROUP_SERIES = ("overdue", "open", "complete")


def ids(rows: pd.DataFrame) -> tuple[int, ...]:
    """The records behind some rows."""
    return tuple(rows["record_id"].astype("int64").tolist())


def completion(actions: pd.DataFrame, reached: str, name: str, as_at: date) -> Figure:
    """Actions that have reached an evidence position, over actions in the plan.

    ``reached``: "claimed" counts every complete action, "evidenced" those with evidence given or
    accepted, "accepted" only those the committee accepted. Withdrawn and merged actions are on
    neither side; one that is no longer listed stays on both until an officer records why it went.
    """
    ladder = ("claimed", "evidenced", "accepted")
    enough = ladder[ladder.index(reached) :]
    part = actions[actions["in_scope"] & actions["evidence_position"].isin(enough)]
    whole = actions[actions["in_scope"]]
    return share(
        name,
        ids(part),
        ids(whole),
        as_at,
        better="higher",
        why_missing="there are no actions in the plan",
    )


def counted(
    actions: pd.DataFrame, chosen: pd.Series, name: str, as_at: date, better: Better = "lower"
) -> Figure:
    """How many actions are chosen; missing where there are no actions at all."""
    if actions.empty:
        return missing(name, "count", "there are no actions in the plan", as_at)
    return count(name, ids(actions[chosen]), as_at, better)


def longest_overdue(actions: pd.DataFrame, name: str, as_at: date) -> Figure:
    """Days since the current due date of the open action that is longest overdue."""
    if actions.empty:
        return missing(name, "days", "there are no actions in the plan", as_at)
    late = actions[actions["days_overdue"].notna()]
    if late.empty:
        return missing(name, "days", "nothing is overdue", as_at)
    longest = late["days_overdue"].max()
    return Figure(
        name,
        float(longest),
        "days",
        as_at,
        records=ids(late[late["days_overdue"] == longest]),
        better="lower",
    )


def on_time(actions: pd.DataFrame, name: str, as_at: date) -> Figure:
    """Complete actions that were complete by their first due date, over complete actions with one.

    The day of completion is the date given in the file, else the as-at date of the first snapshot
    that showed it complete. That one is late enough to say that an action was on time, not that it
    was late: an action known by it alone, after its due date, is on neither side.
    """
    done = actions[actions["complete"] & actions["first_due"].notna()]
    day = done["completed_date"].fillna(done["complete_from"])
    known = done["completed_date"].notna() | (day <= done["first_due"])
    done, day = done[known], day[known]
    return share(
        name,
        ids(done[day <= done["first_due"]]),
        ids(done),
        as_at,
        better="higher",
        why_missing="no complete action has a due date and a date of completion",
    )


def by_age(actions: pd.DataFrame) -> pd.DataFrame:
    """Overdue actions by how long overdue: label, value, records; one row a band, oldest last."""
    late = actions["days_overdue"]
    bands = [(label, late.between(low, high or float("inf"))) for label, low, high in AGES]
    return tally([(label, actions[chosen]) for label, chosen in bands])


def by_word(actions: pd.DataFrame, column: str, order: tuple[str, ...]) -> pd.DataFrame:
    """Actions by a column of words, in the given order: label, value, records."""
    return tally([(word, actions[actions[column] == word]) for word in order])


def tally(groups: list[tuple[str, pd.DataFrame]]) -> pd.DataFrame:
    """Rows counted group by group: label, value, records."""
    return pd.DataFrame(
        {
            "label": pd.Series([label for label, _ in groups], dtype="str"),
            "value": pd.Series([len(rows) for _, rows in groups], dtype="float64"),
            "records": pd.Series([ids(rows) for _, rows in groups], dtype="object"),
        }
    )


def by_group(actions: pd.DataFrame, column: str, blank: str, most: int) -> pd.DataFrame:
    """Actions in the plan by a column and by what matters of them.

    Columns: label (``blank`` where the cell is blank), series (``GROUP_SERIES``), value, records.
    Every label has every series, also at 0; labels with most overdue come first, then most open,
    then by name. Beyond ``most`` labels the rest are one, "12 others", at the end.
    """
    rows = actions.loc[actions["in_scope"], [column, "record_id", "complete", "date_position"]]
    series = pd.Series("open", index=rows.index, dtype="str").mask(rows["complete"], "complete")
    series = series.mask(rows["date_position"] == "overdue", "overdue")
    labels = rows[column].fillna(blank)
    groups: dict[str, dict[str, list[int]]] = {
        str(label): {name: [] for name in GROUP_SERIES} for label in labels.unique()
    }
    for label, name, record in zip(labels, series, rows["record_id"], strict=True):
        groups[label][name].append(int(record))
    order = sorted(groups, key=lambda x: (-len(groups[x]["overdue"]), -len(groups[x]["open"]), x))
    if len(order) > most + 1:
        rest = f"{len(order) - most} others"
        groups[rest] = {
            name: [record for label in order[most:] for record in groups[label][name]]
            for name in GROUP_SERIES
        }
        order = [*order[:most], rest]
    parts = [(label, name, tuple(groups[label][name])) for label in order for name in GROUP_SERIES]
    return pd.DataFrame(
        {
            "label": pd.Series([label for label, _, _ in parts], dtype="str"),
            "series": pd.Series([name for _, name, _ in parts], dtype="str"),
            "value": pd.Series([len(records) for _, _, records in parts], dtype="float64"),
            "records": pd.Series([records for _, _, records in parts], dtype="object"),
        }
    )


def average_move(actions: pd.DataFrame, name: str, as_at: date) -> Figure:
    """Days from first to current due date, on average over actions in the plan with both."""
    both = actions["first_due"].notna() & actions["current_due"].notna()
    dated = actions[actions["in_scope"] & both]
    if dated.empty:
        return missing(name, "days", "no action has a due date", as_at)
    days = (dated["current_due"] - dated["first_due"]).dt.days
    return Figure(
        name,
        float(days.mean()),
        "days",
        as_at,
        float(days.sum()),
        float(len(dated)),
        records=ids(dated[days != 0]),
        better="lower",
    )
