"""The training tables: by person, by cohort, and by event."""

from loaders.cells import readers
from loaders.declared import Column, Listing, Table
from workstreams.names import names_in

BEGUN = ("in progress", "enrolled", "started", "partly complete")
"""Begun is neither done nor a place booked."""
PERSON = Table(
    key="trained",
    sheet="Training by person",
    about="One row a person and course. "
    "People are kept as a key that cannot be turned back into a name.",
    filled_by=("person", "course"),
    listing=Listing(
        ("person", "cohort", "course", "position", "completed_date", "expires_date"),
        filters=("cohort", "course", "position"),
        named_by=("person", "course"),
    ),
    pseudonymised=("person",),
    layouts=("rows", "people by courses"),
    across=("course", "position"),
    across_dates="completed_date",
    across_valid="expires_date",
    across_blank=True,
    also_called=("Training matrix", "Training record", "Training log"),
    columns=(
        Column(
            "person",
            "Person",
            readers.text,
            names_in(
                """
                Name; Employee; Staff member; User; Who; Employee name; Staff name; Full name;
                Learner; Learner name; Delegate
                """
            ),
            required=True,
        ),
        Column(
            "cohort",
            "Staff group",
            readers.text,
            names_in(
                """
                Cohort; Role; Job title; Team; Group; Department; Directorate; Service
                """
            ),
            required=True,
            example="Social workers",
        ),
        Column(
            "course",
            "Course",
            readers.text,
            names_in(
                """
                Training; Required training; Module; Training title; Training course; Course name;
                Course title; Competence; Competency; Training name; Competence name;
                Competency name
                """
            ),
            required=True,
        ),
        Column(
            "position",
            "Status",
            readers.one_of(
                {
                    "in date": names_in(
                        """
                        complete; completed; trained; yes; y; done; ✓; ✔; passed; attended;
                        compliant; current; valid
                        """
                    ),
                    "expired": ("overdue", "lapsed", "out of date"),
                    "booked": ("planned", "assigned", "due"),
                    "never": names_in(
                        """
                        no; n; not trained; outstanding; required; not done; not yet done;
                        never done; not started; not yet started; not completed;
                        not yet completed; not complete; not attended; not undertaken; incomplete
                        """
                    )
                    + BEGUN,
                    "exempt": ("n/a", "na", "not applicable", "done elsewhere"),
                },
                "status",
                ends=("in date",),
            ),
            ("Position", "Outcome", "Meets requirement", "Requirement met", "Compliance status"),
            instead=("never", "expired", ("completed_date", "expires_date")),
        ),
        Column(
            "completed_date",
            "Date completed",
            readers.day,
            ("Completed", "Completion date", "Date", "Date achieved", "Start date"),
            not_beside=("position", BEGUN, ("completed", "completion", "achieved")),
        ),
        Column(
            "expires_date", "Expires", readers.day, ("Expiry date", "Renewal due", "Refresher due")
        ),
        Column(
            "in_scope",
            "In scope",
            readers.yes_no,
            ("Required", "Mandatory"),
            help="No where the course is not for this person.",
        ),
    ),
)
COHORTS = Table(
    key="cohorts",
    sheet="Training by group",
    about="One row a staff group and course: how many are in role and how many are in date, "
    "expired, booked or never trained.",
    filled_by=("cohort", "course"),
    listing=Listing(
        ("cohort", "course", "in_role", "in_date", "expired", "booked", "never"),
        filters=("cohort", "course"),
        named_by=("cohort", "course"),
    ),
    also_called=("Training", "Training coverage", "Training summary"),
    columns=(
        Column(
            "cohort",
            "Staff group",
            readers.text,
            ("Cohort", "Role", "Team", "Group"),
            required=True,
            example="Social workers",
        ),
        Column(
            "course",
            "Course",
            readers.text,
            ("Training", "Module"),
            required=True,
            example="Human Rights Act workshop",
        ),
        Column(
            "in_role",
            "In role",
            readers.whole,
            ("In scope", "Headcount", "Staff", "Total", "Number in role"),
            required=True,
            example=40,
        ),
        Column(
            "in_date",
            "In date",
            readers.whole,
            ("Trained", "Complete", "Completed", "Number trained"),
            required=True,
            example=31,
        ),
        Column("expired", "Expired", readers.whole, ("Overdue", "Out of date")),
        Column("booked", "Booked", readers.whole, ("Planned",)),
        Column(
            "never", "Never trained", readers.whole, ("Untrained", "Not trained", "Outstanding")
        ),
        Column("exempt", "Exempt", readers.whole, ("Done elsewhere",)),
    ),
)
ATTENDANCE = Table(
    key="attendance",
    sheet="Training events",
    about="One row an event: how many attended. "
    "People may repeat, so this is never divided by staff.",
    filled_by=("course", "held_date"),
    listing=Listing(
        ("held_date", "course", "cohort", "attended"),
        filters=("course", "cohort"),
        named_by=("held_date", "course"),
    ),
    also_called=("Events", "Sessions", "Attendance", "Workshops"),
    columns=(
        Column(
            "held_date",
            "Date held",
            readers.day,
            ("Date", "Event date", "Session date"),
            required=True,
        ),
        Column(
            "course",
            "Course",
            readers.text,
            ("Training", "Event", "Session", "Workshop"),
            required=True,
        ),
        Column("cohort", "Staff group", readers.text, ("Audience", "For", "Cohort")),
        Column(
            "attended",
            "Attended",
            readers.whole,
            ("Number attending", "Attendees", "Attendance", "Number attended"),
            required=True,
            example=12,
        ),
    ),
)
