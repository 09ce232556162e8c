"""What is due, from the command line.

python -m reports.calendar --plan NAME [--owner OWNER] [--days 14] [--from DATE] [--out FILE.ics]
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from loaders.terminal import plain_words
from reports.calendar.document import coming, written
from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import DatabaseFault, open_store
from store.database.failing import what_it_said
from store.plans import plans
from store.refused import Refused
from workstreams.actions.updates.due import DAYS


@plain_words()
def main(words: Sequence[str] | None = None) -> int:
    """Print what is due soon, and write the calendar where asked; 0 when done, 2 when not."""
    given = _parser().parse_args(words)
    try:
        with acting(AT_THE_MACHINE):
            _tell(given)
    except Refused as why:
        print(why, file=sys.stderr)
        return 2
    except OSError as why:
        print(f"{why.filename}: {why.strerror}.", file=sys.stderr)
        return 2
    except DatabaseFault as why:
        print(what_it_said(why), file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m reports.calendar",
        description="What is due soon, as text; meetings, answers and actions as a calendar file.",
    )
    parser.add_argument("--plan", required=True, help="the plan's name")
    parser.add_argument("--owner", default="", help="only what this owner answers for")
    parser.add_argument("--days", type=int, default=DAYS, help="how many days ahead")
    parser.add_argument("--from", dest="today", type=_day, help="the first day; else today")
    parser.add_argument("--out", type=Path, help="the .ics to write")
    return parser


def _tell(given: argparse.Namespace) -> None:
    engine = open_store()
    known = {plan.name: plan for plan in plans(engine)}
    if given.plan not in known:
        names = ", ".join(f"“{name}”" for name in known) or "none yet"
        raise Refused(f"There is no plan “{given.plan}”. The plans are: {names}.")
    plan_id = known[given.plan].id
    today = given.today or datetime.now().astimezone().date()
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_bytes(written(engine, plan_id, given.owner))
    print(coming(engine, plan_id, today, given.owner, given.days), end="")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write the date as 2022-11-22") from None


if __name__ == "__main__":
    sys.exit(main())
