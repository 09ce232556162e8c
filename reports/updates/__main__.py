"""Asking for updates from the command line.

python -m reports.updates --plan NAME --out FILE.zip [--meeting DATE] [--reply-by DATE]
                          [--words FILE.txt] [--by NAME]
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from loaders.terminal import plain_words
from reports.updates.asking import covering_words, prepare
from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import DatabaseFault, open_store
from store.database.failing import what_it_said
from store.plans import meetings, plans
from store.refused import Refused
from workstreams.wording import counted, day


@plain_words()
def main(words: Sequence[str] | None = None) -> int:
    """Write the zip and say who is asked; 0 when done, 2 with one line on standard error."""
    given = _parser().parse_args(words)
    try:
        with acting(AT_THE_MACHINE):
            _ask(given)
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
        prog="python -m reports.updates",
        description="A return sheet and a draft message for each owner of an open action.",
    )
    parser.add_argument("--plan", required=True, help="the plan's name")
    parser.add_argument("--out", required=True, type=Path, help="the zip to write")
    parser.add_argument("--meeting", type=_day, help="its date: 2022-11-22; else the next one")
    parser.add_argument("--reply-by", type=_day, help="the day by which sheets are to be back")
    parser.add_argument("--words", type=Path, help="a text file with the covering words")
    parser.add_argument("--by", default="Scheduled asking", help="who asks")
    return parser


def _ask(given: argparse.Namespace) -> None:
    engine = open_store()
    known = {plan.name: plan for plan in plans(engine)}
    if given.plan not in known:
        names = ", ".join(f"“{name}”" for name in known) or "none yet"
        raise Refused(f"There is no plan “{given.plan}”. The plans are: {names}.")
    plan_id = known[given.plan].id
    today = datetime.now().astimezone().date()
    ahead = [one.when for one in meetings(engine, plan_id) if one.when >= today]
    meeting = given.meeting or min(ahead, default=None)
    if meeting is None:
        raise Refused("The plan knows of no meeting to come. Say with --meeting when it is.")
    words = (
        given.words.read_text(encoding="utf-8") if given.words else covering_words(engine, plan_id)
    )
    made = prepare(engine, plan_id, meeting, given.reply_by, words, given.by)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_bytes(made.zip)
    print(f"{counted(len(made.asked.sheets), 'owner')} asked for the meeting on {day(meeting)}:")
    for sheet in made.asked.sheets:
        print(f"  {sheet.owner}: {counted(len(sheet.actions), 'action')}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write the date as 2022-11-22") from None


if __name__ == "__main__":
    sys.exit(main())
