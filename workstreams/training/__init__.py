"""Training: who has had the training they need, and who has not."""

from workstreams.base import Workstream
from workstreams.sections import Topic
from workstreams.training import wording
from workstreams.training.charts import CHARTS
from workstreams.training.columns import ATTENDANCE, COHORTS, PERSON
from workstreams.training.coverage import HIDE_SMALL, training
from workstreams.training.measures import MEASURES
from workstreams.view import View


def finding(view: View) -> str:
    """The sentence at the top of the page."""
    return wording.finding(training(view))


def closed_because(view: View) -> str:
    """The rows tell what a staff group that is too small to be shown would be."""
    return "small groups are left out" if view.settings.get(HIDE_SMALL) else ""


PEOPLE = ("position", "completed_date", "expires_date", "in_scope")
GROUPS = ("in_role", "in_date", "expired", "booked", "never", "exempt")

TRAINING = Workstream(
    key="training",
    title="Training",
    affects="staff",
    about="Who has had the training they need, and who has not.",
    tables=(PERSON, COHORTS, ATTENDANCE),
    measures=MEASURES,
    charts=CHARTS,
    finding=finding,
    empty="Upload a training record to see coverage here: people by course, or counts by staff "
    "group. A list of events is shown too, as attendances.",
    printed=1,
    closed_because=closed_because,
    topics=(
        Topic("who", "Who has not been trained?", ("untrained", "parts")),
        Topic("moved", "How has coverage moved?", ("over_time", "both_numbers")),
        Topic("events", "What was held?", ("events",)),
    ),
    read_from={
        "untrained": (*PEOPLE, "in_role", "never", "exempt"),
        "events": ("held_date", "course", "attended"),
        "": (*PEOPLE, *GROUPS),
    },
)
