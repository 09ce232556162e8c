"""Human Rights Act cases: claims under the Human Rights Act 1998, and what was learned."""

from workstreams.base import Workstream
from workstreams.hra_cases import wording
from workstreams.hra_cases.charts import CHARTS
from workstreams.hra_cases.columns import HRA_CASES
from workstreams.hra_cases.in_words import list_by_list, now_and_before
from workstreams.hra_cases.ladder import where_each_stands
from workstreams.hra_cases.listed import case_list, said_in_print
from workstreams.hra_cases.measures import MEASURES
from workstreams.sections import Topic
from workstreams.view import View


def finding(view: View) -> str:
    """The sentence at the top of the page."""
    return wording.finding(case_list(view))


def leads(view: View) -> tuple[str, ...]:
    """Members see the ladder; in public what has something to draw comes as it is declared."""
    return ("ladder",)


HRA_CASES_WORKSTREAM = Workstream(
    key="hra_cases",
    title="Human Rights Act cases",
    affects="children",
    about="Claims under the Human Rights Act 1998, and what was learned.",
    tables=(HRA_CASES,),
    measures=MEASURES,
    charts=CHARTS,
    finding=finding,
    empty="Upload a list of cases to see them here. Use a made-up reference for each case, "
    "never a name, a date of birth or a court number.",
    printed=0,
    one_row="a case",
    cards=(
        "hra_cases.open",
        "hra_cases.new",
        "hra_cases.newly_concluded",
        "hra_cases.learning_open",
    ),
    leads=leads,
    opening_sections=(where_each_stands, now_and_before),
    topics=(
        Topic("stages", "How many stand at each stage?", ("stages", "months_open")),
        Topic(
            "new", "How many are open, new and concluded?", ("open_over_time", "new_and_concluded")
        ),
        Topic("learning", "What was learned?", ("learning",)),
        Topic("lists", "What did earlier lists say?", sections=(list_by_list,)),
    ),
    said_in_print=said_in_print,
    printed_sections=(where_each_stands, now_and_before),
    read_from={
        "ladder": ("stage", "learning_closed_date"),
        "open_over_time": ("stage", "opened_date", "concluded_date"),
        "new_and_concluded": ("opened_date", "concluded_date"),
        "stages": ("stage",),
        "months_open": ("stage", "opened_date"),
        "learning": ("learning", "learning_action", "learning_closed_date"),
    },
)
