"""Indicators: every other series the plan is judged by."""

from workstreams.base import Workstream
from workstreams.indicators.columns import INDICATORS
from workstreams.view import View


def finding(view: View) -> str:
    """The sentence at the top of the page."""
    return ""


INDICATORS_WORKSTREAM = Workstream(
    key="indicators",
    title="Indicators",
    about="Every other series the plan is judged by.",
    tables=(INDICATORS,),
    measures=(),
    charts=(),
    finding=finding,
    empty="Upload a sheet of indicators to see them here.",
)
