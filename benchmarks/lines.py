"""What a benchmark says: one line for each thing measured, and what it is measured against."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Line:
    """One measurement.

    ``peak`` is the most memory held, in bytes, 0 when it was not measured. ``ratio`` is the time
    beside ``against`` in the same run (2.0 is twice as long; an aim "at least 6 times faster" is
    a ratio of at most 1/6). ``share`` is a share of things found right, 0 to 1, where no time was
    taken. ``aim`` says what was hoped for and ``met`` whether it came true.
    """

    what: str
    seconds: float = 0.0
    peak: int = 0
    ratio: float | None = None
    against: str = ""
    aim: str = ""
    met: bool | None = None
    share: float | None = None

    def under(self, seconds: float) -> "Line":
        """The same line with the aim of taking less than this."""
        return replace(self, aim=f"under {seconds} s", met=self.seconds < seconds)


def beside(
    what: str, seconds: float, floor: float, against: str, most: float | None = None, peak: int = 0
) -> Line:
    """A time beside a floor's in the same run; ``most`` is how many times as long it may take."""
    ratio = seconds / floor
    aim, met = ("", None) if most is None else (f"at most {most:g} times", ratio <= most)
    return Line(what, seconds, peak, ratio, against, aim, met)


def table(lines: Sequence[Line]) -> str:
    """The lines as text in columns."""
    rows = [("measured", "found", "memory", "compared", "aim", ""), *map(_cells, lines)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    printed = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([printed[0], "-" * max(map(len, printed)), *printed[1:]])


def _cells(line: Line) -> tuple[str, ...]:
    time = f"{line.seconds:.2f} s" if line.seconds >= 0.1 else f"{line.seconds * 1000:.1f} ms"
    if line.share is not None:
        time = f"{line.share:.3f}"
    compared = "" if line.ratio is None else f"{_times(line.ratio)} {line.against}"
    met = "" if line.met is None else ("met" if line.met else "not met")
    return (
        line.what,
        time,
        _size(line.peak) if line.peak else "",
        compared,
        line.aim,
        met,
    )


def _times(ratio: float) -> str:
    return f"{ratio:.2f} times" if ratio >= 0.5 else f"1/{1 / ratio:.1f} of"


def _size(peak: int) -> str:
    return f"{peak / 1e6:.0f} MB" if peak >= 1e7 else f"{peak / 1e6:.2f} MB"
