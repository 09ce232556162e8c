"""What every picture of the sample plans carries inside it, whoever it is for."""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from charts.draw import Width, plain
from charts.spec import Chart
from store.views import view
from tests.made.actions import MAY, SEP, row
from tests.made.actions import seen as seen_of
from tests.made.grey import alike
from tests.made.packs import looked_at, store
from workstreams import WORKSTREAMS
from workstreams.actions.drawn.positions import due_months
from workstreams.colour_key import key_note
from workstreams.run_charts import of_measure
from workstreams.view import Audience, View
from workstreams.wording import day

THINGS = (
    "action|post|month|published figure|census|indicator|figure|pieces? of training|event|case"
    "|open case|new case|concluded case"
)
SIZE = re.compile(
    rf"\. (?:(?:[\d,]+|No) (?:{THINGS})e?s?\b|\d+ to \d+ (?:open|new|concluded) cases\b"
    r"|Number of (?:[a-z]+ )+hidden)"
)
"""How many: a number with what it counts, a band, or plain words that the number is hidden."""

OF_STATUS = [
    f"actions.{name}"
    for name in ("burn_up", "evidence", "bridge", "by_owner", "by_theme", "by_status")
]


def charts(seen: View) -> Iterator[Chart]:
    """Every chart of a view; of its measures as run charts, all made in one way, the headline."""
    for workstream in WORKSTREAMS:
        made = [chart(seen) for chart in workstream.charts]
        made += [of_measure(seen, workstream.measures[0])]
        yield from (chart for chart in made if chart is not None)


def inside(chart: Chart, size: Width) -> str:
    """All the words drawn in a picture."""
    notes = plain(chart, size)["layout"]["annotations"]
    return unescape(" ".join(note["text"].replace("<br>", " ") for note in notes))


def lacking(chart: Chart, seen: View, words: str) -> list[str]:
    """What a picture should say and does not."""
    plan = seen.plan
    wanted = {
        "its finding": chart.finding in words,
        "the plan": plan.name in words and plan.council in words,
        "its date": f"as at {day(chart.as_at)}" in words,
        "what it counts": bool(chart.subtitle.split(". ")[0]),
        "how many": bool(SIZE.search(chart.subtitle)) and chart.subtitle in words,
        "its source": bool(chart.source) and "Source: " in words,
        "the status key": chart.key not in OF_STATUS or key_note(seen.settings) in words,
        "what grey print keeps apart": not alike(plain(chart, "report")),
        "that it is made up": chart.source.startswith("Department") or plan.illustrative in words,
    }
    return [what for what, there in wanted.items() if not there]


@pytest.mark.parametrize("when", ["first", "latest"])
@pytest.mark.parametrize("audience", ["public", "members"])
@pytest.mark.parametrize("place", [0, 1], ids=["legal_team", "section_20"])
def test_every_picture_says_what_it_shows_of_which_plan_when_and_from_where(
    place: int, audience: Audience, when: str
) -> None:
    seen = looked_at(place, audience)
    if when == "first":
        seen = view(store(), seen.plan.id, seen.dates[0], audience=audience)
    assert bool(key_note(seen.settings)) == (seen.plan.name != "Section 20 review")
    made = list(charts(seen))
    assert len(made) > 12
    wrong = {
        (chart.key, size): found
        for chart in made
        for size in ("report", "wide")
        if (found := lacking(chart, seen, inside(chart, size)))
    }
    assert wrong == {}


AWKWARD = re.compile(
    r"\b(?:0|1) of 1\b|\b(\d+) of \1\b|\b1 (?!of)\w+s (?:are|were|have)\b|\b1 (?:are|were|have)\b"
    r"|none not|none completed|\bAll [012]\b|\bof 1 \w+\b(?! to)|\.\.| {2}|\bnan\b"
)
"""Words that a reader trips over, where a rule met a number it was not written for."""
LEFT = ("actions.burn_up",)


def awkward(seen: View) -> list[str]:
    """The findings of a view that read badly."""
    found = [w.finding(seen) for w in WORKSTREAMS if w.tables[0].key in seen.history]
    for workstream in WORKSTREAMS:
        if all(table.key in seen.history for table in workstream.tables):
            made = [chart(seen) for chart in workstream.charts]
            found += [one.finding for one in made if one is not None and one.key not in LEFT]
    return [said for said in found if AWKWARD.search(said)]


@pytest.mark.parametrize("when", ["first", "middle", "latest"])
@pytest.mark.parametrize("place", [0, 1], ids=["legal_team", "section_20"])
def test_findings_read_well_at_any_date(place: int, when: str) -> None:
    seen = looked_at(place, "members")
    dates = {"first": 0, "middle": len(seen.dates) // 2, "latest": -1}
    day_seen = seen.dates[dates[when]]
    assert awkward(view(store(), seen.plan.id, day_seen, audience="members")) == []


@pytest.mark.parametrize("status", ["not started", "in progress", "complete"])
@pytest.mark.parametrize("due", ["2021-06-30", "2021-12-31", ""])
def test_findings_of_a_plan_of_one_action_read_well(status: str, due: str) -> None:
    action = {"owner": "Head of law", "theme": "Capacity", "due_date": due}
    rows = [row(MAY, "1", status="in progress", **action), row(SEP, "1", status=status, **action)]
    assert awkward(seen_of([rows[0]])) == []
    assert awkward(seen_of(rows, as_at=SEP, since=MAY)) == []


def test_dates_that_have_passed_are_not_said_to_come() -> None:
    due = ["2021-06-30", "2021-07-31", "2021-10-31", "2021-12-31"]
    rows = [row(SEP, f"{n}", status="in progress", due_date=d) for n, d in enumerate(due)]

    def said(rows: list[dict[str, str]]) -> str:
        made = due_months(seen_of(rows))
        assert made is not None
        return made.finding

    assert said(rows) == (
        "2 open actions were due before 7 September 2021, the first on 30 June 2021; "
        "2 more fall due by 31 December 2021"
    )
    assert said(rows[1:3]) == (
        "1 open action was due on 31 July 2021; 1 more falls due by 31 October 2021"
    )
    assert said(rows[2:]) == (
        "2 open actions fall due between 31 October 2021 and 31 December 2021"
    )
    assert said(rows[:1]) == "1 open action was due on 30 June 2021"
