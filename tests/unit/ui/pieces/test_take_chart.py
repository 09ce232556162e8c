"""A chart that leaves a page: its words and its table."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO

import pandas as pd

from charts.spec import Chart
from ui.pieces.take_chart import MARK, cells, words

CHART = Chart(
    key="actions.by_owner",
    kind="bars",
    finding="Team A has the most",
    subtitle="Actions by owner, as at 22 November 2022",
    data=pd.DataFrame({"label": ["=cmd|calc", "Team B"], "value": [2.0, 1.0], "text": ["2", "1"]}),
    unit="count",
    as_at=date(2022, 11, 22),
    headings={"label": "Owner", "value": "Actions"},
    source="Source: log.xlsx",
)


def rows(contents: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(contents.decode("utf-8-sig"))))


def test_a_cell_of_the_table_is_never_a_formula() -> None:
    assert rows(cells(CHART))[1][0] == "'=cmd|calc"


def test_each_row_of_a_members_table_says_that_it_is_exempt() -> None:
    marked = rows(cells(exempted()))
    assert [row[-1] for row in marked] == ["Publication", MARK, MARK]
    assert MARK not in cells(CHART).decode()


def test_the_words_give_the_finding_first_and_the_source_once() -> None:
    said = words(CHART).splitlines()
    assert said[0] == "Team A has the most"
    assert said[-1] == "Source: log.xlsx"
    assert words(exempted()).splitlines()[-1] == f"{MARK} by virtue of paragraph 1"


def exempted() -> Chart:
    return replace(CHART, banner=f"{MARK} by virtue of paragraph 1")
