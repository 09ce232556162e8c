"""The Human Rights Act cases table: one row a case, with nothing that could name a child."""

from loaders.cells import readers
from loaders.declared import Column, Listing, Table
from workstreams.names import names_in

AWAITING_COURT = "settled, awaiting approval"
"""The stage of a claim that is settled in principle: no settlement for a child is valid without
the court's approval."""

STAGES = {
    "potential claim identified": ("potential", "identified"),
    "notified": ("letter before claim", "letter before claim received", "letter of claim"),
    "under investigation": ("investigation", "response due"),
    "negotiation": ("negotiating", "in negotiation"),
    "issued": ("proceedings issued", "issued within care proceedings", "free-standing claim"),
    AWAITING_COURT: ("awaiting court approval", "settled in principle"),
    "concluded": ("settled", "closed", "dismissed", "withdrawn", "out of time", "judgment"),
    "learning closed": ("learning complete",),
}
"""The eight stages of a claim in order, with the words they also go by."""

STEP = {
    "potential claim identified": "before issue",
    "notified": "before issue",
    "under investigation": "before issue",
    "negotiation": "before issue",
    "issued": "issued",
    AWAITING_COURT: "issued",
    "concluded": "concluded",
    "learning closed": "concluded",
}
"""The three steps that a public copy may show."""

OUTCOME = readers.one_of(
    {
        "declaration": (),
        "damages": ("damages paid", "settled with damages"),
        "declaration and damages": ("both",),
        "no finding": ("none", "dismissed", "withdrawn", "out of time"),
    },
    "outcome",
)

HRA_CASES = Table(
    key="hra_cases",
    sheet="Human Rights Act cases",
    about="One row a case, by a reference that means nothing outside the legal team.",
    filled_by=("case", "stage"),
    listing=Listing(
        ("case", "stage", "opened_date", "concluded_date", "theme", "learning_action", "next_step"),
        filters=("stage", "theme"),
        named_by=("case",),
    ),
    also_called=("HRA cases", "HRA", "Human Rights Act", "HRA claims"),
    refused=names_in(
        """
        name; child; child's name; parent; mother; father; surname; forename; date of birth; dob;
        born; address; postcode; nhs number; case number; court number; mosaic; liquidlogic id;
        advice; legal advice; reserve; estimate; quantum
        """
    ),
    columns=(
        Column(
            "case",
            "Case reference",
            readers.ref,
            ("Ref", "Reference", "ID", "Case ref", "Case", "Case ID", "Claim"),
            required=True,
            made_up=True,
            example="HRA-A",
            help="A letter or number made up for this list, not a court or social care number.",
        ),
        Column(
            "stage",
            "Stage",
            readers.one_of(STAGES, "stage"),
            ("Status", "Current stage", "Position"),
            required=True,
        ),
        Column(
            "opened_date",
            "Date opened",
            readers.first_day,
            ("Opened", "Date identified", "Date notified", "Start date"),
            required=True,
        ),
        Column(
            "concluded_date", "Date concluded", readers.day, ("Concluded", "Closed", "Date closed")
        ),
        Column(
            "theme",
            "Theme",
            readers.text,
            ("Issue", "Area of concern", "Subject"),
            made_up=True,
        ),
        Column("outcome", "Outcome", OUTCOME, ("Result", "Remedy")),
        Column(
            "learning", "Learning", readers.text, ("Lesson", "Learning point", "Lessons learned")
        ),
        Column(
            "learning_action",
            "Plan action from learning",
            readers.ref,
            ("Linked action", "Action ref", "Plan action"),
        ),
        Column("learning_closed_date", "Date learning closed", readers.day, ("Learning closed",)),
        Column(
            "paid",
            "Amount paid (£)",
            readers.money,
            ("Damages", "Amount", "Paid"),
            help="Only what has been paid; never an estimate or a reserve.",
        ),
        Column(
            "next_step",
            "Expected next",
            readers.text,
            ("What is expected next", "Next step", "Next stage", "Next event", "Next milestone"),
            help="What the case waits for, in a few words: a reply, a hearing, court approval.",
        ),
        Column(
            "next_date",
            "Expected by",
            readers.day,
            ("When expected", "Expected date", "Date expected", "Next step due", "Next date"),
        ),
    ),
)
