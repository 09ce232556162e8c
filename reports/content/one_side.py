"""What stands on the one side of a chair's brief, as plain data before a form of it is written."""

from dataclasses import dataclass, field

from workstreams.across.headlines import Headline
from workstreams.wording import counted, number, sentence


@dataclass(frozen=True)
class Rows:
    """A list: its heading, what is said of it, its first rows, and how many it has in all."""

    heading: str
    said: str = ""
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    many: int = 0

    def left_out(self, most: int) -> str:
        """How many of the rows stand here where there is room for so many; "" where all do."""
        if self.many <= most:
            return ""
        first = f"The first {counted(most, 'row')} of {self.many}" if most else "None of the rows"
        return f"{first} {'is' if most < 2 else 'are'} here. The overview lists them all."


@dataclass(frozen=True)
class Asked:
    """A question, the first rows it is about, each in a line, and how many there are in all."""

    text: str
    rows: tuple[str, ...]
    many: int

    def first(self, most: int) -> tuple[str, ...]:
        """The rows there is room for, and how many more there are."""
        shown = self.rows[:most]
        more = self.many - len(shown)
        return (*shown, f"and {more} more") if more and shown else shown


@dataclass(frozen=True)
class Brief:
    """Everything on the one side, in its order. ``changed`` are sentences, the worst first."""

    compared: str = ""
    illustrative: str = ""
    figures: tuple[Headline, ...] = ()
    changed_heading: str = ""
    changed: tuple[str, ...] = ()
    late: Rows = field(default_factory=lambda: Rows(""))
    unseen: Rows = field(default_factory=lambda: Rows(""))
    asked: tuple[Asked, ...] = ()
    to_do: tuple[str, ...] = ()
    """What officers ask the committee to do."""

    @property
    def asked_heading(self) -> str:
        """How many questions there are to ask."""
        return f"{sentence(number(len(self.asked)))} question{'s' * (len(self.asked) != 1)} to ask"
