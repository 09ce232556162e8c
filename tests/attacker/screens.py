"""Reads a screen: everything that is sent to the browser, whether it shows it or not."""

import csv
import json
from collections.abc import Iterator
from io import StringIO

from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from charts.spec import Chart
from tests.attacker import figures
from tests.attacker.held import Grid, Held, held, together
from ui.pieces import take_chart


def read(app: AppTest) -> Held:
    """Texts, tables and figures of a page, its side bar with it."""
    sent = [node.proto for node in _nodes(app._tree) if getattr(node, "proto", None) is not None]
    said = [text for one in sent for text in figures.strings(MessageToDict(one))]
    tables = [table.value for table in app.table]
    grids = [
        Grid(
            app.title[0].value,
            (tuple(map(str, frame.columns)), *(tuple(map(str, row)) for row in frame.to_numpy())),
        )
        for frame in tables
    ]
    cards = tuple((metric.label, metric.value) for metric in app.metric)
    drawn = [
        figures.read(json.loads(element.proto.spec), getattr(element.proto, "alt", ""))
        for element in app.get("plotly_chart")
    ]
    about = Grid(app.title[0].value, cards)
    return together(
        [held([text for text in said if not text.startswith("{")], [*grids, about]), *drawn]
    )


def _nodes(block: Block) -> Iterator[Node]:
    for child in block.children.values():
        yield child
        if isinstance(child, Block):
            yield from _nodes(child)


def taken(chart: Chart) -> Held:
    """What "Take this chart" hands out beside the picture: its words and its table."""
    rows = list(csv.reader(StringIO(take_chart.cells(chart).decode("utf-8-sig"))))
    words = take_chart.words(chart)
    return held(words.splitlines(), [Grid(words, tuple(map(tuple, rows)))])
