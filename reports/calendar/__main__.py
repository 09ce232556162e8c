"""What is due, from the command line.

python -m reports.calendar --plan NAME [--owner OWNER] [--days 14] [--from DATE] [--out FILE.ics]
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from reports.calendar.document import coming, written
from store.commands import day, run, the_plan
from store.database.engine import open_store
from workstreams.actions.updates.due import DAYS


def main(words: Sequence[str] | None = None) -> int:
    """Print what is due soon, and write the calendar where asked; 0 when done, 2 when not."""
    return run(lambda: _tell(_parser().parse_args(words)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m reports.calendar",
        description="What is due soon, as text; meetings, answers and actions as a calendar file.",
    )
    parser.add_argument("--plan", required=True, help="the plan's name")
    parser.add_argument("--owner", default="", help="only what this owner answers for")
    parser.add_argument("--days", type=int, default=DAYS, help="how many days ahead")
    parser.add_argument("--from", dest="today", type=day, help="the first day; else today")
    parser.add_argument("--out", type=Path, help="the .ics to write")
    return parser


def _tell(given: argparse.Namespace) -> None:
    engine = open_store()
    plan_id = the_plan(engine, given.plan).id
    today = given.today or datetime.now().astimezone().date()
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_bytes(written(engine, plan_id, given.owner))
    print(coming(engine, plan_id, today, given.owner, given.days), end="")


if __name__ == "__main__":
    sys.exit(main())
