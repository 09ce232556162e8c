"""Human Rights Act cases: claims under the Human Rights Act 1998, and what was learned."""

from workstreams.base import Workstream
from workstreams.hra_cases.columns import HRA_CASES
from workstreams.view import View


def finding(view: View) -> str:
    """The sentence at the top of the page."""
    return ""


HRA_CASES_WORKSTREAM = Workstream(
    key="hra_cases",
    title="Human Rights Act cases",
    about="Claims under the Human Rights Act 1998, and what was learned.",
    tables=(HRA_CASES,),
    measures=(),
    charts=(),
    finding=finding,
    empty="Upload a list of cases to see them here.",
)
