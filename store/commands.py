"""What every command has in common: who runs it, how it ends, and what it is told."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime

from loaders.terminal import plain_words
from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import DatabaseFault, Engine
from store.database.failing import what_it_said
from store.plans import plans
from store.refused import Refused
from workstreams.names import folded
from workstreams.view import Plan


@plain_words()
def run(act: Callable[[], None], *refusals: type[Exception]) -> int:
    """Act as the person at the machine: 0 when done, 2 with one line on standard error when not.

    ``refusals`` are the exceptions, beside ``Refused`` and faults of files and of the database,
    whose words say what is wrong.
    """
    known: tuple[type[Exception], ...] = (Refused, *refusals)
    try:
        with acting(AT_THE_MACHINE):
            act()
    except known as why:
        said = str(why)
    except OSError as why:
        said = f"{f'{why.filename}: ' if why.filename else ''}{why.strerror or why}."
    except DatabaseFault as why:
        said = what_it_said(why)
    else:
        return 0
    sys.stderr.write(f"{said}\n")
    return 2


def plan_named(engine: Engine, name: str) -> Plan | None:
    """The plan of a name, however it is cased and spaced."""
    return next((one for one in plans(engine, None) if folded(one.name) == folded(name)), None)


def the_plan(engine: Engine, name: str) -> Plan:
    """The plan of a name; raises ``Refused``, with the names there are, where there is none."""
    found = plan_named(engine, name)
    if found is None:
        raise Refused(no_such_plan(engine, name))
    return found


def no_such_plan(engine: Engine, name: str) -> str:
    """What is said of a name that no plan has."""
    names = ", ".join(f"“{plan.name}”" for plan in plans(engine, None))
    there = f"The plans are: {names}" if names else "There are no plans yet"
    return f"There is no plan called “{name}”. {there}."


def day(text: str) -> date:
    """A date as 2021-09-07 or 07/09/2021; raises ``ArgumentTypeError`` for anything else."""
    for shape in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"“{text}” is not a date. Write it as 2021-09-07.")


def moment(text: str) -> datetime:
    """A moment as a document says what it was made from, in UTC where it names no other time zone.

    Raises ``ArgumentTypeError`` for anything else.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{text}” is no moment. Write it as the document does: 2021-09-07T18:30:00Z."
        ) from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
