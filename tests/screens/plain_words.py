"""Words that may not be on a screen or in a pack, and what finds them."""

import json
import re
from collections.abc import Iterator
from typing import Any

from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from workstreams import TABLES

FIELDS = tuple(sorted({field for table in TABLES for field in table.fields if "_" in field}))
UNPLAIN = re.compile(
    r"\b(?:NaN|nan|NaT|N/A|Traceback|traceback|[Dd]ata ?frames?|dtype"
    # "None of the posts" is English; a line that ends in it, or says nothing else, is not.
    r"|None(?= None|$)"
    r"|[Ss]napshots?|[Ff]ingerprints?|(?<!be )[Cc]laimed|[Ee]videnced|[Ee]vidence position"
    r"|[Dd]ate position"
    r"|[Ss]hown by:?|[Tt]raining needs?|of 100 alike|[Hh]ow alike|whole run|[Cc]hance alone"
    r"|chance would give|what is said disagrees|[Ww]hat disagrees|[Ff]rom when on"
    rf"|{'|'.join(FIELDS)})\b"
    # A post is at a stage; a heading of this word alone says not of what.
    r"|^Position$",
    re.MULTILINE,
)
"""What a councillor would not say, and what only the program says."""
SHOWN = frozenset(
    ("label", "body", "help", "placeholder", "options", "captions", "caption", "content", "title")
    + ("alt", "delta", "delta_description", "code_text", "text", "message", "validate_message")
)
"""The parts of an element that a reader sees."""
IN_A_CHART = frozenset(("text", "name", "hovertext", "title", "ticktext"))
UNSEEN = re.compile(
    r"<(style|script)\b.*?</\1>|<[^>]*>|:material/\w+:|\]\([^)]*\)|https?://\S+", re.DOTALL
)
"""What of a text is an icon, an address or a mark of layout."""


def unplain(text: str) -> list[str]:
    """The words of a text that may not be on a screen, each once."""
    return sorted(set(UNPLAIN.findall(UNSEEN.sub(" ", text.replace("\\", "")))))


def every_text(app: AppTest) -> str:
    """All that a page shows, a line each: also labels, choices, helps, alt texts and charts."""
    return "\n".join(line for node in (app.main, app.sidebar) for line in _lines(node))


def _lines(node: Any) -> Iterator[str]:
    proto = getattr(node, "proto", None)
    if isinstance(proto, Message):
        yield from _shown(proto)
    if getattr(node, "type", "") in ("table", "arrow_data_frame"):
        yield from map(str, node.value.columns)
        yield from (str(cell) for row in node.value.itertuples(index=False) for cell in row)
    elif getattr(node, "type", "") == "plotly_chart":
        yield from _drawn(json.loads(node.proto.spec))
    for child in getattr(node, "children", {}).values():
        yield from _lines(child)


def _shown(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        several = value if field.is_repeated else [value]
        if field.type == field.TYPE_MESSAGE:
            for part in several:
                if isinstance(part, Message):
                    yield from _shown(part)
        elif field.name in SHOWN and field.type == field.TYPE_STRING:
            yield from several


def _drawn(spec: Any, name: str = "") -> Iterator[str]:
    """The texts of a chart: its words beside marks, its keys and its axes."""
    if isinstance(spec, str):
        if name in IN_A_CHART:
            yield spec
    elif isinstance(spec, list):
        for one in spec:
            yield from _drawn(one, name)
    elif isinstance(spec, dict):
        for key, value in spec.items():
            yield from _drawn(value, key)
