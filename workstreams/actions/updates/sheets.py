"""Return sheets: what each owner is asked for the next meeting, ready to be written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from loaders.returned.form import ANSWERS, Line, Sheet
from loaders.returned.keys import Key, sealed
from loaders.returned.write import written
from workstreams.actions.updates.owners import Owner
from workstreams.view import Plan
from workstreams.wording import counted, day, sentence


@dataclass(frozen=True)
class Asking:
    """One asking for updates: for which meeting, of which date, to be sent back by when.

    ``id`` is the store's for it.
    """

    id: int
    plan: Plan
    meeting: date
    as_at: date
    reply_by: date | None = None


def workbook(
    asking: Asking, number: int, owner: Owner, statuses: Mapping[str, str], secret: bytes
) -> bytes:
    """The sheet of one owner as an .xlsx; see ``contents``."""
    made: bytes = written(contents(asking, number, owner, statuses, secret))
    return made


def contents(
    asking: Asking, number: int, owner: Owner, statuses: Mapping[str, str], secret: bytes
) -> Sheet:
    """The sheet of one owner. ``number`` is the owner's place in the asking.

    ``statuses`` are the words to choose from, each with the status it means.
    """
    lines = tuple(
        Line(
            sealed(Key(asking.plan.id, asking.id, number, action.subject), secret),
            action.ref,
            action.words,
            action.due,
            _said(action.status, statuses),
            action.said,
            action.evidence,
        )
        for action in owner.actions
    )
    return Sheet(about(asking, owner), lines, tuple(statuses))


def about(asking: Asking, owner: Owner) -> tuple[str, ...]:
    """What stands above the table of a sheet, the title first."""
    by = f" Please send it back by {day(asking.reply_by)}." if asking.reply_by else ""
    where = ", ".join(part for part in (asking.plan.name, asking.plan.committee) if part)
    lines = (
        f"Update for the meeting on {day(asking.meeting)}",
        where,
        f"For: {owner.name}. {sentence(counted(len(owner.actions), 'open action'))}, as the plan "
        f"stands on {day(asking.as_at)}.{by}",
        f"Fill in the white cells: {_listed()}. Leave a cell empty where nothing has changed. "
        "Save the file and send it back; its name may change.",
        "Use job titles, never the name of a child, a parent or a colleague.",
        asking.plan.illustrative,
    )
    return tuple(line for line in lines if line)


def files(whose: Sequence[str], otherwise: str = "Owner") -> tuple[str, ...]:
    """A name for the file of each, that every system takes, no two the same.

    ``otherwise`` is what one is called that has no letter to be called by.
    """
    names: list[str] = []
    for one in whose:
        plain = "".join(c if c.isalnum() or c in " -&'" else " " for c in one)
        base = " ".join(plain.split())[:60].strip() or otherwise
        name, again = base, 2
        while name.casefold() in {one.casefold() for one in names}:
            name, again = f"{base} {again}", again + 1
        names.append(name)
    return tuple(names)


def _listed() -> str:
    *first, last = (heading.lower() for heading in ANSWERS.values())
    return f"{', '.join(first)} and {last}"


def _said(status: str, statuses: Mapping[str, str]) -> str:
    """A status as the plan says it most often."""
    return next((word for word, means in statuses.items() if means == status), sentence(status))
