"""Actions: what was promised, by whom and by when, and how far it has got."""

from workstreams.actions.columns import ACTIONS
from workstreams.base import Workstream
from workstreams.view import View


def finding(view: View) -> str:
    """The sentence at the top of the page."""
    return ""


ACTIONS_WORKSTREAM = Workstream(
    key="actions",
    title="Actions",
    about="What was promised, by whom and by when, and how far it has got.",
    tables=(ACTIONS,),
    measures=(),
    charts=(),
    finding=finding,
    empty="Upload a plan or an action log to see its actions here.",
)
