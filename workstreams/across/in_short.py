"""A plan in short: the few figures by which it stands among others."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from measures.actions.recommendations import recommendations
from measures.figures import Figure
from workstreams.across.headlines import Headline, headlines
from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.measures import OVERDUE, UNLISTED
from workstreams.view import View


@dataclass(frozen=True)
class InShort:
    """What a plan says of itself at its latest upload.

    ``last_upload`` is its as-at date. ``meetings`` are the committee's, so that the next one can
    be told on any day. ``late``, ``unanswered`` (recommendations past their two months without an
    answer) and ``vanished`` (open actions no longer in the file, nobody having said why) are
    counts of records; None where the plan has no actions.
    """

    last_upload: date
    meetings: tuple[date, ...]
    headlines: tuple[Headline, ...]
    late: int | None
    unanswered: int | None
    vanished: int | None

    def next_meeting(self, today: date) -> date | None:
        """The first meeting that is not over; None where none has been entered."""
        return min((when for when in self.meetings if when >= today), default=None)

    def plain(self) -> dict[str, Any]:
        """The same in texts, numbers, lists and nothing else, to be kept."""
        return asdict(self) | {
            "last_upload": self.last_upload.isoformat(),
            "meetings": [when.isoformat() for when in self.meetings],
        }

    @classmethod
    def of_plain(cls, kept: dict[str, Any]) -> Self:
        """What ``plain`` gave, read back."""
        return cls(
            date.fromisoformat(kept["last_upload"]),
            tuple(date.fromisoformat(when) for when in kept["meetings"]),
            tuple(Headline(**one) for one in kept["headlines"]),
            kept["late"],
            kept["unanswered"],
            kept["vanished"],
        )


def in_short(view: View) -> InShort:
    """The plan of a view at its latest upload, in the words and figures of its audience."""
    has_actions = not view.history[ACTIONS.key].empty
    return InShort(
        view.as_at,
        tuple(sorted(meeting.when for meeting in view.meetings)),
        headlines(view),
        _count(OVERDUE.figure(view)) if has_actions else None,
        _unanswered(view) if has_actions else None,
        _count(UNLISTED.figure(view)) if has_actions else None,
    )


def _count(figure: Figure) -> int | None:
    return None if figure.value is None else int(figure.value)


def _unanswered(view: View) -> int:
    found = book(view)
    rows = recommendations(found.now, found.lives.known(), found.as_at)
    waiting = (rows["answer"] == "none yet") & rows["in_scope"]
    return int((waiting & (rows["days_late"] > 0)).sum())
