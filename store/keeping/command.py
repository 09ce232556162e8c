"""Looking after plans from the command line: rename, archive, bring back, delete for good."""

import argparse
import sys
from typing import TYPE_CHECKING

from store import plans
from store.commands import the_plan
from store.database.engine import Engine
from store.keeping import archived, deleted, sources
from store.keeping.sample import remove_sample
from store.refused import Refused
from store.sources.kept import sources as of_plan
from workstreams.names import folded

if TYPE_CHECKING:
    Ways = argparse._SubParsersAction[argparse.ArgumentParser]


def add(ways: "Ways") -> None:
    """Add the commands of this module."""
    rename = _of_plan(ways.add_parser("rename", help="give a plan, or a source of it, a new name"))
    rename.add_argument("--source", default="", help="the source to rename, in place of the plan")
    rename.add_argument("--to", required=True)
    rename.add_argument("--by", required=True)
    rename.set_defaults(act=_rename)

    archive = _of_plan(ways.add_parser("archive", help="put a plan away; nothing of it is lost"))
    archive.add_argument("--reason", required=True)
    archive.add_argument("--by", required=True)
    archive.set_defaults(act=_archive)

    back = _of_plan(ways.add_parser("bring-back", help="bring an archived plan back"))
    back.add_argument("--by", required=True)
    back.set_defaults(act=_bring_back)

    delete = _of_plan(ways.add_parser("delete", help="delete an archived plan for good"))
    delete.add_argument("--under", required=True, help="the retention rule that says so")
    delete.add_argument("--name", default="", help="the plan's name once more, to confirm it")
    delete.set_defaults(act=_delete)

    sample = ways.add_parser("remove-sample", help="delete the sample plans for good")
    sample.set_defaults(act=_remove_sample)

    scrub = ways.add_parser("scrub", help="write the store anew, so that nothing deleted is left")
    scrub.set_defaults(act=_scrub)


def _of_plan(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--plan", required=True)
    return parser


def _rename(engine: Engine, given: argparse.Namespace) -> None:
    plan = the_plan(engine, given.plan)
    if not given.source:
        plans.change_plan(engine, plan.id, given.by, name=given.to)
        print(f"“{plan.name}” is now called “{given.to}”.")
        return
    there = of_plan(engine, plan.id)
    source = next((one for one in there if folded(one.name) == folded(given.source)), None)
    if source is None:
        names = ", ".join(f"“{one.name}”" for one in there) or "none yet"
        raise Refused(f"“{plan.name}” has no source “{given.source}”. Its sources are: {names}.")
    new = sources.rename(engine, plan.id, source, given.to, given.by)
    print(f"“{source.name}” of “{plan.name}” is now called “{new.name}”.")


def _archive(engine: Engine, given: argparse.Namespace) -> None:
    plan = the_plan(engine, given.plan)
    archived.archive(engine, plan.id, given.by, given.reason)
    print(f"“{plan.name}” is archived. Nothing of it is lost: bring-back brings it back.")


def _bring_back(engine: Engine, given: argparse.Namespace) -> None:
    plan = the_plan(engine, given.plan)
    archived.bring_back(engine, plan.id, given.by)
    print(f"“{plan.name}” is back.")


def _delete(engine: Engine, given: argparse.Namespace) -> None:
    plan = the_plan(engine, given.plan)
    print(deleted.going(engine, plan.id).words)
    name = given.name
    if not name and sys.stdin.isatty():
        name = input("This cannot be undone. Type the plan’s name to delete it for good: ")
    if not name:
        raise Refused("Nothing was deleted. Add --name with the plan’s name to delete it for good.")
    left = deleted.delete(engine, plan.id, name, given.under)
    print(f"“{plan.name}” is deleted for good, under: {given.under}. {left}")


def _remove_sample(engine: Engine, given: argparse.Namespace) -> None:
    names = ", ".join(f"“{plan.name}”" for plan in remove_sample(engine))
    print(f"The sample is removed for good: {names}.")


def _scrub(engine: Engine, given: argparse.Namespace) -> None:
    print(f"The store is written anew. {deleted.scrub(engine)}")
