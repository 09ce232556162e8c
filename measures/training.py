"""Training coverage: who in scope is in date, expired, booked or never trained.

Coverage = people in scope and in role at the as-at date whose training is in date, over all people
in scope and in role at that date. Exempt people are in neither number; people who have left are
not on the list, so they drop from both. Expired is not covered.

Both tables become one shape, a *coverage frame*: ``as_at``, ``cohort``, ``course`` (str),
``in_role``, ``exempt``, ``in_scope``, a column for each of ``PARTS`` (float64), ``adds_up`` (bool)
and ``records`` (object: tuple of record ids).
"""

import numpy as np
import pandas as pd

from measures.small_numbers.disclosure import suppressed

PARTS = {
    "in_date": "In date",
    "expired": "Expired",
    "booked": "Booked",
    "never": "Never trained",
    "unsplit": "Not in date, not said why",
}
"""The parts that people in scope fall into: each part's name in code and on screen."""

KEYS = ["as_at", "cohort", "course"]
NUMBERS = ["in_role", "exempt", "in_scope", *PARTS]


def by_person(people: pd.DataFrame) -> pd.DataFrame:
    """A coverage frame from one row a person and course (any number of dates).

    Rows marked as not in scope are left out. A person listed more than once for a course counts
    once, by the row with the latest date completed.
    """
    rows = people[people["in_scope"].fillna("yes") != "no"]
    rows = rows.assign(
        part=_part(rows), cohort=_label(rows["cohort"]), course=_label(rows["course"])
    )
    once = rows.sort_values("completed_date", kind="stable", na_position="first").drop_duplicates(
        [*KEYS, "person"], keep="last"
    )
    for part in ("in_date", "expired", "booked", "never", "exempt"):
        once = once.assign(**{part: once["part"].eq(part).astype("float64")})
    once = once.assign(
        in_role=1.0, in_scope=1.0 - once["exempt"], unsplit=0.0, adds_up=True
    ).sort_index()
    return _summed(once)


def _part(rows: pd.DataFrame) -> pd.Series:
    """The part each person falls into. Dates decide before words do.

    Completed by the as-at date and not past its expiry is in date; past it, expired. Without
    dates the word counts, and without either nothing is on record: never trained. Somebody booked
    counts as booked unless still in date.
    """
    said = rows["position"].fillna("")
    expires = rows["expires_date"]
    done = rows["completed_date"].le(rows["as_at"])
    ahead = rows["completed_date"].gt(rows["as_at"])
    told = said.isin(["in date", "expired"]) | (said.eq("") & expires.notna())
    trained = done | (told & ~ahead)
    lapsed = expires.lt(rows["as_at"]) | (expires.isna() & said.eq("expired"))
    part = np.select(
        [said.eq("exempt"), trained & ~lapsed, said.eq("booked") | ahead, trained],
        ["exempt", "in_date", "booked", "expired"],
        "never",
    )
    return pd.Series(part, index=rows.index, dtype="str")


def by_group(groups: pd.DataFrame) -> pd.DataFrame:
    """A coverage frame from one row a staff group and course.

    People in role who are not accounted for are never trained where expired and booked are both
    given, and otherwise ``unsplit``: nothing is guessed. Rows whose parts come to more people
    than are in role keep their numbers and are marked as not adding up.
    """
    given = groups[["in_date", "expired", "booked", "never"]]
    exempt = groups["exempt"].fillna(0)
    in_scope = groups["in_role"] - exempt
    rest = in_scope - given.fillna(0).sum(axis=1)
    told = groups["never"].isna() & groups["expired"].notna() & groups["booked"].notna()
    left = rest.clip(lower=0)
    rows = groups.assign(
        cohort=_label(groups["cohort"]),
        course=_label(groups["course"]),
        exempt=exempt,
        in_scope=in_scope,
        expired=groups["expired"].fillna(0),
        booked=groups["booked"].fillna(0),
        never=groups["never"].fillna(0) + left.where(told, 0),
        unsplit=left.where(~told, 0),
        adds_up=rest.ge(0) & groups["in_date"].notna(),
    )
    return _summed(rows)


def _summed(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of each date, group and course added up, in the order they come."""
    grouped = rows.groupby(KEYS, sort=False)
    sums = grouped[NUMBERS].sum()
    sums["adds_up"] = grouped["adds_up"].all()
    ids = {key: tuple(int(i) for i in where) for key, where in grouped.groups.items()}
    sums["records"] = pd.Series([ids[key] for key in sums.index], index=sums.index, dtype="object")
    return sums.reset_index()


def _label(words: pd.Series) -> pd.Series:
    """Labels without stray spaces, in the first spelling found however they are capitalised."""
    plain = words.fillna("Not given").astype("str").str.split().str.join(" ")
    return plain.groupby(plain.str.lower()).transform("first")


def together(people: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """One coverage frame from both; where both tell of a group, course and date, people count.

    Groups and courses are the same however they are capitalised; the first spelling is kept.
    """
    both = pd.concat([people, groups], ignore_index=True)
    for column in ("cohort", "course"):
        both[column] = both.groupby(both[column].str.lower())[column].transform("first")
    return both.drop_duplicates(KEYS, keep="first").sort_values(
        "as_at", kind="stable", ignore_index=True
    )


ALL_STAFF = ("all", "all staff", "all teams", "everybody", "everyone", "total", "totals", "overall")


def without_totals(frame: pd.DataFrame) -> pd.DataFrame:
    """A coverage frame without the rows of all staff, where the same course has groups of its own.

    Such a row is the sum of the groups beside it; added to them it would count everybody twice.
    """
    total = frame["cohort"].str.casefold().str.strip().isin(ALL_STAFF)
    keys = [frame["as_at"], frame["course"]]
    groups = (~total).groupby(keys, sort=False).transform("any")
    kept: pd.DataFrame = frame[~(total & groups)].reset_index(drop=True)
    return kept


def coverage(frame: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The parts and ``share`` in date of each group of ``by``, from rows that add up."""
    sums = frame[frame["adds_up"]].groupby(by, sort=False)[NUMBERS].sum().reset_index()
    return sums.assign(share=sums["in_date"] / sums["in_scope"].where(sums["in_scope"] > 0))


def small_groups(frame: pd.DataFrame, limit: int) -> frozenset[str]:
    """The staff groups whose counts a public copy leaves out.

    A group of 1 to ``limit`` people at any date is left out at all dates, and with it the next
    smallest of that date where it would be the only one: the totals over all groups are
    published. A group once left out stays out, so that no later copy gives back what an earlier
    one held.
    """
    left_out: set[str] = set()
    for _, sizes in frame.groupby(["as_at", "cohort"])["in_role"].max().groupby("as_at"):
        groups = sizes.index.get_level_values("cohort")
        hidden = suppressed([int(people) for people in sizes], limit)
        left_out |= {str(group) for group, hide in zip(groups, hidden, strict=True) if hide}
    return frozenset(left_out)


def total_is_safe(frame: pd.DataFrame, hidden: frozenset[str]) -> bool:
    """Whether totals may be published: at no date one group is left out alone, or every group."""
    left_out = frame["cohort"].isin(hidden)
    groups = frame.assign(hidden=frame["cohort"].where(left_out)).groupby("as_at")
    hidden_at, all_at = groups["hidden"].nunique(), groups["cohort"].nunique()
    return not (hidden_at.eq(1) | (hidden_at.gt(0) & hidden_at.eq(all_at))).any()


def words(parts: pd.Series) -> str:
    """The parts of one group as "31 of 40"."""
    return f"{parts['in_date']:.0f} of {parts['in_scope']:.0f}"
