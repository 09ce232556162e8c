"""What every picture of the sample plans carries inside it, whoever it is for."""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from charts.draw import Width, plain
from charts.spec import Chart
from store.views import view
from tests.packs import looked_at, store
from workstreams import WORKSTREAMS
from workstreams.colour_key import key_note
from workstreams.run_charts import of_measure
from workstreams.view import Audience, View
from workstreams.wording import day

THINGS = (
    "action|post|month|published figure|census|indicator|figure|training need|event|case"
    "|open case|new case|concluded case"
)
SIZE = re.compile(
    rf"\. (?:(?:[\d,]+|no) (?:{THINGS})e?s?\b|\d+ to \d+ (?:open|new|concluded) cases\b"
    r"|number of (?:[a-z]+ )+hidden)"
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
        made += [of_measure(workstream.measures[0], seen)]
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
