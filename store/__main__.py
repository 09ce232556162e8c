"""The store from the command line: what the upload page does, for scheduled use.

python -m store accept FILE --plan NAME --as-at DATE [--each-month] [--by NAME] [--new]
python -m store plans | snapshots --plan NAME | withdraw ID | restore ID
python -m store backup FILE | restore-backup FILE | copy DATABASE_URL | sample
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from loaders.choices import EACH, Choices
from loaders.formats.cannot import CannotRead
from loaders.guarded.safely import check
from loaders.outcome import Checked
from loaders.repeated.copies import only
from loaders.terminal import plain_words
from store import plans, snapshots
from store.access.roles import Right
from store.access.visitor import AT_THE_MACHINE, acting
from store.database import copies
from store.database.engine import DatabaseFault, Engine, open_store, writing
from store.database.failing import what_it_said
from store.refused import Refused
from store.said.remembered import remembered
from store.same_upload import same_records
from store.sample import load_sample
from store.upload_rows import ANY
from workstreams import TABLES
from workstreams.view import Plan

SHOWN = 20
"""How many problems are printed; the rest are counted."""


@plain_words()
def main(words: Sequence[str] | None = None) -> int:
    """Do what the words say; 0 when done, 2 with one line on standard error when not."""
    given = _parser().parse_args(words)
    act: Callable[[Engine, argparse.Namespace], None] = given.act
    try:
        with acting(AT_THE_MACHINE):
            act(open_store(), given)
    except (Refused, CannotRead) as why:
        print(why, file=sys.stderr)
        return 2
    except OSError as why:
        named = f"{why.filename}: " if why.filename else ""
        print(f"{named}{why.strerror}.", file=sys.stderr)
        return 2
    except DatabaseFault as why:
        print(what_it_said(why), file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m store", description="The store of plans.")
    ways = parser.add_subparsers(required=True, metavar="what to do")

    accept = ways.add_parser("accept", help="store a workbook as an upload of a plan")
    accept.add_argument("file", type=Path)
    accept.add_argument("--plan", required=True, help="the plan's name")
    accept.add_argument("--as-at", type=_day, help="the day its figures were true")
    accept.add_argument(
        "--each-month",
        action="store_true",
        help="an upload for each sheet of a file with one sheet a month",
    )
    accept.add_argument("--by", default="Scheduled upload", help="who accepts it")
    accept.add_argument("--reason", default="Accepted by scheduled upload.", help="for warnings")
    accept.add_argument("--new", action="store_true", help="add the plan if there is none")
    accept.add_argument("--committee", default="", help="the committee of a new plan")
    accept.set_defaults(act=_accept)

    listed = ways.add_parser("plans", help="list the plans")
    listed.set_defaults(act=_plans)

    kept = ways.add_parser("uploads", help="list a plan's uploads, the withdrawn ones too")
    kept.add_argument("--plan", required=True)
    kept.set_defaults(act=_snapshots)

    withdraw = ways.add_parser("withdraw", help="take an upload out of every figure")
    withdraw.add_argument("upload", type=int)
    withdraw.add_argument("--reason", required=True)
    withdraw.add_argument("--by", required=True)
    withdraw.set_defaults(act=_withdraw)

    restore = ways.add_parser("restore", help="bring a withdrawn upload back")
    restore.add_argument("upload", type=int)
    restore.add_argument("--by", required=True)
    restore.set_defaults(act=_restore)

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


def _accept(engine: Engine, given: argparse.Namespace) -> None:
    found = _named(engine, given.plan)
    if found is None and not given.new:
        raise Refused(_no_such_plan(engine, given.plan))
    data = given.file.read_bytes()
    known = remembered(engine, found.id if found else None)
    uploads = _uploads(engine, found, data, given, replace(known, as_at=given.as_at))
    reasons = {ANY: given.reason}
    same = same_records(engine, found.id, uploads[-1][1]) if found else None
    # One transaction for both: a file that is refused leaves no new plan behind.
    with writing(engine, Right.UPLOAD if found else Right.PLANS) as connection:
        facts = (given.plan, given.committee, "", "", "")
        plan_id = found.id if found else plans.add_plan_in(connection, *facts, given.by)
        ids = [
            snapshots.accept_in(connection, plan_id, as_at, checked, given.by, reasons)
            for as_at, checked in uploads
        ]
    stored = {one.id: one for one in snapshots.snapshots(engine, plan_id)}
    name = plans.plan(engine, plan_id).name
    for snapshot_id, (_, checked) in zip(ids, uploads, strict=True):
        snapshot = stored[snapshot_id]
        print(f"Upload {snapshot.id} of “{name}”, as at {_printed(snapshot.as_at)}, is stored.")
        for table in snapshot.tables:
            left_out = f", {table.rows_left_out} left out" if table.rows_left_out else ""
            print(f"  {table.sheet}: {table.rows_read} rows read{left_out}")
        _print_problems(checked)
    if same:
        print(f"  Every row is in {same.file} too, as at {_printed(same.as_at)}.")


def _uploads(
    engine: Engine, plan: Plan | None, data: bytes, given: argparse.Namespace, choices: Choices
) -> list[tuple[date, Checked]]:
    """The file as it is stored: once, or once for each date that it holds and the plan does not."""
    choices = replace(choices, copies=EACH) if given.each_month else choices
    checked = check(data, given.file.name, TABLES, choices)
    last = given.as_at or (checked.copies[-1].as_at if checked.copies else None)
    if last is None:
        raise Refused("Say with --as-at on which day the figures were true.")
    if choices.copies != EACH or not (checked.copies or given.each_month):
        return [(last, checked)]
    if not checked.copies:
        raise Refused(
            "This file has no sheets of one list at several dates. Leave out --each-month."
        )
    there = {one.as_at for one in snapshots.snapshots(engine, plan.id)} if plan else set()
    earlier = [
        (one.as_at, check(data, given.file.name, TABLES, only(checked, one, choices, one.as_at)))
        for one in checked.copies[:-1]
        if one.as_at and one.as_at < last and one.as_at not in there
    ]
    return [*earlier, (last, checked)]


def _print_problems(checked: Checked) -> None:
    for problem in checked.problems[:SHOWN]:
        print(f"  {problem.level}: {problem}")
    if len(checked.problems) > SHOWN:
        print(f"  and {len(checked.problems) - SHOWN} more")
    for left in checked.left_out:
        print(f"  {left.sheet} was left out: {left.why}")
    for note in checked.notes:
        print(f"  {note}")


def _plans(engine: Engine, given: argparse.Namespace) -> None:
    for plan in plans.plans(engine):
        print(f"{plan.name}  ({plan.committee or 'no committee given'})")


def _snapshots(engine: Engine, given: argparse.Namespace) -> None:
    plan = _named(engine, given.plan)
    if plan is None:
        raise Refused(_no_such_plan(engine, given.plan))
    for one in snapshots.snapshots(engine, plan.id, withdrawn=True):
        withdrawn = "  withdrawn" if one.withdrawn else ""
        when = f"{one.accepted_at:%d/%m/%Y %H:%M} UTC"
        print(f"{one.id}  {_printed(one.as_at)}  {one.file}  {one.accepted_by}, {when}{withdrawn}")


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
    found = len(plans.plans(engine))
    print(f"{given.file} is restored: {found} {'plan' if found == 1 else 'plans'}.")


def _copy(engine: Engine, given: argparse.Namespace) -> None:
    copies.copy_store(engine, open_store(given.url))
    print("The store is copied. Set DATABASE_URL to the new address to go on there.")


def _sample(engine: Engine, given: argparse.Namespace) -> None:
    done = load_sample(engine)
    print("The sample plans are stored." if done else "The store has plans; nothing was done.")


def _named(engine: Engine, name: str) -> Plan | None:
    """The plan of a name, however it is cased and spaced."""
    wanted = " ".join(name.split()).casefold()
    same = (plan for plan in plans.plans(engine) if plan.name.casefold() == wanted)
    return next(same, None)


def _no_such_plan(engine: Engine, name: str) -> str:
    names = ", ".join(f"“{plan.name}”" for plan in plans.plans(engine))
    there = f"The plans are: {names}" if names else "There are no plans yet"
    return f"There is no plan called “{name}”. {there}. Add --new to make it a new plan."


def _day(text: str) -> date:
    """A date as 2021-09-07 or 07/09/2021."""
    for shape in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"“{text}” is not a date. Write it as 2021-09-07.")


def _printed(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


if __name__ == "__main__":
    sys.exit(main())
