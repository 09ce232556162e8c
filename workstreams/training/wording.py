"""The sentences about training."""

import pandas as pd

from measures.figures import printed
from measures.training import PARTS, words
from workstreams.training.coverage import Training
from workstreams.training.figures import uncovered, worst
from workstreams.wording import are, counted, day, listed, sentence, was


def headline(found: Training) -> str:
    """How much of the training needed is in date, and how that moved since the date compared."""
    if not found.totals:
        return "Totals are left out, because they would give one small group away"
    now = found.total(found.now)
    if not now["in_scope"]:
        return "Nobody is in scope for any course"
    said = f"{words(now)} pieces of training are in date ({share(now)})"
    if found.since is None:
        return said
    before = found.total(found.before)
    if not before["in_scope"]:
        return said
    was, when = share(before), day(found.since)
    if was == share(now):
        return f"{said}, the same share as at {when}"
    way = "up" if now["share"] > before["share"] else "down"
    return f"{said}, {way} from {was} at {when}"


def share(parts: pd.Series) -> str:
    """The share in date, as printed."""
    return printed(float(parts["share"]), "percent")


def both_sides(found: Training) -> str:
    """How the two numbers of coverage moved: people trained, and people in scope."""
    if found.since is None or not found.totals:
        return ""
    now, before = found.total(found.now), found.total(found.before)
    trained = round(now["in_date"] - before["in_date"])
    scope = round(now["in_scope"] - before["in_scope"])
    if not before["in_scope"] or (trained == 0 and scope == 0):
        return ""
    done = _moved(trained, ("piece of training", "pieces of training"), "in date")
    said = f"{done} and {_moved(scope, ('', ''), 'in scope')} than at {day(found.since)}"
    if trained <= 0 and scope < 0 and now["share"] > before["share"]:
        return f"Coverage rose only because fewer people are in scope: {said}"
    return sentence(said)


def not_in_date(found: Training) -> str:
    """How many of the needs are not in date, and why."""
    rows = found.shown(found.now)
    rows = rows[rows["adds_up"]]
    sums = rows[list(PARTS)].sum()
    left = round(rows["in_scope"].sum() - sums["in_date"])
    if not left:
        return "Everybody in scope is in date"
    why = [
        f"{sums[part]:.0f} {words_for}"
        for part, words_for in (
            ("never", "never trained"),
            ("expired", "expired"),
            ("booked", "booked"),
            ("unsplit", "not said why"),
        )
        if sums[part] > 0
    ]
    needs = f"{pieces(left)} {are(left)}"
    return f"{needs} not in date: {listed(why)}"


def pieces(number: int) -> str:
    """How much training people have to have: "63 pieces of training"."""
    return counted(number, "piece of training", "pieces of training")


def _moved(change: int, what: tuple[str, str], where: str) -> str:
    things = what[abs(change) != 1]
    size = f"{abs(change)} {'more' if change > 0 else 'fewer'}" if change else "as many"
    return " ".join(part for part in (size, things, where) if part)


def lowest(found: Training) -> str:
    """The group and course with the lowest coverage."""
    rows = worst(found, found.now)
    if rows.empty:
        return ""
    row = rows.iloc[0]
    none = len(uncovered(found))
    if none > 1:
        return (
            f"Nobody is in date in {none} groups and courses, the largest {row['cohort']} for "
            f"{row['course']} ({row['in_scope']:.0f} people)"
        )
    return f"Coverage is lowest for {row['cohort']}: {words(row)} for {row['course']}"


def untrained(found: Training) -> str:
    """How many pieces of training were never done, and where most of them are."""
    rows = found.shown(found.now)
    rows = rows[rows["adds_up"] & (rows["never"] > 0)]
    if rows.empty:
        return "Everybody in scope has had their training at least once or has it booked"
    top = rows.sort_values("never", ascending=False, kind="stable").iloc[0]
    most = f"most of all {top['cohort']} for {top['course']} ({top['never']:.0f})"
    never = round(rows["never"].sum())
    return f"{pieces(never)} {was(never)} never done, {most}"


def finding(found: Training) -> str:
    """The sentence at the top of the page."""
    if found.frame.empty:
        return ""
    parts = [headline(found), both_sides(found), lowest(found), untrained(found)]
    return ". ".join(part for part in parts if part) + "."
