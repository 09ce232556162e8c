"""Recruitment: posts filled, covered and empty, and how the workforce compares."""

from workstreams.base import Workstream
from workstreams.recruitment.columns import CAPACITY, POSTS, WORKFORCE
from workstreams.view import View


def finding(view: View) -> str:
    """The sentence at the top of the page."""
    return ""


RECRUITMENT = Workstream(
    key="recruitment",
    title="Recruitment",
    about="Posts filled, covered and empty, and how the workforce compares.",
    tables=(POSTS, CAPACITY, WORKFORCE),
    measures=(),
    charts=(),
    finding=finding,
    empty="Upload a sheet of posts to see recruitment here.",
)
