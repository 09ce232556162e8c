"""The worst thing that the figures say: named first, with what is done and what is asked."""

from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd

from reports.content.blocks import Paragraph
from reports.content.figures import lines
from reports.content.front import summary
from tests.made.packs import looked_at, made
from workstreams.across.questions import questions
from workstreams.across.worst import NO_NOTE, worst
from workstreams.view import View

CARE = "Care proceedings finished within 26 weeks fell from 28.6% to 12.5% in October 2022"
CHART = "indicators.care_proceedings_finished_within_26_weeks"


def first(view: View) -> list[str]:
    blocks = summary(view, lines(view), questions(view))
    return [block.text for block in blocks if isinstance(block, Paragraph)][1:3]


def test_the_summary_begins_with_the_worst_thing_and_that_nobody_says_what_is_done() -> None:
    said, done = first(looked_at(0, "members"))
    assert said.startswith(CARE)
    assert "short of the target of 60%, which it has missed 19 times in a row." in said
    assert done == f"{NO_NOTE} The committee is asked to find out, and to put the questions below."


def test_an_officers_note_beside_the_chart_says_what_is_being_done() -> None:
    view = looked_at(0, "members")
    note = pd.DataFrame(
        {
            "kind": ["commentary"],
            "subject": [CHART],
            "value": [{"text": "Two more hearings a week\nare agreed with the court"}],
            "on": [pd.Timestamp(view.as_at)],
            "by": ["Legal practice manager"],
            "at": [datetime(2022, 11, 22, tzinfo=UTC)],
        }
    )
    noted = replace(view, judgements=pd.concat([view.judgements, note]), shared={})
    _, done = first(noted)
    assert done.startswith("Two more hearings a week are agreed with the court. (Note by Legal")
    assert done.endswith("whether that is enough, and to put the questions below.")


def test_what_the_public_may_not_see_leads_no_public_summary() -> None:
    said = " ".join(first(looked_at()))
    assert "26 weeks" not in said
    assert said.startswith("Recruitment: cases beyond what the team can carry rose from 0 to 8")


def test_where_no_figure_is_heavy_what_happened_to_actions_leads() -> None:
    view = looked_at(1)
    assert worst(view) is None
    blocks = summary(view, lines(view), questions(view))
    leads = [b.text for b in blocks if isinstance(b, Paragraph) and b.style == "lead"]
    assert leads == ["R5, S5 and R6 have become late."]


def test_the_run_charts_printed_are_those_that_weigh_most_and_none_without_a_message() -> None:
    names = [p.chart.key for p in made(0, "members").pictures if p.chart.kind == "run chart"]
    assert names[0] == CHART
    assert len(names) == 3
    public = [p.chart.key for p in made(0).pictures if p.chart.kind == "run chart"]
    assert "indicators.decisions_called_in_by_councillors" not in public
    assert public[0] == "indicators.managers_who_know_when_to_ask_for_legal_advice"
