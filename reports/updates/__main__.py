"""Asking for updates from the command line.

python -m reports.updates --plan NAME --out FILE.zip [--meeting DATE] [--reply-by DATE]
                          [--words FILE.txt] [--by NAME]
"""

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from reports.updates.asking import covering_words, prepare
from store.commands import day as as_day
from store.commands import run, the_plan
from store.database.engine import open_store
from store.plans import meetings
from store.refused import Refused
from workstreams.wording import counted, day


def main(words: Sequence[str] | None = None) -> int:
    """Write the zip and say who is asked; 0 when done, 2 with one line on standard error."""
    return run(lambda: _ask(_parser().parse_args(words)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m reports.updates",
        description="A return sheet and a draft message for each owner of an open action.",
    )
    parser.add_argument("--plan", required=True, help="the plan's name")
    parser.add_argument("--out", required=True, type=Path, help="the zip to write")
    parser.add_argument("--meeting", type=as_day, help="its date: 2022-11-22; else the next one")
    parser.add_argument("--reply-by", type=as_day, help="the day by which sheets are to be back")
    parser.add_argument("--words", type=Path, help="a text file with the covering words")
    parser.add_argument("--by", default="Scheduled asking", help="who asks")
    return parser


def _ask(given: argparse.Namespace) -> None:
    engine = open_store()
    plan_id = the_plan(engine, given.plan).id
    today = datetime.now().astimezone().date()
    ahead = [one.when for one in meetings(engine, plan_id) if one.when >= today]
    meeting = given.meeting or min(ahead, default=None)
    if meeting is None:
        raise Refused("The plan knows of no meeting to come. Say with --meeting when it is.")
    words = _text_of(given.words) if given.words else covering_words(engine, plan_id)
    made = prepare(engine, plan_id, meeting, given.reply_by, words, given.by)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_bytes(made.zip)
    print(f"{counted(len(made.asked.sheets), 'owner')} asked for the meeting on {day(meeting)}:")
    for sheet in made.asked.sheets:
        print(f"  {sheet.owner}: {counted(len(sheet.actions), 'action')}")


def _text_of(path: Path) -> str:
    with suppress(UnicodeDecodeError):
        text = path.read_text(encoding="utf-8-sig")
        # Another kind of file may decode by chance, but no text holds a NUL.
        if "\0" not in text:
            return text
    raise Refused(f"{path} is not a text in UTF-8. Save it so, and try again.")


if __name__ == "__main__":
    sys.exit(main())
