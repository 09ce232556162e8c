"""An opened page: what it looks at, and the way to ask of it."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import cast

from ui.door import downloads
from ui.shell import kept, look
from ui.shell.kept import Answer, Given, Made
from ui.shell.look import Look
from ui.shell.moments import Moment
from workstreams.view import Audience, Plan, View


@dataclass(frozen=True)
class Opened:
    """What a page looks at. ``as_at`` is None where the plan has no snapshot yet.

    ``meeting`` is the meeting that was picked; None where a snapshot was.
    """

    plan: Plan
    version: str
    as_at: date | None
    since: date | None
    audience: Audience
    meeting: date | None = None
    _given: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """The answers that this run was given: it asks for some a dozen times."""

    @cached_property
    def look(self) -> Look:
        """The key under which everything worked out for this page is kept."""
        return Look(
            look.store_name(),
            self.plan.id,
            self.version,
            self.as_at,
            self.since,
            self.audience,
            self.meeting,
        )

    @property
    def asks(self) -> downloads.Asks:
        """What a file of what is looked at asks for."""
        return (look.seeing(self.plan.id, self.audience),)

    @property
    def view(self) -> View:
        """The plan as the page looks at it. Only where there is a snapshot."""
        return look.view(self.look)

    def of(self, function: Answer[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made:
        """An answer about the page's view, worked out once: ``opened.of(late)``. See ``kept``.

        The same answer each time, so a page changes none of them.
        """
        look.require_seeing(self.look)
        key = kept.asked(function, *given, **named)
        if key not in self._given:
            self._given[key] = kept.answer(self.look, function, *given, **named)
        return cast("Made", self._given[key])

    @property
    def is_latest(self) -> bool:
        """Whether this is the plan's latest date, to which what is recorded now belongs."""
        newest = look.choices(self.plan.id, self.version)
        return bool(newest) and self.as_at == max(moment.as_at for moment in newest)


def opened_at(
    moment: Moment, plan: Plan, version: str, audience: Audience, since: date | None = None
) -> Opened:
    """The plan at one of its dates, compared with another or, without one, the meeting before."""
    met = moment.on if moment.met else None
    return Opened(plan, version, moment.as_at, since, audience, met)


def latest(plan: Plan, version: str, audience: Audience, dates: int = 1) -> tuple[Opened, ...]:
    """The plan at its latest dates, the newest first; none where it has no data yet."""
    newest = look.choices(plan.id, version)[:dates]
    return tuple(opened_at(moment, plan, version, audience) for moment in newest)
