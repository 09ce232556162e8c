"""How much it takes before something is asked about: a plan's own choices, each declared once."""

from collections.abc import Mapping
from dataclasses import dataclass

from workstreams.wording import counted, number


@dataclass(frozen=True)
class Threshold:
    """One number that a plan may set. ``key`` is the setting's name in the store.

    ``name`` and ``about`` are what it is called and what it does, on screen and in a workbook;
    ``one`` is what it counts, for the sentences that name it.
    """

    key: str
    name: str
    about: str
    default: int
    least: int
    most: int
    one: str
    many: str = ""

    @property
    def allowed(self) -> str:
        """What may be entered: "a whole number from 2 to 12"."""
        return f"a whole number from {self.least} to {self.most}"

    def fits(self, value: object) -> bool:
        """Whether a value is one that may be set."""
        return type(value) is int and self.least <= value <= self.most

    def of(self, settings: Mapping[str, object]) -> int:
        """The number in force: the plan's own, else the default."""
        kept = settings.get(self.key)
        return kept if isinstance(kept, int) and self.fits(kept) else self.default

    def says(self, value: int) -> str:
        """A value with what it counts: "3 meetings"."""
        return counted(value, self.one, self.many)


DATE_MOVES = Threshold(
    "date_moves",
    "Moves of a date",
    "How often an action’s date has moved before it is asked about, once the action is overdue or "
    "due by the next meeting.",
    default=2,
    least=1,
    most=12,
    one="move",
)
AMBER_MEETINGS = Threshold(
    "amber_meetings",
    "Meetings at amber",
    "At how many meetings running an action has been amber, with the same status and due date, "
    "before it is pointed out. Uploads are counted while the plan has no meetings.",
    default=3,
    least=2,
    most=12,
    one="meeting",
)
SAME_DAY = Threshold(
    "same_day",
    "Due on the same day, of every ten",
    "How many of every ten open actions with a date fall due on one day before it is asked about. "
    "At least four actions have to.",
    default=4,
    least=2,
    most=9,
    one="in 10",
    many="in 10",
)
THRESHOLDS = (DATE_MOVES, AMBER_MEETINGS, SAME_DAY)
BY_KEY = {threshold.key: threshold for threshold in THRESHOLDS}


def words(settings: Mapping[str, object], has_meetings: bool) -> dict[str, str]:
    """What the rules say of each threshold in force, by its key: "at three meetings running"."""
    moves, amber = DATE_MOVES.of(settings), number(AMBER_MEETINGS.of(settings))
    often = {1: "at least once", 2: "twice or more"}
    return {
        DATE_MOVES.key: often.get(moves, f"{number(moves)} times or more"),
        AMBER_MEETINGS.key: (
            f"at {amber} meetings running" if has_meetings else f"in {amber} uploads running"
        ),
        SAME_DAY.key: f"{number(SAME_DAY.of(settings))} in ten",
    }
