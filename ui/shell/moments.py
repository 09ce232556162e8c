"""The dates that a plan can be looked at: its snapshots, and the meetings they stood for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from workstreams.view import Meeting, Snapshot
from workstreams.wording import short_day


@dataclass(frozen=True)
class Moment:
    """One choice of date. ``on`` is what the link says, ``as_at`` the snapshot that stood then.

    ``met`` says that the committee met on that day.
    """

    on: date
    as_at: date
    label: str
    met: bool = False


def moments(snapshots: Iterable[Snapshot], meetings: Iterable[Meeting]) -> tuple[Moment, ...]:
    """Every date there is something to show for, newest first.

    A meeting shows the latest snapshot up to its day; one before the first snapshot has nothing.
    """
    taken = sorted({s.as_at for s in snapshots if not s.withdrawn})
    met = {m.when for m in meetings}
    found = []
    for on in sorted({*taken, *met}, reverse=True):
        standing = [as_at for as_at in taken if as_at <= on]
        if not standing:
            continue
        as_at = standing[-1]
        if on not in met:
            label = short_day(on)
        elif as_at == on:
            label = f"{short_day(on)} (meeting)"
        else:
            label = f"{short_day(on)} (meeting), data as at {short_day(as_at)}"
        # A meeting still to come shows nothing that the latest snapshot does not show already.
        if on <= taken[-1] or as_at != taken[-1]:
            found.append(Moment(on, as_at, label, on in met))
    return tuple(found)


def earlier(choices: Sequence[Moment], as_at: date) -> tuple[Moment, ...]:
    """The choices that a date can be compared with: those whose snapshot is older."""
    return tuple(choice for choice in choices if choice.as_at < as_at)


def chosen(choices: Sequence[Moment], text: str) -> Moment | None:
    """The choice that a link's text names, or None where it names none."""
    return next((choice for choice in choices if choice.on.isoformat() == text), None)
