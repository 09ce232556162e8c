"""The indicators table: any other series a plan is judged by."""

from loaders.cells import readers
from loaders.cells.targets import figure, target
from loaders.declared import Column, Listing, Table
from workstreams.names import names_in

BETTER = readers.one_of(
    {
        "higher": names_in(
            """
            up; high; increase; higher is better; bigger is better; high is good; bigger;
            more is better; maximise; maximize; increasing; upward; rise; ↑; ▲; ⬆; >=; ≥; >;
            at least; no less than; minimum
            """
        ),
        "lower": names_in(
            """
            down; low; decrease; lower is better; smaller is better; low is good; smaller;
            less is better; minimise; minimize; decreasing; downward; reduce; ↓; ▼; ⬇; <=; ≤; <;
            at most; no more than; maximum
            """
        ),
        "neutral": ("neither", "none"),
    },
    "better when",
)
UNIT = readers.one_of(
    {
        "percent": ("%", "per cent", "percentage", "rate"),
        "count": ("number", "no.", "cases"),
        "days": ("working days",),
        "pounds": ("£", "cost"),
    },
    "unit",
)
COUNTS = readers.one_of(
    {
        "children": names_in(
            """
            children or families; child; children and families; children and young people;
            families; family; young people; young persons; cases; people we support; care leavers;
            parents; carers; pupils; service users; clients; placements; referrals; households
            """
        ),
        "staff": names_in(
            """
            employees; workers; workforce; posts; practitioners; social workers; managers; lawyers;
            solicitors; fte; officers; members of staff
            """
        ),
        "things": names_in(
            """
            neither; other; documents; files; meetings; days; money; pounds; actions; decisions;
            thing; not people; neither children nor staff
            """
        ),
    },
    "what it counts",
)
"""The words of ``measures.small_numbers.guarded.Counted``, as files have them."""

INDICATORS = Table(
    key="indicators",
    sheet="Indicators",
    about="One row an indicator and period, with its target and which way is better.",
    filled_by=("indicator",),
    listing=Listing(
        ("indicator", "period", "value", "numerator", "denominator", "target"),
        filters=("indicator",),
        named_by=("indicator", "period"),
    ),
    layouts=("rows", "periods across"),
    one_of=("value", "numerator"),
    implied="period",
    one_each=("indicator", "period"),
    one_figure=("value", "numerator", "denominator"),
    judged=("target", "better"),
    passed_over=("YTD", "Year to date", "DoT", "Direction of travel", "Trend", "Trend arrow"),
    across=("period", "value"),
    also_called=("Performance", "KPIs", "Measures", "Performance indicators"),
    columns=(
        Column(
            "indicator",
            "Indicator",
            readers.text,
            ("Measure", "KPI", "Performance indicator", "Metric", "What", "Indicator name"),
            required=True,
            example="Legal advice given within the agreed time",
        ),
        Column(
            "period",
            "Period",
            readers.day,
            ("Month", "Quarter", "Date", "As at", "Month ending"),
            required=True,
        ),
        Column(
            "value",
            "Value",
            figure,
            ("Actual", "Result", "Performance", "Score"),
            marks=True,
            unit_in="unit",
            help="For a percentage type 75% or fill in the two numbers it comes from.",
        ),
        Column(
            "numerator",
            "Number",
            readers.number,
            ("Numerator", "Number meeting", "Yes"),
            marks=True,
        ),
        Column(
            "denominator", "Out of", readers.number, ("Denominator", "Total", "Base"), marks=True
        ),
        Column("unit", "Unit", UNIT, ("Units", "Type")),
        Column("target", "Target", target, ("Goal", "Standard"), unit_in="unit"),
        Column(
            "better",
            "Better when",
            BETTER,
            names_in(
                """
                Polarity; Good is; Direction; Aim to; Aim; Improvement direction; Desired direction;
                Good performance; Good performance is; Better is; Bigger is better;
                Higher is better; Better if
                """
            ),
        ),
        Column(
            "counts",
            "What it counts",
            COUNTS,
            names_in(
                """
                Counts; Counts what; What is counted; Who is counted; Who or what is counted;
                Unit of count; Counted; What is being counted; What does it count
                """
            ),
            example="things",
            help="Children means families too. Small counts of them are left out of public copies.",
        ),
        Column("note", "Note", readers.text, ("Comment", "Commentary")),
    ),
)
