"""The commentary that officers wrote beside charts, for one snapshot."""

from dataclasses import dataclass
from datetime import date

from workstreams.across.recorded import recorded
from workstreams.view import View
from workstreams.wording import day


@dataclass(frozen=True)
class Note:
    """What an officer wrote beside a chart, for the snapshot as at ``on``."""

    id: int
    chart: str
    text: str
    by: str
    on: date

    @property
    def signed(self) -> str:
        """Who wrote it and for which date: "Improvement officer, 22 November 2022"."""
        return f"{self.by}, for the figures as at {day(self.on)}"


def notes(view: View) -> tuple[Note, ...]:
    """The notes written for the view's snapshot, oldest first.

    A note speaks of the figures it was written for, so it never stands beside later ones.
    """
    return tuple(
        Note(one.id, one.subject, str(one.value.get("text", "")), one.by, one.on)
        for one in recorded(view, "commentary")
        if one.on == view.as_at
    )
