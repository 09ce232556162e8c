"""The store from the command line: what the upload page does, for scheduled use.

python -m store accept FILE --plan NAME --as-at DATE [--source NAME | --new-source NAME]
                       [--confirm WHAT] [--each-month] [--by NAME] [--new]
                       [--again ID --why REASON]
python -m store plans | uploads --plan NAME | sources --plan NAME | withdraw ID | restore ID
python -m store rename --plan NAME [--source NAME] --to NAME | archive | bring-back --plan NAME
python -m store delete --plan NAME --under RULE [--name NAME] | remove-sample | scrub
python -m store backup FILE | restore-backup FILE | copy DATABASE_URL | sample
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from loaders.formats.cannot import CannotRead
from store import plans, snapshots
from store.accepting.command import accept, printed
from store.accepting.doubts import DOUBTS
from store.accepting.expected import expected
from store.access.roles import Right
from store.access.visitor import require
from store.commands import day, run, the_plan
from store.database import copies
from store.database.engine import Engine, open_store
from store.keeping import command as keeping
from store.sample import load_sample


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words say; 0 when done, 2 with one line on standard error when not."""
    return run(partial(_act, words), CannotRead)


def _act(words: Sequence[str] | None) -> None:
    given = _parser().parse_args(words)
    act: Callable[[Engine, argparse.Namespace], None] = given.act
    act(open_store(), given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m store", description="The store of plans.")
    ways = parser.add_subparsers(required=True, metavar="what to do")

    _accepting(ways.add_parser("accept", help="store a workbook as an upload of a plan"))

    listed = ways.add_parser("plans", help="list the plans")
    listed.set_defaults(act=_plans)

    kept = ways.add_parser("uploads", help="list a plan's uploads, the withdrawn ones too")
    kept.add_argument("--plan", required=True)
    kept.set_defaults(act=_snapshots)

    brought = ways.add_parser("sources", help="list the files a plan is kept in, and what is due")
    brought.add_argument("--plan", required=True)
    brought.set_defaults(act=_sources)

    withdraw = ways.add_parser("withdraw", help="take an upload out of every figure")
    withdraw.add_argument("upload", type=int)
    withdraw.add_argument("--reason", required=True)
    withdraw.add_argument("--by", required=True)
    withdraw.set_defaults(act=_withdraw)

    restore = ways.add_parser("restore", help="bring a withdrawn upload back")
    restore.add_argument("upload", type=int)
    restore.add_argument("--by", required=True)
    restore.set_defaults(act=_restore)

    keeping.add(ways)

    backup = ways.add_parser("backup", help="copy the whole store into a new SQLite file")
    backup.add_argument("file", type=Path)
    backup.set_defaults(act=_backup)

    back = ways.add_parser("restore-backup", help="copy a backup into an empty store")
    back.add_argument("file", type=Path)
    back.set_defaults(act=_restore_backup)

    copy = ways.add_parser("copy", help="copy the whole store into another, empty database")
    copy.add_argument("url", help="the other database's address")
    copy.set_defaults(act=_copy)

    sample = ways.add_parser("sample", help="put the sample plans into an empty store")
    sample.set_defaults(act=_sample)
    return parser


def _accepting(taken: argparse.ArgumentParser) -> None:
    """What may be said of a file to accept."""
    taken.add_argument("file", type=Path)
    taken.add_argument("--plan", required=True, help="the plan's name")
    taken.add_argument("--as-at", type=day, help="the day its figures were true")
    taken.add_argument(
        "--each-month",
        action="store_true",
        help="an upload for each sheet of a file with one sheet a month",
    )
    taken.add_argument("--by", default="Scheduled upload", help="who accepts it")
    taken.add_argument("--reason", default="Accepted by scheduled upload.", help="for warnings")
    taken.add_argument("--new", action="store_true", help="add the plan if there is none")
    taken.add_argument("--committee", default="", help="the committee of a new plan")
    taken.add_argument("--again", type=int, help="the number of the upload it takes the place of")
    taken.add_argument("--why", default="", help="why that file is read again")
    where = taken.add_mutually_exclusive_group()
    where.add_argument("--source", default="", help="the source of the plan it is the next file of")
    where.add_argument("--new-source", default="", help="the name of a source that it adds")
    taken.add_argument(
        "--confirm",
        action="append",
        choices=DOUBTS,
        default=[],
        help="accept it though these are the rows of another file, an earlier date or another year",
    )
    taken.set_defaults(act=accept)


def _plans(engine: Engine, given: argparse.Namespace) -> None:
    away = {plan.id for plan in plans.plans(engine, archived=True)}
    for plan in plans.plans(engine, None):
        archived = "  archived" if plan.id in away else ""
        print(f"{plan.name}  ({plan.committee or 'no committee given'}){archived}")


def _snapshots(engine: Engine, given: argparse.Namespace) -> None:
    plan = the_plan(engine, given.plan)
    for one in snapshots.snapshots(engine, plan.id, withdrawn=True):
        withdrawn = "  withdrawn" if one.withdrawn else ""
        when = f"{one.accepted_at:%d/%m/%Y %H:%M} UTC"
        print(
            f"{one.id}  {printed(one.as_at)}  {one.source.name}  {one.file}  "
            f"{one.accepted_by}, {when}{withdrawn}"
        )


def _sources(engine: Engine, given: argparse.Namespace) -> None:
    plan = the_plan(engine, given.plan)
    for one in expected(engine, plan.id, datetime.now().astimezone().date()):
        print(
            f"{one.source.name}  as at {printed(one.latest.as_at)}  {one.latest.accepted_by}  "
            f"{one.words}"
        )


def _withdraw(engine: Engine, given: argparse.Namespace) -> None:
    snapshots.withdraw(engine, given.upload, given.by, given.reason)
    print(f"Upload {given.upload} is withdrawn. It is kept, and can be restored.")


def _restore(engine: Engine, given: argparse.Namespace) -> None:
    snapshots.restore(engine, given.upload, given.by)
    print(f"Upload {given.upload} is restored.")


def _backup(engine: Engine, given: argparse.Namespace) -> None:
    copies.backup(engine, given.file)
    print(f"The store is copied to {given.file}.")


def _restore_backup(engine: Engine, given: argparse.Namespace) -> None:
    copies.restore_backup(engine, given.file)
    found = len(plans.plans(engine, None))
    print(f"{given.file} is restored: {found} {'plan' if found == 1 else 'plans'}.")


def _copy(engine: Engine, given: argparse.Namespace) -> None:
    require(Right.STORE)  # before the other is opened, which makes it
    copies.copy_store(engine, open_store(given.url))
    print("The store is copied. Set DATABASE_URL to the new address to go on there.")


def _sample(engine: Engine, given: argparse.Namespace) -> None:
    done = load_sample(engine)
    print("The sample plans are stored." if done else "The store has plans; nothing was done.")


if __name__ == "__main__":
    sys.exit(main())
