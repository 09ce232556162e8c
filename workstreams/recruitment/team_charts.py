"""Charts of the team's own posts: who is in them, how they changed, how they are being filled."""

import pandas as pd

from charts.palette import Meaning
from charts.spec import Chart
from measures import recruitment
from measures.figures import plain, printed
from workstreams.drawn import chart
from workstreams.recruitment import figures
from workstreams.source import source
from workstreams.view import View
from workstreams.wording import are, counted, day, of_all, sentence

STARTED = "started, last 12 months"
NOT_RECRUITING = "vacant, not being recruited to"
STAGES = (NOT_RECRUITING, *recruitment.PIPELINE, STARTED)

MEANINGS: dict[str, Meaning] = {
    "vacant": "attention",
    "vacant, not covered": "attention",
    "vacant, covered by agency": "on course",
    "filled, fixed term": "on course",
    "filled, permanent": "done",
    "stage not given": "not known",
}
"""What the state of a post means: a fixed term holds for now, as agency cover does."""

ONE_POST = {
    "vacant, not recruiting": "is not being recruited to",
    "frozen": "is frozen",
    "advertised": "is advertised",
    "shortlisted": "has a shortlist",
    "offered": "has an offer out",
    "accepted": "has somebody due to start",
}


def _notes(view: View, records: pd.DataFrame) -> tuple[str, ...]:
    """What is illustrative, and the posts that a total cannot hold."""
    unknown = int(records["fte"].isna().sum())
    left_out = f"{counted(unknown, 'row')} without hours not in the totals" if unknown else ""
    return tuple(note for note in (view.plan.illustrative, left_out) if note)


def _order(view: View) -> tuple[str, ...]:
    """The states of posts; a vacancy is only that where no file says who covers it."""
    bare, *rest = recruitment.STATES
    return (bare if figures.reported(view, "cover") else "vacant", *rest)


def _states(view: View, team: pd.DataFrame) -> pd.Series:
    """Each post's state, of ``_order``."""
    return recruitment.states(team).replace(recruitment.STATES[0], _order(view)[0])


def posts(view: View) -> Chart | None:
    """Every post of the team by job title, drawn as a mark each."""
    team = figures.posts(view)
    if team.empty:
        return None
    groups = (
        team.assign(state=_states(view, team), record=team.index)
        .groupby(["title", "state"], sort=False)
        .agg(value=("post", "size"), hours=("fte", "sum"), records=("record", tuple))
        .reset_index()
    )
    data = pd.DataFrame(
        {
            "label": groups["title"],
            "series": groups["state"],
            "value": groups["value"].astype("float64"),
            "text": [
                f"{counted(int(n), 'post')} ({plain(hours)} FTE)"
                for n, hours in zip(groups["value"], groups["hours"], strict=True)
            ],
            "records": groups["records"],
        }
    )
    return chart(
        view,
        "recruitment.posts",
        "posts",
        posts_finding(team, figures.reported(view, "cover")),
        ("Every post by job title, and who is in it", counted(len(team), "post")),
        data,
        {"label": "Job title", "series": "Stage", "value": "Posts", "text": "Size"},
        as_at=figures.dated(team, view),
        measure="recruitment.uncovered",
        series_order=_order(view),
        meanings=MEANINGS,
        focus=_order(view)[:1],
        notes=_notes(view, team),
        source=source(view, team),
    )


def posts_finding(team: pd.DataFrame, cover_reported: bool = True) -> str:
    """How many posts stand empty, covered and not (where that is reported), in a sentence."""
    count = recruitment.states(team).value_counts()
    bare = int(count.get("vacant, not covered", 0))
    covered = int(count.get("vacant, covered by agency", 0))
    if not bare and not covered:
        return (
            f"{of_all(len(team), len(team), 'post')} filled"
            if count.get("stage not given", 0) == 0
            else (f"No post of {len(team)} is said to be vacant")
        )
    if not cover_reported:
        return f"{of_all(bare, len(team), 'post')} vacant; {figures.NOT_REPORTED['cover']}"
    if not bare:
        every = "it" if covered == 1 else "every one"
        return f"{of_all(covered, len(team), 'post')} vacant, and agency staff cover {every}"
    start = f"{of_all(bare, len(team), 'post')} vacant with nobody covering"
    return f"{start}; agency staff cover {covered} more" if covered else start


def over_time(view: View) -> Chart | None:
    """The team's posts (FTE) by state, one bar a snapshot."""
    history = view.history["posts"]
    if history.empty:
        return None
    states = history.assign(state=_states(view, history), record=history.index)
    every = pd.MultiIndex.from_product(
        [
            states["as_at"].drop_duplicates().sort_values(),
            [s for s in _order(view) if s in set(states["state"])],
        ],
        names=["when", "series"],
    )
    groups = states.groupby(["as_at", "state"])
    data = pd.DataFrame(
        {
            "value": groups["fte"].sum().reindex(every, fill_value=0.0),
            "records": groups["record"].agg(tuple).reindex(every),
        }
    ).reset_index()
    data["records"] = [r if isinstance(r, tuple) else () for r in data["records"]]
    data["text"] = [printed(v, "fte") for v in data["value"]]
    reports = counted(data["when"].nunique(), "report")
    return chart(
        view,
        "recruitment.over_time",
        "stacked trend",
        over_time_finding(view),
        (
            f"Posts (FTE) by who is in them, at {reports}",
            counted(len(figures.posts(view)), "post"),
        ),
        data,
        {"when": "As at", "series": "Stage", "value": "FTE", "text": "FTE"},
        unit="fte",
        as_at=figures.dated(history, view),
        measure="recruitment.uncovered",
        series_order=_order(view),
        meanings=MEANINGS,
        focus=_order(view)[:1],
        notes=_notes(view, history),
        source=source(view, history),
    )


def over_time_finding(view: View) -> str:
    """How the uncovered gap moved since the date compared with."""
    team, before = figures.posts(view), view.before("posts")
    when = figures.dated(team, view)
    now = recruitment.uncovered(team, when)
    if now.value is None:
        return f"The uncovered gap cannot be worked out: {now.why_missing}"
    if not figures.reported(view, "cover"):
        return f"The uncovered gap cannot be worked out: {figures.NOT_REPORTED['cover']}"
    then = recruitment.uncovered(before, view.since)
    if then.value is None or view.since is None or figures.dated(before, view) == when:
        return f"The uncovered gap was {now} on {day(when)}"
    since = f"since {day(view.since)}"
    if abs(now.value - then.value) < 0.05:
        return f"The uncovered gap is {now}, the same as on {day(view.since)}"
    word = "grown" if now.value > then.value else "shrunk"
    return f"The uncovered gap has {word} from {then} to {now} {since}"


def pipeline(view: View) -> Chart | None:
    """Vacant posts by how far filling them has got, and the posts filled in the year."""
    team = figures.posts(view)
    if team.empty:
        return None
    when = figures.dated(team, view)
    hired = recruitment.hires(view.history["posts"], when)
    stage = team["position"].replace(dict.fromkeys(recruitment.NOT_RECRUITING, NOT_RECRUITING))
    behind = [tuple(team.index[stage.eq(s).fillna(False)]) for s in STAGES[:-1]]
    behind.append(tuple(hired.index))
    data = pd.DataFrame(
        {
            "label": [sentence(s) for s in STAGES],
            "value": [float(len(r)) for r in behind],
            "text": [counted(len(r), "post") for r in behind],
            "records": pd.Series(behind, dtype="object"),
        }
    )
    return chart(
        view,
        "recruitment.pipeline",
        "bars",
        pipeline_finding(team),
        (
            "Vacant posts by how far filling them has got, and posts filled in the 12 months",
            counted(len(team), "post"),
        ),
        data,
        {"label": "Stage", "value": "Posts", "text": "Posts"},
        as_at=when,
        measure="recruitment.being_filled",
        summary="An accepted offer is not yet somebody in post.",
        notes=_notes(view, team),
        source=source(view, team),
    )


def pipeline_finding(team: pd.DataFrame) -> str:
    """How far the vacant posts have got."""
    vacant = int(recruitment.is_vacant(team).sum())
    if not vacant:
        return "There is no vacant post to fill"
    if vacant == 1:
        position = team.loc[recruitment.is_vacant(team), "position"].iloc[0]
        return f"The one vacant post {ONE_POST[str(position)]}"
    at = {s: int(team["position"].eq(s).sum()) for s in recruitment.PIPELINE}
    idle = vacant - sum(at.values())
    posts_ = counted(vacant, "vacant post")
    if idle == vacant:
        return f"None of the {posts_} is being recruited to"
    start = of_all(at["accepted"], vacant, "vacant post", ("has", "have"))
    start = f"{start} somebody due to start"
    return f"{start}; {idle} {are(idle)} not being recruited to" if idle else start


def time_to_hire(view: View) -> Chart | None:
    """From advert to start for each post filled in the year."""
    team = figures.posts(view)
    when = figures.dated(team, view)
    timed = recruitment.hires(view.history["posts"], when).dropna(subset="days")
    if timed.empty:
        return None
    figure = recruitment.time_to_hire(view.history["posts"], when)
    longest = timed.sort_values("days", ascending=False, kind="stable")
    data = pd.DataFrame(
        {
            "label": longest["title"] + " (" + longest["post"] + ")",
            "when": longest["advert_date"],
            "end": longest["start_date"],
            "value": longest["days"],
            "text": [printed(v, "days") for v in longest["days"]],
            "records": pd.Series([(i,) for i in longest.index], index=longest.index),
        }
    ).reset_index(drop=True)
    n = counted(len(data), "post")
    finding = (
        f"It took {figure} to fill the one post filled this year"
        if len(data) == 1
        else f"It took {figure} to fill a post, the middle of {n} filled in the year"
    )
    return chart(
        view,
        "recruitment.time_to_hire",
        "dumbbell",
        finding,
        ("From advert to start, for posts filled in the 12 months, longest first", n),
        data,
        {
            "label": "Post",
            "when": "Advertised",
            "end": "Started",
            "value": "Days",
            "text": "Days",
        },
        unit="days",
        as_at=when,
        measure="recruitment.time_to_hire",
        notes=_notes(view, team),
        source=source(view, view.history["posts"].loc[longest.index]),
    )
