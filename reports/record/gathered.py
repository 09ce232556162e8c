"""The recommendations of every plan, gathered for one reader: at most what each plan lets them."""

from dataclasses import dataclass
from datetime import date, datetime

from reports.content import exempt
from reports.content.rules import rules, software
from store.access.roles import Right
from store.access.visitor import current
from store.database.engine import Engine
from store.plans import plans
from store.snapshots import snapshots
from store.views import view as read_view
from workstreams.actions.recommended.record import Entry, entries, in_order
from workstreams.view import Audience, Plan, View
from workstreams.wording import counted, day


@dataclass(frozen=True)
class Part:
    """One plan's part of the record: as it stands at its latest upload, in the words of a copy.

    ``exempt`` are the paragraphs for which a members' copy is not for publication.
    """

    plan: Plan
    as_at: date
    audience: Audience
    exempt: tuple[int, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Record:
    """The parts of all plans that one reader may see."""

    parts: tuple[Part, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every recommendation, in the record's order."""
        return in_order(entry for part in self.parts for entry in part.entries)

    @property
    def audience(self) -> Audience:
        """Whose copy it is: the members' where any part of it is."""
        return "members" if any(p.audience == "members" for p in self.parts) else "public"

    @property
    def banner(self) -> str:
        """What stands on every page of a members' copy; "" on a public one."""
        numbers = {number for part in self.parts for number in part.exempt}
        return exempt.EXEMPT.format(exempt.words(numbers)) if numbers else ""

    @property
    def council(self) -> str:
        """The council, where all plans are of one."""
        names = {part.plan.council for part in self.parts}
        return names.pop() if len(names) == 1 else ""

    @property
    def of(self) -> str:
        """How many plans it is of, and from which dates: "2 plans, each as at …"."""
        number = counted(len(self.parts), "plan")
        dates = sorted(part.as_at for part in self.parts)
        if not dates:
            return number
        when = day(dates[0]) if dates[0] == dates[-1] else f"{day(dates[0])} to {day(dates[-1])}"
        each = "each " if len(dates) > 1 else ""
        return f"{number}, {each}as at its latest upload ({when})"

    def facts(self, known_at: datetime, chosen: str = "") -> tuple[tuple[str, str], ...]:
        """What a copy of it was made from, so that it can be made again."""
        return (
            ("Plans", self.of),
            ("Chosen", chosen or "all of it"),
            ("Made from what was known on", f"{day(known_at)} at {known_at:%H:%M} UTC"),
            ("Version of the rules", rules()),
            ("Software", software()),
            ("To make the same copy again", f"{known_at:%Y-%m-%dT%H:%M:%S.%fZ}"),
        )


def part(view: View) -> Part:
    """A plan's part of the record, of a view at its latest upload."""
    members = view.audience == "members"
    return Part(
        view.plan,
        view.as_at,
        view.audience,
        exempt.chosen(view.settings) if members else (),
        entries(view),
    )


def gathered(engine: Engine, audience: Audience, known_at: datetime) -> Record:
    """Every plan that whoever asks may see, as it was known at a moment.

    Of a plan whose members' figures are not theirs, the public words.
    """
    found = []
    for plan in plans(engine):
        if snapshots(engine, plan.id, known_at=known_at):
            may = current().may(Right.SEE_MEMBERS_FIGURES, plan.id)
            copy: Audience = audience if may else "public"
            found.append(part(read_view(engine, plan.id, audience=copy, known_at=known_at)))
    return Record(tuple(found))
