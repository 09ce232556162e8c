"""What a workbook may say about the plan itself, each on a sheet of its own."""

from loaders.cells import readers
from loaders.declared import Column, Listing, Table
from measures.small_numbers.disclosure import LARGEST_LIMIT, SMALLEST_LIMIT
from workstreams.thresholds import THRESHOLDS

ABOUT = Table(
    key="about",
    sheet="About",
    about="The plan itself: one fact a row.",
    filled_by=("fact",),
    columns=(
        Column("fact", "Fact", readers.text, ("About",), required=True, example="Plan"),
        Column(
            "answer",
            "Answer",
            readers.text,
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
        Column("when", "Meeting date", readers.day, ("Date", "Meeting"), required=True),
        Column("name", "Meeting", readers.text, ("Name", "Note"), example="Scrutiny committee"),
    ),
)
TARGETS = Table(
    key="targets",
    sheet="Targets",
    about="Where a measure should be, and by when.",
    filled_by=("measure",),
    columns=(
        Column(
            "measure",
            "Measure",
            readers.text,
            (),
            required=True,
            example="Actions reported complete",
        ),
        Column("series", "For", readers.text, ("Series", "Group")),
        Column("value", "Target", readers.number, ("Value",), required=True),
        Column("by", "By", readers.day, ("By when",)),
    ),
)
EVENTS = Table(
    key="events",
    sheet="Events",
    about="Things that happened, to draw on the time axes.",
    filled_by=("text",),
    columns=(
        Column("when", "Date", readers.day, ("When",), required=True),
        Column(
            "text",
            "Event",
            readers.text,
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
            readers.text,
            ("Colour", "Letter", "RAG"),
            required=True,
            example="G",
        ),
        Column(
            "means",
            "Means",
            readers.text,
            ("Meaning", "Definition", "Description"),
            required=True,
            example="on target",
        ),
        Column("status", "Read as", readers.text, ("Status",), example="in progress"),
    ),
)
OWNERS_LEFT = Table(
    key="owners_left",
    sheet="Owners who have left",
    about="Owners of actions who are no longer there. Their open actions are pointed out.",
    filled_by=("owner",),
    listing=Listing(named_by=("owner",)),
    columns=(
        Column(
            "owner",
            "Owner",
            readers.text,
            ("Owner who has left",),
            required=True,
            help="As the sheet of actions names them.",
            example="Head of legal services",
        ),
        Column("left_on", "Left on", readers.past_day, ("Date left", "Left"), required=True),
    ),
)
HIDDEN = "Hide counts of people from 1 to"
"""The row of the thresholds that raises the limit under which counts are hidden."""
THRESHOLD_TABLE = Table(
    key="thresholds",
    sheet="Thresholds",
    about="How much it takes before something is asked about, and up to which number counts of "
    "people are hidden in public. Only what is to differ from the usual needs a row.",
    filled_by=("threshold",),
    listing=Listing(named_by=("threshold",)),
    columns=(
        Column(
            "threshold",
            "Threshold",
            readers.one_of(
                {**{one.name: (one.key,) for one in THRESHOLDS}, HIDDEN: ("Small numbers",)},
                "threshold",
            ),
            (),
            required=True,
            help=" ".join(f"{one.name}: {one.about}" for one in THRESHOLDS),
        ),
        Column(
            "value",
            "Value",
            readers.whole,
            (),
            required=True,
            help=f"{HIDDEN}: it can be raised and never lowered; a lower number changes nothing.",
            example=THRESHOLDS[0].default,
            limits=(
                "threshold",
                (
                    *((one.name, one.least, one.most) for one in THRESHOLDS),
                    (HIDDEN, SMALLEST_LIMIT, LARGEST_LIMIT),
                ),
            ),
        ),
    ),
)
PLAN_TABLES = (ABOUT, MEETINGS, TARGETS, EVENTS, KEY, THRESHOLD_TABLE, OWNERS_LEFT)
