"""One action as a sheet to print: how it stands, its cells, its history, what is recorded of it."""

from functools import partial

from reports.media_types import PDF
from reports.one_action import file_name, write
from store.said.ledger import now
from ui.door import downloads
from ui.pieces import records
from ui.shell import look
from workstreams.actions.columns import ACTIONS
from workstreams.view import View


def section(view: View, record_id: int) -> None:
    """A button; the sheet is made when it is asked for."""
    told = records.in_full(view, ACTIONS, record_id)
    (reference,) = view.history[ACTIONS.key].loc[[record_id], "ref"].fillna("")
    downloads.button(
        "Print this action (PDF)",
        partial(write, view, record_id, *told, known_at=now()),
        file_name=file_name(view, reference),
        mime=PDF,
        asks=(look.seeing(view.plan.id, view.audience),),
        icon=":material/print:",
        key=f"print_action_{record_id}",
    )
