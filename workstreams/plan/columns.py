"""What a workbook may say about the plan itself, each on a sheet of its own."""

from loaders import cells
from loaders.columns import Column, Table

ABOUT = Table(
    key="about",
    sheet="About",
    about="The plan itself: one fact a row.",
    filled_by=("fact",),
    columns=(
        Column("fact", "Fact", cells.text, ("About",), required=True, example="Plan"),
        Column(
            "answer",
            "Answer",
            cells.text,
            ("Value",),
            example="Children's Legal Team Improvement Plan",
        ),
    ),
)
MEETINGS = Table(
    key="meetings",
    sheet="Meetings",
    about="The committee dates this plan is reported to.",
    filled_by=("when",),
    columns=(
        Column("when", "Meeting date", cells.day, ("Date", "Meeting"), required=True),
        Column("name", "Meeting", cells.text, ("Name", "Note"), example="Scrutiny committee"),
    ),
)
TARGETS = Table(
    key="targets",
    sheet="Targets",
    about="Where a measure should be, and by when.",
    filled_by=("measure",),
    columns=(
        Column(
            "measure", "Measure", cells.text, (), required=True, example="Actions reported complete"
        ),
        Column("series", "For", cells.text, ("Series", "Group")),
        Column("value", "Target", cells.number, ("Value",), required=True),
        Column("by", "By", cells.day, ("By when",)),
    ),
)
EVENTS = Table(
    key="events",
    sheet="Events",
    about="Things that happened, to draw on the time axes.",
    filled_by=("text",),
    columns=(
        Column("when", "Date", cells.day, ("When",), required=True),
        Column(
            "text",
            "Event",
            cells.text,
            ("What happened",),
            required=True,
            example="New head of legal started",
        ),
    ),
)
KEY = Table(
    key="key",
    sheet="Key",
    about="What each colour or letter means in this plan.",
    filled_by=("found",),
    columns=(
        Column(
            "found",
            "In this file",
            cells.text,
            ("Colour", "Letter", "RAG"),
            required=True,
            example="G",
        ),
        Column(
            "means",
            "Means",
            cells.text,
            ("Meaning", "Definition", "Description"),
            required=True,
            example="on target",
        ),
        Column("status", "Read as", cells.text, ("Status",), example="in progress"),
    ),
)
PLAN_TABLES = (ABOUT, MEETINGS, TARGETS, EVENTS, KEY)
