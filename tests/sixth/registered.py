"""Puts the invented workstream among the others, before anything of the product asks for them.

A plug-in of pytest for a process of its own: ``-p tests.sixth.registered``.
"""

import sys

import workstreams
from tests.sixth.complaints import COMPLAINTS_WORKSTREAM

early = [
    name
    for name, module in sys.modules.items()
    if name != "workstreams" and hasattr(module, "WORKSTREAMS")
]
assert not early, f"{early} asked for the workstreams already"
workstreams.WORKSTREAMS = (*workstreams.WORKSTREAMS, COMPLAINTS_WORKSTREAM)  # type: ignore[assignment]
workstreams.TABLES = workstreams.tables_of(workstreams.WORKSTREAMS)
