"""Every workstream, in menu order, and every table a workbook may hold."""

from collections.abc import Iterable

from loaders.declared import Table
from workstreams.actions import ACTIONS_WORKSTREAM
from workstreams.base import Workstream
from workstreams.hra_cases import HRA_CASES_WORKSTREAM
from workstreams.indicators import INDICATORS_WORKSTREAM
from workstreams.plan.columns import PLAN_TABLES
from workstreams.recruitment import RECRUITMENT
from workstreams.training import TRAINING

WORKSTREAMS = (
    ACTIONS_WORKSTREAM,
    RECRUITMENT,
    HRA_CASES_WORKSTREAM,
    TRAINING,
    INDICATORS_WORKSTREAM,
)


def tables_of(declared: Iterable[Workstream]) -> tuple[Table, ...]:
    """The tables of some workstreams, then those about the plan itself."""
    return (*(table for workstream in declared for table in workstream.tables), *PLAN_TABLES)


TABLES = tables_of(WORKSTREAMS)


def workstream_of(key: str) -> Workstream:
    """The workstream that is declared with this key.

    Raises:
        KeyError: There is none.
    """
    return {workstream.key: workstream for workstream in WORKSTREAMS}[key]
