"""Training: who has had the training they need, and who has not."""

from workstreams.base import Workstream
from workstreams.training.columns import ATTENDANCE, COHORTS, PERSON
from workstreams.view import View


def finding(view: View) -> str:
    """The sentence at the top of the page."""
    return ""


TRAINING = Workstream(
    key="training",
    title="Training",
    about="Who has had the training they need, and who has not.",
    tables=(PERSON, COHORTS, ATTENDANCE),
    measures=(),
    charts=(),
    finding=finding,
    empty="Upload a training record to see coverage here.",
)
