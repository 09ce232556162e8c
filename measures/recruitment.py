"""A team's posts: who is in them, which stand empty, and how long it takes to fill one.

``posts`` is a frame of post records (one row a post; ``fte``, ``position``, ``cover`` and the three
dates), indexed by record id. Rates are those of the Department for Education's children's social
work workforce statistics, applied to the team's own posts.
"""

from datetime import date

import pandas as pd

from measures.figures import Better, Figure, missing

FILLED = ("filled, permanent", "filled, fixed term")
NOT_RECRUITING = ("vacant, not recruiting", "frozen")
PIPELINE = ("advertised", "shortlisted", "offered", "accepted")
"""The stages of filling a post, in order. An accepted offer is not yet somebody in post."""

STATES = (
    "vacant, not covered",
    "vacant, covered by agency",
    "filled, fixed term",
    "filled, permanent",
    "stage not given",
)
"""What stands behind a post, what a chair asks about first."""

NO_POSTS = "no posts in the table"
NOBODY = "nobody is in post to divide by"
SAME_LEAVER_DAYS = 31
"""Two leaving dates of one post this close together are one leaver, with the date corrected."""


def is_vacant(posts: pd.DataFrame) -> pd.Series:
    """Whether a post is vacant: anything but filled, agency-covered and frozen posts included."""
    return posts["position"].notna() & ~posts["position"].isin(FILLED)


def has_agency(posts: pd.DataFrame) -> pd.Series:
    """Whether agency staff cover a post."""
    return posts["cover"].eq("agency").fillna(False).astype(bool)


def states(posts: pd.DataFrame) -> pd.Series:
    """The state (of ``STATES``) of each post."""
    vacant, agency = is_vacant(posts), has_agency(posts)
    words = posts["position"].where(posts["position"].isin(FILLED), "stage not given")
    words = words.mask(vacant & agency, "vacant, covered by agency")
    return words.mask(vacant & ~agency, "vacant, not covered")


def fte(
    name: str,
    posts: pd.DataFrame,
    where: pd.Series,
    as_at: date | None,
    better: Better = "neutral",
) -> Figure:
    """The hours (FTE) of the posts that meet a condition; those posts are the figure's records."""
    if posts.empty:
        return missing(name, "fte", NO_POSTS, as_at)
    chosen = posts[where]
    unknown = int(chosen["fte"].isna().sum())
    if unknown:
        return missing(name, "fte", _no_hours(unknown), as_at)
    total = float(chosen["fte"].sum())
    return Figure(name, total, "fte", as_at, records=tuple(chosen.index), better=better)


def establishment(posts: pd.DataFrame, as_at: date | None) -> Figure:
    """All posts in the structure, filled or not."""
    return fte("Establishment", posts, pd.Series(True, index=posts.index), as_at)


def in_post(posts: pd.DataFrame, as_at: date | None, position: str = "") -> Figure:
    """Posts filled by the council's own staff, or only those of one position."""
    wanted = (position,) if position else FILLED
    name = {"filled, permanent": "Permanent staff in post"}.get(position, "Own staff in post")
    return fte(name, posts, posts["position"].isin(wanted), as_at, "higher")


def vacancies(posts: pd.DataFrame, as_at: date | None) -> Figure:
    """Vacant posts, those covered by agency staff and those not being recruited to included."""
    return fte("Vacancies", posts, is_vacant(posts), as_at, "lower")


def agency_cover(posts: pd.DataFrame, as_at: date | None) -> Figure:
    """Vacant posts that agency staff cover."""
    covered = is_vacant(posts) & has_agency(posts)
    return fte("Vacancies covered by agency staff", posts, covered, as_at)


def uncovered(posts: pd.DataFrame, as_at: date | None) -> Figure:
    """Vacant posts that nobody covers."""
    return fte("Uncovered gap", posts, is_vacant(posts) & ~has_agency(posts), as_at, "lower")


def vacancy_rate(posts: pd.DataFrame, as_at: date | None) -> Figure:
    """Vacant FTE over vacant FTE plus FTE in post. Agency staff are not in the denominator."""
    return _over("Vacancy rate", vacancies(posts, as_at), in_post(posts, as_at))


def agency_rate(posts: pd.DataFrame, as_at: date | None) -> Figure:
    """Agency FTE over agency FTE plus FTE in post. Vacancies are not in the denominator.

    An agency worker who covers for somebody in post (on leave, say) counts as agency too.
    """
    agency = fte("Agency staff", posts, has_agency(posts), as_at)
    return _over("Agency rate", agency, in_post(posts, as_at))


def leavers(history: pd.DataFrame, as_at: date) -> pd.DataFrame:
    """One row a leaver of the year up to a date: ``post``, ``left_date``, ``fte``.

    ``history`` holds the posts of every snapshot, so that a post left twice is counted twice; a
    date corrected by up to ``SAME_LEAVER_DAYS`` is the same leaver. Indexed by record id.
    """
    end = pd.Timestamp(as_at)
    left = history[history["left_date"].between(end - pd.DateOffset(years=1), end, "right")]
    left = left.sort_values(["post", "left_date", "as_at"], kind="stable")
    gap = left.groupby("post")["left_date"].diff()
    leaver = (gap.isna() | (gap > pd.Timedelta(days=SAME_LEAVER_DAYS))).cumsum()
    return left.groupby(leaver).tail(1)[["post", "left_date", "fte"]]


def turnover_rate(history: pd.DataFrame, posts: pd.DataFrame, as_at: date) -> Figure:
    """FTE that left in the year over FTE in post at its end (not the average over the year)."""
    name = "Turnover rate, last 12 months"
    if posts.empty:
        return missing(name, "percent", NO_POSTS, as_at)
    staff = in_post(posts, as_at)
    gone = leavers(history, as_at)
    unknown = int(gone["fte"].isna().sum())
    if staff.value is None or unknown:
        return missing(name, "percent", staff.why_missing or _no_hours(unknown), as_at)
    if not staff.value:
        return missing(name, "percent", NOBODY, as_at, "z")
    left, records = float(gone["fte"].sum()), tuple(gone.index)
    value = left / staff.value
    return Figure(name, value, "percent", as_at, left, staff.value, records=records, better="lower")


def recruiting(posts: pd.DataFrame, as_at: date | None) -> Figure:
    """How many posts are being filled: advertised up to an offer accepted."""
    if posts.empty:
        return missing("Posts being filled", "count", NO_POSTS, as_at)
    chosen = tuple(posts.index[posts["position"].isin(PIPELINE)])
    return Figure("Posts being filled", len(chosen), "count", as_at, records=chosen)


def hires(history: pd.DataFrame, as_at: date) -> pd.DataFrame:
    """One row a start in the year up to a date, oldest first, as last reported.

    Columns ``post``, ``title``, ``advert_date``, ``offer_date``, ``start_date`` and ``days`` from
    advert to start (missing where a date is, or where they are out of order). Indexed by record id.
    """
    end = pd.Timestamp(as_at)
    started = history[
        history["start_date"].between(end - pd.DateOffset(years=1), end, "right")
        & history["position"].isin(FILLED)
    ]
    started = started.sort_values("as_at", kind="stable")
    started = started.drop_duplicates(["post", "start_date"], keep="last")
    started = started.sort_values(["start_date", "post"], kind="stable")
    days = (started["start_date"] - started["advert_date"]).dt.days.astype("float64")
    columns = ["post", "title", "advert_date", "offer_date", "start_date"]
    return started[columns].assign(days=days.where(days >= 0))


def time_to_hire(history: pd.DataFrame, as_at: date) -> Figure:
    """Median days from advert to start, over the posts filled in the year up to a date."""
    name = "Time to hire, last 12 months"
    timed = hires(history, as_at).dropna(subset="days")
    if timed.empty:
        return missing(name, "days", "nobody started in the year with both dates given", as_at)
    middle = float(timed["days"].median())
    return Figure(name, middle, "days", as_at, records=tuple(timed.index), better="lower")


def _over(name: str, part: Figure, rest: Figure) -> Figure:
    """A part over itself and the rest, as a rate of which less is better."""
    if part.value is None or rest.value is None:
        return missing(name, "percent", part.why_missing or rest.why_missing, part.as_at)
    whole = part.value + rest.value
    if not whole:
        return missing(name, "percent", NOBODY, part.as_at, "z")
    value, records = part.value / whole, part.records
    return Figure(
        name, value, "percent", part.as_at, part.value, whole, records=records, better="lower"
    )


def _no_hours(posts: int) -> str:
    return "1 post has no hours given" if posts == 1 else f"{posts} posts have no hours given"
