"""Which figures moved between two meetings, and what is said of them."""

from dataclasses import replace

import pandas as pd
import pytest

from reports.content.blocks import Heading, Table
from tests.made.packs import looked_at, made
from workstreams import WORKSTREAMS
from workstreams.across.moved import finding, moved, moves, table


def named(found):
    return {one.now.name: one for one in found}


def test_every_measure_that_is_printed_differently_is_there_and_no_other():
    view = looked_at(0, "members")
    found = named(moved(view))
    earlier = view.back_to(view.since)
    for workstream in WORKSTREAMS:
        if workstream.compared is not None:
            continue
        for measure in workstream.measures:
            now, then = measure.figure(view), measure.figure(earlier)
            differs = now.value is not None and then.value is not None and str(now) != str(then)
            assert (measure.name in found) == differs, measure.name
            if differs:
                better = (now.value > then.value) == (measure.better == "higher")
                verdict = "" if measure.better == "neutral" else "better" if better else "worse"
                change = found[measure.name].change
                assert change.verdict == ("" if change.because else verdict), measure.name
    assert {name: one.change.because for name, one in found.items() if one.change.because} == {
        "Actions complete with evidence": "the total grew",
        "Actions accepted by the committee": "the total grew",
        "Longest overdue": "the days that passed",
    }


def test_an_indicator_stands_by_itself_with_the_months_it_compares():
    view = looked_at(0, "members")
    cells = table([named(moved(view))["Care proceedings finished within 26 weeks"]], view)
    assert cells.iloc[0].str.replace("\u00a0", " ").to_list() == [
        "Care proceedings finished within 26 weeks",
        "Indicators",
        "28.6% (2 of 7), Aug 2022",
        "12.5% (1 of 8), Oct 2022",
        "Down 16.1 percentage points",
    ]


def test_an_indicator_without_a_new_figure_has_not_moved():
    view = looked_at()
    rows = view.history["indicators"]
    stale = rows[rows["period"] <= pd.Timestamp(view.since)]
    history = {**view.history, "indicators": stale}
    assert "Indicators" not in {
        one.workstream.title for one in moved(replace(view, history=history))
    }


def test_worse_comes_first_then_better_then_neither():
    verdicts = [one.change.verdict for one in moved(looked_at())]
    assert verdicts == sorted(verdicts, key=("worse", "better", "").index)
    assert set(verdicts) == {"worse", "better", ""}


def test_the_sentence_counts_what_the_tables_hold():
    said = moves(looked_at())
    worse, better, neither = (len(said.tables[verdict]) for verdict in ("worse", "better", ""))
    assert said.finding == (
        f"Compared with 20 September 2022, {worse} figures are worse, {better} are better and "
        f"{neither} are neither better nor worse."
    )


def test_one_figure_is_a_figure_and_none_is_said_to_be_none():
    view = looked_at()
    one = [m for m in moved(view) if m.change.verdict == "worse"][:1]
    assert finding(one, view) == "Compared with 20 September 2022, 1 figure is worse."
    assert finding([], view) == "No figure has moved since 20 September 2022."


def test_without_a_meeting_before_nothing_is_compared():
    view = replace(looked_at(), since=None)
    assert moved(view) == ()
    assert finding((), view) == "There is no earlier meeting to compare the figures with."


def test_in_public_no_two_counts_of_children_stand_side_by_side():
    public = {one.workstream.key for one in moved(looked_at())}
    members = {one.workstream.key for one in moved(looked_at(0, "members"))}
    assert members - public == {"hra_cases"}


@pytest.mark.parametrize("audience", ["public", "members"])
def test_the_packs_first_page_names_what_is_worse_with_the_same_figures(audience):
    pack, view = made(0, audience), looked_at(0, audience)
    blocks = pack.blocks[: pack.blocks.index(next(b for b in pack.blocks if _since(b)))]
    rows = next(b for b in blocks if isinstance(b, Table) and "got worse" in b.caption).rows
    cells = {tuple(row) for row in moves(view).tables["worse"].itertuples(index=False, name=None)}
    assert rows
    assert set(rows) <= cells


def _since(block):
    return isinstance(block, Heading) and block.text == "Since the committee last met"
